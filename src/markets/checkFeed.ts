import { ArticleError, type FeedEntry } from '../articles/index.ts';
import { type AddArticleInput, addArticle, type Reading } from './addArticle.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { feedEntries } from './feedEntries.ts';
import { notify } from './notices.ts';

const hour = 3_600_000;
/** Between two looks at a feed that answers. */
const interval = hour;
/** Pauses after failures double from one interval up to a day. */
const longest = 24 * hour;
/** Entries of one look; a feed that is new brings its latest. */
const most = 10;

export type CheckFeedReceipt = { articles: number; drafts: number; error: string | null };

/**
 * Reads a watched feed once and hands its new entries in as articles, on behalf of who watches it. What fails is kept with
 * the feed and tried again later; admins are told once, when it has failed for the fifth time.
 */
export async function checkFeed(
  db: Db,
  feedId: number,
  now: Date,
  reading: Reading = {},
): Promise<CheckFeedReceipt> {
  const feed = await db.client.feed.findUnique({ where: { id: feedId } });
  if (!feed) return { articles: 0, drafts: 0, error: null };
  let entries: FeedEntry[];
  try {
    entries = await feedEntries(feed.url, reading);
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    await failed(db, feed, now, error.message);
    return { articles: 0, drafts: 0, error: error.message };
  }
  const call = await watcher(db, feed, now);
  let articles = 0;
  let drafts = 0;
  // Oldest first, so that drafts are numbered as the articles appeared.
  for (const entry of entries.slice(0, most).reverse()) {
    const input = handIn(entry);
    if (input === null || (await handled(db, feed, entry.id, now))) continue;
    try {
      const receipt = await addArticle(db, call, input, reading);
      articles += receipt.known || receipt.article.id === null ? 0 : 1;
      drafts += receipt.known ? 0 : receipt.drafts.length;
    } catch (error) {
      // One entry that cannot be read keeps nobody from the others; it is not tried again.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  await db.transaction((tx) =>
    tx.feed.updateMany({
      where: { id: feed.id },
      data: { checkedAt: now, dueAt: new Date(now.getTime() + interval), failures: 0, error: null },
    }),
  );
  return { articles, drafts, error: null };
}

function handIn({ url, title, content, publishedAt }: FeedEntry): AddArticleInput | null {
  if (url !== null) return { source: { url }, publishedAt };
  if (content !== null) return { source: { text: title ? `${title}\n\n${content}` : content }, publishedAt };
  return null;
}

/** Notes an entry as handed in and says whether it was before: an entry that holds no prediction is read once, too. */
async function handled(
  db: Db,
  feed: { id: number; communityId: number },
  entry: string,
  at: Date,
): Promise<boolean> {
  const key = `feed:${feed.id}:${entry}`;
  return db.transaction(async (tx) => {
    if (await tx.audit.findUnique({ where: { key }, select: { id: true } })) return true;
    await tx.audit.create({
      data: { key, communityId: feed.communityId, act: 'feed-entry', subject: `feed:${feed.id}`, at },
    });
    return false;
  });
}

async function watcher(
  db: Db,
  { communityId, addedById, id }: { communityId: number; addedById: number; id: number },
  now: Date,
): Promise<Call> {
  const member = await db.client.member.findUniqueOrThrow({ where: { id: addedById } });
  return {
    actor: {
      communityId,
      memberId: addedById,
      name: member.name,
      admin: false,
      mayAsk: false,
      channel: null,
    },
    now,
    key: `feed:${id}:${now.toISOString()}`,
  };
}

async function failed(
  db: Db,
  feed: { id: number; communityId: number; url: string; failures: number },
  now: Date,
  error: string,
): Promise<void> {
  const failures = feed.failures + 1;
  const pause = Math.min(longest, interval * 2 ** Math.min(failures - 1, 10));
  await db.transaction(async (tx) => {
    await tx.feed.updateMany({
      where: { id: feed.id },
      data: { checkedAt: now, dueAt: new Date(now.getTime() + pause), failures, error: error.slice(0, 500) },
    });
    if (failures !== 5) return;
    await notify(tx, {
      communityId: feed.communityId,
      key: `feed.failed:${feed.id}:${now.toISOString()}`,
      kind: 'feed.failed',
      payload: { url: feed.url, error },
      audience: 'admins',
      dueAt: now,
    });
  });
}
