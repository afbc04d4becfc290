import type { RouteView } from '../graves/contract.ts';
import { Graves, type Grave } from '../graves/model.ts';
import { findGrave } from '../graves/read.ts';
import type { Language } from '../http/language.ts';
import { problem } from '../http/problem.ts';
import { centre, distance, nearestOnSegment, toEarth, toPixel, turn, type XY } from './geometry.ts';
import { Diagrams, type Diagram } from './model.ts';
import { wayBetween, type Leg, type Network } from './network.ts';
import { namedTurn, stepsOf, type Arrival } from './steps.ts';

/** A tie to the earth that is farther off would draw the walk through the neighbours' gardens. Metres. */
const goodTieM = 15;
/** Somebody farther from the paths is not in the cemetery, and a walk from there would be a lie. Metres. */
const atCemeteryM = 400;

/**
 * The walk to a grave along the diagram's paths: line, metres, and steps in words.
 * @param from the gate, or lng,lat (WGS 84) where one stands
 * @throws Problem 404 unknown grave · 404 no-way when the paths do not lead there
 */
export async function walkToGrave(
  id: string,
  from: 'gate' | [number, number],
  way: 'short' | 'easy',
  language: Language,
): Promise<RouteView> {
  const grave = await findGrave(id);
  const diagram = grave.diagramId
    ? await Diagrams.findOne({ _id: grave.diagramId, status: 'published' }).lean<Diagram>()
    : null;
  if (!diagram?.network || !grave.diagramShape) throw problem.noWay();
  const { network } = diagram;
  const plot = centre(grave.diagramShape);
  const start = startOf(diagram, network, from);
  const legs = start && wayBetween(network, start, plot, way === 'easy');
  if (!legs || legs.length === 0) throw problem.noWay();

  const pixels = [legs[0]!.from, ...legs.map(({ to }) => to), plot].map(([x, y]): [number, number] => [
    Math.round(x),
    Math.round(y),
  ]);
  const { transform, metresPerPixel } = diagram;
  const steps = stepsOf(legs, await arrivalAt(grave, legs, plot), metresPerPixel, from === 'gate', language);
  const beside = Math.round(distance(legs.at(-1)!.to, plot) * metresPerPixel);
  return {
    // of the very metres that the steps name, so that a person who adds them up finds the same
    lengthM: steps.reduce((sum, { metres }) => sum + metres, beside),
    pixels,
    ...(transform?.residualM != null && transform.residualM <= goodTieM
      ? {
          line: {
            type: 'LineString' as const,
            coordinates: pixels.map((pixel) => toEarth(transform.t, pixel)),
          },
        }
      : {}),
    steps,
    from: from === 'gate' ? 'gate' : from.join(','),
  };
}

function startOf(diagram: Diagram, network: Network, from: 'gate' | [number, number]): XY | undefined {
  if (from === 'gate') return network.nodes.find(({ gate }) => gate === true)?.at;
  if (!diagram.transform) return undefined;
  const here = toPixel(diagram.transform.t, from);
  const away = Math.min(
    ...network.edges.map(
      (edge) => nearestOnSegment(here, network.nodes[edge.from]!.at, network.nodes[edge.to]!.at).away,
    ),
  );
  return away * diagram.metresPerPixel <= atCemeteryM ? here : undefined;
}

/** Which stone of its row it is, counted on its side from where the last turn led in. */
async function arrivalAt(grave: Grave, legs: Leg[], plot: XY): Promise<Arrival> {
  const last = legs.at(-1)!;
  const turnIn = lastTurn(legs);
  const side = turn(turnIn, last.to, plot) > 0 ? 'right' : 'left';
  const { cemeteryId, diagramId, section, row } = grave;
  const painted = grave.number == null ? {} : { number: grave.number };
  if (row == null || diagramId == null) return { ordinal: 0, side, ...painted };
  const inRow = await Graves.find(
    { cemeteryId, diagramId, section: section ?? { $exists: false }, row, diagramShape: { $exists: true } },
    { diagramShape: 1 },
  ).lean<Grave[]>();
  const far = farther(turnIn, last.to);
  const along = (point: XY) => nearestOnSegment(point, turnIn, far).along * distance(turnIn, far);
  const sameSide = inRow
    .map(({ diagramShape }) => centre(diagramShape!))
    .filter((point) => (turn(turnIn, last.to, point) > 0 ? 'right' : 'left') === side);
  const passed = sameSide.filter((point) => along(point) > 0 && along(point) <= along(plot) + 1e-6);
  const ordinal = runsAlong(sameSide, along) ? passed.length : 0;
  return { ordinal, side, row, ...painted };
}

/** Whether one walks along the row: seen from its end all its stones are at the same place, and counting says nothing. */
function runsAlong(row: XY[], along: (point: XY) => number): boolean {
  const places = row.map(along);
  const length = Math.max(...row.map((point) => distance(point, row[0]!)));
  return Math.max(...places) - Math.min(...places) >= length * 0.6;
}

/** Where the last straight stretch began. */
function lastTurn(legs: Leg[]): XY {
  let index = legs.length - 1;
  while (index > 0 && Math.abs(turn(legs[index - 1]!.from, legs[index]!.from, legs[index]!.to)) < namedTurn)
    index -= 1;
  return legs[index]!.from;
}

/** The straight stretch drawn out, so that stones beyond the foot of the plot are still counted in order. */
function farther([ax, ay]: XY, [bx, by]: XY): XY {
  return [ax + (bx - ax) * 50, ay + (by - ay) * 50];
}
