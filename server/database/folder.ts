import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from './start-error.ts';

/** Below this mongod itself stops writing, so a start would only fail later and less clearly. */
const leastFreeBytes = 600 * 1024 * 1024;

/** Where a mongod of this data folder is, or was. */
export interface Running {
  pid: number;
  port: number;
}

/**
 * Makes a folder and those above it. Node's own `recursive` never ends where a folder is refused as "no such file",
 * as under /proc.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const above = path.dirname(folder);
    if (code !== 'ENOENT' || above === folder || existsSync(above)) throw error;
    await makeFolder(above);
    await mkdir(folder);
  }
}

/**
 * Makes the data folder and proves that it can be written and has room.
 * @throws StartError read-only, not a folder, or full
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolder(path.join(folder, 'users'));
    const probe = path.join(folder, `.write-${process.pid}`);
    await writeFile(probe, 'x');
    await rm(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC') throw full(folder);
    throw new StartError(
      `Không ghi được vào thư mục dữ liệu ${folder} (${code ?? 'không rõ'}). Hãy cấp quyền ghi, hoặc đặt DATA_DIR tới thư mục khác.`,
    );
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < leastFreeBytes) throw full(folder);
}

const full = (folder: string) =>
  new StartError(
    `Ổ đĩa chứa ${folder} đã gần đầy (cần trống ít nhất 600 MB). Hãy giải phóng chỗ, hoặc đặt DATA_DIR tới ổ đĩa khác.`,
  );

/** Whether a process of this machine is alive. One that has ended but was not yet collected by its parent is not. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !ended(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A container's first process often collects nobody: an orphan that has ended stays listed as a zombie (state Z). */
function ended(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) === 'Z';
  } catch {
    return true;
  }
}

const notes = (folder: string) => path.join(folder, 'mongod.json');

/** The mongod noted in the folder, whether it still runs or not. */
export async function readRunning(folder: string): Promise<Running | undefined> {
  try {
    return JSON.parse(await readFile(notes(folder), 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

export async function noteRunning(folder: string, running: Running): Promise<void> {
  await writeFile(notes(folder), JSON.stringify(running));
}

/**
 * Each process that uses the folder's mongod leaves a mark, so that the last one to leave stops it:
 * a command that ends must not take the database from a server that came meanwhile, nor the other way round.
 */
export async function markUser(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'users', String(process.pid)), '');
}

/** Takes this process's mark away. @returns whether nobody else is left */
export async function unmarkUser(folder: string): Promise<boolean> {
  const users = path.join(folder, 'users');
  await rm(path.join(users, String(process.pid)), { force: true });
  let others = 0;
  for (const name of await readdir(users)) {
    if (alive(Number(name))) others += 1;
    else await rm(path.join(users, name), { force: true });
  }
  return others === 0;
}
