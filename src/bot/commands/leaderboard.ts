import { metrics } from '../../markets/core/standings.ts';
import { leaderboard as standings } from '../../markets/leaderboard.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readWindow } from '../parse/window.ts';
import { shortDay } from '../views/format.ts';
import { leaderboardView, metricName } from '../views/leaderboard.ts';
import { whenOf } from './shared.ts';

export const leaderboard = command({
  name: 'leaderboard',
  about: 'Who forecasts best: by score, over a stretch of time, by tag',
  args: {
    metric: optional(
      arg.choice(
        'Ranked by (default: Brier score)',
        metrics.map((value) => ({ value, label: metricName[value] })),
        { positional: true },
      ),
    ),
    window: optional(
      arg.text('all, this month, 2026, 2026-Q4, last 30 days, a season (default: all)', { maxLength: 60 }),
    ),
    tag: optional(arg.tag('Only questions with this tag')),
    page: optional(arg.integer('Which page', { min: 1, max: 100_000 })),
  },
  visibility: 'public',
  reads: true,
  admin: false,
  examples: ['/leaderboard', '/leaderboard profit window:this month', '/leaderboard relativeBrier tag:ai'],
  run: async (context, args) => {
    const when = whenOf(context);
    const window = readWindow(args.window ?? 'all', when);
    const receipt = await standings(context.db, context.call, {
      metric: args.metric ?? 'brier',
      window,
      tag: args.tag ?? null,
      page: args.page ?? 1,
      pageSize: 10,
    });
    const over =
      typeof window === 'string'
        ? undefined
        : `${shortDay(window.from, when)} to ${shortDay(window.to, when)}`;
    return leaderboardView(receipt, args.window ?? 'all', context.actor.name, over);
  },
});
