import type { DecodeAnswer, DecodeQuestion, UnitMeaning } from './contract.ts';
import { elementText, type Element } from './element.ts';
import {
  codeKey,
  elementKey,
  parentsOf,
  seedGazetteer,
  type Gazetteer,
  type Unit,
  type UnitCode,
} from './gazetteer.ts';
import { parseUnit } from './parse.ts';
import { fold } from './read/text.ts';
import { weigh, type Weight } from './weigh.ts';
import { unitInWords } from './words.ts';

/** Where a candidate starts before year, theatre, source and parents are weighed. */
const BASE = { designation: 0.45, number: 0.3, code: 0.4, words: 0.3 };
/** Levels below the gazetteer: a company is told by its battalion. */
const SMALL = new Set(['a', 'b', 'c']);
/** A seed row with this meaning says that the code was seen and is not understood. */
const NOT_KNOWN = /^không rõ/;
/** A seed row with this note is told for completeness: today's number plates and the like. */
const NOT_FOR_PAPERS = /không dùng để giải mã/;

interface Candidate extends Weight {
  at: number;
  /** Found by its designation, so that its own period counts and not that of a code. */
  named?: true;
  unit?: Unit;
  words?: UnitCode;
  sources: string[];
  confidence: UnitCode['confidence'];
}

/** Keys under which an element may stand in the code table. */
function codeKeys(element: Element): string[] {
  if ('level' in element) {
    if (SMALL.has(element.level)) return [];
    const own = codeKey(element.level + element.number);
    return element.level === 'khu' || element.level === 'qk' ? [own] : [own, codeKey(element.number)];
  }
  const value = codeKey(element.value);
  const spelled: Partial<Record<string, string[]>> = {
    ct: [`ct${value}`, `congtruong${value}`],
    nt: [`nt${value}`, `nongtruong${value}`],
    doan: [`doan${value}`, value],
    mt: [`mt${value}`, value],
    name: [value, value.replace(/^(tieu|trung|su|quan|lu|dai)(doan|doi)/, '')],
  };
  return spelled[element.tag] ?? [value];
}

/** Keys of units that the element may name; Khu and Quân khu were said of the same command. */
function unitKeys(element: Element): string[] {
  const own = elementKey(element);
  if ('level' in element && (element.level === 'qk' || element.level === 'khu')) {
    return [`qk${fold(element.number)}`, `khu${fold(element.number)}`];
  }
  return [own];
}

function byDesignation(gazetteer: Gazetteer, element: Element, at: number): Candidate[] {
  const text = elementText(element);
  const found = unitKeys(element).flatMap((key) => gazetteer.byElement.get(key) ?? []);
  const named = [...new Set(found)].map((unit): Candidate => ({
    at,
    named: true,
    unit,
    score: BASE.designation,
    steps: [
      {
        vi: `"${text}" là phiên hiệu của ${unit.designation}`,
        en: `"${text}" is a designation of ${unit.designation}`,
      },
    ],
    sources: [unit.source],
    confidence: unit.confidence,
  }));
  if (!('level' in element)) return named;
  // "271" as the other side numbered Trung đoàn 1: the bare number belongs to a unit of the same level.
  const byNumber = (gazetteer.byElement.get(`num:${fold(element.number)}`) ?? []).filter(
    (unit) => unit.level === element.level && !found.includes(unit),
  );
  return [
    ...named,
    ...byNumber.map((unit): Candidate => ({
      at,
      unit,
      score: BASE.number,
      steps: [
        {
          vi: `số ${element.number} còn là cách gọi khác của ${unit.designation}`,
          en: `${element.number} is also another name of ${unit.designation}`,
        },
      ],
      sources: [unit.source],
      confidence: unit.confidence,
    })),
  ];
}

