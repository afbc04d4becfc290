import { spawn } from 'node:child_process';

/** `npm run dev`: the server starts again when its code changes; Vite swaps what changes in the page. */
const child = spawn(
  'npx',
  ['tsx', 'watch', '--clear-screen=false', '--exclude', 'client/map/**', 'server/main.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  },
);
child.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
