/**
 * Who may do what, in one place. Today everything offered is public; each right names the roles that hold it, and a
 * route without a right does not compile.
 */
export const roles = ['anyone'] as const;
export type Role = (typeof roles)[number];

export const access = {
  'search.use': ['anyone'],
  'martyr.read': ['anyone'],
  'grave.read': ['anyone'],
  'cemetery.read': ['anyone'],
  'diagram.read': ['anyone'],
  'map.read': ['anyone'],
  'place.read': ['anyone'],
  'unit.read': ['anyone'],
  'statistics.read': ['anyone'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof access;
