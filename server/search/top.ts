/** The best rows so far, the worst of them at the root; equal scores go by id, so that pages do not depend on luck. */
export class Top {
  private readonly scores: Float64Array;
  private readonly rows: Uint32Array;
  size = 0;

  constructor(
    readonly room: number,
    private readonly ids: Uint8Array,
  ) {
    this.scores = new Float64Array(room);
    this.rows = new Uint32Array(room);
  }

  /** What a row must reach to get in. */
  get threshold(): number {
    return this.size < this.room ? -Infinity : this.scores[0]!;
  }

  offer(score: number, row: number): void {
    if (this.size < this.room) {
      let at = this.size++;
      this.set(at, score, row);
      for (let up = (at - 1) >> 1; at > 0 && this.worse(at, up); up = (at - 1) >> 1) {
        this.swap(at, up);
        at = up;
      }
    } else if (
      score > this.scores[0]! ||
      (score === this.scores[0] && this.compareIds(row, this.rows[0]!) < 0)
    ) {
      this.set(0, score, row);
      this.sink();
    }
  }

  /** Best first. */
  sorted(): { score: number; row: number }[] {
    return Array.from({ length: this.size }, (_, at) => ({
      score: this.scores[at]!,
      row: this.rows[at]!,
    })).sort((one, other) => other.score - one.score || this.compareIds(one.row, other.row));
  }

  compareIds(one: number, other: number): number {
    for (let at = 0; at < 12; at++) {
      const difference = this.ids[one * 12 + at]! - this.ids[other * 12 + at]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      let least = at;
      for (const child of [at * 2 + 1, at * 2 + 2])
        if (child < this.size && this.worse(child, least)) least = child;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private worse(one: number, other: number): boolean {
    const difference = this.scores[one]! - this.scores[other]!;
    return difference < 0 || (difference === 0 && this.compareIds(this.rows[one]!, this.rows[other]!) > 0);
  }

  private set(at: number, score: number, row: number): void {
    this.scores[at] = score;
    this.rows[at] = row;
  }

  private swap(one: number, other: number): void {
    const score = this.scores[one]!;
    const row = this.rows[one]!;
    this.set(one, this.scores[other]!, this.rows[other]!);
    this.set(other, score, row);
  }
}
