import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { ArticleError } from './errors.ts';

export interface FeedEntry {
  /** What the feed names the entry by, or its link: stable from one reading to the next. */
  id: string;
  title: string | null;
  url: string | null;
  /** `YYYY-MM-DD`. */
  publishedAt: string | null;
  /** Text or HTML as the feed carries it, null where it only links. */
  content: string | null;
}

const text = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .optional()
  .catch(undefined);
const link = z.object({ href: z.string().optional(), rel: z.string().optional() });
const item = z.object({
  id: text,
  guid: text,
  title: text,
  link: text,
  url: text,
  links: z.array(link).optional().catch(undefined),
  pubDate: text,
  published: text,
  date_published: text,
  updated: text,
  date_modified: text,
  dc: z.object({ date: text }).optional().catch(undefined),
  content: z.union([z.object({ encoded: z.string() }).transform(({ encoded }) => encoded), text]),
  content_html: text,
  content_text: text,
  description: text,
  summary: text,
});
const feedShape = z.object({
  items: z.array(z.unknown()).optional(),
  entries: z.array(z.unknown()).optional(),
});

const day = (value: string | undefined): string | null => {
  const time = value ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
};

const webAddress = (value: string | undefined): string | null =>
  value && /^https?:\/\//i.test(value) ? value : null;

/**
 * The entries of an RSS, Atom, RDF or JSON feed, in the order of the feed. Entries that can be told apart by nothing
 * are left out.
 *
 * @throws ArticleError `not-text` when it is no feed.
 */
export const readFeed = (source: string): FeedEntry[] => {
  let parsed: z.infer<typeof feedShape>;
  try {
    parsed = feedShape.parse(parseFeed(source).feed);
  } catch {
    throw new ArticleError(
      'not-text',
      'That is not an RSS or Atom feed.',
      'Give the address of the feed itself, often /feed or /rss.',
    );
  }
  return (parsed.items ?? parsed.entries ?? []).flatMap((raw) => {
    const read = item.safeParse(raw);
    if (!read.success) return [];
    const entry = read.data;
    const alternate =
      entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0];
    const url =
      webAddress(entry.link) ??
      webAddress(entry.url) ??
      webAddress(alternate?.href) ??
      webAddress(entry.guid);
    const id = entry.id ?? entry.guid ?? url ?? entry.title;
    if (!id) return [];
    return [
      {
        id,
        title: entry.title ?? null,
        url,
        publishedAt: day(
          entry.published ??
            entry.pubDate ??
            entry.date_published ??
            entry.dc?.date ??
            entry.updated ??
            entry.date_modified,
        ),
        content:
          entry.content ??
          entry.content_html ??
          entry.content_text ??
          entry.description ??
          entry.summary ??
          null,
      },
    ];
  });
};
