import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

const main = path.resolve(import.meta.dirname, '..', '..', 'server', 'main.ts');

export interface Started {
  child: ChildProcess;
  url: string;
  output: () => string;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A start in a process of its own, as a person does it; `said` waits until it has printed something. */
export function startingServer(env: Record<string, string>) {
  const { child, output } = run(env);
  const said = (words: string) =>
    new Promise<void>((resolve, reject) => {
      child.stdout.on('data', () => output().includes(words) && resolve());
      child.once('exit', (code) => reject(new Error(`exit ${code}\n${output()}`)));
    });
  return { child, output, said };
}

/** The same, waiting for its last line. */
export async function startServer(env: Record<string, string>): Promise<Started> {
  const port = env['PORT'] ?? String(await freePort());
  const { child, output, said } = startingServer({ ...env, PORT: port });
  await said('Tri Ân đang chạy');
  return { child, url: `http://127.0.0.1:${port}`, output };
}

/** A start that is expected to fail. @returns exit code and everything it said */
export async function failingStart(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = run(env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const closed = once(child, 'exit');
  child.kill(signal);
  const [code] = (await closed) as [number | null];
  return code;
}

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import=tsx', main], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      MONGODB_URI: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}
