import { middles, rowFlag, tailRoom, type Columns } from './columns.ts';
import { Dictionary, type Entry } from './entry.ts';
import { Draft } from './draft.ts';
import { nameOfRow, setTailName } from './row-names.ts';
import type { Source } from './source.ts';

/** The one writer of the columns: builds them, and keeps them in step with single documents. */
export class Keep {
  private dictionary = new Dictionary();
  private current: Columns | undefined;

  get columns(): Columns {
    if (this.current === undefined) throw new Error('no columns were built yet');
    return this.current;
  }

  get built(): boolean {
    return this.current !== undefined;
  }

  /** Builds from nothing. @param room about how many documents will come */
  async build(
    sources: AsyncIterable<Source[]>,
    room: number,
    onRead: (done: number) => void,
  ): Promise<Columns> {
    const dictionary = new Dictionary();
    const draft = new Draft(room * 1.15);
    for await (const batch of sources) {
      for (const { id, bytes } of batch)
        if (bytes !== undefined) for (const entry of dictionary.entries(bytes)) draft.add(id, entry);
      onRead(draft.dossiers);
    }
    this.dictionary = dictionary;
    this.current = draft.settle(dictionary, (this.current?.generation ?? 0) + 1);
    return this.current;
  }

  /** Sorts the tail in and drops the rows that are gone, into columns of their own; the old ones stay as they are. */
  repack(): Columns {
    const old = this.columns;
    const { view } = old;
    const draft = new Draft(old.rows + old.tail - old.gone);
    for (let row = 0; row < old.rows + old.tail; row++)
      if ((view.flags[row]! & rowFlag.gone) === 0)
        draft.add(view.id.subarray(row * 12, row * 12 + 12), entryOf(old, row));
    this.current = draft.settle(this.dictionary, old.generation + 1);
    // Scores must not shift under people who page through results: what is common stays what it was.
    this.current.copyCounts(old);
    return this.current;
  }

  /** Whether single documents no longer fit in. */
  get crowded(): boolean {
    return this.columns.tail > tailRoom - 2000;
  }

  /**
   * Makes the columns say what the document says now.
   * @returns false when there is no room left: repack, then do it again
   */
  apply({ id, bytes }: Source): boolean {
    const { columns } = this;
    const old = columns.byId.rowsOf(id).filter((row) => (columns.view.flags[row]! & rowFlag.gone) === 0);
    const entries = bytes === undefined ? [] : this.dictionary.entries(bytes);
    if (
      sameRows(
        old.map((row) => entryOf(columns, row)),
        entries,
      )
    )
      return true;
    if (columns.tail + entries.length > tailRoom || !this.shareLists()) return false;
    for (const entry of entries) this.append(id, entry);
    // The new rows can be found before the old ones go: never neither.
    for (const row of old) columns.view.flags[row]! |= rowFlag.gone;
    columns.gone += old.length;
    columns.dossiers += (entries.length > 0 ? 1 : 0) - (old.length > 0 ? 1 : 0);
    return true;
  }

  private append(id: Uint8Array, entry: Entry): void {
    const { columns } = this;
    const { view, tail } = columns;
    const row = columns.rows + tail;
    view.id.set(id, row * 12);
    view.birth.set(entry.birth, row * 2);
    view.death.set(entry.death, row * 2);
    view.flags[row] = entry.flags;
    view.home[row] = entry.home;
    view.deathPlace[row] = entry.deathPlace;
    view.unit[row] = entry.unit;
    view.cemetery[row] = entry.cemetery;
    setTailName(columns, tail, entry);
    columns.byId.add(row);
    columns.tail = tail + 1;
  }

  /** Brings what the dictionary learnt into the shared lists. */
  private shareLists(): boolean {
    const { columns, dictionary } = this;
    for (const name of ['syllables', 'places', 'tokens', 'units', 'cemeteries'] as const) {
      const list = columns[name];
      const known = dictionary[name];
      while (list.length < known.length) if (list.add(known.item(list.length)) < 0) return false;
    }
    return true;
  }
}

function entryOf(columns: Columns, row: number): Entry {
  const { view } = columns;
  return {
    flags: view.flags[row]!,
    birth: [view.birth[row * 2]!, view.birth[row * 2 + 1]!],
    death: [view.death[row * 2]!, view.death[row * 2 + 1]!],
    home: view.home[row]!,
    deathPlace: view.deathPlace[row]!,
    unit: view.unit[row]!,
    cemetery: view.cemetery[row]!,
    ...nameOfRow(columns, row),
  };
}

/** Rows in words, for comparing. Order does not matter. */
const rowKey = (entry: Entry) =>
  [
    entry.flags,
    entry.birth,
    entry.death,
    entry.home,
    entry.deathPlace,
    entry.unit,
    entry.cemetery,
    entry.given,
    entry.family,
    entry.middles.slice(0, middles),
  ].join('|');

function sameRows(one: Entry[], other: Entry[]): boolean {
  if (one.length !== other.length) return false;
  const keys = new Set(one.map(rowKey));
  return other.every((entry) => keys.has(rowKey(entry)));
}
