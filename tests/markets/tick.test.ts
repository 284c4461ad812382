import { createServer, type Server } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import { buy } from '../../src/markets/buy.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { openDatabase } from '../../src/markets/db.ts';
import { editQuestion } from '../../src/markets/editQuestion.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { question } from '../../src/markets/question.ts';
import { readNotice } from '../../src/markets/readNotice.ts';
import { resolve } from '../../src/markets/resolve.ts';
import { settings } from '../../src/markets/settings.ts';
import { tick } from '../../src/markets/tick.ts';
import { unwatchFeed } from '../../src/markets/unwatchFeed.ts';
import { watchFeed } from '../../src/markets/watchFeed.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, later, newCommunity, newMember } from '../support/people.ts';
import { asking, differences } from '../support/questions.ts';

const berlin = { timeZone: 'Europe/Berlin', announcements: 'discord:news', economy: { weeklyAllowance: 50 } };
const at = (text: string): Date => new Date(text);

describeBothEngines('due work', (open) => {
  let db: TestDb;
  let boss: Actor;
  let ann: Actor;
  let bob: Actor;
  beforeEach(async () => {
    db = await open();
    const community = await newCommunity(db, berlin);
    boss = await newMember(db, community, 'Boss', { admin: true });
    ann = await newMember(db, community, 'Ann');
    bob = await newMember(db, community, 'Bob');
  });
  const say = (actor: Actor, number: number, now: Date, p = [0.6, 0.4]) =>
    forecast(db, by(actor, now), { question: number, p, typed: null, reason: null, stake: null });
  const told = async (kind: string) =>
    (await db.client.notice.findMany({ where: { kind }, orderBy: { id: 'asc' } })).map((row) => ({
      ...readNotice(row.kind, row.payload),
      audience: row.audience,
      dueAt: row.dueAt,
    }));
  const balance = async (actor: Actor) =>
    (await db.client.account.findUniqueOrThrow({ where: { memberId: actor.memberId } })).balance;

  it('closes questions at their time and cancels what rests on them, once', async () => {
    await ask(db, by(boss), asking({ closesAt: later(1), resolvesBy: later(2) }));
    await ask(db, by(boss), asking());
    await buy(db, by(ann), {
      question: 1,
      outcome: 0,
      against: false,
      amount: { points: 1_000n },
      limit: 0.2,
      rest: { until: null },
    });
    expect((await tick(db, new Date(later(1).getTime() - 1))).closed).toBe(0);
    expect(await tick(db, later(1))).toMatchObject({ closed: 1, failures: [] });
    expect((await tick(db, later(1))).closed).toBe(0);
    const view = await question(db, by(ann, later(1)), { question: 1 });
    expect(view).toMatchObject({ state: 'closed', orders: [] });
    expect(await told('question.closed')).toMatchObject([
      { payload: { number: 1, early: false }, audience: 'channel' },
    ]);
    expect(await told('order.cancelled')).toMatchObject([{ audience: `member:${ann.memberId}` }]);
  });

  it('expires orders at their time', async () => {
    await ask(db, by(boss), asking());
    await buy(db, by(ann), {
      question: 1,
      outcome: 0,
      against: false,
      amount: { points: 1_000n },
      limit: 0.2,
      rest: { until: later(1) },
    });
    expect((await tick(db, later(1))).expired).toBe(1);
    expect((await tick(db, later(2))).expired).toBe(0);
    expect((await db.client.limitOrder.findFirstOrThrow()).state).toBe('expired');
  });

  it('gives the allowance each Monday 00:00 local time, also those that were missed, and audits clean', async () => {
    // From Sunday 22 November 13:00 in Berlin: Mondays 23 and 30 November, 7 December.
    expect((await tick(db, at('2026-11-22T22:59:59Z'))).allowances).toBe(0);
    expect((await tick(db, at('2026-11-22T23:00:00Z'))).allowances).toBe(1);
    expect(await balance(ann)).toBe(105_000n);
    expect((await tick(db, at('2026-12-08T00:00:00Z'))).allowances).toBe(2);
    expect(await balance(ann)).toBe(115_000n);
    // Over the spring change of clocks, 28 March 2027, Monday begins at 22:00 UTC.
    await tick(db, at('2027-03-28T00:00:00Z'));
    const before = await balance(ann);
    await tick(db, at('2027-03-28T21:59:59Z'));
    expect(await balance(ann)).toBe(before);
    await tick(db, at('2027-03-28T22:00:00Z'));
    expect(await balance(ann)).toBe(before + 5_000n);
    expect(await differences(db)).toEqual([]);
  });

  it('does each thing once when several processes tick at once', async () => {
    await ask(db, by(boss), asking({ closesAt: later(1), resolvesBy: later(2) }));
    // SQLite is one process's; two connections of one process would only wait for one another there.
    const other = db.engine === 'postgres' ? await openDatabase(db.url) : db;
    try {
      const done = await Promise.all([db, other, db, other].map((on) => tick(on, later(3))));
      const sum = (read: (r: (typeof done)[number]) => number) => done.reduce((n, r) => n + read(r), 0);
      expect(done.flatMap((r) => r.failures)).toEqual([]);
      expect(sum((r) => r.closed)).toBe(1);
      expect(sum((r) => r.allowances)).toBe(1);
      expect(sum((r) => r.digests)).toBe(1);
      expect(await balance(bob)).toBe(105_000n);
    } finally {
      if (other !== db) await other.close();
    }
    expect(await differences(db)).toEqual([]);
  });

  it('posts the leaderboard at 09:00 local time, across the change of clocks, the latest of those missed', async () => {
    await ask(db, by(boss), asking({ closesAt: later(1), resolvesBy: later(2) }));
    await say(ann, 1, later(0.5));
    // Nothing has been resolved: there is nothing to post.
    await tick(db, at('2026-11-23T08:00:00Z'));
    expect(await told('leaderboard')).toEqual([]);
    await resolve(db, by(boss, later(2)), { question: 1, to: { outcome: 0 }, knownAt: null, reason: null });
    expect((await tick(db, at('2026-11-30T07:59:59Z'))).leaderboards).toBe(0);
    expect((await tick(db, at('2026-11-30T08:00:00Z'))).leaderboards).toBe(1);
    // Down until after 29 March 2027, when Monday 09:00 was 07:00 UTC: one post, not seventeen.
    expect((await tick(db, at('2027-03-29T06:59:00Z'))).leaderboards).toBe(1);
    expect((await tick(db, at('2027-03-29T07:00:00Z'))).leaderboards).toBe(1);
    expect((await tick(db, at('2027-03-29T07:00:01Z'))).leaderboards).toBe(0);
    expect(await told('leaderboard')).toHaveLength(3);
  });

  it('posts nothing for a time that lay before the schedule was set', async () => {
    await ask(db, by(boss), asking({ closesAt: later(1), resolvesBy: later(2) }));
    await say(ann, 1, later(0.5));
    await resolve(db, by(boss, later(2)), { question: 1, to: { outcome: 0 }, knownAt: null, reason: null });
    await tick(db, later(2));
    const posted = (await told('leaderboard')).length;
    // On a Tuesday at noon: every Tuesday at 09:00 from now on.
    const noon = at('2026-12-01T11:00:00Z');
    await settings(db, by(boss, noon), {
      change: { leaderboardSchedule: { weekday: 2, hour: 9, minute: 0 } },
    });
    expect((await tick(db, noon)).leaderboards).toBe(0);
    expect((await tick(db, at('2026-12-08T08:00:00Z'))).leaderboards).toBe(1);
    expect(await told('leaderboard')).toHaveLength(posted + 1);
  });

  it('tells once a day what closes before the next digest, to the channel and to who forecast', async () => {
    // Digests at 09:00 in Berlin are at 08:00 UTC.
    await ask(db, by(boss), asking({ closesAt: at('2026-11-24T07:00:00Z'), resolvesBy: later(9) }));
    await ask(db, by(boss), asking({ closesAt: at('2026-11-24T09:00:00Z'), resolvesBy: later(9) }));
    await ask(
      db,
      by({ ...boss, channel: 'discord:secret' }),
      asking({ closesAt: at('2026-11-24T06:00:00Z'), resolvesBy: later(9), private: true }),
    );
    await say(ann, 1, later(0.1));
    await say(bob, 2, later(0.1));
    await say({ ...bob, channel: 'discord:secret' }, 3, later(0.1));
    await tick(db, at('2026-11-23T07:59:59Z'));
    await tick(db, at('2026-11-23T08:00:00Z'));
    await tick(db, at('2026-11-23T15:00:00Z'));
    const first = await told('digest.closing');
    const shown = first.map((n) => [
      n.audience,
      n.kind === 'digest.closing' ? n.payload.questions.map((q) => q.number) : [],
    ]);
    expect(shown).toEqual([
      ['channel', [1]],
      [`member:${ann.memberId}`, [1]],
      [`member:${bob.memberId}`, [3]],
    ]);
    await tick(db, at('2026-11-24T08:00:00Z'));
    expect((await told('digest.closing')).slice(3).map((n) => n.audience)).toEqual([
      'channel',
      `member:${bob.memberId}`,
    ]);
  });

  it('reminds admins once for each question and date, and again when the date is moved', async () => {
    await ask(db, by(boss), asking({ closesAt: later(1), resolvesBy: later(2) }));
    const toResolve = async () =>
      (await told('digest.admin')).map((n) =>
        n.kind === 'digest.admin' ? n.payload.toResolve.map((q) => q.number) : [],
      );
    await tick(db, at('2026-11-24T08:00:00Z'));
    expect(await toResolve()).toEqual([]);
    for (const day of ['25', '26', '27']) await tick(db, at(`2026-11-${day}T08:00:00Z`));
    expect(await toResolve()).toEqual([[1]]);
    await editQuestion(db, by(boss, at('2026-11-27T09:00:00Z')), {
      question: 1,
      resolvesBy: at('2026-11-29T12:00:00Z'),
    });
    for (const day of ['28', '29', '30']) await tick(db, at(`2026-11-${day}T08:00:00Z`));
    expect(await toResolve()).toEqual([[1], [1]]);
  });

  it('goes on with the rest when one kind of work fails', async () => {
    await ask(db, by(boss), asking({ closesAt: later(1), resolvesBy: later(2) }));
    // Somebody wrote a posting under the key of the allowance, which therefore cannot be booked.
    await db.transaction((tx) =>
      tx.posting.create({
        data: {
          communityId: boss.communityId,
          key: `allowance:${boss.communityId}:2026-11-22T23:00:00.000Z`,
          kind: 'allowance',
          at: later(0),
        },
      }),
    );
    const receipt = await tick(db, later(3));
    expect(receipt.closed).toBe(1);
    expect(receipt.digests).toBe(1);
    expect(receipt.failures.map((f) => f.work)).toEqual(['allowances']);
    // Tried again, and failing again, at the next tick; what was done stays done.
    expect(await tick(db, later(3))).toMatchObject({
      closed: 0,
      digests: 0,
      failures: [{ work: 'allowances' }],
    });
  });

  describe('feeds', () => {
    const pages: Record<string, string> = {};
    let server: Server | undefined;
    let origin = '';
    const reading = { fetch: { allow: () => true } };
    const serve = async (): Promise<void> => {
      server ??= createServer((request, response) => {
        const body = pages[request.url ?? ''];
        response.writeHead(body === undefined ? 404 : 200, {
          'content-type': contentType(request.url ?? ''),
        });
        response.end(body ?? '');
      });
      await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
      const address = server.address();
      origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    };
    const contentType = (path: string): string =>
      path.endsWith('.xml') ? 'application/rss+xml' : 'text/plain';
    afterAll(() => server?.close());

    it('reads a watched feed every hour, each entry once, and says what went wrong', async () => {
      if (!server) await serve();
      const entry = (n: number): string =>
        `<item><guid>e${n}</guid><title>Note ${n}</title><link>${origin}/${n}.txt</link><pubDate>Sat, 21 Nov 2026 10:00:00 GMT</pubDate></item>`;
      const feed = (...items: string[]): string =>
        `<rss version="2.0"><channel><title>Notes</title><link>${origin}</link><description>x</description>${items.join('')}</channel></rss>`;
      pages['/1.txt'] =
        'Note 1\n\nLindholm Shipping will open a second terminal in Rotterdam by the end of 2027.';
      pages['/2.txt'] = 'Note 2\n\nThe bridge was built in 1932. It is painted green.';
      pages['/feed.xml'] = feed(entry(1));
      await expect(watchFeed(db, by(ann), { url: `${origin}/feed.xml` })).rejects.toMatchObject({
        code: 'not-allowed',
      });
      await expect(watchFeed(db, by(boss), { url: 'file:///etc/passwd' })).rejects.toMatchObject({
        code: 'not-understood',
      });
      // Read once before it is watched: what may not be fetched, is away or is no feed is refused at once.
      for (const [path, allowed, code] of [
        ['/feed.xml', {}, 'not-allowed'],
        ['/gone.xml', reading, 'unreachable'],
        ['/1.txt', reading, 'not-understood'],
      ] as const)
        await expect(watchFeed(db, by(boss), { url: `${origin}${path}` }, allowed)).rejects.toMatchObject({
          name: 'Refusal',
          code,
        });
      expect(await db.client.feed.count()).toBe(0);
      await watchFeed(db, by(boss), { url: `${origin}/feed.xml` }, reading);
      expect((await tick(db, later(0), reading)).feeds).toBe(1);
      expect((await tick(db, later(0.01), reading)).feeds).toBe(0);
      const count = () => db.client.draft.count();
      expect(await count()).toBe(1);
      pages['/feed.xml'] = feed(entry(2), entry(1));
      expect((await tick(db, later(0.05), reading)).feeds).toBe(1);
      expect(await count()).toBe(1);
      expect(await db.client.article.count()).toBe(1);
      delete pages['/feed.xml'];
      for (let hours = 3; hours < 60; hours += 1) await tick(db, later(hours / 24), reading);
      const [row] = (await settings(db, by(boss), { change: null })).feeds;
      expect(row?.error).toMatch(/404/);
      expect(await told('feed.failed')).toHaveLength(1);
      await unwatchFeed(db, by(boss), { url: `${origin}/feed.xml` });
      expect((await tick(db, later(30), reading)).feeds).toBe(0);
    });
  });
});
