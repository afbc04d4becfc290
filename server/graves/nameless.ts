import { fold } from '../text/fold.ts';

/**
 * The usual words on lists and stones for a grave without a name. They make an unknown grave, never a man called so.
 * Seen in lists of cemeteries (docs/sources.md); shown to people only in the official wording.
 */
const words =
  /^(mo )?((ls|liet s[iy]) )?((chua|khong) (ro|biet|xac dinh|tim) ?(duoc|ra)? ?(ten|danh tinh|thong tin|ho ten|danh|tinh)?[\p{L} ]*|vo danh|khuyet danh|khuyet ten|mo tap the|khong ten|chua co ten)$/u;

/** Whether a name or an inscription says that nobody is known to lie here. */
export function isNameless(text: string): boolean {
  const plain = fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return plain === '' || words.test(plain);
}
