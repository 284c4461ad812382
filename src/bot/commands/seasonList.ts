import { seasons } from '../../markets/seasons.ts';
import { command } from '../command.ts';
import { seasonsView } from '../views/seasons.ts';
import { whenOf } from './shared.ts';

export const seasonList = command({
  name: 'season list',
  about: 'Seasons past and present; each is a window of the leaderboard',
  args: {},
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/season', '/season list'],
  run: async (context) => seasonsView(await seasons(context.db, context.call), whenOf(context)),
});
