import { chainsIn, type Chain, type Chains } from './chain.ts';
import type { PlaceMeaning, PlaceResolution, PlaceToday } from './contract.ts';
import { gazetteer } from './gazetteer.ts';
import { nearestNames } from './nearest.ts';
import type { Unit } from './unit.ts';

/** Lists repeat the same few thousand places; this many texts are kept, the oldest go first. */
const keptTexts = 20_000;
const kept = new Map<string, Chains>();

/** The readings of a text, kept for the next time it comes. */
export function readingsOf(text: string, year: number | undefined): Chains {
  const key = `${year ?? ''}|${text}`;
  const known = kept.get(key);
  if (known) return known;
  const chains = chainsIn(text, year);
  if (kept.size >= keptTexts) kept.delete(kept.keys().next().value!);
  kept.set(key, chains);
  return chains;
}

/** "xã Vị Thanh" with the kind in small letters; a large city is cut short as people do: "TP. Cần Thơ". */
export function nameOf(unit: Unit): string {
  if (unit.kind === 'thành phố') return `TP. ${unit.name}`;
  return `${unit.kind} ${unit.name}`;
}

/** Names of then, smallest first; a district of June 2025 is left out under a province that was gone by then. */
function thenOf({ unit, around }: Chain): string {
  const province = around.find(({ level }) => level === 'province');
  const district = around.find(({ level }) => level === 'district');
  if (unit.level === 'province') return nameOf(unit);
  const ownProvince = unit.level === 'district' ? unit.parent : (unit.parent?.parent ?? unit.parent);
  const isOld = province?.era === 'past' && province.name !== ownProvince?.name;
  const between =
    unit.level === 'commune' && unit.parent?.level === 'district' && !isOld ? unit.parent : undefined;
  return [unit, unit.level === 'commune' ? (district ?? between) : undefined, province ?? ownProvince]
    .filter((one): one is Unit => one !== undefined)
    .map(nameOf)
    .join(', ');
}

/** Today's units into which a unit went, with shares: communes for a commune or district, provinces for a province. */
export function heirsOf(unit: Unit): Map<Unit, number> {
  const heirs = new Map<Unit, number>();
  const add = (heir: Unit, share: number) => heirs.set(heir, (heirs.get(heir) ?? 0) + share);
  if (unit.era === 'today') return heirs.set(unit, 1);
  const { communes } = gazetteer();
  if (unit.communes) {
    for (const [at] of unit.communes)
      for (const heir of communes[at]!.became!) add(heir, 1 / communes[at]!.became!.length);
    return heirs;
  }
  for (const [at, share] of unit.districts) {
    const within = communesOf(at);
    for (const commune of within)
      for (const heir of commune.became!)
        add(unit.level === 'province' ? heir.parent! : heir, share / within.length / commune.became!.length);
  }
  // a commune or two that went over a border make no heir of a province
  if (unit.level === 'province') for (const [heir, share] of heirs) if (share < 0.02) heirs.delete(heir);
  return heirs;
}

let byDistrict: Unit[][] | undefined;
function communesOf(district: number): Unit[] {
  if (!byDistrict) {
    byDistrict = gazetteer().districts.map(() => []);
    for (const commune of gazetteer().communes) byDistrict[commune.parent!.index]!.push(commune);
  }
  return byDistrict[district]!;
}

function todayOf(unit: Unit): PlaceToday[] {
  return [...heirsOf(unit)]
    .sort(([, a], [, b]) => b - a)
    .map(([heir, share]) => ({
      code: heir.code!,
      level: heir.level === 'province' ? 'province' : 'commune',
      name: nameOf(heir),
      ...(heir.parent && { province: nameOf(heir.parent) }),
      share: Math.round(share * 1000) / 1000,
    }));
}

/** A point in the land of a unit: that of the today's commune nearest to the middle of all its heirs. */
export function pointOf(unit: Unit): [number, number] | undefined {
  const heirs =
    unit.level === 'province'
      ? [...unit.districts.keys()].flatMap(communesOf).flatMap((one) => one.became!)
      : [...heirsOf(unit).keys()];
  const points = heirs.flatMap(({ point }) => (point ? [point] : []));
  if (points.length === 0) return undefined;
  const [lng, lat] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length,
  );
  const far = ([x, y]: [number, number]) => (x - lng!) ** 2 + (y - lat!) ** 2;
  return points.reduce((best, point) => (far(point) < far(best) ? point : best));
}

export function meaningOf(chain: Chain): PlaceMeaning {
  const { unit } = chain;
  const point = pointOf(unit);
  return {
    id: unit.id,
    level: unit.level,
    then: thenOf(chain),
    ...(unit.from !== undefined && { from: unit.from }),
    ...(unit.to !== undefined && { to: unit.to }),
    today: todayOf(unit),
    ...(point && { point }),
    chance: Math.round(chain.weight * 1000) / 1000,
  };
}

/**
 * What a written place name can mean and what each meaning is today.
 * @param text as people write it: any order, marks or none, kind words cut short or left out
 * @param year in which the words were used, if known: Hậu Giang of 1980 is not that of 2010
 */
export function resolvePlace(text: string, year?: number): PlaceResolution {
  const { chains, reading } = readingsOf(text, year);
  const shown = chains.filter(({ weight }) => weight >= 0.005).slice(0, 12);
  return {
    text,
    ...(year !== undefined && { year }),
    meanings: shown.map(meaningOf),
    unread: reading.unread.map((part) => part.text),
    nearest: nearestNames(reading.unread, chains[0]?.unit),
  };
}
