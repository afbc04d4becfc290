import type { AnyBulkWriteOperation } from 'mongodb';
import { Types, type ClientSession, type Connection } from 'mongoose';
import { CemeteryMatcher } from '../cemeteries/match.ts';
import { Cemeteries } from '../cemeteries/model.ts';
import { inTransaction, numberTaken, takeNumbers } from '../database/transaction.ts';
import { Graves } from '../graves/model.ts';
import { GraveSettler, type Settled } from '../graves/settle.ts';
import type { ExchangeLine } from '../imports/exchange.ts';
import { compactMartyr, compactVersion } from '../search/compact.ts';
import { claimsOf, completenessOf, namesNobody, valuesOf, type Claim, type Origin } from './dossier.ts';
import { Martyrs, type Martyr } from './model.ts';

export interface RecordContext {
  connection: Connection;
  /** Source of lines that name none of their own. */
  source: string;
  by: string;
  status: 'draft' | 'published';
  demo?: boolean;
}

export interface Recorded {
  new: number;
  updated: number;
  unchanged: number;
  /** Index into the batch, and why in words. */
  refused: { index: number; reason: string }[];
}

interface Line {
  line: ExchangeLine;
  /** Same facts, same hash: a line without a code is known by it. */
  hash: string;
}

/** One matcher for all batches of a connection's load: the names of cemeteries are read once. */
const matchers = new WeakMap<RecordContext, CemeteryMatcher>();

/**
 * Writes a batch of checked lines as dossiers with their graves and cemeteries, all in one transaction. Writing the
 * same lines again changes nothing; a line whose code exists makes claims and overwrites nothing.
 */
export async function recordLines(lines: Line[], context: RecordContext): Promise<Recorded> {
  const matcher = matchers.get(context) ?? new CemeteryMatcher(context.connection, context);
  matchers.set(context, matcher);
  const refused: Recorded['refused'] = [];
  const placed: Placed[] = [];
  for (const [index, { line, hash }] of lines.entries()) {
    const cemetery = line.grave ? await matcher.match(line.grave.cemetery) : undefined;
    if (typeof cemetery === 'string') refused.push({ index, reason: cemetery });
    else if (namesNobody(line) && !line.grave)
      refused.push({ index, reason: 'không có tên và không có phần mộ' });
    else placed.push({ line, hash, cemeteryId: cemetery?._id });
  }
  const codes = await freeCodes(placed, context.connection);
  const counted = await inTransaction(
    (session) => new Batch(placed, codes, context, session).write(),
    context.connection,
  );
  return { ...counted, refused };
}

interface Placed extends Line {
  cemeteryId: Types.ObjectId | undefined;
}

/** Codes for the lines that have none; those that lines bring themselves are taken out of the series. */
async function freeCodes(placed: Placed[], connection: Connection): Promise<string[]> {
  const given = placed.flatMap(({ line }) => (line.code === undefined ? [] : [Number(line.code.slice(2))]));
  if (given.length > 0) await numberTaken(connection, 'martyr', Math.max(...given));
  const wanted = placed.filter(({ line }) => line.code === undefined && !namesNobody(line)).length;
  if (wanted === 0) return [];
  const first = await takeNumbers(connection, 'martyr', wanted);
  return Array.from({ length: wanted }, (_none, index) => `LS${String(first + index).padStart(7, '0')}`);
}

/** A dossier as the batch sees it: stored or new, with the claims that are added. */
interface Held {
  id: Types.ObjectId;
  document: Record<string, unknown>;
  claims: Claim[];
  added: Claim[];
  set: Record<string, unknown>;
  isNew: boolean;
  grave?: Settled;
}

class Batch {
  private readonly byCode = new Map<string, Held>();
  private readonly byHash = new Map<string, Held>();
  private readonly known = new Set<string>();
  private readonly graves: GraveSettler;
  private readonly at = new Date();
  private readonly codes: string[];
  private counted = { new: 0, updated: 0, unchanged: 0 };

  constructor(
    private readonly placed: Placed[],
    codes: string[],
    private readonly context: RecordContext,
    private readonly session: ClientSession,
  ) {
    this.codes = [...codes];
    this.graves = new GraveSettler(context);
  }

  async write(): Promise<Omit<Recorded, 'refused'>> {
    await this.read();
    for (const placed of this.placed) this.take(placed);
    const counts = await this.graves.write(this.session, this.at);
    await this.writeDossiers();
    const changes = [...counts].map(([id, $inc]) => ({
      updateOne: { filter: { _id: new Types.ObjectId(id) }, update: { $inc } },
    }));
    if (changes.length > 0)
      await Cemeteries.collection.bulkWrite(changes, { session: this.session, ordered: false });
    return this.counted;
  }

  private async read(): Promise<void> {
    const { session } = this;
    const codes = this.placed.flatMap(({ line }) => line.code ?? []);
    const hashes = this.placed.filter(({ line }) => line.code === undefined).map(({ hash }) => hash);
    await this.graves.read(
      this.placed.flatMap(({ cemeteryId, line }) =>
        cemeteryId && line.grave ? [{ cemeteryId, place: line.grave }] : [],
      ),
      session,
    );
    if (codes.length > 0) {
      const found = await Martyrs.find({ code: { $in: codes } })
        .session(session)
        .lean<Martyr[]>();
      for (const document of found)
        this.byCode.set(document.code, {
          id: document._id,
          document,
          claims: document.claims,
          added: [],
          set: {},
          isNew: false,
        });
    }
    if (hashes.length === 0) return;
    // one after the other: two commands at once cannot both begin a transaction
    const martyrs = await Martyrs.find({ lineHash: { $in: hashes } }, { lineHash: 1 })
      .session(session)
      .lean();
    const graves = await Graves.find({ lineHash: { $in: hashes } }, { lineHash: 1 })
      .session(session)
      .lean();
    for (const { lineHash } of [...martyrs, ...graves]) if (lineHash != null) this.known.add(lineHash);
  }

