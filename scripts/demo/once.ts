import type { Connection } from 'mongoose';
import { forgetStatistics } from '../../server/statistics/count.ts';
import { makeDemoAccounts } from './accounts.ts';
import { loadDemo } from './load.ts';
import { demoMark } from './source.ts';

/**
 * Loads the demonstration data on the first start of an empty database. A start that was cut short begins again (loading
 * is repeatable); data that was removed, or a database with real dossiers, is left alone.
 * @param mayGoOn called between the steps; throws to give up
 */
export async function loadDemoOnce(
  connection: Connection,
  say: (line: string) => void,
  mayGoOn: () => void,
): Promise<void> {
  const done = connection.collection<{ _id: string; at: Date }>('migrations');
  if ((await done.findOne({ _id: demoMark })) !== null) {
    // loaded by a version that had no accounts yet
    if ((await connection.collection('martyrs').findOne({ demo: true })) !== null) await makeDemoAccounts();
    return;
  }
  if ((await connection.collection('martyrs').findOne({ demo: { $ne: true } })) !== null) return;
  say('Nạp dữ liệu minh họa (không phải người thật)…');
  const show = progressBar(say);
  await loadDemo(connection, (share, what) => {
    mayGoOn();
    show(share, what);
  });
  await makeDemoAccounts();
  await done.updateOne({ _id: demoMark }, { $set: { at: new Date() } }, { upsert: true });
  forgetStatistics();
}

/** In a terminal a bar that grows in place, elsewhere a line for each tenth. */
function progressBar(say: (line: string) => void): (share: number, what: string) => void {
  let told = -1;
  return (share, what) => {
    const tenths = Math.floor(share * 10);
    const bar = `${'█'.repeat(Math.round(share * 30)).padEnd(30, '░')} ${Math.round(share * 100)} %  ${what}`;
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[K  ${bar}${share >= 1 ? '\n' : ''}`);
    } else if (tenths > told) {
      told = tenths;
      say(`  ${bar}`);
    }
  };
}