function byCode(gazetteer: Gazetteer, element: Element, at: number): Candidate[] {
  const rows = codeKeys(element).flatMap((key) => gazetteer.codes.get(key) ?? []);
  const letter =
    'tag' in element && element.tag === 'code' ? /^([HPQ])\d/.exec(element.value)?.[1] : undefined;
  const general = rows.length === 0 && letter ? (gazetteer.codes.get(fold(letter)) ?? []) : [];
  return [...new Set([...rows, ...general])]
    .filter((row) => !NOT_KNOWN.test(row.meaning))
    .flatMap((row): Candidate[] => {
      const unit = gazetteer.units.get(row.unitId);
      // A bare number in the table speaks of one level only.
      if ('level' in element && unit && unit.level !== element.level && element.level !== 'khu') return [];
      if ('level' in element && !unit && /^\d/.test(row.code)) return [];
      const step = { vi: `ký hiệu ${row.code}: ${row.meaning}`, en: `code ${row.code}: ${row.meaning}` };
      const note = row.note === '' ? [] : [{ vi: row.note, en: row.note }];
      return [
        {
          at,
          ...(unit ? { unit } : {}),
          words: row,
          score: (unit ? BASE.code : BASE.words) * (NOT_FOR_PAPERS.test(row.note) ? 0.3 : 1),
          steps: [step, ...note],
          sources: [row.source],
          confidence: row.confidence,
        },
      ];
    });
}

/** What is told of codes that were seen and whose meaning was not found. */
function seenOnly(gazetteer: Gazetteer, chain: readonly Element[]): string[] {
  const rows = chain.flatMap((element) => codeKeys(element).flatMap((key) => gazetteer.codes.get(key) ?? []));
  const seen = rows.filter((row) => NOT_KNOWN.test(row.meaning));
  return [
    ...new Set(seen.map((row) => [`${row.code}: ${row.meaning}`, row.note].filter(Boolean).join('; '))),
  ];
}

/** K and a number, met in the South, was mostly a battalion (codes.csv, K2 and K3). */
function battalionK(element: Element, at: number): Candidate[] {
  const number =
    'tag' in element && element.tag === 'code' ? /^K(\d{1,3})$/.exec(element.value)?.[1] : undefined;
  if (!number) return [];
  const row: UnitCode = {
    code: `K${number}`,
    kind: 'ký hiệu',
    meaning: `tiểu đoàn ${number} (miền Nam dùng K = tiểu đoàn)`,
    unitId: '',
    from: '1960',
    to: '1975',
    theatre: '',
    confidence: 'unverified',
    source: 'general knowledge, unverified',
    note: '',
  };
  const step = {
    vi: `K trước một số thường là tiểu đoàn: tiểu đoàn ${number}`,
    en: `K before a number is mostly a battalion: Battalion ${number}`,
  };
  return [
    { at, words: row, score: BASE.words, steps: [step], sources: [row.source], confidence: 'unverified' },
  ];
}

/** The same unit told by its designation and by a code is one candidate with both sources. */
function merged(candidates: readonly Candidate[]): Candidate[] {
  const byUnit = new Map<string, Candidate>();
  const out: Candidate[] = [];
  const rank = { 'verified-source': 2, secondary: 1, unverified: 0 };
  for (const candidate of candidates) {
    const key = candidate.unit?.id;
    const first = key === undefined ? undefined : byUnit.get(key);
    if (!first) {
      out.push(candidate);
      if (key !== undefined) byUnit.set(key, candidate);
      continue;
    }
    first.score = Math.max(first.score, candidate.score) + 0.05;
    if (!first.named && !first.words && candidate.words) first.words = candidate.words;
    first.steps.push(...candidate.steps);
    first.sources.push(...candidate.sources.filter((source) => !first.sources.includes(source)));
    if (rank[candidate.confidence] > rank[first.confidence]) first.confidence = candidate.confidence;
  }
  return out;
}

