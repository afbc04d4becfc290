import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express from 'express';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { buildClient } from '../scripts/build.ts';
import { loadDemoOnce } from '../scripts/demo/once.ts';
import { createApp } from './app.ts';
import { keepCheckpoints } from './audit/checkpoint.ts';
import { openDatabase } from './database/open.ts';
import { listen } from './listen.ts';
import { StartError } from './database/start-error.ts';
import { developmentAssets, readAssets } from './pages/assets.ts';
import { siteOf } from './pages/site.ts';
import { takeServerPlace } from './serving.ts';
import { Interrupted, Stopping } from './stopping.ts';
import { startSearch, type SearchService } from './search/service.ts';
import { publicUrl, readSettings, SettingError, type Settings } from './settings.ts';

const client = path.resolve(import.meta.dirname, '..', 'dist', 'client');
const creditsFile = path.resolve(import.meta.dirname, '..', 'client', 'public', 'base', 'credits.json');
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  await start(readSettings());
} catch (error) {
  if (error instanceof Interrupted) process.exit(130);
  if (error instanceof StartError || error instanceof SettingError)
    process.stderr.write(`\n${error.message}\n`);
  else
    process.stderr.write(
      `\nKhông khởi động được: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
}

/** From nothing to an answering site, one line of progress a step. */
async function start(settings: Settings): Promise<void> {
  const stopping = new Stopping(say);
  try {
    stopping.opened(await takeServerPlace(settings));
    const development = settings.NODE_ENV === 'development';
    if (!development) await buildClient(say);
    stopping.check();
    const database = await openDatabase(settings, say);
    stopping.opened(database.close);
    stopping.check();
    if (settings.DEMO) await loadDemoOnce(mongoose.connection, say, () => stopping.check());
    const search = await startSearch({
      connection: mongoose.connection,
      workers: settings.SEARCH_WORKERS,
      onProgress: say,
    });
    stopping.opened(() => search.stop());
    stopping.check();
    const log = pino({ level: settings.LOG_LEVEL });
    stopping.opened(
      keepCheckpoints(settings.DATA_DIR, (error) => log.error({ err: error }, 'audit checkpoint')),
    );
    const credits = await readFile(creditsFile, 'utf8');
    const app = createApp({
      site: siteOf(
        settings,
        search,
        (JSON.parse(credits) as { text: string }[]).map(({ text }) => text).join(' · '),
      ),
      assets: development ? developmentAssets : await readAssets(client),
      log,
      files: development ? await viteFiles() : builtFiles(),
      notReady: () => notReady(search),
    });
    stopping.answering(await listen(app, settings));
    say(`\nTri Ân đang chạy: ${publicUrl(settings)}   (dừng: Ctrl-C)`);
  } catch (error) {
    await stopping.closeAll();
    throw error;
  }
}

/** Why the site cannot answer now. */
function notReady(search: SearchService): string | undefined {
  if (mongoose.connection.readyState !== mongoose.ConnectionStates.connected) return 'database';
  return search.ready ? undefined : 'search';
}

/** Built files never change under their name; the base map's may, and are asked for again after a day. */
function builtFiles(): express.RequestHandler {
  return express.static(client, {
    index: false,
    dotfiles: 'ignore',
    setHeaders: (response, file) =>
      void response.setHeader(
        'Cache-Control',
        file.includes(`${path.sep}assets${path.sep}`)
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=86400',
      ),
  });
}

async function viteFiles(): Promise<express.RequestHandler> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: path.resolve(import.meta.dirname, '..', 'client', 'vite.config.ts'),
    server: { middlewareMode: true },
    appType: 'custom',
  });
  return vite.middlewares as express.RequestHandler;
}
