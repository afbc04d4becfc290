import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Server } from 'node:http';
import express from 'express';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { buildClient } from '../scripts/build.ts';
import { loadDemoOnce } from '../scripts/demo/once.ts';
import { createApp } from './app.ts';
import { openDatabase, type Database } from './database/open.ts';
import { StartError } from './database/start-error.ts';
import { developmentAssets, readAssets } from './pages/assets.ts';
import { siteOf } from './pages/site.ts';
import { takeServerPlace } from './serving.ts';
import { startSearch, type SearchService } from './search/service.ts';
import { publicUrl, readSettings, SettingError, type Settings } from './settings.ts';

const client = path.resolve(import.meta.dirname, '..', 'dist', 'client');
/** Requests under way get this long to finish when the site stops. */
const graceMs = 10_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  await start(readSettings());
} catch (error) {
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
  const leave = await takeServerPlace(settings);
  let database: Database | undefined;
  let search: SearchService | undefined;
  try {
    const development = settings.NODE_ENV === 'development';
    if (!development) await buildClient(say);
    database = await openDatabase(settings, say);
    if (settings.DEMO) await loadDemoOnce(mongoose.connection, say);
    search = await startSearch({
      connection: mongoose.connection,
      workers: settings.SEARCH_WORKERS,
      onProgress: say,
    });
    const log = pino({ level: settings.LOG_LEVEL });
    const credits = await readFile(
      path.join(import.meta.dirname, '..', 'client', 'public', 'base', 'credits.json'),
      'utf8',
    );
    const app = createApp({
      site: siteOf(settings, search, (JSON.parse(credits) as { attribution: string }).attribution),
      assets: development ? developmentAssets : await readAssets(client),
      log,
      files: development ? await viteFiles() : builtFiles(),
      notReady: () =>
        mongoose.connection.readyState !== mongoose.ConnectionStates.connected
          ? 'database'
          : search?.ready === true
            ? undefined
            : 'search',
    });
    const server = await listen(app, settings);
    say(`\nTri Ân đang chạy: ${publicUrl(settings)}   (dừng: Ctrl-C)`);
    stopOnSignal(server, [() => search?.stop(), () => database?.close(), leave]);
  } catch (error) {
    await search?.stop();
    await database?.close();
    await leave();
    throw error;
  }
}

function listen(app: express.Express, { PORT, HOST }: Settings): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(PORT, HOST, (error?: Error) => {
      if (error === undefined) {
        resolve(server);
        return;
      }
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE')
        reject(
          new StartError(
            `Cổng ${PORT} đang có chương trình khác dùng. Hãy tắt chương trình ấy, hoặc đặt PORT sang số khác.`,
          ),
        );
      else if (code === 'EACCES')
        reject(new StartError(`Không được phép mở cổng ${PORT}. Hãy đặt PORT từ 1024 trở lên.`));
      else
        reject(
          new StartError(`Không mở được ${HOST}:${PORT} (${code ?? error.message}). Hãy sửa HOST hoặc PORT.`),
        );
    });
  });
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

/** Ctrl-C and a service manager's stop: finish what is under way, then close in order. A second signal does not wait. */
function stopOnSignal(server: Server, closing: (() => Promise<void> | undefined)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say('Đang dừng…');
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(late);
    for (const close of closing) await close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}
