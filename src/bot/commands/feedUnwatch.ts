import { unwatchFeed } from '../../markets/unwatchFeed.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { bare } from './feedWatch.ts';

export const feedUnwatch = command({
  name: 'feed unwatch',
  about: 'Stop watching a feed; its drafts stay',
  args: { url: arg.text('Address of the feed', { positional: true, maxLength: 2000 }) },
  visibility: 'private',
  admin: true,
  examples: ['/feed unwatch https://example.org/feed.xml'],
  run: async (context, args) => {
    const { url } = await unwatchFeed(context.db, context.call, { url: bare(args.url) });
    return {
      title: 'Feed no longer watched',
      tone: 'good',
      blocks: [{ kind: 'text', text: `${url} is left alone. What came of it stays.` }],
    };
  },
});
