import { watchFeed } from '../../markets/watchFeed.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';

export const feedWatch = command({
  name: 'feed watch',
  about: 'Watch an RSS or Atom feed: predictions in its new entries become drafts',
  args: {
    url: arg.text('Address of the feed', {
      positional: true,
      maxLength: 2000,
      placeholder: 'https://example.org/feed.xml',
    }),
  },
  visibility: 'private',
  admin: true,
  examples: ['/feed watch https://example.org/feed.xml'],
  run: async (context, args) => {
    const { url } = await watchFeed(context.db, context.call, { url: bare(args.url) }, context.app.reading);
    return {
      title: 'Feed watched',
      tone: 'good',
      blocks: [
        {
          kind: 'text',
          text: [
            { kind: 'link', url, text: url },
            ' is looked at every hour; drafts from it wait in the review queue.',
          ],
        },
      ],
    };
  },
});

/** Slack wraps links in angle brackets, with the shown text after a bar. */
export const bare = (url: string): string => url.replace(/^<([^|>]+)(?:\|[^>]*)?>$/, '$1');
