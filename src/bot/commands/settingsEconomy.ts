import { economyOf } from '../../markets/core/economy.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { change } from './changeSettings.ts';

export const settingsEconomy = command({
  name: 'settings economy',
  about: 'Points that members begin with and get each week, and how deep new markets are',
  args: {
    grant: optional(
      arg.integer('Points of a new member', { min: 0, max: 1_000_000 }, { label: 'Points of a new member' }),
    ),
    allowance: optional(
      arg.integer(
        'Points of every active member each week',
        { min: 0, max: 1_000_000 },
        { label: 'Points each week' },
      ),
    ),
    liquidity: optional(
      arg.integer(
        'Liquidity of a new market, in points',
        { min: 10, max: 100_000 },
        { label: 'Liquidity of a new market' },
      ),
    ),
  },
  visibility: 'private',
  admin: true,
  examples: ['/settings economy grant:500 allowance:20', '/settings economy liquidity:200'],
  prefill: async ({ settings }) => {
    const { startingGrant, weeklyAllowance, liquidity } = economyOf(settings);
    return { grant: String(startingGrant), allowance: String(weeklyAllowance), liquidity: String(liquidity) };
  },
  run: async (context, args) =>
    change(context, {
      economy: {
        ...context.settings.economy,
        ...(args.grant === undefined ? {} : { startingGrant: args.grant }),
        ...(args.allowance === undefined ? {} : { weeklyAllowance: args.allowance }),
        ...(args.liquidity === undefined ? {} : { liquidity: args.liquidity }),
      },
    }),
});
