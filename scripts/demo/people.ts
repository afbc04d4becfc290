import type { ExchangeLine } from '../../server/imports/exchange.ts';
import { placeAtoms } from '../../server/places/atoms.ts';
import { nameKey } from '../../server/places/names.ts';
import { gazetteer } from '../../server/places/gazetteer.ts';
import { communes, short, type Commune } from '../generate/homes.ts';
import { generatePeople, writeStone, type Person, type Truth } from '../generate/people.ts';
import { seeded, type Rng } from '../generate/rng.ts';
import { uniqueNames, type FoundBy } from './cemeteries.ts';
import type { Plan } from './plans/index.ts';

/** The dossier that guides and tests speak of. Invented, as all of them. */
const hai: ExchangeLine = {
  code: 'LS0001171',
  name: 'Nguyễn Văn Hải',
  aliases: ['Sáu Hải'],
  gender: 'M',
  birth: '1948',
  home: 'xã Vị Thanh, Chương Thiện',
  enlisted: '2/1966',
  rank: 'Trung sĩ',
  position: 'tiểu đội trưởng',
  unit: 'c3 d5 e12',
  death: '12/5/1968',
  deathPlace: 'mặt trận phía Nam',
  firstBurial: 'bìa rừng ấp 3, xã Vị Bình, Vị Thủy, Hậu Giang',
  certificate: 'AB 123',
  grave: {
    cemetery: 'Nghĩa trang liệt sĩ tỉnh Hậu Giang',
    section: 'A',
    row: '12',
    number: '7',
    inscription: 'LS NG. V. HẢI',
  },
  dna: 'none',
};

const dossiers = 5000;
/** Drawn: more, since some lines are graves without a name. */
const drawnLines = 5500;
const isHai = ({ section, row, number }: Plan['plots'][0]) =>
  section === 'A' && row === '12' && number === '7';

/** Where men lay first, before a cemetery was made. */
const spots = [
  'bìa rừng',
  'ven suối',
  'chân đồi',
  'sau trạm phẫu',
  'bờ kênh',
  'gò đất',
  'cạnh đường giao liên',
];

interface Yard {
  plan: Plan;
  /** Provinces of June 2025 whose men lie here, by section; none means from anywhere. */
  homes: (section: string) => Set<string> | undefined;
  fits: (truth: Truth) => boolean;
  /** Where those who lie here fell. */
  fields: Commune[];
}

const byProvince = new Map<string, Commune[]>();
for (const commune of communes) {
  const key = nameKey(short(commune.province));
  const known = byProvince.get(key);
  if (known) known.push(commune);
  else byProvince.set(key, [commune]);
}
const inProvinces = (...names: string[]) => names.flatMap((name) => byProvince.get(nameKey(name)) ?? []);

/** A section that bears the name of an old province holds its men. */
function provinceCodes(section: string): Set<string> | undefined {
  const { provinces } = gazetteer();
  const found = placeAtoms(section, 1980).provinces.map(([at]) => provinces[at]!.code!);
  return found.length > 0 ? new Set(found) : undefined;
}

function yardOf(plan: Plan): Yard {
  if (plan.key === 'national')
    return {
      plan,
      homes: provinceCodes,
      fits: ({ death }) => death >= 1964 && death <= 1975,
      fields: inProvinces('Quảng Trị', 'Quảng Bình'),
    };
  const delta = inProvinces('Hậu Giang', 'Cần Thơ', 'Sóc Trăng', 'Kiên Giang', 'Vĩnh Long', 'Bạc Liêu');
  const home = new Set(delta.map(({ provinceCode }) => provinceCode));
  return { plan, homes: () => home, fits: () => true, fields: delta };
}

/** Sections of graves whose names nobody knows. */
const isNameless = (section: string) => /chưa biết/i.test(section);

function shuffled<T>(list: T[], rng: Rng): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = rng.int(0, at);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

function nameOf(commune: Commune): string {
  return `xã ${short(commune.commune)}, ${short(commune.district)}, ${short(commune.province)}`;
}

/** What is left of a man known in part: a given name, a year at most. */
function worn(line: ExchangeLine): ExchangeLine {
  const left: ExchangeLine = { ...line, name: line.name!.split(' ').at(-1)! };
  delete left.birth;
  delete left.home;
  delete left.aliases;
  return left;
}

