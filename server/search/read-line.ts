import type { Chip, SearchField } from './contract.ts';
import { placeBytes } from './readings.ts';
import { fold } from '../text/fold.ts';

/** What one line can be taken apart into. */
export interface ReadLine {
  name?: string;
  birthYear?: string;
  deathYear?: string;
  age?: string;
  home?: string;
  deathPlace?: string;
  unit?: string;
  cemetery?: string;
  chips: Chip[];
}

const year = '(1[89]\\d\\d|20[0-2]\\d)';
const day = '(?:ngay\\s+)?(?:\\d{1,2}\\s*[-/.]\\s*){0,2}';
const birthCue = new RegExp(
  `(?:\\bnam\\s+)?\\b(?:sinh|sn|s\\.n|ns|born)\\b\\.?\\s*(?:nam\\s+)?:?\\s*${day}${year}`,
);
const deathCue = new RegExp(
  `\\b(?:hy sinh|hi sinh|hs|h\\/s|mat|tu tran|chet|died)\\b\\.?\\s*(?:nam\\s+)?:?\\s*${day}${year}`,
);
const lifeSpan = new RegExp(`\\(?${year}\\s*[-–]\\s*${year}\\)?`);
const ageCue = /\b(\d{2})\s*(?:tuoi|years? old)\b/;
const level =
  '(?:tieu doi|trung doi|dai doi|tieu doan|trung doan|su doan|lu doan|quan doan|quan khu|binh tram|cong truong|nong truong|mat tran|doan|qk|qd|bt|ct|nt|[abcdefl])';
const unitCue = new RegExp(
  `\\b${level}\\s?[.:]?\\s?\\d{1,4}[a-c]?\\b(?:[\\s,./-]*(?:thuoc\\s+)?\\b${level}\\s?[.:]?\\s?\\d{1,4}[a-c]?\\b)*`,
);
const localCue =
  /\b(?:du kich|huyen doi|tinh doi|xa doi|bo doi dia phuong|dia phuong quan|don vi)\b\s*:?\s*[^,;\d]+/;
const cemeteryCue = /\b(?:nghia trang(?: liet s[iy])?|ntls|n\.t\.l\.s)\b[^,;]*/;
const deathPlaceCue = /\b(?:hy sinh|hi sinh|hs|mat|tu tran|chet)\s+(?:tai|o)\s+([^,;()]+(?:,[^,;()\d]+)*)/;
const homeCue = /\b(?:que quan|nguyen quan|que|nguoi)\b\s*(?:o|tai)?\s*:?\s*([^;()\d]+)/;
const placeWord = /\b(?:xa|phuong|thi tran|huyen|quan|thi xa|tinh|thanh pho|tp|thon|ap|lang|ban)\b\.?\s+\S+/;

/**
 * Takes one line apart: "Nguyen Van Hai sinh 1948 Vi Thanh hy sinh 1968 C3 D5". Cues are taken first, from the surest;
 * what is left begins with the name. Readings that were not sure carry their alternatives.
 */
