import { chainTextOf, readChainText, type UnitReading } from './element.ts';
import { assemble } from './read/assemble.ts';
import { repair, strangeWords } from './read/repair.ts';
import { scan } from './read/scan.ts';
import { tokenise } from './read/text.ts';

/** Longest text that is read; a unit cell is a line, the rest of a longer text is left and said to be left. */
const MOST_CHARACTERS = 4000;

/**
 * Reads a unit string as people wrote it: levels and numbers in all notations, posts, places, local forces, codes,
 * field post numbers, with slips of pen and scan. It reads and does not decode (grammar and rules:
 * server/units/data/README.md). Text in the grammar itself reads as itself. Never throws; time linear in the text.
 */
export function parseUnit(text: string): UnitReading {
  const known = text.length < 400 ? readChainText(text) : undefined;
  if (known)
    return { chain: known, chainText: chainTextOf(known), post: [], place: [], sure: true, notes: [] };
  const { tokens, mended, doubtful } = repair(tokenise(text.slice(0, MOST_CHARACTERS)));
  const { chain, post, place, doubts, notes } = assemble(scan(tokens));
  const strange = strangeWords(tokens);
  if (strange.length > 0) doubts.push(`chữ lạ: ${strange.slice(0, 5).join(', ')}`);
  if (mended.length > 0) notes.unshift(`chữ dính hoặc sai, đã sửa: ${mended.slice(0, 5).join(', ')}`);
  if (text.length > MOST_CHARACTERS) doubts.push('văn bản dài, chỉ đọc phần đầu');
  return {
    chain,
    chainText: chainTextOf(chain),
    post,
    place,
    sure: doubts.length === 0 && !doubtful,
    notes: [...new Set([...doubts, ...notes])].slice(0, 20),
  };
}
