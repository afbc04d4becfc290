import type { Columns } from './columns.ts';
import {
  Memo,
  mostLevels,
  tokenLevel,
  weighPlaces,
  weighUnits,
  weighYears,
  type UnitMatch,
} from './facts.ts';
import type { Question } from './question.ts';
import type { Weights } from './weights.ts';

/** Weighs one kind of value that many rows share, each distinct one once. */
interface Shared {
  column: Uint32Array;
  memo: Memo;
  weigh: (value: number) => number;
}
interface Years {
  column: Uint8Array;
  exact: Float32Array;
  weigh: (from: number, to: number) => number;
}

/**
 * Sums the facts of one question over a row. One class with plain loops over what was given, since this runs for
 * tens of thousands of rows a question: calls through lists of functions cost five times as much.
 */
export class RowWeigher {
  readonly years: Years[] = [];
  readonly shared: Shared[] = [];
  readonly cemeteries: Float32Array[] = [];
  age: number[] | undefined;
  /** The most that any row can get, and what of it comes from values that rows share. */
  best = 0;
  bestShared = 0;

  constructor(private readonly view: Columns['view']) {}

  /**
   * Natural logarithm of how much likelier the facts make this row.
   * @param least a row that cannot reach this may be left half weighed
   */
  weigh(row: number, least = -Infinity): number {
    let sum = 0;
    const { years, shared, cemeteries } = this;
    for (let at = 0; at < years.length; at++) {
      const { column, exact, weigh } = years[at]!;
      const low = column[row * 2]!;
      const high = column[row * 2 + 1]!;
      if (low !== 0) sum += low === high ? exact[low]! : weigh(low, high);
    }
    for (let at = 0; at < cemeteries.length; at++) sum += cemeteries[at]![this.view.cemetery[row]!]!;
    if (this.age !== undefined) sum += this.weighAge(row);
    if (sum + this.bestShared < least) return -Infinity;
    for (let at = 0; at < shared.length; at++) {
      const { column, memo, weigh } = shared[at]!;
      const value = column[row]!;
      if (value !== 0) sum += memo.get(value, weigh);
    }
    return sum;
  }

  /** 0 unless both years are known to the year. */
  weighAge(row: number): number {
    const { birth, death } = this.view;
    const born = birth[row * 2]!;
    const died = death[row * 2]!;
    if (born === 0 || died === 0 || born !== birth[row * 2 + 1] || died !== death[row * 2 + 1]) return 0;
    return this.age![Math.max(0, Math.min(119, died - born))]!;
  }
}

/** The facts of one question, ready to weigh any row and to explain what each weighed. */
export interface FactWeigher {
  rows: RowWeigher;
  birth?: (row: number) => number;
  death?: (row: number) => number;
  age?: (row: number) => number;
  home?: ReturnType<typeof weighPlaces>['match'];
  deathPlace?: ReturnType<typeof weighPlaces>['match'];
  unit?: (unit: number) => UnitMatch;
  cemetery?: (cemetery: number) => number;
  near?: (cemetery: number) => number;
}

/** Weighs facts over one packing of the columns; keeps what does not change between questions. */
export class Facts {
  private readonly homeMemo: Memo;
  private readonly deathPlaceMemo: Memo;
  private readonly unitMemo: Memo;
  private levels = new Uint8Array(8192);
  private readonly levelNumbers = new Map<string, number>();
  private tokens = 0;
  private readonly tokenNumbers = new Map<string, number>();
  private readonly cemeteryNumbers = new Map<string, number>();
  private readonly ages: number[];
  private readonly perLevel = new Float32Array(mostLevels);

  constructor(
    private readonly columns: Columns,
    private readonly weights: Weights,
  ) {
    this.homeMemo = new Memo(columns.places.length + 20_000);
    this.deathPlaceMemo = new Memo(columns.places.length + 20_000);
    this.unitMemo = new Memo(columns.units.length + 40_000);
    this.ages = countAges(columns);
    this.follow();
  }

  /** Takes in what was added to the columns' lists since. */
  follow(): void {
    const { tokens, cemeteries } = this.columns;
    for (; this.tokens < tokens.length; this.tokens++) this.addToken(this.tokens, tokens.text(this.tokens));
    for (let at = this.cemeteryNumbers.size; at < cemeteries.length; at++)
      this.cemeteryNumbers.set(Buffer.from(cemeteries.get(at)).toString('hex'), at);
  }

  private addToken(token: number, text: string): void {
    if (token >= this.levels.length) {
      const larger = new Uint8Array(this.levels.length * 2);
      larger.set(this.levels);
      this.levels = larger;
    }
    const name = tokenLevel(text);
    const level = this.levelNumbers.get(name) ?? Math.min(this.levelNumbers.size, mostLevels - 1);
    this.levelNumbers.set(name, level);
    this.levels[token] = level;
    this.perLevel[level]! += this.columns.view.tokenCount[token] ?? 0;
    this.tokenNumbers.set(text, token);
  }

