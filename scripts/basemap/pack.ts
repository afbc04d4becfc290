import type { PackedShape, PackedTopology } from '../../client/map/topology.ts';
import { packNumbers } from '../../client/map/topology.ts';
import type { Net, NetShape } from './source.ts';

/**
 * Writes a net in the form the browser reads.
 * @param step degrees of one step of the grid; without it the source's own grid, which costs no accuracy
 * @param facts the facts to keep of each shape
 */
export function pack(net: Net, facts: readonly string[], step?: number): PackedTopology {
  const scale: [number, number] = step ? [step, step] : net.scale;
  const kept: string[] = [];
  const newNumber = new Map<number, number>();
  const number = (reference: number): number => {
    const old = reference < 0 ? ~reference : reference;
    let found = newNumber.get(old);
    if (found === undefined) {
      found = kept.length;
      newNumber.set(old, found);
      kept.push(packNumbers(steps(net.arcs[old]!, scale, net.origin)));
    }
    return reference < 0 ? ~found : found;
  };
  const shapes: Record<string, PackedShape[]> = {};
  for (const [name, list] of Object.entries(net.shapes)) {
    shapes[name] = list.map((shape) => ({
      facts: pick(shape, facts),
      parts: shape.parts.map((run) => run.map(number)),
    }));
  }
  return { scale, origin: net.origin, arcs: kept, shapes };
}

function steps(
  arc: readonly number[],
  [scaleX, scaleY]: [number, number],
  [originX, originY]: [number, number],
): number[] {
  const result: number[] = [];
  let [lastX, lastY] = [0, 0];
  for (let i = 0; i < arc.length; i += 2) {
    const x = Math.round((arc[i]! - originX) / scaleX);
    const y = Math.round((arc[i + 1]! - originY) / scaleY);
    if (i > 0 && i < arc.length - 2 && x === lastX && y === lastY) continue;
    result.push(x - lastX, y - lastY);
    [lastX, lastY] = [x, y];
  }
  return result;
}

function pick(shape: NetShape, names: readonly string[]): Record<string, string | number> {
  const facts: Record<string, string | number> = {};
  for (const name of names) {
    const value = shape.facts[name];
    if (value !== undefined && value !== '') facts[name] = value;
  }
  return facts;
}
