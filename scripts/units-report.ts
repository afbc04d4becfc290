/**
 * Says how many of the labelled unit strings are read right, and lists the misses with why.
 * Run: node --import=tsx scripts/units-report.ts [development|held-out] [places]
 */
import { measure, strings } from '../tests/units/strings.ts';

const half = process.argv.slice(2).find((word) => word === 'development' || word === 'held-out');
const rows = strings().filter((row) => half === undefined || row.half === half);
const { shares, misses } = measure(rows);
for (const [name, { right, all }] of Object.entries(shares)) {
  const percent = all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`;
  console.log(`${name.padEnd(44)} ${right}/${all}  ${percent}`);
}
for (const miss of misses) {
  console.log(
    `\n  ${JSON.stringify(miss.text)}\n    expected ${miss.expected}\n    read     ${miss.read}  ${miss.sure ? '' : '(not sure)'}\n    why      ${miss.why}`,
  );
}
