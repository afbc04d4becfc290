import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

/**
 * `npm test`: builds the page once, runs mocha on everything, and ends with the counts in one plain line.
 * Arguments go to mocha: `npm test -- tests/graves/*.test.ts`.
 */
const asked = process.argv.slice(2);
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const { buildClient } = await import('./build.ts');
await buildClient((line) => void process.stdout.write(`${line}\n`));

let passed = 0;
let failed = 0;
const child = spawn(
  process.execPath,
  [mocha, '--no-color', ...(asked.length > 0 ? asked : ['tests/**/*.test.ts'])],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test' },
  },
);
let line = '';
child.stdout.on('data', (chunk: Buffer) => {
  process.stdout.write(chunk);
  line += chunk.toString();
  const lines = line.split('\n');
  line = lines.pop() ?? '';
  for (const text of lines) {
    passed = Number(/^\s*(\d+) passing/.exec(text)?.[1] ?? passed);
    failed = Number(/^\s*(\d+) failing/.exec(text)?.[1] ?? failed);
  }
});
child.on('close', (code) => {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(code === 0 && passed === 0 ? 1 : (code ?? 1));
});
