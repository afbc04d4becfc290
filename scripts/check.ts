import { spawnSync } from 'node:child_process';

/** `npm run check`: types, lint, form, dead code. Every step runs, so that one run shows all there is to mend. */
const steps: [string, string[]][] = [
  ['types', ['tsc', '--noEmit']],
  ['lint', ['eslint', '.', '--config', '.config/eslint.config.js', '--max-warnings', '0']],
  ['form', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['dead code', ['knip', '--no-progress']],
];
let failed = 0;
for (const [name, [tool, ...rest]] of steps) {
  const started = Date.now();
  const { status } = spawnSync('npx', ['--no-install', tool!, ...rest], { stdio: 'inherit' });
  process.stdout.write(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
