import { markedForm, type Kind } from './names.ts';
import { readPlaces, type Named, type Reading } from './read.ts';
import type { Level, Unit } from './unit.ts';

/** One reading of a whole text: the smallest unit that it names and the larger ones it names around it. */
export interface Chain {
  unit: Unit;
  around: Unit[];
  weight: number;
}

export interface Chains {
  /** Best first; weights add up to 1, or there is none. */
  chains: Chain[];
  reading: Reading;
}

const order: Record<Level, number> = { commune: 0, district: 1, province: 2 };
/** A name without a kind word before it is more often that of the larger unit: "Hà Tĩnh" is the province, not its town. */
function bareFits(units: Unit[], level: Level): number {
  if (level === 'province') return 1;
  const hasProvince = units.some((unit) => unit.level === 'province');
  if (level === 'district') return hasProvince ? 0.08 : 0.6;
  return hasProvince ? 0.02 : units.some((unit) => unit.level === 'district') ? 0.12 : 0.25;
}

const communeKinds: Kind[] = ['xã', 'phường', 'thị trấn', 'đặc khu'];
const districtKinds: Kind[] = ['huyện', 'quận', 'thị xã', 'thành phố'];

/** How well the word before a name fits a unit: kinds change with time, levels hardly do. */
function kindFits({ hint, units }: Named, unit: Unit): number {
  if (hint === undefined) return bareFits(units, unit.level);
  if (hint === unit.kind) return 1;
  if (hint === 'thành phố' && unit.level === 'province') return 0.1;
  if (unit.level === 'commune' && communeKinds.includes(hint)) return 0.35;
  if (unit.level === 'district' && districtKinds.includes(hint)) return hint === 'thành phố' ? 0.15 : 0.4;
  if (unit.level === 'province' && hint === 'tỉnh') return 0.6;
  return 0.003;
}

/** How likely a name of its period is in a text of a year; without a year, in a list written after the wars. */
function periodFits(unit: Unit, year: number | undefined): number {
  const [from, to] = [unit.from ?? 1900, unit.to ?? 2100];
  if (year !== undefined) {
    if (unit.era === 'today') return year >= 2025 ? 1 : 0.03;
    if (year >= from && year <= to) return 1;
    return 0.1 * Math.exp(-Math.max(from - year, year - to) / 25);
  }
  if (unit.era === 'today') return 0.2;
  const yearsSince1954 = Math.min(to, 2025) - Math.max(from, 1954);
  return Math.min(1, Math.max(0.1, yearsSince1954 / 15));
}

/** A name spelt with its marks is meant so; one of a unit's other names is a little less likely meant. */
function spellingFits(named: Named, unit: Unit): number {
  const isOwn = unit.key === named.key;
  if (named.marked === undefined) return isOwn ? 1 : 0.6;
  if (isOwn) return markedForm(unit.name) === named.marked ? 1 : 0.12;
  return unit.otherNames.some((name) => markedForm(name) === named.marked) ? 0.6 : 0.07;
}

/** How much of a unit lies in a larger one, 0 to 1. */
function within(unit: Unit, larger: Unit): number {
  let share = 0;
  for (const [at, part] of unit.districts) if (larger.districts.has(at)) share += part;
  // names of today and of before seldom stand in one line
  const isMixed = (unit.era === 'today') !== (larger.era === 'today');
  return share < 0.02 ? 0 : share * (isMixed ? 0.2 : 1);
}

interface Weighed {
  unit: Unit;
  weight: number;
}

type ByLevel = Partial<Record<Level, Weighed[]>>;
const weighed = new WeakMap<Named, Map<number | undefined, ByLevel>>();

/** The units of a name with their weights, by level. */
function weigh(named: Named, year: number | undefined): ByLevel {
  let years = weighed.get(named);
  if (!years) weighed.set(named, (years = new Map<number | undefined, ByLevel>()));
  const known = years.get(year);
  if (known) return known;
  const levels: ByLevel = {};
  for (const unit of named.units) {
    const weight = kindFits(named, unit) * periodFits(unit, year) * spellingFits(named, unit);
    (levels[unit.level] ??= []).push({ unit, weight });
  }
  years.set(year, levels);
  return levels;
}

