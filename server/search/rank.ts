import { informationCodes } from './compact.ts';
import type { Columns } from './columns.ts';
import { Provinces } from './facets.ts';
import { NameReader, type Part } from './name-parts.ts';
import { NameScorer } from './name-scorer.ts';
import { costsOf, ordersOf, type Costs } from './orders.ts';
import type { Question } from './question.ts';
import { Reading, RunList, type Ranking } from './reading.ts';
import { Vocabulary } from './vocabulary.ts';
import { Facts } from './weigh.ts';
import type { Weights } from './weights.ts';

/** Longer than any name: what comes after is no part of one. */
const mostWords = 7;
/** Typed words whose comparison with the vocabulary is kept. */
const keptParts = 300;

/** Ranks everybody in one packing of the columns. One for each thread. */
export class Ranker {
  readonly vocabulary: Vocabulary;
  readonly names: NameReader;
  readonly facts: Facts;
  private readonly costs: Costs;
  private readonly runs: RunList;
  private readonly provinces: Provinces;
  /** Syllables that are left out readily: Văn, Thị. */
  private common = new Uint8Array();
  private readonly parts = new Map<string, Part>();

  constructor(
    readonly columns: Columns,
    private readonly weights: Weights,
  ) {
    this.vocabulary = new Vocabulary(columns);
    this.names = new NameReader(columns, this.vocabulary, weights);
    this.facts = new Facts(columns, weights);
    this.costs = costsOf(weights);
    this.runs = new RunList(columns);
    this.provinces = new Provinces(columns);
    this.follow();
  }

  /** Takes in what was added since the last question. */
  private follow(): void {
    this.vocabulary.follow();
    this.facts.follow();
    this.provinces.follow();
    const { known } = this.vocabulary;
    if (this.common.length === known.length) return;
    this.parts.clear();
    this.common = Uint8Array.from(known, ({ base }) => (base === 'van' || base === 'thi' ? 1 : 0));
  }

  /** Everything that was typed as a name, ready to score recorded ones. */
  scorer(words: string[]): NameScorer {
    const kept = words.slice(0, mostWords);
    const parts = kept.map((word, at) => {
      const role = at === kept.length - 1 ? 'given' : at === 0 ? 'family' : 'middle';
      const key = `${role} ${word}`;
      let part = this.parts.get(key);
      if (part === undefined) {
        part = this.names.part(word, role);
        if (this.parts.size >= keptParts) this.parts.clear();
        this.parts.set(key, part);
      }
      return part;
    });
    return new NameScorer(ordersOf(parts, this.weights), this.costs, this.common);
  }

  rank(question: Question): Ranking {
    // The tail's length first: whatever its rows need of the lists is there by then.
    const { tail } = this.columns;
    this.follow();
    return new Reading(
      this.columns,
      question,
      this.scorer(question.name),
      this.facts.for(question).rows,
      this.filter(question),
      this.runs,
      this.provinces,
    ).run(tail);
  }

  /** What hides rows, if anything was asked to. */
  private filter({ only }: Question): ((row: number) => boolean) | undefined {
    const { view } = this.columns;
    const tests: ((row: number) => boolean)[] = [];
    const { information, home, cemetery, death } = only;
    if (information !== undefined)
      tests.push((row) => ((view.flags[row]! >> 3) & 7) % informationCodes.length === information);
    if (cemetery !== undefined) {
      const wanted = this.facts.cemeteryNumber(cemetery) ?? -1;
      tests.push((row) => view.cemetery[row] === wanted);
    }
    if (death !== undefined) {
      const [from, to] = death;
      tests.push(
        (row) => view.death[row * 2] !== 0 && view.death[row * 2 + 1]! >= from && view.death[row * 2]! <= to,
      );
    }
    if (home !== undefined) tests.push((row) => this.provinces.of(view.home[row]!) === home);
    return tests.length === 0 ? undefined : (row) => tests.every((test) => test(row));
  }
}
