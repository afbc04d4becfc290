import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ExchangeLine } from '../../server/imports/exchange.ts';
import { communes, short, writeHome, type Commune } from './homes.ts';
import { drawAlias, drawName, type GivenName } from './names.ts';
import { seeded, weighted, type Rng } from './rng.ts';
import { bare } from './spoil.ts';
import { drawUnit, writeUnit, type TrueUnit } from './units.ts';

/** An invented person as he truly was; the line is what the papers kept of him. */
export interface Truth {
  name: GivenName;
  aliases: string[];
  birth: number;
  death: number;
  home: Commune;
  unit: TrueUnit;
  deathPlace: string;
  cemetery?: string;
  /** True when the line is a grave that no dossier claims. */
  graveOnly: boolean;
}
export interface Person {
  line: ExchangeLine;
  truth: Truth;
}

const cemeteries = parse<Record<string, string>>(
  readFileSync(new URL('../demo/data/cemeteries.csv', import.meta.url)),
  { columns: true },
);
const drawCemetery = weighted(
  cemeteries.map(
    (row) =>
      [
        {
          name: row['name']!,
          district: row['district_before_2025']!,
          province: row['province_before_2025']!,
        },
        Number(row['graves_total']) || 600,
      ] as const,
  ),
);
const warYears = weighted(
  [...Array(44).keys()].map((at) => {
    const year = 1946 + at;
    const weight =
      year < 1955
        ? 16
        : year < 1964
          ? 3
          : year < 1976
            ? [68, 72].includes(year - 1900)
              ? 120
              : 62
            : year < 1979
              ? 12
              : 14;
    return [year, weight] as const;
  }),
);
const ranks = [
  'Binh nhì',
  'Binh nhất',
  'Hạ sĩ',
  'Trung sĩ',
  'Thượng sĩ',
  'Chuẩn úy',
  'Thiếu úy',
  'Trung úy',
  'Thượng úy',
  'Đại úy',
  'Du kích',
];
const posts = [
  'chiến sĩ',
  'chiến sĩ',
  'chiến sĩ',
  'tiểu đội phó',
  'tiểu đội trưởng',
  'trung đội phó',
  'trung đội trưởng',
  'y tá',
  'liên lạc',
  'đại đội phó',
  'đại đội trưởng',
  'chính trị viên',
];
const theatres = [
  'mặt trận phía Nam',
  'Mặt trận phía Nam',
  'Mặt trận Tây Nguyên',
  'Quân khu 5',
  'Đường 9 - Nam Lào',
  'Lào',
  'Nam Bộ',
  'Mặt trận B2',
  'Trị Thiên',
  'Campuchia',
  'biên giới Tây Nam',
  'mặt trận phía Bắc',
];
const southern = communes.filter(({ provinceCode }) => Number(provinceCode) >= 44);

/**
 * Invents people: the same seed and count give the same ones. Lines carry the mess of real lists: missing years, lost
 * marks, units in six notations, old provinces, theatre-wide death places, aliases, shared and unknown graves.
 * Nobody of them lived; frequencies of names are those of data/README.md.
 * @param count how many lines; `firstCode` the number of the first code, LS0000001 by default
 */
export function* generatePeople({
  seed,
  count,
  firstCode = 1,
}: {
  seed: number;
  count: number;
  firstCode?: number;
}): Iterable<Person> {
  const rng = seeded(seed);
  const taken = new Map<string, number>();
  for (let at = 0; at < count; at++) yield person(rng, `LS${String(firstCode + at).padStart(7, '0')}`, taken);
}

function person(rng: Rng, code: string, taken: Map<string, number>): Person {
  const name = drawName(rng);
  const death = warYears(rng);
  const age = Math.round(18 + 14 * rng.next() ** 2 + (rng.chance(0.08) ? 15 * rng.next() : 0));
  const home = rng.pick(communes);
  const place = rng.chance(0.75) ? rng.pick(southern) : home;
  const cemetery = rng.chance(0.6) ? drawCemetery(rng) : undefined;
  const truth: Truth = {
    name,
    aliases: rng.chance(0.1) ? [drawAlias(name, rng)] : [],
    birth: death - age,
    death,
    home,
    unit: drawUnit(rng, short(place.district)),
    deathPlace: rng.chance(0.3) ? rng.pick(theatres) : writeHome(place, rng),
    graveOnly: rng.chance(0.06),
    ...(cemetery === undefined ? {} : { cemetery: cemetery.name }),
  };
  if (truth.graveOnly) {
    truth.cemetery ??= drawCemetery(rng).name;
    return { line: { grave: writeGrave(truth, rng, taken) }, truth };
  }
  return { line: writeLine(truth, code, rng, taken), truth };
}