/** One way to give a level to each name; the smallest is the unit, the others must lie around it. */
function chainsOf(names: Named[], levels: Level[], year: number | undefined): Chain[] {
  const smallest = levels.reduce((at, level, index) => (order[level] < order[levels[at]!] ? index : at), 0);
  const around = names.flatMap((named, at) =>
    at === smallest ? [] : [weigh(named, year)[levels[at]!] ?? []],
  );
  // the smallest stands first, or last; amid the others it is likelier another name
  const place = smallest === 0 || smallest === names.length - 1 ? 1 : 0.4;
  const chains: Chain[] = [];
  for (const { unit, weight } of weigh(names[smallest]!, year)[levels[smallest]!] ?? []) {
    const chain: Chain = { unit, around: [], weight: weight * place };
    for (const candidates of around) {
      let [sum, best] = [0, 0];
      let fits: Unit | undefined;
      for (const one of candidates) {
        const share = one.weight * within(unit, one.unit);
        sum += share;
        if (share > best) [best, fits] = [share, one.unit];
      }
      chain.weight *= sum;
      if (!fits) break;
      chain.around.push(fits);
    }
    if (chain.weight > 0) chains.push(chain);
  }
  return chains;
}

const levelLists = new WeakMap<Named, Level[]>();

function levelsOf(named: Named): Level[] {
  const known = levelLists.get(named);
  if (known) return known;
  const levels = [...new Set(named.units.map(({ level }) => level))];
  levelLists.set(named, levels);
  return levels;
}

/** All ways to give levels to the names: no level twice, but a province by its old and its new name. */
function* levelings(names: Named[], at = 0, taken: Level[] = []): Iterable<Level[]> {
  if (at === names.length) {
    yield taken;
    return;
  }
  for (const level of levelsOf(names[at]!)) {
    const used = taken.filter((one) => one === level).length;
    if (used === 0 || (used === 1 && level === 'province'))
      yield* levelings(names, at + 1, [...taken, level]);
  }
}

/** What to leave out so that the rest makes sense: nothing, else one name, else two. */
function* selections(names: Named[]): Iterable<Named[][]> {
  yield [names];
  if (names.length > 1) yield names.map((_one, at) => names.filter((_other, index) => index !== at));
  if (names.length > 2)
    yield names.flatMap((_a, i) =>
      names.slice(i + 1).map((_b, j) => names.filter((_c, at) => at !== i && at !== i + 1 + j)),
    );
  if (names.length > 3) yield names.map((one) => [one]);
}

const lands = new WeakMap<Unit, string>();

/** Units of the same land are one meaning: Nam Định of 1960 and of 2020. */
function landOf(unit: Unit): string {
  if (unit.level === 'commune') return unit.id;
  const known = lands.get(unit);
  if (known !== undefined) return known;
  const land = `${unit.level === 'province' ? 'p' : 'd'}:${[...unit.districts.keys()].sort((a, b) => a - b).join()}`;
  lands.set(unit, land);
  return land;
}

function merged(chains: Chain[]): Chain[] {
  if (chains.length === 1) return [{ ...chains[0]!, weight: 1 }];
  const byLand = new Map<string, Chain>();
  for (const chain of chains.sort((a, b) => b.weight - a.weight)) {
    const land = landOf(chain.unit);
    const known = byLand.get(land);
    if (known) known.weight += chain.weight;
    else byLand.set(land, { ...chain });
  }
  const all = [...byLand.values()].sort((a, b) => b.weight - a.weight);
  const kept = all.filter(({ weight }) => weight > all[0]!.weight * 0.01).slice(0, 60);
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return kept.map((chain) => ({ ...chain, weight: chain.weight / sum }));
}

/** What a text can mean, best first. @param year in which the words were used, if known */
export function chainsIn(text: string, year: number | undefined): Chains {
  const reading = readPlaces(text);
  const names = reading.named.slice(0, 6);
  for (const choice of names.length > 0 ? selections(names) : []) {
    const chains = choice.flatMap((some) =>
      [...levelings(some)].flatMap((levels) => chainsOf(some, levels, year)),
    );
    if (chains.length > 0) return { chains: merged(chains), reading };
  }
  return { chains: [], reading };
}
