import type { Label, XY } from './plan.ts';

/** Graves beside each other, with the aisle at their feet. Metres. */
export interface Row {
  section: string;
  row: string;
  plots: { number: string; shape: XY[] }[];
  aisle: XY[];
  labels: Label[];
}

/** How graves lie: size of one, from one to the next, from row to row. Metres. */
export interface Measure {
  width: number;
  length: number;
  pitch: number;
  rowPitch: number;
}

/** From the feet to the line one walks on; nearer than the heads of the row in front. */
const toAisle = 0.45;
/** From the feet of a block's first row down to its edge. */
const footRoom = 1.2;
/** Strip above the last row for the section's name. */
const titleRoom = 3.2;

export interface Block {
  section: string;
  /** Middle lines of the paths at both ends; graves are numbered from the first. */
  from: number;
  to: number;
  /** Room kept free at each end: half the path and the strip with the row's name. */
  margins: [number, number];
  /** Lower edge; rows follow upwards. */
  bottom: number;
  rows: string[];
}

/** Straight rows between two paths, feet down the paper. */
export function block({ section, from, to, margins, bottom, rows }: Block, size: Measure) {
  const out = Math.sign(to - from);
  const room = Math.abs(to - from) - margins[0] - margins[1];
  const count = Math.floor((room + size.pitch - size.width) / size.pitch + 1e-9);
  const spare = room - (count - 1) * size.pitch - size.width;
  const first = from + out * (margins[0] + spare / 2 + size.width / 2);
  const last = first + out * (count - 1) * size.pitch;
  const half = size.width / 2;
  const laid = rows.map((row, index): Row => {
    const foot = bottom - footRoom - index * size.rowPitch;
    const head = foot - size.length;
    const plots = Array.from({ length: count }, (_, place) => {
      const x = first + out * place * size.pitch;
      const shape: XY[] = [
        [x - half, head],
        [x + half, head],
        [x + half, foot],
        [x - half, foot],
      ];
      return { number: String(place + 1), shape };
    });
    const labels = [first - out * (half + 0.85), last + out * (half + 0.85)].map((x): Label => ({
      kind: 'row',
      text: row,
      at: [x, (foot + head) / 2],
      angle: 0,
    }));
    const aisle: XY[] = [
      [from, foot + toAisle],
      [to, foot + toAisle],
    ];
    return { section, row, plots, aisle, labels };
  });
  const top = bottom - footRoom - (rows.length - 1) * size.rowPitch - size.length - titleRoom;
  const title: Label = {
    kind: 'section',
    text: section,
    at: [(first + last) / 2, top + titleRoom / 2],
    angle: 0,
  };
  // the grass runs on under the paths around it, which are drawn over it
  const lawn: XY[] = [
    [from, top - 0.8],
    [to, top - 0.8],
    [to, bottom + 1],
    [from, bottom + 1],
  ];
  return { rows: laid, title, lawn, top };
}

export interface Fan {
  section: string;
  centre: XY;
  /** Middle lines of the paths on both sides, degrees clockwise from up; graves are numbered from the first. */
  from: number;
  to: number;
  /** Room kept free at each end. */
  margin: number;
  /** Distance of the first row's feet from the centre; rows follow outwards. */
  radius: number;
  rows: string[];
}

/** The point at an angle (degrees clockwise from up) and distance. */
export function around([x, y]: XY, angle: number, radius: number): XY {
  const turn = (angle * Math.PI) / 180;
  return [x + radius * Math.sin(turn), y - radius * Math.cos(turn)];
}

/** A bow as a line of short pieces; its ends are exact. Angles and the turn of one piece in degrees. */
export function bow(centre: XY, radius: number, from: number, to: number, piece = 6): XY[] {
  const pieces = Math.max(2, Math.ceil(Math.abs(to - from) / piece));
  return Array.from({ length: pieces + 1 }, (_, i) =>
    around(centre, from + ((to - from) * i) / pieces, radius),
  );
}

/** Bent rows, feet towards the centre. */
export function fan({ section, centre, from, to, margin, radius, rows }: Fan, size: Measure) {
  const out = Math.sign(to - from);
  const half = size.width / 2;
  const degrees = (metres: number, at: number) => ((metres / at) * 180) / Math.PI;
  const laid = rows.map((row, index): Row => {
    const foot = radius + index * size.rowPitch;
    const room = (Math.abs(to - from) * Math.PI * foot) / 180 - 2 * margin;
    const count = Math.floor((room + size.pitch - size.width) / size.pitch + 1e-9);
    const spare = room - (count - 1) * size.pitch - size.width;
    const angle = (place: number) =>
      from + out * degrees(margin + spare / 2 + half + place * size.pitch, foot);
    const plots = Array.from({ length: count }, (_, place) => {
      const [x, y] = around(centre, angle(place), foot);
      const turn = (angle(place) * Math.PI) / 180;
      const corner = (across: number, away: number): XY => [
        x + across * Math.cos(turn) + away * Math.sin(turn),
        y + across * Math.sin(turn) - away * Math.cos(turn),
      ];
      const shape = [
        corner(-half, size.length),
        corner(half, size.length),
        corner(half, 0),
        corner(-half, 0),
      ];
      return { number: String(place + 1), shape };
    });
    const middle = foot + size.length / 2;
    const labels = [-1, count].map((place): Label => {
      // beside the first and the last grave, not a whole grave away
      const beside = angle(place) + (place < 0 ? out : -out) * degrees(size.pitch - half - 0.85, foot);
      return { kind: 'row', text: row, at: around(centre, beside, middle), angle: beside };
    });
    return { section, row, plots, aisle: bow(centre, foot - toAisle, from, to), labels };
  });
  const outer = radius + (rows.length - 1) * size.rowPitch + size.length;
  const inner = radius - footRoom - 1;
  const lawn = [...bow(centre, inner, from, to), ...bow(centre, outer + 1.2, to, from)];
  return { rows: laid, lawn };
}

/** A section's name bent over its fan. */
export function fanTitle(section: string, centre: XY, angle: number, radius: number): Label {
  return { kind: 'section', text: section, at: around(centre, angle, radius), angle, around: centre };
}