  private take(placed: Placed): void {
    const { line, hash } = placed;
    if (namesNobody(line)) this.takeNameless(placed);
    else if (line.code !== undefined && this.byCode.has(line.code))
      this.update(this.byCode.get(line.code)!, placed);
    else if (line.code === undefined && (this.known.has(hash) || this.byHash.has(hash)))
      this.counted.unchanged += 1;
    else this.make(placed);
  }

  /** A grave nobody is named on: there is no dossier, only the stone. */
  private takeNameless({ line, hash, cemeteryId }: Placed): void {
    if (this.known.has(hash)) {
      this.counted.unchanged += 1;
      return;
    }
    const { known } = this.graves.settle(cemeteryId!, line.grave!, line, hash);
    if (known) this.counted.unchanged += 1;
    else this.counted.new += 1;
  }

  private make({ line, hash, cemeteryId }: Placed): void {
    const id = new Types.ObjectId();
    const code = line.code ?? this.codes.shift()!;
    const claims = claimsOf(line, this.origin(line));
    const held: Held = { id, document: {}, claims, added: claims, set: {}, isNew: true };
    if (cemeteryId && line.grave) {
      held.grave = this.graves.settle(cemeteryId, line.grave, line, hash).grave;
      this.graves.lay(held.grave, id, line);
    }
    const values = valuesOf(line);
    const graveId = held.grave?.id;
    held.document = {
      _id: id,
      code,
      ...values,
      ...(graveId ? { graveId } : {}),
      identity:
        line.dna === undefined || line.dna === 'none'
          ? { state: 'none', steps: [] }
          : { state: line.dna, steps: [{ state: line.dna }] },
      photos: [],
      sources: [line.source ?? this.context.source],
      completeness: completenessOf({ ...values, graveId }),
      status: this.context.status,
      ...(this.context.demo ? { demo: true } : {}),
      ...(line.code === undefined ? { lineHash: hash } : {}),
    };
    this.byCode.set(code, held);
    if (line.code === undefined) this.byHash.set(hash, held);
    this.counted.new += 1;
  }

  /** What a second paper says of a known dossier: new claims; a field that was empty is filled by it. */
  private update(held: Held, { line, hash, cemeteryId }: Placed): void {
    const fresh = claimsOf(line, this.origin(line)).filter(
      ({ field, value }) => !held.claims.some((claim) => claim.field === field && claim.value === value),
    );
    if (fresh.length === 0) {
      this.counted.unchanged += 1;
      return;
    }
    const values = valuesOf(line);
    for (const claim of fresh) {
      claim.accepted =
        claim.field !== 'grave' && claim.field !== 'aliases' && held.document[claim.field] == null;
      if (claim.accepted) held.set[claim.field] = held.document[claim.field] = values[claim.field];
      if (claim.field === 'aliases') this.addAlias(held, claim);
    }
    if (held.document['graveId'] == null && cemeteryId && line.grave) {
      held.grave = this.graves.settle(cemeteryId, line.grave, line, hash).grave;
      this.graves.lay(held.grave, held.id, line);
      held.set['graveId'] = held.document['graveId'] = held.grave.id;
      for (const claim of fresh) if (claim.field === 'grave') claim.accepted = true;
    }
    held.claims = [...held.claims, ...fresh];
    held.added = [...held.added, ...fresh];
    this.counted.updated += 1;
  }

  /** Aliases add up: another name he was called by contradicts none. */
  private addAlias(held: Held, claim: Claim): void {
    const name = held.document['name'] as Martyr['name'];
    claim.accepted = true;
    held.document['name'] = { ...name, aliases: [...name.aliases, claim.value] };
    held.set['name'] = held.document['name'];
  }

  private origin(line: ExchangeLine): Origin {
    return { source: line.source ?? this.context.source, by: this.context.by, at: this.at };
  }

  private async writeDossiers(): Promise<void> {
    const writes: AnyBulkWriteOperation[] = [];
    for (const held of this.byCode.values()) {
      if (held.added.length === 0) continue;
      const { grave } = held;
      const search = {
        v: compactVersion,
        k: compactMartyr(
          held.document as unknown as Martyr,
          grave
            ? {
                information: grave.information,
                inscription: grave.inscription ?? null,
                cemeteryId: grave.cemeteryId,
              }
            : await this.graveOf(held),
        ),
      };
      if (held.isNew) {
        const stamps = { version: 0, createdAt: this.at, updatedAt: this.at };
        writes.push({
          insertOne: { document: { ...held.document, claims: held.claims, search, ...stamps } },
        });
      } else {
        writes.push({
          updateOne: {
            filter: { _id: held.id },
            update: {
              $set: { ...held.set, search, completeness: completenessOf(held.document), updatedAt: this.at },
              $push: { claims: { $each: held.added } } as never,
              $inc: { version: 1 },
            },
          },
        });
      }
    }
    if (writes.length > 0)
      await Martyrs.collection.bulkWrite(writes, { session: this.session, ordered: false });
  }

  private async graveOf(held: Held) {
    if (held.document['graveId'] == null) return undefined;
    const grave = await Graves.findById(held.document['graveId']).session(this.session).lean();
    return grave ?? undefined;
  }
}
