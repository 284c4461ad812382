import { type FeedEntry, fetchFeed, readFeed } from '../articles/index.ts';
import type { Reading } from './addArticle.ts';

/** The entries of the feed at an address as it stands now. @throws ArticleError */
export async function feedEntries(url: string, { fetch }: Reading): Promise<FeedEntry[]> {
  const { bytes } = await fetchFeed(url, fetch);
  return readFeed(Buffer.from(bytes).toString('utf8'));
}
