import { z } from 'zod';
import { accountRoles } from '../http/access.ts';

/** Where an account's rights hold. */
export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** A subtree of places: a province or commune of today. */
  z.strictObject({ kind: z.literal('place'), placeId: z.string().min(1).max(60) }),
  z.strictObject({ kind: z.literal('team'), team: z.string().trim().min(1).max(100) }),
  z.strictObject({ kind: z.literal('laboratory'), laboratory: z.string().trim().min(1).max(100) }),
]);
export type Scope = z.infer<typeof Scope>;

export const Role = z.enum(accountRoles as [(typeof accountRoles)[number], ...typeof accountRoles]);

export const AccountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, 'account.name');
const fullName = z.string().trim().min(1, 'account.fullName').max(100, 'account.fullName');
const newPassword = z.string().min(12, 'password.short').max(200);
const typedPassword = z.string().min(1, 'password.missing').max(200);
const code = z.string().trim().max(40);

export const SignIn = z.strictObject({
  /** Not checked further: what cannot be a name is answered as an unknown one. */
  name: z.string().trim().toLowerCase().max(200),
  password: z.string().max(200),
});
export type SignIn = z.infer<typeof SignIn>;

/** A one-time code of six digits, or a recovery code. */
export const Code = z.strictObject({ code });
export const PasswordChange = z.strictObject({ password: typedPassword, newPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;
export const Confirmation = z.strictObject({ password: typedPassword });

export const AccountDraft = z.strictObject({ name: AccountName, fullName, role: Role, scope: Scope });
export type AccountDraft = z.infer<typeof AccountDraft>;
export const AccountChange = z.strictObject({
  fullName: fullName.optional(),
  role: Role.optional(),
  scope: Scope.optional(),
  active: z.boolean().optional(),
  reason: z.string().trim().min(1, 'reason.missing').max(500),
});
export type AccountChange = z.infer<typeof AccountChange>;
export const AccountReset = z.strictObject({
  /** Takes the second factor away too, for somebody whose telephone is lost. */
  secondFactor: z.boolean().default(false),
  reason: z.string().trim().min(1, 'reason.missing').max(500),
});
export type AccountReset = z.infer<typeof AccountReset>;

export const AccountParams = z.strictObject({ id: z.string().regex(/^[0-9a-f]{24}$/) });
export type AccountParams = z.infer<typeof AccountParams>;

export const AccountView = z.strictObject({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  fullName: z.string(),
  role: Role,
  scope: Scope,
  /** The area, team or laboratory in words. */
  scopeName: z.string().optional(),
  active: z.boolean(),
  secondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignInAt: z.iso.datetime().optional(),
  demo: z.boolean(),
});
export type AccountView = z.infer<typeof AccountView>;

export const AccountQuery = z.strictObject({
  /** Part of the name. */
  q: z.string().trim().max(100).optional(),
  role: Role.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.string().max(40).optional(),
});
export type AccountQuery = z.infer<typeof AccountQuery>;
export const AccountList = z.strictObject({ items: z.array(AccountView), cursor: z.string().optional() });
export type AccountList = z.infer<typeof AccountList>;

/** A new or reset account: the password is shown this once. */
export const Issued = z.strictObject({
  account: AccountView,
  password: z.string(),
  validUntil: z.iso.datetime(),
});
export type Issued = z.infer<typeof Issued>;

/** What the person must do next before anything else. */
export const SignedIn = z.strictObject({ stage: z.enum(['none', 'code', 'enrol', 'password', 'full']) });
export type SignedIn = z.infer<typeof SignedIn>;

export const Enrolment = z.strictObject({
  /** Base32, to type into an app that cannot scan. */
  secret: z.string(),
  uri: z.string(),
});
export type Enrolment = z.infer<typeof Enrolment>;

export const RecoveryCodes = z.strictObject({ stage: SignedIn.shape.stage, codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const SessionView = z.strictObject({
  id: z.string(),
  current: z.boolean(),
  address: z.string(),
  device: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
});
export type SessionView = z.infer<typeof SessionView>;

export const OwnAccount = z.strictObject({
  stage: SignedIn.shape.stage,
  account: AccountView,
  recoveryCodesLeft: z.int(),
  secondFactorRequired: z.boolean(),
  sessions: z.array(SessionView),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

export const Done = z.strictObject({ done: z.literal(true) });
