import type { Element } from '../element.ts';
import type { Body } from './items.ts';
import { heightOf, smallestFirst, type Link } from './order.ts';
import type { Place } from './places.ts';
import { fold } from './text.ts';
import type { Placed } from './scan.ts';

/** What the parts of a text come to. */
export interface Assembled {
  chain: Element[];
  post: string[];
  place: string[];
  doubts: string[];
  notes: string[];
}

type Entry =
  | { is: 'unit'; element: Element; bearing?: 'tđ' | 'front'; beside: boolean }
  | { is: 'body'; body: Body; place?: { rung?: string; name?: string }; beside: boolean };

const placeText = ({ rung, name }: { rung?: string; name?: string }): string =>
  [rung, name].filter(Boolean).join(' ');

function bodyText({ body, place }: { body: Body; place?: { rung?: string; name?: string } }): string {
  if (body.rung !== undefined) return [body.words, place?.name].filter(Boolean).join(' ');
  return [body.words, place ? placeText(place) : ''].filter(Boolean).join(' ');
}

/** Goes through the parts in order and keeps what has been said so far. */
class Assembly {
  entries: Entry[] = [];
  post: string[] = [];
  place: string[] = [];
  doubts: string[] = [];
  notes: string[] = [];
  /** The part before, links left out. */
  private last: Placed | undefined;
  private linked = false;
  private beside = false;
  private soldiers = false;

  constructor(private readonly items: readonly Placed[]) {}

  run(): void {
    for (const item of this.items) {
      if (item.doubt) this.doubts.push(item.doubt);
      if (item.note) this.notes.push(item.note);
      if (item.gap === 'plus') this.beside = true;
      this.take(item);
      if (item.is === 'link') {
        if (item.words === 'và') this.beside = true;
        else this.linked = true;
        continue;
      }
      this.linked = false;
      this.beside = false;
      this.last = item;
    }
  }

  private take(item: Placed): void {
    switch (item.is) {
      case 'unit':
        this.takeUnit(item.element, item.bracketed, item.bearing);
        break;
      case 'body':
        this.takeBody(item.body, item);
        break;
      case 'post':
        if (!this.post.includes(item.post)) this.post.push(item.post);
        break;
      case 'place':
        this.takePlace(item.place, item);
        break;
      case 'region':
        this.addPlace(item.name);
        this.soldiers = false;
        break;
      case 'soldiers':
        this.soldiers = true;
        break;
      case 'unknown':
        this.doubts.push(`không hiểu "${item.text.slice(0, 24)}"`);
        break;
      case 'link':
        break;
    }
  }

  private takeUnit(element: Element, bracketed: boolean, bearing: 'tđ' | 'front' | undefined): void {
    this.soldiers = false;
    const before = this.entries.at(-1);
    if (bracketed && before?.is === 'unit' && !otherLevel(before.element, element)) {
      this.notes.push('tên khác trong ngoặc');
      this.doubts = this.doubts.filter((doubt) => !/số trần|chưa rõ/.test(doubt));
      return;
    }
    this.entries.push({ is: 'unit', element, beside: this.beside, ...(bearing ? { bearing } : {}) });
  }

  private takeBody(body: Body, item: Placed): void {
    const near = !['strong', 'dash', 'open', 'close'].includes(item.gap);
    let words = body.words;
    // "bộ đội pháo binh" is one name; "Bộ đội, hậu cần" and "bộ đội huyện đội" are not.
    if (
      this.soldiers &&
      near &&
      body.tag === 'other' &&
      body.rung === undefined &&
      !words.startsWith('bộ đội')
    )
      words = `bộ đội ${words}`;
    this.soldiers = false;
    const same = this.entries.findLast(
      (entry) => entry.is === 'body' && entry.body.words === words && !entry.place?.name,
    );
    if (same) return;
    this.entries.push({ is: 'body', body: { ...body, words }, beside: this.beside });
  }

  private takePlace(place: Place, item: Placed): void {
    const { rung, name } = place;
    if (place.guessed) this.notes.push(`"${placeText(place)}" đoán từ chữ tắt`);
    const near = !['strong', 'dash', 'open', 'close'].includes(item.gap);
    const before = this.entries.at(-1);
    const wasSoldiers = this.soldiers;
    this.soldiers = false;
    if (wasSoldiers && (rung !== undefined || near) && this.last?.is === 'soldiers') {
      this.entries.push({
        is: 'body',
        body: { tag: 'local', words: 'bộ đội' },
        place: part(place),
        beside: this.beside,
      });
      this.addPlace(name && placeText(place));
      return;
    }
    const lastIs = this.last?.is;
    if (before?.is === 'body' && (lastIs === 'body' || lastIs === 'place' || lastIs === 'post')) {
      if (this.joins(before, place, near, lastIs)) return;
    }
    if (name === undefined) {
      if (this.linked || (before === undefined && lastIs === 'post'))
        this.entries.push(placeEntry(place, this.beside));
      else if (before === undefined) this.doubts.push(`"${rung ?? ''}" không có tên`);
      return;
    }
    // "Sư đoàn 3 Sao Vàng": an honorific, not a place.
    if (
      rung === undefined &&
      item.note &&
      before?.is === 'unit' &&
      lastIs === 'unit' &&
      (near || item.bracketed)
    ) {
      this.notes.push(`danh hiệu hoặc tên khác: ${name}`);
      return;
    }
    const alone = before === undefined && rung !== undefined && lastIs === 'post';
    if (alone) this.entries.push(placeEntry(place, this.beside));
    this.addPlace(placeText(place));
  }

