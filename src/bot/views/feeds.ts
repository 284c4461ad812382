import type { SettingsReceipt } from '../../markets/settings.ts';
import type { View } from '../view.ts';
import type { When } from '../when.ts';
import { moment } from './format.ts';

/** Watched feeds, when each was last looked at and what went wrong then. */
export function feedsView({ feeds }: Pick<SettingsReceipt, 'feeds'>, when: When): View {
  if (feeds.length === 0) {
    return {
      title: 'Watched feeds',
      tone: 'neutral',
      blocks: [{ kind: 'text', text: 'None. /feed watch https://example.org/feed.xml adds one.' }],
    };
  }
  const state = (feed: (typeof feeds)[number]): string =>
    feed.error ?? (feed.checkedAt ? `looked at ${moment(feed.checkedAt, when)}` : 'about to be looked at');
  return {
    title: 'Watched feeds',
    tone: feeds.some((feed) => feed.error !== null) ? 'warn' : 'info',
    blocks: [{ kind: 'facts', facts: feeds.map((feed) => ({ name: feed.url, value: state(feed) })) }],
  };
}
