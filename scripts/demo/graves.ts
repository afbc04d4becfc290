import type { AnyBulkWriteOperation } from 'mongodb';
import { Types } from 'mongoose';
import { Cemeteries } from '../../server/cemeteries/model.ts';
import { toEarth } from '../../server/diagrams/geometry.ts';
import { Graves, type Grave } from '../../server/graves/model.ts';
import { Martyrs, type Martyr } from '../../server/martyrs/model.ts';
import { compactGrave, compactVersion } from '../../server/search/compact.ts';
import { drawName } from '../generate/names.ts';
import { wear } from '../generate/people.ts';
import { seeded, type Rng } from '../generate/rng.ts';
import type { Plan } from './plans/index.ts';
import { identityOf, movesOf, type DnaState } from './stories.ts';
import { demoSource } from './source.ts';

type Plot = Plan['plots'][0];

/** The same grave has the same chance on every machine and in every run. */
function chanceOf(...words: (string | null | undefined)[]): Rng {
  let hash = 2166136261;
  for (const letter of words.join('|')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 16777619);
  return seeded(hash);
}

/** What a plot is in which nobody of the dossiers lies. */
function informationOf(section: string, rng: Rng): Grave['information'] {
  if (/chưa biết/i.test(section)) return 'unknown';
  const draw = rng.next();
  return draw < 0.56 ? 'unknown' : draw < 0.7 ? 'partly' : draw < 0.96 ? 'empty' : 'symbolic';
}

/** A stone on which weather left some letters. */
function wornStone(rng: Rng): string {
  const parts = drawName(rng).parts.map((part) => wear(part.toUpperCase(), rng, 0.35));
  return `LS ${parts.join(' ')}${rng.chance(0.4) ? ` HY SINH ${rng.int(1965, 1975)}` : ''}`;
}

const seen = [
  'sound',
  'sound',
  'sound',
  'sound',
  'sound',
  'worn',
  'worn',
  'damaged',
  'not-checked',
  'not-checked',
] as const;

/** Condition, when it was looked at, and the identification of a grave. */
function careOf(rng: Rng, information: Grave['information']) {
  const condition = rng.pick(seen);
  const checkedAt =
    condition === 'not-checked' ? undefined : new Date(Date.UTC(2024, rng.int(0, 23), rng.int(1, 28)));
  const states: DnaState[] =
    information === 'named' ? [] : ['candidate', 'sampled', 'sampled', 'sampled', 'typed', 'refuted'];
  const identified =
    states.length > 0 && information !== 'empty' && information !== 'symbolic' && rng.chance(0.2);
  return {
    condition,
    ...(checkedAt && { checkedAt }),
    ...(identified && { dna: identityOf(rng.pick(states), rng) }),
  };
}

/** Where a plot lies on the drawing and, where the drawing's own tie is good enough for a pin, on the earth. */
function layoutOf(plot: Plot, plan: Plan, diagramId: Types.ObjectId) {
  const [x, y] = [0, 1].map(
    (axis) => plot.shape.reduce((sum, corner) => sum + corner[axis]!, 0) / plot.shape.length,
  );
  const { t, residualM } = plan.transform;
  const [lng, lat] = toEarth(t, [x!, y!]);
  const isPin = residualM <= 200;
  return {
    diagramId,
    diagramShape: plot.shape,
    ...(isPin && { point: { lng, lat, accuracyM: residualM, how: 'tính từ sơ đồ minh họa' } }),
  };
}

const keyOf = ({
  section,
  row,
  number,
}: {
  section?: string | null;
  row?: string | null;
  number?: string | null;
}) => `${section ?? ''}|${row ?? ''}|${number ?? ''}`;

