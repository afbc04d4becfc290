import type { Connection } from 'mongoose';
import type { SearchQuery } from './contract.ts';

/**
 * Searches that found nothing, for staff to learn from: what was typed and the day, nothing of who typed it.
 * The same words of one day are one entry with a count.
 */
export function noteMiss(connection: Connection, query: SearchQuery): void {
  const asked = Object.fromEntries(
    Object.entries(query).filter(
      ([field, value]) => value !== undefined && !['cursor', 'limit', 'near'].includes(field),
    ),
  );
  const text = JSON.stringify(asked);
  const day = new Date().toISOString().slice(0, 10);
  // The answer does not wait for it, and a database that cannot take it is no reason to fail a search.
  void connection
    .collection<{ _id: string }>('searchMisses')
    .updateOne(
      { _id: `${day} ${text}` },
      {
        $set: { day, asked },
        $inc: { count: 1 },
      },
      { upsert: true },
    )
    .catch(() => undefined);
}

/** The latest searches that found nothing, newest day first. */
export async function listMisses(
  connection: Connection,
  limit: number,
): Promise<{ day: string; asked: Record<string, unknown>; count: number }[]> {
  const found = await connection
    .collection('searchMisses')
    .find({}, { projection: { _id: 0 } })
    .sort({ day: -1, count: -1 })
    .limit(limit)
    .toArray();
  return found as unknown as { day: string; asked: Record<string, unknown>; count: number }[];
}