  cemeteryNumber(id: string): number | undefined {
    return this.cemeteryNumbers.get(id);
  }

  for(question: Question): FactWeigher {
    const { columns, weights } = this;
    const { view } = columns;
    const rows = new RowWeigher(view);
    const found: FactWeigher = { rows };
    for (const [field, counts, column] of [
      ['birth', view.birthCount, view.birth],
      ['death', view.deathCount, view.death],
    ] as const) {
      const given = question[field];
      if (given === undefined) continue;
      const { exact, weigh, best } = weighYears(counts, weights[field], ...given);
      rows.years.push({ column, exact, weigh });
      rows.best += best;
      found[field] = (row) => weigh(column[row * 2]!, column[row * 2 + 1]!);
    }
    if (question.age !== undefined) {
      rows.age = this.weighAge(question.age);
      rows.best += Math.max(0, ...rows.age);
      found.age = (row) => rows.weighAge(row);
    }
    for (const [field, counts, column, memo] of [
      ['home', view.homeCount, view.home, this.homeMemo],
      ['deathPlace', view.deathPlaceCount, view.deathPlace, this.deathPlaceMemo],
    ] as const) {
      const given = question[field];
      if (given === undefined || given.length === 0) continue;
      const { weigh, match, best } = weighPlaces(columns, counts, weights[field], given);
      memo.start(columns.places.length);
      rows.shared.push({ column, memo, weigh });
      rows.best += best;
      rows.bestShared += best;
      found[field] = match;
    }
    const tokens = question.unit?.flatMap((token) => this.tokenNumbers.get(token) ?? []) ?? [];
    if (tokens.length > 0) {
      const { weigh, match, best } = weighUnits(columns, this.levels, this.perLevel, weights.unit, tokens);
      this.unitMemo.start(columns.units.length);
      rows.shared.push({ column: view.unit, memo: this.unitMemo, weigh });
      rows.best += best;
      rows.bestShared += best;
      found.unit = (unit) => (unit === 0 ? { weight: 0, same: 0, other: 0 } : match(unit));
    }
    if (question.cemetery !== undefined) found.cemetery = this.useCemeteries(rows, question.cemetery);
    if (question.near !== undefined)
      found.near = this.useCemeteries(
        rows,
        question.near.map((id) => [id, 1]),
      );
    return found;
  }

  private useCemeteries(rows: RowWeigher, given: [string, number][]): (cemetery: number) => number {
    const weights = this.weighCemeteries(given);
    rows.cemeteries.push(weights);
    rows.best += weights.reduce((most, value) => Math.max(most, value), 0);
    return (cemetery) => weights[cemetery]!;
  }

  private weighAge(age: number): number[] {
    const m = this.weights.birth;
    const band = (years: number) => Math.min(4, Math.abs(years - age));
    const bands = [m['0'], m['1'], m['2'], m['3'], m.other];
    const common = [0, 0, 0, 0, 0];
    this.ages.forEach((share, years) => (common[band(years)]! += share));
    return this.ages.map((_, years) => Math.log(bands[band(years)]! / Math.max(common[band(years)]!, 1e-3)));
  }

  private weighCemeteries(given: [string, number][]): Float32Array {
    const counts = this.columns.view.cemeteryCount;
    const known = Math.max(
      1,
      counts.reduce((sum, count) => sum + count, 0),
    );
    const { same, other } = this.weights.cemetery;
    const weights = new Float32Array(this.columns.cemeteries.length).fill(Math.log(other));
    weights[0] = 0; // his grave is not known
    const numbers = given.flatMap(([id, chance]) => {
      const number = this.cemeteryNumbers.get(id);
      return number === undefined ? [] : [[number, chance] as const];
    });
    const all = numbers.reduce((sum, [number]) => sum + counts[number]!, 0);
    for (const [number, chance] of numbers)
      weights[number] = Math.log(
        ((same * chance) / Math.max(chance === 1 ? all : counts[number]!, 1)) * known + other,
      );
    return weights;
  }
}

/** Shares of ages at death, from the first rows. */
function countAges({ view, rows }: Columns): number[] {
  const counts = new Array<number>(120).fill(1e-4);
  let all = 0;
  for (let row = 0; row < Math.min(rows, 50_000); row++) {
    const birth = view.birth[row * 2]!;
    const death = view.death[row * 2]!;
    if (birth === 0 || death <= birth || death - birth >= 120) continue;
    counts[death - birth]! += 1;
    all += 1;
  }
  return counts.map((count) => count / Math.max(1, all));
}
