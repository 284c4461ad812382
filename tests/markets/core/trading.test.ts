import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { affordable, moveTo, sweep } from '../../../src/markets/core/book.ts';
import { deepen, openingSubsidy, withNewcomer } from '../../../src/markets/core/funding.ts';
import { offsetsFor } from '../../../src/markets/core/lmsr.ts';
import { execute, type Market, priceOf, pricesOf, type Request } from '../../../src/markets/core/trading.ts';

/** A market with its pool, and what a member holds of it, as a ledger would keep them. */
interface World {
  market: Market;
  pool: bigint;
  held: bigint[];
}

const start = (liquidity: bigint, p0: readonly number[]): World => ({
  market: { liquidity, shares: p0.map(() => 0n), offsets: offsetsFor(Number(liquidity), p0) },
  pool: openingSubsidy(liquidity, p0),
  held: p0.map(() => 0n),
});

const prior = (outcomes: number) =>
  fc
    .array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: outcomes, maxLength: outcomes })
    .map((xs) => {
      const sum = xs.reduce((total, x) => total + x, 0);
      return xs.map((x) => x / sum);
    });

const worlds = fc
  .integer({ min: 2, max: 20 })
  .chain((outcomes) =>
    fc.tuple(fc.bigInt({ min: 1_000n, max: 10_000_000n }), prior(outcomes)).map(([b, p0]) => start(b, p0)),
  );

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('points', 'shares', 'until', 'against', 'sell', 'deepen', 'move'),
    outcome: fc.nat(19),
    amount: fc.bigInt({ min: 1n, max: 2_000_000n }),
    price: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  }),
  { maxLength: 40 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Does one thing to a world; answers what the member paid (> 0) or received (< 0). */
function act(world: World, { what, outcome: any, amount, price }: Step): bigint {
  const outcome = any % world.held.length;
  if (what === 'deepen') {
    world.market = deepen(world.market, world.pool + amount);
    world.pool += amount;
    return 0n;
  }
  if (what === 'move') {
    const rest = (1 - price) / (world.held.length - 1);
    const move = moveTo(
      world.market,
      world.held.map((_, i) => (i === outcome ? price : rest)),
      amount,
    );
    expect(move.points).toBeLessThanOrEqual(amount);
    world.market = move.market;
    world.pool += move.points;
    world.held = world.held.map((held, i) => held + (move.shares[i] ?? 0n));
    return move.points;
  }
  const held = world.held[outcome] ?? 0n;
  const request: Request =
    what === 'sell'
      ? { kind: 'sell', outcome, shares: amount < held ? amount : held, limit: null }
      : {
          kind: 'buy',
          outcome,
          against: what === 'against',
          points: what === 'shares' ? null : amount,
          shares: what === 'shares' ? amount : null,
          limit: what === 'until' ? price : null,
        };
  const trade = execute(world.market, request, []);
  const paid = request.kind === 'sell' ? -trade.points : trade.points;
  world.held = world.held.map(
    (own, i) => own + (trade.market.shares[i] ?? 0n) - (world.market.shares[i] ?? 0n),
  );
  world.market = trade.market;
  world.pool += paid;
  return paid;
}

describe('any market, whatever is done to it', () => {
  it('has prices that sum to one and a pool that pays every possible resolution', () => {
    fc.assert(
      fc.property(worlds, steps, (world, todo) => {
        for (const step of todo) {
          act(world, step);
          const sum = pricesOf(world.market).reduce((total, p) => total + p, 0);
          expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
          for (const shares of world.market.shares) {
            expect(shares).toBeGreaterThanOrEqual(0n);
            expect(world.pool).toBeGreaterThanOrEqual(shares);
          }
        }
      }),
    );
  });

  it('never loses more than its subsidy', () => {
    fc.assert(
      fc.property(worlds, steps, (world, todo) => {
        let invested = world.pool;
        for (const step of todo) {
          act(world, step);
          if (step.what === 'deepen') invested += step.amount;
        }
        const paid = world.pool - invested;
        for (const shares of world.market.shares) expect(shares - paid).toBeLessThanOrEqual(invested);
      }),
    );
  });

  it('never lets a round trip profit', () => {
    fc.assert(
      fc.property(
        worlds,
        steps,
        fc.nat(19),
        fc.bigInt({ min: 1n, max: 5_000_000n }),
        (world, todo, any, points) => {
          for (const step of todo) act(world, step);
          const outcome = any % world.held.length;
          const buy = execute(
            world.market,
            { kind: 'buy', outcome, against: false, points, shares: null, limit: null },
            [],
          );
          expect(buy.points).toBeLessThanOrEqual(points);
          const back = execute(buy.market, { kind: 'sell', outcome, shares: buy.shares, limit: null }, []);
          expect(back.points).toBeLessThanOrEqual(buy.points);
        },
      ),
    );
  });

  it('charges the same for one purchase as for its parts, up to rounding', () => {
    fc.assert(
      fc.property(
        worlds,
        fc.nat(19),
        fc.array(fc.bigInt({ min: 1n, max: 100_000n }), { minLength: 2, maxLength: 8 }),
        (world, any, parts) => {
          const outcome = any % world.held.length;
          const buy = (market: Market, shares: bigint) =>
            execute(market, { kind: 'buy', outcome, against: false, points: null, shares, limit: null }, []);
          const whole = buy(
            world.market,
            parts.reduce((sum, part) => sum + part, 0n),
          );
          let market = world.market;
          let cost = 0n;
          let bought = 0n;
          for (const part of parts) {
            const trade = buy(market, part);
            cost += trade.points;
            bought += trade.shares;
            market = trade.market;
          }
          // At the cap of prices neither buys more; before it both do all.
          if (whole.atLimit) return;
          expect(bought).toBe(whole.shares);
          expect(cost).toBeGreaterThanOrEqual(whole.points);
          expect(cost).toBeLessThanOrEqual(whole.points + BigInt(parts.length));
        },
      ),
    );
  });

  it('keeps its prices when it is deepened, and then moves less', () => {
    fc.assert(
      fc.property(worlds, steps, fc.bigInt({ min: 10_000n, max: 10_000_000n }), (world, todo, points) => {
        for (const step of todo) act(world, step);
        const deeper = deepen(world.market, world.pool + points);
        expect(deeper.liquidity).toBeGreaterThanOrEqual(world.market.liquidity);
        for (const [i, price] of pricesOf(deeper).entries())
          expect(price).toBeCloseTo(pricesOf(world.market)[i] ?? Number.NaN, 9);
      }),
    );
  });

  it('takes in a new outcome, leaves the others in proportion, and can still pay', () => {
    fc.assert(
      fc.property(worlds, steps, steps, (world, todo, more) => {
        for (const step of todo) act(world, step);
        const before = pricesOf(world.market);
        const added = withNewcomer(world.market);
        world.market = added.market;
        world.held.push(0n);
        if (added.needed > world.pool) world.pool = added.needed;
        const after = pricesOf(world.market);
        const ratio = (after[0] ?? 0) / (before[0] ?? 1);
        for (const [i, price] of before.entries()) expect((after[i] ?? 0) / price).toBeCloseTo(ratio, 6);
        for (const step of more) {
          act(world, step);
          for (const shares of world.market.shares) expect(world.pool).toBeGreaterThanOrEqual(shares);
        }
      }),
    );
  });
});

describe('the basket against an outcome', () => {
  it('costs what the other outcome costs where there are two', () => {
    const { market } = start(10_000n, [0.3, 0.7]);
    const request = { kind: 'buy', points: 5_000n, shares: null, limit: null } as const;
    const against = execute(market, { ...request, outcome: 0, against: true }, []);
    const other = execute(market, { ...request, outcome: 1, against: false }, []);
    expect({ ...against, market: null }).toEqual({ ...other, market: null });
    expect(against.market.shares).toEqual(other.market.shares);
  });

  it('pays whatever happens but the one', () => {
    const { market } = start(10_000n, [0.5, 0.3, 0.2]);
    const trade = execute(
      market,
      { kind: 'buy', outcome: 0, against: true, points: 1_000n, shares: null, limit: null },
      [],
    );
    expect(trade.market.shares).toEqual([0n, trade.shares, trade.shares]);
    expect(trade.priceBefore).toBeCloseTo(0.5, 12);
    expect(priceOf(trade.market, 0, true)).toBeCloseTo(trade.priceAfter, 12);
  });
});

describe('limit orders', () => {
  const { market } = start(10_000n, [0.5, 0.5]);
  const order = { id: 1, memberId: 9, outcome: 0, price: 0.4, left: 2_000n };
  const down = (points: bigint) =>
    execute(market, { kind: 'buy', outcome: 1, against: false, points, shares: null, limit: null }, [order]);

  it('stay out of it while the price is better', () => {
    // b ln(0.5 / 0.4) = 22.31 points bring the price of NO from 50% to 60%, where the order waits.
    expect(down(2_000n).legs.map((leg) => leg.order?.id ?? null)).toEqual([null]);
  });

  it('are filled at their own price while the market stands still', () => {
    const trade = down(4_000n);
    const [first, second, third] = trade.legs;
    expect(trade.legs).toHaveLength(2);
    expect(third).toBeUndefined();
    expect(first?.points).toBeLessThanOrEqual(2_232n);
    expect(second?.order?.id).toBe(1);
    const shares = second?.shares ?? 0n;
    // The taker pays 60%, the owner 40% of each pair.
    expect(Number(second?.points) / Number(shares)).toBeCloseTo(0.6, 2);
    expect(trade.priceAfter).toBeCloseTo(0.6, 3);
  });

  it('are gone through once they are full', () => {
    const trade = down(20_000n);
    expect(trade.legs.map((leg) => leg.order?.id ?? null)).toEqual([null, 1, null]);
    // 20 points at 40% pay for 50 shares.
    expect(trade.legs[1]?.shares).toBe(5_000n);
    expect(trade.legs[1]?.points).toBe(3_000n);
    expect(trade.priceAfter).toBeGreaterThan(0.6);
  });

  it('give a seller their price too', () => {
    const own = execute(
      market,
      { kind: 'buy', outcome: 0, against: false, points: 1_000n, shares: null, limit: null },
      [],
    );
    const high = { ...order, price: 0.52 };
    const sale = execute(own.market, { kind: 'sell', outcome: 0, shares: own.shares, limit: null }, [high]);
    expect(sale.legs.some((leg) => leg.order?.id === 1)).toBe(true);
    expect(sale.points).toBeGreaterThan(0n);
    expect(sale.market.shares[0]).toBeGreaterThan(0n);
  });

  it('pay only as far as their owners can, the best price first', () => {
    const orders = [
      { ...order, id: 1, price: 0.45, balance: 2_500n },
      { ...order, id: 2, price: 0.4, balance: 2_500n },
    ];
    expect(affordable(orders).map(({ left }) => left)).toEqual([2_000n, 500n]);
  });

  it('of several outcomes are filled from the market when it comes down to them', () => {
    const three = start(10_000n, [0.4, 0.3, 0.3]).market;
    const bought = execute(
      three,
      { kind: 'buy', outcome: 0, against: false, points: 5_000n, shares: null, limit: null },
      [],
    );
    const resting = { id: 5, memberId: 9, outcome: 1, price: 0.25, left: 800n };
    const { fills, market: after } = sweep(bought.market, [resting]);
    const [fill] = fills;
    const points = fills.reduce((sum, { trade }) => sum + trade.points, 0n);
    const shares = fills.reduce((sum, { trade }) => sum + trade.shares, 0n);
    expect(fill?.order.id).toBe(5);
    expect(Number(points) / Number(shares)).toBeLessThanOrEqual(0.25);
    expect(priceOf(after, 1)).toBeLessThanOrEqual(0.25 + 1e-6);
  });
});
