import { gazetteer } from './gazetteer.ts';
import { readingsOf } from './resolve.ts';

/**
 * The land that a text means, as atoms with chances: indexes of the 63 provinces, 696 districts and 10,052 communes of
 * June 2025. A level that the text does not name, nor implies from below, is empty.
 */
export interface PlaceAtoms {
  provinces: [number, number][];
  districts: [number, number][];
  communes: [number, number][];
}

/** Under this chance a reading is noise: a commune somewhere that bears a province's name. */
const leastChance = 0.03;

const listed = (shares: Map<number, number>): [number, number][] =>
  [...shares].filter(([, chance]) => chance >= leastChance).sort(([, a], [, b]) => b - a);

/** @param year in which the words were used, if known */
export function placeAtoms(text: string, year?: number): PlaceAtoms {
  const { districts } = gazetteer();
  const [province, district, commune] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  const add = (to: Map<number, number>, at: number, chance: number) => to.set(at, (to.get(at) ?? 0) + chance);
  for (const { unit, weight } of readingsOf(text, year).chains) {
    for (const [at, share] of unit.districts) {
      add(province, districts[at]!.parent!.index, share * weight);
      if (unit.level !== 'province') add(district, at, share * weight);
    }
    for (const [at, share] of unit.communes ?? []) add(commune, at, share * weight);
  }
  return { provinces: listed(province), districts: listed(district), communes: listed(commune) };
}