function writeLine(truth: Truth, code: string, rng: Rng, taken: Map<string, number>): ExchangeLine {
  const full = truth.name.parts.join(' ');
  const lost = rng.next();
  const maybe = <K extends keyof ExchangeLine>(
    key: K,
    share: number,
    value: () => NonNullable<ExchangeLine[K]>,
  ) => (rng.chance(share) ? { [key]: value() } : {});
  return {
    code,
    name: lost < 0.05 ? bare(full) : lost < 0.12 ? full.toUpperCase() : full,
    ...(truth.aliases.length > 0 ? { aliases: truth.aliases } : {}),
    ...maybe('gender', 0.8, () => truth.name.sex),
    ...maybe('birth', 0.85, () => writeDate(truth.birth + near(rng, 0.12), rng, 0.75)),
    ...maybe('home', 0.95, () => writeHome(truth.home, rng)),
    ...maybe('enlisted', 0.5, () =>
      writeDate(Math.max(truth.birth + 16, truth.death - rng.int(0, 6)), rng, 0.6),
    ),
    ...maybe('rank', 0.6, () => rng.pick(ranks)),
    ...maybe('position', 0.5, () => rng.pick(posts)),
    ...maybe('unit', 0.78, () => writeUnit(truth.unit, rng)),
    ...maybe('death', 0.94, () => writeDate(truth.death + (rng.chance(0.03) ? 1 : 0), rng, 0.2)),
    ...maybe('deathPlace', 0.75, () => truth.deathPlace),
    ...maybe('certificate', 0.5, () => `${rng.pick(['AB', 'LD', 'TL', 'HT'])} ${rng.int(100, 99999)}`),
    ...(truth.cemetery === undefined ? {} : { grave: writeGrave(truth, rng, taken) }),
    dna: rng.pick([
      'none',
      'none',
      'none',
      'none',
      'none',
      'none',
      'none',
      'none',
      'sampled',
      'decided',
    ] as const),
  };
}

const near = (rng: Rng, share: number) => (rng.chance(share) ? rng.pick([-2, -1, -1, 1, 1, 2]) : 0);

/** @param yearOnly share of dates of which only the year is known */
function writeDate(year: number, rng: Rng, yearOnly: number): string {
  if (rng.chance(yearOnly)) return String(year);
  const month = rng.int(1, 12);
  if (rng.chance(0.2)) return `${month}/${year}`;
  const mark = rng.chance(0.2) ? '-' : '/';
  return [rng.int(1, 28), month, year].join(mark);
}

function writeGrave(truth: Truth, rng: Rng, taken: Map<string, number>): NonNullable<ExchangeLine['grave']> {
  const cemetery = truth.cemetery!;
  const place = (taken.get(cemetery) ?? 0) + 1;
  taken.set(cemetery, place);
  // One in fifty lies with the one before: a shared grave.
  const seat = !truth.graveOnly && rng.chance(0.02) && place > 1 ? place - 1 : place;
  const unknown = truth.graveOnly && rng.chance(0.5);
  const inscribed = truth.graveOnly || rng.chance(0.5);
  return {
    cemetery,
    section: 'ABCDEFGHKLMN'[Math.floor(seat / 2000) % 12]!,
    row: String((Math.floor(seat / 40) % 50) + 1),
    number: String((seat % 40) + 1 + Math.floor(seat / 24000) * 40),
    ...(inscribed
      ? {
          inscription: unknown
            ? rng.pick(['Mộ liệt sĩ chưa biết tên', 'LIỆT SĨ CHƯA XÁC ĐỊNH ĐƯỢC THÔNG TIN'])
            : writeStone(truth, rng),
        }
      : {}),
  };
}

/** A stone: capitals, cut words, letters worn away. */
export function writeStone(truth: Truth, rng: Rng): string {
  const parts = truth.name.parts.map((part) => part.toUpperCase());
  const shape = rng.next();
  const name =
    shape < 0.4
      ? parts
      : shape < 0.6 && parts.length > 2
        ? [
            ...parts.slice(0, -1).map((part) => `${/^(NG|TR|PH|TH)/.exec(part)?.[0] ?? part[0]!}.`),
            parts.at(-1)!,
          ]
        : parts.map((part) => wear(part, rng, truth.graveOnly ? 0.22 : 0.1));
  const years = rng.chance(0.4) ? ` HY SINH ${truth.death}` : '';
  return `${rng.pick(['LS ', 'LIỆT SĨ ', 'LS. ', ''])}${name.join(' ')}${years}`;
}

/** Letters that weather took: each but the first with a chance. */
export const wear = (part: string, rng: Rng, share: number): string =>
  Array.from(part)
    .map((letter, at) => (at > 0 && rng.chance(share) ? '?' : letter))
    .join('');
