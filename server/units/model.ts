import { Schema, model } from 'mongoose';
import type { UnitFigures } from './contract.ts';

/** The one document of figures, kept over restarts, and who is counting now. */
interface StoredFigures {
  _id: 'units';
  figures?: UnitFigures;
  countedAt?: Date;
  /** Dossiers in the database when they were counted. */
  held?: number;
  /** Set while a server counts; one that was killed loses its claim after an hour. */
  claimedAt?: Date;
}

const schema = new Schema<StoredFigures>(
  { _id: String, figures: Schema.Types.Mixed, countedAt: Date, held: Number, claimedAt: Date },
  { strict: 'throw', versionKey: false },
);
export const UnitFigureStore = model<StoredFigures>('UnitFigures', schema, 'unitfigures');
