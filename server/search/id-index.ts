/**
 * From a document's id to its rows, in shared memory: open addressing, several rows an id. Rows are never taken out;
 * a row that is gone says so itself.
 */
export class IdIndex {
  private readonly slots: Int32Array;
  private readonly ids: Uint8Array;
  private readonly mask: number;

  constructor(slots: SharedArrayBuffer, ids: Uint8Array) {
    this.slots = new Int32Array(slots);
    this.mask = this.slots.length - 1;
    this.ids = ids;
  }

  /** Slots for so many rows: a power of two, at most two thirds full. */
  static slotsFor(rows: number): number {
    return 2 ** Math.ceil(Math.log2(rows * 1.4));
  }

  add(row: number): void {
    let slot = this.hash(this.ids, row * 12);
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    Atomics.store(this.slots, slot, row + 1);
  }

  rowsOf(id: Uint8Array): number[] {
    const rows: number[] = [];
    for (let slot = this.hash(id, 0); this.slots[slot] !== 0; slot = (slot + 1) & this.mask) {
      const row = this.slots[slot]! - 1;
      if (this.isId(row, id)) rows.push(row);
    }
    return rows;
  }

  private isId(row: number, id: Uint8Array): boolean {
    for (let at = 11; at >= 0; at--) if (this.ids[row * 12 + at] !== id[at]) return false;
    return true;
  }

  private hash(bytes: Uint8Array, from: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < from + 12; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}
