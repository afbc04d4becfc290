import { seeded } from '../../generate/rng.ts';
import type { Plan, XY } from './plan.ts';
import { around, bow, type Measure } from './rows.ts';
import { thin } from './thin.ts';
import type { Tie } from './tie.ts';
import { box, oval, Yard } from './yard.ts';

const grave: Measure = { width: 1, length: 2, pitch: 1.5, rowPitch: 3.3 };

const alleys = [21.9, 39];
const crossings = [-13.5, -67.4];
const monument: XY = [0, -84];
const ring = 9.5;
const outerRing = 30;
/** Paths between the bent sections, degrees clockwise from up. */
const rays = [-100, -50, 0, 50, 100];

/** A provincial cemetery of 600 graves in the delta: sections A to H, painted rows, a lotus pond. */
export function provincial(cemeteryName: string, earth: Tie): Plan {
  const rng = seeded(1968);
  const yard = new Yard(grave);
  layPaths(yard);
  const bottom = crossings[0]! - 2.1;
  const long = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '12A', '13'];
  const [inner, outer] = alleys as [number, number];
  for (const [section, side] of [
    ['A', -1],
    ['B', 1],
  ] as const) {
    yard.block({ section, from: 0, to: side * inner, margins: [4.35, 2.55], bottom, rows: long });
  }
  for (const [section, side] of [
    ['C', -1],
    ['D', 1],
  ] as const) {
    const rows = long.slice(0, 11);
    yard.block({ section, from: side * inner, to: side * outer, margins: [2.55, 2.55], bottom, rows });
  }
  ['E', 'F', 'G', 'H'].forEach((section, i) => {
    const [west, east] = [rays[i]!, rays[i + 1]!];
    const [from, to] = i < 2 ? [east, west] : [west, east];
    const rows = long.slice(0, 5);
    yard.fan({ section, centre: monument, from, to, margin: 2.75, radius: 13, rows }, 33.4);
  });
  placeHouses(yard);
  // the row that guides and tests speak of stays whole
  yard.rows = thin(yard.rows, 600, rng, ({ section, row }) => section === 'A' && row === '12');

  for (const side of [-1, 1]) {
    yard.plant([2.9, 6.4, 9.9].map((y): XY => [side * 4.5, -y]));
  }
  yard.trees(rng, [-46, -121], [46, -50], 4.8);
  yard.trees(rng, [-46, -11.5], [46, -0.8], 4.4);
  return yard.plan(
    { key: 'provincial', title: 'Sơ đồ khu mộ', cemeteryName },
    { left: -53.4, top: -127.2, width: 6000, height: 7880, metresPerPixel: 0.0178 },
    earth,
  );
}

function layPaths(yard: Yard): void {
  const [first, second] = crossings as [number, number];
  const [inner, outer] = alleys as [number, number];
  const [, hill] = monument;
  const south = hill + ring;
  yard.path(
    'đường giữa',
    [
      [0, 0],
      [0, second - 2.2],
    ],
    5.5,
  );
  yard.path(
    'bậc thềm',
    [
      [0, second - 2.2],
      [0, second - 5],
    ],
    5.5,
    true,
  );
  yard.path(
    'sân đài tưởng niệm',
    [
      [0, second - 5],
      [0, south],
    ],
    5.5,
  );
  yard.path(
    'đường ngang 1',
    [
      [-outer - 1.25, first],
      [outer + 1.25, first],
    ],
    3.4,
  );
  yard.path(
    'đường ngang 2',
    [
      [-outer - 1.25, second],
      [outer + 1.25, second],
    ],
    3.6,
  );
  yard.label('path', 'đường giữa', [0, (first + second) / 2], -90);
  for (const side of [-1, 1]) {
    yard.label('path', 'đường ngang 1', [side * 12, first]);
    yard.label('path', 'đường ngang 2', [side * 21, second]);
  }
  for (const [side, way, section, last] of [
    [-1, 'phía trái', 'C', 'E'],
    [1, 'phía phải', 'D', 'H'],
  ] as const) {
    yard.path(
      `lối sang khu ${section}`,
      [
        [side * inner, first],
        [side * inner, second],
      ],
      2.5,
    );
    yard.path(
      `đường bao ${way}`,
      [
        [side * outer, first],
        [side * outer, second],
      ],
      2.5,
    );
    yard.path(
      `đường dốc ${way}`,
      [[side * 10, second], [side * 9.6, second - 4], around(monument, side * 140, ring)],
      2.2,
    );
    yard.path(
      `lối lên khu ${last}`,
      [[side * outer, second], [side * 36.5, second - 5], around(monument, side * 100, outerRing)],
      2.5,
    );
  }
  yard.pave('sân đài tưởng niệm', bow(monument, ring + 1.3, 0, 360, 2).slice(1));
  yard.walk('đường quanh đài tưởng niệm', bow(monument, ring, 0, 360));
  yard.walk('sân đài tưởng niệm', [
    [0, south],
    [0, hill + 4],
  ]);
  rays.forEach((angle, i) => {
    const section = ['E', 'F', '', 'G', 'H'][i]!;
    const name = section === '' ? 'lối sau đài tưởng niệm' : `lối sang khu ${section}`;
    const points = [around(monument, angle, ring), around(monument, angle, outerRing)];
    yard.path(name, points, section === '' ? 2.8 : 2.3);
  });
  yard.path('đường vòng ngoài', bow(monument, outerRing, -100, 100, 3), 2.5);
}

function placeHouses(yard: Yard): void {
  const [, hill] = monument;
  yard.add({ kind: 'gate', name: 'Cổng chính', shape: box([0, 0], 9, 1.6) });
  for (const side of [-1, 1]) {
    yard.add({
      kind: 'wall',
      shape: [
        [side * 4.5, 0],
        [side * 48, 0],
        [side * 48, -122.5],
        [0, -122.5],
      ],
    });
    yard.add({
      kind: 'wall',
      shape: [
        [side * 3, crossings[1]! - 4.9],
        [side * 7.2, crossings[1]! - 4.9],
      ],
    });
  }
  yard.add({ kind: 'monument', name: 'Đài tưởng niệm', shape: box(monument, 7, 7) });
  yard.add({ kind: 'incense-house', name: 'Nhà thắp hương', shape: box([-39.5, hill], 7, 6) });
  yard.path('lối vào nhà thắp hương', [around(monument, -90, outerRing), [-36.3, hill]], 2);
  yard.add({ kind: 'pond', name: 'Ao sen', shape: oval([40, hill - 3], 9.5, 17) });
  yard.add({ kind: 'house', name: 'Nhà quản trang', shape: box([-31, -59], 8, 5.4) });
  yard.path(
    'lối vào nhà quản trang',
    [
      [-21.9, -59],
      [-27.2, -59],
    ],
    2,
  );
}
