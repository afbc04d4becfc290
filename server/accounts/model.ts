import { Schema, model, type InferSchemaType, type Types } from 'mongoose';
import { kept } from '../database/parts.ts';
import { accountRoles } from '../http/access.ts';

const scope = new Schema(
  {
    kind: { type: String, enum: ['none', 'place', 'team', 'laboratory'], required: true },
    placeId: String,
    team: String,
    laboratory: String,
  },
  { _id: false, strict: 'throw' },
);

const secondFactor = new Schema(
  {
    /** Base32 (RFC 6238). */
    secret: { type: String, required: true },
    since: { type: Date, required: true },
    /** Time step of the last code that was taken: none is taken twice. */
    lastStep: { type: Number, default: 0 },
  },
  { _id: false, strict: 'throw' },
);

/** One person who signs in. */
const schema = new Schema(
  {
    name: { type: String, required: true },
    fullName: { type: String, required: true },
    role: { type: String, enum: accountRoles, required: true },
    scope: { type: scope, required: true },
    /** argon2id. */
    passwordHash: { type: String, required: true },
    /** A password that somebody else has seen: it must be changed at the next sign-in, and holds until `temporaryUntil`. */
    mustChangePassword: { type: Boolean, default: false },
    temporaryUntil: Date,
    secondFactor,
    /** SHA-256 of each code that is left. */
    recoveryCodes: [String],
    active: { type: Boolean, default: true },
    lastSignInAt: Date,
    demo: Boolean,
  },
  kept,
);
schema.index({ name: 1 }, { unique: true });
schema.index({ role: 1, active: 1 });
schema.index({ demo: 1 }, { sparse: true });

export type Account = InferSchemaType<typeof schema> & { _id: Types.ObjectId; version: number };
export const Accounts = model('Account', schema, 'accounts');

/** One browser that somebody signed in with. Whoever reads the database learns no token from it. */
const session = new Schema(
  {
    /** SHA-256 of the token in the cookie. */
    tokenHash: { type: String, required: true },
    accountId: { type: Schema.Types.ObjectId, required: true },
    stage: { type: String, enum: ['code', 'enrol', 'password', 'full'], required: true },
    address: { type: String, default: '' },
    device: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    seenAt: { type: Date, required: true },
    /** The database removes it then; whether it still holds is asked at each request. */
    expiresAt: { type: Date, required: true },
    /** Secret that is being set up and has not been confirmed by a code. */
    enrolSecret: String,
  },
  { strict: 'throw', versionKey: false },
);
session.index({ tokenHash: 1 }, { unique: true });
session.index({ accountId: 1 });
session.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export type Session = InferSchemaType<typeof session> & { _id: Types.ObjectId };
export const Sessions = model('Session', session, 'sessions');

/** How often sign-in failed, for a name or an address. */
const tries = new Schema(
  {
    /** "name:…", "address:…" or "code:…" */
    _id: { type: String, required: true },
    failures: { type: Number, required: true },
    until: Date,
    expiresAt: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false },
);
tries.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SignInTries = model('SignInTry', tries, 'signInTries');
