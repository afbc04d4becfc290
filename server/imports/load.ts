import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { z } from 'zod';
import { StartError } from '../database/start-error.ts';
import { recordLines, type RecordContext } from '../martyrs/record.ts';
import { ExchangeLine } from './exchange.ts';

/** Lines written together; a batch is one round of bulk writes. */
const batchSize = 1000;
/** Refusals told on the screen; all of them go to the file. */
const toldRefusals = 10;
/** No dossier is so long; a file without line breaks is no NDJSON. */
const longestLine = 100_000;

export interface LoadSummary {
  lines: number;
  new: number;
  updated: number;
  unchanged: number;
  refused: number;
}

/** A line of the file by its number, from 1. */
interface Numbered {
  at: number;
  text: string;
}
interface Read extends Numbered {
  line: ExchangeLine;
  hash: string;
}

/**
 * Loads exchange lines (NDJSON) as published dossiers. Loading the same file twice changes nothing; a refused line
 * does not stop the others and is kept in FILE.refused.ndjson.
 */
export async function runLoad(file: string, say: (line: string) => void): Promise<LoadSummary> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new StartError(`Không đọc được tệp ${file}. Hãy kiểm tra đường dẫn.`);
  const summary: LoadSummary = { lines: 0, new: 0, updated: 0, unchanged: 0, refused: 0 };
  const refusals = new RefusalFile(`${file}.refused.ndjson`, say);
  const input = createReadStream(file);
  const started = Date.now();
  let told = started;
  const context: RecordContext = {
    connection: mongoose.connection,
    source: `Danh sách “${path.parse(file).name}”`,
    by: 'npm run load',
    status: 'published',
  };

  const write = async (batch: Read[]) => {
    const written = await recordLines(batch, context);
    summary.new += written.new;
    summary.updated += written.updated;
    summary.unchanged += written.unchanged;
    for (const { index, reason } of written.refused) await refusals.add(batch[index]!, reason);
    if (Date.now() - told < 2000) return;
    told = Date.now();
    const rate = Math.round(summary.lines / ((told - started) / 1000));
    const share = Math.floor((input.bytesRead / Math.max(1, found.size)) * 100);
    say(`${share} %: ${summary.lines} dòng, ${rate} dòng/giây`);
  };

  // One batch is written while the next is read: the database and this process work at the same time.
  let writing = Promise.resolve();
  let batch: Read[] = [];
  for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
    const text = (summary.lines === 0 ? raw.replace(/^\uFEFF/, '') : raw).normalize('NFC');
    summary.lines += 1;
    if (text.trim() === '') continue;
    const read = readLine(text);
    if (typeof read === 'string') await refusals.add({ at: summary.lines, text }, read);
    else batch.push({ line: read, hash: hashOf(read), at: summary.lines, text });
    if (batch.length < batchSize) continue;
    await writing;
    writing = write(batch);
    // Its fault is met at the next await; until then it must not count as one that nobody handles.
    writing.catch(() => undefined);
    batch = [];
  }
  await writing;
  if (batch.length > 0) await write(batch);
  summary.refused = await refusals.close();

  const seconds = (Date.now() - started) / 1000;
  say(
    `Xong ${summary.lines} dòng trong ${seconds.toFixed(1)} giây (${Math.round(summary.lines / seconds)} dòng/giây): ` +
      `${summary.new} mới, ${summary.updated} cập nhật, ${summary.unchanged} không đổi, ${summary.refused} từ chối.`,
  );
  if (summary.refused > 0) say(`Các dòng bị từ chối nằm trong ${file}.refused.ndjson, kèm lý do.`);
  return summary;
}

/** @returns the line, or the reason why it cannot be taken */
function readLine(text: string): ExchangeLine | string {
  if (text.length > longestLine) return `dòng dài quá ${longestLine} ký tự`;
  if (text.includes('\uFFFD')) return 'không phải chữ UTF-8; hãy lưu tệp theo UTF-8';
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'không phải JSON đúng dạng';
  }
  const result = ExchangeLine.safeParse(parsed, { error: z.locales.vi().localeError });
  if (result.success) return result.data;
  return result.error.issues
    .map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `không có mục tên ${issue.keys.join(', ')}`
        : `${issue.path.join('.') || 'dòng'}: ${issue.message}`,
    )
    .join('; ');
}

/** The same facts in any order of their names are the same line. */
function hashOf(line: ExchangeLine): string {
  const sorted = (value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
  return createHash('sha256')
    .update(JSON.stringify(sorted(line)))
    .digest('base64url');
}

/** Lines that were not taken, each with its reason; the file is made when the first one comes. */
class RefusalFile {
  private stream: WriteStream | undefined;
  private count = 0;

  constructor(
    private readonly file: string,
    private readonly say: (line: string) => void,
  ) {}

  async add({ at, text }: Numbered, reason: string): Promise<void> {
    this.count += 1;
    if (this.count <= toldRefusals) this.say(`Dòng ${at} bị từ chối: ${reason}`);
    this.stream ??= createWriteStream(this.file);
    const line = JSON.stringify({ line: at, reason, text: text.slice(0, longestLine) });
    if (!this.stream.write(`${line}\n`)) await once(this.stream, 'drain');
  }

  async close(): Promise<number> {
    if (this.stream) {
      this.stream.end();
      await once(this.stream, 'finish');
    }
    return this.count;
  }
}
