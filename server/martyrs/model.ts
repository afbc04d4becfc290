import { Schema, model, type InferSchemaType, type Types } from 'mongoose';
import { identity, kept, partialDate, photo, placeRef } from '../database/parts.ts';

/** One value that one source gives for one field. Nothing a paper said is overwritten: a correction is a new claim. */
const claim = new Schema(
  {
    field: { type: String, required: true },
    value: { type: String, required: true },
    source: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    confidence: { type: String, enum: ['high', 'medium', 'low'], default: 'medium' },
    accepted: { type: Boolean, default: false },
  },
  { _id: false, strict: 'throw' },
);

/** Dossier of one martyr (hồ sơ liệt sĩ). */
const schema = new Schema(
  {
    /** Stable, public, printed on papers: "LS0001171". */
    code: { type: String, required: true },
    name: {
      type: new Schema(
        { full: { type: String, required: true }, aliases: [String], birthName: String },
        { _id: false, strict: 'throw' },
      ),
      required: true,
    },
    gender: { type: String, enum: ['M', 'F'] },
    birth: partialDate,
    death: partialDate,
    enlisted: partialDate,
    home: placeRef,
    residence: placeRef,
    deathPlace: placeRef,
    rank: String,
    position: String,
    /** As written; the reading of it is made by units/parse when it is shown, so that a better reader helps at once. */
    unit: String,
    circumstance: String,
    firstBurial: placeRef,
    certificate: String,
    /** Where he lies, if known: one grave; the grave lists all who lie in it. */
    graveId: Schema.Types.ObjectId,
    photos: [photo],
    identity,
    claims: [claim],
    sources: [String],
    completeness: { type: String, enum: ['full', 'partial', 'none'], default: 'none' },
    status: { type: String, enum: ['draft', 'review', 'published', 'withdrawn', 'merged'], default: 'draft' },
    mergedInto: String,
    /** Invented for demonstration: shown so, and removable with one command. */
    demo: Boolean,
    /** Hash of the exchange line it came from when that had no code, so that loading twice makes one dossier. */
    lineHash: String,
    /** Packed search columns and the version of the rules that packed them (search/compact). */
    search: { type: new Schema({ v: Number, k: Buffer }, { _id: false, strict: 'throw' }) },
  },
  kept,
);
schema.index({ code: 1 }, { unique: true });
schema.index({ lineHash: 1 }, { unique: true, sparse: true });
schema.index({ graveId: 1 }, { sparse: true });
schema.index({ demo: 1 }, { sparse: true });
/** Who fell the same day or week, and how units are written: answered from the index alone (fellows, units/statistics). */
schema.index({ status: 1, 'death.precision': 1, 'death.earliest': 1, unit: 1, code: 1 });

export type Martyr = InferSchemaType<typeof schema> & { _id: Types.ObjectId };
export const Martyrs = model('Martyr', schema, 'martyrs');
