import type { Columns } from './columns.ts';
import { Memo, tokenLevel, weighPlaces, weighUnits, weighYears } from './facts.ts';
import type { Question } from './question.ts';
import type { Weights } from './weights.ts';

/** The facts of one question, ready to weigh any row. */
export interface FactWeigher {
  /** Sum over all facts given; natural logarithm. */
  weigh: (row: number) => number;
  /** The most that any row can get. */
  best: number;
  birth?: (row: number) => number;
  death?: (row: number) => number;
  age?: (row: number) => number;
  home?: ReturnType<typeof weighPlaces>['match'];
  deathPlace?: ReturnType<typeof weighPlaces>['match'];
  unit?: ReturnType<typeof weighUnits>['match'];
  cemetery?: (cemetery: number) => number;
  near?: (cemetery: number) => number;
}

/** Weighs facts over one packing of the columns; keeps what does not change between questions. */
export class Facts {
  private readonly homeMemo: Memo;
  private readonly deathPlaceMemo: Memo;
  private readonly unitMemo: Memo;
  private readonly levels: string[] = [];
  private readonly tokenNumbers = new Map<string, number>();
  private readonly cemeteryNumbers = new Map<string, number>();
  private readonly ages: number[];

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
    for (let at = this.levels.length; at < tokens.length; at++) {
      const text = tokens.text(at);
      this.levels.push(tokenLevel(text));
      this.tokenNumbers.set(text, at);
    }
    for (let at = this.cemeteryNumbers.size; at < cemeteries.length; at++)
      this.cemeteryNumbers.set(Buffer.from(cemeteries.get(at)).toString('hex'), at);
  }

  cemeteryNumber(id: string): number | undefined {
    return this.cemeteryNumbers.get(id);
  }

  for(question: Question): FactWeigher {
    const { columns, weights } = this;
    const { view } = columns;
    const weighers: ((row: number) => number)[] = [];
    const found: FactWeigher = { weigh: () => 0, best: 0 };
    const use = (weigh: (row: number) => number, best: number) => {
      weighers.push(weigh);
      found.best += best;
      return weigh;
    };
    if (question.birth !== undefined) {
      const years = weighYears(view.birthCount, weights.birth, ...question.birth);
      found.birth = use((row) => years.weigh(view.birth[row * 2]!, view.birth[row * 2 + 1]!), years.best);
    }
    if (question.death !== undefined) {
      const years = weighYears(view.deathCount, weights.death, ...question.death);
      found.death = use((row) => years.weigh(view.death[row * 2]!, view.death[row * 2 + 1]!), years.best);
    }
    if (question.age !== undefined) {
      const byAge = this.weighAge(question.age);
      found.age = use(
        (row) => {
          const birth = view.birth[row * 2]!;
          const death = view.death[row * 2]!;
          if (
            birth === 0 ||
            death === 0 ||
            birth !== view.birth[row * 2 + 1] ||
            death !== view.death[row * 2 + 1]
          )
            return 0;
          return byAge[Math.max(0, Math.min(119, death - birth))]!;
        },
        Math.max(0, ...byAge),
      );
    }
    if (question.home !== undefined && question.home.length > 0) {
      const places = weighPlaces(columns, view.homeCount, weights.home, question.home);
      this.homeMemo.start(columns.places.length);
      const weigh = (place: number) => places.match(place).weight;
      use((row) => this.homeMemo.get(view.home[row]!, weigh), places.best);
      found.home = places.match;
    }
    if (question.deathPlace !== undefined && question.deathPlace.length > 0) {
      const places = weighPlaces(columns, view.deathPlaceCount, weights.deathPlace, question.deathPlace);
      this.deathPlaceMemo.start(columns.places.length);
      const weigh = (place: number) => places.match(place).weight;
      use((row) => this.deathPlaceMemo.get(view.deathPlace[row]!, weigh), places.best);
      found.deathPlace = places.match;
    }
    const tokens = question.unit?.flatMap((token) => this.tokenNumbers.get(token) ?? []) ?? [];
    if (tokens.length > 0) {
      const units = weighUnits(columns, this.levels, weights.unit, tokens);
      this.unitMemo.start(columns.units.length);
      const weigh = (unit: number) => units.match(unit).weight;
      use((row) => this.unitMemo.get(view.unit[row]!, weigh), units.best);
      found.unit = units.match;
    }
    if (question.cemetery !== undefined) {
      const byCemetery = this.weighCemeteries(question.cemetery);
      found.cemetery = (cemetery) => byCemetery[cemetery]!;
      use(
        (row) => byCemetery[view.cemetery[row]!]!,
        Math.max(
          0,
          byCemetery.reduce((most, value) => Math.max(most, value), 0),
        ),
      );
    }
    if (question.near !== undefined) {
      const about = this.weighCemeteries(question.near.map((id) => [id, 1]));
      found.near = (cemetery) => about[cemetery]!;
      use(
        (row) => about[view.cemetery[row]!]!,
        Math.max(
          0,
          about.reduce((most, value) => Math.max(most, value), 0),
        ),
      );
    }
    found.weigh = sumOf(weighers);
    return found;
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

function sumOf(weighers: ((row: number) => number)[]): (row: number) => number {
  const [one, two, three] = weighers;
  if (one === undefined) return () => 0;
  if (two === undefined) return one;
  if (three === undefined) return (row) => one(row) + two(row);
  if (weighers.length === 3) return (row) => one(row) + two(row) + three(row);
  return (row) => weighers.reduce((sum, weigh) => sum + weigh(row), 0);
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
