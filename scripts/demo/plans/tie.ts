import { toEarth } from '../../../server/diagrams/geometry.ts';
import type { Plan, XY } from './plan.ts';

export interface Tie {
  /** Where the gate is, WGS 84, and within how many metres that is known. */
  lng: number;
  lat: number;
  accuracyM: number;
  /** Where up on the paper leads, degrees clockwise from north. */
  upBearing: number;
}

/** Ties a drawing to the earth by its gate: no tie is better than the point it hangs on. */
export function tie(
  { lng, lat, accuracyM, upBearing }: Tie,
  gate: XY,
  metresPerPixel: number,
  size: { width: number; height: number },
): Pick<Plan, 'transform' | 'controlPoints'> {
  const turn = (upBearing * Math.PI) / 180;
  const phi = (lat * Math.PI) / 180;
  // length of a degree on the WGS 84 ellipsoid, metres
  const [metresLat, metresLng] = [
    111132.95 - 559.85 * Math.cos(2 * phi),
    111412.88 * Math.cos(phi) - 93.5 * Math.cos(3 * phi),
  ];
  const [lngX, lngY] = [Math.cos(turn), -Math.sin(turn)].map((share) => (share * metresPerPixel) / metresLng);
  const [latX, latY] = [-Math.sin(turn), -Math.cos(turn)].map(
    (share) => (share * metresPerPixel) / metresLat,
  );
  const t = [
    lngX!,
    lngY!,
    lng - lngX! * gate[0] - lngY! * gate[1],
    latX!,
    latY!,
    lat - latX! * gate[0] - latY! * gate[1],
  ];
  const points: XY[] = [gate, [0, 0], [size.width, 0]];
  return {
    transform: { t, residualM: accuracyM },
    controlPoints: points.map((pixel) => {
      const [pointLng, pointLat] = toEarth(t, pixel);
      return { pixel, lng: pointLng, lat: pointLat };
    }),
  };
}
