import type { Connection } from 'mongoose';
import { Accounts, Sessions, SignInTries } from '../accounts/model.ts';
import { AuditCheckpoints, AuditEvents, AuditHeads } from '../audit/model.ts';
import { beginChains } from '../audit/record.ts';
import { Cemeteries } from '../cemeteries/model.ts';
import { Diagrams, DiagramTiles } from '../diagrams/model.ts';
import { Graves } from '../graves/model.ts';
import { Martyrs } from '../martyrs/model.ts';
import { loadPlaces } from '../places/load.ts';

/** One step from one state of the database to the next. Each may run twice without harm; done ones are recorded. */
interface Migration {
  name: string;
  up: (connection: Connection) => Promise<void>;
}

const models = [
  Martyrs,
  Graves,
  Cemeteries,
  Diagrams,
  DiagramTiles,
  Accounts,
  Sessions,
  SignInTries,
  AuditEvents,
  AuditHeads,
  AuditCheckpoints,
];

const migrations: Migration[] = [
  { name: '2026-11-24 places of Vietnam and their history', up: (connection) => loadPlaces(connection) },
  { name: '2026-11-24 chains of the audit trail', up: (connection) => beginChains(connection) },
];

/**
 * Brings indexes and data up to date: indexes on every start (making one that is there is free), data steps once each.
 * Two processes that start at once do the same harmless work.
 */
export async function migrate(connection: Connection, say: (line: string) => void): Promise<void> {
  for (const model of models) await model.createIndexes();
  const done = connection.collection<{ _id: string; at: Date }>('migrations');
  for (const migration of migrations) {
    if ((await done.findOne({ _id: migration.name })) !== null) continue;
    say(`Nâng cấp cơ sở dữ liệu: ${migration.name}`);
    await migration.up(connection);
    await done.updateOne({ _id: migration.name }, { $set: { at: new Date() } }, { upsert: true });
  }
}
