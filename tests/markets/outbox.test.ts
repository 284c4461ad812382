import { beforeEach, expect, it } from 'vitest';
import { claimNotices } from '../../src/markets/claimNotices.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { type Db, openDatabase } from '../../src/markets/db.ts';
import { enter } from '../../src/markets/enter.ts';
import { notify } from '../../src/markets/notices.ts';
import { setNotify } from '../../src/markets/setNotify.ts';
import { settings } from '../../src/markets/settings.ts';
import { settleNotice } from '../../src/markets/settleNotice.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0 } from '../support/people.ts';

const served = ['discord'];
const after = (seconds: number) => new Date(day0.getTime() + 1000 * seconds);

describeBothEngines('the outbox', (open) => {
  let db: TestDb;
  let boss: Actor;
  let ann: Actor;
  const come = (user: string, platformAdmin = false) =>
    enter(db, {
      place: { platform: 'discord', externalId: 'g1', name: 'Guild' },
      user: { externalId: user, name: user },
      platformAdmin,
      roles: [],
      channel: null,
      now: day0,
    });
  beforeEach(async () => {
    db = await open();
    boss = await come('boss', true);
    ann = await come('ann');
    await settings(db, by(boss), { change: { announcements: 'discord:news' } });
  });
  const write = (key: string, audience: 'channel' | 'admins' | `member:${number}` = 'channel') =>
    db.transaction((tx) =>
      notify(tx, {
        communityId: boss.communityId,
        key,
        kind: 'question.closed',
        payload: { number: 99, title: 'Rain?', early: false },
        audience,
        dueAt: day0,
      }),
    );

  it('gives each notice to one of several processes', async () => {
    for (let i = 0; i < 30; i++) await write(`n${i}`);
    const other = db.engine === 'postgres' ? await openDatabase(db.url) : db;
    try {
      const taken: string[] = [];
      const work = async (on: Db, who: string) => {
        for (let round = 0; round < 12; round++) {
          for (const n of await claimNotices(on, who, after(1), 4, served)) taken.push(n.key);
        }
      };
      await Promise.all([work(db, 'one'), work(other, 'two'), work(db, 'three')]);
      expect(taken.sort()).toEqual(Array.from({ length: 30 }, (_, i) => `n${i}`).sort());
    } finally {
      if (other !== db) await other.close();
    }
  });

  it('tells a thing once, however often it is written', async () => {
    await write('same');
    await write('same');
    expect(await claimNotices(db, 'p', day0, 10, served)).toHaveLength(1);
  });

  it('takes over from a process that died, and then ignores it', async () => {
    await write('k');
    const [dead] = await claimNotices(db, 'dead', day0, 10, served);
    expect(await claimNotices(db, 'live', after(119), 10, served)).toEqual([]);
    const [live] = await claimNotices(db, 'live', after(121), 10, served);
    if (!dead || !live) throw new Error('not claimed');
    expect(live.key).toBe(dead.key);
    await settleNotice(db, dead, { outcome: 'gone', why: 'too late to say' }, after(122));
    await settleNotice(db, live, { outcome: 'sent' }, after(123));
    const row = await db.client.notice.findUniqueOrThrow({ where: { key: 'k' } });
    expect(row).toMatchObject({ state: 'sent', sentAt: after(123), attempts: 0 });
  });

  it('tries again after growing pauses and gives up where admins see it', async () => {
    await write('k');
    let now = day0;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      const [notice] = await claimNotices(db, 'p', now, 10, served);
      if (!notice) throw new Error(`attempt ${attempt} was not made`);
      await settleNotice(db, notice, { outcome: 'later', seconds: 45, why: 'Service Unavailable' }, now);
      const { dueAt, state } = await db.client.notice.findUniqueOrThrow({ where: { key: 'k' } });
      if (state === 'failed') break;
      waits.push((dueAt.getTime() - now.getTime()) / 1000);
      expect(await claimNotices(db, 'p', new Date(dueAt.getTime() - 1), 10, served)).toEqual([]);
      now = dueAt;
    }
    // The first pause is as long as the platform asked for.
    expect(waits).toEqual([45, 120, 600, 3600, 21_600]);
    expect(await claimNotices(db, 'p', after(1e6), 10, served)).toEqual([]);
    expect((await settings(db, by(boss, now), { change: null })).undelivered).toEqual([
      expect.objectContaining({ kind: 'question.closed', to: 'channel', error: 'Service Unavailable' }),
    ]);
    expect((await settings(db, by(ann, now), { change: null })).undelivered).toEqual([]);
  });

  it('leaves what another platform is to tell to the process that serves it, without counting an attempt', async () => {
    await settings(db, by(boss), { change: { announcements: 'slack:C1' } });
    await write('k');
    expect(await claimNotices(db, 'on discord', day0, 10, ['discord'])).toEqual([]);
    expect(await claimNotices(db, 'on slack', after(14), 10, ['slack'])).toEqual([]);
    const [notice] = await claimNotices(db, 'on slack', after(16), 10, ['slack']);
    if (!notice) throw new Error('not claimed');
    expect(notice.to).toEqual({ kind: 'channel', channel: 'slack:C1' });
    await settleNotice(db, notice, { outcome: 'later', seconds: 0, why: 'rate limited' }, after(16));
    expect(await db.client.notice.findUnique({ where: { key: 'k' } })).toMatchObject({ attempts: 1 });
    // Slack is switched off for good.
    let now = after(100);
    for (let i = 0; i < 100; i++, now = new Date(now.getTime() + 3_600_000)) {
      expect(await claimNotices(db, 'on discord', now, 10, ['discord'])).toEqual([]);
    }
    expect(await db.client.notice.findUnique({ where: { key: 'k' } })).toMatchObject({
      state: 'failed',
      error: 'nothing that serves slack is running',
    });
  });

  it('gives up at once on a channel that is gone', async () => {
    await write('k');
    const [notice] = await claimNotices(db, 'p', day0, 10, served);
    if (!notice) throw new Error('not claimed');
    await settleNotice(db, notice, { outcome: 'gone', why: 'Unknown Channel' }, day0);
    expect(await claimNotices(db, 'p', after(1e6), 10, served)).toEqual([]);
  });

  it('lists what was given up for admins, but not what was overtaken', async () => {
    await write('k');
    await write('l');
    for (const outcome of ['gone', 'moot'] as const) {
      const [notice] = await claimNotices(db, 'p', day0, 1, served);
      if (!notice) throw new Error('not claimed');
      await settleNotice(db, notice, { outcome, why: outcome }, day0);
    }
    expect(await claimNotices(db, 'p', after(1e6), 10, served)).toEqual([]);
    const { undelivered } = await settings(db, by(boss, day0), { change: null });
    expect(undelivered.map(({ error }) => error)).toEqual(['gone']);
  });

  it('writes to each admin by themselves where there is no channel for them', async () => {
    const second = await come('second', true);
    await write('a', 'admins');
    expect(await claimNotices(db, 'p', day0, 10, served)).toEqual([]);
    const split = await claimNotices(db, 'p', day0, 10, served);
    expect(split.map((n) => (n.to.kind === 'person' ? n.to.memberId : null)).sort()).toEqual(
      [boss.memberId, second.memberId].sort(),
    );
    await settings(db, by(boss), { change: { reviewChannel: 'discord:staff' } });
    await write('b', 'admins');
    expect(await claimNotices(db, 'p', day0, 10, served)).toMatchObject([
      { to: { kind: 'channel', channel: 'discord:staff' } },
    ]);
  });

  it('leaves out who does not want it, and says nothing where there is no channel', async () => {
    await setNotify(db, by(ann), { change: { reminders: false } });
    await write('to ann', `member:${ann.memberId}`);
    await settings(db, by(boss), { change: { announcements: null } });
    await write('to nobody');
    expect(await claimNotices(db, 'p', day0, 10, served)).toEqual([]);
    const rows = await db.client.notice.findMany({ where: { key: { in: ['to ann', 'to nobody'] } } });
    expect(rows.map((r) => r.state)).toEqual(['unwanted', 'unwanted']);
  });
});
