import { Refusal } from '../../markets/core/refusal.ts';
import type { Minor } from '../../markets/core/types.ts';
import { question as read } from '../../markets/question.ts';
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
    const q = await read(context.db, context.call, { question: args.question });
    const labels = q.outcomes.map((o) => o.label);
    const outcome = readOutcome(args.outcome, labels);
    const positions = q.mine?.positions ?? [];
    const held: Minor = positions.find((p) => p.outcome === outcome)?.shares ?? 0n;
    if (held === 0n) {
      const others = positions.map((p) => `${formatPoints(p.shares)} of ${p.label}`).join(', ');
      throw new Refusal(
        'insufficient',
        `You hold no shares of ${labels[outcome]} in Q${q.number}.`,
        others === '' ? 'You hold nothing in this question.' : `You hold ${others}.`,
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
