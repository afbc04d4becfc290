import type { Db, Document } from 'mongodb';
import { fold } from '../../server/text/fold.ts';
import type { NoiseKind } from '../generate/noise.ts';
import type { Asked } from './search-recall.ts';

const classes: Record<string, string> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  d: 'dđ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩị',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵ',
};
const patience = 60_000;
const candidates = 200;

/** Names that hold what was typed, whatever the case and the marks: what portals do today. */
function blindRegex(name: string): RegExp {
  const letters = fold(name.normalize('NFC'))
    .replace(/[^a-z0-9 ]/g, '')
    .trim();
  const pattern = letters.replace(/ |\w/g, (letter) =>
    letter === ' ' ? '\\s+' : classes[letter] === undefined ? letter : `[${classes[letter]}]`,
  );
  return new RegExp(pattern, 'i');
}

const words = (text: unknown) =>
  typeof text === 'string'
    ? fold(text)
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '')
    : [];

/** Candidates in the order of how many of the facts they share; both rivals get this help. */
function rankByFacts(found: Document[], { query }: Asked): string[] {
  const overlap = (given: string | undefined, recorded: unknown) => {
    const own = new Set(words(recorded));
    const asked = words(given);
    return asked.length === 0 || own.size === 0
      ? 0
      : asked.filter((word) => own.has(word)).length / asked.length;
  };
  const near = (given: string | undefined, year: unknown) =>
    given !== undefined && typeof year === 'number' ? Math.max(0, 1 - Math.abs(Number(given) - year) / 3) : 0;
  const score = ({ birth, death, home, deathPlace, unit }: Document) =>
    near(query.birthYear, (birth as Document | undefined)?.['year']) +
    near(query.deathYear, (death as Document | undefined)?.['year']) +
    overlap(query.home, (home as Document | undefined)?.['text']) +
    overlap(query.deathPlace, (deathPlace as Document | undefined)?.['text']) +
    overlap(query.unit, unit);
  return found
    .map((one, at) => ({ id: String(one['_id']), score: score(one), at }))
    .sort((one, other) => other.score - one.score || one.at - other.at)
    .map(({ id }) => id);
}

interface Result {
  n: number;
  ten: number;
  ms: number[];
}

async function measure(
  db: Db,
  asked: Asked[],
  filterOf: (name: string) => Document,
  sort?: Document,
): Promise<Map<NoiseKind, Result>> {
  const results = new Map<NoiseKind, Result>();
  for (const one of asked) {
    const result = results.get(one.kind) ?? { n: 0, ten: 0, ms: [] };
    results.set(one.kind, result);
    const from = performance.now();
    const cursor = db.collection('martyrs').find(filterOf(one.query.name), {
      projection: { birth: 1, death: 1, home: 1, deathPlace: 1, unit: 1, ...sort },
      limit: candidates,
      maxTimeMS: patience,
    });
    if (sort !== undefined) cursor.sort(sort);
    const found = await cursor.toArray().catch(() => []);
    result.ms.push(performance.now() - from);
    result.n += 1;
    if (rankByFacts(found, one).slice(0, 10).includes(one.sought.id)) result.ten += 1;
  }
  return results;
}

/** The same queries through (a) an accent-blind regex and (b) MongoDB's own text index, re-ranked by the facts. */
export async function measureRivals(
  db: Db,
  asked: Asked[],
  say: (line: string) => void,
): Promise<Record<'regex' | 'text', Map<NoiseKind, Result>>> {
  const dossiers = asked.filter(({ sought }) => sought.person.line.name !== undefined);
  const regex = await measure(db, dossiers, (name) => {
    const pattern = blindRegex(name);
    return { $or: [{ 'name.full': pattern }, { 'name.aliases': pattern }] };
  });
  const from = performance.now();
  const [index] = await db
    .collection('martyrs')
    .createIndexes([{ key: { 'name.full': 'text', 'name.aliases': 'text' }, default_language: 'none' }]);
  say(`$text index built in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  const text = await measure(db, dossiers, (name) => ({ $text: { $search: name.replace(/["-]/g, ' ') } }), {
    score: { $meta: 'textScore' },
  });
  await db.collection('martyrs').dropIndex(index!);
  return { regex, text };
}
