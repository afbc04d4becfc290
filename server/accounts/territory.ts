import { gazetteer } from '../places/gazetteer.ts';
import type { Level, Unit } from '../places/unit.ts';

const size: Record<Level, number> = { commune: 0, district: 1, province: 2 };

/** Below this share a border correction of the map is meant, not a part of the unit that went elsewhere. */
const leastShare = 0.05;

/**
 * Whether a place belongs to an office's area. An old unit counts through what it became: a commune that was cut in two
 * belongs to both. A place that is known only as a whole province is nobody's below the province.
 * @param place id of a unit of any period
 * @param area id of the unit that the office is for
 */
export function isInside(place: string, area: string): boolean {
  if (place === area) return true;
  const { byId } = gazetteer();
  const [inner, outer] = [byId.get(place), byId.get(area)];
  if (!inner || !outer || size[inner.level] > size[outer.level]) return false;
  return shareWithin(inner, outer) >= leastShare;
}

/** Share of a unit's land that lies in another, by atoms of June 2025. */
function shareWithin(inner: Unit, outer: Unit): number {
  if (inner.communes && outer.communes) return overlap(inner.communes, outer.communes);
  // a commune of today lies in its own province, also where its old district was divided
  if (inner.era === 'today' && outer.era === 'today') return inner.parent === outer ? 1 : 0;
  if (inner.communes && outer.era === 'today' && inner.became)
    return inner.became.filter(({ parent }) => parent === outer).length / inner.became.length;
  return overlap(inner.districts, outer.districts);
}

function overlap(inner: Map<number, number>, outer: Map<number, number>): number {
  let share = 0;
  for (const [at, part] of inner) if (outer.has(at)) share += part;
  return share;
}

/** "xã Vị Thanh 1, TP. Cần Thơ", as an area is shown; undefined for an unknown id. */
export function areaName(id: string): string | undefined {
  let unit = gazetteer().byId.get(id);
  const names: string[] = [];
  for (; unit; unit = unit.parent) names.push(`${unit.kind} ${unit.name}`);
  return names.length === 0 ? undefined : names.join(', ');
}
