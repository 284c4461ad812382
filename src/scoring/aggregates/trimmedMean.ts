import { columnsOf } from './columns.ts';
import { meanPool } from './mean.ts';
import type { Aggregate } from './pool.ts';
import { SortedColumns } from './sortedColumns.ts';

/** Share of the standing forecasts dropped at each end, rounded down to whole forecasts. */
export const TRIM = 0.1;

export const trimmedMean: Aggregate = {
  name: 'trimmedMean',
  about: 'Average of standing forecasts without the highest and the lowest tenth.',
  pool(input) {
    const { columns, toVector } = columnsOf(input);
    const sorted = new SortedColumns(columns);
    const mean = meanPool(input);
    return {
      add(i) {
        sorted.add(i);
        mean.add(i);
      },
      remove(i) {
        sorted.remove(i);
        mean.remove(i);
      },
      vector() {
        const drop = Math.floor(sorted.size * TRIM);
        const kept = sorted.size - 2 * drop;
        const means = columns.map((column, c) => {
          const list = sorted.lists[c];
          let sum = 0;
          for (let j = drop; j < drop + kept; j++) sum += column[list?.[j] ?? 0] ?? 0;
          return sum / kept;
        });
        return toVector(means) ?? mean.vector();
      },
    };
  },
};
