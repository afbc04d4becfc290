import type { Columns } from './columns.ts';
import { yearOf } from './compact.ts';

/** A place that lies in no one province. */
const noProvince = 255;

/** The province each recorded place lies in, when it is one: more than half sure. */
export class Provinces {
  private known: Uint8Array;
  private length = 0;

  constructor(private readonly columns: Columns) {
    this.known = new Uint8Array(columns.places.length);
    this.follow();
  }

  /** Takes in places that came since. */
  follow(): void {
    const { places } = this.columns;
    if (places.length > this.known.length) {
      const larger = new Uint8Array(places.length + 10_000);
      larger.set(this.known);
      this.known = larger;
    }
    for (; this.length < places.length; this.length++) {
      const atoms = places.get(this.length);
      let found = noProvince;
      for (let at = 0; at + 3 < atoms.length; at += 4)
        if (atoms[at] === 0 && atoms[at + 3]! > 127) found = atoms[at + 1]!;
      this.known[this.length] = found;
    }
  }

  of(place: number): number {
    return place === 0 ? noProvince : this.known[place]!;
  }
}

/** How many of the people found there are of each home province, cemetery, years of death and state of the grave. */
export class Facets {
  private readonly homes = new Uint32Array(256);
  private readonly cemeteries: Uint32Array;
  private readonly deaths = new Uint32Array(256);
  private readonly information = new Uint32Array(8);

  constructor(
    private readonly columns: Columns,
    private readonly provinces: Provinces,
  ) {
    this.cemeteries = new Uint32Array(columns.cemeteries.length);
  }

  count(row: number): void {
    const { view } = this.columns;
    this.homes[this.provinces.of(view.home[row]!)]! += 1;
    this.cemeteries[view.cemetery[row]!]! += 1;
    const death = view.death[row * 2]!;
    if (death === view.death[row * 2 + 1]) this.deaths[death]! += 1;
    this.information[(view.flags[row]! >> 3) & 7]! += 1;
  }

  /** Provinces by number, cemeteries by number, spans of five years by their first, states by code; most first. */
  list() {
    const spans = new Map<number, number>();
    this.deaths.forEach((count, code) => {
      if (count === 0 || code === 0) return;
      const first = Math.floor(yearOf(code) / 5) * 5;
      spans.set(first, (spans.get(first) ?? 0) + count);
    });
    return {
      home: largest(this.homes.subarray(0, 255), 0),
      cemetery: largest(this.cemeteries, 1),
      death: [...spans].sort(([one], [other]) => one - other),
      status: largest(this.information, 0),
    };
  }
}

function largest(counts: Uint32Array, from: number): [number, number][] {
  const found: [number, number][] = [];
  counts.forEach((count, at) => {
    if (count > 0 && at >= from) found.push([at, count]);
  });
  return found.sort((one, other) => other[1] - one[1]).slice(0, 30);
}
