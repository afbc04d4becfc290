import { areTwins, withoutY } from './letters.ts';
import { bits, type Known } from './vocabulary.ts';
import type { Weights } from './weights.ts';

/** Ways in which a typed syllable can stand for a recorded one, likeliest reading first. */
export const ways = [
  'same',
  'bare',
  'hook',
  'tone',
  'marks',
  'recordBare',
  'iy',
  'twin',
  'sound',
  'one',
  'two',
  'cut',
  'worn',
] as const;
export type Way = (typeof ways)[number];

/** @returns the way and the chance that `meant` comes out as `typed`; undefined when they have nothing to do with each other */
export function alike(
  typed: Known,
  meant: Known,
  weights: Weights,
): { way: Way; chance: number } | undefined {
  if (typed.damaged) return fits(typed, meant, weights);
  const m = typed.marked ? weights.marked : weights.bare;
  if (typed.baseNumber === meant.baseNumber) {
    if (!typed.marked) return { way: meant.marked ? 'bare' : 'same', chance: m.same };
    return sameLetters(typed, meant, weights);
  }
  if (
    typed.soundNumber !== meant.soundNumber &&
    typed.iyNumber !== meant.iyNumber &&
    !typed.hasTwin &&
    (Math.abs(typed.base.length - meant.base.length) > 2 || bits(typed.mask ^ meant.mask) > 4)
  )
    return undefined;
  const tone = toneLikeness(typed, meant);
  if (typed.iyNumber === meant.iyNumber) {
    const marks = !typed.marked || withoutY(typed.quality) === withoutY(meant.quality) ? 1 : 0.1;
    return { way: 'iy', chance: m.iy * tone * marks };
  }
  if (typed.hasTwin && meant.hasTwin && areTwins(typed.base, meant.base))
    return { way: 'twin', chance: m.twin * tone };
  // Some three syllables share a sound on average.
  if (typed.soundNumber === meant.soundNumber) return { way: 'sound', chance: (m.sound / 3) * tone };
  const away = distance(typed.base, meant.base, typed.mask, meant.mask);
  // So many ways are there to get one, or two, letters wrong in a syllable.
  if (away === 1) return { way: 'one', chance: (m.one / 120) * tone };
  if (away === 2 && Math.max(typed.base.length, meant.base.length) >= 4)
    return { way: 'two', chance: (m.two / 6000) * tone };
  return undefined;
}

function sameLetters(typed: Known, meant: Known, { marked }: Weights): { way: Way; chance: number } {
  if (typed.key === meant.key) return { way: 'same', chance: marked.same };
  if (!meant.marked) return { way: 'recordBare', chance: marked.recordBare / 3 };
  if (typed.quality === meant.quality) {
    if (isHook(typed.tone, meant.tone)) return { way: 'hook', chance: marked.hook };
    return { way: 'tone', chance: marked.tone / 4 };
  }
  return { way: 'marks', chance: marked.marks / (typed.tone === meant.tone ? 3 : 12) };
}

/** hỏi and ngã, which half of the country speaks as one. */
const isHook = (one: number, other: number) => (one === 3 && other === 4) || (one === 4 && other === 3);

function toneLikeness(typed: Known, meant: Known): number {
  if (!typed.marked) return 1;
  if (!meant.marked) return 0.3;
  if (typed.tone === meant.tone) return 1;
  return isHook(typed.tone, meant.tone) ? 0.4 : 0.08;
}

const hole = '?'.charCodeAt(0);

/** Whether a cut or worn syllable can be the other one. Either side may be the damaged one. */
export function fits(
  damaged: Known,
  whole: Known,
  weights: Weights,
): { way: Way; chance: number } | undefined {
  if (whole.damaged) return damaged.word === whole.word ? { way: 'same', chance: weights.worn } : undefined;
  if (!damaged.word.includes('?'))
    return whole.base.startsWith(damaged.base) ? { way: 'cut', chance: weights.cut } : undefined;
  // Most are told apart by the first letter, which weather spares.
  const first = damaged.base.charCodeAt(0);
  if (first !== hole && first !== whole.base.charCodeAt(0)) return undefined;
  const { holes } = damaged;
  // A run of holes may be longer or shorter than it looks; letters that can be read must be there, in order.
  let at = 0;
  for (const [index, part] of holes.entries()) {
    const found =
      index === 0
        ? whole.base.startsWith(part)
          ? 0
          : -1
        : index === holes.length - 1
          ? lastFrom(whole.base, part, at)
          : whole.base.indexOf(part, at);
    if (found < 0) return undefined;
    if (index > 0 && found - at > 4) return undefined;
    at = found + part.length;
  }
  const length = Math.abs(whole.base.length - damaged.base.length);
  return {
    way: 'worn',
    chance: weights.worn * (length === 0 ? 1 : length === 1 ? 0.25 : 0.08) * marksLeft(damaged, whole),
  };
}

const lastFrom = (base: string, part: string, from: number) =>
  base.endsWith(part) && base.length - part.length >= from ? base.length - part.length : -1;

/** Marks on the letters that are left must be the name's own. */
function marksLeft(damaged: Known, whole: Known): number {
  if (!damaged.marked || !whole.marked) return 1;
  const left = Array.from(damaged.quality).filter(
    (letter) => letter !== '?' && !whole.quality.includes(letter),
  ).length;
  return (left === 0 ? 1 : 0.15) * (damaged.tone === 0 || damaged.tone === whole.tone ? 1 : 0.15);
}

/** Rows of `distance`, kept: it runs for every syllable that a typed word is compared with. */
const rows: [Uint8Array, Uint8Array, Uint8Array] = [
  new Uint8Array(64),
  new Uint8Array(64),
  new Uint8Array(64),
];

/** Letters wrong, missing, added or changed places; 3 for more than two. @param maskOne which letters occur, a bit each */
export function distance(one: string, other: string, maskOne: number, maskOther: number): number {
  const size = other.length;
  if (Math.abs(one.length - size) > 2 || bits(maskOne ^ maskOther) > 4 || size > 60) return 3;
  let [before, last, row] = rows;
  for (let j = 0; j <= size; j++) last[j] = j;
  for (let i = 1; i <= one.length; i++) {
    row[0] = i;
    let least = i;
    const letter = one.charCodeAt(i - 1);
    for (let j = 1; j <= size; j++) {
      const same = letter === other.charCodeAt(j - 1);
      let cost = last[j - 1]! + (same ? 0 : 1);
      if (last[j]! + 1 < cost) cost = last[j]! + 1;
      if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
      if (
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        one.charCodeAt(i - 2) === other.charCodeAt(j - 1) &&
        before[j - 2]! + 1 < cost
      )
        cost = before[j - 2]! + 1;
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > 2) return 3;
    [before, last, row] = [last, row, before];
  }
  return Math.min(3, last[size]!);
}
