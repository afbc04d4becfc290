import type { Language } from '../http/language.ts';
import type { NearCemetery } from '../units/contract.ts';
import { Cemeteries, type Cemetery } from './model.ts';
import { cemeteryLink } from './view.ts';

const degreeKm = (Math.PI * 6371) / 180;

/** Kilometres on a sphere of 6371 km, flat enough at these distances. */
function kmBetween([lng, lat]: [number, number], [toLng, toLat]: [number, number]): number {
  return Math.hypot((toLat - lat) * degreeKm, (toLng - lng) * degreeKm * Math.cos((lat * Math.PI) / 180));
}

/**
 * Published cemeteries around some points, nearest first.
 * @param points WGS 84 lng, lat
 */
export async function cemeteriesNear(
  points: readonly [number, number][],
  { km, most, language }: { km: number; most: number; language: Language },
): Promise<NearCemetery[]> {
  if (points.length === 0) return [];
  const around = points.map(([lng, lat]) => {
    const [north, east] = [km / degreeKm, km / degreeKm / Math.cos((lat * Math.PI) / 180)];
    return {
      'point.lat': { $gte: lat - north, $lte: lat + north },
      'point.lng': { $gte: lng - east, $lte: lng + east },
    };
  });
  const found = await Cemeteries.find({ status: 'published', $or: around }).lean<Cemetery[]>();
  return found
    .map((cemetery) => {
      const { lng, lat } = cemetery.point!;
      return { cemetery, far: Math.min(...points.map((point) => kmBetween(point, [lng, lat]))) };
    })
    .filter(({ far }) => far <= km)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ cemetery, far }) => ({ ...cemeteryLink(cemetery, language), distanceKm: Math.round(far) }));
}
