import { openDatabase } from '../server/database/open.ts';
import { StartError } from '../server/database/start-error.ts';
import { readSettings, SettingError, type Settings } from '../server/settings.ts';

/**
 * Runs a command on the database of the settings: beside a running server of the same DATA_DIR (it finds that mongod)
 * or without one (it starts and stops it).
 */
export async function command(
  work: (settings: Settings, say: (line: string) => void) => Promise<void>,
): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const settings = readSettings();
    const database = await openDatabase(settings, say);
    try {
      await work(settings, say);
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** What went wrong and what to do; only a fault of our own shows where it happened. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof StartError || error instanceof SettingError) return error.message;
  if (/^Mongo(Network|ServerSelection|BulkWrite|NotConnected|PoolCleared)/.test(error.name))
    return `Mất liên lạc với cơ sở dữ liệu (${error.message}). Những gì đã báo là xong vẫn còn; hãy chạy lại lệnh, chạy lại không làm trùng.`;
  return error.stack ?? error.message;
}
