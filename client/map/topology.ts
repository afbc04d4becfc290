/**
 * Shapes whose common borders are stored once, in files as small as they get: every border is a run of whole
 * numbers, each the step from the point before, written as text (five bits and a "goes on" bit to a letter).
 */

/** One kind of thing in a base file: its facts and the numbers of its arcs (`~n` is arc n walked backwards). */
export interface PackedShape {
  facts: Record<string, string | number>;
  /** Lines: one run of arcs each. Areas: one ring each, holes and islands alike (filled even-odd). */
  parts: number[][];
}

export interface PackedTopology {
  /** Degrees per step, lng and lat. */
  scale: [number, number];
  /** Lng and lat of step 0. */
  origin: [number, number];
  arcs: string[];
  shapes: Record<string, PackedShape[]>;
}

/** Whole numbers from text; the inverse of `packNumbers`. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let factor = 1;
  for (let i = 0; i < text.length; i++) {
    const bits = text.charCodeAt(i) - 63;
    value += (bits & 31) * factor;
    if (bits & 32) {
      factor *= 32;
      continue;
    }
    numbers.push(value % 2 ? -(value + 1) / 2 : value / 2);
    value = 0;
    factor = 1;
  }
  return numbers;
}

/** Text from whole numbers, small ones shortest. */
export function packNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let value = number < 0 ? -2 * number - 1 : 2 * number;
    while (value >= 32) {
      text += String.fromCharCode(((value % 32) | 32) + 63);
      value = Math.floor(value / 32);
    }
    text += String.fromCharCode(value + 63);
  }
  return text;
}

/** Each arc as `[lng, lat, lng, lat, …]` in degrees. */
export function decodeArcs(topology: PackedTopology): number[][] {
  const [scaleX, scaleY] = topology.scale;
  const [originX, originY] = topology.origin;
  return topology.arcs.map((text) => {
    const steps = unpackNumbers(text);
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i]!;
      y += steps[i + 1]!;
      steps[i] = originX + x * scaleX;
      steps[i + 1] = originY + y * scaleY;
    }
    return steps;
  });
}

/** Joins arcs, end to end, into one run of coordinates; the point where two meet is kept once. */
export function joinArcs(arcs: readonly (readonly number[])[], run: readonly number[]): number[] {
  const joined: number[] = [];
  for (const reference of run) {
    const backwards = reference < 0;
    const arc = arcs[backwards ? ~reference : reference] ?? [];
    const points = arc.length / 2;
    for (let n = joined.length ? 1 : 0; n < points; n++) {
      const at = 2 * (backwards ? points - 1 - n : n);
      joined.push(arc[at]!, arc[at + 1]!);
    }
  }
  return joined;
}
