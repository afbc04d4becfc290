/** Levels written as a letter or short sign before a number, from squad up to military region. */
export const LEVELS = ['a', 'b', 'c', 'd', 'e', 'l', 'f', 'qd', 'qk', 'khu'] as const;
export type Level = (typeof LEVELS)[number];

/** Kinds written with a colon in the chain grammar (server/units/data/README.md). */
export const TAGS = [
  'qk',
  'mt',
  'doan',
  'bt',
  'ct',
  'nt',
  'hom',
  'code',
  'num',
  'name',
  'local',
  'other',
] as const;
export type Tag = (typeof TAGS)[number];

/**
 * One link of a chain. `level` elements carry a number ("502B", "?" when the number is not written); `tag`
 * elements carry words. `beside` is set when the body stands beside the one before it and not above it.
 */
export type Element = ({ level: Level; number: string } | { tag: Tag; value: string }) & { beside?: true };

/** What was read in a unit string. Nothing in it is decoded. */
export interface UnitReading {
  chain: Element[];
  /** The chain in the grammar's text; "none" when no unit was named. */
  chainText: string;
  /** Ranks and posts in full words, in the order written. */
  post: string[];
  /** Places named, smallest first. */
  place: string[];
  /** False when the reading itself is in doubt. */
  sure: boolean;
  /** Why it is in doubt, or what was dropped, in short Vietnamese. */
  notes: string[];
}

/** The grammar's text of one element: "d502B", "qk?", "local:huyện đội Hồng Ngự". */
export function elementText(element: Element): string {
  const text = 'level' in element ? `${element.level}${element.number}` : `${element.tag}:${element.value}`;
  return text.normalize('NFC');
}

/** The grammar's text of a chain, smallest first; "none" for an empty one. */
export function chainTextOf(chain: readonly Element[]): string {
  let text = '';
  chain.forEach((element, at) => {
    const join = at === 0 ? '' : element.beside ? ' + ' : '/';
    text += join + elementText(element);
  });
  return text === '' ? 'none' : text;
}

const LEVEL_ELEMENT = /^(a|b|c|d|e|l|f|qd|qk|khu)(\d{1,6}\p{Lu}?|\?)$/u;
const TAG_ELEMENT =
  /^(qk|mt|doan|bt|ct|nt|hom|code|num|name|local|other):([\p{L}\p{N}][\p{L}\p{M}\p{N}\- ]*)$/u;

function readElement(text: string): Element | undefined {
  const level = LEVEL_ELEMENT.exec(text);
  if (level) return { level: level[1] as Level, number: level[2]! };
  const tag = TAG_ELEMENT.exec(text);
  return tag ? { tag: tag[1] as Tag, value: tag[2]!.trimEnd() } : undefined;
}

/**
 * Reads the grammar's own text ("c3/d5/e12", "local:tỉnh đội Đồng Tháp"), so that a printed chain reads as itself.
 * @returns undefined when the text is not wholly in the grammar
 */
export function readChainText(text: string): Element[] | undefined {
  const bare = text.normalize('NFC').trim();
  if (bare === 'none') return [];
  const chain: Element[] = [];
  for (const [nth, part] of bare.split('/').entries()) {
    for (const [place, piece] of part.split(' + ').entries()) {
      const element = readElement(piece);
      if (!element) return undefined;
      chain.push(place > 0 ? { ...element, beside: true } : element);
    }
    // A hostile text of slashes alone ends at its first empty part.
    if (nth > 64) return undefined;
  }
  return smallestFirst(chain) ? chain : undefined;
}

/** Squad to division never run downwards in the grammar: "e1/c1" is what somebody wrote, large to small. */
function smallestFirst(chain: readonly Element[]): boolean {
  const ranks = chain.flatMap((element) =>
    'level' in element && 'abcdef'.includes(element.level) ? [element.level] : [],
  );
  return ranks.every((rank, at) => at === 0 || ranks[at - 1]! <= rank);
}
