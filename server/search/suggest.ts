import { fold } from '../text/fold.ts';
import { middles } from './columns.ts';
import { nameOf } from './ask.ts';
import type { CemeteryEntry, Suggested } from './messages.ts';
import type { Ranker } from './rank.ts';
import { namedCemeteries } from './cemetery-names.ts';
import { placesLike } from './readings.ts';

const most = 6;

/** Proposes names, places, units and cemeteries for what was typed so far; the last word may be unfinished. */
export class Suggester {
  private readonly common: { text: string; folded: string }[];
  private readonly units: string[];

  constructor(
    private readonly ranker: Ranker,
    private readonly cemeteries: CemeteryEntry[],
  ) {
    this.common = commonNames(ranker);
    this.units = commonUnits(ranker);
  }

  suggest(text: string): Suggested {
    const folded = fold(text.normalize('NFC')).replace(/\s+/g, ' ').trimStart();
    const begun = this.common.filter((name) => name.folded.startsWith(folded)).slice(0, most);
    const names = begun.map((name) => name.text);
    if (names.length < 3 && folded.length > 3) {
      // Nothing begins so: names that sound alike, from the words already finished.
      const words = nameOf(this.ranker, text).join(' ');
      for (const name of this.common) {
        if (names.length >= most) break;
        if (
          !names.includes(name.text) &&
          name.folded.split(' ').length === words.split(' ').length &&
          near(name.folded, fold(words))
        )
          names.push(name.text);
      }
    }
    return {
      names,
      places: placesLike(folded, most),
      units: this.units
        .filter((unit) => fold(unit).replaceAll(' ', '').startsWith(folded.replaceAll(' ', '')))
        .slice(0, most),
      cemeteries: folded.length < 3 ? [] : this.cemeteriesLike(folded),
    };
  }

  private cemeteriesLike(folded: string): string[] {
    const begun = this.cemeteries
      .filter(({ name }) => fold(name).includes(folded))
      .slice(0, most)
      .map(({ id }) => id);
    return begun.length > 0
      ? begun
      : namedCemeteries(this.cemeteries, folded)
          .slice(0, most)
          .map(([id]) => id);
  }
}

/** One letter apart in all. */
function near(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one.slice(at + 1) === other.slice(at + 1) ||
    one.slice(at) === other.slice(at + 1) ||
    one.slice(at + 1) === other.slice(at)
  );
}

/** The names that most people bear, most first: a few thousand answer nearly every beginning. */
function commonNames({ columns, vocabulary }: Ranker): { text: string; folded: string }[] {
  const { view } = columns;
  const found: { given: number; run: number; name: number; count: number }[] = [];
  const least = Math.max(1, Math.floor(columns.rows / 50_000));
  for (let given = 1; given < columns.givens; given++)
    for (let run = view.givenRun[given]!; run < view.givenRun[given + 1]!; run++)
      for (let name = view.runName[run]!; name < view.runName[run + 1]!; name++) {
        const count = view.nameRow[name + 1]! - view.nameRow[name]!;
        if (count >= least) found.push({ given, run, name, count });
      }
  found.sort((one, other) => other.count - one.count);
  return found
    .slice(0, 20_000)
    .map(({ given, run, name }) => {
      const parts = [
        view.runFamily[run]!,
        ...view.nameMiddles.subarray(name * middles, name * middles + middles),
        given,
      ];
      const text = parts
        .filter((part) => part !== 0)
        .map((part) => capital(vocabulary.known[part]!.word))
        .join(' ');
      return { text, folded: fold(text) };
    })
    .filter(({ text }) => !/[?.]/.test(text));
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function commonUnits({ columns }: Ranker): string[] {
  const counts = Array.from(
    { length: columns.tokens.length },
    (_, at) => [at, columns.view.tokenCount[at] ?? 0] as const,
  );
  return counts
    .filter(([at, count]) => at > 0 && count > 0)
    .sort((one, other) => other[1] - one[1])
    .slice(0, 3000)
    .map(([at]) => columns.tokens.text(at));
}
