import { Columns, middles, placeCodes, rowFlag } from './columns.ts';
import { flag } from './compact.ts';
import type { Dictionary, Entry } from './entry.ts';

const width = middles + 2;

/** Rows gathered in any order, to be sorted into columns. Grows as rows come. */
export class Draft {
  private room: number;
  rows = 0;
  dossiers = 0;
  private id: Uint8Array;
  private spans: Uint8Array;
  private flags: Uint8Array;
  private facts: Uint32Array;
  private names: Uint16Array;

  /** @param room about how many rows will come */
  constructor(room: number) {
    this.room = Math.max(1024, room);
    this.id = new Uint8Array(this.room * 12);
    this.spans = new Uint8Array(this.room * 4);
    this.flags = new Uint8Array(this.room);
    this.facts = new Uint32Array(this.room * 4);
    this.names = new Uint16Array(this.room * width);
  }

  add(id: Uint8Array, entry: Entry): void {
    if (this.rows === this.room) this.grow();
    const at = this.rows++;
    for (let byte = 0; byte < 12; byte++) this.id[at * 12 + byte] = id[byte]!;
    this.spans[at * 4] = entry.birth[0];
    this.spans[at * 4 + 1] = entry.birth[1];
    this.spans[at * 4 + 2] = entry.death[0];
    this.spans[at * 4 + 3] = entry.death[1];
    this.flags[at] = entry.flags;
    this.facts[at * 4] = entry.home;
    this.facts[at * 4 + 1] = entry.deathPlace;
    this.facts[at * 4 + 2] = entry.unit;
    this.facts[at * 4 + 3] = entry.cemetery;
    this.names[at * width] = entry.given;
    this.names[at * width + 1] = entry.family;
    for (let part = 0; part < entry.middles.length; part++)
      this.names[at * width + 2 + part] = entry.middles[part]!;
    if ((entry.flags & rowFlag.alias) === 0) this.dossiers += 1;
  }

  private grow(): void {
    this.room = Math.ceil(this.room * 1.3);
    const larger = <T extends Uint8Array | Uint16Array | Uint32Array>(old: T, width: number): T => {
      const grown = new (old.constructor as new (length: number) => T)(this.room * width);
      grown.set(old);
      return grown;
    };
    this.id = larger(this.id, 12);
    this.spans = larger(this.spans, 4);
    this.flags = larger(this.flags, 1);
    this.facts = larger(this.facts, 4);
    this.names = larger(this.names, width);
  }

  /** Sorts the rows by name into columns, with the frequencies of everything in them. */
  settle(dictionary: Dictionary, generation: number): Columns {
    const { nameOf, order, starts } = this.sortNames();
    const distinct = order.length;
    const syllables = dictionary.syllables.length;
    let runs = 0;
    for (let at = 0; at < distinct; at++)
      if (at === 0 || !this.sameRun(order[at - 1]!, order[at]!)) runs += 1;
    const columns = Columns.make(
      {
        rows: this.rows,
        names: distinct,
        runs,
        givens: syllables,
        syllables: syllables + 4096,
        tokens: dictionary.tokens.length + 8192,
        cemeteries: 65_536,
      },
      {
        syllables: dictionary.syllables.share(4096),
        places: dictionary.places.share(16_384),
        units: dictionary.units.share(32_768),
        tokens: dictionary.tokens.share(8192),
        cemeteries: dictionary.cemeteries.share(4096),
      },
    );
    columns.generation = generation;
    columns.dossiers = this.dossiers;
    this.placeRows(columns, nameOf, starts);
    this.placeNames(columns, order, starts);
    count(columns);
    return columns;
  }

  /** Distinct names in the order given, family, middles; for each row its name's place in that order. */
  private sortNames() {
    const first: number[] = []; // a row that bears the name
    const nameOf = new Uint32Array(this.rows);
    const byKey = new Map<number | string, number>();
    const sizes: number[] = [];
    for (let row = 0; row < this.rows; row++) {
      const key = this.nameKey(row);
      let name = byKey.get(key);
      if (name === undefined) {
        name = first.length;
        byKey.set(key, name);
        first.push(row);
        sizes.push(0);
      }
      nameOf[row] = name;
      sizes[name]! += 1;
    }
    const sorted = Uint32Array.from(first.keys());
    const rank = Float64Array.from(
      first,
      (row) => this.names[row * width]! * 65_536 + this.names[row * width + 1]!,
    );
    sorted.sort((one, other) => rank[one]! - rank[other]! || one - other);
    const placeOf = new Uint32Array(first.length);
    const starts = new Uint32Array(first.length + 1);
    sorted.forEach((name, at) => {
      placeOf[name] = at;
      starts[at + 1] = starts[at]! + sizes[name]!;
    });
    for (let row = 0; row < this.rows; row++) nameOf[row] = placeOf[nameOf[row]!]!;
    return { nameOf, order: Uint32Array.from(sorted, (name) => first[name]!), starts };
  }

