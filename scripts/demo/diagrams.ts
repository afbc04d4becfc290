import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { Cemeteries } from '../../server/cemeteries/model.ts';
import { Diagrams, DiagramTiles } from '../../server/diagrams/model.ts';
import { drawPlan } from './plans/draw.ts';
import type { Plan } from './plans/index.ts';
import { cutTiles, type PlanTile } from './plans/tiles.ts';

/** The same drawing has the same id on every start, so that a load that was cut short is taken up and not doubled. */
export function diagramIdOf(plan: Plan): Types.ObjectId {
  return new Types.ObjectId(
    createHash('sha256').update(`demo diagram ${plan.key}`).digest('hex').slice(0, 24),
  );
}

const batch = 200;

/**
 * Draws a plan, cuts it into tiles and keeps both. The drawing itself is written last: where it is, all its tiles are.
 */
export async function loadDiagram(plan: Plan): Promise<void> {
  const _id = diagramIdOf(plan);
  if ((await Diagrams.exists({ _id })) !== null) return;
  const cemetery = await Cemeteries.findOne({ name: plan.cemeteryName }).orFail().lean();
  await DiagramTiles.deleteMany({ diagramId: _id });
  let waiting: PlanTile[] = [];
  const flush = async () => {
    const tiles = waiting.map((tile) => ({ diagramId: _id, ...tile }));
    waiting = [];
    if (tiles.length > 0) await DiagramTiles.collection.insertMany(tiles, { ordered: false });
  };
  const { maxZoom } = await cutTiles(await drawPlan(plan), async (tile) => {
    waiting.push(tile);
    if (waiting.length >= batch) await flush();
  });
  await flush();
  await Diagrams.create({
    _id,
    cemeteryId: cemetery._id,
    title: plan.title,
    width: plan.width,
    height: plan.height,
    maxZoom,
    features: plan.features,
    network: plan.network,
    metresPerPixel: plan.metresPerPixel,
    controlPoints: plan.controlPoints,
    transform: plan.transform,
    source: 'Sơ đồ vẽ để minh họa, không phải sơ đồ thật của nghĩa trang',
    status: 'published',
    demo: true,
  });
}
