import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

// Resolved from this file, not from the folder the program was started in, which is what a thread's own import would do.
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));

/**
 * Starts a TypeScript file as a thread. On Node 20 a loader given by `--import=tsx` serves the main thread only, so the
 * thread registers it for itself before its file is loaded.
 * @param mostMb heap of its own that it may use; shared columns do not count
 */
export function startThread(file: string, mostMb: number, workerData?: unknown): Worker {
  const loader = JSON.stringify(new URL('dist/esm/api/index.mjs', tsx).href);
  const entry = JSON.stringify(new URL(file, import.meta.url).href);
  const code = `import(${loader}).then(({ register }) => { register(); return import(${entry}); });`;
  return new Worker(code, {
    eval: true,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: mostMb, maxYoungGenerationSizeMb: 16 },
  });
}
