import { ArticleError, type ArticleErrorCode } from '../articles/index.ts';
import type { Reading } from './addArticle.ts';
import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { feedEntries } from './feedEntries.ts';
import { refusalCodes } from './refusalCodes.ts';

export type WatchFeedInput = { url: string };
export type WatchFeedReceipt = { url: string; id: number };

/** A community's feeds are few: each is read every hour. */
const most = 20;

/**
 * Watches an RSS or Atom feed (admins): its new entries come in as articles. It is read once, so that an address that may not
 * be fetched, does not answer or is no feed is refused at once; its first entries come in within a minute.
 */
export async function watchFeed(
  db: Db,
  call: Call,
  input: WatchFeedInput,
  reading: Reading = {},
): Promise<WatchFeedReceipt> {
  const { communityId, memberId } = call.actor;
  await requireAdmin(db.client, call.actor, 'watch feeds');
  const url = checkedUrl(input.url);
  await requireFeed(url, reading);
  return db.transaction(async (tx) => {
    const known = await tx.feed.findUnique({ where: { communityId_url: { communityId, url } } });
    if (known) throw new Refusal('duplicate', `${url} is watched already.`);
    if ((await tx.feed.count({ where: { communityId } })) >= most) {
      throw new Refusal(
        'too-large',
        `${most} feeds are watched here, which is the most.`,
        'Stop watching one first.',
      );
    }
    const { id } = await tx.feed.create({ data: { communityId, url, addedById: memberId, dueAt: call.now } });
    await tx.audit.create({
      data: {
        communityId,
        memberId,
        act: 'watch-feed',
        subject: `feed:${id}`,
        detail: JSON.stringify({ url }),
        at: call.now,
      },
    });
    return { url, id };
  });
}

/** What to do instead, where it is another thing than for an article. */
const hints: Partial<Record<ArticleErrorCode, string>> = {
  address: 'Give a feed that is public on the web.',
  unreachable: 'Look whether it opens in a browser, or hand in its articles one by one with /article.',
  'not-text': 'Give the address of the feed itself, often /feed or /rss.',
};

async function requireFeed(url: string, reading: Reading): Promise<void> {
  try {
    await feedEntries(url, reading);
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    throw new Refusal(refusalCodes[error.code], error.message, hints[error.code] ?? error.hint);
  }
}

/** Whether the address may be reached is checked where it is fetched. */
function checkedUrl(text: string): string {
  const typed = text.trim();
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || typed.length > 2000) {
    throw new Refusal(
      'not-understood',
      `"${typed.slice(0, 100)}" is no address of a feed.`,
      'Write it in full: https://example.org/feed.xml',
    );
  }
  return url.href;
}
