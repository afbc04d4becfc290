import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { StartError } from '../database/start-error.ts';
import { recordLines } from '../martyrs/record.ts';
import { ExchangeLine } from './exchange.ts';

/** Lines written together; a batch is one round of bulk writes. */
const batchSize = 1000;
/** Refusals told on the screen; all of them go to the file. */
const toldRefusals = 10;

export interface LoadSummary {
  lines: number;
  new: number;
  updated: number;
  unchanged: number;
  refused: number;
}

/** A line that was not taken, and why. */
interface Refusal {
  line: number;
  reason: string;
  text: string;
}

/**
 * Loads exchange lines (NDJSON) as published dossiers. Loading the same file twice changes nothing; a refused line
 * does not stop the others and is kept in FILE.refused.ndjson.
 */
export async function runLoad(file: string, say: (line: string) => void): Promise<LoadSummary> {
  await access(file).catch(() => {
    throw new StartError(`Không đọc được tệp ${file}. Hãy kiểm tra đường dẫn.`);
  });
  const bytes = (await stat(file)).size;
  const summary: LoadSummary = { lines: 0, new: 0, updated: 0, unchanged: 0, refused: 0 };
  const refusals = new RefusalFile(`${file}.refused.ndjson`);
  const input = createReadStream(file);
  const started = Date.now();
  let told = started;
  let batch: { line: ExchangeLine; hash: string; at: number; text: string }[] = [];

  const flush = async () => {
    if (batch.length === 0) return;
    const written = await recordLines(batch, {
      connection: mongoose.connection,
      source: file.split(/[\\/]/).at(-1)!,
      by: 'npm run load',
      status: 'published',
    });
    summary.new += written.new;
    summary.updated += written.updated;
    summary.unchanged += written.unchanged;
    for (const { index, reason } of written.refused) {
      const { at, text } = batch[index]!;
      await refusals.add({ line: at, reason, text }, say);
    }
    batch = [];
    if (Date.now() - told < 2000) return;
    told = Date.now();
    const rate = Math.round(summary.lines / ((told - started) / 1000));
    say(
      `${Math.floor((input.bytesRead / Math.max(1, bytes)) * 100)} %: ${summary.lines} dòng, ${rate} dòng/giây`,
    );
  };

  for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
    const text = (summary.lines === 0 ? raw.replace(/^\uFEFF/, '') : raw).normalize('NFC');
    summary.lines += 1;
    if (text.trim() === '') continue;
    const read = readLine(text);
    if (typeof read === 'string') await refusals.add({ line: summary.lines, reason: read, text }, say);
    else batch.push({ line: read, hash: hashOf(read), at: summary.lines, text });
    if (batch.length >= batchSize) await flush();
  }
  await flush();
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
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return 'không phải JSON đúng dạng';
  }
  const result = ExchangeLine.safeParse(parsed);
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

class RefusalFile {
  private stream: WriteStream | undefined;
  private count = 0;

  constructor(private readonly path: string) {}

  async add(refusal: Refusal, say: (line: string) => void): Promise<void> {
    this.count += 1;
    if (this.count <= toldRefusals) say(`Dòng ${refusal.line} bị từ chối: ${refusal.reason}`);
    this.stream ??= createWriteStream(this.path);
    if (!this.stream.write(`${JSON.stringify(refusal)}\n`)) await once(this.stream, 'drain');
  }

  async close(): Promise<number> {
    if (this.stream) {
      this.stream.end();
      await once(this.stream, 'finish');
    }
    return this.count;
  }
}