  private nameKey(row: number): number | string {
    const at = row * width;
    const { names } = this;
    const head = (names[at]! * 65_536 + names[at + 1]!) * 65_536;
    if (names[at + 3] === 0) return head + names[at + 2]!; // up to 48 bits: exact in a double
    return names.subarray(at, at + width).join();
  }

  private sameRun(one: number, other: number): boolean {
    return (
      this.names[one * width] === this.names[other * width] &&
      this.names[one * width + 1] === this.names[other * width + 1]
    );
  }

  private placeRows({ view, byId }: Columns, nameOf: Uint32Array, starts: Uint32Array): void {
    const next = starts.slice();
    for (let row = 0; row < this.rows; row++) {
      const to = next[nameOf[row]!]!;
      next[nameOf[row]!] = to + 1;
      for (let byte = 0; byte < 12; byte++) view.id[to * 12 + byte] = this.id[row * 12 + byte]!;
      view.birth[to * 2] = this.spans[row * 4]!;
      view.birth[to * 2 + 1] = this.spans[row * 4 + 1]!;
      view.death[to * 2] = this.spans[row * 4 + 2]!;
      view.death[to * 2 + 1] = this.spans[row * 4 + 3]!;
      view.flags[to] = this.flags[row]!;
      view.home[to] = this.facts[row * 4]!;
      view.deathPlace[to] = this.facts[row * 4 + 1]!;
      view.unit[to] = this.facts[row * 4 + 2]!;
      view.cemetery[to] = this.facts[row * 4 + 3]!;
      byId.add(to);
    }
  }

  private placeNames({ view, givens }: Columns, order: Uint32Array, starts: Uint32Array): void {
    view.nameRow.set(starts);
    let run = -1;
    let given = -1;
    order.forEach((row, name) => {
      if (name === 0 || !this.sameRun(order[name - 1]!, row)) {
        run += 1;
        view.runGiven[run] = this.names[row * width]!;
        view.runFamily[run] = this.names[row * width + 1]!;
        view.runName[run] = name;
        for (; given < this.names[row * width]!; given++) view.givenRun[given + 1] = run;
      }
      for (let part = 0; part < middles; part++)
        view.nameMiddles[name * middles + part] = this.names[row * width + 2 + part]!;
    });
    view.runName[run + 1] = order.length;
    for (given += 1; given <= givens; given++) view.givenRun[given] = run + 1;
  }
}

/** How often each value occurs: what makes one fact more telling than another. */
function count(columns: Columns): void {
  const { view } = columns;
  for (let given = 0; given < columns.givens; given++)
    for (let run = view.givenRun[given]!; run < view.givenRun[given + 1]!; run++)
      for (let name = view.runName[run]!; name < view.runName[run + 1]!; name++) {
        const rows = view.nameRow[name + 1]! - view.nameRow[name]!;
        view.givenCount[given]! += rows;
        view.familyCount[view.runFamily[run]!]! += rows;
        for (let part = 0; part < middles; part++) {
          const middle = view.nameMiddles[name * middles + part]!;
          if (middle !== 0) view.middleCount[middle]! += rows;
        }
      }
  const homes = new Uint32Array(columns.places.length);
  const deathPlaces = new Uint32Array(columns.places.length);
  const units = new Uint32Array(columns.units.length);
  for (let row = 0; row < columns.rows; row++) {
    view.birthCount[view.birth[row * 2]!]! += 1;
    view.deathCount[view.death[row * 2]!]! += 1;
    homes[view.home[row]!]! += 1;
    deathPlaces[view.deathPlace[row]!]! += 1;
    units[view.unit[row]!]! += 1;
    if ((view.flags[row]! & flag.hasGrave) !== 0) view.cemeteryCount[view.cemetery[row]!]! += 1;
  }
  spread(homes, view.homeCount);
  spread(deathPlaces, view.deathPlaceCount);
  for (let unit = 1; unit < units.length; unit++) {
    const tokens = columns.units.get(unit);
    for (let at = 0; at + 1 < tokens.length; at += 2)
      view.tokenCount[tokens[at]! | (tokens[at + 1]! << 8)]! += units[unit]!;
    view.unitKnown[0]! += units[unit]!;
  }

  /** Each place's rows go to its provinces, districts and communes by their chances. */
  function spread(rowsOf: Uint32Array, counts: Float32Array) {
    for (let place = 1; place < rowsOf.length; place++) {
      const atoms = columns.places.get(place);
      for (let at = 0; at + 3 < atoms.length; at += 4)
        counts[atoms[at]! * placeCodes + (atoms[at + 1]! | (atoms[at + 2]! << 8))]! +=
          (rowsOf[place]! * atoms[at + 3]!) / 255;
    }
  }
}
