import { Refusal } from '../../markets/core/refusal.ts';
import type { Minor } from '../../markets/core/types.ts';
import { outline } from '../../markets/outline.ts';
import { sell as trade } from '../../markets/sell.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readOutcome } from '../parse/outcome.ts';
import { readAmount } from '../parse/points.ts';
import { readProbability } from '../parse/probability.ts';
import { formatPoints } from '../views/format.ts';
import { tradeReceipt } from '../views/tradeReceipt.ts';
import { whenOf } from './shared.ts';

export const sell = command({
  name: 'sell',
  about: 'Sell shares that you hold, back to the market',
  args: {
    question: arg.question('Which question', { positional: true }),
    outcome: arg.outcome('Shares of which outcome', { positional: 'rest', placeholder: 'YES' }),
    shares: arg.points('How many shares: 20, 50%, half, all', { positional: true, placeholder: 'all' }),
    min: optional(arg.probability('Lowest price to accept: 60%', { label: 'Lowest price to accept' })),
  },
  visibility: 'private',
  admin: false,
  examples: ['/sell Q7 YES all', '/sell Q7 YES 20 min:60%'],
  run: async (context, args) => {
    const q = await outline(context.db, context.call, { question: args.question });
    const labels = q.outcomes.map((o) => o.label);
    const outcome = readOutcome(args.outcome, labels);
    const held: Minor = q.held[outcome] ?? 0n;
    if (held === 0n) {
      const others = labels.flatMap((label, i) => {
        const shares = q.held[i] ?? 0n;
        return shares > 0n ? [`${formatPoints(shares)} of ${label}`] : [];
      });
      throw new Refusal(
        'insufficient',
        `You hold no shares of ${labels[outcome]} in Q${q.number}.`,
        others.length === 0 ? 'You hold nothing in this question.' : `You hold ${others.join(', ')}.`,
      );
    }
    const shares = readAmount(args.shares, held, 'shares');
    const receipt = await trade(context.db, context.call, {
      question: args.question,
      outcome,
      shares: shares === held ? 'all' : shares,
      limit: args.min === undefined ? null : readProbability(args.min),
    });
    return tradeReceipt(receipt, whenOf(context));
  },
});
