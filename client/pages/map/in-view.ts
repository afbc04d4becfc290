import type { CemeterySummary } from '../../../server/cemeteries/contract.ts';
import type { View } from '../../map/view.ts';

export type Layer = 'diagram' | 'exact' | 'approximate';

/** Whether a cemetery belongs to one of the layers that are switched on. */
export function isShown({ gate, hasDiagram }: CemeterySummary, layers: ReadonlySet<Layer>): boolean {
  if (!gate) return false;
  return (hasDiagram && layers.has('diagram')) || layers.has(gate.approximate ? 'approximate' : 'exact');
}

/** Web Mercator, in pixels of the whole world at a zoom (256 px tiles). */
function pixel([lng, lat]: [number, number], zoom: number): [number, number] {
  const size = 256 * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return [((lng + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size];
}

/** Cemeteries inside a view that is so many pixels wide and high, those nearest its middle first. */
export function inView(
  all: CemeterySummary[],
  view: View,
  [width, height]: [number, number],
): CemeterySummary[] {
  const [x, y] = pixel([view.lng, view.lat], view.zoom);
  return all
    .flatMap((cemetery) => {
      if (!cemetery.gate) return [];
      const [atX, atY] = pixel(cemetery.gate.point.coordinates, view.zoom);
      const [dx, dy] = [Math.abs(atX - x), Math.abs(atY - y)];
      return dx <= width / 2 && dy <= height / 2 ? [{ cemetery, far: Math.hypot(dx, dy) }] : [];
    })
    .sort((a, b) => a.far - b.far)
    .map(({ cemetery }) => cemetery);
}
