import sharp from 'sharp';
import { drawFeatures, drawWays, path, trace } from './draw-features.ts';
import { drawMargin, drawNames } from './draw-words.ts';
import { ink } from './ink.ts';
import type { Plan, XY } from './plan.ts';

/** Draws a plan at full size, as PNG. Words are outlines, so that no font need be installed. */
export async function drawPlan(plan: Plan): Promise<Buffer> {
  return sharp(Buffer.from(svgOf(plan)), { limitInputPixels: plan.width * plan.height })
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}

function svgOf(plan: Plan): string {
  const { width, height, paper, plots, metresPerPixel } = plan;
  const metre = 1 / metresPerPixel;
  const walls = plan.features.filter(({ kind, shape }) => kind === 'wall' && shape.length > 2);
  // each half of the wall runs from the gate to the middle at the top
  const ground = walls.map(({ shape }) => [...shape, [shape.at(-1)![0], shape[0]![1]] as XY]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${ink.paper}"/>`,
    path(ground.map((half) => trace(half)).join(''), {
      fill: ink.ground,
      stroke: ink.ground,
      'stroke-width': 2,
    }),
    path(paper.lawns.map((lawn) => trace(lawn)).join(''), {
      fill: ink.lawn,
      stroke: ink.lawnEdge,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
    }),
    path(paper.aisles.map((aisle) => trace(aisle, false)).join(''), {
      fill: 'none',
      stroke: ink.aisle,
      'stroke-width': 0.7 * metre,
    }),
    drawWays(plan),
    drawGraves(plots.map(({ shape }) => shape)),
    drawFeatures(plan),
    drawNames(plan),
    drawMargin(plan),
    '</svg>',
  ].join('');
}

/** Each grave with its stone at the head. */
function drawGraves(shapes: XY[][]): string {
  const stones = shapes.map((shape) => {
    const [a, b, c, d] = shape as [XY, XY, XY, XY];
    const down = (from: XY, to: XY): XY => [
      from[0] + (to[0] - from[0]) * 0.16,
      from[1] + (to[1] - from[1]) * 0.16,
    ];
    return trace([a, b, down(b, c), down(a, d)]);
  });
  return [
    path(shapes.map((shape) => trace(shape)).join(''), {
      fill: ink.stone,
      stroke: ink.line,
      'stroke-width': 3,
    }),
    path(stones.join(''), { fill: ink.head }),
  ].join('');
}
