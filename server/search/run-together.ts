/** No Vietnamese syllable is longer ("nghiêng"). */
const longest = 7;

/**
 * "nguyenvanhai" → nguyen van hai: words run together, taken apart into the fewest syllables that occur in names.
 * @param word tidied, without marks in the parts it is compared by
 * @param bases syllables of all names, without marks
 */
export function runTogether(word: string, bases: ReadonlySet<string>): string[] {
  if (word.length <= longest || /[^\p{L}]/u.test(word)) return [word];
  const letters = Array.from(word.normalize('NFC'));
  const base = letters.map((letter) => letter.normalize('NFD').charAt(0).replace('đ', 'd'));
  const best: (number[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++)
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = best[start];
      if (before === undefined || end - start < 2 || !bases.has(base.slice(start, end).join(''))) continue;
      if (before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, start];
    }
  const starts = best[letters.length];
  if (starts === undefined || starts.length < 2 || starts.length > 5) return [word];
  return starts.map((start, at) => letters.slice(start, starts[at + 1] ?? letters.length).join(''));
}
