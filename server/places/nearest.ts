import { gazetteer } from './gazetteer.ts';
import { nameKey, smallWords, type Kind } from './names.ts';
import type { Unit } from './unit.ts';
import { nameOf } from './resolve.ts';

/** Number of letters to put in, leave out or change between two words, at most `limit` + 1. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_none, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const value = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length]!;
}

const levels: Partial<Record<Kind, Unit['level']>> = {
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  huyện: 'district',
  quận: 'district',
  tỉnh: 'province',
};

const leadingKind = /^(?:thị xã|thị trấn|thành phố|đặc khu|[\p{L}.]+)\s+/iu;

const provinceOf = (unit: Unit): Unit | undefined =>
  unit.level === 'province' ? unit : unit.parent && provinceOf(unit.parent);

function fullName(unit: Unit): string {
  const province = provinceOf(unit);
  return [
    nameOf(unit),
    ...(unit.parent && unit.parent !== province ? [nameOf(unit.parent)] : []),
    ...(province && province !== unit ? [nameOf(province)] : []),
  ].join(', ');
}

/**
 * Real names written nearly as a part that names nothing: "Trung Hiện" → "huyện Tùng Thiện". Those inside what the rest
 * of the text names come first.
 */
export function nearestNames(
  unread: { text: string; hint?: Kind }[],
  inside: Unit | undefined,
): { name: string; id: string }[] {
  const found: { unit: Unit; far: number }[] = [];
  for (const part of unread) {
    const key = nameKey(part.hint === undefined ? part.text : part.text.replace(leadingKind, ''));
    const words = key.split(' ');
    // thôn and ấp have no list, and a long part is a description
    if (words.length > 4 || key.length < 4 || smallWords.has(words[0]!)) continue;
    const limit = key.length < 7 ? 1 : 2;
    const level = part.hint && levels[part.hint];
    for (const [name, units] of gazetteer().byName) {
      const far = distance(key, name, limit);
      if (far > limit) continue;
      for (const unit of units) {
        if (level && unit.level !== level) continue;
        const isInside =
          inside === undefined || [...unit.districts.keys()].some((at) => inside.districts.has(at));
        found.push({
          unit,
          far: far + (isInside ? 0 : 5) + (unit.era === 'today' ? 0.5 : 0) - levelBonus[unit.level],
        });
      }
    }
  }
  return found
    .sort((a, b) => a.far - b.far)
    .slice(0, 5)
    .map(({ unit }) => ({ name: fullName(unit), id: unit.id }));
}

/** Communes are so many that one is always near by chance: a district one letter further off is likelier meant. */
const levelBonus: Record<Unit['level'], number> = { province: 1.6, district: 1.1, commune: 0 };
