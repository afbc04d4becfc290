import type { PartialDate } from '../dates/contract.ts';
import type { UnitMeaning, UnitWhere } from './contract.ts';
import { decodeUnit } from './decode.ts';
import { seedGazetteer, type Gazetteer } from './gazetteer.ts';
import type { Span } from './span.ts';
import { whereaboutsOf } from './stays.ts';

/** Candidates much weaker than the best are left to the page that decodes. */
const near = 0.6;
const most = 4;

/**
 * The meanings a dossier is read by: those of the smallest unit that can be decoded. A regiment says more of where a
 * man fell than its division, unless it is much less likely to be meant at all.
 * @param meanings likeliest first, of all elements of one chain
 */
export function meaningsToShow(chain: string, meanings: readonly UnitMeaning[]): UnitMeaning[] {
  const known = meanings.filter(({ unit }) => unit !== undefined);
  const best = known[0]?.score ?? 0;
  const order = chain.split(/\/| \+ /);
  const smallest = [
    ...new Set(known.filter(({ score }) => score >= best * near).map(({ element }) => element)),
  ]
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
    .at(0);
  const own = known.filter(({ element }) => element === smallest);
  return own.filter(({ score }) => score >= (own[0]?.score ?? 0) * near).slice(0, most);
}

/** The time a partial date covers, where that is a year or less: a wider one says nothing of one place. */
export function spanOfDeath(death: PartialDate | undefined): Span | undefined {
  const { earliest, latest } = death ?? {};
  if (earliest === undefined || latest === undefined) return undefined;
  return Date.parse(latest) - Date.parse(earliest) <= 366 * 86_400_000
    ? { from: earliest, to: latest }
    : undefined;
}

/** Which units a dossier's words can mean and where each was when he fell. Pure: no database. */
export function whereUnitWas(
  { text, death, home }: { text: string; death: PartialDate | undefined; home: string | undefined },
  gazetteer: Gazetteer = seedGazetteer(),
): Pick<UnitWhere, 'from' | 'to' | 'meanings' | 'sure' | 'year'> {
  const span = spanOfDeath(death);
  const year = death?.year;
  const inRange = year !== undefined && year >= 1930 && year <= 2030;
  const answer = decodeUnit(
    {
      text: text.slice(0, 400),
      ...(inRange ? { year } : {}),
      ...(home === undefined ? {} : { home }),
    },
    gazetteer,
  );
  const meanings = meaningsToShow(answer.chain, answer.meanings);
  return {
    ...(span ?? {}),
    ...(inRange ? { year } : {}),
    sure: answer.sure && meanings.length === 1,
    meanings: meanings.map(({ unit, confidence, verified }) => ({
      ...whereaboutsOf(gazetteer, gazetteer.units.get(unit!)!, span),
      confidence,
      verified,
    })),
  };
}
