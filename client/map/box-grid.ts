/** A box in any flat unit; y grows downwards. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two boxes share a point. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Things with boxes, found by place: each lies in every square cell that its box touches. */
export class BoxGrid<Item> {
  readonly #cells = new Map<number, { box: Box; item: Item }[]>();
  readonly #cell: number;

  /** @param cell side of a cell; best about the size of a usual query */
  constructor(cell: number) {
    this.#cell = cell;
  }

  add(box: Box, item: Item): void {
    const entry = { box, item };
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(entry);
      else this.#cells.set(key, [entry]);
    }
  }

  /** Whether anything overlaps the box. */
  taken(box: Box): boolean {
    for (const key of this.#keys(box)) {
      if (this.#cells.get(key)?.some((entry) => overlap(entry.box, box))) return true;
    }
    return false;
  }

  /** Everything that overlaps the box, each thing once, in the order of adding within a cell. */
  find(box: Box): Set<Item> {
    const found = new Set<Item>();
    for (const key of this.#keys(box)) {
      for (const entry of this.#cells.get(key) ?? []) if (overlap(entry.box, box)) found.add(entry.item);
    }
    return found;
  }

  *#keys(box: Box): Generator<number> {
    const [left, right] = [Math.floor(box.left / this.#cell), Math.floor(box.right / this.#cell)];
    const [top, bottom] = [Math.floor(box.top / this.#cell), Math.floor(box.bottom / this.#cell)];
    for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) yield y * 0x1000000 + x;
  }
}
