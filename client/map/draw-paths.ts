import type { Sheet } from './draw-plots.ts';
import { graves } from './palette.ts';

/** What else is on a drawing: gates, paths, the monument. */
export interface PlanFeature {
  kind: string;
  name?: string | undefined;
  /** Pixels of the full size. */
  shape: readonly (readonly [number, number])[];
}

const WALK = '#2f5d46';

/** The way on foot to a grave, from a dot at its start. */
export function drawWalk({ canvas, scale }: Sheet, pixels: readonly (readonly [number, number])[]): void {
  if (pixels.length < 2) return;
  canvas.lineJoin = canvas.lineCap = 'round';
  for (const [colour, width, dash] of [
    [graves.paper, 8, []],
    [WALK, 4, [1, 8]],
  ] as const) {
    canvas.beginPath();
    for (const [x, y] of pixels) canvas.lineTo(x * scale, y * scale);
    canvas.setLineDash([...dash]);
    canvas.strokeStyle = colour;
    canvas.lineWidth = width;
    canvas.stroke();
  }
  canvas.setLineDash([]);
  const [x, y] = pixels[0]!;
  canvas.beginPath();
  canvas.arc(x * scale, y * scale, 7, 0, 2 * Math.PI);
  canvas.fillStyle = WALK;
  canvas.fill();
  canvas.strokeStyle = graves.paper;
  canvas.lineWidth = 2.5;
  canvas.stroke();
}

/** Names of gates, the monument and the like; the drawing itself shows what they look like. */
export function drawFeatureNames({ canvas, scale }: Sheet, features: readonly PlanFeature[]): void {
  canvas.font = "600 13px 'Be Vietnam Pro', system-ui, sans-serif";
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.lineJoin = 'round';
  for (const { kind, name, shape } of features) {
    if (!name || !shape.length || kind === 'path') continue;
    const xs = shape.map(([x]) => x);
    const ys = shape.map(([, y]) => y);
    const x = ((Math.min(...xs) + Math.max(...xs)) / 2) * scale;
    // A gate's name stands under it: ways on foot begin there.
    const y =
      (kind === 'gate' ? Math.max(...ys) : (Math.min(...ys) + Math.max(...ys)) / 2) * scale +
      (kind === 'gate' ? 12 : 0);
    canvas.strokeStyle = 'rgba(255, 253, 249, 0.9)';
    canvas.lineWidth = 4;
    canvas.strokeText(name, x, y);
    canvas.fillStyle = kind === 'gate' ? graves.chosen : graves.ink;
    canvas.fillText(name, x, y);
  }
}
