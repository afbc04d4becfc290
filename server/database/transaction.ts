import mongoose, { type ClientSession, type Connection } from 'mongoose';

/**
 * All or nothing. The work may run twice when the database asks for it, so it must touch nothing but the database
 * (and variables it sets anew each time).
 */
export async function inTransaction<T>(
  work: (session: ClientSession) => Promise<T>,
  connection: Connection = mongoose.connection,
): Promise<T> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session), {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'snapshot' },
    });
  } finally {
    await session.endSession();
  }
}

/**
 * The first of `count` numbers of a series that nobody else gets. Outside transactions on purpose: a number that is
 * lost with a failed write is no harm, a number given twice is.
 */
export async function takeNumbers(connection: Connection, series: string, count: number): Promise<number> {
  const counter = await connection
    .collection<{ _id: string; next: number }>('counters')
    .findOneAndUpdate({ _id: series }, { $inc: { next: count } }, { upsert: true, returnDocument: 'after' });
  return (counter?.next ?? count) - count + 1;
}

/** Tells a series that a number was taken by hand, so that it goes on above it. */
export async function numberTaken(connection: Connection, series: string, number: number): Promise<void> {
  await connection
    .collection<{ _id: string; next: number }>('counters')
    .updateOne({ _id: series }, { $max: { next: number } }, { upsert: true });
}
