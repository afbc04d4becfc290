import { seeded } from '../../generate/rng.ts';
import type { Plan, XY } from './plan.ts';
import { around, bow, type Measure } from './rows.ts';
import { thin } from './thin.ts';
import type { Tie } from './tie.ts';
import { box, oval, Yard } from './yard.ts';

const grave: Measure = { width: 0.95, length: 1.9, pitch: 1.35, rowPitch: 3.1 };

/** Sections are named by provinces of 1976, as in Trường Sơn; from the main path outwards, the lower tier first. */
const tiers = [
  { left: ['Hà Nam Ninh', 'Hà Sơn Bình', 'Hà Bắc'], right: ['Bình Trị Thiên', 'Hải Hưng', 'Thái Bình'] },
  { left: ['Vĩnh Phú', 'Hoàng Liên Sơn', 'Hà Tuyên'], right: ['Hải Phòng', 'Cao Bằng', 'Quảng Ninh'] },
];
const fans = ['Hà Nội', 'Nghệ Tĩnh', 'Thanh Hóa', 'Mộ chưa biết tên'];

/** Middle lines of the paths to the right of the main one, metres. */
const alleys = [25.65, 48.8, 71.95];
const crossings = [-18, -57.2, -96.4];
const monument: XY = [0, -122.5];
const ring = 17;
const outerRing = 49;

/** A large cemetery of 2,000 graves on a slope: two tiers, steps, a monument with bent rows behind it. */
export function national(cemeteryName: string, earth: Tie): Plan {
  const rng = seeded(1977);
  const yard = new Yard(grave);
  layPaths(yard);
  for (const side of [-1, 1]) {
    tiers.forEach((tier, level) =>
      (side < 0 ? tier.left : tier.right).forEach((section, column) =>
        yard.block({
          section,
          from: column === 0 ? 0 : side * alleys[column - 1]!,
          to: side * alleys[column]!,
          margins: [column === 0 ? 5.3 : 2.9, 2.9],
          bottom: crossings[level]! - 2.4,
          // one row was laid in between later
          rows: level === 0 && column === 1 ? named(9, 5) : named(10),
        }),
      ),
    );
  }
  fans.forEach((section, i) => {
    const [west, east] = [-90 + i * 45, -45 + i * 45];
    const [from, to] = i < 2 ? [east, west] : [west, east];
    const rows = named(9);
    yard.fan({ section, centre: monument, from, to, margin: 3, radius: 20.5, rows }, 52.2);
  });
  placeHouses(yard);
  yard.rows = thin(yard.rows, 2000, rng, () => false);

  for (const x of [-1, 1]) {
    yard.plant([3.2, 6.6, 11.6, 15].map((y): XY => [x * 5.4, -y]));
    for (let i = 0; i < 3; i++) yard.plant([[x * (5.6 + i * 3), -100.9]]);
  }
  yard.trees(rng, [-75, -177], [75, -98], 5.6);
  yard.trees(rng, [-75, -16], [75, -1], 5);
  return yard.plan(
    { key: 'national', title: 'Sơ đồ khu mộ', cemeteryName },
    { left: -82, top: -184, width: 6560, height: 7920, metresPerPixel: 0.025 },
    earth,
  );
}

/** Rows 1, 2, 3 …; after one of them comes another with an A. */
function named(count: number, doubled?: number): string[] {
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((row) =>
    row === doubled ? [String(row), `${row}A`] : [String(row)],
  );
}

