import { findCemetery } from '../cemeteries/read.ts';
import { Graves, type Grave } from '../graves/model.ts';
import { firstNames } from '../graves/read.ts';
import { positionOf } from '../graves/view.ts';
import { problem } from '../http/problem.ts';
import type { DiagramView } from './contract.ts';
import { Diagrams, DiagramTiles, type Diagram } from './model.ts';

async function findDiagram(code: string, id: string): Promise<Diagram> {
  const cemetery = await findCemetery(code);
  const diagram = await Diagrams.findOne({
    _id: id,
    cemeteryId: cemetery._id,
    status: 'published',
  }).lean<Diagram>();
  if (!diagram) throw problem.notFound('diagram');
  return diagram;
}

/** A drawing with all its plots, who lies in each, and the state it is coloured by. */
export async function readDiagram(code: string, id: string): Promise<DiagramView> {
  const diagram = await findDiagram(code, id);
  const graves = await Graves.find(
    { diagramId: diagram._id, status: 'published' },
    { section: 1, row: 1, number: 1, information: 1, inscription: 1, diagramShape: 1, martyrIds: 1 },
  ).lean<Grave[]>();
  return {
    id,
    title: diagram.title,
    width: diagram.width,
    height: diagram.height,
    maxZoom: diagram.maxZoom,
    tiles: `/api/v1/cemeteries/${code}/diagrams/${id}/tiles/{z}/{x}/{y}.webp`,
    metresPerPixel: diagram.metresPerPixel,
    features: diagram.features,
    plots: await plotsOf(graves),
  };
}

/** Graves as the plots of a drawing or the lines of a list. */
export async function plotsOf(graves: Grave[]): Promise<DiagramView['plots']> {
  const names = await firstNames(graves);
  return graves.map((grave) => {
    const person = names.get(String(grave._id));
    const name = person?.name ?? (grave.information === 'partly' ? grave.inscription : undefined);
    return {
      id: String(grave._id),
      ...positionOf(grave),
      state: grave.information,
      ...(name == null ? {} : { name }),
      ...(person ? { code: person.code } : {}),
      shape: grave.diagramShape ?? [],
    };
  });
}

/** One WebP tile of 256 px. @throws Problem 404 outside the drawing */
export async function readTile({
  code,
  id,
  z,
  x,
  y,
}: {
  code: string;
  id: string;
  z: number;
  x: number;
  y: number;
}): Promise<Uint8Array> {
  await findDiagram(code, id);
  const tile = await DiagramTiles.findOne({ diagramId: id, z, x, y }).lean();
  if (!tile) throw problem.notFound('tile');
  return (tile.webp as unknown as { buffer: Uint8Array }).buffer;
}
