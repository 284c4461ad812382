import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

it('answers', async () => {
  const a = await town.slash('ann', 'help', {});
  console.log(a.text, a.private, JSON.stringify(a.data).slice(0, 2000));
  console.log(town.logged);
  expect(town.proxy.wrong).toEqual([]);
});
