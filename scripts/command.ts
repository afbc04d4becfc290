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
    const told = error instanceof StartError || error instanceof SettingError;
    process.stderr.write(
      `${told || !(error instanceof Error) ? (error as Error).message : (error.stack ?? error.message)}\n`,
    );
    process.exitCode = 1;
  }
}
