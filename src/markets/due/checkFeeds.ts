import type { Reading } from '../addArticle.ts';
import { checkFeed } from '../checkFeed.ts';
import type { Db } from '../db.ts';
import { each } from './each.ts';

/** Long enough for the slowest feed; a process that dies while reading one lets it go after this. */
const lease = 10 * 60_000;
/** In one tick, so that many slow feeds do not keep the rest waiting. */
const most = 5;

/** Looks at the feeds that are due, each in one process. Answers how many. */
export async function checkFeeds(db: Db, now: Date, reading: Reading): Promise<number> {
  const due = await db.client.feed.findMany({
    where: { dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return each(due, async (feed) => {
    const { count } = await db.transaction((tx) =>
      tx.feed.updateMany({
        where: { id: feed.id, dueAt: feed.dueAt },
        data: { dueAt: new Date(now.getTime() + lease) },
      }),
    );
    if (count === 0) return false;
    await checkFeed(db, feed.id, now, reading);
    return true;
  });
}
