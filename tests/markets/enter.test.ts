import { beforeAll, expect, it } from 'vitest';
import { enter } from '../../src/markets/enter.ts';
import { setNotify } from '../../src/markets/setNotify.ts';
import { settings } from '../../src/markets/settings.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0 } from '../support/people.ts';

describeBothEngines('entering', (open) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await open();
  });
  const guild = { platform: 'discord', externalId: 'g1', name: 'Guild' };
  const at = (
    user: string,
    rest: { platformAdmin?: boolean; roles?: string[]; name?: string; place?: string } = {},
  ) =>
    enter(db, {
      place: { ...guild, externalId: rest.place ?? 'g1' },
      user: { externalId: user, name: rest.name ?? user },
      platformAdmin: rest.platformAdmin ?? false,
      roles: rest.roles ?? [],
      channel: 'discord:c1',
      now: day0,
    });

  it('makes community, person and member once, with the starting grant once', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => at('ann', { place: 'g0' })));
    expect(new Set(ten.map((a) => `${a.communityId} ${a.memberId}`)).size).toBe(1);
    const [ann] = ten;
    const account = await db.client.account.findUniqueOrThrow({ where: { memberId: ann?.memberId ?? 0 } });
    expect(account.balance).toBe(100_000n);
    expect(await db.client.community.count()).toBe(1);
    expect(await db.client.person.count()).toBe(1);
  });

  it('parts two servers, and knows a person in both', async () => {
    const here = await at('bob');
    const there = await at('bob', { place: 'g2' });
    expect(there.communityId).not.toBe(here.communityId);
    const [a, b] = await Promise.all(
      [here, there].map((x) => db.client.member.findUniqueOrThrow({ where: { id: x.memberId } })),
    );
    expect(a?.personId).toBe(b?.personId);
  });

  it('follows a renaming, and what the platform says of an admin at this moment', async () => {
    await at('cy', { platformAdmin: true });
    expect(await at('cy', { name: 'Cyrus' })).toMatchObject({ name: 'Cyrus', admin: false, mayAsk: true });
    const { admin } = await db.client.member.findFirstOrThrow({ where: { name: 'Cyrus' } });
    expect(admin).toBe(false);
  });

  it('reads roles by the settings', async () => {
    const boss = await at('boss', { platformAdmin: true });
    await settings(db, by(boss), { change: { adminRoles: ['r-admin'], askRoles: ['r-ask'] } });
    expect(await at('dan')).toMatchObject({ admin: false, mayAsk: false });
    expect(await at('dan', { roles: ['r-ask'] })).toMatchObject({ admin: false, mayAsk: true });
    expect(await at('dan', { roles: ['r-admin'] })).toMatchObject({ admin: true, mayAsk: true });
  });

  it('keeps settings from those who may not change them, and tells them who may', async () => {
    const boss = await at('boss', { platformAdmin: true });
    const dan = await at('dan');
    await expect(settings(db, by(dan), { change: { timeZone: 'Europe/Berlin' } })).rejects.toMatchObject({
      code: 'not-allowed',
      hint: expect.stringContaining('boss'),
    });
    await expect(settings(db, by(boss), { change: { timeZone: 'Mars/Olympus' } })).rejects.toMatchObject({
      code: 'not-understood',
    });
    await expect(settings(db, by(boss), { change: { minimumResolved: 0 } })).rejects.toMatchObject({
      code: 'out-of-range',
    });
    const changes = ['Europe/Berlin', 'America/New_York'].map((timeZone) =>
      settings(db, by(boss), { change: { timeZone } }),
    );
    await Promise.all([...changes, settings(db, by(boss), { change: { minimumResolved: 5 } })]);
    const read = await settings(db, by(dan), { change: null });
    expect(read.settings.minimumResolved).toBe(5);
    expect(read.settings.askRoles).toEqual(['r-ask']);
    expect(read.admins.map((a) => a.name)).toEqual(['boss']);
  });

  it('changes one wish of a member and leaves the others', async () => {
    const dan = await at('dan');
    await Promise.all([
      setNotify(db, by(dan), { change: { scores: false } }),
      setNotify(db, by(dan), { change: { edits: false } }),
    ]);
    expect(await setNotify(db, by(dan), { change: {} })).toEqual({
      scores: false,
      edits: false,
      reminders: true,
    });
  });
});
