import { Schema, model, type InferSchemaType, type Types } from 'mongoose';
import type { z } from 'zod';
import { kept } from '../database/parts.ts';
import type { FeatureKind } from './contract.ts';
import type { Network } from './network.ts';

const feature = new Schema(
  {
    kind: {
      type: String,
      enum: ['gate', 'monument', 'incense-house', 'path', 'trees', 'wall', 'pond', 'house'],
      required: true,
    },
    name: String,
    /** Pixels of the full size: one point, a line, or a polygon whose last point is not repeated. */
    shape: { type: [[Number]], required: true },
  },
  { _id: false, strict: 'throw' },
);

/** Where one can walk: nodes in pixels, edges between their indexes. */
const network = new Schema(
  {
    nodes: [
      new Schema(
        { at: { type: [Number], required: true }, name: String, gate: Boolean },
        { _id: false, strict: 'throw' },
      ),
    ],
    edges: [
      new Schema(
        { from: Number, to: Number, name: String, stairs: Boolean },
        { _id: false, strict: 'throw' },
      ),
    ],
  },
  { _id: false, strict: 'throw' },
);

/** One drawing of a cemetery (sơ đồ mộ) and its tie to the earth. */
const schema = new Schema(
  {
    cemeteryId: { type: Schema.Types.ObjectId, required: true },
    title: { type: String, required: true },
    /** Pixels of the full size; tiles are 256 px WebP, zoom `maxZoom` is full size. */
    width: { type: Number, required: true },
    height: { type: Number, required: true },
    maxZoom: { type: Number, required: true },
    features: [feature],
    network,
    /** How long one pixel is on the ground, metres. */
    metresPerPixel: { type: Number, required: true },
    controlPoints: [
      new Schema({ pixel: [Number], lng: Number, lat: Number }, { _id: false, strict: 'throw' }),
    ],
    /** lng = t0·x + t1·y + t2, lat = t3·x + t4·y + t5 for a pixel (x, y); residual in metres. */
    transform: { type: new Schema({ t: [Number], residualM: Number }, { _id: false, strict: 'throw' }) },
    source: String,
    status: { type: String, enum: ['draft', 'published', 'withdrawn'], default: 'draft' },
    demo: Boolean,
  },
  kept,
);
schema.index({ cemeteryId: 1 });
schema.index({ demo: 1 }, { sparse: true });

/** Lean document; mongoose cannot infer pixel pairs, nor that absent stays absent. */
export type Diagram = Omit<InferSchemaType<typeof schema>, 'features' | 'network'> & {
  _id: Types.ObjectId;
  features: { kind: z.infer<typeof FeatureKind>; name?: string; shape: [number, number][] }[];
  network?: Network;
};
export const Diagrams = model('Diagram', schema, 'diagrams');

/** One 256 px WebP tile; small enough to be a document, so that it lives where the records live. */
const tile = new Schema(
  {
    diagramId: { type: Schema.Types.ObjectId, required: true },
    z: { type: Number, required: true },
    x: { type: Number, required: true },
    y: { type: Number, required: true },
    webp: { type: Buffer, required: true },
  },
  { strict: 'throw', versionKey: false },
);
tile.index({ diagramId: 1, z: 1, x: 1, y: 1 }, { unique: true });
export const DiagramTiles = model('DiagramTile', tile, 'diagramTiles');
