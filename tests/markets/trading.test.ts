import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addLiquidity } from '../../src/markets/addLiquidity.ts';
import { addOutcome } from '../../src/markets/addOutcome.ts';
import { buy } from '../../src/markets/buy.ts';
import { cancelOrder } from '../../src/markets/cancelOrder.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { editQuestion } from '../../src/markets/editQuestion.ts';
import { history } from '../../src/markets/history.ts';
import { question as show } from '../../src/markets/question.ts';
import { sell } from '../../src/markets/sell.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0, later } from '../support/people.ts';
import { differences } from '../support/questions.ts';
import { newWorld, type World } from '../support/world.ts';

describeBothEngines('trading', (open) => {
  let db: TestDb;
  let w: World;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    w = await newWorld(db);
  });
  afterEach(async () => expect(await differences(db)).toEqual([]));
  const rest = (who: Actor, outcome: number, price: number, points: bigint, until: Date | null = null) =>
    buy(db, by(who), {
      question: 1,
      outcome,
      against: false,
      amount: { points },
      limit: price,
      rest: { until },
    });

  it('buys until a price, and says what stayed unspent', async () => {
    await w.ask();
    const trade = await buy(db, by(w.ann), {
      question: 1,
      outcome: 0,
      against: false,
      amount: { untilPrice: 0.6, points: 50_000n },
      limit: null,
    });
    expect(trade.priceAfter).toBeCloseTo(0.6, 4);
    // b ln(0.5 / 0.4) = 22.314 points.
    expect(trade.points).toBe(2_232n);
    expect(trade.stopped).toBe('The price reached 60%, so 477.68 points stayed unspent.');
  });

  it('starts at a prior', async () => {
    const asked = await w.ask({ kind: 'choice', outcomes: ['A', 'B', 'C'], prior: [0.7, 0.2, 0.1] });
    expect(asked.outcomes.map(({ price }) => Number(price?.toFixed(9)))).toEqual([0.7, 0.2, 0.1]);
    const trade = await buy(db, by(w.ann), {
      question: 1,
      outcome: 0,
      against: true,
      amount: { points: 1_000n },
      limit: null,
    });
    expect(trade.label).toBe('not A');
    expect(trade.pays).toBe(trade.shares);
    expect(trade.question.mine?.positions.map(({ label, shares }) => [label, shares])).toEqual([
      ['B', trade.shares],
      ['C', trade.shares],
    ]);
  });

  it('moves several prices to a forecast at once', async () => {
    await w.ask({ kind: 'choice', outcomes: ['A', 'B', 'C'] });
    const said = await w.say(w.ann, [0.5, 0.3, 0.2], { stake: 50_000n });
    const prices = said.question.outcomes.map(({ price }) => price ?? 0);
    for (const [i, p] of [0.5, 0.3, 0.2].entries()) expect(prices[i]).toBeCloseTo(p, 3);
    expect(said.trade?.stopped).toMatch(/^The market reached your forecast after .* of 500 points\.$/);
    const more = await w.say(w.bob, [0.01, 0.01, 0.98], { stake: 1_000n });
    expect(more.trade?.points).toBeLessThanOrEqual(1_000n);
    expect(more.trade?.points).toBeGreaterThan(990n);
    expect(more.question.outcomes[2]?.price).toBeGreaterThan(0.2);
  });

  it('shows what Kelly would stake', async () => {
    await w.ask();
    const said = await w.say(w.ann, [0.7, 0.3]);
    // Maximising 0.7 ln(1000 - c + s) + 0.3 ln(1000 - c) on a grid of 0.01 shares gives 45.71.
    expect(said.kelly?.outcome).toBe(0);
    expect(Number(said.kelly?.points)).toBeCloseTo(4571, -1);
    expect((await w.say(w.bob, [0.5, 0.5])).kelly).toBeNull();
  });

  it('notes what a bare bet implies, until the member says something', async () => {
    await w.ask();
    const bet = await w.bet(w.ann, 0, 3_000n);
    expect(bet.question.mine).toMatchObject({ implied: true, forecast: bet.impliedForecast });
    await w.say(w.ann, [0.9, 0.1]);
    const again = await w.bet(w.ann, 0, 3_000n);
    expect(again.impliedForecast).toBeNull();
    expect(again.question.mine).toMatchObject({ implied: false, forecast: [0.9, 0.1] });
    const off = await newWorld(db, { impliedForecasts: false });
    await off.ask();
    expect((await off.bet(off.ann, 0, 3_000n)).impliedForecast).toBeNull();
  });

  it('lets orders rest, shows them, fills them at their price and tells their owner', async () => {
    await w.ask();
    const resting = await rest(w.ann, 0, 0.4, 2_000n);
    expect(resting).toMatchObject({ shares: 0n, points: 0n, stopped: '20 points rest as an order at 40%.' });
    expect(resting.order).toMatchObject({
      price: 0.4,
      points: 2_000n,
      left: 2_000n,
      member: { name: 'Ann' },
    });
    const taken = await w.bet(w.bob, 1, 20_000n);
    expect(taken.question.orders).toEqual([]);
    const seen = await show(db, by(w.ann), { question: 1 });
    // 20 points at 40% pay for 50 shares.
    expect(seen.mine?.positions).toEqual([{ outcome: 0, label: 'YES', shares: 5_000n }]);
    expect(await w.balance(w.ann)).toBe(98_000n);
    const told = await db.client.notice.findMany({
      where: { kind: 'order.filled', communityId: w.community },
    });
    expect(told.map(({ audience }) => audience)).toEqual([`member:${w.ann.memberId}`]);
    // Ann's shares and Bob's are of one pair: whatever happens, one of the two is paid.
    await w.resolve({ outcome: 0 });
    expect(await w.balance(w.ann)).toBe(103_000n);
  });

  it('fills part of an order, gives sellers its price, and lets the owner cancel the rest', async () => {
    await w.ask();
    await w.bet(w.bob, 0, 5_000n);
    const order = await rest(w.ann, 0, 0.55, 3_000n);
    const sold = await sell(db, by(w.bob), { question: 1, outcome: 0, shares: 7_500n, limit: null });
    expect(sold.shares).toBe(-7_500n);
    expect(sold.priceAfter).toBeCloseTo(0.55, 4);
    const [left] = (await show(db, by(w.ann), { question: 1 })).orders;
    expect(left?.left).toBeLessThan(3_000n);
    expect(left?.left).toBeGreaterThan(0n);
    await expect(cancelOrder(db, by(w.bob), { order: order.order?.id ?? 0 })).rejects.toMatchObject({
      code: 'not-found',
    });
    const cancelled = await cancelOrder(db, by(w.ann), { order: order.order?.id ?? 0 });
    expect(cancelled.left).toBe(left?.left);
    await expect(cancelOrder(db, by(w.ann), { order: order.order?.id ?? 0 })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect((await show(db, by(w.ann), { question: 1 })).orders).toEqual([]);
  });

  it('cancels an order whose owner cannot pay, and one that has expired does not count', async () => {
    await w.ask();
    await w.ask();
    await rest(w.ann, 0, 0.45, 50_000n);
    await rest(w.eve, 0, 0.44, 1_000n, later(1));
    await w.bet(w.ann, 0, 99_000n, { question: 2 });
    const taken = await w.bet(w.bob, 1, 40_000n, { at: later(2) });
    expect(taken.question.orders).toEqual([]);
    const orders = await db.client.limitOrder.findMany({
      where: { question: { communityId: w.community } },
      orderBy: { id: 'asc' },
    });
    expect(orders.map(({ state, spent }) => [state, spent > 0n])).toEqual([
      ['cancelled', true],
      ['resting', false],
    ]);
    expect(await w.balance(w.ann)).toBeGreaterThanOrEqual(0n);
    expect(await w.balance(w.eve)).toBe(100_000n);
  });

  it('never lets a member trade with themselves', async () => {
    await w.ask();
    await rest(w.ann, 0, 0.4, 2_000n);
    const taken = await w.bet(w.ann, 1, 20_000n);
    expect(taken.question.orders).toEqual([]);
    expect(taken.question.mine?.positions.map(({ label }) => label)).toEqual(['NO']);
  });

  it('fills orders on the others of several outcomes when they come down', async () => {
    await w.ask({ kind: 'choice', outcomes: ['A', 'B', 'C'] });
    await rest(w.ann, 1, 0.25, 1_000n);
    await w.bet(w.bob, 0, 10_000n);
    const seen = await show(db, by(w.ann), { question: 1 });
    const shares = seen.mine?.positions[0]?.shares ?? 0n;
    const paid = 100_000n - (await w.balance(w.ann));
    expect(Number(paid)).toBeLessThanOrEqual(0.25 * Number(shares));
    expect(Number(paid)).toBeGreaterThan(0.15 * Number(shares));
  });

  it('is deepened without a change of prices', async () => {
    await w.ask();
    const before = await w.bet(w.ann, 0, 5_000n);
    const deeper = await addLiquidity(db, by(w.admin), { question: 1, points: 50_000n });
    expect(deeper.points).toBe(50_000n);
    expect(deeper.depth.after).toBeGreaterThan(4n * deeper.depth.before);
    for (const [i, outcome] of deeper.question.outcomes.entries())
      expect(outcome.price).toBeCloseTo(before.question.outcomes[i]?.price ?? 0, 6);
    const after = await w.bet(w.ann, 0, 5_000n);
    expect(after.priceAfter - after.priceBefore).toBeLessThan((before.priceAfter - before.priceBefore) / 4);
    await w.resolve({ outcome: 0 });
  });

  it('takes in outcomes while open; standing forecasts gave them nothing', async () => {
    await w.ask({ kind: 'choice', outcomes: ['A', 'B'] });
    await w.say(w.ann, [0.6, 0.4], { stake: 5_000n });
    const wider = await addOutcome(db, by(w.admin, later(1)), { question: 1, label: 'C' });
    expect(wider.outcomes.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
    expect(wider.outcomes[2]?.price).toBeCloseTo(0.05, 6);
    expect(wider.outcomes[2]?.crowd).toBe(0);
    expect(wider.edits).toMatchObject([{ field: 'outcomes', before: 'A, B', after: 'A, B, C' }]);
    await w.say(w.bob, [0.1, 0.1, 0.8], { at: later(2), stake: 5_000n });
    await expect(addOutcome(db, by(w.admin), { question: 1, label: 'c' })).rejects.toMatchObject({
      code: 'duplicate',
    });
    const done = await w.resolve({ outcome: 2 });
    // Ann had 60, 40, 0: (0.6)^2 + (0.4)^2 + 1.
    expect(done.paid.find(({ member }) => member.name === 'Ann')?.brier).toBeCloseTo(1.52, 12);
  });

  it('leaves a trace of edits and tells who has forecast', async () => {
    await w.ask();
    await w.say(w.ann, [0.6, 0.4]);
    const edited = await editQuestion(db, by(w.admin, later(1)), {
      question: 1,
      title: 'Will the new bridge open in time?',
      closesAt: later(20),
      tags: ['City'],
    });
    expect(edited).toMatchObject({ closesAt: later(20), resolvesBy: later(20), tags: ['city'] });
    expect(edited.edits.map(({ field }) => field)).toEqual(['title', 'closesAt', 'resolvesBy', 'tags']);
    const told = await db.client.notice.findMany({
      where: { kind: 'question.edited', communityId: w.community },
    });
    expect(told.map(({ audience }) => audience)).toEqual([`member:${w.ann.memberId}`]);
  });

  it('draws crowd and market over time', async () => {
    await w.ask();
    await w.say(w.ann, [0.6, 0.4], { at: later(1) });
    await w.bet(w.bob, 0, 5_000n, { at: later(2) });
    const lines = await history(db, by(w.ann, later(3)), { question: 1 });
    expect(lines.crowd.map(({ at }) => at)).toEqual([later(1), later(2)]);
    expect(lines.market.map(({ at }) => at)).toEqual([day0, later(2)]);
    expect(lines.market[0]?.p).toEqual([0.5, 0.5]);
  });
});
