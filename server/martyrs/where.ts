import { cemeteriesNear } from '../cemeteries/near.ts';
import type { PartialDate } from '../dates/contract.ts';
import type { Language } from '../http/language.ts';
import type { UnitWhere } from '../units/contract.ts';
import { whereUnitWas } from '../units/where.ts';
import { fellowsOf } from './fellows.ts';
import type { Martyr } from './model.ts';

/** As far as the fallen of a fight were mostly gathered, in kilometres. */
const aroundKm = 60;
const mostCemeteries = 5;

/** Where his unit was when he fell, cemeteries around there, and who fell beside him; undefined without either fact. */
export async function whereOf(martyr: Martyr, language: Language): Promise<UnitWhere | undefined> {
  const death = (martyr.death ?? undefined) as PartialDate | undefined;
  const unit = martyr.unit ?? undefined;
  if (unit === undefined && death?.precision !== 'day') return undefined;
  const told =
    unit === undefined
      ? { meanings: [], sure: false }
      : whereUnitWas({ text: unit, death, home: martyr.home?.text ?? undefined });
  // where it was a year before, or where others of its theatre were, is no place to look for a grave
  const points = told.meanings
    .filter(({ basis }) => basis !== 'below')
    .flatMap(({ stays }) => stays.filter(({ when }) => when === 'during'))
    .map(({ point }) => point.coordinates);
  const [cemeteries, fellows] = await Promise.all([
    // without a time the places are those of a whole war
    'from' in told ? cemeteriesNear(points, { km: aroundKm, most: mostCemeteries, language }) : [],
    fellowsOf({ code: martyr.code, death, unit }, language),
  ]);
  return { ...told, cemeteries, ...fellows };
}