function layPaths(yard: Yard): void {
  const [first, second, third] = crossings as [number, number, number];
  const [, hill] = monument;
  const south = hill + ring;
  yard.path(
    'đường giữa',
    [
      [0, 0],
      [0, third - 2.6],
    ],
    7,
  );
  yard.path(
    'bậc thềm',
    [
      [0, third - 2.6],
      [0, third - 6.6],
    ],
    7,
    true,
  );
  yard.path(
    'sân đài tưởng niệm',
    [
      [0, third - 6.6],
      [0, south],
    ],
    7,
  );
  for (const y of [(first + second) / 2, (second + third) / 2]) yard.label('path', 'đường giữa', [0, y], -90);
  crossings.forEach((y, i) => {
    yard.path(`đường ngang ${i + 1}`, across(y), i === 2 ? 4.5 : 4);
    for (const side of [-1, 1]) yard.label('path', `đường ngang ${i + 1}`, [side * 37, y]);
  });
  const levels = [
    [first, second],
    [second, third],
  ] as const;
  for (const [side, way] of [
    [-1, 'phía trái'],
    [1, 'phía phải'],
  ] as const) {
    levels.forEach(([low, high], level) => {
      const sections = side < 0 ? tiers[level]!.left : tiers[level]!.right;
      alleys.forEach((x, i) => {
        const name = sections[i + 1] ? `lối sang khu ${sections[i + 1]!}` : `đường bao ${way}`;
        const points: XY[] = [
          [side * x, low],
          [side * x, high],
        ];
        yard.path(name, points, 3);
      });
    });
    // gentle slopes beside the steps
    yard.path(
      `đường dốc ${way}`,
      [[side * 15, third], [side * 15.2, third - 5], around(monument, side * 140, ring)],
      2.6,
    );
    const end = around(monument, side * 90, outerRing);
    yard.path(`đường lên ${way}`, [[side * alleys[1]!, third], [side * alleys[1]!, third - 12], end], 3);
  }
  yard.pave('sân đài tưởng niệm', bow(monument, ring + 1.6, 0, 360, 2).slice(1));
  yard.walk('đường quanh đài tưởng niệm', bow(monument, ring, 0, 360));
  yard.walk('sân đài tưởng niệm', [
    [0, south],
    [0, hill + 6],
  ]);
  for (const angle of [-90, -45, 0, 45, 90]) {
    const points = [around(monument, angle, ring), around(monument, angle, outerRing)];
    const section = fans[Math.max(0, Math.min(3, Math.round((angle + 90) / 45) - (angle > 0 ? 1 : 0)))]!;
    const name = angle === 0 ? 'lối sau đài tưởng niệm' : `lối sang khu ${section}`;
    yard.path(name.replace('khu Mộ', 'khu mộ'), points, angle === 0 ? 3.4 : 2.8);
  }
  yard.path('đường vòng ngoài', bow(monument, outerRing, -90, 90, 3), 3);
}

function across(y: number): XY[] {
  const end = alleys.at(-1)! + 1.5;
  return [
    [-end, y],
    [end, y],
  ];
}

function placeHouses(yard: Yard): void {
  const [, hill] = monument;
  yard.add({ kind: 'gate', name: 'Cổng chính', shape: box([0, 0], 12, 2) });
  for (const side of [-1, 1]) {
    const wall: XY[] = [
      [side * 6, 0],
      [side * 77, 0],
      [side * 77, -179.5],
      [0, -179.5],
    ];
    yard.add({ kind: 'wall', shape: wall });
    const terrace: XY[] = [
      [side * 3.8, crossings[2]! - 6.4],
      [side * 12.6, crossings[2]! - 6.4],
    ];
    yard.add({ kind: 'wall', shape: terrace });
  }
  yard.add({ kind: 'monument', name: 'Đài tưởng niệm', shape: box(monument, 11, 11) });
  yard.add({ kind: 'incense-house', name: 'Nhà thắp hương', shape: box([-62, hill + 2], 9, 7) });
  yard.path('lối vào nhà thắp hương', [around(monument, -90, outerRing), [-57.2, hill]], 2.4);
  yard.add({ kind: 'pond', name: 'Hồ sen', shape: oval([63.5, hill - 4], 14, 24) });
  yard.add({ kind: 'house', name: 'Nhà quản trang', shape: box([-38, -8.6], 11, 6.5) });
  yard.path(
    'lối vào nhà quản trang',
    [
      [0, -9],
      [-32.2, -9],
    ],
    2.6,
  );
}
