import { fold } from '../text/fold.ts';
import type { CemeteryEntry } from './messages.ts';

const common =
  /\b(nghia trang|liet si|liet sy|ntls|quoc gia|tinh|huyen|quan|thi xa|thanh pho|tp|xa|phuong|khu|dai tuong niem|den tho)\b/g;
const tell = (text: string) =>
  fold(text)
    .replace(common, ' ')
    .replace(/[^a-z0-9 ]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');

/** Cemeteries whose name, with its places, holds the words; none unless all but one word of three fit. */
export function namedCemeteries(cemeteries: CemeteryEntry[], text: string): [id: string, chance: number][] {
  const words = tell(text);
  if (words.length === 0) return [];
  const fits = cemeteries
    .map(({ id, name, places }) => {
      const own = new Set(tell(name));
      const about = new Set(places.flatMap(tell));
      const inName = words.filter((word) => own.has(word)).length;
      const inPlaces = words.filter((word) => !own.has(word) && about.has(word)).length;
      // Words of the name say more than those of the place round it; a name that is exactly that says most.
      const share = (inName + inPlaces * 0.6) / words.length;
      return { id, fit: share + (inName === words.length && own.size === words.length ? 0.5 : 0), inName };
    })
    .filter(({ fit, inName }) => fit > 0.6 && inName > 0);
  const most = Math.max(0, ...fits.map(({ fit }) => fit));
  const best = fits.filter(({ fit }) => fit > most - 0.25);
  return best.slice(0, 20).map(({ id }) => [id, 1 / best.length]);
}

/** Cemeteries no further than asked from a point. @param near "lng,lat,km" */
export function nearCemeteries(cemeteries: CemeteryEntry[], near: string): string[] {
  const [lng, lat, km] = near.split(',').map(Number) as [number, number, number];
  return cemeteries
    .filter(({ point }) => {
      if (point === undefined) return false;
      // On a sphere of 6371 km, flat enough at these distances.
      const north = ((point.lat - lat) * Math.PI * 6371) / 180;
      const east = ((point.lng - lng) * Math.PI * 6371 * Math.cos((lat * Math.PI) / 180)) / 180;
      return Math.hypot(north, east) <= km + point.accuracyM / 1000;
    })
    .map(({ id }) => id);
}
