import L from 'leaflet';
import { hereIcon } from './icons.ts';

export interface Located {
  lat: number;
  lng: number;
  /** Metres. */
  accuracyM: number;
}

/** Why the reader's place is not known; `denied` can be mended by the reader alone. */
export class NotLocated extends Error {
  readonly reason: 'denied' | 'unavailable';

  constructor(reason: 'denied' | 'unavailable') {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Asks the device where it is; the browser asks its owner first.
 * @throws NotLocated
 */
export function findMe(): Promise<Located> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new NotLocated('unavailable'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracyM: coords.accuracy }),
      (problem) =>
        reject(new NotLocated(problem.code === problem.PERMISSION_DENIED ? 'denied' : 'unavailable')),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  });
}

/** The reader's place as a layer: a dot in the ring it may be off by. */
export function hereLayer({ lat, lng, accuracyM }: Located, name: string): L.LayerGroup {
  const dot = L.marker([lat, lng], { icon: hereIcon(), keyboard: false, interactive: false, title: name });
  return L.layerGroup([
    L.circle([lat, lng], { radius: accuracyM, className: 'map-here-ring', interactive: false }),
    dot,
  ]);
}
