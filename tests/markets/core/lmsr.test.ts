import { describe, expect, it } from 'vitest';
import {
  costFunction,
  costOf,
  largestLoss,
  oddsAfter,
  oddsOf,
  prices,
  sharesFor,
  sharesTo,
} from '../../../src/markets/core/lmsr.ts';
import table from './tables/lmsr.json' with { type: 'json' };

/** Within 1e-9 of a figure that somebody else computed, relative to it. */
const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

describe('the market scoring rule gives the figures of others', () => {
  const { own_table, three_outcomes, cultivate, gnosis_primer, move_price } = table;
  const even = oddsOf(own_table.b, own_table.q, 0);

  it('cost function', () => {
    near(costFunction(own_table.b, own_table.q), own_table.cost_function);
    near(costFunction(three_outcomes.b, three_outcomes.q), three_outcomes.cost_function);
    near(costFunction(cultivate.b, cultivate.q), cultivate.cost_function);
  });

  it.each(gnosis_primer.cost_function.map(([q, cost]) => ({ q, cost })))(
    'cost function at $q',
    ({ q, cost }) => {
      if (!Array.isArray(q) || typeof cost !== 'number') throw new Error('the table has another form');
      near(costFunction(gnosis_primer.b, q), cost);
    },
  );

  it.each(Object.entries(own_table.cost_of_shares))('%s shares', (shares, cost) =>
    near(costOf(own_table.b, even, Number(shares)), cost),
  );

  it.each(Object.entries(own_table.price_after_shares))('price after %s shares', (shares, price) =>
    near(Math.exp(oddsAfter(own_table.b, even, Number(shares)).inside), price),
  );

  it.each(Object.entries(own_table.shares_for_spend))('shares for %s points', (spend, shares) =>
    near(sharesFor(own_table.b, even, Number(spend)), shares),
  );

  it.each(Object.entries(own_table.max_loss))('largest loss with %s outcomes', (outcomes, loss) =>
    near(largestLoss(own_table.b, new Array(Number(outcomes)).fill(1 / Number(outcomes))), loss),
  );

  it('three outcomes', () => {
    const { b, q } = three_outcomes;
    for (const [i, price] of prices(b, q).entries()) near(price, three_outcomes.prices[i] ?? Number.NaN);
    for (const [i, shares] of three_outcomes.shares_for_25.entries())
      near(sharesFor(b, oddsOf(b, q, i), 25), shares);
  });

  it('a market of Cultivate', () => {
    const { b, q } = cultivate;
    for (const [i, price] of prices(b, q).entries()) near(price, cultivate.prices[i] ?? Number.NaN);
    near(costOf(b, oddsOf(b, q, 0), 1), cultivate.cost_of_1_share_of_0);
  });

  it.each(move_price.cases)('from $price to $target', ({ b, price, target, shares }) =>
    near(sharesTo(b, { inside: Math.log(price), outside: Math.log1p(-price) }, target), shares),
  );
});

describe('where naive formulas give Infinity', () => {
  const { b, q, spend, buy_outcome } = table.extreme;
  const odds = oddsOf(b, q, buy_outcome);

  it('shares are finite and prices sum to one', () => {
    const shares = sharesFor(b, odds, spend);
    // ln(1 + (e^1000 - 1) e^1000) = 2000 to far more digits than a double has.
    near(shares, 2000);
    const after = prices(
      b,
      q.map((x, i) => (i === buy_outcome ? x + shares : x)),
    );
    near(
      after.reduce((sum, p) => sum + p, 0),
      1,
    );
  });

  it('buying back costs what selling brought', () => {
    for (const shares of [1e-6, 1, 500, 999, 1500, 5000]) {
      const cost = costOf(b, odds, shares);
      near(costOf(b, oddsAfter(b, odds, shares), -shares), -cost);
    }
  });
});
