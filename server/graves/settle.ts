import type { AnyBulkWriteOperation } from 'mongodb';
import { Types, type ClientSession } from 'mongoose';
import { compactGrave, compactVersion } from '../search/compact.ts';
import type { ExchangeLine } from '../imports/exchange.ts';
import { Graves, type Grave } from './model.ts';
import { isNameless } from './nameless.ts';

/** A grave as the batch in hand sees it: as stored, with what the batch adds. */
export interface Settled {
  id: Types.ObjectId;
  cemeteryId: Types.ObjectId;
  information: Grave['information'];
  inscription: string | undefined;
  /** As it was before the batch; undefined when the batch makes it. */
  before: Grave['information'] | undefined;
  /** Whom the batch lays into it. */
  laid: Types.ObjectId[];
  /** Somebody lies in it by name already, so it is no hit of its own. */
  claimed: boolean;
  document?: Record<string, unknown>;
}

type Place = NonNullable<ExchangeLine['grave']>;

export interface GraveMore {
  source: string;
  status: 'draft' | 'published';
  demo?: boolean;
}

const keyOf = (
  cemeteryId: Types.ObjectId,
  {
    section,
    row,
    number,
  }: {
    section?: string | null | undefined;
    row?: string | null | undefined;
    number?: string | null | undefined;
  },
) => [cemeteryId.toString(), section ?? '', row ?? '', number ?? ''].join('|');

/** What the stone and the list say of who lies there. */
export function informationOf(
  name: string | undefined,
  inscription: string | undefined,
): Grave['information'] {
  if (name !== undefined && !isNameless(name))
    return /[?…]|\.\.\./.test(name) || !name.trim().includes(' ') ? 'partly' : 'named';
  return inscription !== undefined && !isNameless(inscription) ? 'partly' : 'unknown';
}

/** Finds or makes the graves of a batch; several lines that name one plot share it. */
export class GraveSettler {
  private readonly settled = new Map<string, Settled>();

  constructor(private readonly more: GraveMore) {}

  /** Reads the graves that the batch's lines name, all at once. */
  async read(places: { cemeteryId: Types.ObjectId; place: Place }[], session: ClientSession): Promise<void> {
    // One seek of the index for each row named: a list of one cemetery names few, and none scans the cemetery.
    const rows = new Map<string, { at: Record<string, unknown>; numbers: string[] }>();
    for (const { cemeteryId, place } of places) {
      if (place.number === undefined) continue;
      const { section = { $exists: false }, row = { $exists: false } } = place;
      const key = keyOf(cemeteryId, { section: place.section, row: place.row });
      const known = rows.get(key) ?? { at: { cemeteryId, section, row }, numbers: [] };
      known.numbers.push(place.number);
      rows.set(key, known);
    }
    if (rows.size === 0) return;
    const found = await Graves.find(
      { $or: [...rows.values()].map(({ at, numbers }) => ({ ...at, number: { $in: numbers } })) },
      { cemeteryId: 1, section: 1, row: 1, number: 1, information: 1, inscription: 1, martyrIds: 1 },
    )
      .session(session)
      .lean<Grave[]>();
    for (const grave of found)
      this.settled.set(keyOf(grave.cemeteryId, grave), {
        id: grave._id,
        cemeteryId: grave.cemeteryId,
        information: grave.information,
        inscription: grave.inscription ?? undefined,
        before: grave.information,
        laid: [],
        claimed: grave.martyrIds.length > 0,
      });
  }

  /**
   * The grave of one line. A plot is one by its number; a line that names none gets a grave of its own, known again by
   * `hash` when the line comes a second time.
   */
  settle(
    cemeteryId: Types.ObjectId,
    place: Place,
    line: ExchangeLine,
    hash: string,
  ): { grave: Settled; known: boolean } {
    const key = place.number === undefined ? `line|${hash}` : keyOf(cemeteryId, place);
    const known = this.settled.get(key);
    if (known) return { grave: known, known: true };
    const { section, row, number, inscription } = place;
    const information = informationOf(line.name, inscription);
    const id = new Types.ObjectId();
    const grave: Settled = {
      id,
      cemeteryId,
      information,
      inscription,
      before: undefined,
      laid: [],
      claimed: false,
    };
    grave.document = {
      _id: id,
      cemeteryId,
      ...(section === undefined ? {} : { section }),
      ...(row === undefined ? {} : { row }),
      ...(number === undefined ? {} : { number }),
      ...(inscription === undefined ? {} : { inscription }),
      condition: 'not-checked',
      dna:
        line.dna === undefined || line.dna === 'none'
          ? { state: 'none', steps: [] }
          : { state: line.dna, steps: [{ state: line.dna }] },
      moves:
        line.firstBurial === undefined
          ? []
          : [{ kind: 'first-burial', place: { text: line.firstBurial, sure: false } }],
      oldNumbers: [],
      photos: [],
      sources: [line.source ?? this.more.source],
      status: this.more.status,
      ...(this.more.demo ? { demo: true } : {}),
      ...(number === undefined ? { lineHash: hash } : {}),
    };
    this.settled.set(key, grave);
    return { grave, known: false };
  }

  /** Lays a person into a grave: now it is named. */
  lay(grave: Settled, martyrId: Types.ObjectId, line: ExchangeLine): void {
    grave.laid.push(martyrId);
    const says = informationOf(line.name, line.grave?.inscription);
    if (grave.information !== 'named') grave.information = says;
  }

  /** Writes all graves of the batch. @returns changes of the cemeteries' counts */
  async write(session: ClientSession, at: Date): Promise<Map<string, Record<string, number>>> {
    const counts = new Map<string, Record<string, number>>();
    const add = (grave: Settled, field: string, n: number) => {
      const of = counts.get(grave.cemeteryId.toString()) ?? {};
      of[`counts.${field}`] = (of[`counts.${field}`] ?? 0) + n;
      counts.set(grave.cemeteryId.toString(), of);
    };
    const writes: AnyBulkWriteOperation[] = [];
    for (const grave of this.settled.values()) {
      const martyrIds = grave.laid.map((martyrId) => ({ martyrId, evidence: this.more.source }));
      if (grave.document) {
        add(grave, 'graves', 1);
        add(grave, grave.information, 1);
        const search = grave.laid.length > 0 ? {} : { search: packed(grave) };
        writes.push({
          insertOne: {
            document: {
              ...grave.document,
              information: grave.information,
              martyrIds,
              ...search,
              version: 0,
              createdAt: at,
              updatedAt: at,
            },
          },
        });
      } else if (grave.laid.length > 0) {
        if (grave.before !== undefined && grave.before !== grave.information) {
          add(grave, grave.before, -1);
          add(grave, grave.information, 1);
        }
        writes.push({
          updateOne: {
            filter: { _id: grave.id },
            update: {
              $set: { information: grave.information, updatedAt: at },
              $push: { martyrIds: { $each: martyrIds } } as never,
              $unset: { search: '' },
              $inc: { version: 1 },
            },
          },
        });
      }
    }
    if (writes.length > 0) await Graves.collection.bulkWrite(writes, { session, ordered: false });
    return counts;
  }
}

function packed(grave: Settled) {
  return {
    v: compactVersion,
    k: compactGrave({
      information: grave.information,
      inscription: grave.inscription ?? null,
      cemeteryId: grave.cemeteryId,
    }),
  };
}