  /** Makes the place part of the body's name when it is the body's own rung or the first place told. */
  private joins(entry: Extract<Entry, { is: 'body' }>, place: Place, near: boolean, lastIs: string): boolean {
    const { body } = entry;
    const has = entry.place;
    if (lastIs === 'post' && place.rung === undefined) return false;
    if (body.rung !== undefined) {
      if (has?.name !== undefined || place.name === undefined) return false;
      if (place.rung !== undefined && place.rung !== body.rung) return false;
      entry.place = { rung: body.rung, name: place.name };
      this.addPlace(`${body.rung} ${place.name}`);
      return true;
    }
    if (has === undefined) {
      if (place.rung === undefined && !near && body.tag === 'other') return false;
      entry.place = part(place);
      this.addPlace(place.name && placeText(place));
      return true;
    }
    if (
      has.name === undefined &&
      has.rung !== undefined &&
      place.name !== undefined &&
      (place.rung ?? has.rung) === has.rung
    ) {
      entry.place = { rung: has.rung, name: place.name };
      this.addPlace(placeText(entry.place));
      return true;
    }
    return false;
  }

  private addPlace(text: string | undefined): void {
    if (text && !this.place.includes(text)) this.place.push(text);
  }
}

const part = ({ rung, name }: Place): { rung?: string; name?: string } => ({
  ...(rung !== undefined ? { rung } : {}),
  ...(name !== undefined ? { name } : {}),
});

function placeEntry(place: Place, beside: boolean): Entry {
  return { is: 'body', body: { tag: 'other', words: placeText(place) }, beside };
}

/** A bracket after a unit tells of a higher level or of another name for the same unit (README, rule 6). */
function otherLevel(before: Element, inside: Element): boolean {
  if ('level' in inside) return !('level' in before) || before.level !== inside.level;
  if (inside.tag === 'mt' || inside.tag === 'ct' || inside.tag === 'nt' || inside.tag === 'bt') return true;
  return (
    inside.tag === 'doan' &&
    /\d/.test(inside.value) &&
    'level' in before &&
    ['a', 'b', 'c', 'd'].includes(before.level)
  );
}

const levelOf = (element: Element | undefined): string | undefined =>
  element && 'level' in element ? element.level : undefined;

/** B1–B5 beside a company or battalion is a platoon; above a regiment, or alone, it is a theatre (README, traps). */
function frontOrPlatoon(
  elements: readonly (Element | undefined)[],
  at: number,
): { element: Element; doubt?: string } {
  const element = elements[at]!;
  const number = 'level' in element ? element.number : '';
  const neighbours = [levelOf(elements[at - 1]), levelOf(elements[at + 1])];
  const next = elements[at + 1];
  const local = next !== undefined && !('level' in next) && (next.tag === 'local' || next.tag === 'code');
  if (neighbours.some((level) => level === 'a' || level === 'c') || neighbours[1] === 'd' || local)
    return { element };
  const front: Element = { tag: 'mt', value: `B${number}` };
  const above = elements.length > 1 && (at === elements.length - 1 || at === 0);
  return above
    ? { element: front }
    : { element: front, doubt: `"B${number}" là mặt trận hay trung đội ${number}` };
}

/** TĐ is a tiểu đoàn when a trung đoàn is named too, and the other way round; else it stays in doubt. */
function battalionOrRegiment(
  elements: readonly (Element | undefined)[],
  at: number,
): { element: Element; doubt?: string } {
  const element = elements[at] as { level: 'd'; number: string };
  const others = elements.filter((_, place) => place !== at).map(levelOf);
  if (others.includes('e')) return { element };
  if (others.includes('d')) return { element: { level: 'e', number: element.number } };
  return { element, doubt: 'TĐ: tiểu đoàn hay trung đoàn' };
}

/** Puts the parts of one text together: chain smallest first, posts, places, and what is in doubt. */
export function assemble(items: readonly Placed[]): Assembled {
  const assembly = new Assembly(items);
  assembly.run();
  const { entries, doubts, notes } = assembly;
  const elements = entries.map((entry): Element =>
    entry.is === 'unit' ? entry.element : { tag: entry.body.tag, value: bodyText(entry) },
  );
  const seen = new Set<string>();
  const links: Link[] = [];
  const levels = new Map<string, string>();
  entries.forEach((entry, at) => {
    let element = elements[at]!;
    if (entry.is === 'unit' && entry.bearing) {
      const told = entry.bearing === 'tđ' ? battalionOrRegiment(elements, at) : frontOrPlatoon(elements, at);
      element = told.element;
      if (told.doubt) doubts.push(told.doubt);
    }
    const key = fold(JSON.stringify(element));
    if (seen.has(key)) return;
    seen.add(key);
    const level = levelOf(element);
    const number = 'level' in element ? element.number : '';
    const previous = links.at(-1);
    if (entry.beside && previous) {
      levels.set(level ?? key, number);
      links.push({
        element: { ...element, beside: true },
        office: false,
        ...(previous.height !== undefined ? { height: previous.height } : {}),
      });
      return;
    }
    if (level !== undefined) {
      if (levels.has(level)) doubts.push(`hai số cùng cấp ${level}`);
      levels.set(level, number);
    }
    const height = heightOf(element);
    links.push({
      element,
      office: entry.is === 'body' && entry.body.tag === 'other',
      ...(height !== undefined ? { height } : {}),
    });
  });
  const { chain, mixed } = smallestFirst(links);
  if (mixed) notes.push('thứ tự lẫn lộn, đã xếp lại từ nhỏ đến lớn');
  const ordered = chain.map((link) => link.element);
  const first = ordered[0];
  // Turned round, the first of two parallel bodies now comes second.
  if (first?.beside) {
    delete first.beside;
    const second = ordered[1];
    if (second) ordered[1] = { ...second, beside: true };
  }
  return { chain: ordered, post: assembly.post, place: assembly.place, doubts, notes };
}
