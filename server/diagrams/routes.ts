import { get } from '../http/route.ts';
import { DiagramParams, DiagramView, TileParams } from './contract.ts';
import { readDiagram, readTile } from './read.ts';

export const diagramRoutes = [
  get(
    '/cemeteries/:code/diagrams/:id/plots',
    {
      may: 'diagram.read',
      summary: 'A drawing with its plots as shapes in pixels',
      params: DiagramParams,
      reply: DiagramView,
    },
    ({ params }) => readDiagram(params.code, params.id),
  ),
  get(
    '/cemeteries/:code/diagrams/:id/tiles/:z/:x/:y.webp',
    {
      may: 'diagram.read',
      summary: 'One 256 px tile of a drawing',
      params: TileParams,
      reply: { bytes: 'image/webp' },
      // A redrawn diagram is a new document with a new id, so a tile never changes.
      cache: 'public, max-age=31536000, immutable',
    },
    async ({ params }) => ({ bytes: await readTile(params) }),
  ),
];
