import type { Kind } from './names.ts';

export type Level = 'province' | 'district' | 'commune';

/** Shares of a whole over atoms, each atom by its index; they add up to 1. */
export type Shares = Map<number, number>;

/** One administrative unit in one period. */
export interface Unit {
  /** Stable: level, the year that marks the period, code or name ("c2025-31465", "p1961-chuong-thien"). */
  id: string;
  level: Level;
  /** `today`: since 1/7/2025. `before`: as of June 2025, the atoms. `past`: older, made of atoms. */
  era: 'today' | 'before' | 'past';
  kind: Kind;
  name: string;
  otherNames: string[];
  /** Its own name as names.ts compares names. */
  key: string;
  code?: string;
  from?: number;
  to?: number;
  parent?: Unit;
  /** Districts of June 2025 that it covers, by index. */
  districts: Shares;
  /** Communes of June 2025, for a commune only. */
  communes?: Shares;
  /** Index among the atoms of its level, for a unit of June 2025. */
  index: number;
  /** Codes of today's communes that it went into, for a commune of June 2025. */
  became?: Unit[];
  /** WGS 84 lng, lat inside, for a commune of today. */
  point?: [number, number];
}
