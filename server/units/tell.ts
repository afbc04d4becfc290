import type { DecodeAnswer, UnitFigures } from './contract.ts';
import type { Element } from './element.ts';
import { meaningsToShow } from './where.ts';
import { unitInWords } from './words.ts';

/** How far the words of one dossier are understood. */
export type Tell = 'decoded' | 'ambiguous' | 'unknown' | 'plain' | 'none';
export type Wanted = UnitFigures['wanted'][number];

/** What one answer says of one dossier. */
export function tellOf({
  chain,
  meanings,
  unknown,
}: Pick<DecodeAnswer, 'chain' | 'meanings' | 'unknown'>): Tell {
  if (chain === 'none') return 'none';
  const shown = meaningsToShow(chain, meanings).length;
  if (shown === 1) return 'decoded';
  if (shown > 1) return 'ambiguous';
  // bodies that say what they are need no decoding: "huyện đội Hồng Ngự"
  return unknown.length === 0 && /(^|[/ ])(local|other):/.test(chain) ? 'plain' : 'unknown';
}

/** Battalions were numbered from 1 within each division: a small number alone is no question anybody could answer. */
export function canBeSolved(element: string): boolean {
  const small = /^(?:d|num:)(\d{1,2}|\?)$/.exec(element)?.[1];
  return small === undefined || Number(small) > 20;
}

/** Letter boxes of the same number are one question: "86.500 YK" and "86500". */
export function wantedKey(element: string): string {
  const box = /^hom:\D*(\d{3,})/.exec(element);
  return box ? `hom:${box[1]!}` : element.toLowerCase();
}

export function wantedOf(element: string, chain: Element[], dossiers: number): Wanted {
  const kind = element.startsWith('hom:') ? 'box' : /^(code|num):/.test(element) ? 'code' : 'unit';
  return {
    element,
    words: { vi: unitInWords({ chain }, 'vi'), en: unitInWords({ chain }, 'en') },
    kind,
    dossiers,
  };
}
