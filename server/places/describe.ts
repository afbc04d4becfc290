import type { PlaceRef } from './contract.ts';
import { gazetteer } from './gazetteer.ts';
import { heirsOf, meaningOf, nameOf, pointOf, readingsOf } from './resolve.ts';
import type { Chain } from './chain.ts';
import type { Unit } from './unit.ts';

export interface PlaceDescription {
  /** The words as written. */
  then: string;
  /**
   * What it is today, to stand after "nay là": "xã Vị Thanh 1, TP. Cần Thơ"; of a unit that was split, or of words
   * that mean several, all that it may be: "TP. Cần Thơ hoặc tỉnh An Giang". Absent when nothing fits, too much fits,
   * or the name has not changed.
   */
  today: string | undefined;
  /** The same as a phrase of its own: "nay là …"; "nay thuộc …" of a district, or after a split. */
  todayPhrase: string | undefined;
  /** Whatever is meant, it is one unit today. */
  sure: boolean;
  /** Other meanings in words of then, best first. */
  alternatives: string[];
  /** WGS 84 lng, lat of a point inside, when one meaning is sure. */
  point?: [number, number];
}

/** Below this, the words may well mean something else. */
const sureChance = 0.9;
/** When the likely meanings together weigh less, the name is too common to say anything. */
const mostMass = 0.8;
/** More than this many answers say nothing. */
const mostAnswers = 4;

const englishKinds: Record<string, string> = {
  xã: 'commune',
  phường: 'ward',
  'thị trấn': 'township',
  'đặc khu': 'special zone',
  tỉnh: 'province',
  'thành phố': 'city',
};

function named(unit: Unit, language: 'vi' | 'en'): string {
  const own = language === 'vi' ? nameOf(unit) : `${unit.name} ${englishKinds[unit.kind] ?? unit.kind}`;
  return unit.parent ? `${own}, ${named(unit.parent, language)}` : own;
}

function listed(names: string[], language: 'vi' | 'en'): string {
  const or = language === 'vi' ? ' hoặc ' : ' or ';
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${or}${names.at(-1)!}`;
}

/**
 * Today's units that the likely meanings lead to; of a district the province, since its communes are too many. When some
 * answers are provinces, all are given as provinces.
 */
function heirs(chains: Chain[]): Unit[] {
  const shares = new Map<Unit, number>();
  for (const { unit, weight } of chains) {
    const own = heirsOf(unit);
    for (const [heir, share] of own) {
      const answer = unit.level === 'district' && own.size > 1 ? (heir.parent ?? heir) : heir;
      shares.set(answer, (shares.get(answer) ?? 0) + share * weight);
    }
  }
  const answers = [...shares].filter(([, share]) => share >= 0.03).sort(([, a], [, b]) => b - a);
  const hasProvince = answers.some(([{ level }]) => level === 'province');
  return [...new Set(answers.map(([unit]) => (hasProvince ? (unit.parent ?? unit) : unit)))];
}

/** "A commune of the same name in B, and in C" reads better with the province once. */
function answersOf(units: Unit[], language: 'vi' | 'en'): string {
  const provinces = new Set(units.map(({ parent }) => parent));
  const [province] = provinces;
  if (units.length > 1 && provinces.size === 1 && province) {
    const own = units.map((unit) => named({ ...unit, parent: undefined } as unknown as Unit, language));
    return `${listed(own, language)}, ${named(province, language)}`;
  }
  return listed(
    units.map((unit) => named(unit, language)),
    language,
  );
}

function chosen(ref: PlaceRef, chains: Chain[]): Chain[] {
  if (ref.placeId === undefined || ref.sure === false) return chains;
  const found = chains.find(({ unit }) => unit.id === ref.placeId);
  if (found) return [{ ...found, weight: 1 }];
  const unit = gazetteer().byId.get(ref.placeId);
  return unit ? [{ unit, around: [], weight: 1 }] : chains;
}

/**
 * A place in the words of then and of today, for pages.
 * @param year in which the words were used, if known
 */
export function describePlace(
  place: string | PlaceRef,
  year?: number,
  language: 'vi' | 'en' = 'vi',
): PlaceDescription {
  const ref = typeof place === 'string' ? { text: place } : place;
  const chains = chosen(ref, readingsOf(ref.text, year).chains);
  const likely = chains.filter(({ weight }) => weight >= 0.05);
  const mass = likely.reduce((sum, { weight }) => sum + weight, 0);
  const isOne = likely.length > 0 && likely[0]!.weight >= sureChance;
  const units = mass < mostMass ? [] : heirs(isOne ? likely.slice(0, 1) : likely);
  const isUnchanged = units.length === 1 && likely.every((chain) => keepsName(chain, units[0]!));
  const today =
    units.length === 0 || units.length > mostAnswers || isUnchanged ? undefined : answersOf(units, language);
  const sure = mass >= sureChance && units.length === 1;
  const point = sure && isOne ? pointOf(likely[0]!.unit) : undefined;
  return {
    then: ref.text,
    today,
    todayPhrase:
      today &&
      phrase(
        today,
        units.length === 1 && likely.every(({ unit }) => unit.level === units[0]!.level),
        language,
      ),
    sure,
    alternatives: likely.slice(isOne ? 1 : 0, 6).map((chain) => meaningOf(chain).then),
    ...(point && { point }),
  };
}

/** Nothing new is said: the same name in the same province, or only the province that the text itself names. */
function keepsName({ unit, around }: Chain, heir: Unit): boolean {
  const own =
    unit.level === 'province'
      ? unit
      : unit.level === 'commune'
        ? (unit.parent?.parent ?? unit.parent)
        : unit.parent;
  const province = around.find(({ level }) => level === 'province') ?? own;
  if (heir.level === 'province') return province?.name === heir.name && province.kind === heir.kind;
  return unit.name === heir.name && unit.kind === heir.kind && province?.name === heir.parent?.name;
}

/** A district is no province: it lies in one; and of a unit that was split nobody knows which part was meant. */
function phrase(today: string, isOne: boolean, language: 'vi' | 'en'): string {
  if (language === 'en') return isOne ? `today ${today}` : `today part of ${today}`;
  return isOne ? `nay là ${today}` : `nay thuộc ${today}`;
}
