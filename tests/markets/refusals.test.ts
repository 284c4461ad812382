import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addLiquidity } from '../../src/markets/addLiquidity.ts';
import { addOutcome } from '../../src/markets/addOutcome.ts';
import { type BuyInput, buy } from '../../src/markets/buy.ts';
import { editQuestion } from '../../src/markets/editQuestion.ts';
import { question } from '../../src/markets/question.ts';
import { type SellInput, sell } from '../../src/markets/sell.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, later } from '../support/people.ts';
import { differences } from '../support/questions.ts';
import { newWorld, type World } from '../support/world.ts';

describeBothEngines('what cannot be done is refused with what can, and leaves no row', (open) => {
  let db: TestDb;
  let w: World;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    w = await newWorld(db);
    await w.ask();
  });
  afterEach(async () => expect(await differences(db)).toEqual([]));

  const size = async () => {
    const { client } = db;
    return Promise.all([
      client.posting.count(),
      client.entry.count(),
      client.trade.count(),
      client.forecast.count(),
      client.audit.count(),
      client.limitOrder.count(),
      client.resolution.count(),
      client.notice.count(),
    ]);
  };
  /** Expects a refusal, and the database as it was. */
  const refused = async (work: () => Promise<unknown>, expected: object) => {
    const before = await size();
    await expect(work()).rejects.toMatchObject({ name: 'Refusal', ...expected });
    expect(await size()).toEqual(before);
  };
  const bet = (change: Partial<BuyInput>) => () =>
    buy(db, by(w.ann), {
      question: 1,
      outcome: 0,
      against: false,
      amount: { points: 1_000n },
      limit: null,
      ...change,
    });
  const sale = (change: Partial<SellInput>) => () =>
    sell(db, by(w.ann), { question: 1, outcome: 0, shares: 'all', limit: null, ...change });

  describe('amounts', () => {
    it.each([
      ['nothing', { points: 0n }, 'out-of-range', /^0 points were given; it takes more than 0/],
      ['less than nothing', { points: -500n }, 'out-of-range', /^-5 points were given/],
      ['no shares', { shares: 0n }, 'out-of-range', /^0 shares/],
      [
        'more than there is',
        { points: 100_001n },
        'insufficient',
        /^That takes 1,000.01 points but you hold 1,000/,
      ],
      [
        'more shares than there are points for',
        { shares: 500_000n },
        'insufficient',
        /^That takes .* but you hold 1,000/,
      ],
      ['more than any integer', { points: 2n ** 80n }, 'out-of-range', /are more than can be traded/],
      ['more shares than any integer', { shares: 2n ** 63n }, 'out-of-range', /are more than can be traded/],
    ] as const)('of %s', async (_, amount, code, message) => {
      await refused(bet({ amount }), { code, message: expect.stringMatching(message) });
    });

    it('says how much there is', async () => {
      await refused(bet({ amount: { points: 200_000n } }), { hint: 'Stake 1,000 points or fewer.' });
      await w.bet(w.ann, 0, 1_000n);
      await refused(sale({ shares: 90_000n }), {
        code: 'insufficient',
        message: expect.stringMatching(/^You want to sell 900 shares of YES but hold 19\./),
        hint: expect.stringMatching(/^Sell 19\.\d+ or fewer, or write all\.$/),
      });
    });

    it('of a stake beyond the balance leaves no forecast either', async () => {
      await refused(() => w.say(w.ann, [0.7, 0.3], { stake: 500_000n }), { code: 'insufficient' });
      await refused(() => w.say(w.ann, [0.7, 0.3], { stake: 0n }), { code: 'out-of-range' });
    });
  });

  it.each([
    ['too many', [0.5, 0.3, 0.2], 'not-understood'],
    ['too few', [1], 'not-understood'],
    ['too much', [0.7, 0.7], 'out-of-range'],
    ['negative', [1.5, -0.5], 'out-of-range'],
    ['not numbers', [Number.NaN, 1], 'out-of-range'],
  ] as const)('probabilities that are %s', async (_, p, code) => {
    await refused(() => w.say(w.ann, p), { code });
  });

  it('outcomes that do not exist', async () => {
    for (const outcome of [2, -1, 0.5, 1e12]) {
      await refused(bet({ outcome }), { code: 'not-understood', hint: 'Its outcomes: YES, NO.' });
      await refused(sale({ outcome }), { code: 'not-understood' });
    }
  });

  it('questions that do not exist: the nearest are named', async () => {
    for (const number of [2, 0, -7, 1e12, 2 ** 53])
      await refused(() => question(db, by(w.ann), { question: number }), {
        code: 'not-found',
        hint: expect.stringMatching(/^The nearest: Q1 "Will the bridge open in time\?"/),
      });
  });

  it('selling what is not owned', async () => {
    await refused(sale({}), { code: 'insufficient', message: 'You hold no shares of YES on Q1.' });
    await refused(sale({ shares: 5n }), { code: 'insufficient' });
  });

  it.each([0, 1, -0.5, 1.5, Number.NaN])('a price of %d', async (price) => {
    await refused(bet({ limit: price }), { code: 'out-of-range' });
    await refused(bet({ amount: { untilPrice: price, points: 100n } }), { code: 'out-of-range' });
  });

  it('a limit that the price is past already', async () => {
    await refused(bet({ limit: 0.4 }), {
      code: 'out-of-range',
      message: 'The price of YES is 50% already, so your limit leaves nothing to trade.',
    });
  });

  it('trading and forecasting when it is not open', async () => {
    await w.bet(w.ann, 0, 1_000n);
    const closed = { code: 'wrong-state', message: expect.stringMatching(/^Q1 closed on 2 December 2026/) };
    await refused(() => w.bet(w.ann, 0, 100n, { at: later(10) }), closed);
    await refused(() => w.say(w.ann, [0.6, 0.4], { at: later(10) }), closed);
    await w.ask({ opensAt: later(2) });
    const upcoming = { code: 'wrong-state', message: expect.stringMatching(/^Q2 opens on 24 November 2026/) };
    await refused(() => w.bet(w.ann, 0, 100n, { question: 2 }), upcoming);
    await w.resolve({ outcome: 0 });
    const resolved = { code: 'wrong-state', message: expect.stringMatching(/^Q1 was resolved on/) };
    await refused(() => w.bet(w.ann, 0, 100n, { at: later(11) }), resolved);
    await refused(
      () => sell(db, by(w.ann, later(11)), { question: 1, outcome: 0, shares: 'all', limit: null }),
      resolved,
    );
  });

  it('withdrawing what was never said', async () => {
    await refused(() => w.say(w.ann, null), { code: 'wrong-state' });
  });

  it.each([
    ['no title', { title: ' ' }, /^A title needs at least 5/],
    ['no criteria', { criteria: '' }, /^What decides/],
    ['one outcome', { kind: 'choice', outcomes: ['A'] }, /^A choice has 2 to 20 outcomes; 1 were given/],
    [
      'an outcome twice',
      { kind: 'choice', outcomes: ['Apple', 'apple'] },
      /^The outcome "apple" is there twice/,
    ],
    ['a close that has passed', { closesAt: later(-1) }, /^The closing date has passed/],
    [
      'a close before the opening',
      { opensAt: later(11), closesAt: later(10) },
      /^The question would close before/,
    ],
    ['a resolution before the close', { resolvesBy: later(9) }, /^The question would be resolved before/],
    ['edges out of order', { kind: 'numeric', edges: [20, 10] }, /^Bins need 1 to 49 edges that rise/],
    ['logarithms of nothing', { kind: 'numeric', edges: [0, 10], scale: 'log' }, /^Logarithmic bins/],
    ['a prior that is none', { prior: [0.9, 0.9] }, /^Starting prices must be 2/],
    ['a private question without a channel', { private: true }, /^A private question belongs/],
  ] as const)('asking with %s', async (_, change, message) => {
    await refused(() => w.ask(change), { message: expect.stringMatching(message) });
  });

  it('deepening and adding outcomes by members, and where it makes no sense', async () => {
    await refused(() => addLiquidity(db, by(w.ann), { question: 1, points: 100n }), { code: 'not-allowed' });
    await refused(() => addLiquidity(db, by(w.admin), { question: 1, points: 0n }), { code: 'out-of-range' });
    await refused(() => addOutcome(db, by(w.ann), { question: 1, label: 'Maybe' }), { code: 'not-allowed' });
    await refused(() => addOutcome(db, by(w.admin), { question: 1, label: 'Maybe' }), {
      code: 'wrong-state',
    });
    await refused(() => editQuestion(db, by(w.ann), { question: 1, title: 'Will it rain?' }), {
      code: 'not-allowed',
    });
    await refused(() => editQuestion(db, by(w.admin), { question: 1 }), { code: 'not-understood' });
  });
});
