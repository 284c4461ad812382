import { openSeason } from '../../markets/openSeason.ts';
import { seasons } from '../../markets/seasons.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { readPeriod } from '../parse/dates.ts';
import { seasonsView } from '../views/seasons.ts';
import { whenOf } from './shared.ts';

export const seasonOpen = command({
  name: 'season open',
  about: 'Declare a season: a stretch of time with a leaderboard of its own',
  args: {
    name: arg.text('Its name', { positional: 'rest', maxLength: 60, placeholder: 'Winter cup' }),
    starts: arg.date('Its first day', { placeholder: '1 Dec' }),
    ends: arg.date('Its last day', { placeholder: '28 Feb' }),
  },
  visibility: 'private',
  admin: true,
  examples: ['/season open Winter cup starts:1 Dec 2028 ends:28 Feb 2029'],
  run: async (context, args) => {
    const when = whenOf(context);
    const input = {
      name: args.name,
      startsAt: readPeriod(args.starts, when).start,
      endsAt: readPeriod(args.ends, when).end,
    };
    await openSeason(context.db, context.call, input);
    return seasonsView(await seasons(context.db, context.call), when);
  },
});
