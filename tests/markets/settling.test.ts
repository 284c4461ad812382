import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { annul } from '../../src/markets/annul.ts';
import { close } from '../../src/markets/close.ts';
import { dispute } from '../../src/markets/dispute.ts';
import { question as show } from '../../src/markets/question.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, later, newMember } from '../support/people.ts';
import { differences } from '../support/questions.ts';
import { newWorld, type World } from '../support/world.ts';

describeBothEngines('settling', (open) => {
  let db: TestDb;
  let w: World;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    w = await newWorld(db, { secondAdminAbove: null });
  });
  afterEach(async () => expect(await differences(db)).toEqual([]));

  it('pays a point a share and leaves the house what is left of its subsidy', async () => {
    await w.ask();
    const before = await w.house();
    const yes = await w.bet(w.ann, 0, 3_000n);
    const no = await w.bet(w.bob, 1, 4_000n);
    const done = await w.resolve({ outcome: 0 });
    expect(await w.balance(w.ann)).toBe(100_000n - 3_000n + yes.shares);
    expect(await w.balance(w.bob)).toBe(96_000n);
    expect(await w.house()).toBe(before + 6_933n + 7_000n - yes.shares);
    expect(no.shares).toBeGreaterThan(0n);
    expect(done.paid.map(({ member, points }) => [member.name, points])).toEqual([
      ['Ann', yes.shares],
      ['Bob', 0n],
    ]);
  });

  it('pays parts of a share by the weights', async () => {
    await w.ask();
    const yes = await w.bet(w.ann, 0, 3_000n);
    const no = await w.bet(w.bob, 1, 4_000n);
    const done = await w.resolve({ weights: [0.7, 0.3] });
    expect(done.question.resolution?.weights).toEqual([0.7, 0.3]);
    expect(await w.balance(w.ann)).toBe(97_000n + (yes.shares * 7n) / 10n);
    expect(await w.balance(w.bob)).toBe(96_000n + (no.shares * 3n) / 10n);
  });

  it('scores up to when the truth was known, however late it is entered', async () => {
    await w.ask();
    await w.say(w.ann, [0.8, 0.2]);
    await w.say(w.bob, [0.6, 0.4]);
    await w.say(w.bob, [0.99, 0.01], { at: later(5) });
    const done = await w.resolve({ outcome: 0 }, { knownAt: later(5) });
    // 2 (1 - p)^2: what Bob said on the day that it was known does not count.
    expect(done.paid.map(({ member, brier }) => [member.name, brier])).toEqual([
      ['Ann', expect.closeTo(0.08, 12)],
      ['Bob', expect.closeTo(0.32, 12)],
    ]);
  });

  it('gives back what was put in, net of what was taken out, when annulled', async () => {
    await w.ask();
    await w.bet(w.ann, 0, 3_000n);
    await w.bet(w.bob, 1, 4_000n);
    const done = await annul(db, by(w.admin, later(3)), { question: 1, reason: 'it was badly worded' });
    expect(done.question.state).toBe('annulled');
    expect(await w.balance(w.ann)).toBe(100_000n);
    expect(await w.balance(w.bob)).toBe(100_000n);
    expect(await db.client.score.count({ where: { question: { communityId: w.community } } })).toBe(0);
  });

  it('corrects: the old payout and score go, the new ones come', async () => {
    await w.ask();
    const yes = await w.bet(w.ann, 0, 3_000n);
    const no = await w.bet(w.bob, 1, 4_000n);
    await w.resolve({ outcome: 0 });
    await expect(w.resolve({ outcome: 1 })).rejects.toMatchObject({
      code: 'wrong-state',
      message: expect.stringMatching(/^Q1 was resolved as YES by Admin on 3 December 2026, 12:00 UTC/),
    });
    const corrected = await w.resolve({ outcome: 1 }, { at: later(12), reason: 'I misread it' });
    expect(corrected.question.knownAt).toEqual(later(11));
    await expect(w.resolve({ outcome: 1 }, { at: later(13), reason: 'once more' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await w.balance(w.ann)).toBe(97_000n);
    expect(await w.balance(w.bob)).toBe(96_000n + no.shares);
    expect(yes.shares).toBeGreaterThan(0n);
    const scores = await db.client.score.findMany({ where: { memberId: w.bob.memberId } });
    expect(scores.map(({ profit }) => profit)).toEqual([no.shares - 4_000n]);
  });

  it('never claws a member back below zero: the house bears it, and a second payout counts it', async () => {
    await w.ask();
    await w.ask();
    const yes = await w.bet(w.ann, 0, 90_000n);
    await w.resolve({ outcome: 0 }, { at: later(1) });
    const rich = await w.balance(w.ann);
    await w.bet(w.ann, 0, rich - 100n, { question: 2, at: later(1) });
    await w.reopen({ at: later(2) });
    expect(await w.balance(w.ann)).toBe(0n);
    await w.resolve({ outcome: 0 });
    // She keeps what she could not give back, and gets the 100 that she could: the same as if nothing had happened.
    expect(await w.balance(w.ann)).toBe(100n);
    expect(rich).toBe(10_000n + yes.shares);
  });

  it('reopens as if it had never been resolved', async () => {
    await w.ask({ tags: ['city'] });
    await w.bet(w.ann, 0, 3_000n);
    await w.say(w.bob, [0.3, 0.7]);
    const before = await show(db, by(w.ann, later(1)), { question: 1 });
    await w.resolve({ outcome: 0 }, { at: later(2) });
    await w.reopen({ at: later(3) });
    const after = await show(db, by(w.ann, later(1)), { question: 1 });
    expect({ ...after, version: 0, resolution: null }).toEqual({ ...before, version: 0 });
    expect(await w.balance(w.ann)).toBe(97_000n);
    await w.bet(w.ann, 0, 1_000n, { at: later(4) });
  });

  it('takes values: the bin follows, out of range included', async () => {
    const numeric = { kind: 'numeric', edges: [10, 20, 30], unit: 'km', scale: 'linear' } as const;
    const asked = await w.ask(numeric);
    expect(asked.outcomes.map(({ label }) => label)).toEqual([
      'below 10 km',
      '10 km to 20 km',
      '20 km to 30 km',
      '30 km or more',
    ]);
    await w.say(w.ann, [0, 1, 0, 0]);
    const done = await w.resolve({ value: 20 });
    expect(done.question.resolution).toMatchObject({ value: 20, weights: [0, 0, 1, 0] });
    // Off by one of three cut points: the mean of 0, 2 and 0.
    expect(done.paid[0]?.brier).toBeCloseTo(2 / 3, 12);
    await w.ask(numeric);
    expect((await w.resolve({ value: 1e9 }, { question: 2 })).question.resolution?.weights).toEqual([
      0, 0, 0, 1,
    ]);
    await w.ask({ kind: 'date', edges: [Date.UTC(2027, 0, 1)] });
    const dated = await w.resolve({ value: Date.UTC(2026, 11, 31) }, { question: 3 });
    expect(dated.question.outcomes[0]?.label).toBe('before 1 January 2027');
    expect(dated.question.resolution?.weights).toEqual([1, 0]);
  });

  it('annuls what hangs on a condition that fails, and leaves it where it holds', async () => {
    await w.ask({ title: 'Will the law pass?' });
    const condition = { question: 1, outcome: 0 };
    await w.ask({ title: 'If the law passes, will rents fall?', condition });
    await w.bet(w.ann, 0, 2_000n, { question: 2 });
    await w.resolve({ outcome: 1 });
    const seen = await show(db, by(w.ann, later(11)), { question: 2 });
    expect(seen).toMatchObject({
      state: 'annulled',
      condition: { number: 1, title: 'Will the law pass?', outcome: 'YES' },
    });
    expect(await w.balance(w.ann)).toBe(100_000n);
    await w.resolve({ outcome: 0 }, { reason: 'it passed after all' });
    expect((await show(db, by(w.ann, later(11)), { question: 2 })).state).toBe('closed');
    expect(await w.balance(w.ann)).toBe(98_000n);
  });

  it('goes back before the admins when it is disputed', async () => {
    await w.ask();
    await w.resolve({ outcome: 0 }, { at: later(1) });
    const reason = 'the website says otherwise';
    const seen = await dispute(db, by(w.ann, later(2)), { question: 1, reason });
    expect(seen.disputes).toBe(1);
    await expect(dispute(db, by(w.ann, later(2)), { question: 1, reason })).rejects.toMatchObject({
      code: 'duplicate',
    });
    await expect(dispute(db, by(w.bob, later(4)), { question: 1, reason })).rejects.toMatchObject({
      code: 'wrong-state',
      message: 'Q1 could be disputed until 25 November 2026, 12:00 UTC.',
    });
    const kept = await w.resolve({ outcome: 0 }, { at: later(3) });
    expect(kept.question).toMatchObject({ state: 'resolved', disputes: 0 });
  });

  it('tells everybody once', async () => {
    await w.ask();
    await w.bet(w.ann, 0, 3_000n);
    await w.say(w.bob, [0.3, 0.7]);
    await w.resolve({ outcome: 0 });
    const kinds = await db.client.notice.findMany({
      where: { communityId: w.community },
      orderBy: [{ kind: 'asc' }, { audience: 'asc' }],
    });
    expect(kinds.map(({ kind, audience }) => `${kind} ${audience}`).sort()).toEqual(
      [
        'question.opened channel',
        'question.resolved channel',
        `member.score member:${w.ann.memberId}`,
        `member.score member:${w.bob.memberId}`,
      ].sort(),
    );
  });

  it('shows the stake of who resolves, and asks only admins', async () => {
    await w.ask();
    const own = await w.bet(w.admin, 0, 3_000n);
    await expect(w.resolve({ outcome: 0 }, { who: w.ann })).rejects.toMatchObject({
      code: 'not-allowed',
      message: 'Only admins may resolve questions.',
      hint: expect.stringContaining('Admin'),
    });
    const done = await w.resolve({ outcome: 0 });
    expect(done.resolverStake).toBe(own.shares);
    expect(done.question.resolution?.stake).toBe(own.shares);
  });

  it('closes before its time, by the asker and admins alone', async () => {
    await w.ask();
    await expect(close(db, by(w.ann), { question: 1, reason: null })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const done = await close(db, by(w.admin, later(2)), { question: 1, reason: null });
    expect(done.question).toMatchObject({ state: 'closed', closesAt: later(2) });
    await expect(w.bet(w.ann, 0, 100n, { at: later(3) })).rejects.toMatchObject({
      code: 'wrong-state',
      message: 'Q1 closed on 24 November 2026, 12:00 UTC and awaits its resolution.',
    });
  });

  it('refuses truths from the future and from before the question', async () => {
    await w.ask();
    for (const knownAt of [later(20), later(-1)])
      await expect(w.resolve({ outcome: 0 }, { knownAt })).rejects.toMatchObject({ code: 'out-of-range' });
    await expect(w.resolve({ weights: [0.7, 0.7] })).rejects.toMatchObject({
      message: 'The weights sum to 140%, not 100%.',
    });
    await expect(w.resolve({ outcome: 5 })).rejects.toMatchObject({ code: 'not-understood' });
    await expect(w.resolve({ value: 5 })).rejects.toMatchObject({ code: 'not-understood' });
  });

  it('needs a second admin above a size', async () => {
    const big = await newWorld(db, { secondAdminAbove: 50 });
    const other = await newMember(db, big.community, 'Other', { admin: true });
    await big.ask();
    await big.bet(big.ann, 0, 20_000n);
    const first = await big.resolve({ outcome: 0 });
    expect(first).toMatchObject({ act: 'propose', awaitsSecond: true });
    expect((await big.resolve({ outcome: 0 })).awaitsSecond).toBe(true);
    expect(await big.balance(big.ann)).toBe(80_000n);
    const second = await big.resolve({ outcome: 0 }, { who: other });
    expect(second).toMatchObject({ act: 'resolve', awaitsSecond: false });
    expect(await big.balance(big.ann)).toBeGreaterThan(80_000n);
    const correction = { reason: 'we were wrong' };
    await expect(big.resolve({ outcome: 1 }, { ...correction, who: other })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await big.resolve({ outcome: 1 }, correction);
    expect(await big.balance(big.ann)).toBe(80_000n);
  });
});
