import mongoose from 'mongoose';
import { checkStored } from '../server/search/check-stored.ts';
import { startSearch } from '../server/search/service.ts';
import { command } from './command.ts';

/**
 * `npm run search:verify`: proves that what search would say equals the database. First every stored packed field is
 * made anew and compared; then an index that was built and kept in step is compared with one built from nothing.
 * Runs beside a server. Exit code 1 when anything differs.
 */
await command(async (_settings, say) => {
  let told = Date.now();
  const stored = await checkStored(mongoose.connection.getClient().db(mongoose.connection.name), (done) => {
    if (Date.now() - told < 2000) return;
    told = Date.now();
    say(`Đã đối chiếu ${done.toLocaleString('vi-VN')} bản ghi`);
  });
  say(
    `Trường đóng gói: ${stored.documents} bản ghi, khác ${stored.differing.length}${listed(stored.differing)}`,
  );
  const search = await startSearch({ connection: mongoose.connection, onProgress: say });
  const index = await search.verify();
  await search.stop();
  say(`Chỉ mục: ${index.documents} bản ghi, khác ${index.differing.length}${listed(index.differing)}`);
  if (stored.differing.length + index.differing.length > 0) process.exitCode = 1;
});

function listed(ids: string[]): string {
  return ids.length === 0 ? '' : ` (${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ', …' : ''})`;
}
