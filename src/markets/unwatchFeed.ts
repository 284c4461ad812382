import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type UnwatchFeedInput = { url: string };

/** Stops watching a feed (admins). What came of it stays. */
export async function unwatchFeed(db: Db, call: Call, input: UnwatchFeedInput): Promise<{ url: string }> {
  const { communityId, memberId } = call.actor;
  const typed = input.url.trim();
  const url = URL.canParse(typed) ? new URL(typed).href : typed;
  return db.transaction(async (tx) => {
    await requireAdmin(tx, call.actor, 'stop watching feeds');
    const { count } = await tx.feed.deleteMany({ where: { communityId, url } });
    if (count === 0) {
      const feeds = await tx.feed.findMany({ where: { communityId }, orderBy: { id: 'asc' } });
      throw new Refusal(
        'not-found',
        `${typed.slice(0, 100)} is not watched.`,
        feeds.length > 0 ? `Watched: ${feeds.map((f) => f.url).join(', ')}.` : 'No feed is watched.',
      );
    }
    await tx.audit.create({
      data: {
        communityId,
        memberId,
        act: 'unwatch-feed',
        subject: `community:${communityId}`,
        detail: JSON.stringify({ url }),
        at: call.now,
      },
    });
    return { url };
  });
}
