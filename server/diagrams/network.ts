import { distance, nearestOnSegment, type XY } from './geometry.ts';

/** Where one can walk: nodes in pixels, edges between their indexes. */
export interface Network {
  nodes: { at: XY; name?: string; gate?: boolean }[];
  edges: { from: number; to: number; name?: string; stairs?: boolean }[];
}

/** A stretch of the way, with the name of the path it runs on. */
export interface Leg {
  from: XY;
  to: XY;
  name?: string;
  stairs?: boolean;
}

/** Steps are walked only when nothing else leads there: each pixel of them counts as so many. */
const stairsCost = 1000;

/**
 * The shortest way over the network from one pixel to another (Dijkstra). Start and end may lie beside the paths:
 * each is joined to the nearest point of the nearest path.
 * @returns the legs in order, or undefined when no path joins the two
 */
export function wayBetween(network: Network, start: XY, end: XY, easy: boolean): Leg[] | undefined {
  if (network.edges.length === 0) return undefined;
  const { nodes, edges, joined } = joinPoints(network, [start, end]);
  const [first, last] = joined as [number, number];
  const cost = (index: number) => {
    const edge = edges[index]!;
    return (
      distance(nodes[edge.from]!.at, nodes[edge.to]!.at) * (easy && edge.stairs === true ? stairsCost : 1)
    );
  };

  const around = nodes.map(() => [] as number[]);
  edges.forEach((edge, index) => {
    around[edge.from]!.push(index);
    around[edge.to]!.push(index);
  });
  const best = nodes.map(() => Infinity);
  const by = new Map<number, number>();
  best[first] = 0;
  const open = new Set([first]);
  while (open.size > 0) {
    const here = [...open].reduce((a, b) => (best[a]! <= best[b]! ? a : b));
    if (here === last) break;
    open.delete(here);
    for (const index of around[here]!) {
      const edge = edges[index]!;
      const next = edge.from === here ? edge.to : edge.from;
      const through = best[here]! + cost(index);
      if (through < best[next]!) {
        best[next] = through;
        by.set(next, index);
        open.add(next);
      }
    }
  }
  if (best[last] === Infinity) return undefined;

  const legs: Leg[] = [];
  for (let here = last; here !== first;) {
    const edge = edges[by.get(here)!]!;
    const before = edge.from === here ? edge.to : edge.from;
    legs.unshift({
      from: nodes[before]!.at,
      to: nodes[here]!.at,
      ...(edge.name === undefined ? {} : { name: edge.name }),
      ...(edge.stairs === true ? { stairs: true } : {}),
    });
    here = before;
  }
  return legs;
}

/** Splits the nearest edge of each point, so that the point's foot becomes a node. */
function joinPoints(network: Network, points: XY[]): Network & { joined: number[] } {
  const nodes = [...network.nodes];
  const edges = [...network.edges];
  const joined = points.map((point) => {
    let nearest = { index: 0, at: point, away: Infinity };
    edges.forEach((edge, index) => {
      const { at, away } = nearestOnSegment(point, nodes[edge.from]!.at, nodes[edge.to]!.at);
      if (away < nearest.away) nearest = { index, at, away };
    });
    const edge = edges[nearest.index]!;
    const node = nodes.push({ at: nearest.at }) - 1;
    edges[nearest.index] = { ...edge, to: node };
    edges.push({ ...edge, from: node });
    return node;
  });
  return { nodes, edges, joined };
}
