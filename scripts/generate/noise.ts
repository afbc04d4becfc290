import { rememberHome } from './homes.ts';
import type { Person } from './people.ts';
import { wear } from './people.ts';
import type { Rng } from './rng.ts';
import { asTcvn3, asVniWindows, bare, moveTone, rawTyping, takeTone } from './spoil.ts';
import { writeUnit } from './units.ts';

/** Ways in which what a family types differs from the file (issue 5, point 1). */
export const noiseKinds = [
  'exact',
  'no-accents',
  'tone-moved',
  'i-y',
  'telex',
  'vni',
  'ear-north',
  'ear-centre',
  'ear-south',
  'dropped-part',
  'swapped',
  'abbreviated',
  'one-letter',
  'two-letters',
  'eroded',
  'alias',
  'woman',
  'ethnic',
  'decomposed',
  'code-page',
] as const;
export type NoiseKind = (typeof noiseKinds)[number];

export type FactKind = 'birthYear' | 'home' | 'unit' | 'deathYear' | 'deathPlace' | 'cemetery';
export const factKinds: FactKind[] = ['birthYear', 'home', 'unit', 'deathYear', 'deathPlace', 'cemetery'];

/** What is typed for a person: a name and some facts. Fields are those of `/search`. */
export type NoisyQuery = { name: string } & Partial<Record<FactKind, string>>;

/** Whether a kind of noise can happen to a person: only who has an alias is sought by it. */
export function suits({ line, truth }: Person, kind: NoiseKind): boolean {
  const parts = truth.name.parts;
  const spelling = parts.join(' ');
  switch (kind) {
    case 'alias':
      return truth.aliases.length > 0 && line.name !== undefined;
    case 'woman':
      return truth.name.sex === 'F';
    case 'ethnic':
      return truth.name.people !== 'kinh';
    case 'tone-moved':
      return parts.some((part) => moveTone(part) !== part);
    case 'i-y':
      return parts.some((part) => swapY(part) !== part);
    case 'ear-north':
    case 'ear-centre':
    case 'ear-south':
      return parts.some((part) => ears[kind].some(([pattern]) => pattern.test(part.toLowerCase())));
    case 'dropped-part':
    case 'swapped':
      return parts.length > 2 || (kind === 'swapped' && parts.length > 1 && truth.name.people !== 'highland');
    case 'telex':
    case 'vni':
    case 'code-page':
      return bare(spelling) !== spelling;
    default:
      return true;
  }
}

/**
 * A query for a person as people type it, with one kind of noise on the name.
 * @param facts how many facts are given besides; fewer when the record holds fewer
 * @param wrong how many more are given that are wrong
 */
export function noisyQuery(person: Person, kind: NoiseKind, rng: Rng, facts = 2, wrong = 0): NoisyQuery {
  const { truth } = person;
  const known = shuffled(
    factKinds.filter((fact) => hasFact(person, fact)),
    rng,
  );
  const query: NoisyQuery = { name: noisyName(person, kind, rng) };
  for (const fact of known.slice(0, facts)) query[fact] = factOf(person, fact, rng);
  for (const fact of known.slice(facts, facts + wrong)) query[fact] = wrongFact(fact, truth, rng);
  return query;
}

const shuffled = <T>(list: T[], rng: Rng): T[] =>
  list
    .map((item) => [rng.next(), item] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);

function hasFact({ line, truth }: Person, fact: FactKind): boolean {
  switch (fact) {
    case 'birthYear':
      return line.birth !== undefined;
    case 'deathYear':
      return line.death !== undefined || / HY SINH /.test(line.grave?.inscription ?? '');
    case 'home':
      return line.home !== undefined;
    case 'unit':
      return line.unit !== undefined;
    case 'deathPlace':
      return line.deathPlace !== undefined;
    case 'cemetery':
      return truth.cemetery !== undefined;
  }
}

