import { SharedList } from './shared-list.ts';

/** Gives each distinct value a number, in the order they come; 0 is "none". */
export class Intern {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly items: Uint8Array[] = [new Uint8Array()];
  private bytes = 0;

  constructor(private readonly most: number) {}

  /** @param key what makes it distinct @param item the bytes to keep */
  number(key: string, item: () => Uint8Array): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    // Past the room of its column's type a value counts as "none": it then neither helps nor hides.
    if (this.items.length >= this.most) return 0;
    const kept = item();
    this.numbers.set(key, this.items.length);
    this.bytes += kept.length;
    return this.items.push(kept) - 1;
  }

  get length(): number {
    return this.items.length;
  }

  keyed(): ReadonlyMap<string, number> {
    return this.numbers;
  }

  item(at: number): Uint8Array {
    return this.items[at]!;
  }

  share(spareItems: number): SharedList {
    const average = Math.ceil(this.bytes / this.items.length) + 8;
    return SharedList.of(this.items, this.items.length, this.bytes, spareItems, spareItems * average);
  }
}
