import { fold } from '../text/fold.ts';
import type { Gazetteer } from './gazetteer.ts';
import { nameKey, type Kind } from './names.ts';
import type { Shares, Unit } from './unit.ts';

type Row = Record<string, string>;
type Lists = Pick<Gazetteer, 'provinces' | 'districts' | 'pastProvinces' | 'pastDistricts'> & {
  /** How many communes each of the 63 provinces had. */
  sizes: number[];
};

const slug = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function sameName(units: Unit[], name: string): Unit[] {
  const key = nameKey(name);
  return units.filter((unit) => unit.key === key);
}

/** Districts of one province by name; no names mean all of them. */
function districtsIn(lists: Lists, province: string, names: string): Unit[] {
  const within = sameName(lists.provinces, province)[0];
  if (!within) throw new Error(`province-areas: no province ${province}`);
  const all = lists.districts.filter((district) => district.parent === within);
  if (names === '') return all;
  return names.split('|').flatMap((name) => {
    const found = sameName(all, name);
    if (found.length === 0) throw new Error(`no district ${name} in ${province}`);
    return found;
  });
}

/** Shares by the number of communes, the only measure of size at hand. */
function sharesOf(lists: Lists, districts: Iterable<number>): Shares {
  // a province of June 2025 already knows its districts' shares, which are their communes over all of its own
  const size = (at: number) => {
    const { parent } = lists.districts[at]!;
    return parent!.districts.get(at)! * lists.sizes[parent!.index]!;
  };
  const sized = [...new Set(districts)].map((at): [number, number] => [at, size(at)]);
  const sum = sized.reduce((all, [, communes]) => all + communes, 0);
  return new Map(sized.map(([at, communes]) => [at, communes / sum]));
}

/** Follows the renamings and splits of provinces from step to step down to the 63 of June 2025. */
class Chains {
  constructor(
    private readonly lists: Lists,
    private readonly rows: Row[],
    private readonly areas: Row[],
  ) {}

  /** Districts that a province of some period covered. */
  districtsOf(row: Row, depth = 0): Set<number> {
    const own = this.areas.filter((area) => area['name'] === row['name'] && area['from'] === row['from']);
    if (own.length > 0) {
      const found = own.flatMap((area) => districtsIn(this.lists, area['province']!, area['districts']!));
      return new Set(found.map(({ index }) => index));
    }
    const became = row['became']!.split('|');
    const namesake = sameName(this.lists.provinces, row['name']!)[0];
    // merged for a time and split again under its own name: it is still itself
    if (became.length === 1 && namesake) return new Set(namesake.districts.keys());
    if (depth > 8) throw new Error(`provinces-history goes round in circles at ${row['name']!}`);
    return new Set(became.flatMap((name) => [...this.next(row, name, depth)]));
  }

  private next(from: Row, name: string, depth: number): Iterable<number> {
    const year = Number(from['to']);
    const named = this.rows.filter(
      (one) => one !== from && nameKey(one['name']!) === nameKey(name) && Number(one['from']) <= year + 2,
    );
    const row =
      named.find((one) => Number(one['to']) > year) ?? named.find((one) => Number(one['to']) === year);
    if (row && Number(row['to']) < 2025) return this.districtsOf(row, depth + 1);
    const atom = sameName(this.lists.provinces, name)[0];
    if (!atom) throw new Error(`provinces-history: ${name} of ${year} leads nowhere`);
    return atom.districts.keys();
  }
}

/**
 * Adds the provinces that were renamed, split or merged before June 2025. Those whose land is not whole provinces of
 * today are laid out district by district in province-areas.csv; the others follow the chain of their heirs.
 */
export function addPastProvinces(lists: Lists, rows: Row[], areas: Row[]): void {
  const chains = new Chains(lists, rows, areas);
  for (const row of rows) {
    const { name = '', from = '', to = '' } = row;
    const otherNames = (row['other_names'] ?? '').split('|').filter(Boolean);
    if (Number(to) === 2025) {
      const atom = sameName(lists.provinces, name)[0]!;
      atom.from = Number(from);
      atom.otherNames.push(...otherNames);
      continue;
    }
    lists.pastProvinces.push({
      id: `p${from}-${slug(name)}`,
      level: 'province',
      era: 'past',
      kind: name.startsWith('Khu tự trị') ? 'đặc khu' : 'tỉnh',
      name,
      otherNames,
      key: nameKey(name),
      from: Number(from),
      to: Number(to),
      districts: sharesOf(lists, chains.districtsOf(row)),
      index: -1,
    });
  }
  // a name that was another land's before: Cần Thơ of 2004 is not that of 1992
  for (const atom of lists.provinces) {
    const namesakes = sameName(lists.pastProvinces, atom.name).map(({ to }) => to!);
    if (atom.from === undefined && namesakes.length > 0) atom.from = Math.max(...namesakes) + 1;
  }
}

/** Adds districts that were merged, split or renamed before June 2025, by hand from general knowledge. */
export function addPastDistricts(lists: Lists, rows: Row[]): void {
  for (const { name = '', kind = '', province = '', from = '', to = '', became = '' } of rows) {
    const heirs = districtsIn(lists, province, became);
    lists.pastDistricts.push({
      id: `d${from}-${slug(name)}-${slug(province)}`,
      level: 'district',
      era: 'past',
      kind: kind as Kind,
      name,
      otherNames: [],
      key: nameKey(name),
      from: Number(from),
      to: Number(to),
      parent: heirs[0]!.parent!,
      districts: sharesOf(
        lists,
        heirs.map(({ index }) => index),
      ),
      index: -1,
    });
  }
}
