import { beforeAll, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import { cardsToRefresh } from '../../src/markets/cardsToRefresh.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { question } from '../../src/markets/question.ts';
import { recordCard } from '../../src/markets/recordCard.ts';
import { settleCard } from '../../src/markets/settleCard.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0, newCommunity, newMember } from '../support/people.ts';
import { asking } from '../support/questions.ts';

describeBothEngines('posted cards', (open) => {
  let db: TestDb;
  let ann: Actor;
  beforeAll(async () => {
    db = await open();
    ann = await newMember(db, await newCommunity(db), 'Ann');
    await ask(db, by(ann), asking());
  });
  const card = { platform: 'discord', channel: 'c1', message: 'm1' };
  const stale = () => cardsToRefresh(db, 'discord', 10);
  const say = () =>
    forecast(db, by(ann), { question: 1, p: [0.6, 0.4], typed: null, reason: null, stake: null });

  it('are refreshed once for many changes, to the version that stands', async () => {
    const view = await question(db, by(ann), { question: 1 });
    const record = {
      ...card,
      communityId: ann.communityId,
      questionId: view.id,
      version: view.version,
      now: day0,
    };
    await recordCard(db, record);
    await recordCard(db, record);
    expect(await stale()).toEqual([]);
    await say();
    await say();
    await say();
    const [found, ...more] = await stale();
    if (!found) throw new Error('no stale card');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ question: 1, where: 'discord:c1', channel: 'c1', message: 'm1' });
    expect(found.version).toBe((await question(db, by(ann), { question: 1 })).version);
    expect(await cardsToRefresh(db, 'slack', 10)).toEqual([]);
    await settleCard(db, found.id, { shown: found.version });
    expect(await stale()).toEqual([]);
  });

  it('are never set back by an edit that arrives late, and left alone once they are gone', async () => {
    await say();
    const [found] = await stale();
    if (!found) throw new Error('no stale card');
    await settleCard(db, found.id, { shown: found.version });
    await settleCard(db, found.id, { shown: found.version - 1 });
    expect(await stale()).toEqual([]);
    await settleCard(db, found.id, 'left');
    await say();
    expect(await stale()).toEqual([]);
  });

  it('belong to the community of their question', async () => {
    const other = await newCommunity(db);
    const { id, version } = await question(db, by(ann), { question: 1 });
    await expect(
      recordCard(db, { ...card, message: 'm2', communityId: other, questionId: id, version, now: day0 }),
    ).rejects.toThrow();
  });
});
