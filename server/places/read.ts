import { fold } from '../text/fold.ts';
import { gazetteer } from './gazetteer.ts';
import {
  hasMarks,
  kindWords,
  markedForm,
  nameKey,
  smallWords,
  wordKey,
  wordsOf,
  type Kind,
} from './names.ts';
import type { Unit } from './unit.ts';

/** One name found in a text: the word before it, if any, and every unit that is called so. */
export interface Named {
  text: string;
  key: string;
  hint?: Kind;
  /** Form with marks, when the text has any, to prefer the unit that is written just so. */
  marked?: string;
  units: Unit[];
}

export interface Reading {
  named: Named[];
  /** Parts that name no unit we know, with the word before them. */
  unread: { text: string; hint?: Kind }[];
}

const partEnd = /[,;()\n|/•]+/;
const longestName = 5;

interface Word {
  text: string;
  plain: string;
  key: string;
}

/** A kind word in a text with marks must be spelt right: "quận" is one, "Quan" of Quan Hóa is a name. */
function kindAt(words: Word[], at: number, marks: boolean): [Kind, number] | undefined {
  for (const length of [2, 1]) {
    const taken = words.slice(at, at + length);
    if (taken.length < length) continue;
    const kind = kindWords[taken.map(({ plain }) => plain).join(' ')];
    if (kind === undefined) continue;
    const written = taken.map(({ text }) => text.toLowerCase()).join(' ');
    const isShort = taken.every(({ plain }) => plain.length <= 2 && plain !== 'xa');
    if (isShort || !marks || written === kind) return [kind, length];
  }
  return undefined;
}

const initials = new Map<string, Unit[]>();

/** Provinces by the first letters of their names: "ĐT", "HNN", "BTT". */
function byInitials(word: string): Unit[] {
  if (initials.size === 0) {
    const { provinces, pastProvinces } = gazetteer();
    for (const unit of [...provinces, ...pastProvinces]) {
      const letters = wordsOf(unit.name)
        .map((one) => one[0]!)
        .join('')
        .toUpperCase();
      initials.set(letters, [...(initials.get(letters) ?? []), unit]);
    }
  }
  return initials.get(word) ?? [];
}

interface Step {
  cost: number;
  back: number;
  named?: Named;
  unread?: boolean;
  hint?: Kind;
}

/** Reading a name costs less than leaving a word unread; a name of one word amid others may be chance. */
const cost = { named: 1, bare: 0.3, oneWord: 1.6, firstUnread: 3, unread: 2.4, small: 1.5 };

function unitsCalled(words: Word[], at: number, length: number, hint: Kind | undefined): Unit[] {
  const taken = words.slice(at, at + length);
  const { byName } = gazetteer();
  const plain = taken.map(({ key }) => key).join(' ');
  const key = hint === 'phường' && length === 1 ? nameKey(taken[0]!.text.toUpperCase()) : plain;
  const isNumber = /^\d+$/.test(key);
  if (isNumber && hint !== 'phường' && hint !== 'quận' && hint !== 'xã') return [];
  const found = byName.get(key);
  if (found) return found;
  const first = taken[0]!.text;
  return length === 1 && /^\p{Lu}{2,4}$/u.test(first) ? byInitials(first) : [];
}

/** The cheapest way to cut the words of one part into names, kind words and what stays unread. */
function cut(words: Word[], text: string): Reading {
  const marks = hasMarks(text);
  const steps: Step[] = [{ cost: 0, back: -1 }];
  const offer = (to: number, step: Step) => {
    if (!steps[to] || steps[to].cost > step.cost) steps[to] = step;
  };
  for (let at = 0; at < words.length; at += 1) {
    const here = steps[at]!;
    const kind = kindAt(words, at, marks);
    for (const hinted of kind ? [kind, undefined] : [undefined]) {
      const start = at + (hinted?.[1] ?? 0);
      for (let length = 1; length <= longestName && start + length <= words.length; length += 1) {
        const units = unitsCalled(words, start, length, hinted?.[0]);
        if (units.length === 0) continue;
        const written = words
          .slice(start, start + length)
          .map((word) => word.text)
          .join(' ');
        const alone = length === words.length;
        const price = cost.named + (hinted ? 0 : cost.bare + (length === 1 && !alone ? cost.oneWord : 0));
        const named = {
          text: written,
          key: nameKey(written),
          units,
          ...(hinted && { hint: hinted[0] }),
          ...(marks && { marked: markedForm(written) }),
        };
        offer(start + length, { cost: here.cost + price, back: at, named });
      }
    }
    const goesOn = here.unread === true;
    offer(at + 1, {
      cost: here.cost + (kind ? 0.1 : goesOn ? cost.unread : cost.firstUnread),
      back: at,
      unread: true,
      ...(kind ? { hint: kind[0] } : goesOn && here.hint ? { hint: here.hint } : {}),
    });
    if (smallWords.has(words[at]!.plain)) {
      let end = at + 1;
      while (end < words.length && (kindAt(words, end, marks)?.[0] ?? 'tỉnh') === 'tỉnh') end += 1;
      offer(end, { cost: here.cost + cost.small, back: at, unread: true });
    }
  }
  return trace(steps, words);
}

function trace(steps: Step[], words: Word[]): Reading {
  const reading: Reading = { named: [], unread: [] };
  let lastUnread: { from: number; hint?: Kind } | undefined;
  const close = (to: number) => {
    if (!lastUnread) return;
    const taken = words.slice(lastUnread.from, to);
    // a kind word alone names nothing
    const isHintOnly = taken.every(({ plain }) => kindWords[plain] !== undefined);
    const text = taken.map((word) => word.text).join(' ');
    if (!isHintOnly) reading.unread.unshift({ text, ...(lastUnread.hint && { hint: lastUnread.hint }) });
    lastUnread = undefined;
  };
  let end = words.length;
  let unreadEnd = end;
  for (let step = steps[end]!; end > 0; step = steps[end]!) {
    if (step.unread) {
      if (!lastUnread) unreadEnd = end;
      const hint = step.hint ?? lastUnread?.hint;
      lastUnread = { from: step.back, ...(hint && { hint }) };
    } else {
      close(unreadEnd);
      reading.named.unshift(step.named!);
    }
    end = step.back;
  }
  close(unreadEnd);
  return reading;
}

/** Parts repeat more than whole texts do: each province stands behind thousands of communes. */
const keptParts = 30_000;
const parts = new Map<string, Reading>();

function readPart(part: string): Reading {
  const known = parts.get(part);
  if (known) return known;
  const words = wordsOf(part).map((word) => ({ text: word, plain: fold(word), key: wordKey(word) }));
  const reading = words.length > 0 ? cut(words.slice(0, 40), part) : { named: [], unread: [] };
  if (parts.size >= keptParts) parts.delete(parts.keys().next().value!);
  parts.set(part, reading);
  return reading;
}

/**
 * Finds the names of administrative units in a text as people write it: parts with commas or none, kind words in full,
 * cut short or left out, with marks or without.
 */
export function readPlaces(text: string): Reading {
  const readings = text
    .normalize('NFC')
    .split(partEnd)
    .map((part) => readPart(part.trim()));
  return { named: readings.flatMap(({ named }) => named), unread: readings.flatMap(({ unread }) => unread) };
}
