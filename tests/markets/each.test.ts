import { expect, it } from 'vitest';
import { each } from '../../src/markets/due/each.ts';

it('does what stands behind an item that fails, and tells what failed', async () => {
  const seen: number[] = [];
  const work = each([1, 2, 3, 4], async (n) => {
    seen.push(n);
    if (n % 2 === 0) throw new Error(`no ${n}`);
    return true;
  });
  await expect(work).rejects.toMatchObject({
    name: 'AggregateError',
    message: '2 of 4 failed',
    errors: [new Error('no 2'), new Error('no 4')],
  });
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('counts what was done now, not what another process had done', async () => {
  expect(await each([1, 2, 3], async (n) => n !== 2)).toBe(2);
});
