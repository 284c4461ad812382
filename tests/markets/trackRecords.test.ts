import { beforeEach, expect, it } from 'vitest';
import { ask } from '../../src/markets/ask.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { resolve } from '../../src/markets/resolve.ts';
import { trackRecords } from '../../src/markets/trackRecords.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, later, newCommunity, newMember } from '../support/people.ts';
import { asking } from '../support/questions.ts';

describeBothEngines('the crowd by track record', (open) => {
  let db: TestDb;
  let admin: Actor;
  let ann: Actor;
  let bob: Actor;
  beforeEach(async () => {
    db = await open();
    const community = await newCommunity(db);
    admin = await newMember(db, community, 'Admin', { admin: true });
    ann = await newMember(db, community, 'Ann');
    bob = await newMember(db, community, 'Bob');
  });

  /** A question opened on a day, on which Ann says 90% and Bob 50%; YES, entered a day after it opened. */
  const played = async (opens: number): Promise<number> => {
    const { number } = await ask(
      db,
      by(admin, later(opens)),
      asking({ closesAt: later(opens + 2), resolvesBy: later(opens + 2) }),
    );
    for (const [who, yes] of [
      [ann, 0.9],
      [bob, 0.5],
    ] as const)
      await forecast(db, by(who, later(opens)), {
        question: number,
        p: [yes, 1 - yes],
        typed: null,
        reason: null,
        stake: null,
      });
    await resolve(db, by(admin, later(opens + 1)), {
      question: number,
      to: { outcome: 0 },
      knownAt: null,
      reason: null,
    });
    return number;
  };

  const weights = (day: number) =>
    db.transaction((tx) => trackRecords(tx, ann.communityId, [ann.memberId, bob.memberId], later(day)));

  it('knows what had been entered before a moment, and nothing that was entered then or later', async () => {
    await played(0);
    expect(await weights(1)).toEqual(new Map());
    // Ann's 0.02 and Bob's 0.5 lie 0.24 on either side of their median.
    const after = await weights(1.001);
    expect(after.get(`member:${ann.memberId}`)).toBeCloseTo(Math.exp((4 * 0.24) / 11), 9);
    expect(after.get(`member:${bob.memberId}`)).toBeCloseTo(Math.exp((-4 * 0.24) / 11), 9);
  });

  it('is scored at resolution, nearer to those who had been right, and calibrated as the market is', async () => {
    const first = await played(0);
    const second = await played(5);
    const scores = async (number: number) => {
      const rows = await db.client.score.findMany({ where: { question: { number } } });
      return new Map(rows.map((row) => [row.subject, row]));
    };
    const before = await scores(first);
    expect(before.get('crowd:trackRecord')?.brier).toBeCloseTo(
      before.get('crowd:geometricMeanOfOdds')?.brier ?? Number.NaN,
      12,
    );
    const after = await scores(second);
    expect(after.get('crowd:trackRecord')?.brier).toBeLessThan(
      after.get('crowd:geometricMeanOfOdds')?.brier ?? 0,
    );
    for (const subject of ['crowd:recencyWeighted', 'market', `member:${ann.memberId}`])
      expect(after.get(subject)?.calibration, subject).not.toBeNull();
  });
});
