import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { quote } from '../../src/cli/quote.ts';

const folder = mkdtempSync(join(tmpdir(), 'brierpatch-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const quoted = (...cases: object[]) => {
  const file = join(folder, 'cases.json');
  writeFileSync(file, JSON.stringify({ cases }));
  return quote([file]);
};

describe('quote', () => {
  it('answers what the rule answers, unrounded', async () => {
    const { json } = await quoted(
      { b: 100, q: [50, 20, -10], outcome: 0, spend: 25 },
      { b: 100, q: [0, 0], outcome: 0, shares: 10 },
      { b: 100, q: [0, 0], outcome: 0, sell: 10 },
      { b: 10, q: [0, 0], outcome: 1, target: 0.9 },
      { b: 1, q: [1000, 0], outcome: 1, spend: 1000 },
    );
    expect(json).toMatchObject({
      results: [
        { shares: expect.closeTo(50.0965011811605, 9), cost: 25 },
        { shares: 10, cost: expect.closeTo(5.12494795136256, 9) },
        // What 10 shares cost from 47.5% up: the purchase above turned round.
        { shares: -10, cost: expect.closeTo(-4.87505204863744, 9) },
        {
          shares: expect.closeTo(21.972245773362, 9),
          pricesAfter: [expect.closeTo(0.1, 9), expect.closeTo(0.9, 9)],
        },
        { shares: expect.closeTo(2000, 9), prices: [1, 0], pricesAfter: [0, 1] },
      ],
    });
  });

  it.each([
    ['two wishes at once', { b: 1, q: [0, 0], outcome: 0, spend: 1, shares: 1 }, 'not-understood'],
    ['an outcome that is not there', { b: 1, q: [0, 0], outcome: 2, spend: 1 }, 'out-of-range'],
    ['no outcome', { b: 1, q: [0, 0], spend: 1 }, 'out-of-range'],
    ['no liquidity', { b: 0, q: [0, 0] }, 'not-understood'],
    ['one outcome alone', { b: 1, q: [0] }, 'not-understood'],
    ['a target of certainty', { b: 1, q: [0, 0], outcome: 0, target: 1 }, 'not-understood'],
  ])('refuses %s', async (_, one, code) => {
    await expect(quoted(one)).rejects.toMatchObject({ name: 'Refusal', code });
  });
});
