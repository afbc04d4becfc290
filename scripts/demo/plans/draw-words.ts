import { number, path, trace } from './draw-features.ts';
import { ink } from './ink.ts';
import { lettering } from './letters.ts';
import type { Label, Plan, XY } from './plan.ts';
import { around } from './rows.ts';

/** A section "A" is spoken of as "Khu A", a province by its name alone. */
const titleOf = (section: string) =>
  (section.length <= 2 ? `Khu ${section}` : section).toLocaleUpperCase('vi');

/** Sections, rows, and the number of every grave. */
export function drawNames({ plots, paper, metresPerPixel }: Plan): string {
  const metre = 1 / metresPerPixel;
  const numbers = plots.map(({ number: text, shape }) => {
    const [a, b, c] = shape as [XY, XY, XY];
    const at: XY = [a[0] * 0.46 + c[0] * 0.54, a[1] * 0.46 + c[1] * 0.54];
    const angle = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
    return lettering(text, at, { face: 'regular', size: 0.52 * metre, angle });
  });
  const labels = paper.labels.map(({ kind, text, at, angle, around: pivot }) => {
    if (kind === 'row') return { kind, d: lettering(text, at, { face: 'bold', size: 0.62 * metre, angle }) };
    if (kind === 'path') {
      return { kind, d: lettering(text, at, { face: 'regular', size: 0.95 * metre, angle, spacing: 0.05 }) };
    }
    const how = { face: 'bold', size: 1.35 * metre, spacing: 0.09, angle } as const;
    return { kind, d: lettering(titleOf(text), at, pivot ? { ...how, around: pivot } : how) };
  });
  const all = (kind: Label['kind']) =>
    labels
      .filter((label) => label.kind === kind)
      .map(({ d }) => d)
      .join('');
  return [
    path(numbers.join(''), { fill: ink.line }),
    path(all('path'), { fill: ink.wayName }),
    path(all('row'), { fill: ink.seal }),
    path(all('section'), { fill: ink.dark }),
  ].join('');
}

/** Frame, title, scale and north, on the strip under the gate. */
export function drawMargin(plan: Plan): string {
  const { width, height, metresPerPixel, paper, title, cemeteryName, network } = plan;
  const metre = 1 / metresPerPixel;
  // words as large on either paper, whatever a metre is
  const unit = height / 140;
  const gateY = network.nodes.find(({ gate }) => gate === true)!.at[1];
  const edge = 1.3 * unit;
  const middle = (gateY + height - edge) / 2 + 0.3 * unit;
  const frame = (inset: number): XY[] => [
    [inset, inset],
    [width - inset, inset],
    [width - inset, height - inset],
    [inset, height - inset],
  ];
  const left = edge + 4 * unit;
  return [
    path(trace(frame(edge)), { fill: 'none', stroke: ink.line, 'stroke-width': 7 }),
    path(trace(frame(edge + 26)), { fill: 'none', stroke: ink.line, 'stroke-width': 2.5 }),
    path(
      lettering(cemeteryName, [left, middle - 0.9 * unit], {
        face: 'serif',
        size: 2.1 * unit,
        align: 'left',
      }),
      {
        fill: ink.dark,
      },
    ),
    path(
      lettering(
        `${title} · ${plan.plots.length.toLocaleString('vi')} mộ · bản vẽ minh họa`,
        [left, middle + 1.9 * unit],
        {
          face: 'regular',
          size: 1.25 * unit,
          align: 'left',
        },
      ),
      { fill: ink.line },
    ),
    scaleBar([width - edge - 14 * unit - 20 * metre, middle + 0.3 * unit], metre, unit),
    northArrow([width - edge - 7 * unit, middle + 0.5 * unit], 2.5 * unit, paper.north),
  ].join('');
}

/** Twenty metres in pieces of five. */
function scaleBar([x, y]: XY, metre: number, unit: number): string {
  const thick = 0.5 * unit;
  const piece = (i: number) =>
    `M${number(x + i * 5 * metre)} ${number(y)}h${number(5 * metre)}v${number(thick)}h${number(-5 * metre)}Z`;
  const words = [0, 10, 20].map((metres) =>
    lettering(metres === 20 ? '20 m' : String(metres), [x + metres * metre, y - 0.95 * unit], {
      face: 'regular',
      size: 1.1 * unit,
    }),
  );
  return [
    path([0, 1, 2, 3].map(piece).join(''), { fill: ink.stone, stroke: ink.dark, 'stroke-width': 4 }),
    path([0, 2].map(piece).join(''), { fill: ink.dark }),
    path(words.join(''), { fill: ink.dark }),
  ].join('');
}

/** An arrow to the north; B is bắc. */
function northArrow(at: XY, size: number, north: number): string {
  const tip = around(at, north, size);
  const [left, right] = [around(at, north + 150, size), around(at, north - 150, size)];
  const notch = around(at, north + 180, size * 0.5);
  return [
    path(trace([tip, left, notch]), { fill: ink.stone, stroke: ink.dark, 'stroke-width': 4 }),
    path(trace([tip, right, notch]), { fill: ink.dark, stroke: ink.dark, 'stroke-width': 4 }),
    path(lettering('B', around(at, north, size * 1.36), { face: 'bold', size: size * 0.5 }), {
      fill: ink.dark,
    }),
  ].join('');
}
