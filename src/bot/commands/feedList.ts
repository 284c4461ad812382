import { settings } from '../../markets/settings.ts';
import { command } from '../command.ts';
import { feedsView } from '../views/feeds.ts';
import { whenOf } from './shared.ts';

export const feedList = command({
  name: 'feed list',
  about: 'The feeds that are watched, and what went wrong at the last look',
  args: {},
  visibility: 'private',
  reads: true,
  admin: true,
  examples: ['/feed', '/feed list'],
  run: async (context) =>
    feedsView(await settings(context.db, context.call, { change: null }), whenOf(context)),
});
