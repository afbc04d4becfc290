import type { Connection } from 'mongoose';
import { gazetteer } from './gazetteer.ts';
import { Places, type Place } from './model.ts';
import { pointOf } from './resolve.ts';
import type { Unit } from './unit.ts';

/** Ids of what a unit became: the step to the next period that we know. */
function becameIds(unit: Unit): string[] {
  const { provinces, districts, provincesToday } = gazetteer();
  if (unit.era === 'today') return [];
  if (unit.became) return unit.became.map(({ id }) => id);
  const overlaps = (one: Unit) => [...one.districts.keys()].some((at) => unit.districts.has(at));
  if (unit.era === 'before')
    return unit.level === 'province' ? provincesToday.filter(overlaps).map(({ id }) => id) : [];
  return (unit.level === 'province' ? provinces : districts).filter(overlaps).map(({ id }) => id);
}

function placeOf(unit: Unit): Place & { _id: string } {
  const { id, level, kind, name, otherNames, code, parent, from, to } = unit;
  const point = pointOf(unit);
  return {
    _id: id,
    level,
    kind,
    name,
    otherNames,
    ...(code !== undefined && { code }),
    ...(parent && { parentId: parent.id }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    becameIds: becameIds(unit),
    ...(point && { point }),
  };
}

/** Fills the collection `places` from the files kept with the code. Doing it again changes nothing; ids are stable. */
export async function loadPlaces(connection: Connection): Promise<void> {
  const places = [...gazetteer().byId.values()].map(placeOf);
  const collection = connection.collection<Place & { _id: string }>(Places.collection.name);
  const batch = 2000;
  for (let at = 0; at < places.length; at += batch) {
    const writes = places
      .slice(at, at + batch)
      .map((place) => ({ replaceOne: { filter: { _id: place._id }, replacement: place, upsert: true } }));
    await collection.bulkWrite(writes, { ordered: false });
  }
}
