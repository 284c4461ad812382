import { closeSeason } from '../../markets/closeSeason.ts';
import { leaderboard } from '../../markets/leaderboard.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { leaderboardView } from '../views/leaderboard.ts';

export const seasonClose = command({
  name: 'season close',
  about: 'Close a season: its standings are kept as they are, whatever is corrected later',
  args: { name: arg.text('Its name', { positional: 'rest', maxLength: 60 }) },
  visibility: 'public',
  admin: true,
  examples: ['/season close Winter cup'],
  run: async (context, args) => {
    const { name } = await closeSeason(context.db, context.call, args);
    const input = { metric: 'brier', window: name, tag: null, page: 1, pageSize: 10 } as const;
    const view = leaderboardView(
      await leaderboard(context.db, context.call, input),
      name,
      context.actor.name,
    );
    return { ...view, title: `Season “${name}” is closed: ${view.title}` };
  },
});