/** A fact as a family remembers it: years a little off, places by old names, units in another notation. */
function factOf({ truth, line }: Person, fact: FactKind, rng: Rng): string {
  switch (fact) {
    case 'birthYear':
      return String(truth.birth + (rng.chance(0.25) ? rng.pick([-2, -1, -1, 1, 1, 2]) : 0));
    case 'deathYear':
      return String(truth.death + (rng.chance(0.12) ? rng.pick([-1, 1, 1, 2]) : 0));
    case 'home':
      return rememberHome(truth.home, rng);
    case 'unit':
      return writeUnit(truth.unit, rng);
    case 'deathPlace': {
      const parts = line.deathPlace!.split(', ');
      const text = parts.slice(Math.min(parts.length - 1, rng.int(0, 1))).join(', ');
      return rng.chance(0.4) ? bare(text) : text;
    }
    case 'cemetery':
      return rng.chance(0.4)
        ? bare(truth.cemetery!)
        : truth.cemetery!.replace(/^Nghĩa trang liệt sĩ /, 'NTLS ');
  }
}

function wrongFact(fact: FactKind, truth: Person['truth'], rng: Rng): string {
  switch (fact) {
    case 'birthYear':
      return String(truth.birth + rng.pick([-9, -7, -5, 5, 7, 9]));
    case 'deathYear':
      return String(truth.death + rng.pick([-6, -5, -4, 4, 5, 6]));
    case 'home':
    case 'deathPlace':
      return rng.pick([
        'Thạch Hà, Hà Tĩnh',
        'Kiến Xương, Thái Bình',
        'Ba Vì, Hà Tây',
        'Quảng Xương, Thanh Hóa',
        'Mỏ Cày, Bến Tre',
      ]);
    case 'unit':
      return `d${rng.int(1, 12)} e${rng.int(1, 320)}`;
    case 'cemetery':
      return rng.pick(['Nghĩa trang liệt sĩ quốc gia Trường Sơn', 'NTLS Đường 9', 'NTLS tỉnh Tây Ninh']);
  }
}

type Change = [RegExp, string];
/** What each ear writes for the other; on lower case syllables. */
const ears: Record<'ear-north' | 'ear-centre' | 'ear-south', Change[]> = {
  'ear-north': [
    [/^l(?=[aeiouyàáảãạăâêôơưđ])/, 'n'],
    [/^n(?![gh])/, 'l'],
    [/^s/, 'x'],
    [/^x/, 's'],
    [/^tr/, 'ch'],
    [/^ch/, 'tr'],
    [/^gi(?=[aeouăâêôơư])/, 'd'],
    [/^d/, 'gi'],
    [/^r/, 'd'],
    [/ưu$/, 'iu'],
    [/ươu$/, 'iêu'],
  ],
  'ear-centre': [[/[\u1ea3\u1ebb\u1ec9\u1ecf\u1ee7\u1ef7ãẽĩõũỹẩẫẳẵểễổỗởỡửữ]/, '']],
  'ear-south': [
    [/^v/, 'd'],
    [/n$/, 'ng'],
    [/(?<=[aăâuưươoôeê])ng$/, 'n'],
    [/t$/, 'c'],
    [/c$/, 't'],
  ],
};

function noisyName({ truth }: Person, kind: NoiseKind, rng: Rng): string {
  const parts = truth.name.parts;
  const full = parts.join(' ');
  switch (kind) {
    case 'exact':
      return full;
    case 'woman':
    case 'ethnic':
      return rng.chance(0.5) ? bare(full) : full;
    case 'no-accents':
      return rng.chance(0.3) ? bare(full).toUpperCase().replaceAll(' ', '  ') : bare(full).toLowerCase();
    case 'tone-moved':
      return parts.map(moveTone).join(' ');
    case 'i-y':
      return parts.map(swapY).join(' ');
    case 'telex':
    case 'vni':
      return parts.map((part) => rawTyping(part, kind)).join(' ');
    case 'ear-north':
    case 'ear-south':
      return byEar(parts, ears[kind], rng);
    case 'ear-centre':
      return parts.map(otherTone).join(' ');
    case 'dropped-part': {
      const dropped = parts.length === 3 || rng.chance(0.6) ? 1 : 0;
      const text = parts.filter((_, at) => at !== dropped).join(' ');
      return rng.chance(0.5) ? bare(text) : text;
    }
    case 'swapped': {
      const given = parts.at(-1)!;
      const rest = parts.slice(0, -1);
      const text = rng
        .pick([
          [given, ...rest],
          [given, ...[...rest].reverse()],
          [given, rest[0]!],
        ])
        .join(' ');
      return rng.chance(0.5) ? bare(text) : text;
    }
    case 'abbreviated':
      return [...parts.slice(0, -1).map((part) => cutShort(part, rng)), parts.at(-1)!].join(' ');
    case 'one-letter':
      return misspelt(rng.chance(0.5) ? bare(full) : full, 1, rng);
    case 'two-letters':
      return misspelt(rng.chance(0.5) ? bare(full) : full, 2, rng);
    case 'eroded':
      return eroded(parts, rng);
    case 'alias': {
      const alias = rng.pick(truth.aliases);
      return rng.chance(0.5) ? bare(alias) : alias;
    }
    case 'decomposed':
      return full.normalize('NFD');
    case 'code-page':
      return rng.chance(0.5) ? asTcvn3(full) : asVniWindows(full);
  }
}

