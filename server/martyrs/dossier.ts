import { parsePartialDate } from '../dates/parse.ts';
import { isNameless } from '../graves/nameless.ts';
import type { ExchangeLine } from '../imports/exchange.ts';
import { readingsOf } from '../places/resolve.ts';

/** Above this chance a place is taken for what was meant; below, the page shows what it may be. */
const sureChance = 0.9;

export interface Claim {
  field: string;
  value: string;
  source: string;
  by: string;
  at: Date;
  confidence: 'high' | 'medium' | 'low';
  accepted: boolean;
}

/** Who says so, and when it was recorded. */
export interface Origin {
  source: string;
  by: string;
  at: Date;
}

/** A place as a dossier keeps it. @param year when the name was used */
export function placeRefOf(text: string, year: number | undefined) {
  const best = readingsOf(text, year).chains[0];
  return best !== undefined && best.weight >= sureChance
    ? { text, placeId: best.unit.id, sure: true }
    : { text, sure: false };
}

/** Where a line lists several values, names another thing, or says who says so, it is no single claim. */
const noSingleClaim = new Set(['code', 'aliases', 'grave', 'dna', 'source']);

/** The fields of a line that are claims, in the words of the line. */
function claimed(line: ExchangeLine): [string, string][] {
  return [
    ...Object.entries(line).filter(
      (entry): entry is [string, string] => !noSingleClaim.has(entry[0]) && entry[1] !== undefined,
    ),
    ...(line.aliases ?? []).map((alias): [string, string] => ['aliases', alias]),
    ...(line.grave ? [['grave', graveWords(line.grave)] as [string, string]] : []),
  ];
}

function graveWords({ cemetery, section, row, number }: NonNullable<ExchangeLine['grave']>): string {
  return [cemetery, section && `khu ${section}`, row && `hàng ${row}`, number && `mộ ${number}`]
    .filter(Boolean)
    .join(', ');
}

export function claimsOf(line: ExchangeLine, { source, by, at }: Origin): Claim[] {
  return claimed(line).map(([field, value]) => ({
    field,
    value,
    source,
    by,
    at,
    confidence: 'medium',
    accepted: true,
  }));
}

/** The shown values that a line gives, parsed and resolved; only those it names. */
export function valuesOf(line: ExchangeLine): Record<string, unknown> {
  const date = (text: string | undefined) => (text === undefined ? undefined : parsePartialDate(text));
  // "Canh Thân" without a number was 1920 for a birth; for a death it would be 1980
  const birth = line.birth === undefined ? undefined : parsePartialDate(line.birth, 1975);
  const death = date(line.death);
  const place = (text: string | undefined, year: number | undefined) =>
    text === undefined ? undefined : placeRefOf(text, year);
  const values = {
    name: line.name === undefined ? undefined : { full: line.name, aliases: line.aliases ?? [] },
    gender: line.gender,
    birth,
    death,
    enlisted: date(line.enlisted),
    // lists name a home as it was called when they were written, which nobody noted
    home: place(line.home, undefined),
    residence: place(line.residence, undefined),
    deathPlace: place(line.deathPlace, death?.year),
    firstBurial: place(line.firstBurial, death?.year),
    rank: line.rank,
    position: line.position,
    unit: line.unit,
    circumstance: line.circumstance,
    certificate: line.certificate,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** What a line says of the person behind the usual words for "unknown". */
export function namesNobody(line: ExchangeLine): boolean {
  return line.name === undefined || isNameless(line.name);
}

interface Held {
  birth?: { year?: number | null } | null;
  death?: { year?: number | null } | null;
  home?: unknown;
  unit?: unknown;
  graveId?: unknown;
}

/**
 * How much of what identifies a man is known ("đủ / một phần / chưa có"): birth, home, unit, death, and where he lies.
 */
export function completenessOf({ birth, death, home, unit, graveId }: Held): 'full' | 'partial' | 'none' {
  const known = [birth?.year, death?.year, home, unit, graveId].filter((value) => value != null).length;
  return known === 5 ? 'full' : known > 0 ? 'partial' : 'none';
}
