import type { Columns } from './columns.ts';
import { hasTwin, soundOf, syllable, withoutY, type Syllable } from './letters.ts';

export interface Known extends Syllable {
  /** As written. */
  word: string;
  /** Equal numbers: the same base, the same but for y and i, the same sound. */
  baseNumber: number;
  iyNumber: number;
  soundNumber: number;
  /** North and south have another form of it. */
  hasTwin: boolean;
  /** Which letters the base has, a bit each. */
  mask: number;
  /** What is left between the holes of a worn syllable. */
  holes: string[];
  /** A stone's syllable: cut short ("ng.") or with holes ("h?i"). */
  damaged: boolean;
}

/** What is compared first, side by side in memory: nearly every syllable is passed over by these alone. */
class Marks {
  masks = new Int32Array(4096);
  lengths = new Uint8Array(4096);
  bases = new Int32Array(4096);
  iys = new Int32Array(4096);
  sounds = new Int32Array(4096);
  /** First letter of a damaged syllable, 0 of a whole one. */
  damage = new Uint8Array(4096);

  put(at: number, one: Known): void {
    if (at >= this.masks.length) this.grow();
    this.masks[at] = one.mask;
    this.lengths[at] = one.base.length;
    this.bases[at] = one.baseNumber;
    this.iys[at] = one.iyNumber;
    this.sounds[at] = one.soundNumber;
    this.damage[at] = one.damaged ? one.base.charCodeAt(0) : 0;
  }

  private grow(): void {
    const larger = <T extends Int32Array | Uint8Array>(old: T): T => {
      const grown = new (old.constructor as new (length: number) => T)(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.masks = larger(this.masks);
    this.lengths = larger(this.lengths);
    this.bases = larger(this.bases);
    this.iys = larger(this.iys);
    this.sounds = larger(this.sounds);
    this.damage = larger(this.damage);
  }
}

const anyLetter = '?'.charCodeAt(0);

/** The syllables of all names, as one thread sees them; grows with the columns. */
export class Vocabulary {
  readonly known: Known[] = [];
  /** Bases that occur, for taking run-together words apart. */
  readonly bases = new Set<string>();
  private readonly marks = new Marks();

  constructor(private readonly columns: Columns) {
    this.follow();
  }

  /** Takes in syllables that came since. */
  follow(): void {
    for (let at = this.known.length; at < this.columns.syllables.length; at++) {
      const one = describe(this.columns.syllables.text(at));
      this.marks.put(at, one);
      this.known.push(one);
      if (!one.damaged) this.bases.add(one.base);
    }
  }

  /** Whole syllables that begin with the same letter as a damaged one; all, when that letter is gone. */
  wholeLike(damaged: Known): readonly number[] {
    const letter = damaged.base.charCodeAt(0);
    const found: number[] = [];
    for (let at = 1; at < this.known.length; at++)
      if (
        this.marks.damage[at] === 0 &&
        (letter === anyLetter || this.known[at]!.base.charCodeAt(0) === letter)
      )
        found.push(at);
    return found;
  }

  /** Syllables from `first` on that the typed one may stand for; the others surely differ in more than two letters. */
  near(typed: Known, first: number): number[] {
    const found: number[] = [];
    const { masks, lengths, bases, iys, sounds, damage } = this.marks;
    const length = typed.base.length;
    const letter = typed.base.charCodeAt(0);
    for (let at = Math.max(1, first); at < this.known.length; at++) {
      const damaged = damage[at]!;
      if (typed.damaged) {
        if (letter === anyLetter || this.known[at]!.base.charCodeAt(0) === letter) found.push(at);
      } else if (damaged !== 0) {
        if (damaged === letter || damaged === anyLetter) found.push(at);
      } else if (
        bases[at] === typed.baseNumber ||
        iys[at] === typed.iyNumber ||
        sounds[at] === typed.soundNumber
      )
        found.push(at);
      else {
        const away = Math.abs(lengths[at]! - length);
        // A letter exchanged changes two bits of the mask at most, one left out or put in one.
        const most = (length >= 4 || lengths[at]! >= 4 ? 4 : 2) - away;
        if (
          (away <= 2 && bits(masks[at]! ^ typed.mask) <= most) ||
          (typed.hasTwin && this.known[at]!.hasTwin)
        )
          found.push(at);
      }
    }
    return found;
  }
}

export function bits(value: number): number {
  let v = value - ((value >> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >> 2) & 0x33333333);
  return (((v + (v >> 4)) & 0x0f0f0f0f) * 0x01010101) >> 24;
}

/** Spellings and sounds as numbers, for comparing thousands of syllables with a typed one. */
const numbers = new Map<string, number>();
/** Typed nonsense must not fill the memory: past this the numbering would begin anew, so unknown words get none. */
const mostNumbers = 400_000;

function numberOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  if (numbers.size >= mostNumbers) return -1 - text.length;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

export function describe(word: string): Known {
  const read = syllable(word.replace(/\.$/, ''));
  return {
    ...read,
    word,
    baseNumber: numberOf(read.base),
    iyNumber: numberOf(withoutY(read.base)),
    soundNumber: numberOf(`~${soundOf(read.base)}`),
    hasTwin: hasTwin(read.base),
    holes: read.base.split('?'),
    mask: letterMask(read.base),
    damaged: /[?.]/.test(word) || /^(?:[bcdghklmnpqrstvx]|ng|tr|th|ph|kh|nh)$/.test(read.base),
  };
}

function letterMask(base: string): number {
  let mask = 0;
  for (let at = 0; at < base.length; at++) mask |= 1 << ((base.charCodeAt(at) - 97) & 31);
  return mask;
}