/** y and i at a syllable's end: Lý and Lí, Quý and Quí, Vĩ and Vỹ. */
function swapY(part: string): string {
  const { letters, tone } = takeTone(part);
  const other = /(?<=^[hklmstvHKLMSTV])y$/.test(letters)
    ? letters.replace(/y$/, 'i')
    : /(?<=^[hklmstvHKLMSTV])i$/.test(letters)
      ? letters.replace(/i$/, 'y')
      : letters.replace(/(?<=[qQ]u)y$/, 'i');
  if (other === letters) return part;
  return tone < 0 ? other : (other + '\u0300\u0301\u0309\u0303\u0323'[tone]!).normalize('NFC');
}

/** hỏi and ngã said as one, and their marks mixed up. */
const otherTone = (part: string): string =>
  part
    .normalize('NFD')
    .replace(/[\u0309\u0303]/g, (mark) => (mark === '\u0309' ? '\u0303' : '\u0309'))
    .normalize('NFC');

function byEar(parts: string[], changes: Change[], rng: Rng): string {
  const can = parts.flatMap((part, at) =>
    changes.filter(([pattern]) => pattern.test(part.toLowerCase())).map((change) => ({ at, change })),
  );
  const chosen = rng.pick(can);
  const heard = parts
    .map((part, at) =>
      at === chosen.at ? part.toLowerCase().replace(chosen.change[0], chosen.change[1]) : part,
    )
    .join(' ');
  return rng.chance(0.5) ? bare(heard) : heard;
}

const cutShort = (part: string, rng: Rng): string => {
  const onset = /^(ngh|ng|nh|tr|th|ph|kh|ch|gi|qu|[^aeiouyăâêôơư])/i.exec(bare(part))?.[0] ?? part[0]!;
  const cut = rng.chance(0.5) ? part.slice(0, onset.length) : part.slice(0, 1);
  return `${cut}${rng.chance(0.8) ? '.' : ''}`;
};

/** One or two letters exchanged, left out, doubled or put in. */
function misspelt(text: string, letters: number, rng: Rng): string {
  let out = Array.from(text);
  for (let times = 0; times < letters; times++) {
    const at = rng.pick(out.flatMap((letter, index) => (letter === ' ' ? [] : [index])));
    const letter = 'abcdeghiklmnopqrstuvxy'[rng.int(0, 21)]!;
    const kind = rng.int(0, 3);
    if (kind === 0) out[at] = letter;
    else if (kind === 1 && out.length > 6 && out[at - 1] !== ' ' && out[at - 1] !== undefined)
      out.splice(at, 1);
    else if (kind === 2) out.splice(at, 0, letter);
    else if (out[at + 1] !== undefined && out[at + 1] !== ' ')
      [out[at], out[at + 1]] = [out[at + 1]!, out[at]!];
    else out[at] = letter;
  }
  out = out.filter((letter) => letter !== '');
  return out.join('');
}

function eroded(parts: string[], rng: Rng): string {
  for (let tries = 0; tries < 20; tries++) {
    const worn = parts.map((part) => wear(part, rng, 0.25)).join(' ');
    const holes = Array.from(worn).filter((letter) => letter === '?').length;
    if (holes > 0 && holes < worn.length / 2) return worn.replaceAll('?', rng.pick(['?', '_', '?']));
  }
  return `${parts.slice(0, -1).join(' ')} ${parts.at(-1)!.slice(0, 1)}?`;
}
