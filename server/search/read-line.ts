import type { Chip, SearchField } from './contract.ts';
import { readingsOf } from '../places/resolve.ts';
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
  // "hy sinh 1968" is a death and no birth
  `(?<!\\bh[yi]\\s)(?:\\bnam\\s+)?\\b(?<!\\bh[yi]\\s)(?:sinh|sn|s\\.n|ns|born)\\b\\.?\\s*(?:nam\\s+)?:?\\s*${day}${year}`,
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
const deathPlaceCue = new RegExp(
  `\\b(?:hy sinh|hi sinh|hs|mat|tu tran|chet)\\s+(?:tai|o)\\s+([^,;()]+?(?:,[^,;()\\d]+)*)(?=\\s*(?:\\b(?:nam|ngay|hoi)\\b\\s*)*${day}${year}|[,;()]|$)`,
);
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
  const pieces = rest
    .split(/[;,()]/)
    .map((piece) => piece.replace(/^[\s,.:/-]+|[\s,:/-]+$/g, ''))
    .filter((piece) => piece !== '')
    // "năm", left over from a year that was taken, is no name where a whole one stands beside it
    .filter((piece, _at, all) => !/^(nam|ngay|hoi)$/.test(fold(piece)) || !all.some(beginsAsName));
  // The name is the first piece that can be one: people also begin with the place.
  const at = Math.max(0, pieces.findIndex(mayBeName));
  const places = pieces.filter((_piece, index) => index !== at);
  const first = pieces[at];
  if (first !== undefined) {
    const [name, place] = nameAndPlace(first);
    if (place !== undefined) places.splice(at, 0, place);
    const bare = name.replace(honorific, '');
    if (bare !== '') note('name', bare, name);
  }
  const place = places.join(', ');
  if (place === '') return;
  // Which of the two was meant cannot be told from the words: the home is what families give.
  const other: SearchField[] = read.deathPlace === undefined ? ['deathPlace'] : [];
  if (read.home === undefined)
    note('home', place, place, read.name === undefined ? ['name', ...other] : other);
  else if (read.deathPlace === undefined) note('deathPlace', place, place);
}

/** How a name is led in on papers and by families; "Ba", "Tư" … stay, for they are names that people went by. */
const honorific =
  /^(?:(?:liệt s[ĩỹ]|liet s[iy]|ls|đồng chí|dong chi|anh hùng|anh hung)\.?\s+|(?:anh|chị|chi|ông|ong|bác|bac)\s+(?=\S+$))/iu;

/** The family names of nine in ten Vietnamese, without marks: what begins so may be a name even where it is a place too. */
const familyNames = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh truong doan mai lam cao luu ' +
    'ha vuong ta chu trieu thai lieu luong dao dam la quach kieu to tong nghiem khuc thach danh son kim chau diep'
  ).split(' '),
);

const beginsAsName = (piece: string) => familyNames.has(fold(piece).split(' ')[0]!) && piece.includes(' ');

function mayBeName(piece: string): boolean {
  const plain = fold(piece);
  if (placeWord.test(plain.slice(0, 12))) return false;
  const level = placeLevel(piece);
  // A province is meant as one, "Hà Nam Ninh" too; communes are called after people, and then the person is meant.
  if (level === undefined) return true;
  return level !== 'province' && beginsAsName(piece);
}

/** Parts a name from a place that follows it, or goes before it, without a sign. */
function nameAndPlace(piece: string): [name: string, place?: string] {
  const words = piece.split(' ');
  const plain = words.map(fold);
  const cue = plain.findIndex(
    (word, at) => at > 1 && at < words.length - 1 && /^(xa|phuong|huyen|tinh|thon|ap|o|tai)$/.test(word),
  );
  if (cue > 0)
    return [
      words.slice(0, cue).join(' '),
      words.slice(cue + (/^(o|tai)$/.test(plain[cue]!) ? 1 : 0)).join(' '),
    ];
  if (!mayBeName(piece)) return ['', piece];
  if (words.length < 4) return [piece];
  // A place first, when a family name follows it and none begins the line.
  for (let at = 2; at <= words.length - 2 && !familyNames.has(plain[0]!); at++)
    if (familyNames.has(plain[at]!) && placeLevel(words.slice(0, at).join(' ')) !== undefined)
      return [words.slice(at).join(' '), words.slice(0, at).join(' ')];
  // A name first: three words are usual, then two; "Nguyễn Văn" alone is no whole name.
  for (const at of [3, 2, 4, 5]) {
    const place = words.slice(at).join(' ');
    if (at > words.length - 2 || /^(van|thi)$/.test(plain[at - 1]!)) continue;
    if (placeLevel(place) !== undefined) return [words.slice(0, at).join(' '), place];
  }
  return [piece];
}

/** Level of the place that all the words together name; undefined when a word is left over. */
function placeLevel(text: string): string | undefined {
  const { chains, reading } = readingsOf(text, undefined);
  return reading.unread.length === 0 ? chains[0]?.unit.level : undefined;
}
