import { expect, it } from 'vitest';
import { turns } from '../../src/bot/platforms/discord/turns.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

it('lets a few work at once, in order, and the next when one is done', async () => {
  const line = turns(2);
  const began: number[] = [];
  const done: (() => void)[] = [];
  for (let i = 0; i < 4; i++)
    void line.begin().then((end) => {
      began.push(i);
      done[i] = end;
    });
  await soon();
  expect(began).toEqual([0, 1]);
  done[1]?.();
  done[1]?.();
  await soon();
  expect(began).toEqual([0, 1, 2]);
  done[0]?.();
  done[2]?.();
  await soon();
  expect(began).toEqual([0, 1, 2, 3]);
});

it('begins nothing while something urgent is under way, whether that succeeds or not', async () => {
  const line = turns(2);
  const steps: string[] = [];
  let finish = () => {};
  const urgent = line.urgently(
    () => new Promise<void>((_, reject) => (finish = () => reject(new Error('lost')))),
  );
  void line.begin().then(() => steps.push('work'));
  await soon();
  expect(steps).toEqual([]);
  finish();
  await expect(urgent).rejects.toThrow('lost');
  await soon();
  expect(steps).toEqual(['work']);
});

it('does not wait for ever for something urgent that hangs', async () => {
  const line = turns(1);
  const start = performance.now();
  void line.urgently(() => new Promise<void>(() => {}));
  await line.begin();
  expect(performance.now() - start).toBeLessThan(2500);
});

it('takes the turn from work that is slow', async () => {
  const line = turns(1);
  const start = performance.now();
  const end = await line.begin();
  await line.begin();
  expect(performance.now() - start).toBeGreaterThan(1900);
  // It was counted as done already.
  end();
  const third = Promise.race([line.begin().then(() => 'began'), soon().then(() => 'waits')]);
  expect(await third).toBe('waits');
});
