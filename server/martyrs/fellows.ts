import type { PartialDate } from '../dates/contract.ts';
import { martyrLink } from '../graves/view.ts';
import type { Language } from '../http/language.ts';
import type { Fellow, UnitWhere } from '../units/contract.ts';
import { parseUnit } from '../units/parse.ts';
import { dayShifted } from '../units/span.ts';
import { unitTokens } from '../units/words.ts';
import { Martyrs, type Martyr } from './model.ts';

/** Counting stops here: on the first days of Tết 1968 thousands fell. */
const mostCounted = 200;
const mostShown = 6;
const weekDays = 7;
/** Index entries looked through for men of the unit, and units read among them. */
const mostLookedAt = 5000;
const mostRead = 400;

const fallen = { status: 'published', 'death.precision': 'day' } as const;
const shown = { code: 1, name: 1, birth: 1, death: 1, home: 1, unit: 1 } as const;

interface Asked {
  code: string;
  death: PartialDate | undefined;
  unit: string | undefined;
}

/** Who fell on the same day, and who of the same unit within a week. Dossiers whose own day is known only. */
export async function fellowsOf(
  { code, death, unit }: Asked,
  language: Language,
): Promise<Pick<UnitWhere, 'sameDay' | 'sameUnit'>> {
  const day = death?.precision === 'day' ? death.earliest : undefined;
  if (day === undefined) return { sameDay: { total: 0, people: [] }, sameUnit: [] };
  const sameDay = { ...fallen, 'death.earliest': day, code: { $ne: code } };
  const [total, people, sameUnit] = await Promise.all([
    Martyrs.countDocuments(sameDay, { limit: mostCounted }),
    Martyrs.find(sameDay, shown).limit(mostShown).lean<Martyr[]>(),
    unit === undefined ? [] : ofSameUnit(code, day, unit),
  ]);
  const view = (martyr: Martyr): Fellow => ({
    ...martyrLink(martyr, language),
    ...(martyr.unit == null ? {} : { unit: martyr.unit }),
  });
  return { sameDay: { total, people: people.map(view) }, sameUnit: sameUnit.map(view) };
}

/** What tells units apart: a company or platoon alone is in every battalion. */
function tellingTokens(unit: string): string[] {
  return unitTokens(parseUnit(unit)).filter((token) => !/^[abc]\d/.test(token));
}

/**
 * Dossiers whose words share a battalion, regiment or code within a week; those that share most, then nearest in
 * time, come first. Days and units come from an index alone; only words with one of the numbers are read.
 */
async function ofSameUnit(code: string, day: string, unit: string): Promise<Martyr[]> {
  const wanted = tellingTokens(unit);
  if (wanted.length === 0) return [];
  const marks = wanted.map((token) => /\d+/.exec(token)?.[0] ?? token.replace(/^\w+:/, ''));
  const near = await Martyrs.find(
    { ...fallen, 'death.earliest': { $gte: dayShifted(day, -weekDays), $lte: dayShifted(day, weekDays) } },
    { _id: 0, code: 1, unit: 1, 'death.earliest': 1 },
  )
    .limit(mostLookedAt)
    .lean<{ code: string; unit: string | null; death: { earliest: string } }[]>();
  const shares = near
    // an index gives null for what a dossier does not have
    .flatMap(({ unit: written, ...other }) => (written === null ? [] : [{ ...other, written }]))
    .filter(
      (other) => other.code !== code && marks.some((mark) => other.written.toLowerCase().includes(mark)),
    )
    .slice(0, mostRead)
    .map((other) => {
      const tokens = new Set(tellingTokens(other.written));
      const days = Math.abs(Date.parse(other.death.earliest) - Date.parse(day)) / 86_400_000;
      return { code: other.code, days, shared: wanted.filter((token) => tokens.has(token)).length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.days - b.days)
    .slice(0, mostShown);
  const found = await Martyrs.find({ code: { $in: shares.map((share) => share.code) } }, shown).lean<
    Martyr[]
  >();
  const place = new Map(shares.map((share, at) => [share.code, at]));
  return found.sort((a, b) => place.get(a.code)! - place.get(b.code)!);
}
