import { IdIndex } from './id-index.ts';
import { SharedList, type SharedListParts } from './shared-list.ts';

/** Parts of a name that are kept: family, up to four middles, given. Longer ones lose middles. */
export const middles = 4;
/** Rows that may be added before the columns are packed anew. */
export const tailRoom = 40_000;
const yearCodes = 256;
export const placeCodes = 65_536;
export const placeLevels = 4;

/** Flags beside those of compact.ts. */
export const rowFlag = { gone: 64, alias: 128 } as const;

const head = { rows: 0, tail: 1, names: 2, runs: 3, givens: 4, dossiers: 5, gone: 6, generation: 7 } as const;

/** Everything of one packing, as buffers that threads share. */
export interface ColumnParts {
  buffers: Record<ColumnName, SharedArrayBuffer>;
  syllables: SharedListParts;
  places: SharedListParts;
  units: SharedListParts;
  tokens: SharedListParts;
  cemeteries: SharedListParts;
}

/** Bytes a row, a name, … and the type each column is seen as. */
const layout = {
  head: Int32Array,
  // one item a row: base rows sorted by name, then the tail in the order it came
  id: Uint8Array,
  birth: Uint8Array,
  death: Uint8Array,
  flags: Uint8Array,
  home: Uint32Array,
  deathPlace: Uint32Array,
  unit: Uint32Array,
  cemetery: Uint16Array,
  idSlots: Int32Array,
  // tail rows: all parts of the name, family first, given last
  tailName: Uint16Array,
  // base: given → runs of one family → names → rows
  givenRun: Uint32Array,
  runGiven: Uint16Array,
  runFamily: Uint16Array,
  runName: Uint32Array,
  nameMiddles: Uint16Array,
  nameRow: Uint32Array,
  // frequencies at the time of packing
  givenCount: Float32Array,
  middleCount: Float32Array,
  familyCount: Float32Array,
  birthCount: Float32Array,
  deathCount: Float32Array,
  homeCount: Float32Array,
  deathPlaceCount: Float32Array,
  tokenCount: Float32Array,
  unitKnown: Float32Array,
  cemeteryCount: Float32Array,
} as const;
const countColumns = [
  'givenCount',
  'middleCount',
  'familyCount',
  'birthCount',
  'deathCount',
  'homeCount',
  'deathPlaceCount',
  'tokenCount',
  'unitKnown',
  'cemeteryCount',
] as const;
type ColumnName = keyof typeof layout;
type Views = { -readonly [K in ColumnName]: InstanceType<(typeof layout)[K]> };

export interface Sizes {
  rows: number;
  names: number;
  runs: number;
  givens: number;
  syllables: number;
  tokens: number;
  cemeteries: number;
}

/** The columns as typed arrays over shared memory. The keeper's thread writes, searching threads read. */
export class Columns {
  readonly view: Views;
  readonly syllables: SharedList;
  readonly places: SharedList;
  readonly units: SharedList;
  readonly tokens: SharedList;
  readonly cemeteries: SharedList;
  readonly parts: ColumnParts;
  readonly byId: IdIndex;

  constructor(parts: ColumnParts) {
    this.parts = parts;
    this.view = Object.fromEntries(
      Object.entries(layout).map(([name, Type]) => [
        name,
        new (Type as new (buffer: SharedArrayBuffer) => Views[ColumnName])(parts.buffers[name as ColumnName]),
      ]),
    ) as unknown as Views;
    this.byId = new IdIndex(parts.buffers.idSlots, this.view.id);
    this.syllables = new SharedList(parts.syllables);
    this.places = new SharedList(parts.places);
    this.units = new SharedList(parts.units);
    this.tokens = new SharedList(parts.tokens);
    this.cemeteries = new SharedList(parts.cemeteries);
  }

  /** Makes room for a packing; the lists come filled. */
  static make(
    sizes: Sizes,
    lists: Record<'syllables' | 'places' | 'units' | 'tokens' | 'cemeteries', SharedList>,
  ): Columns {
    const rows = sizes.rows + tailRoom;
    const items: Record<ColumnName, number> = {
      head: 16,
      id: rows * 12,
      birth: rows * 2,
      death: rows * 2,
      flags: rows,
      home: rows,
      deathPlace: rows,
      unit: rows,
      cemetery: rows,
      idSlots: IdIndex.slotsFor(rows),
      tailName: tailRoom * (middles + 2),
      givenRun: sizes.givens + 1,
      runGiven: sizes.runs,
      runFamily: sizes.runs,
      runName: sizes.runs + 1,
      nameMiddles: sizes.names * middles,
      nameRow: sizes.names + 1,
      givenCount: sizes.syllables,
      middleCount: sizes.syllables,
      familyCount: sizes.syllables,
      birthCount: yearCodes,
      deathCount: yearCodes,
      homeCount: placeLevels * placeCodes,
      deathPlaceCount: placeLevels * placeCodes,
      tokenCount: sizes.tokens,
      unitKnown: 1,
      cemeteryCount: sizes.cemeteries,
    };
    const buffers = Object.fromEntries(
      Object.entries(layout).map(([name, Type]) => [
        name,
        new SharedArrayBuffer(items[name as ColumnName] * Type.BYTES_PER_ELEMENT),
      ]),
    ) as Record<ColumnName, SharedArrayBuffer>;
    const columns = new Columns({
      buffers,
      syllables: lists.syllables.parts,
      places: lists.places.parts,
      units: lists.units.parts,
      tokens: lists.tokens.parts,
      cemeteries: lists.cemeteries.parts,
    });
    const { head: at } = columns.view;
    at[head.rows] = sizes.rows;
    at[head.names] = sizes.names;
    at[head.runs] = sizes.runs;
    at[head.givens] = sizes.givens;
    return columns;
  }

  /** Rows of the sorted part. */
  get rows(): number {
    return this.view.head[head.rows]!;
  }
  get names(): number {
    return this.view.head[head.names]!;
  }
  get givens(): number {
    return this.view.head[head.givens]!;
  }
  /** Rows added since the packing; they follow the sorted ones. */
  get tail(): number {
    return Atomics.load(this.view.head, head.tail);
  }
  set tail(count: number) {
    Atomics.store(this.view.head, head.tail, count);
  }
  /** Dossiers and graves that can be found now. */
  get dossiers(): number {
    return Atomics.load(this.view.head, head.dossiers);
  }
  set dossiers(count: number) {
    Atomics.store(this.view.head, head.dossiers, count);
  }
  /** Rows that were replaced or taken away since the packing. */
  get gone(): number {
    return this.view.head[head.gone]!;
  }
  set gone(count: number) {
    this.view.head[head.gone] = count;
  }
  get generation(): number {
    return this.view.head[head.generation]!;
  }
  set generation(value: number) {
    this.view.head[head.generation] = value;
  }

  /** Takes over how common everything is from an earlier packing; lists only grow, so numbers still mean the same. */
  copyCounts(other: Columns): void {
    for (const name of countColumns)
      this.view[name].set(other.view[name].subarray(0, this.view[name].length));
  }

  idOf(row: number): string {
    return Buffer.from(this.view.id.buffer, row * 12, 12).toString('hex');
  }

  /** Bytes of all columns and lists together. */
  get bytes(): number {
    const lists = [this.syllables, this.places, this.units, this.tokens, this.cemeteries];
    return (
      Object.values(this.parts.buffers).reduce((sum, buffer) => sum + buffer.byteLength, 0) +
      lists.reduce((sum, list) => sum + list.byteLength, 0)
    );
  }
}