/** Weighs the other elements of the chain: a unit above that is among the parents speaks for the candidate. */
function weighParents(
  gazetteer: Gazetteer,
  chain: readonly Element[],
  groups: readonly Candidate[][],
  candidate: Candidate,
): void {
  if (!candidate.unit) return;
  const parents = parentsOf(gazetteer, candidate.unit);
  for (let above = candidate.at + 1; above < chain.length; above++) {
    const ids = new Set((groups[above] ?? []).flatMap(({ unit }) => (unit ? [unit.id] : [])));
    const text = elementText(chain[above]!);
    if (ids.size === 0) continue;
    const parent = parents.find(({ id }) => ids.has(id));
    // The next row of the same unit has another parent: the number and not the row decides.
    if (parent) {
      candidate.score += 0.25;
      candidate.steps.push({
        vi: `thuộc ${parent.designation}, đúng với "${text}"`,
        en: `part of ${parent.designation}, as "${text}" says`,
      });
    } else {
      candidate.score *= 0.5;
      candidate.steps.push({ vi: `không thấy thuộc "${text}"`, en: `not known as part of "${text}"` });
    }
  }
}

function meaningOf(gazetteer: Gazetteer, chain: readonly Element[], candidate: Candidate): UnitMeaning {
  const { unit, words, at } = candidate;
  const known = unit ?? {
    designation: words!.meaning,
    level: '',
    from: words!.from,
    to: words!.to,
    area: '',
    theatre: words!.theatre,
  };
  return {
    element: elementText(chain[at]!),
    ...(unit ? { unit: unit.id } : {}),
    designation: known.designation,
    level: known.level,
    parents: unit ? parentsOf(gazetteer, unit).map(({ id, designation }) => ({ unit: id, designation })) : [],
    from: known.from,
    to: known.to,
    area: known.area,
    theatre: known.theatre,
    confidence: candidate.confidence,
    verified: candidate.confidence === 'verified-source',
    sources: candidate.sources,
    score: Math.round(Math.min(1, candidate.score) * 1000) / 1000,
    steps: candidate.steps,
  };
}

/** A battalion numbered within its regiment (1–9) is no riddle once the regiment is known. */
function plainWithin(element: Element, decodedAbove: boolean): boolean {
  if (!('level' in element)) return element.tag === 'local' || element.tag === 'other';
  return (
    SMALL.has(element.level) ||
    element.number === '?' ||
    (element.level === 'd' && element.number.length === 1 && decodedAbove)
  );
}

/**
 * What a unit string can mean: the words are read (`parseUnit`), each element is looked up in the gazetteer, and the
 * candidates are ranked by source, year, theatre, home and the other elements of the chain. Ambiguous codes keep all
 * their meanings; what is not known is said so.
 */
export function decodeUnit(question: DecodeQuestion, gazetteer: Gazetteer = seedGazetteer()): DecodeAnswer {
  const reading = parseUnit(question.text);
  const { chain } = reading;
  const groups = chain.map((element, at) => {
    const found = merged([...byDesignation(gazetteer, element, at), ...byCode(gazetteer, element, at)]);
    return found.some(({ words }) => words?.meaning.startsWith('tiểu đoàn'))
      ? found
      : [...found, ...battalionK(element, at)];
  });
  for (const candidate of groups.flat()) {
    const { unit, words } = candidate;
    const period = unit ?? { from: words!.from, to: words!.to, theatre: words!.theatre, area: '' };
    // A code's own years count where it has them: "271" was said from 1964 to 1972, whatever came of the regiment.
    const ownYears = !candidate.named && words !== undefined && (words.from !== '' || words.to !== '');
    const told = ownYears ? { ...period, from: words.from, to: words.to } : period;
    weighParents(gazetteer, chain, groups, candidate);
    weigh(candidate, told, candidate.confidence, question);
  }
  const meanings = groups
    .flat()
    .map((candidate) => meaningOf(gazetteer, chain, candidate))
    .sort((x, y) => y.score - x.score);
  const unknown = chain
    .filter(
      (element, at) =>
        groups[at]!.length === 0 &&
        !plainWithin(
          element,
          groups.slice(at + 1).some((group) => group.length > 0),
        ),
    )
    .map(elementText);
  return {
    chain: reading.chainText,
    words: { vi: unitInWords(reading, 'vi'), en: unitInWords(reading, 'en') },
    post: reading.post,
    place: reading.place,
    sure: reading.sure,
    notes: [...reading.notes, ...seenOnly(gazetteer, chain)],
    meanings,
    unknown,
  };
}
