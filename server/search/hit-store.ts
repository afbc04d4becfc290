import { Types, type Connection } from 'mongoose';

/** Enough for what a busy day's searches show again and again; about 20 MB. */
const most = 20_000;
/** Nothing is shown older than this, even if a change should never be heard of. */
const keptMs = 60_000;

interface Kept<T> {
  at: number;
  document: T;
}

/**
 * The documents that hits are shown from, kept in memory until they change. The keeper's change stream says what
 * changed, so that the same few thousand people are not read anew for every search.
 */
export class HitStore<T extends { _id: Types.ObjectId }> {
  private readonly kept = new Map<string, Kept<T>>();
  /** Counts what was forgotten: a document that was being read meanwhile may be of before, and is not kept. */
  private forgotten = 0;

  constructor(
    private readonly collection: string,
    private readonly fields: Record<string, 1>,
  ) {}

  /** Published documents by hex id; those that are not published, or gone, are left out. */
  async read(connection: Connection, ids: string[]): Promise<Map<string, T>> {
    const found = new Map<string, T>();
    const oldest = Date.now() - keptMs;
    const missing: Types.ObjectId[] = [];
    for (const id of ids) {
      const kept = this.kept.get(id);
      if (kept !== undefined && kept.at > oldest) found.set(id, kept.document);
      else missing.push(new Types.ObjectId(id));
    }
    if (missing.length === 0) return found;
    const before = this.forgotten;
    const documents = await connection
      .collection<T>(this.collection)
      .find({ _id: { $in: missing } as never, status: 'published' } as never, { projection: this.fields })
      .toArray();
    for (const document of documents as T[]) {
      const id = document._id.toHexString();
      found.set(id, document);
      if (before === this.forgotten) this.keep(id, document);
    }
    return found;
  }

  /** Forgets the documents that changed; without ids all of them. */
  forget(ids?: readonly string[]): void {
    this.forgotten += 1;
    if (ids === undefined) this.kept.clear();
    else for (const id of ids) this.kept.delete(id);
  }

  private keep(id: string, document: T): void {
    this.kept.delete(id);
    this.kept.set(id, { at: Date.now(), document });
    // The first of a Map is the one that was read longest ago.
    if (this.kept.size > most) this.kept.delete(this.kept.keys().next().value!);
  }
}
