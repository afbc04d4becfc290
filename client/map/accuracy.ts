/** From this many metres on a point is no place to walk to, and is drawn as a ring and never as a pin. */
const UNCERTAIN_FROM_M = 200;

/** Radius in pixels of the smallest ring that can still be seen and pressed. */
export const LEAST_RING = 13;

/** From this radius in pixels on the words "approximate location" always stand in the ring; before, when it is pressed. */
export const EXPLAINED_RING = 30;

/** Whether a point may only be shown as "somewhere in this ring". */
export function isUncertain(accuracyM: number | null | undefined): accuracyM is number {
  return typeof accuracyM === 'number' && accuracyM > UNCERTAIN_FROM_M;
}

/** Pixels that a length on the ground takes at a latitude and zoom (Web Mercator, 256 px tiles). */
export function groundPixels(metres: number, lat: number, zoom: number): number {
  const equator = 40_075_016.7;
  return (metres * 256 * 2 ** zoom) / (equator * Math.cos((lat * Math.PI) / 180));
}
