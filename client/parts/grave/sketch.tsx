import type { GraveView, RouteView } from '../../../server/graves/contract.ts';
import { useReader } from '../reader.ts';

/**
 * The walk as a small line drawing, for paper and before the diagram has loaded: from the gate (ring) to the
 * grave (filled). Drawn to the diagram's own pixels.
 */
export function Sketch({
  route,
  shape,
}: {
  route: RouteView;
  shape: NonNullable<GraveView['diagram']>['shape'];
}) {
  const { t, distance } = useReader();
  const start = route.pixels[0];
  if (!start) return null;
  const all = [...route.pixels, ...shape];
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const unit = Math.max(width, height) / 40;
  const box = [left - 3 * unit, top - 3 * unit, width + 6 * unit, height + 6 * unit]
    .map(Math.round)
    .join(' ');
  const points = (line: [number, number][]) =>
    line.map(([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join(' ');
  return (
    <svg
      class="sketch"
      viewBox={box}
      role="img"
      aria-label={t('walk.sketch', { distance: distance(route.lengthM) })}
    >
      <polyline
        points={points(route.pixels)}
        fill="none"
        stroke="currentColor"
        stroke-width={unit / 2}
        stroke-linejoin="round"
        stroke-linecap="round"
        stroke-dasharray={`${unit / 50} ${unit}`}
      />
      <circle
        cx={start[0]}
        cy={start[1]}
        r={unit}
        fill="#fff"
        stroke="currentColor"
        stroke-width={unit / 2}
      />
      <polygon points={points(shape)} fill="currentColor" stroke="currentColor" stroke-width={unit / 2} />
    </svg>
  );
}
