/** What threads hand each other to see the same list. */
export interface SharedListParts {
  count: SharedArrayBuffer;
  starts: SharedArrayBuffer;
  bytes: SharedArrayBuffer;
}

/**
 * Byte strings in shared memory, only ever added to. One thread writes; others read whatever the count covers.
 * Item 0 is the empty string, so that 0 can stand for "none".
 */
export class SharedList {
  readonly parts: SharedListParts;
  private readonly count: Int32Array;
  private readonly starts: Uint32Array;
  private readonly bytes: Uint8Array;

  constructor(parts: SharedListParts) {
    this.parts = parts;
    this.count = new Int32Array(parts.count);
    this.starts = new Uint32Array(parts.starts);
    this.bytes = new Uint8Array(parts.bytes);
  }

  static of(
    items: Iterable<Uint8Array>,
    count: number,
    bytes: number,
    spareItems: number,
    spareBytes: number,
  ) {
    const list = new SharedList({
      count: new SharedArrayBuffer(4),
      starts: new SharedArrayBuffer((count + spareItems + 2) * 4),
      bytes: new SharedArrayBuffer(bytes + spareBytes),
    });
    for (const item of items) list.add(item);
    return list;
  }

  get length(): number {
    return Atomics.load(this.count, 0);
  }

  get byteLength(): number {
    return this.starts.byteLength + this.bytes.byteLength;
  }

  /** @returns the item's place, or −1 when the list is full and the columns must be packed anew */
  add(item: Uint8Array): number {
    const at = this.length;
    const start = this.starts[at]!;
    if (at + 1 >= this.starts.length || start + item.length > this.bytes.length) return -1;
    this.bytes.set(item, start);
    this.starts[at + 1] = start + item.length;
    // The count comes last: a reader never sees an item before its bytes.
    Atomics.store(this.count, 0, at + 1);
    return at;
  }

  /** A view of the item, not a copy. */
  get(at: number): Uint8Array {
    return this.bytes.subarray(this.starts[at], this.starts[at + 1]);
  }

  text(at: number): string {
    return Buffer.from(this.get(at)).toString();
  }
}
