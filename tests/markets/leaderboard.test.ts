import { beforeAll, expect, it } from 'vitest';
import { annul } from '../../src/markets/annul.ts';
import { ask } from '../../src/markets/ask.ts';
import { closeSeason } from '../../src/markets/closeSeason.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { openDatabase } from '../../src/markets/db.ts';
import { explainScore } from '../../src/markets/explainScore.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { type LeaderboardInput, leaderboard } from '../../src/markets/leaderboard.ts';
import { me } from '../../src/markets/me.ts';
import { openSeason } from '../../src/markets/openSeason.ts';
import { resolve } from '../../src/markets/resolve.ts';
import { seasons } from '../../src/markets/seasons.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0, later, newCommunity, newMember } from '../support/people.ts';
import { asking, differences } from '../support/questions.ts';

describeBothEngines('standings', (open) => {
  let db: TestDb;
  let boss: Actor;
  let ann: Actor;
  let bob: Actor;
  let cy: Actor;
  let dora: Actor;

  beforeAll(async () => {
    db = await open();
    const community = await newCommunity(db, { minimumResolved: 2 });
    boss = await newMember(db, community, 'Boss', { admin: true });
    ann = await newMember(db, community, 'Ann');
    bob = await newMember(db, community, 'Bob');
    cy = await newMember(db, community, 'Cy');
    dora = await newMember(db, community, 'Dora');
    const say = (actor: Actor, question: number, yes: number) =>
      forecast(db, by(actor), { question, p: [yes, 1 - yes], typed: null, reason: null, stake: null });
    // Everybody forecasts at the opening, so that averages over time are the forecasts' own scores.
    for (const tags of [['city'], ['city'], ['water'], []])
      await ask(db, by(boss), asking({ tags, closesAt: later(10) }));
    for (const [question, yes] of [
      [1, 0.9],
      [2, 0.8],
      [3, 0.7],
    ] as const)
      await say(ann, question, yes);
    for (const [question, yes] of [
      [1, 0.5],
      [2, 0.5],
      [3, 0.5],
    ] as const)
      await say(bob, question, yes);
    await say(cy, 1, 0.1);
    await say(cy, 4, 0.5);
    const done = (question: number, outcome: number, day: number) =>
      resolve(db, by(boss, later(day)), { question, to: { outcome }, knownAt: later(day), reason: null });
    // YES in November, YES and NO in December.
    await done(1, 0, 5);
    await done(2, 0, 9.9);
    await done(3, 1, 12);
  });
  const board = (actor: Actor, change: Partial<LeaderboardInput> = {}) =>
    leaderboard(db, by(actor, later(20)), {
      metric: 'brier',
      window: 'all',
      tag: null,
      page: 1,
      pageSize: 10,
      ...change,
    });
  const shown = async (change: Partial<LeaderboardInput> = {}) =>
    (await board(boss, change)).rows.map((r) => [
      r.rank,
      r.label,
      r.value === null ? null : Math.round(r.value * 1e6) / 1e6,
    ]);

  it('can be checked by hand', async () => {
    // Two-sided Brier, 2 (1 - p)^2: Ann .02 .08 .98, Bob .5 each, Cy 1.62 once and so provisional.
    expect(await shown()).toEqual([
      [1, 'Ann', 0.36],
      [2, 'Bob', 0.5],
      [null, 'Cy', 1.62],
    ]);
    const { rows, benchmarks, minimum } = await board(boss);
    expect(minimum).toBe(2);
    const [first] = rows;
    // Sample deviation of .02, .08, .98 by the root of three.
    expect(first?.standardError).toBeCloseTo(Math.sqrt((0.34 ** 2 + 0.28 ** 2 + 0.62 ** 2) / 2 / 3), 9);
    expect(benchmarks.map((b) => b.label)).toEqual(expect.arrayContaining(['Crowd', 'Market']));
    expect(benchmarks.every((b) => b.rank === null && b.member === null)).toBe(true);
  });

  it('by relative Brier, lower than the crowd is better', async () => {
    // Q1 median of .02 .5 1.62 is .5; Q2 of .08 .5 is .29; Q3 of .98 .5 is .74. Over the time until known.
    const { rows } = await board(boss, { metric: 'relativeBrier' });
    expect(rows.map((r) => r.label)).toEqual(['Ann', 'Bob', 'Cy']);
    expect(rows[0]?.value).toBeCloseTo((-0.48 - 0.21 + 0.24) / 3, 9);
  });

  it('by window and tag', async () => {
    expect(await shown({ window: '2026-11' })).toEqual([
      [null, 'Ann', 0.02],
      [null, 'Bob', 0.5],
      [null, 'Cy', 1.62],
    ]);
    expect(await shown({ window: '2026-12' })).toEqual([
      [1, 'Bob', 0.5],
      [2, 'Ann', 0.53],
    ]);
    expect(await shown({ window: '2025' })).toEqual([]);
    expect(await shown({ tag: 'water' })).toEqual([
      [null, 'Bob', 0.5],
      [null, 'Ann', 0.98],
    ]);
    // Any window, from score rows: the same figures.
    expect(await shown({ window: { from: day0, to: later(100) } })).toEqual(await shown());
    expect(await shown({ window: { from: later(6), to: later(11) }, tag: 'city' })).toEqual([
      [null, 'Ann', 0.08],
      [null, 'Bob', 0.5],
    ]);
  });

  it("shows one's own row on every page, and says why one has no rank", async () => {
    const second = await board(ann, { page: 2, pageSize: 1 });
    expect(second.rows.map((r) => r.label)).toEqual(['Bob']);
    expect(second.own).toMatchObject({ rank: 1, label: 'Ann' });
    expect(second.ownWhy).toBeNull();
    expect((await board(cy)).ownWhy).toBe(
      'You are provisional: 1 resolved question of the 2 that a rank needs, 1 more to go.',
    );
    expect((await board(dora)).ownWhy).toMatch(/you have not forecast/);
    expect((await board(dora)).own).toBeNull();
    expect((await board(cy, { tag: 'water' })).ownWhy).toMatch(/within this window and tag/);
    const page = await me(db, by(cy, later(20)), { member: null });
    expect(page).toMatchObject({ rank: null, provisional: true, missing: 1, ranked: 2, resolved: 1 });
    expect(page.recent.map((r) => r.question)).toEqual([1]);
    expect((await me(db, by(dora), { member: ann.memberId })).rank).toBe(1);
  });

  it('refuses a window that is none, and names what there is', async () => {
    await expect(board(ann, { window: 'last spring' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(board(ann, { window: { from: later(2), to: later(1) } })).rejects.toMatchObject({
      code: 'out-of-range',
    });
  });

  it('explains a score by its stretches', async () => {
    const told = await explainScore(db, by(cy, later(20)), { question: 1, member: null });
    expect(told.score.brier).toBeCloseTo(1.62, 9);
    expect(told.stretches).toHaveLength(1);
    expect(told.stretches[0]).toMatchObject({ p: [0.1, 0.9], from: day0, to: later(5) });
    expect(told).toMatchObject({ rank: 3, of: 3, member: { name: 'Cy' } });
    await expect(explainScore(db, by(cy, later(20)), { question: 2, member: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(explainScore(db, by(cy, later(20)), { question: 4, member: null })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('belongs to one community', async () => {
    const stranger = await newMember(db, await newCommunity(db), 'Stranger', { admin: true });
    expect((await board(stranger)).rows).toEqual([]);
    expect((await board(stranger)).benchmarks).toEqual([]);
    expect((await board(stranger, { window: { from: day0, to: later(100) } })).rows).toEqual([]);
    expect(await seasons(db, by(stranger))).toEqual([]);
  });

  it('closes a season and keeps its standings, whatever is annulled later', async () => {
    const season = { name: 'Opening cup', startsAt: day0, endsAt: later(60) };
    await expect(openSeason(db, by(ann), season)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(openSeason(db, by(boss), { ...season, name: '2026-Q4' })).rejects.toMatchObject({
      code: 'not-understood',
    });
    await openSeason(db, by(boss), season);
    await expect(openSeason(db, by(boss), season)).rejects.toMatchObject({ code: 'duplicate' });
    const running = await shown({ window: 'Opening cup' });
    expect(running).toEqual(await shown());
    const both = await Promise.allSettled(
      [1, 2].map(() => closeSeason(db, by(boss, later(21)), { name: 'Opening cup' })),
    );
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(await db.client.notice.count({ where: { kind: 'season.closed' } })).toBe(1);
    const other = await openDatabase(db.url);
    const whole = { metric: 'brier', window: 'all', tag: null, page: 1, pageSize: 10 } as const;
    const before = await leaderboard(other, by(boss, later(22)), whole);
    await annul(db, by(boss, later(22)), { question: 3, reason: 'The sensor was broken.' });
    expect(await shown({ window: 'Opening cup' })).toEqual(running);
    // Without Q3: Ann .02 and .08, Bob .5 twice.
    expect(await shown()).toEqual([
      [1, 'Ann', 0.05],
      [2, 'Bob', 0.5],
      [null, 'Cy', 1.62],
    ]);
    expect(await shown({ tag: 'water' })).toEqual([]);
    // Another process, which had ranked before, sees it too.
    const seen = await leaderboard(other, by(boss, later(22)), whole);
    expect(seen.rows.map((r) => r.value)).toEqual(
      (await leaderboard(db, by(boss, later(22)), whole)).rows.map((r) => r.value),
    );
    expect(seen.rows.map((r) => r.value)).not.toEqual(before.rows.map((r) => r.value));
    await other.close();
    const own = await board(ann, { window: 'Opening cup', metric: 'peer' });
    expect(own.own).toMatchObject({ rank: 1 });
    expect((await seasons(db, by(ann)))[0]).toMatchObject({
      name: 'Opening cup',
      closedAt: later(21),
      endsAt: later(21),
    });
    expect(await differences(db)).toEqual([]);
  });
});
