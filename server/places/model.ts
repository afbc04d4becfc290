import { Schema, model, type InferSchemaType } from 'mongoose';

/** One administrative unit in one period, so that an old province finds today's and back. */
const schema = new Schema(
  {
    /** Stable: level, the year that marks the period, code or name: "c2025-31465", "p1961-chuong-thien". */
    _id: { type: String, required: true },
    level: { type: String, enum: ['province', 'district', 'commune'], required: true },
    /** "xã", "huyện", "tỉnh" … */
    kind: { type: String, required: true },
    name: { type: String, required: true },
    otherNames: [String],
    /** Code of the General Statistics Office, where there is one. */
    code: String,
    parentId: String,
    /** Years; absent where not known, or still in force. */
    from: Number,
    to: Number,
    /** What it became: for a commune today's communes, for a province or district the units of June 2025. */
    becameIds: [String],
    /** WGS 84 lng, lat of a point inside. */
    point: { type: [Number], default: undefined },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ name: 1, level: 1 });
schema.index({ parentId: 1 });
schema.index({ becameIds: 1 });

export type Place = InferSchemaType<typeof schema>;
export const Places = model('Place', schema, 'places');
