/**
 * A bag of numbers from a list known beforehand, and its k-th smallest at any moment.
 *
 * A Fenwick tree (Fenwick 1994) over the ranks of the known values: each operation costs O(log F).
 */
export class OrderStatistics {
  readonly #sorted: Float64Array;
  readonly #rank: Int32Array;
  readonly #counts: Int32Array;
  readonly #top: number;
  #size = 0;

  /** `values[i]` is the number that `add(i)` and `remove(i)` speak of. */
  constructor(values: ArrayLike<number>) {
    const n = values.length;
    this.#sorted = new Float64Array(values).sort();
    this.#rank = new Int32Array(n);
    for (let i = 0; i < n; i++) this.#rank[i] = this.#firstAtLeast(values[i] ?? 0);
    this.#counts = new Int32Array(n + 1);
    let top = 1;
    while (top * 2 <= n) top *= 2;
    this.#top = top;
  }

  get size(): number {
    return this.#size;
  }

  add(i: number): void {
    this.#change(i, 1);
  }

  remove(i: number): void {
    this.#change(i, -1);
  }

  /** The k-th smallest, k from 1 to `size`. */
  kth(k: number): number {
    let position = 0;
    let left = k;
    for (let step = this.#top; step > 0; step >>= 1) {
      const next = position + step;
      const count = this.#counts[next];
      if (count !== undefined && count < left) {
        left -= count;
        position = next;
      }
    }
    return this.#sorted[position] ?? Number.NaN;
  }

  /** The median: the mean of the two middle ones where the size is even. NaN when empty. */
  median(): number {
    const n = this.#size;
    if (n % 2 === 1) return this.kth((n + 1) / 2);
    return n === 0 ? Number.NaN : (this.kth(n / 2) + this.kth(n / 2 + 1)) / 2;
  }

  #change(i: number, by: 1 | -1): void {
    const counts = this.#counts;
    for (let at = (this.#rank[i] ?? 0) + 1; at < counts.length; at += at & -at)
      counts[at] = (counts[at] ?? 0) + by;
    this.#size += by;
  }

  #firstAtLeast(value: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
