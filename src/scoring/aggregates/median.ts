import { OrderStatistics } from '../orderStatistics.ts';
import { columnsOf } from './columns.ts';
import { meanPool } from './mean.ts';
import type { Aggregate } from './pool.ts';

export const median: Aggregate = {
  name: 'median',
  about: 'Median of standing forecasts, all weighing the same.',
  pool(input) {
    const { columns, toVector } = columnsOf(input);
    const bags = columns.map((column) => new OrderStatistics(column));
    const mean = meanPool(input);
    return {
      add(i) {
        for (const bag of bags) bag.add(i);
        mean.add(i);
      },
      remove(i) {
        for (const bag of bags) bag.remove(i);
        mean.remove(i);
      },
      vector: () => toVector(bags.map((bag) => bag.median())) ?? mean.vector(),
    };
  },
};
