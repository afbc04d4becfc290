import { SharedList } from './shared-list.ts';

/** Gives each distinct value a number, in the order they come; 0 is "none". */
export class Intern {
  private readonly numbers = new Map<string, number>([['', 0]]);
  // All values end to end: an object for each of a few hundred thousand would take more than the columns.
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 12);
  private count = 1;

  constructor(private readonly most: number) {}

  /** @param key what makes it distinct @param item the bytes to keep */
  number(key: string, item: () => Uint8Array): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    // Past the room of its column's type a value counts as "none": it then neither helps nor hides.
    if (this.count >= this.most) return 0;
    this.numbers.set(key, this.count);
    this.keep(item());
    return this.count - 1;
  }

  private keep(item: Uint8Array): void {
    const from = this.ends[this.count - 1]!;
    if (from + item.length > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 1.5, from + item.length));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    if (this.count >= this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 1.5);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.bytes.set(item, from);
    this.ends[this.count] = from + item.length;
    this.count += 1;
  }

  get length(): number {
    return this.count;
  }

  item(at: number): Uint8Array {
    return at === 0 ? this.bytes.subarray(0, 0) : this.bytes.subarray(this.ends[at - 1], this.ends[at]);
  }

  /** A copy in shared memory, with room for more. */
  share(spareItems: number): SharedList {
    const bytes = this.ends[this.count - 1]!;
    const average = Math.ceil(bytes / this.count) + 8;
    return SharedList.of(this.items(), this.count, bytes, spareItems, spareItems * average);
  }

  private *items(): Iterable<Uint8Array> {
    for (let at = 0; at < this.count; at++) yield this.item(at);
  }
}
