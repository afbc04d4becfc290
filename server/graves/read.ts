import type { Types } from 'mongoose';
import { Cemeteries, type Cemetery } from '../cemeteries/model.ts';
import type { Language } from '../http/language.ts';
import { problem } from '../http/problem.ts';
import { Martyrs, type Martyr } from '../martyrs/model.ts';
import { inOrder } from '../text/order.ts';
import type { GraveView, NeighbourView } from './contract.ts';
import { Graves, type Grave } from './model.ts';
import { graveView, positionOf } from './view.ts';

/** How many stones to each side are named: enough to find one's place in a row. */
const beside = 3;

/** @throws Problem 404 */
export async function findGrave(id: string | Types.ObjectId): Promise<Grave> {
  const grave = await Graves.findOne({ _id: id, status: 'published' }, { search: 0 }).lean<Grave>();
  if (!grave) throw problem.notFound('grave');
  return grave;
}

/** One published grave with all who lie in it and its neighbours. */
export async function readGrave(id: string | Types.ObjectId, language: Language): Promise<GraveView> {
  const grave = await findGrave(id);
  const [cemetery, martyrs, neighbours] = await Promise.all([
    Cemeteries.findById(grave.cemeteryId).lean<Cemetery>(),
    Martyrs.find(
      { _id: { $in: grave.martyrIds.map(({ martyrId }) => martyrId) }, status: 'published' },
      { code: 1, name: 1, birth: 1, death: 1, home: 1 },
    ).lean<Martyr[]>(),
    neighboursOf(grave),
  ]);
  if (!cemetery) throw problem.notFound('cemetery');
  return graveView(grave, cemetery, martyrs, neighbours, language);
}

/** The stones to both sides in the same row. */
async function neighboursOf(grave: Grave): Promise<NeighbourView[]> {
  const { cemeteryId, section, row, number } = grave;
  if (row == null || number == null) return [];
  const inRow = await Graves.find(
    { cemeteryId, section: section ?? { $exists: false }, row, status: 'published' },
    { section: 1, row: 1, number: 1, information: 1, martyrIds: 1 },
  ).lean<Grave[]>();
  inRow.sort((a, b) => inOrder(a.number ?? undefined, b.number ?? undefined));
  const here = inRow.findIndex(({ _id }) => _id.equals(grave._id));
  const near = inRow
    .map((one, index) => ({ one, offset: index - here }))
    .filter(({ offset }) => offset !== 0 && Math.abs(offset) <= beside);
  const names = await firstNames(near.map(({ one }) => one));
  return near.map(({ one, offset }) => ({
    id: String(one._id),
    position: positionOf(one),
    information: one.information,
    offset,
    ...names.get(String(one._id)),
  }));
}

/** The first person of each grave, by the grave's id. */
export async function firstNames(
  graves: Pick<Grave, '_id' | 'martyrIds'>[],
): Promise<Map<string, { name: string; code: string }>> {
  const ids = graves.flatMap(({ martyrIds }) => martyrIds.slice(0, 1).map(({ martyrId }) => martyrId));
  const people = await Martyrs.find({ _id: { $in: ids }, status: 'published' }, { code: 1, name: 1 }).lean<
    Martyr[]
  >();
  const byId = new Map(people.map(({ _id, code, name }) => [String(_id), { name: name.full, code }]));
  return new Map(
    graves.flatMap(({ _id, martyrIds }) => {
      const person = byId.get(String(martyrIds[0]?.martyrId));
      return person ? [[String(_id), person] as const] : [];
    }),
  );
}
