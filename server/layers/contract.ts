import { z } from 'zod';
import { PointGeometry } from '../graves/contract.ts';

/** Web Mercator tile (zoom, column, row) of one layer. */
export const LayerParams = z.strictObject({
  layer: z.enum(['cemeteries', 'graves']),
  z: z.coerce.number().int().min(0).max(20),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});

/** GeoJSON (RFC 7946). A feature with `count` stands for so many things that lie too close to be drawn one by one. */
export const LayerTile = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: PointGeometry,
      properties: z.strictObject({
        name: z.string().optional(),
        page: z.string().optional(),
        kind: z.string().optional(),
        state: z.string().optional(),
        graves: z.int().optional(),
        hasDiagram: z.boolean().optional(),
        /** Metres; above 200 the point is a region and must not be drawn as a pin. */
        accuracyM: z.number().optional(),
        count: z.int().optional(),
      }),
    }),
  ),
});
export type LayerTile = z.infer<typeof LayerTile>;
