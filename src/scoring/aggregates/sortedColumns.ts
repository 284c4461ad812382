/**
 * For each column the standing forecasts in order of their number there (equal ones in order of index). Adding and removing
 * shift an array of indices, which for the sizes of a community is faster than any tree.
 */
export class SortedColumns {
  readonly lists: readonly Int32Array[];
  readonly #columns: readonly Float64Array[];
  #size = 0;

  constructor(columns: readonly Float64Array[]) {
    this.#columns = columns;
    this.lists = columns.map((column) => new Int32Array(column.length));
  }

  get size(): number {
    return this.#size;
  }

  add(i: number): void {
    for (let c = 0; c < this.lists.length; c++) {
      const list = this.lists[c];
      const at = this.#place(c, i);
      if (!list) continue;
      if (at < this.#size) list.copyWithin(at + 1, at, this.#size);
      list[at] = i;
    }
    this.#size++;
  }

  remove(i: number): void {
    for (let c = 0; c < this.lists.length; c++) {
      const at = this.#place(c, i);
      this.lists[c]?.copyWithin(at, at + 1, this.#size);
    }
    this.#size--;
  }

  /** Where forecast i stands or would stand in column c. */
  #place(c: number, i: number): number {
    const column = this.#columns[c];
    const list = this.lists[c];
    if (!column || !list) return 0;
    const value = column[i] ?? 0;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle] ?? 0;
      const otherValue = column[other] ?? 0;
      if (otherValue < value || (otherValue === value && other < i)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
