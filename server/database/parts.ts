import { Schema } from 'mongoose';
import { IdentityState } from '../graves/contract.ts';

/** Mongoose shapes of the values that several collections hold; their wire forms stand in the contracts. */

export const partialDate = new Schema(
  {
    text: { type: String, default: '' },
    year: Number,
    month: Number,
    day: Number,
    calendar: { type: String, enum: ['solar', 'lunar'], default: 'solar' },
    precision: { type: String, enum: ['day', 'month', 'year', 'range', 'unknown'], required: true },
    earliest: String,
    latest: String,
  },
  { _id: false, strict: 'throw' },
);

export const placeRef = new Schema(
  { text: { type: String, required: true }, placeId: String, sure: Boolean },
  { _id: false, strict: 'throw' },
);

/** WGS 84 point with how it was got and how far off it may be, in metres. */
export const measuredPoint = new Schema(
  {
    lng: { type: Number, required: true, min: -180, max: 180 },
    lat: { type: Number, required: true, min: -90, max: 90 },
    accuracyM: { type: Number, required: true, min: 0 },
    how: { type: String, required: true },
  },
  { _id: false, strict: 'throw' },
);

/** Identity of a grave or of remains, after Decree 131/2021/NĐ-CP art. 138–148. */
export const identity = new Schema(
  {
    state: { type: String, enum: IdentityState.options, default: 'none' },
    steps: [
      new Schema(
        {
          state: { type: String, enum: IdentityState.options, required: true },
          date: partialDate,
          basis: String,
          paper: String,
        },
        { _id: false, strict: 'throw' },
      ),
    ],
  },
  { _id: false, strict: 'throw' },
);

export const photo = new Schema(
  {
    mediaId: { type: Schema.Types.ObjectId, required: true },
    caption: String,
    face: {
      type: String,
      enum: ['front', 'back', 'left', 'right', 'whole', 'portrait', 'other'],
      default: 'whole',
    },
    takenAt: Date,
    by: String,
  },
  { _id: false, strict: 'throw' },
);

/** What every collection's schema shares: stamps, optimistic concurrency under `version`, no unknown field. */
export const kept = {
  timestamps: true,
  versionKey: 'version',
  optimisticConcurrency: true,
  strict: 'throw',
} as const;
