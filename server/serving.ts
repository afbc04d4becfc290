import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { alive, makeFolder } from './database/folder.ts';
import { StartError } from './database/start-error.ts';
import type { Settings } from './settings.ts';

/**
 * One server to a data folder: a second would fill the same demonstration data and take the first one's place.
 * With MONGODB_URI several servers may share the database, each with its own address.
 * @returns leaves the place again
 * @throws StartError when another server holds it
 */
export async function takeServerPlace({
  DATA_DIR,
  MONGODB_URI,
  PORT,
}: Settings): Promise<() => Promise<void>> {
  if (MONGODB_URI !== undefined) return () => Promise.resolve();
  const mark = path.join(DATA_DIR, 'server.json');
  const other = await readFile(mark, 'utf8').then(
    (text) => JSON.parse(text) as { pid: number; port: number },
    () => undefined,
  );
  if (other !== undefined && other.pid !== process.pid && alive(other.pid))
    throw new StartError(
      `Một máy chủ Tri Ân khác (tiến trình ${other.pid}, cổng ${other.port}) đang dùng thư mục ${DATA_DIR}. Hãy tắt nó, hoặc đặt DATA_DIR tới thư mục khác.`,
    );
  try {
    await makeFolder(DATA_DIR);
    await writeFile(mark, JSON.stringify({ pid: process.pid, port: PORT }));
  } catch (error) {
    throw new StartError(
      `Không ghi được vào thư mục dữ liệu ${DATA_DIR} (${(error as NodeJS.ErrnoException).code ?? 'không rõ'}). Hãy cấp quyền ghi, hoặc đặt DATA_DIR tới thư mục khác.`,
    );
  }
  return () => rm(mark, { force: true });
}
