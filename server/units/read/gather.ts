import type { Element } from '../element.ts';
import { otherLevel } from './doubtful.ts';
import type { Body } from './items.ts';
import type { Place } from './places.ts';
import type { Placed } from './scan.ts';

/** A unit or a body told in the text, in the order written. */
export type Entry =
  | { is: 'unit'; element: Element; bearing?: 'tđ' | 'front'; beside: boolean }
  | { is: 'body'; body: Body; place?: { rung?: string; name?: string }; beside: boolean };

const placeText = ({ rung, name }: { rung?: string; name?: string }): string =>
  [rung, name].filter(Boolean).join(' ');

/** The words of a body with its place. */
export function bodyText({ body, place }: { body: Body; place?: { rung?: string; name?: string } }): string {
  if (body.rung !== undefined) return [body.words, place?.name].filter(Boolean).join(' ');
  return [body.words, place ? placeText(place) : ''].filter(Boolean).join(' ');
}

const BARE_HEADS = new Set([
  'đội',
  'tổ',
  'ban',
  'phòng',
  'đồn',
  'ty',
  'sở',
  'kho',
  'hội',
  'viện',
  'trường',
  'báo',
  'tàu',
]);

/** Forces that belong to no place here: a place told after them is where the man came from. */
const FROM_AFAR = new Set(['bộ đội hải ngoại', 'bộ đội chủ lực', 'quân tình nguyện']);

/** Goes through the parts in order and keeps what has been said so far. */
export class Assembly {
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
  /** A post was told since the last body. */
  private posted = false;

  constructor(private readonly items: readonly Placed[]) {}

  run(): void {
    for (const item of this.items) {
      if (item.doubt) this.doubts.push(item.doubt);
      if (item.note) this.notes.push(item.note);
      if (item.gap === 'plus') this.beside = true;
      this.strangeBefore(item);
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

  /** A capital word taken for a place, right before a unit, may be a damaged word of its name. */
  private strangeBefore(item: Placed): void {
    const strange = this.last?.is === 'place' && this.last.note !== undefined && !this.linked;
    if (!strange || !['space', 'dot', 'glued'].includes(item.gap)) return;
    if (item.is === 'unit' || item.is === 'body') this.doubts.push('có chữ lạ ngay trước đơn vị');
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
        this.posted = true;
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
    // "207 (e 207)": the bracket gives the bare number its level.
    if (
      bracketed &&
      before?.is === 'unit' &&
      'tag' in before.element &&
      before.element.tag === 'num' &&
      'level' in element
    ) {
      if (before.element.value === element.number) {
        before.element = element;
        this.doubts = this.doubts.filter((doubt) => !doubt.startsWith('số trần'));
        return;
      }
    }
    const sameFront =
      bearing === 'front' && before?.is === 'unit' && 'tag' in before.element && before.element.tag === 'mt';
    if (bracketed && before?.is === 'unit' && (sameFront || !otherLevel(before.element, element))) {
      this.notes.push('tên khác trong ngoặc');
      this.doubts = this.doubts.filter((doubt) => !/số trần|chưa rõ/.test(doubt));
      return;
    }
    // "bộ đội chủ lực Miền" says no more than Miền.
    if (before?.is === 'body' && before.body.words === 'bộ đội chủ lực' && !before.place) this.entries.pop();
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
    const before = this.entries.at(-1);
    if (item.bracketed && before?.is === 'unit') {
      this.notes.push(`trong ngoặc: ${words}`);
      return;
    }
    // A second post with a body of its own: "Phó bí thư tỉnh ủy, chính trị viên tỉnh đội" stand side by side.
    const beside = this.beside || (before?.is === 'body' && this.posted);
    this.posted = false;
    // "đội", "ban" of nothing: the rest was not understood.
    if (BARE_HEADS.has(words)) this.doubts.push(`"${words}" không nói rõ gì`);
    this.entries.push({ is: 'body', body: { ...body, words }, beside });
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
      if (lastIs === 'post' && rung !== undefined) {
        this.entries.push(placeEntry(place, [], true));
        this.addPlace(name && placeText(place));
        return;
      }
    }
    if (name === undefined) {
      if (this.linked || (before === undefined && lastIs === 'post'))
        this.entries.push(placeEntry(place, this.post, this.beside));
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
    if (alone) this.entries.push(placeEntry(place, this.post, this.beside));
    this.addPlace(placeText(place));
  }

  /** Makes the place part of the body's name when it is the body's own rung or the first place told. */
  private joins(entry: Extract<Entry, { is: 'body' }>, place: Place, near: boolean, lastIs: string): boolean {
    const { body } = entry;
    const has = entry.place;
    if (lastIs === 'post' || FROM_AFAR.has(body.words)) return false;
    if (body.rung !== undefined) {
      // "xã đoàn liên huyện"
      if (place.name === undefined && place.rung?.startsWith('liên ') && !has) {
        body.words += ` ${place.rung}`;
        return true;
      }
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

/** Ranks and posts of soldiers; whoever has only such a post in a district is of its local force. */
const SOLDIER =
  /^(binh (nhất|nhì)|(hạ|trung|thượng) sĩ|(chuẩn|thiếu|trung|thượng|đại) úy|chiến sĩ|(tiểu|trung|đại) đội (trưởng|phó))$/;

function placeEntry(place: Place, posts: readonly string[], beside: boolean): Entry {
  const soldier = place.name !== undefined && posts.length > 0 && posts.every((post) => SOLDIER.test(post));
  return { is: 'body', body: { tag: soldier ? 'local' : 'other', words: placeText(place) }, beside };
}
