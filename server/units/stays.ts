import type { UnitStay, Whereabouts } from './contract.ts';
import { parentsOf, type Gazetteer, type Movement, type Unit } from './gazetteer.ts';
import { daysFrom, spanOf, type Span } from './span.ts';

/** The rows' points are good to about 0.05° (server/units/data/README.md), some 5.5 km. */
const accuracyM = 5500;
/** What lies farther off than this says nothing of where a unit was. */
const nearDays = 366;
/** More than a reader takes in; the unit's own page has all. */
const most = 8;
/** Levels that order theatres and zones and did not themselves move. */
const commands = new Set(['mt', 'qk', 'khu', 'cq', 'qd']);

/** One movement as it is given out. */
export function stayOf(gazetteer: Gazetteer, movement: Movement): Omit<UnitStay, 'when'> {
  const { unitId, from, to, place, lat, lng, what, source, confidence } = movement;
  return {
    unit: unitId,
    designation: gazetteer.units.get(unitId)?.designation ?? unitId,
    from,
    to,
    place,
    what: what as UnitStay['what'],
    point: { type: 'Point', coordinates: [lng, lat] },
    accuracyM,
    source,
    confidence,
    verified: confidence === 'verified-source',
  };
}

/** Movements of some units at a time; without any, the last before and the first after within a year. */
function staysAt(gazetteer: Gazetteer, units: readonly Unit[], asked: Span | undefined): UnitStay[] {
  const dated = units
    .flatMap(({ id }) => gazetteer.movements.get(id) ?? [])
    .map((movement) => {
      const span = spanOf(movement.from, movement.to);
      return { movement, span, days: asked ? daysFrom(span, asked) : 0 };
    })
    .sort((a, b) => a.span.from.localeCompare(b.span.from));
  const told = (some: typeof dated, when: UnitStay['when']) =>
    some.map(({ movement }) => ({ ...stayOf(gazetteer, movement), when }));
  const during = dated.filter(({ days }) => days === 0);
  if (during.length > 0) return told(during.slice(0, asked ? most : undefined), 'during');
  return [
    ...told(dated.filter(({ days }) => days < 0 && days >= -nearDays).slice(-1), 'before'),
    ...told(dated.filter(({ days }) => days > 0 && days <= nearDays).slice(0, 1), 'after'),
  ];
}

/** Units under one, by the tree; a front that commands none in the rows is told by the units of its theatre. */
function unitsBelow(gazetteer: Gazetteer, unit: Unit): Unit[] {
  const all = [...gazetteer.units.values()];
  const below = all.filter((other) => parentsOf(gazetteer, other).includes(unit));
  if (below.length > 0 || unit.level !== 'mt' || unit.theatre === '') return below;
  return all.filter((other) => other !== unit && other.theatre === unit.theatre);
}

/**
 * Where a unit was at a time. A unit without movements of its own is told by a unit above it, a command by the units
 * below it; which of these it is stands in `basis`, since neither is the same as knowing.
 * @param asked the time; without it all that is known is told
 */
export function whereaboutsOf(gazetteer: Gazetteer, unit: Unit, asked: Span | undefined): Whereabouts {
  const told = (basis: Whereabouts['basis'], stays: UnitStay[]): Whereabouts => ({
    unit: unit.id,
    designation: unit.designation,
    confidence: unit.confidence,
    verified: unit.confidence === 'verified-source',
    area: unit.area,
    basis,
    stays,
  });
  const own = staysAt(gazetteer, [unit], asked);
  if (own.length > 0) return told('own', own);
  if (commands.has(unit.level)) {
    // one of its many units a year earlier says nothing of a command
    const below = staysAt(gazetteer, unitsBelow(gazetteer, unit), asked).filter(
      ({ when }) => when === 'during',
    );
    return told(below.length > 0 ? 'below' : 'none', below);
  }
  for (const parent of parentsOf(gazetteer, unit)) {
    if (commands.has(parent.level)) break; // a whole theatre says nothing of one regiment
    const above = staysAt(gazetteer, [parent], asked);
    if (above.length > 0) return told('above', above);
  }
  return told('none', []);
}
