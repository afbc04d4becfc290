/**
 * Who may do what, in one place: routes, answers and pages read this table, and a test walks every route with every
 * role. A route without a right does not compile.
 */
export const roles = [
  'anyone',
  'family',
  'searchTeam',
  'communeStaff',
  'provinceStaff',
  'laboratory',
  'administrator',
] as const;
export type Role = (typeof roles)[number];
/** Roles an account can have. */
export const accountRoles = roles.filter((role) => role !== 'anyone');
export type AccountRole = Exclude<Role, 'anyone'>;

/** `scope`: things in the actor's subtree of places, team or laboratory. `own`: things that belong to the actor. */
export type Reach = 'all' | 'scope' | 'own';

/** What kind of scope each role works in. */
export const scopeKinds = {
  family: 'none',
  searchTeam: 'team',
  communeStaff: 'place',
  provinceStaff: 'place',
  laboratory: 'laboratory',
  administrator: 'none',
} as const satisfies Record<AccountRole, string>;

/** Roles that see restricted things country-wide or handle DNA: no work without a second factor. */
export const secondFactorRequired: readonly Role[] = ['administrator', 'laboratory'];

const everyone = { anyone: 'all' } as const;
const signedIn = {
  family: 'own',
  searchTeam: 'own',
  communeStaff: 'own',
  provinceStaff: 'own',
  laboratory: 'own',
  administrator: 'own',
} as const;
const administrators = { administrator: 'all' } as const;
const office = { communeStaff: 'scope', provinceStaff: 'scope', administrator: 'all' } as const;

/** "anyone" holds for every role. Who sees what follows the table of the data model. */
export const access = {
  'search.use': everyone,
  'searchMiss.read': { communeStaff: 'all', provinceStaff: 'all', administrator: 'all' },
  'martyr.read': everyone,
  'grave.read': everyone,
  'cemetery.read': everyone,
  'diagram.read': everyone,
  'map.read': everyone,
  'place.read': everyone,
  'unit.read': everyone,
  'statistics.read': everyone,
  'session.begin': everyone,
  'session.own': signedIn,
  'account.own': signedIn,
  'account.manage': administrators,
  'audit.read': administrators,
  'draft.read': { searchTeam: 'scope', ...office, laboratory: 'all' },
  'draft.write': office,
  'contact.read': { family: 'own', ...office, laboratory: 'scope' },
  'site.readExact': { searchTeam: 'scope', ...office },
  'dnaState.write': office,
  'dnaProfile.write': { laboratory: 'scope' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;
export type Right = keyof typeof access;

/** How far a right reaches for a role; undefined where it has none. */
export function reachOf(role: Role, right: Right): Reach | undefined {
  const held: Partial<Record<Role, Reach>> = access[right];
  return held[role] ?? held.anyone;
}

/** The roles that hold a right, as the API document says them. */
export function rolesWith(right: Right): Role[] {
  return reachOf('anyone', right) === undefined
    ? roles.filter((role) => reachOf(role, right) !== undefined)
    : ['anyone'];
}
