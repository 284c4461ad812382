import { beforeAll, expect, it } from 'vitest';
import { catalogue } from '../prisma/catalogue.ts';
import { seed } from '../prisma/seed.ts';
import { simulate } from '../src/cli/simulation.ts';
import { claimNotices } from '../src/markets/claimNotices.ts';
import type { Actor } from '../src/markets/core/types.ts';
import { type EnterInput, enter } from '../src/markets/enter.ts';
import { forecast } from '../src/markets/forecast.ts';
import { leaderboard } from '../src/markets/leaderboard.ts';
import { questions } from '../src/markets/questions.ts';
import { removePractice } from '../src/markets/removePractice.ts';
import { describeBothEngines, type TestDb } from './support/database.ts';
import { by, day0, later, newCommunity, newMember } from './support/people.ts';
import { differences } from './support/questions.ts';

const person = (externalId: string, platformAdmin: boolean): Omit<EnterInput, 'now'> => ({
  place: { platform: 'playground', externalId: 'playground', name: 'Playground' },
  user: { externalId, name: externalId },
  platformAdmin,
  roles: [],
  channel: 'playground:general',
});
const people = [person('admin', true), person('ann', false), person('bob', false), person('cy', false)];

describeBothEngines('a new database', (open) => {
  let db: TestDb;
  let admin: Actor;
  let ann: Actor;
  const count = async () => ({
    questions: await db.client.question.count(),
    members: await db.client.member.count(),
    forecasts: await db.client.forecast.count(),
  });
  const rows = async (actor: Actor) =>
    (
      await leaderboard(db, by(actor), {
        metric: 'relativeBrier',
        window: 'all',
        tag: null,
        page: 1,
        pageSize: 50,
      })
    ).rows;

  beforeAll(async () => {
    db = await open();
    expect(await seed(db, people, day0)).toMatchObject({ filled: true, questions: catalogue.length });
    admin = await enter(db, { ...person('admin', true), now: day0 });
    ann = await enter(db, { ...person('ann', false), now: day0 });
  });

  it('holds the catalogue, open for forecasts, and practice questions that are resolved', async () => {
    const list = (filter: 'open' | 'resolved') =>
      questions(db, by(ann, later(0.01)), { filter, tag: null, search: null, page: 1, pageSize: 100 });
    const open = await list('open');
    expect(open.total).toBeGreaterThanOrEqual(36);
    expect(open.lines.every((l) => !l.practice)).toBe(true);
    const resolved = await list('resolved');
    expect(resolved.total).toBeGreaterThanOrEqual(5);
    expect(resolved.lines.every((l) => l.practice)).toBe(true);
    const board = await rows(ann);
    expect(board.filter((r) => r.rank !== null).length).toBeGreaterThanOrEqual(3);
    expect(board.every((r) => r.label.endsWith('(practice)'))).toBe(true);
    const [first] = open.lines;
    const said = await forecast(db, by(ann, later(0.01)), {
      question: first?.number ?? 0,
      p: [0.7, 0.3],
      typed: '70%',
      reason: null,
      stake: 5_000n,
    });
    expect(said.trade?.points).toBeGreaterThan(0n);
  });

  it('does not greet a newcomer with forty announcements, and audits clean', async () => {
    expect(await claimNotices(db, 'p', later(0.02), 100, ['playground'])).toEqual([]);
    expect(await differences(db)).toEqual([]);
  });

  it('is left as it is by a second start, also long after', async () => {
    const before = await count();
    expect(await seed(db, people, later(0.1))).toMatchObject({ filled: false });
    expect(await seed(db, people, later(700))).toMatchObject({ filled: false });
    expect(await count()).toEqual(before);
  });

  it('loses practice questions and members to one command of an admin, and nothing else', async () => {
    await expect(removePractice(db, by(ann), { confirm: true })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    const balance = () => db.client.account.findUniqueOrThrow({ where: { memberId: ann.memberId } });
    const before = (await balance()).balance;
    const removed = await removePractice(db, by(admin), { confirm: true });
    expect(removed.questions).toBeGreaterThanOrEqual(5);
    expect(await count()).toEqual({ questions: catalogue.length, members: people.length, forecasts: 1 });
    expect(await rows(ann)).toEqual([]);
    expect(await db.client.total.count()).toBe(0);
    expect((await balance()).balance).toBe(before);
    expect(await differences(db)).toEqual([]);
    expect(await removePractice(db, by(admin), { confirm: true })).toEqual({ questions: 0, members: 0 });
  });
});

describeBothEngines('a simulated history', (open) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await open();
  });
  const play = async (seedNumber: number) => {
    const communityId = await newCommunity(db);
    const admin = await newMember(db, communityId, 'Admin', { admin: true });
    const options = {
      communityId,
      members: 5,
      questions: 7,
      days: 60,
      seed: seedNumber,
      now: day0,
      open: 0.3,
    };
    const receipt = await simulate(db, options);
    const board = await leaderboard(db, by(admin), {
      metric: 'brier',
      window: 'all',
      tag: null,
      page: 1,
      pageSize: 9,
    });
    return { admin, receipt, rows: board.rows.map((r) => [r.label, r.value, r.questions]) };
  };

  it('is the same for the same seed, another for another, and audits clean', async () => {
    const [first, again, other] = [await play(7), await play(7), await play(8)];
    expect(again.receipt).toEqual(first.receipt);
    expect(again.rows).toEqual(first.rows);
    expect(other.rows).not.toEqual(first.rows);
    expect(first.receipt.forecasts).toBeGreaterThan(10);
    expect(first.receipt.resolved).toBe(5);
    expect(await differences(db)).toEqual([]);
  });

  it('leaves real members what they won or lost on it when it is removed', async () => {
    const { admin } = await play(9);
    const real = await newMember(db, admin.communityId, 'Real');
    const openOnes = await questions(db, by(real), {
      filter: 'open',
      tag: null,
      search: null,
      page: 1,
      pageSize: 9,
    });
    const binary = openOnes.lines.find((l) => l.kind === 'binary');
    if (!binary) throw new Error('no open binary question');
    await forecast(db, by(real), {
      question: binary.number,
      p: [0.9, 0.1],
      typed: null,
      reason: null,
      stake: 4_000n,
    });
    const balance = () => db.client.account.findUniqueOrThrow({ where: { memberId: real.memberId } });
    const before = (await balance()).balance;
    expect(before).toBeLessThan(100_000n);
    await removePractice(db, by(admin), { confirm: true });
    expect((await balance()).balance).toBe(before);
    expect(await db.client.position.count({ where: { memberId: real.memberId } })).toBe(0);
    expect(await differences(db)).toEqual([]);
  });
});
