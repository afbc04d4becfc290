import { placeAtoms } from '../places/atoms.ts';
import { gazetteer } from '../places/gazetteer.ts';
import { suggestPlaces } from '../places/suggest.ts';
import { fold } from '../text/fold.ts';
import { parseUnit } from '../units/parse.ts';
import { unitTokens } from '../units/words.ts';

/** Levels of a packed place; words stand for a place that no gazetteer has ("mặt trận phía Nam"). */
const level = { province: 0, district: 1, commune: 2, words: 3 } as const;
const mostProvinces = 6;
const mostDistricts = 8;
const mostCommunes = 10;

/** Papers repeat the same words: what was read once need not be read again. */
class Remembered<T> {
  private readonly kept = new Map<string, T>();
  private readonly most = 30_000;

  get(key: string, read: () => T): T {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const value = read();
    if (this.kept.size >= this.most) this.kept.clear();
    this.kept.set(key, value);
    return value;
  }
}
const places = new Remembered<Uint8Array>();
const units = new Remembered<string[]>();

/**
 * A place as packed: four bytes an atom (level, number in two bytes, chance of 255), at most 100 bytes.
 * @param year in which the words were used, if known
 */
export function placeBytes(text: string | undefined, year: number | undefined): Uint8Array {
  const words = text?.trim() ?? '';
  if (words === '') return new Uint8Array();
  return places.get(`${year ?? ''} ${words}`, () => readPlace(words, year));
}

function readPlace(text: string, year: number | undefined): Uint8Array {
  const { provinces, districts, communes } = placeAtoms(text, year);
  const bytes: number[] = [];
  const put = (at: number, atoms: [number, number][], most: number) => {
    for (const [number, chance] of atoms.slice(0, most))
      bytes.push(at, number & 255, number >> 8, Math.max(1, Math.min(255, Math.round(chance * 255))));
  };
  put(level.province, provinces, mostProvinces);
  put(level.district, districts, mostDistricts);
  put(level.commune, communes, mostCommunes);
  if (bytes.length === 0) put(level.words, [[hashOf(text), 1]], 1);
  return Uint8Array.from(bytes);
}

/** FNV-1a of the folded letters, 16 bits: the same words, however written. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of fold(text.normalize('NFC')).replace(/[^a-z0-9]/g, ''))
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash ^ (hash >>> 16)) & 0xffff;
}

/** A unit as tokens with their level ("d5", "e12", "code:KB"). */
export function unitTokensOf(text: string | undefined): string[] {
  const words = text?.trim() ?? '';
  return words === '' ? [] : units.get(words, () => unitTokens(parseUnit(words)).slice(0, 12));
}

/** Name of a province by the number that packed places give it. */
export function provinceName(number: number): string {
  return gazetteer().provinces[number]?.name ?? String(number);
}

/** Places whose name begins with what was typed. */
export const placesLike = (begun: string, most: number): string[] =>
  suggestPlaces(begun, most).map(({ text }) => text);
