import type { Cemetery } from '../cemeteries/model.ts';
import type { Grave } from '../graves/model.ts';
import type { Martyr } from '../martyrs/model.ts';
import { nameWords, syllable } from './letters.ts';
import { placeBytes, unitTokensOf } from './readings.ts';
import { stoneWords } from './stone.ts';

/** Version of the rules below. Raising it makes the server pack every document anew, in the background. */
export const compactVersion = 1;

export const noYear = 0;
const yearBase = 1799;
/** A year as one byte, 1800 to 2054; 0 is unknown. */
export const yearCode = (year: number): number =>
  year > yearBase && year <= yearBase + 255 ? year - yearBase : noYear;
export const yearOf = (code: number): number => code + yearBase;

export const informationCodes = ['named', 'partly', 'unknown', 'empty', 'symbolic'] as const;
export const flag = { grave: 1, hasGrave: 2, woman: 4, information: 3 } as const;

interface Dated {
  earliest?: string | null;
  latest?: string | null;
  year?: number | null;
}
type Part = { text?: string | null } | null | undefined;

/** What is packed of one document; all search needs to know of it. */
interface Packed {
  flags: number;
  birth: [number, number];
  death: [number, number];
  /** Hex id of the cemetery, or empty. */
  cemetery: string;
  home: Uint8Array;
  deathPlace: Uint8Array;
  /** Unit tokens, joined by line breaks. */
  unit: string;
  /** Each name as words joined by blanks, the chief one first. */
  names: string[];
}

/**
 * Packs what search needs of a dossier into the bytes kept as `search.k`. Writers call it in the same write.
 * @param grave the grave he lies in, if known
 */
export function compactMartyr(
  martyr: Pick<Martyr, 'name' | 'unit'> & {
    gender?: string | null;
    birth?: Dated | null;
    death?: Dated | null;
    home?: Part;
    deathPlace?: Part;
  },
  grave?: Pick<Grave, 'information'> & Partial<Pick<Grave, 'inscription' | 'cemeteryId'>>,
  cemetery?: Pick<Cemetery, '_id'>,
): Buffer {
  const deathYear = martyr.death?.year ?? undefined;
  const names = [martyr.name.full, martyr.name.birthName, ...martyr.name.aliases]
    .filter((name): name is string => typeof name === 'string')
    .map((name) => nameWords(name));
  if (grave?.inscription != null) {
    const stone = stoneWords(grave.inscription);
    // A cut or worn spelling of the same name adds nothing to the name in full.
    if (stone.length > 1 && !stone.some((word) => /[?.]/.test(word))) names.push(stone);
  }
  const information = grave === undefined ? 0 : informationCodes.indexOf(grave.information);
  return pack({
    flags:
      (grave === undefined ? 0 : flag.hasGrave) |
      (martyr.gender === 'F' ? flag.woman : 0) |
      (Math.max(0, information) << flag.information),
    birth: span(martyr.birth),
    death: span(martyr.death),
    cemetery: (cemetery?._id ?? grave?.cemeteryId)?.toString() ?? '',
    home: placeBytes(martyr.home?.text ?? undefined, undefined),
    deathPlace: placeBytes(martyr.deathPlace?.text ?? undefined, deathYear),
    unit: unitTokensOf(martyr.unit ?? undefined).join('\n'),
    names: distinct(names),
  });
}

/** The same for a grave that no dossier claims. */
export function compactGrave(
  grave: Pick<Grave, 'information' | 'inscription' | 'cemeteryId'>,
  cemetery?: Pick<Cemetery, '_id'>,
): Buffer {
  const inscription = grave.inscription ?? '';
  return pack({
    flags: flag.grave | flag.hasGrave | (informationCodes.indexOf(grave.information) << flag.information),
    ...stoneYears(inscription),
    cemetery: (cemetery?._id ?? grave.cemeteryId).toString(),
    home: placeBytes(/qu[eê][^\p{L}]*(?:qu[aá]n)?[:\s]+([^\n;]+)/iu.exec(inscription)?.[1], undefined),
    deathPlace: new Uint8Array(),
    unit: '',
    names: distinct([stoneWords(inscription)]),
  });
}

function stoneYears(text: string): { birth: [number, number]; death: [number, number] } {
  const year = (pattern: RegExp): [number, number] => {
    const code = yearCode(Number(pattern.exec(text)?.[1] ?? 0));
    return [code, code];
  };
  return {
    birth: year(/(?:^|[^\p{L}])(?:sinh|s\.?n\.?|ns)[^\d\n]*(?:\d{1,2}[-/.]){0,2}(1[89]\d\d|20\d\d)/iu),
    death: year(/(?:hy sinh|h\.?s\.?|mất|tử trận)[^\d\n]*(?:\d{1,2}[-/.]){0,2}(1[89]\d\d|20\d\d)/iu),
  };
}

function span(date: Dated | null | undefined): [number, number] {
  if (date == null) return [noYear, noYear];
  const from = yearCode(Number(date.earliest?.slice(0, 4) ?? date.year ?? 0));
  const to = yearCode(Number(date.latest?.slice(0, 4) ?? date.year ?? 0));
  return from === noYear || to === noYear ? [from || to, to || from] : [from, to];
}

/** Ede, Bahnar, Jarai … names whose first word tells man from woman: people also give the first two words alone. */
const highland = /^(y|a|h'|hơ|ka|k'|rơ|siu|nay|ksor)$/;

function distinct(names: string[][]): string[] {
  const seen = new Map<string, string>();
  for (const words of names) {
    if (words.length === 0) continue;
    const kept = words.length > 6 ? [...words.slice(0, 5), words.at(-1)!] : words;
    add(kept);
    if (kept.length > 2 && highland.test(kept[0]!)) add(kept.slice(0, 2));
  }
  return [...seen.values()].slice(0, 12);

  function add(words: string[]) {
    const key = words.map((word) => syllable(word).key).join(' ');
    if (!seen.has(key)) seen.set(key, words.join(' '));
  }
}

function pack(packed: Packed): Buffer {
  const unit = Buffer.from(packed.unit).subarray(0, 255);
  const names = packed.names.map((name) => Buffer.from(name).subarray(0, 255));
  const size = 17 + 1 + packed.home.length + 1 + packed.deathPlace.length + 1 + unit.length + 1;
  const bytes = Buffer.alloc(size + names.reduce((sum, name) => sum + 1 + name.length, 0));
  bytes.set([packed.flags, ...packed.birth, ...packed.death]);
  if (packed.cemetery !== '') bytes.write(packed.cemetery, 5, 12, 'hex');
  let at = 17;
  for (const part of [packed.home, packed.deathPlace, unit]) {
    bytes[at] = part.length;
    bytes.set(part, at + 1);
    at += 1 + part.length;
  }
  bytes[at++] = names.length;
  for (const name of names) {
    bytes[at] = name.length;
    bytes.set(name, at + 1);
    at += 1 + name.length;
  }
  return bytes;
}
