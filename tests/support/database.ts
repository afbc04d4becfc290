import mongoose from 'mongoose';
import { openDatabase } from '../../server/database/open.ts';
import { readSettings } from '../../server/settings.ts';
import { freshUri } from './mongod.ts';

/** Gives the test file a database of its own, migrated, and drops it at the end. */
export function freshDatabase(): void {
  before(async function () {
    this.timeout(120_000);
    await openDatabase(readSettings({ MONGODB_URI: await freshUri() }), () => undefined);
  });
  after(async () => {
    await mongoose.connection.dropDatabase();
    await mongoose.disconnect();
  });
}
