import { beforeAll, beforeEach, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { history } from '../../src/markets/history.ts';
import { question as show } from '../../src/markets/question.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0, later, newCommunity, newMember } from '../support/people.ts';
import { asking } from '../support/questions.ts';
import { newWorld, type World } from '../support/world.ts';

describeBothEngines('what a reader may not see', (open) => {
  let db: TestDb;
  let w: World;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    w = await newWorld(db);
  });
  const seen = (who: Actor, at = day0) => show(db, by(who, at), { question: 1 });

  it('is hidden until they have forecast themselves, from admins too', async () => {
    await w.ask({ hidden: { until: 'forecast' } });
    await w.say(w.ann, [0.8, 0.2], { stake: 5_000n });
    for (const who of [w.bob, w.admin]) {
      const view = await seen(who);
      expect(view.hidden).toMatch(/until you have made a forecast/);
      expect(view.outcomes).toEqual([
        { index: 0, label: 'YES', price: null, crowd: null },
        { index: 1, label: 'NO', price: null, crowd: null },
      ]);
      expect(view).toMatchObject({ latest: [], orders: [], forecasters: 1 });
      expect(JSON.stringify(view, (_, x) => (typeof x === 'bigint' ? x.toString() : x))).not.toMatch(
        /0\.[78]/,
      );
      const lines = await history(db, by(who), { question: 1 });
      expect([lines.crowd, lines.market]).toEqual([[], []]);
    }
    await expect(w.bet(w.bob, 0, 100n)).rejects.toMatchObject({ code: 'hidden' });
    const said = await w.say(w.bob, [0.3, 0.7]);
    expect(said.question.hidden).toBeNull();
    expect(said.question.latest.map(({ member }) => member.name)).toEqual(['Bob', 'Ann']);
    await w.bet(w.bob, 0, 100n);
    await w.say(w.bob, null);
    expect((await seen(w.bob)).hidden).not.toBeNull();
  });

  it('is hidden until a date, and shown once the truth is known', async () => {
    await w.ask({ hidden: { until: later(5) } });
    await w.say(w.ann, [0.8, 0.2]);
    expect((await seen(w.ann)).hidden).toBe(
      'Forecasts and prices are hidden until 27 November 2026, 12:00 UTC.',
    );
    await expect(w.say(w.ann, [0.7, 0.3], { stake: 100n })).rejects.toMatchObject({ code: 'hidden' });
    expect((await seen(w.ann, later(5))).outcomes[0]?.crowd).toBeCloseTo(0.8, 12);
    await w.resolve({ outcome: 0 }, { at: later(1) });
    expect((await seen(w.bob, later(2))).hidden).toBeNull();
  });

  it('is a question of another channel, another community', async () => {
    const inside = await newMember(db, w.community, 'Ida', { admin: true, channel: 'discord:1' });
    await w.ask();
    await ask(db, by(inside), asking({ title: 'Will the secret be kept?', private: true }));
    const look = (who: Actor) => show(db, by(who), { question: 2 });
    expect((await look(inside)).title).toBe('Will the secret be kept?');
    expect((await look({ ...w.bob, channel: 'discord:1' })).title).toBe('Will the secret be kept?');
    for (const who of [w.ann, w.admin, { ...w.ann, channel: 'discord:2' }]) {
      const refusal = await look(who).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'not-found' });
      expect(JSON.stringify(refusal)).not.toContain('secret');
    }
    const stranger = await newMember(db, await newCommunity(db), 'Stranger', { admin: true });
    await expect(show(db, by(stranger), { question: 1 })).rejects.toMatchObject({ code: 'not-found' });
  });
});