function withoutGrave(line: ExchangeLine): ExchangeLine {
  const left = { ...line };
  delete left.grave;
  return left;
}

function lay(person: Person, { plan, fields }: Yard, plot: Plan['plots'][0], rng: Rng): void {
  const { line, truth } = person;
  const field = rng.pick(fields);
  line.grave = {
    cemetery: plan.cemeteryName,
    section: plot.section,
    row: plot.row,
    number: plot.number,
    ...(rng.chance(0.6) && { inscription: writeStone(truth, rng) }),
  };
  if (rng.chance(0.5))
    line.deathPlace = rng.chance(0.6) ? `${short(field.district)}, ${short(field.province)}` : nameOf(field);
  if (rng.chance(0.4)) line.firstBurial = `${rng.pick(spots)}, ${nameOf(field)}`;
  if (rng.chance(0.05)) person.line = worn(line);
}

/** Lays people into about half of a plan's plots: those whose home suits the section, those of this cemetery first. */
function fill(yard: Yard, pool: Person[], rng: Rng): void {
  const { plan } = yard;
  const plots = shuffled(
    plan.plots.filter(({ section }) => !isNameless(section)),
    rng,
  );
  const wanted = plots
    .filter((plot) => !isHai(plot) || plan.key === 'national')
    .slice(0, Math.round(plan.plots.length / 2));
  const here = (person: Person) => person.truth.cemetery === plan.cemeteryName;
  const waiting = pool.filter(({ truth }) => yard.fits(truth));
  waiting.sort((a, b) => Number(here(b)) - Number(here(a)));
  const taken = new Set<Person>();
  for (const plot of wanted) {
    const homes = yard.homes(plot.section);
    const free = waiting.filter((person) => !taken.has(person));
    const person = free.find(({ truth }) => !homes || homes.has(truth.home.provinceCode)) ?? free[0];
    if (!person) break;
    taken.add(person);
    lay(person, yard, plot, rng);
    // here and there two lie together
    if (rng.chance(0.015) && free.length > 1) {
      const second = free.find((one) => one !== person)!;
      taken.add(second);
      lay(second, yard, plot, rng);
    }
  }
  for (const person of taken) pool.splice(pool.indexOf(person), 1);
}

/** A line of a cemetery elsewhere: the name by which it is found, and now and then where he lay before. */
function settle({ line, truth }: Person, names: Map<string, FoundBy[]>, rng: Rng): ExchangeLine {
  if (!line.grave) return line;
  const known = names.get(line.grave.cemetery) ?? [];
  if (known.length === 0) return withoutGrave(line);
  const cemetery = rng.pick(known);
  // most were gathered from the fields around the cemetery
  const around = inProvinces(cemetery.province);
  const moved = !truth.graveOnly && around.length > 0 && rng.chance(0.25);
  return {
    ...line,
    grave: { ...line.grave, cemetery: cemetery.text },
    ...(moved && { firstBurial: `${rng.pick(spots)}, ${nameOf(rng.pick(around))}` }),
  };
}

/**
 * The exchange lines of the demonstration: 5,000, the same on every machine. About half of the plots of the drawn
 * cemeteries get one, the others lie in the real cemeteries of the list or nowhere known.
 */
export function demoLines(plans: Plan[]): ExchangeLine[] {
  const rng = seeded(1947);
  let named = 1;
  const people = [...generatePeople({ seed: 27, count: drawnLines })].filter(
    ({ line }) => line.code !== hai.code && (line.name === undefined || (named += 1) <= dossiers),
  );
  const drawn = new Set(plans.map(({ cemeteryName }) => cemeteryName));
  const pool = people.filter(
    ({ truth }) => !truth.graveOnly && (truth.cemetery === undefined || drawn.has(truth.cemetery)),
  );
  for (const plan of plans) fill(yardOf(plan), pool, rng);
  // whoever of the drawn cemeteries found no plot lies nowhere known; graves alone are made with the plots
  const left = new Set(pool);
  const names = uniqueNames();
  const lines = people
    .filter(({ truth }) => !(truth.graveOnly && drawn.has(truth.cemetery!)))
    .map((person) => {
      const { line } = person;
      if (left.has(person) || !line.grave) return withoutGrave(line);
      return drawn.has(line.grave.cemetery) ? line : settle(person, names, rng);
    })
    .filter(({ name, grave }) => name !== undefined || grave !== undefined);
  return [hai, ...lines];
}
