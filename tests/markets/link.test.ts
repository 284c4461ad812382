import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../src/markets/core/types.ts';
import { enter } from '../../src/markets/enter.ts';
import { link } from '../../src/markets/link.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0 } from '../support/people.ts';

describeBothEngines('linking', (open) => {
  let db: TestDb;
  beforeEach(async () => {
    db = await open();
  });
  const places = {
    discord: { platform: 'discord', externalId: 'g1', name: 'Guild' },
    slack: { platform: 'slack', externalId: 'T1', name: 'Team' },
  };
  const at = (platform: 'discord' | 'slack', user: string, platformAdmin = false) =>
    enter(db, {
      place: places[platform],
      user: { externalId: user, name: user },
      platformAdmin,
      roles: [],
      channel: null,
      now: day0,
    });
  const linking = (
    actor: Actor,
    platform: 'discord' | 'slack',
    code: string | null,
    what: 'person' | 'community',
    now = day0,
  ) => link(db, by(actor, now), { code, what, place: { ...places[platform], userId: actor.name } });

  const joined = async () => {
    const boss = await at('discord', 'boss', true);
    const chief = await at('slack', 'chief', true);
    const { code } = await linking(boss, 'discord', null, 'community');
    await linking(chief, 'slack', code, 'community');
    return boss.communityId;
  };

  it('joins a place to a community and a person to a person', async () => {
    const communityId = await joined();
    const ann = await at('discord', 'ann');
    const anna = await at('slack', 'anna');
    expect(anna.communityId).toBe(communityId);
    expect(anna.memberId).not.toBe(ann.memberId);
    const { code } = await linking(ann, 'discord', null, 'person');
    const { linked } = await linking(anna, 'slack', ` ${code?.toLowerCase()} `, 'person');
    expect(linked).toEqual([
      { platform: 'discord', name: 'ann' },
      { platform: 'slack', name: 'anna' },
    ]);
    expect((await at('slack', 'anna')).memberId).toBe(ann.memberId);
    // The grant of the member that retired has gone back: nobody has it twice.
    const accounts = await db.client.account.findMany({
      where: { memberId: { in: [ann.memberId, anna.memberId] } },
    });
    expect(accounts.map((a) => a.balance).sort()).toEqual([0n, 100_000n]);
  });

  it('keeps the member with a history, whichever side asked', async () => {
    await joined();
    const ann = await at('discord', 'ann');
    const anna = await at('slack', 'anna');
    await withHistory(anna);
    const { code } = await linking(ann, 'discord', null, 'person');
    await linking(anna, 'slack', code, 'person');
    expect((await at('discord', 'ann')).memberId).toBe(anna.memberId);
    expect((await at('slack', 'anna')).memberId).toBe(anna.memberId);
  });

  it('never mixes two histories', async () => {
    await joined();
    const ann = await at('discord', 'ann');
    const anna = await at('slack', 'anna');
    await withHistory(ann);
    await withHistory(anna);
    const { code } = await linking(ann, 'discord', null, 'person');
    await expect(linking(anna, 'slack', code, 'person')).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await at('slack', 'anna')).memberId).toBe(anna.memberId);
  });

  it('gives a code that works once, for 15 minutes, for what it was given', async () => {
    const ann = await at('discord', 'ann');
    const anna = await at('slack', 'anna', true);
    const { code } = await linking(ann, 'discord', null, 'person');
    const late = new Date(day0.getTime() + 15 * 60_000 + 1);
    await expect(linking(anna, 'slack', code, 'person', late)).rejects.toMatchObject({ code: 'not-found' });
    await expect(linking(anna, 'slack', code, 'community')).rejects.toMatchObject({ code: 'not-found' });
    const both = await Promise.allSettled([1, 2].map(() => linking(anna, 'slack', code, 'person')));
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    await expect(linking(anna, 'slack', 'ABCDEFGH', 'person')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('joins places for admins alone, and only one that is still empty', async () => {
    const ann = await at('discord', 'ann');
    await expect(linking(ann, 'discord', null, 'community')).rejects.toMatchObject({ code: 'not-allowed' });
    const boss = await at('discord', 'boss', true);
    const chief = await at('slack', 'chief', true);
    await withHistory(chief);
    const { code } = await linking(boss, 'discord', null, 'community');
    await expect(linking(chief, 'slack', code, 'community')).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await at('slack', 'chief', true)).communityId).toBe(chief.communityId);
  });

  /** A question of the community with one forecast of this member. */
  const withHistory = ({ communityId, memberId }: Actor) =>
    db.transaction(async (tx) => {
      const { nextQuestion: number } = await tx.community.update({
        where: { id: communityId },
        data: { nextQuestion: { increment: 1 } },
      });
      await tx.question.create({
        data: {
          communityId,
          number,
          kind: 'binary',
          title: 'Rain?',
          criteria: 'Rain.',
          opensAt: day0,
          closesAt: day0,
          resolvesBy: day0,
          liquidity: 100n,
          createdAt: day0,
          forecasts: { create: { memberId, at: day0, p: '[0.5,0.5]' } },
        },
      });
    });
});
