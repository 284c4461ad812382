import { beforeAll, expect, it } from 'vitest';
import { beginInvocation } from '../../src/markets/beginInvocation.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { finishInvocation } from '../../src/markets/finishInvocation.ts';
import { deleteInstallation, findInstallation, saveInstallation } from '../../src/markets/installations.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { day0, newCommunity, newMember } from '../support/people.ts';

describeBothEngines('deliveries', (open) => {
  let db: TestDb;
  let ann: Actor;
  beforeAll(async () => {
    db = await open();
    ann = await newMember(db, await newCommunity(db), 'Ann');
  });
  const begin = (key: string) => beginInvocation(db, ann, { key, command: 'forecast', now: day0 });

  it('has one first among many at once, and shows the first answer ever after', async () => {
    const states = await Promise.all(Array.from({ length: 8 }, () => begin('k')));
    expect(states.filter((s) => s.state === 'first')).toHaveLength(1);
    expect(states.filter((s) => s.state === 'running')).toHaveLength(7);
    await finishInvocation(db, 'k', '{"title":"one"}');
    await finishInvocation(db, 'k', '{"title":"two"}');
    expect(await begin('k')).toEqual({ state: 'answered', answer: '{"title":"one"}' });
    expect(await begin('other')).toEqual({ state: 'first' });
  });

  it('keeps one sealed installation for each workspace', async () => {
    const key = { platform: 'slack', teamId: 'T1' };
    expect(await findInstallation(db, key)).toBeNull();
    await saveInstallation(db, key, 'sealed 1', day0);
    await saveInstallation(db, key, 'sealed 2', day0);
    expect(await findInstallation(db, key)).toBe('sealed 2');
    expect(await findInstallation(db, { ...key, teamId: 'T2' })).toBeNull();
    await deleteInstallation(db, key);
    await deleteInstallation(db, key);
    expect(await findInstallation(db, key)).toBeNull();
  });
});
