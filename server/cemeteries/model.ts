import { Schema, model, type InferSchemaType, type Types } from 'mongoose';
import { CemeteryKind } from './contract.ts';
import { kept, measuredPoint, photo } from '../database/parts.ts';

/** A cemetery, memorial or temple for martyrs. */
const schema = new Schema(
  {
    /** Stable and public: "NT0001". */
    code: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, enum: CemeteryKind.options, required: true },
    /** Code of today's commune, and the names before 1/7/2025 that families know. */
    communeCode: String,
    communeNow: String,
    provinceNow: String,
    districtBefore: String,
    provinceBefore: String,
    /** The gate, where known; its accuracy says whether it may be drawn as a pin. */
    point: measuredPoint,
    /** False when the commune was only assumed from the district (coord_basis "đặt tạm"). */
    communeSure: { type: Boolean, default: true },
    sections: [String],
    managedBy: String,
    capacity: Number,
    founded: Number,
    notes: String,
    /** Figures that a source gives; what we hold ourselves is in `counts`. */
    reported: { type: new Schema({ graves: Number, unknown: Number }, { _id: false, strict: 'throw' }) },
    counts: {
      type: new Schema(
        {
          graves: { type: Number, default: 0 },
          named: { type: Number, default: 0 },
          partly: { type: Number, default: 0 },
          unknown: { type: Number, default: 0 },
          empty: { type: Number, default: 0 },
          symbolic: { type: Number, default: 0 },
          placed: { type: Number, default: 0 },
          photographed: { type: Number, default: 0 },
          checked: { type: Number, default: 0 },
        },
        { _id: false, strict: 'throw' },
      ),
      default: () => ({}),
    },
    photos: [photo],
    sources: [String],
    confidence: { type: String, enum: ['high', 'medium', 'low'], default: 'medium' },
    status: { type: String, enum: ['draft', 'published', 'withdrawn'], default: 'published' },
    /** Real place, but loaded with the demonstration data: removed with it. */
    demo: Boolean,
  },
  kept,
);
schema.index({ code: 1 }, { unique: true });
schema.index({ name: 1, provinceBefore: 1 }, { unique: true });
schema.index({ demo: 1 }, { sparse: true });

export type Cemetery = InferSchemaType<typeof schema> & { _id: Types.ObjectId };
export const Cemeteries = model('Cemetery', schema, 'cemeteries');
