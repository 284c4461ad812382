import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it('answers', async () => {
  const a = await town.slash('ann', 'help', {});
  expect(a.text).toContain('/forecast');
  expect(town.proxy.wrong).toEqual([]);
});
