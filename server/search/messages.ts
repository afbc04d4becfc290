import type { ColumnParts } from './columns.ts';
import type { Chip, FilterField, SearchQuery } from './contract.ts';
import type { Ground } from './explain.ts';
import type { SplitField } from './split.ts';

/** A cemetery as search needs it. */
export interface CemeteryEntry {
  id: string;
  code: string;
  name: string;
  /** District and province before 2025, province now: what families add to the name. */
  places: string[];
  point?: { lng: number; lat: number; accuracyM: number };
}

/** What a searching thread found; the record's own words are fetched from the database afterwards. */
export interface Found {
  hits: { id: string; kind: 'martyr' | 'grave'; score: number; grounds: Ground[] }[];
  total: number;
  exact: boolean;
  facets: {
    home: [number, number][];
    cemetery: [string, number][];
    death: [number, number][];
    status: [number, number][];
  };
  chips: Chip[];
  /** What was asked, field by field, after the free line was read. */
  asked: Record<string, string>;
  relax: { filter: FilterField; count: number }[];
  ask: SplitField[];
  cursor?: string;
}

export interface Suggested {
  names: string[];
  places: string[];
  units: string[];
  cemeteries: string[];
}

export type ToSearcher =
  | { kind: 'columns'; parts: ColumnParts; cemeteries: CemeteryEntry[] }
  | { kind: 'cemeteries'; cemeteries: CemeteryEntry[] }
  | { kind: 'search'; call: number; query: SearchQuery }
  | { kind: 'suggest'; call: number; text: string };
export type FromSearcher =
  | { kind: 'attached'; bytes: number }
  | { kind: 'found'; call: number; found: Found }
  | { kind: 'suggested'; call: number; suggested: Suggested }
  | { kind: 'failed'; call: number; message: string };

/** How an index that was kept in step compares with one built anew. */
export interface Verified {
  documents: number;
  differing: string[];
}

export type ToKeeper =
  { kind: 'note'; call: number; ids: string[] } | { kind: 'verify'; call: number } | { kind: 'stop' };
export type FromKeeper =
  | { kind: 'progress'; done: number; all: number; what: 'read' | 'packed' | 'derived' }
  | { kind: 'columns'; parts: ColumnParts; cemeteries: CemeteryEntry[] }
  | { kind: 'cemeteries'; cemeteries: CemeteryEntry[] }
  /** Documents that are not what they were (hex ids). */
  | { kind: 'changed'; ids: string[] }
  | { kind: 'noted'; call: number }
  | { kind: 'verified'; call: number; verified: Verified }
  | { kind: 'failed'; call: number; message: string }
  | { kind: 'stopped' }
  | { kind: 'trouble'; message: string };
