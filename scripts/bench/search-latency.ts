import autocannon from 'autocannon';
import { readFile } from 'node:fs/promises';

/** Memory of a process as the kernel counts it, in MB; 0 where /proc is not there. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** Times of every response over some seconds. */
export async function latency(
  url: string,
  paths: string[],
  connections: number,
  seconds: number,
): Promise<{ times: number[]; rate: number; errors: number }> {
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(
      { url, connections, duration: seconds, requests: paths.map((path) => ({ path })) },
      (error, done) => (error == null ? resolve(done) : reject(error as Error)),
    );
    run.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
  times.sort((one, other) => one - other);
  return { times, rate: times.length / result.duration, errors: result.errors + result.non2xx };
}

export const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const latencyLine = (
  name: string,
  connections: number,
  { times, rate, errors }: Awaited<ReturnType<typeof latency>>,
): string =>
  `${name.padEnd(24)}${String(connections).padStart(4)}  ${[0.5, 0.95, 0.99, 1].map((share) => percentile(times, share).toFixed(1).padStart(7)).join('  ')}  ${rate.toFixed(0).padStart(6)}  ${errors}`;
