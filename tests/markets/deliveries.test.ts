import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../src/markets/core/types.ts';
import { firstAnswer } from '../../src/markets/firstAnswer.ts';
import { deleteInstallation, findInstallation, saveInstallation } from '../../src/markets/installations.ts';
import { keepAnswer } from '../../src/markets/keepAnswer.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { day0, newCommunity, newMember } from '../support/people.ts';

describeBothEngines('deliveries', (open) => {
  let db: TestDb;
  let ann: Actor;
  beforeAll(async () => {
    db = await open();
    ann = await newMember(db, await newCommunity(db), 'Ann');
  });
  const keep = (key: string, answer: string) =>
    keepAnswer(db, ann, { key, command: 'forecast', answer, now: day0 });

  it('keeps one answer of many at once, and shows it ever after', async () => {
    expect(await firstAnswer(db, ann, 'k')).toBeNull();
    const kept = await Promise.all(Array.from({ length: 8 }, (_, i) => keep('k', `answer ${i}`)));
    expect(new Set(kept).size).toBe(1);
    expect(await firstAnswer(db, ann, 'k')).toBe(kept[0]);
    expect(await keep('k', 'late')).toBe(kept[0]);
    expect(await firstAnswer(db, ann, 'other')).toBeNull();
    // Nobody is shown what another was answered.
    expect(await firstAnswer(db, { ...ann, memberId: ann.memberId + 1 }, 'k')).toBeNull();
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
