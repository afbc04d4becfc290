import { once } from 'node:events';
import type { Server } from 'node:http';
import path from 'node:path';
import express from 'express';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { siteOf } from '../../server/pages/site.ts';
import { startSearch, type SearchService } from '../../server/search/service.ts';
import { readSettings } from '../../server/settings.ts';

const client = path.resolve(import.meta.dirname, '..', '..', 'dist', 'client');

export interface TestSite {
  url: string;
  search: SearchService;
  close: () => Promise<void>;
}

/**
 * The whole site on the test file's database, listening on a free port. Call it after the data is there: the index is
 * built at the start.
 */
export async function openSite(env: Record<string, string> = {}): Promise<TestSite> {
  const settings = readSettings({
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
    PUBLIC_URL: 'https://tri-an.example',
    ...env,
  });
  const search = await startSearch({
    connection: mongoose.connection,
    workers: 1,
    onProgress: () => undefined,
  });
  const app = createApp({
    site: siteOf(settings, search, '© GeoNames'),
    assets: await readAssets(client),
    log: pino({ level: settings.LOG_LEVEL }),
    files: express.static(client, { index: false }),
    notReady: () => (search.ready ? undefined : 'search'),
  });
  const server: Server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    search,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await search.stop();
    },
  };
}
