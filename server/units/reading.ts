import type { Language } from '../http/language.ts';
import { parseUnit } from './parse.ts';
import { unitInWords } from './words.ts';

/** A unit as written with what the writing says in full words; reading, not decoding. */
export function readingOf(text: string, language: Language): { text: string; words?: string; sure: boolean } {
  const reading = parseUnit(text);
  const words = unitInWords(reading, language);
  return { text, sure: reading.sure, ...(words === '' || words === text ? {} : { words }) };
}
