import { cemeteriesNear } from '../cemeteries/near.ts';
import type { Language } from '../http/language.ts';
import { problem } from '../http/problem.ts';
import { DecodeQuestion, UnitParams } from '../units/contract.ts';
import { decodeUnit } from '../units/decode.ts';
import { seedGazetteer } from '../units/gazetteer.ts';
import { findUnit, readUnit } from '../units/read.ts';
import { spanOf } from '../units/span.ts';
import { readUnitStatistics } from '../units/statistics.ts';
import { whereaboutsOf } from '../units/stays.ts';
import type { PageData } from './contract.ts';

const fields = ['text', 'year', 'theatre', 'home'] as const;
const wrong = {
  vi: (names: string) => `Chưa hiểu mục: ${names}. Kết quả dưới đây tính theo những mục còn lại.`,
  en: (names: string) => `Not understood: ${names}. The result below goes by the other fields.`,
};

/** The page that decodes. Other than the API it never refuses: a field that cannot be read is named and left out. */
export async function loadDecode(
  query: Record<string, string>,
  language: Language,
): Promise<PageData['decode']> {
  const statistics = await readUnitStatistics();
  const question = Object.fromEntries(
    fields.map((field) => [field, (query[field] ?? '').trim().slice(0, 400)]),
  ) as PageData['decode']['question'];
  if (question.text === '') return { question, places: [], statistics };
  const known = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== ''));
  const left: string[] = [];
  let read = DecodeQuestion.safeParse(known);
  if (!read.success) {
    for (const { path } of read.error.issues) {
      const name = String(path[0]);
      left.push(`“${known[name] ?? ''}”`);
      Reflect.deleteProperty(known, name);
    }
    read = DecodeQuestion.safeParse(known);
  }
  const asked = read.success ? read.data : { text: question.text };
  const gazetteer = seedGazetteer();
  const answer = decodeUnit(asked, gazetteer);
  const span = 'year' in asked && asked.year !== undefined ? spanOf(String(asked.year), '') : undefined;
  const units = [...new Set(answer.meanings.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))];
  const places = units.map((unit) => whereaboutsOf(gazetteer, gazetteer.units.get(unit)!, span));
  const chosen =
    places.find(({ unit }) => unit === query['unit']) ?? places.find(({ stays }) => stays.length > 0);
  return {
    question,
    answer,
    places,
    statistics,
    ...(chosen ? { chosen: chosen.unit } : {}),
    ...(left.length > 0 ? { problem: wrong[language](left.join(', ')) } : {}),
  };
}

/** As far as the fallen of a fight were mostly gathered, in kilometres. */
const aroundKm = 60;
const mostCemeteries = 10;

/** One unit with where it was and the cemeteries around there. @throws Problem 404 */
export async function loadUnit(
  params: Record<string, string>,
  language: Language,
): Promise<PageData['unit']> {
  const read = UnitParams.safeParse(params);
  if (!read.success) throw problem.notFound('unit');
  const gazetteer = seedGazetteer();
  const unit = readUnit(gazetteer, read.data.id);
  const where = whereaboutsOf(gazetteer, findUnit(gazetteer, unit.id), undefined);
  const points = where.basis === 'own' ? where.stays.map(({ point }) => point.coordinates) : [];
  const cemeteries = await cemeteriesNear(points, { km: aroundKm, most: mostCemeteries, language });
  return { unit, where, cemeteries };
}
