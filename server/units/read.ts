import { problem } from '../http/problem.ts';
import { fold } from '../text/fold.ts';
import type { z } from 'zod';
import type { UnitLink, UnitList, UnitMovements, UnitQuery, UnitView } from './contract.ts';
import { elementKey, parentsOf, type Gazetteer, type Unit } from './gazetteer.ts';
import { parseUnit } from './parse.ts';
import { stayOf } from './stays.ts';

const linkOf = ({ id, designation }: Unit): UnitLink => ({ unit: id, designation });

/** One unit by its id. @throws Problem 404 */
export function findUnit(gazetteer: Gazetteer, id: string): Unit {
  const unit = gazetteer.units.get(id);
  if (!unit) throw problem.notFound('unit');
  return unit;
}

/** One unit with those above, below and of the same number. @throws Problem 404 */
export function readUnit(gazetteer: Gazetteer, id: string): UnitView {
  const unit = findUnit(gazetteer, id);
  const { designation, level, short, from, to, area, theatre, formedFrom, note, source, confidence } = unit;
  const alike = short.flatMap((form) => {
    const { chain } = parseUnit(form);
    return chain.length === 1 ? (gazetteer.byElement.get(elementKey(chain[0]!)) ?? []) : [];
  });
  const codes = [...gazetteer.codes.values()].flat().filter(({ unitId }) => unitId === id);
  return {
    id,
    designation,
    level,
    short,
    from,
    to,
    area,
    theatre,
    formedFrom,
    note,
    parents: parentsOf(gazetteer, unit).map(linkOf),
    children: [...gazetteer.units.values()].filter(({ parentId }) => parentId === id).map(linkOf),
    alike: [...new Set(alike)]
      .filter((other) => other !== unit)
      .map((other) => ({ ...linkOf(other), from: other.from, to: other.to, area: other.area })),
    codes: codes.map((row) => ({
      code: row.code,
      meaning: row.meaning,
      from: row.from,
      to: row.to,
      source: row.source,
      verified: row.confidence === 'verified-source',
    })),
    movements: gazetteer.movements.get(id)?.length ?? 0,
    source,
    confidence,
    verified: confidence === 'verified-source',
    links: {
      self: `/api/v1/units/${id}`,
      page: `/don-vi/${id}`,
      movements: `/api/v1/units/${id}/movements`,
    },
  };
}

/** A unit's movements, oldest first (RFC 7946). @throws Problem 404 */
export function readMovements(gazetteer: Gazetteer, id: string): UnitMovements {
  const unit = findUnit(gazetteer, id);
  return {
    type: 'FeatureCollection',
    features: (gazetteer.movements.get(unit.id) ?? []).map((movement) => {
      const { point, ...properties } = stayOf(gazetteer, movement);
      return { type: 'Feature', geometry: point, properties };
    }),
  };
}

/** Units by words in their designation, short forms or area, in the gazetteer's own order. */
export function listUnits(gazetteer: Gazetteer, query: z.infer<typeof UnitQuery>): UnitList {
  const words = fold(query.q ?? '')
    .split(' ')
    .filter(Boolean);
  const found = [...gazetteer.units.values()].filter((unit) => {
    if (query.theatre !== undefined && unit.theatre !== query.theatre) return false;
    if (query.level !== undefined && unit.level !== query.level) return false;
    const text = fold([unit.id, unit.designation, ...unit.short, unit.area].join(' '));
    return words.every((word) => text.includes(word));
  });
  // The cursor is the unit last shown: rows that come or go meanwhile neither double nor hide others.
  const start = query.cursor === undefined ? 0 : found.findIndex(({ id }) => id === query.cursor) + 1;
  const page = found.slice(start, start + query.limit);
  const last = page.at(-1);
  return {
    total: found.length,
    items: page.map((unit) => ({
      ...linkOf(unit),
      level: unit.level,
      from: unit.from,
      to: unit.to,
      area: unit.area,
      theatre: unit.theatre,
      verified: unit.confidence === 'verified-source',
    })),
    ...(last && start + page.length < found.length ? { cursor: last.id } : {}),
  };
}
