import { alike, fits, type Way } from './alike.ts';
import type { Columns } from './columns.ts';
import { fromRawTyping } from './typed.ts';
import { describe, type Known, type Vocabulary } from './vocabulary.ts';
import type { Weights } from './weights.ts';

export const roles = ['given', 'middle', 'family'] as const;
export type Role = (typeof roles)[number];

/** One typed word against every syllable: what it weighs to find that syllable where this word was typed. */
export interface Part {
  word: string;
  /** Natural logarithm of P(typed | syllable) over P(typed), floored by the chance that the word is a wrong one. */
  table: Float32Array;
  best: number;
}

type Readings = [typed: Known, prior: number, raw: boolean][];

interface Candidates {
  readings: Readings;
  syllables: number[];
  chances: number[];
  /** How much of the vocabulary was looked at. */
  upTo: number;
}

/** Compares typed words with the vocabulary; what was typed before is remembered. */
export class NameReader {
  private readonly candidates = new Map<string, Candidates>();
  private readonly mass = new Map<number, Record<Role, number>>();
  private readonly totals: Record<Role, number>;

  constructor(
    private readonly columns: Columns,
    private readonly vocabulary: Vocabulary,
    private readonly weights: Weights,
  ) {
    const sum = (counts: Float32Array) =>
      Math.max(
        1,
        counts.reduce((total, count) => total + count, 0),
      );
    const { givenCount, middleCount, familyCount } = columns.view;
    this.totals = { given: sum(givenCount), middle: sum(middleCount), family: sum(familyCount) };
  }

  private count(role: Role): Float32Array {
    const { givenCount, middleCount, familyCount } = this.columns.view;
    return role === 'given' ? givenCount : role === 'middle' ? middleCount : familyCount;
  }

  /**
   * @param word tidied; may be cut ("ng.") or worn ("h?i")
   * @param role the place in the name that it was typed in. Only the denominator depends on it: whatever order the
   *   words are read in, they stay the same words, so all orders share it.
   */
  part(word: string, role: Role): Part {
    const { syllables, chances } = this.candidatesOf(word);
    const { known } = this.vocabulary;
    const table = new Float32Array(known.length);
    // A word of which nothing is left says nothing.
    if (word === '?') return { word, table, best: 0 };
    const { unrelated } = this.weights;
    let typed = 1e-7;
    for (const place of roles) {
      const share = place === role ? 0.8 : 0.1;
      const count = this.count(place);
      const total = this.totals[place];
      syllables.forEach((syllable, at) => (typed += ((share * count[syllable]!) / total) * chances[at]!));
    }
    let best = Math.log(unrelated);
    table.fill(best);
    syllables.forEach((syllable, at) => {
      const likelihood = known[syllable]!.damaged ? 0.6 / this.massOf(syllable)[role] : chances[at]! / typed;
      const weight = Math.log((1 - unrelated) * likelihood + unrelated);
      table[syllable] = weight;
      if (weight > best) best = weight;
    });
    return { word, table, best };
  }

  private candidatesOf(word: string): Candidates {
    let found = this.candidates.get(word);
    if (found === undefined) {
      found = { readings: readingsOf(word, this.weights), syllables: [], chances: [], upTo: 1 };
      if (this.candidates.size > 2000) this.candidates.clear();
      this.candidates.set(word, found);
    }
    if (found.upTo < this.vocabulary.known.length) {
      for (const [typed, prior] of found.readings)
        for (const at of this.vocabulary.near(typed, found.upTo)) {
          const meant = this.vocabulary.known[at]!;
          const like = meant.damaged ? fits(meant, typed, this.weights) : alike(typed, meant, this.weights);
          if (like === undefined) continue;
          const chance = like.chance * prior;
          const before = found.syllables.indexOf(at);
          if (before < 0) {
            found.syllables.push(at);
            found.chances.push(chance);
          } else if (chance > found.chances[before]!) found.chances[before] = chance;
        }
      found.upTo = this.vocabulary.known.length;
    }
    return found;
  }

  /** Share of all names' parts that a damaged syllable of a stone can stand for. */
  private massOf(syllable: number): Record<Role, number> {
    let mass = this.mass.get(syllable);
    if (mass === undefined) {
      mass = { given: 0.002, middle: 0.002, family: 0.002 };
      const damaged = this.vocabulary.known[syllable]!;
      for (const at of this.vocabulary.wholeLike(damaged)) {
        if (fits(damaged, this.vocabulary.known[at]!, this.weights) === undefined) continue;
        for (const role of roles) mass[role] += (this.count(role)[at] ?? 0) / this.totals[role];
      }
      this.mass.set(syllable, mass);
    }
    return mass;
  }

  /** How a typed word relates to a recorded syllable, for explaining. */
  wayOf(word: string, syllable: number): Way | 'raw' | undefined {
    const meant = this.vocabulary.known[syllable]!;
    let best: { way: Way | 'raw'; chance: number } | undefined;
    for (const [typed, prior, raw] of this.candidatesOf(word).readings) {
      const like = meant.damaged ? fits(meant, typed, this.weights) : alike(typed, meant, this.weights);
      if (like !== undefined && like.chance * prior > (best?.chance ?? 0))
        best = {
          way: raw && (like.way === 'same' || like.way === 'bare') ? 'raw' : like.way,
          chance: like.chance * prior,
        };
    }
    return best?.way;
  }
}

/** What a typed word can be: itself, or what the keyboard would have made of it. */
function readingsOf(word: string, weights: Weights): Readings {
  const raw = fromRawTyping(word);
  const plain: [Known, number, boolean] = [describe(word), 1, false];
  return raw === undefined ? [plain] : [plain, [describe(raw), weights.raw, true]];
}
