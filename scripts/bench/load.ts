import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatePeople } from '../generate/people.ts';

const lines = 20_000;

/** `npm run load` of 20,000 invented lines beside the running site, and the same file again. */
export async function benchLoad(_url: string, env: Record<string, string>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tri-an-load-'));
  const file = path.join(folder, 'lines.ndjson');
  const people = [...generatePeople({ seed: 7, count: lines })].map(({ line }) =>
    JSON.stringify({ ...line, code: undefined }),
  );
  await writeFile(file, people.join('\n'));
  try {
    for (const what of ['first', 'again']) {
      const child = spawn(
        process.execPath,
        ['--import=tsx', path.resolve(import.meta.dirname, '..', 'load.ts'), file],
        {
          env: { ...process.env, MONGODB_URI: '', ...env },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await once(child, 'close');
      process.stdout.write(`${what}: ${said.split('\n').find((line) => line.startsWith('Xong')) ?? said}\n`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
