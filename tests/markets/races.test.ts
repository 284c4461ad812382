import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import { buy } from '../../src/markets/buy.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { resolve } from '../../src/markets/resolve.ts';
import { sell } from '../../src/markets/sell.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, later, newCommunity, newMember } from '../support/people.ts';
import { asking, differences } from '../support/questions.ts';

describeBothEngines('at the same moment', (open) => {
  let db: TestDb;
  let admin: Actor;
  let ann: Actor;
  beforeEach(async () => {
    db = await open();
    const community = await newCommunity(db);
    admin = await newMember(db, community, 'Admin', { admin: true });
    ann = await newMember(db, community, 'Ann');
    for (let i = 0; i < 4; i++) await ask(db, by(admin), asking({ title: `Will bridge ${i} open?` }));
  });
  afterEach(async () => expect(await differences(db)).toEqual([]));

  const balance = async (actor: Actor) =>
    (await db.client.account.findUniqueOrThrow({ where: { memberId: actor.memberId } })).balance;
  const bet = (question: number, points: bigint, key?: string) =>
    buy(db, key === undefined ? by(ann) : by(ann, undefined, key), {
      question,
      outcome: 0,
      against: false,
      amount: { points },
      limit: null,
    });
  const refusals = (results: PromiseSettledResult<unknown>[]) =>
    results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));

  it.each([1, 4])(
    '20 bets of 100 points over %i questions on a balance of 1000: ten are taken',
    async (questions) => {
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => bet(1 + (i % questions), 10_000n)),
      );
      const refused = refusals(results);
      expect(refused).toHaveLength(10);
      for (const reason of refused) expect(reason).toMatchObject({ name: 'Refusal', code: 'insufficient' });
      expect(await balance(ann)).toBe(0n);
      expect(await db.client.posting.count({ where: { kind: 'trade' } })).toBe(10);
    },
  );

  it('one request that is delivered five times has one effect and one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => bet(1, 2_500n, 'the same key')));
    expect(await balance(ann)).toBe(97_500n);
    expect(await db.client.trade.count()).toBe(1);
    expect(await db.client.forecast.count()).toBe(1);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await bet(1, 2_500n, 'the same key')).toEqual(answers[0]);
  });

  it('forecasts, questions and resolutions that come twice count once', async () => {
    const said = { question: 1, p: [0.6, 0.4], typed: null, reason: null, stake: 500n };
    const [one, two] = await Promise.all([
      forecast(db, by(ann, later(0), 'f'), said),
      forecast(db, by(ann, later(0), 'f'), said),
    ]);
    expect(one).toEqual(two);
    expect(await db.client.forecast.count()).toBe(1);
    const asked = await Promise.all([
      ask(db, by(admin, later(0), 'a'), asking()),
      ask(db, by(admin, later(0), 'a'), asking()),
    ]);
    expect(asked[0].number).toBe(asked[1].number);
    expect(await db.client.question.count()).toBe(5);
    const verdict = { question: 1, to: { outcome: 0 }, knownAt: null, reason: null };
    const settled = await Promise.all([
      resolve(db, by(admin, later(11), 'r'), verdict),
      resolve(db, by(admin, later(11), 'r'), verdict),
    ]);
    expect(settled[0]).toEqual(settled[1]);
    expect(await db.client.resolution.count()).toBe(1);
  });

  it('shares cannot be sold twice', async () => {
    const { shares } = await bet(1, 5_000n);
    const results = await Promise.allSettled(
      Array.from({ length: 6 }, () => sell(db, by(ann), { question: 1, outcome: 0, shares, limit: null })),
    );
    expect(refusals(results)).toHaveLength(5);
    expect(await balance(ann)).toBeLessThanOrEqual(100_000n);
  });

  it('two admins who say different things leave one result, and the second is told of the first', async () => {
    const bob = await newMember(db, admin.communityId, 'Bob', { admin: true });
    await bet(1, 5_000n);
    const results = await Promise.allSettled([
      resolve(db, by(admin, later(11)), { question: 1, to: { outcome: 0 }, knownAt: null, reason: null }),
      resolve(db, by(bob, later(11)), { question: 1, to: { outcome: 1 }, knownAt: null, reason: null }),
    ]);
    const [refusal, ...more] = refusals(results);
    expect(more).toEqual([]);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(String(refusal)).toMatch(/Q1 was resolved as (YES by Admin|NO by Bob)/);
    expect(await db.client.posting.count({ where: { kind: 'payout' } })).toBe(1);
  });

  it('bets that race with the resolution are in it or refused, never lost', async () => {
    const results = await Promise.allSettled([
      ...Array.from({ length: 8 }, () => bet(1, 1_000n)),
      resolve(db, by(admin, later(1)), { question: 1, to: { outcome: 0 }, knownAt: null, reason: null }),
      ...Array.from({ length: 8 }, () => bet(1, 1_000n)),
    ]);
    for (const reason of refusals(results)) expect(reason).toMatchObject({ code: 'wrong-state' });
    expect(await balance(ann)).toBeGreaterThanOrEqual(100_000n);
  });

  it('resolutions of several questions at once add up in the totals', async () => {
    for (const question of [1, 2, 3, 4])
      await forecast(db, by(ann), { question, p: [0.8, 0.2], typed: null, reason: null, stake: 1_000n });
    await Promise.all(
      [1, 2, 3, 4].map((question) =>
        resolve(db, by(admin, later(11)), { question, to: { outcome: 0 }, knownAt: null, reason: null }),
      ),
    );
    const total = await db.client.total.findFirstOrThrow({
      where: { subject: `member:${ann.memberId}`, window: 'all', tag: '' },
    });
    expect(total.questions).toBe(4);
  });
});
