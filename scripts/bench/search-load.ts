import { ObjectId, type Db } from 'mongodb';
import { parsePartialDate } from '../../server/dates/parse.ts';
import { compactGrave, compactMartyr, compactVersion } from '../../server/search/compact.ts';
import { generatePeople, type Person } from '../generate/people.ts';

/** Everybody of the bench comes from this seed; queries come from another. */
export const seed = 1;
const batchSize = 5000;

/** A person who is sought, with the id he was stored under. */
export interface Sought {
  id: string;
  person: Person;
}

/**
 * Ids without a clock or a machine in them, so that the same size is the same data everywhere.
 * @param kind 1 dossier, 2 grave, 3 cemetery
 */
const idOf = (kind: number, number: number) =>
  new ObjectId(kind.toString(16).padStart(2, '0') + number.toString(16).padStart(22, '0'));

/** Whether nothing on the record names anybody: nobody can be sought by name there. */
const nameless = ({ line }: Person) =>
  line.name === undefined && /chưa/i.test(line.grave?.inscription ?? 'chưa');

/**
 * Writes invented dossiers with their graves and cemeteries as published documents, packed for search as writers do.
 * @param wanted how many people to keep for being sought
 * @returns those people, spread evenly over all
 */
export async function loadPeople(
  db: Db,
  size: number,
  wanted: number,
  say: (line: string) => void,
): Promise<Sought[]> {
  const every = Math.max(1, Math.floor(size / wanted));
  const sought: Sought[] = [];
  const held = await db.collection<{ _id: string; size: number }>('benchNotes').findOne({ _id: 'loaded' });
  const isLoaded = held?.size === size;
  const cemeteries = new Map<string, ObjectId>();
  let martyrs: object[] = [];
  let graves: object[] = [];
  const flush = async () => {
    if (martyrs.length > 0) await db.collection('martyrs').insertMany(martyrs, { ordered: false });
    if (graves.length > 0) await db.collection('graves').insertMany(graves, { ordered: false });
    martyrs = [];
    graves = [];
  };
  const started = performance.now();
  let number = 0;
  let told = started;
  for (const person of generatePeople({ seed, count: size })) {
    number += 1;
    if (number % every === 0 && !nameless(person))
      sought.push({
        id: (person.line.name === undefined ? idOf(2, number) : idOf(1, number)).toHexString(),
        person,
      });
    if (isLoaded) continue;
    const { martyr, grave } = documents(person, number, cemeteries);
    if (martyr !== undefined) martyrs.push(martyr);
    if (grave !== undefined) graves.push(grave);
    if (martyrs.length >= batchSize) await flush();
    if (performance.now() - told > 15_000) {
      told = performance.now();
      say(`  loaded ${number} (${Math.round(number / ((told - started) / 1000))} a second)`);
    }
  }
  if (isLoaded) return sought;
  await flush();
  await db.collection('cemeteries').insertMany(
    [...cemeteries].map(([name, _id], at) => ({
      _id,
      code: `NT${String(9000 + at)}`,
      name,
      kind: 'district',
      status: 'published',
      sources: [],
      version: 0,
    })),
  );
  await db.collection<{ _id: string; size: number }>('benchNotes').insertOne({ _id: 'loaded', size });
  const seconds = (performance.now() - started) / 1000;
  say(
    `loaded ${size} in ${seconds.toFixed(0)} s: ${Math.round(size / seconds)} a second (invented, packed for search and written)`,
  );
  return sought;
}

function documents({ line }: Person, number: number, cemeteries: Map<string, ObjectId>) {
  let grave;
  if (line.grave !== undefined) {
    const { cemetery, ...position } = line.grave;
    let cemeteryId = cemeteries.get(cemetery);
    if (cemeteryId === undefined) cemeteries.set(cemetery, (cemeteryId = idOf(3, cemeteries.size + 1)));
    const isNamed = line.name !== undefined;
    const information = isNamed
      ? ('named' as const)
      : /chưa/i.test(position.inscription ?? '')
        ? ('unknown' as const)
        : ('partly' as const);
    grave = {
      _id: idOf(2, number),
      cemeteryId,
      // Shared graves would need one document for two lines: here each line has its own.
      ...position,
      number: `${position.number ?? ''}/${number}`,
      information,
      martyrIds: isNamed ? [{ martyrId: idOf(1, number) }] : [],
      status: 'published',
      version: 0,
    };
    if (!isNamed)
      return {
        grave: {
          ...grave,
          search: { v: compactVersion, k: compactGrave({ inscription: null, ...grave } as never) },
        },
      };
  }
  const place = (text: string | undefined) => (text === undefined ? {} : { text });
  const martyr = {
    _id: idOf(1, number),
    code: line.code!,
    name: { full: line.name!, aliases: line.aliases ?? [] },
    ...(line.gender === undefined ? {} : { gender: line.gender }),
    ...(line.birth === undefined ? {} : { birth: parsePartialDate(line.birth) }),
    ...(line.death === undefined ? {} : { death: parsePartialDate(line.death) }),
    ...(line.home === undefined ? {} : { home: place(line.home) }),
    ...(line.deathPlace === undefined ? {} : { deathPlace: place(line.deathPlace) }),
    ...(line.unit === undefined ? {} : { unit: line.unit }),
    ...(line.rank === undefined ? {} : { rank: line.rank }),
    ...(grave === undefined ? {} : { graveId: grave._id }),
    sources: ['bench'],
    status: 'published',
    version: 0,
  };
  return {
    martyr: { ...martyr, search: { v: compactVersion, k: compactMartyr(martyr as never, grave as never) } },
    grave,
  };
}
