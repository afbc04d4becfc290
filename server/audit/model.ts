import { Schema, model, type Types } from 'mongoose';

/**
 * How many chains events are spread over. Each writer takes a chain that no other holds, so that writes do not wait for
 * one another; more chains cost only a longer checkpoint.
 */
export const chainCount = 32;

/** What stands before the first event of every chain. */
export const genesis = '0'.repeat(64);

/** One thing that somebody did. Never changed after it was written. */
export interface AuditEvent {
  chain: number;
  /** From 1, without a gap within the chain. */
  seq: number;
  at: Date;
  actor: { name: string; role: string; id?: string };
  address: string;
  /** The right's own word: "account.change". */
  action: string;
  thing: { kind: string; id: string };
  reason?: string;
  /** JSON texts: what is hashed is what is kept, whatever a database makes of numbers and keys. */
  before?: string;
  after?: string;
  /** Hash of the event before it in the chain. */
  prev: string;
  hash: string;
}

export interface ChainHead {
  _id: number;
  seq: number;
  hash: string;
}

/** Where the chains stood at one moment: those that had grown since the checkpoint before. */
export interface Checkpoint {
  _id: number;
  at: Date;
  heads: { chain: number; seq: number; hash: string }[];
  prev: string;
  hash: string;
}

const events = new Schema(
  {
    chain: { type: Number, required: true },
    seq: { type: Number, required: true },
    at: { type: Date, required: true },
    actor: {
      type: new Schema({ name: String, role: String, id: String }, { _id: false, strict: 'throw' }),
      required: true,
    },
    address: { type: String, default: '' },
    action: { type: String, required: true },
    thing: {
      type: new Schema({ kind: String, id: String }, { _id: false, strict: 'throw' }),
      required: true,
    },
    reason: String,
    before: String,
    after: String,
    prev: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false },
);
events.index({ chain: 1, seq: 1 }, { unique: true });
events.index({ at: -1, _id: -1 });
events.index({ 'actor.name': 1, at: -1 });
events.index({ 'thing.id': 1, at: -1 });
events.index({ action: 1, at: -1 });

const heads = new Schema(
  { _id: Number, seq: { type: Number, required: true }, hash: { type: String, required: true } },
  { strict: 'throw', versionKey: false },
);

const checkpoints = new Schema(
  {
    _id: Number,
    at: { type: Date, required: true },
    heads: [new Schema({ chain: Number, seq: Number, hash: String }, { _id: false, strict: 'throw' })],
    prev: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { strict: 'throw', versionKey: false },
);

export type StoredEvent = AuditEvent & { _id: Types.ObjectId };
export const AuditEvents = model<AuditEvent>(
  'AuditEvent',
  events as unknown as Schema<AuditEvent>,
  'auditEvents',
);
export const AuditHeads = model<ChainHead>('AuditHead', heads as unknown as Schema<ChainHead>, 'auditHeads');
export const AuditCheckpoints = model<Checkpoint>(
  'AuditCheckpoint',
  checkpoints as unknown as Schema<Checkpoint>,
  'auditCheckpoints',
);
