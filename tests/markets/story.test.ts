import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import { buy } from '../../src/markets/buy.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { question } from '../../src/markets/question.ts';
import { reopen } from '../../src/markets/reopen.ts';
import { resolve } from '../../src/markets/resolve.ts';
import { sell } from '../../src/markets/sell.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, later, newCommunity, newMember } from '../support/people.ts';
import { asking, differences } from '../support/questions.ts';

describeBothEngines('a question from asking to scores', (open) => {
  let db: TestDb;
  let admin: Actor;
  let ann: Actor;
  let bob: Actor;
  beforeEach(async () => {
    db = await open();
    const community = await newCommunity(db);
    admin = await newMember(db, community, 'Admin', { admin: true });
    ann = await newMember(db, community, 'Ann');
    bob = await newMember(db, community, 'Bob');
  });
  afterEach(async () => expect(await differences(db)).toEqual([]));

  it('is told whole', async () => {
    const asked = await ask(db, by(admin), asking({ tags: ['City', 'city '] }));
    expect(asked).toMatchObject({ number: 1, state: 'open', tags: ['city'], forecasters: 0 });
    expect(asked.outcomes).toEqual([
      { index: 0, label: 'YES', price: 0.5, crowd: null },
      { index: 1, label: 'NO', price: 0.5, crowd: null },
    ]);

    const said = await forecast(db, by(ann), {
      question: 1,
      p: [0.7, 0.3],
      typed: '70%',
      reason: 'I saw it',
      stake: 10_000n,
    });
    // b ln(0.5 / 0.3) = 51.0826 points bring an even market to 70% and buy
    // b (logit 0.7 - logit 0.5) = 84.7298 shares; whole minor units of them, 84.72, cost 51.0757.
    expect(said.trade).toMatchObject({ outcome: 0, label: 'YES', points: 5108n, shares: 8472n, pays: 8472n });
    expect(said.trade?.priceAfter).toBeCloseTo(0.7, 4);
    expect(said.trade?.balance).toBe(94_892n);
    expect(said.trade?.stopped).toBe('The market reached your forecast after 51.08 of 100 points.');

    const bet = await buy(db, by(bob, later(1)), {
      question: 1,
      outcome: 0,
      against: true,
      amount: { points: 2_000n },
      limit: null,
    });
    expect(bet.label).toBe('not YES');
    expect(bet.points).toBe(2_000n);
    expect(bet.impliedForecast?.[0]).toBeCloseTo(1 - bet.priceAfter, 9);

    const sold = await sell(db, by(ann, later(2)), { question: 1, outcome: 0, shares: 4_000n, limit: null });
    expect(sold.shares).toBe(-4_000n);
    expect(sold.points).toBeLessThan(0n);

    const done = await resolve(db, by(admin, later(11)), {
      question: 1,
      to: { outcome: 0 },
      knownAt: null,
      reason: null,
    });
    expect(done.question).toMatchObject({ state: 'resolved', resolution: { weights: [1, 0] } });
    expect(done.paid.map(({ member, points }) => [member.name, points])).toEqual([
      ['Ann', 4_472n],
      ['Bob', 0n],
    ]);
    expect(done.paid[0]?.brier).toBeCloseTo(2 * 0.3 ** 2, 9);
    expect(done.marketBrier).not.toBeNull();

    const back = await reopen(db, by(admin, later(12)), {
      question: 1,
      reason: 'too early',
      closesAt: later(20),
    });
    expect(back.question).toMatchObject({ state: 'open', resolution: { act: 'reopen' } });
    const seen = await question(db, by(ann, later(12)), { question: 1 });
    expect(seen.mine?.positions).toEqual([{ outcome: 0, label: 'YES', shares: 4_472n }]);
    expect(seen.mine?.score).toBeNull();
  });
});
