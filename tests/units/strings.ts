import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parseUnit } from '../../server/units/parse.ts';
import { fold } from '../../server/units/read/text.ts';

/** A string as people wrote it with the chain a person read in it. */
export interface LabelledString {
  text: string;
  chain: string;
  post: string;
  place: string;
  sure: boolean;
  /**
   * The first grammar was written looking at one half only. On the other it then read 127 of 157 chains right (66 of
   * 73 plain ones), which says more about unseen lists than today's share: its misses have been learnt from since.
   */
  half: 'development' | 'held-out';
}

interface Row {
  text: string;
  chain: string;
  post: string;
  place: string;
  sure: string;
}

/** The labelled strings of tests/fixtures/unit-strings.csv, split in two by a hash of the text. */
export function strings(): LabelledString[] {
  const file = new URL('../fixtures/unit-strings.csv', import.meta.url);
  const rows = parse<Row>(readFileSync(file), { columns: true, bom: true });
  return rows.map(({ text, chain, post, place, sure }) => ({
    text,
    chain,
    post,
    place,
    sure: sure === '1',
    half: createHash('sha256').update(text).digest()[0]! % 2 === 0 ? 'development' : 'held-out',
  }));
}

export interface Share {
  right: number;
  all: number;
}

export interface Miss {
  text: string;
  expected: string;
  read: string;
  sure: boolean;
  why: string;
}

/** A chain of numbered levels only, or with local forces and other bodies. */
function plain(chain: string): boolean {
  return !/(local|other|name|code|num|hom):/.test(chain) && chain !== 'none';
}

function why(expected: string, read: string, notes: string[]): string {
  const want = expected.split('/');
  const got = read.split('/');
  const missing = want.filter((element) => !got.includes(element));
  const extra = got.filter((element) => !want.includes(element));
  const said = [
    missing.length > 0 ? `missing ${missing.join(', ')}` : '',
    extra.length > 0 ? `extra ${extra.join(', ')}` : '',
    missing.length + extra.length === 0 ? 'other order' : '',
    ...notes,
  ];
  return said.filter(Boolean).join('; ');
}

/** Reads the strings and compares chains folded (no marks, lower case), as the README asks. */
export function measure(rows: readonly LabelledString[]): { shares: Record<string, Share>; misses: Miss[] } {
  const shares: Record<string, Share> = {};
  const misses: Miss[] = [];
  const count = (name: string, right: boolean): void => {
    const share = (shares[name] ??= { right: 0, all: 0 });
    share.all++;
    if (right) share.right++;
  };
  for (const row of rows) {
    const reading = parseUnit(row.text);
    const [expected, read] = [fold(row.chain), fold(reading.chainText)];
    const right = expected === read;
    count('all strings', right);
    if (row.sure) {
      count('marked sure', right);
      count(plain(row.chain) ? 'marked sure, plain chains' : 'marked sure, local, other and codes', right);
    }
    if (reading.sure) count('the parser itself is sure', right);
    count('posts', fold(row.post) === fold(reading.post.join('; ')));
    count('places', fold(row.place) === fold(reading.place.join('; ')));
    if (!right)
      misses.push({
        text: row.text,
        expected,
        read,
        sure: reading.sure,
        why: why(expected, read, reading.notes),
      });
  }
  return { shares, misses };
}
