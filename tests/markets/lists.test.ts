import { beforeAll, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import { buy } from '../../src/markets/buy.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { explainScore } from '../../src/markets/explainScore.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { leaderboard } from '../../src/markets/leaderboard.ts';
import { me } from '../../src/markets/me.ts';
import { type QuestionsInput, questions } from '../../src/markets/questions.ts';
import { resolve } from '../../src/markets/resolve.ts';
import { suggest } from '../../src/markets/suggest.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0, later, newCommunity, newMember } from '../support/people.ts';
import { asking } from '../support/questions.ts';

describeBothEngines('lists and what may be seen in them', (open) => {
  let db: TestDb;
  let boss: Actor;
  let ann: Actor;
  let bob: Actor;
  let stranger: Actor;
  /** Of Ann, where the private question lives. */
  let annInside: Actor;

  beforeAll(async () => {
    db = await open();
    const community = await newCommunity(db);
    boss = await newMember(db, community, 'Boss', { admin: true });
    ann = await newMember(db, community, 'Ann');
    bob = await newMember(db, community, 'Bob');
    annInside = { ...ann, channel: 'discord:secret' };
    stranger = await newMember(db, await newCommunity(db), 'Stranger', { admin: true });
    // Q1 open to all, Q2 soon, Q3 of a channel, Q4 hidden until one has forecast, Q5 closed, Q6 later, Q7 choice.
    await ask(db, by(boss), asking({ title: 'Will the bridge open in time?', tags: ['city'] }));
    await ask(
      db,
      by(boss),
      asking({ title: 'Will open water reach the mill?', closesAt: later(3), tags: ['city', 'water'] }),
    );
    await ask(
      db,
      by({ ...boss, channel: 'discord:secret' }),
      asking({ title: 'Will the merger be signed?', tags: ['secret'], private: true }),
    );
    await ask(db, by(boss), asking({ title: 'Will the vote pass?', hidden: { until: 'forecast' } }));
    await ask(
      db,
      by(boss),
      asking({ title: 'Will it rain on Monday?', closesAt: later(1), resolvesBy: later(2) }),
    );
    await ask(db, by(boss), asking({ title: 'Will the road be closed?', opensAt: later(5) }));
    await ask(
      db,
      by(boss),
      asking({ kind: 'choice', title: 'Who wins the cup?', outcomes: ['Reds', 'Blues', 'Café United'] }),
    );
    const say = (actor: Actor, question: number, p: number[], stake: bigint | null = null) =>
      forecast(db, by(actor), { question, p, typed: null, reason: null, stake });
    await say(ann, 1, [0.7, 0.3]);
    await say(bob, 1, [0.5, 0.5]);
    await say(annInside, 3, [0.9, 0.1], 2_000n);
    await say(ann, 4, [0.8, 0.2], 1_000n);
    await say(ann, 7, [0.2, 0.5, 0.3]);
  });

  const list = async (actor: Actor, change: Partial<QuestionsInput> = {}, now = later(2)) => {
    const input = { filter: 'all', tag: null, search: null, page: 1, pageSize: 25, ...change } as const;
    return (await questions(db, by(actor, now), input)).lines;
  };
  const numbers = async (...args: Parameters<typeof list>) => (await list(...args)).map((l) => l.number);

  it('filters by what can be done with a question', async () => {
    expect(await numbers(bob, { filter: 'open' })).toEqual([2, 1, 4, 7]);
    expect(await numbers(bob, { filter: 'closing' })).toEqual([2]);
    expect(await numbers(bob, { filter: 'to-resolve' })).toEqual([5]);
    expect(await numbers(bob, { filter: 'mine' })).toEqual([1]);
    expect(await numbers(ann, { filter: 'mine' })).toEqual([7, 4, 1]);
    expect(await numbers(bob, { tag: ' City ' })).toEqual([2, 1]);
    expect(await numbers(bob)).toEqual([7, 6, 5, 4, 2, 1]);
  });

  it('searches numbers, words, tags and criteria, the best answer first', async () => {
    // All the criteria speak of an opening; titles come before them.
    expect((await numbers(bob, { search: 'open' })).slice(0, 2)).toEqual([2, 1]);
    expect(await numbers(bob, { search: 'q4' })).toEqual([4]);
    expect(await numbers(bob, { search: 'water' })).toEqual([2]);
    expect(await numbers(bob, { search: 'announces its opening', filter: 'closing' })).toEqual([2]);
    expect(await numbers(bob, { search: 'zebra' })).toEqual([]);
  });

  it('pages, and shows the last page for one beyond it', async () => {
    const input = { filter: 'all', tag: null, search: null, page: 9, pageSize: 4 } as const;
    const { page, pages, total, lines } = await questions(db, by(bob), input);
    expect({ page, pages, total, numbers: lines.map((l) => l.number) }).toEqual({
      page: 2,
      pages: 2,
      total: 6,
      numbers: [2, 1],
    });
  });

  it("tells the crowd, the reader's own forecast and how many forecast", async () => {
    const [line] = await list(ann, { search: 'bridge' });
    // Two forecasts with Metaculus weights e^sqrt(1), e^sqrt(2): the median is the later one.
    expect(line).toMatchObject({
      leading: { label: 'YES' },
      forecasters: 2,
      mine: [0.7, 0.3],
      state: 'open',
    });
    expect(line?.leading?.p).toBeGreaterThanOrEqual(0.5);
    expect((await list(bob, { search: 'cup' }))[0]).toMatchObject({
      leading: { label: 'Blues', p: 0.5 },
      mine: null,
    });
    expect((await list(bob, { search: 'road' }))[0]).toMatchObject({ state: 'upcoming', leading: null });
  });

  it('keeps a question of one channel out of every list elsewhere', async () => {
    expect(await numbers(annInside)).toContain(3);
    expect(await numbers(annInside, { filter: 'mine' })).toContain(3);
    for (const actor of [ann, bob, boss, { ...bob, channel: 'discord:other' }]) {
      expect(await numbers(actor)).not.toContain(3);
      expect(await numbers(actor, { search: 'merger' })).toEqual([]);
      expect(await numbers(actor, { tag: 'secret' })).toEqual([]);
      for (const what of ['question', 'tag', 'outcome'] as const) {
        const text = what === 'outcome' ? '' : what === 'tag' ? 'secret' : 'merger';
        expect(await suggest(db, by(actor), { what, text, question: 3 })).toEqual([]);
      }
    }
    const seen = await me(db, by(bob), { member: ann.memberId });
    expect(JSON.stringify(seen, replaced)).not.toContain('merger');
    const own = await me(db, by(ann), { member: null });
    expect(JSON.stringify(own, replaced)).not.toContain('merger');
    expect(JSON.stringify(await me(db, by(annInside), { member: null }), replaced)).toContain('merger');
  });

  it('keeps what is hidden from a reader out of lists and of the pages of others', async () => {
    expect((await list(bob, { search: 'vote' }))[0]).toMatchObject({ leading: null, mine: null });
    expect((await list(ann, { search: 'vote' }))[0]).toMatchObject({
      leading: { label: 'YES', p: 0.8 },
      mine: [0.8, 0.2],
    });
    const seen = await me(db, by(bob), { member: ann.memberId });
    expect(seen.forecasts.map((f) => f.number).sort()).toEqual([1, 7]);
    expect(seen.positions).toEqual([]);
    expect(seen.orders).toEqual([]);
    expect(seen.identities).toEqual([]);
    // What Ann's hidden position is worth would tell its price: it counts as what she paid.
    const own = await me(db, by(ann), { member: null });
    expect(own.positions.map((p) => [p.question, p.label])).toEqual([[4, 'YES']]);
    const [trade] = await db.client.trade.findMany({
      where: { memberId: ann.memberId, question: { number: 4 } },
    });
    expect(seen.netWorth).toBe(seen.balance - (trade?.points ?? 0n));
  });

  it('completes by relevance, open questions first, at most 25', async () => {
    const found = await suggest(db, by(bob, later(2)), { what: 'question', text: 'open', question: null });
    expect(found.map((f) => f.value)).toEqual(['Q2', 'Q1']);
    const all = await suggest(db, by(bob, later(2)), { what: 'question', text: '', question: null });
    expect(all.map((f) => f.value)).toEqual(['Q7', 'Q6', 'Q4', 'Q2', 'Q1', 'Q5']);
    expect(await suggest(db, by(bob), { what: 'outcome', text: 'cafe', question: 7 })).toEqual([
      { value: 'Café United', label: 'Café United' },
    ]);
    expect(await suggest(db, by(bob), { what: 'member', text: 'b', question: null })).toEqual([
      { value: String(bob.memberId), label: 'Bob' },
      { value: String(boss.memberId), label: 'Boss' },
    ]);
    expect(await suggest(db, by(bob), { what: 'tag', text: '', question: null })).toEqual([
      { value: 'city', label: 'city' },
      { value: 'water', label: 'water' },
    ]);
  });

  it('shows nothing to another community', async () => {
    expect(await numbers(stranger)).toEqual([]);
    for (const what of ['question', 'outcome', 'tag', 'draft'] as const)
      expect(await suggest(db, by(stranger), { what, text: '', question: 1 })).toEqual([]);
    expect(
      (await suggest(db, by(stranger), { what: 'member', text: '', question: null })).map((m) => m.label),
    ).toEqual(['Stranger']);
    await expect(me(db, by(stranger), { member: ann.memberId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(explainScore(db, by(stranger), { question: 1, member: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('values positions at the present price, rounded down', async () => {
    await buy(db, by(bob), {
      question: 2,
      outcome: 1,
      against: false,
      amount: { points: 3_000n },
      limit: null,
    });
    const own = await me(db, by(bob), { member: null });
    const position = own.positions.find((p) => p.question === 2);
    const worth = BigInt(Math.floor(Number(position?.shares ?? 0n) * (position?.price ?? 0)));
    expect(worth).toBeGreaterThan(0n);
    expect(own.netWorth).toBe(own.balance + worth);
  });

  it("counts a question of one channel in nobody's standings, and explains it there alone", async () => {
    await forecast(db, by({ ...bob, channel: 'discord:secret' }), {
      question: 3,
      p: [0.2, 0.8],
      typed: null,
      reason: null,
      stake: null,
    });
    const resolving = { question: 3, to: { outcome: 0 }, knownAt: later(9), reason: null };
    await resolve(db, by({ ...boss, channel: 'discord:secret' }, later(9)), resolving);
    for (const window of ['all', '2026', { from: day0, to: later(100) }]) {
      const board = await leaderboard(db, by(boss, later(10)), {
        metric: 'brier',
        window,
        tag: null,
        page: 1,
        pageSize: 9,
      });
      expect(board.rows).toEqual([]);
      expect(board.benchmarks).toEqual([]);
    }
    const explained = await explainScore(db, by(annInside, later(10)), { question: 3, member: bob.memberId });
    expect(explained.score.brier).toBeCloseTo(2 * 0.8 ** 2, 9);
    await expect(explainScore(db, by(ann, later(10)), { question: 3, member: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await me(db, by(bob, later(10)), { member: ann.memberId })).recent).toEqual([]);
  });
});

const replaced = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
