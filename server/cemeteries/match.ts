import { Types, type Connection } from 'mongoose';
import { takeNumbers } from '../database/transaction.ts';
import { fold } from '../text/fold.ts';
import { Cemeteries, type Cemetery } from './model.ts';

type Known = Pick<Cemetery, '_id' | 'code' | 'name' | 'provinceBefore' | 'provinceNow'>;

const kinds: [RegExp, Cemetery['kind']][] = [
  [/\bquoc gia\b/, 'national'],
  [/\b(dai tuong niem|dai liet si|bia)\b/, 'memorial'],
  [/\b(den|den tho|nha tho)\b/, 'temple'],
  [/\btinh\b/, 'province'],
  [/\b(huyen|quan|thi xa|thanh pho|tx|tp)\b/, 'district'],
];

/** Words of the same meaning are written alike, so that "NTLS xã An Bình" finds "Nghĩa trang liệt sĩ xã An Bình". */
function key(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(nghia trang liet s[iy]|nt ?ls|nghia trang)\b/, 'ntls');
}

/**
 * Finds cemeteries by the names that lists give them, and makes those that are not there yet. Kept for one load: each
 * name is looked up once.
 */
export class CemeteryMatcher {
  private readonly byKey = new Map<string, Known[]>();
  private ready: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly more: { source: string; demo?: boolean },
  ) {}

  /** @returns the cemetery, or the reason why none can be named */
  async match(written: string): Promise<Known | string> {
    await (this.ready ??= this.readAll());
    const found = this.byKey.get(key(written)) ?? [];
    if (found.length === 1) return found[0]!;
    if (found.length > 1)
      return `có ${found.length} nghĩa trang tên “${written}”; hãy ghi thêm tỉnh sau dấu phẩy`;
    return this.make(written);
  }

  private async readAll(): Promise<void> {
    const all = await Cemeteries.find({}, { code: 1, name: 1, provinceBefore: 1, provinceNow: 1 }).lean<
      Known[]
    >();
    for (const cemetery of all) this.learn(cemetery);
  }

  private learn(cemetery: Known): void {
    const provinces = new Set([cemetery.provinceBefore, cemetery.provinceNow].filter((name) => name != null));
    for (const name of [cemetery.name, ...[...provinces].map((province) => `${cemetery.name}, ${province}`)])
      this.byKey.set(key(name), [...(this.byKey.get(key(name)) ?? []), cemetery]);
  }

  private async make(name: string): Promise<Known> {
    const folded = fold(name);
    const code = `NT${String(await takeNumbers(this.connection, 'cemetery', 1)).padStart(4, '0')}`;
    const made = await Cemeteries.create({
      _id: new Types.ObjectId(),
      code,
      name: name.trim(),
      kind: kinds.find(([words]) => words.test(folded))?.[1] ?? 'commune',
      communeSure: false,
      sources: [this.more.source],
      confidence: 'low',
      ...(this.more.demo ? { demo: true } : {}),
    });
    const known = made.toObject() as unknown as Known;
    this.learn(known);
    return known;
  }
}
