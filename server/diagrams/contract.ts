import { z } from 'zod';
import { Information, Position } from '../graves/contract.ts';

const xy = z.tuple([z.number(), z.number()]);

export const FeatureKind = z.enum([
  'gate',
  'monument',
  'incense-house',
  'path',
  'trees',
  'wall',
  'pond',
  'house',
]);

/** A drawing with all its plots as shapes, in pixels of the full size. Tiles: 256 px WebP, zoom `maxZoom` is full size. */
export const DiagramView = z.strictObject({
  id: z.string(),
  title: z.string(),
  width: z.int(),
  height: z.int(),
  maxZoom: z.int(),
  /** Address of a tile with {z}, {x}, {y} to fill in. */
  tiles: z.string(),
  metresPerPixel: z.number(),
  features: z.array(z.strictObject({ kind: FeatureKind, name: z.string().optional(), shape: z.array(xy) })),
  plots: z.array(
    z.strictObject({
      id: z.string(),
      ...Position.shape,
      state: Information,
      /** Who lies here, or what the stone says; absent when nobody is known. */
      name: z.string().optional(),
      code: z.string().optional(),
      shape: z.array(xy),
    }),
  ),
});
export type DiagramView = z.infer<typeof DiagramView>;

export const DiagramParams = z.strictObject({
  code: z.string().regex(/^NT\d{4,6}$/),
  id: z.string().regex(/^[0-9a-f]{24}$/),
});

const index = z.coerce.number().int().min(0).max(1_000_000);
export const TileParams = z.strictObject({
  ...DiagramParams.shape,
  z: z.coerce.number().int().min(0).max(12),
  x: index,
  y: index,
});
