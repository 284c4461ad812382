import { lastScheduled } from '../core/schedule.ts';
import type { Db } from '../db.ts';
import { notify } from '../notices.ts';
import type { DueCommunity } from './communities.ts';
import { doOnce, undone } from './doOnce.ts';
import { each } from './each.ts';

/**
 * Writes the notice of each leaderboard that its schedule asks for. Of several that were missed only the latest is posted,
 * and none where nothing has ever been resolved. Answers how many.
 */
export async function postLeaderboards(
  db: Db,
  communities: readonly DueCommunity[],
  now: Date,
): Promise<number> {
  const due = communities.flatMap(({ id, settings, since }) => {
    const { leaderboardSchedule, leaderboardChannel, announcements, timeZone } = settings;
    if (!leaderboardSchedule || (leaderboardChannel ?? announcements) === null) return [];
    const at = lastScheduled(leaderboardSchedule, timeZone, now);
    const key = `leaderboard:${id}:${at.toISOString()}`;
    return at <= since ? [] : [{ key, communityId: id, act: 'leaderboard', subject: `community:${id}`, at }];
  });
  return each(await undone(db, due), (deed) => {
    const { key, communityId } = deed;
    return doOnce(db, deed, async (tx) => {
      const any = await tx.total.findFirst({ where: { communityId, window: 'all', tag: '' } });
      if (!any) return;
      await notify(tx, {
        communityId,
        key,
        kind: 'leaderboard',
        payload: { window: 'all' },
        audience: 'channel',
        dueAt: now,
      });
    });
  });
}
