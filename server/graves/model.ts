import { Schema, model, type InferSchemaType, type Types } from 'mongoose';
import { identity, kept, measuredPoint, partialDate, photo, placeRef } from '../database/parts.ts';

/** Where the remains were: first burial, gathered, moved here. */
const move = new Schema(
  {
    kind: { type: String, enum: ['first-burial', 'gathered', 'moved'], required: true },
    place: placeRef,
    /** WGS 84, where it is known better than the place's own point. */
    point: measuredPoint,
    date: partialDate,
    by: String,
  },
  { _id: false, strict: 'throw' },
);

/** One grave plot. Information, condition and identity are three separate states. */
const schema = new Schema(
  {
    cemeteryId: { type: Schema.Types.ObjectId, required: true },
    /** As painted on the stone: row "12A" is no number. Absent when the place inside the cemetery is not known. */
    section: String,
    row: String,
    number: String,
    diagramId: Schema.Types.ObjectId,
    /** Polygon on the diagram, in pixels of its full size. */
    diagramShape: { type: [[Number]], default: undefined },
    point: measuredPoint,
    /** The stone, word for word. */
    inscription: String,
    information: { type: String, enum: ['named', 'partly', 'unknown', 'empty', 'symbolic'], required: true },
    condition: { type: String, enum: ['sound', 'worn', 'damaged', 'not-checked'], default: 'not-checked' },
    dna: identity,
    martyrIds: [
      new Schema(
        { martyrId: { type: Schema.Types.ObjectId, required: true }, evidence: String },
        { _id: false, strict: 'throw' },
      ),
    ],
    moves: [move],
    oldNumbers: [String],
    photos: [photo],
    checkedAt: Date,
    sources: [String],
    status: { type: String, enum: ['draft', 'published', 'withdrawn'], default: 'draft' },
    demo: Boolean,
    lineHash: String,
    /** Packed search columns; only for a grave that no dossier claims (search/compact). */
    search: { type: new Schema({ v: Number, k: Buffer }, { _id: false, strict: 'throw' }) },
  },
  kept,
);
schema.index(
  { cemeteryId: 1, section: 1, row: 1, number: 1 },
  { unique: true, partialFilterExpression: { number: { $exists: true } } },
);
schema.index({ cemeteryId: 1, information: 1 });
schema.index({ diagramId: 1 }, { sparse: true });
schema.index({ 'martyrIds.martyrId': 1 });
schema.index({ lineHash: 1 }, { unique: true, sparse: true });
schema.index({ demo: 1 }, { sparse: true });

schema.index({ 'point.lng': 1, 'point.lat': 1 }, { sparse: true });

/** Lean document; mongoose cannot infer that a shape is a list of pixel pairs. */
export type Grave = Omit<InferSchemaType<typeof schema>, 'diagramShape'> & {
  _id: Types.ObjectId;
  diagramShape?: [number, number][];
};
export const Graves = model('Grave', schema, 'graves');