/** Gives every plot of a drawn cemetery its grave: those of the dossiers are placed, the others made. */
export async function loadPlots(plan: Plan, diagramId: Types.ObjectId): Promise<void> {
  const cemetery = await Cemeteries.findOne({ name: plan.cemeteryName }).orFail().lean();
  const known = await Graves.find({ cemeteryId: cemetery._id }, { section: 1, row: 1, number: 1 }).lean<
    Grave[]
  >();
  const ids = new Map(known.map((grave) => [keyOf(grave), grave._id]));
  const at = new Date();
  const writes = plan.plots.map((plot): AnyBulkWriteOperation => {
    const layout = layoutOf(plot, plan, diagramId);
    const id = ids.get(keyOf(plot));
    if (id) return { updateOne: { filter: { _id: id }, update: { $set: layout } } };
    const rng = chanceOf(plan.key, keyOf(plot));
    const information = informationOf(plot.section, rng);
    const inscription = information === 'partly' ? wornStone(rng) : undefined;
    const isHit = information === 'partly' || information === 'unknown';
    const k = isHit
      ? compactGrave({ information, inscription: inscription ?? null, cemeteryId: cemetery._id })
      : undefined;
    return {
      insertOne: {
        document: {
          _id: new Types.ObjectId(),
          cemeteryId: cemetery._id,
          section: plot.section,
          row: plot.row,
          number: plot.number,
          ...layout,
          ...(inscription !== undefined && { inscription }),
          information,
          condition: 'not-checked',
          dna: { state: 'none', steps: [] },
          martyrIds: [],
          moves: [],
          oldNumbers: [],
          photos: [],
          sources: [demoSource],
          status: 'published',
          demo: true,
          ...(k && { search: { v: compactVersion, k } }),
          version: 0,
          createdAt: at,
          updatedAt: at,
        },
      },
    };
  });
  await Graves.collection.bulkWrite(writes, { ordered: false });
  const sections = [...new Set(plan.plots.map(({ section }) => section))];
  if (cemetery.sections.length === 0)
    await Cemeteries.updateOne({ _id: cemetery._id }, { $set: { sections } });
}

/** Tells how each invented grave looks and how its dead came there, and how far their identification is. */
export async function tellStories(): Promise<void> {
  const martyrs = await Martyrs.find(
    { demo: true, graveId: { $exists: true } },
    { code: 1, graveId: 1, firstBurial: 1, death: 1, identity: 1 },
  ).lean<Martyr[]>();
  const byGrave = new Map(martyrs.map((martyr) => [String(martyr.graveId), martyr]));
  const graves = await Graves.find(
    { demo: true },
    { cemeteryId: 1, section: 1, row: 1, number: 1, information: 1 },
  ).lean<Grave[]>();
  const people: AnyBulkWriteOperation[] = [];
  const writes = graves.map((grave): AnyBulkWriteOperation => {
    const martyr = byGrave.get(String(grave._id));
    const rng = chanceOf(martyr?.code, keyOf(grave));
    const $set: Record<string, unknown> = careOf(rng, grave.information);
    if (martyr?.firstBurial?.text !== undefined)
      $set['moves'] = movesOf(martyr.firstBurial.text, martyr.death?.year ?? undefined, rng);
    const told = martyr?.identity;
    if (martyr && told && told.state !== 'none') {
      const isDated = told.steps[0]?.date != null;
      const state =
        told.state === 'decided' ? rng.pick(['decided', 'notified', 'published'] as const) : 'sampled';
      // told by an earlier load that was cut short after it
      const identity = isDated ? told : identityOf(state, rng);
      $set['dna'] = identity;
      if (!isDated)
        people.push({ updateOne: { filter: { _id: martyr._id }, update: { $set: { identity } } } });
    }
    return { updateOne: { filter: { _id: grave._id }, update: { $set } } };
  });
  if (writes.length > 0) await Graves.collection.bulkWrite(writes, { ordered: false });
  if (people.length > 0) await Martyrs.collection.bulkWrite(people, { ordered: false });
}

/** Counts the graves of every cemetery anew, from the graves themselves. */
export async function countGraves(): Promise<void> {
  const one = (test: object) => ({ $sum: { $cond: [test, 1, 0] } });
  const states = ['named', 'partly', 'unknown', 'empty', 'symbolic'] as const;
  const counted = await Graves.aggregate<{ _id: Types.ObjectId } & Record<string, number>>([
    { $match: { status: { $ne: 'withdrawn' } } },
    {
      $group: {
        _id: '$cemeteryId',
        graves: { $sum: 1 },
        ...Object.fromEntries(states.map((state) => [state, one({ $eq: ['$information', state] })])),
        placed: one({ $gt: ['$diagramShape', null] }),
        checked: one({ $gt: ['$checkedAt', null] }),
        photographed: one({ $gt: [{ $size: { $ifNull: ['$photos', []] } }, 0] }),
      },
    },
  ]);
  const none = {
    graves: 0,
    named: 0,
    partly: 0,
    unknown: 0,
    empty: 0,
    symbolic: 0,
    placed: 0,
    checked: 0,
    photographed: 0,
  };
  const found = new Map(counted.map(({ _id, ...counts }) => [String(_id), counts]));
  const cemeteries = await Cemeteries.find({}, { _id: 1 }).lean();
  const writes = cemeteries.map(({ _id }) => ({
    updateOne: { filter: { _id }, update: { $set: { counts: { ...none, ...found.get(String(_id)) } } } },
  }));
  if (writes.length > 0) await Cemeteries.collection.bulkWrite(writes, { ordered: false });
}
