import type { Columns } from './columns.ts';
import { soundOf, syllable, withoutY, type Syllable } from './letters.ts';

export interface Known extends Syllable {
  /** As written. */
  word: string;
  sound: string;
  iy: string;
  /** Which letters the base has, a bit each. */
  mask: number;
  /** A stone's syllable: cut short ("ng.") or with holes ("h?i"). */
  damaged: boolean;
}

/** The syllables of all names, as one thread sees them; grows with the columns. */
export class Vocabulary {
  readonly known: Known[] = [];
  /** Bases that occur, for taking run-together words apart. */
  readonly bases = new Set<string>();

  constructor(private readonly columns: Columns) {
    this.follow();
  }

  /** Takes in syllables that came since. */
  follow(): void {
    for (let at = this.known.length; at < this.columns.syllables.length; at++) {
      const one = describe(this.columns.syllables.text(at));
      this.known.push(one);
      if (!one.damaged) this.bases.add(one.base);
    }
  }
}

export function describe(word: string): Known {
  const read = syllable(word.replace(/\.$/, ''));
  return {
    ...read,
    word,
    sound: soundOf(read.base),
    iy: withoutY(read.base),
    mask: letterMask(read.base),
    damaged: /[?.]/.test(word) || /^(?:[bcdghklmnpqrstvx]|ng|tr|th|ph|kh|nh)$/.test(read.base),
  };
}

function letterMask(base: string): number {
  let mask = 0;
  for (let at = 0; at < base.length; at++) mask |= 1 << ((base.charCodeAt(at) - 97) & 31);
  return mask;
}
