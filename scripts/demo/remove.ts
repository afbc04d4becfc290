import type { Connection, Types } from 'mongoose';
import { Cemeteries } from '../../server/cemeteries/model.ts';
import { Diagrams, DiagramTiles } from '../../server/diagrams/model.ts';
import { Graves } from '../../server/graves/model.ts';
import { Martyrs } from '../../server/martyrs/model.ts';
import { removeDemoAccounts } from './accounts.ts';
import { countGraves } from './graves.ts';
import { demoMark } from './source.ts';

const ids = async (found: PromiseLike<{ _id: Types.ObjectId }[]>) => (await found).map(({ _id }) => _id);

/**
 * Takes the demonstration away. What real records lean on stays and loses its mark: a cemetery with real graves, a grave
 * in which a real martyr lies. Places stay.
 */
export async function removeDemo(connection: Connection, say: (line: string) => void): Promise<void> {
  const martyrs = await ids(Martyrs.find({ demo: true }, { _id: 1 }).lean());
  const { deletedCount: dossiers } = await Martyrs.deleteMany({ demo: true });

  await Graves.updateMany(
    { 'martyrIds.martyrId': { $in: martyrs } },
    { $pull: { martyrIds: { martyrId: { $in: martyrs } } } },
  );
  await Graves.updateMany({ demo: true, 'martyrIds.0': { $exists: true } }, { $unset: { demo: '' } });
  const { deletedCount: graves } = await Graves.deleteMany({ demo: true });

  const diagrams = await ids(Diagrams.find({ demo: true }, { _id: 1 }).lean());
  await Graves.updateMany({ diagramId: { $in: diagrams } }, { $unset: { diagramId: '', diagramShape: '' } });
  await DiagramTiles.deleteMany({ diagramId: { $in: diagrams } });
  await Diagrams.deleteMany({ demo: true });

  const needed = await Graves.distinct('cemeteryId');
  await Cemeteries.updateMany({ demo: true, _id: { $in: needed } }, { $unset: { demo: '' } });
  const { deletedCount: cemeteries } = await Cemeteries.deleteMany({ demo: true });
  await countGraves();
  await removeDemoAccounts();
  // so that a later start does not take the demonstration for one that was never loaded
  await connection
    .collection<{ _id: string; at: Date }>('migrations')
    .updateOne({ _id: demoMark }, { $set: { at: new Date() } }, { upsert: true });
  say(`Đã gỡ dữ liệu minh họa: ${dossiers} hồ sơ, ${graves} phần mộ, ${cemeteries} nghĩa trang.`);
}