export function readLine(line: string): ReadLine {
  // Folding keeps the number of letters, so places found in the folded line hold in the written one.
  let written = line.normalize('NFC').replace(/\s+/g, ' ').trim();
  let folded = fold(written);
  const read: ReadLine = { chips: [] };
  const cut = (from: number, length: number) => {
    const hole = ' ; ';
    written = written.slice(0, from) + hole + written.slice(from + length);
    folded = folded.slice(0, from) + hole + folded.slice(from + length);
  };
  type Fact = Exclude<keyof ReadLine, 'chips'>;
  const take = (field: Fact, cue: RegExp, group: number, alternatives: SearchField[] = []): boolean => {
    const found = cue.exec(folded);
    if (found === null || read[field] !== undefined) return false;
    const inside = group === 0 ? 0 : found[0].lastIndexOf(found[group]!);
    const text = written
      .slice(found.index + inside, found.index + inside + found[group]!.length)
      .replace(/[\s,;:.]+$/, '')
      .trim();
    if (text === '') return false;
    note(field, text, written.slice(found.index, found.index + found[0].length).trim(), alternatives);
    cut(found.index, found[0].length);
    return true;
  };
  const note = (field: Fact, text: string, from: string, alternatives: SearchField[] = []) => {
    read[field] = text;
    read.chips.push({
      field,
      text,
      from,
      alternatives: alternatives.map((other) => ({ field: other, text })),
    });
  };

  take('birthYear', birthCue, 1);
  take('deathYear', deathCue, 1);
  const span = lifeSpan.exec(folded);
  if (span !== null && read.birthYear === undefined && read.deathYear === undefined) {
    note('birthYear', span[1]!, span[0]);
    note('deathYear', span[2]!, span[0]);
    cut(span.index, span[0].length);
  }
  take('age', ageCue, 1);
  take('unit', unitCue, 0);
  if (read.unit === undefined) take('unit', localCue, 0);
  take('cemetery', cemeteryCue, 0);
  take('deathPlace', deathPlaceCue, 1);
  take('home', homeCue, 1);
  const alone = new RegExp(`\\b${year}\\b`);
  // A year without a word beside it: the war's years are likelier of death, earlier ones of birth.
  for (let found = alone.exec(folded); found !== null; found = alone.exec(folded)) {
    const isDeath = Number(found[0]) >= 1946 && read.deathYear === undefined;
    const fits = isDeath ? 'deathYear' : 'birthYear';
    if (read[fits] === undefined)
      note(
        fits,
        found[0],
        found[0],
        read[isDeath ? 'birthYear' : 'deathYear'] === undefined ? [isDeath ? 'birthYear' : 'deathYear'] : [],
      );
    cut(found.index, found[0].length);
  }
  readRest(written, read, note);
  return read;
}

function readRest(
  rest: string,
  read: ReadLine,
  note: (
    field: 'name' | 'home' | 'deathPlace',
    text: string,
    from: string,
    alternatives?: SearchField[],
  ) => void,
): void {
  const segments = rest
    .split(/;|\(|\)/)
    .map((segment) => segment.replace(/^[\s,.:/-]+|[\s,:/-]+$/g, ''))
    .filter((segment) => segment !== '');
  const places: string[] = [];
  segments.forEach((segment, at) => {
    if (at > 0 || placeWord.test(fold(segment).slice(0, 12))) {
      places.push(segment);
      return;
    }
    const [name, place] = nameAndPlace(segment);
    note('name', name, name);
    if (place !== undefined) places.unshift(place);
  });
  const place = places.join(', ');
  if (place === '') return;
  // Which of the two was meant cannot be told from the words: the home is what families give.
  if (read.home === undefined)
    note('home', place, place, read.deathPlace === undefined ? ['deathPlace'] : []);
  else if (read.deathPlace === undefined) note('deathPlace', place, place);
}

/** Parts a name from a place that follows it without a sign: the longest ending that is a known place, two words left. */
function nameAndPlace(segment: string): [name: string, place?: string] {
  const comma = /^([^,]+),\s*(.+)$/.exec(segment);
  if (comma !== null) {
    const [name, more] = nameAndPlace(comma[1]!);
    return [name, more === undefined ? comma[2]! : `${more}, ${comma[2]!}`];
  }
  const words = segment.split(' ');
  const cue = words.findIndex(
    (word, at) =>
      at > 0 && /^(xa|phuong|huyen|tinh|thon|ap|o|tai)$/.test(fold(word)) && at < words.length - 1 && at > 1,
  );
  if (cue > 0)
    return [
      words.slice(0, cue).join(' '),
      words
        .slice(cue)
        .join(' ')
        .replace(/^(ở|tại|o|tai) /i, ''),
    ];
  if (words.length < 4) return [segment];
  for (let at = 2; at <= words.length - 2; at++) {
    const place = words.slice(at).join(' ');
    if (isPlace(place)) return [words.slice(0, at).join(' '), place];
  }
  return [segment];
}

const isPlace = (text: string) => {
  const atoms = placeBytes(text, undefined);
  return atoms.length > 0 && atoms[0] !== 3;
};
