import { type BuyInput, buy } from '../../markets/buy.ts';
import { Refusal } from '../../markets/core/refusal.ts';
import { outline } from '../../markets/outline.ts';
import { arg, optional } from '../args.ts';
import { type Context, command } from '../command.ts';
import { readDeadline } from '../parse/dates.ts';
import { readOutcome } from '../parse/outcome.ts';
import { readAmount } from '../parse/points.ts';
import { readProbability } from '../parse/probability.ts';
import { tradeReceipt } from '../views/tradeReceipt.ts';
import { pointsOf } from './pointsOf.ts';
import { whenOf } from './shared.ts';

export const bet = command({
  name: 'bet',
  about: 'Stake points on an outcome at the market price',
  args: {
    question: arg.question('Which question', { positional: true }),
    outcome: arg.outcome('YES, NO, an outcome or its letter; "not A" bets against it', {
      positional: 'rest',
      placeholder: 'YES',
    }),
    points: arg.points('How many points: 50, 10%, half, all; or a number of shares, "20 shares"', {
      positional: true,
    }),
    max: optional(arg.probability('Highest price to pay: 70%', { label: 'Highest price to pay' })),
    until: optional(
      arg.probability('Stop once the price has reached this: 70%', { label: 'Stop at this price' }),
    ),
    rest: optional(
      arg.flag('Leave what max kept unspent resting as an order', { label: 'Leave the rest as an order' }),
    ),
    expires: optional(
      arg.date('Until when the order rests (default: until the close)', { label: 'Order rests until' }),
    ),
  },
  visibility: 'private',
  admin: false,
  examples: ['/bet Q7 YES 50', '/bet Q7 YES 50 max:70% rest', '/bet Q9 not A 10%', '/bet Q7 NO 20 shares'],
  run: async (context, args) => {
    const when = whenOf(context);
    const q = await outline(context.db, context.call, { question: args.question });
    const against = /^(?:not|against)\s+(.+)$/i.exec(args.outcome);
    const limit = args.max === undefined ? null : readProbability(args.max);
    if (limit === null && (args.rest || args.expires !== undefined)) {
      throw new Refusal(
        'not-understood',
        'An order rests at a price, but you gave none.',
        'Add max:70% (the highest price to pay).',
      );
    }
    const rests = args.rest || args.expires !== undefined;
    const receipt = await buy(context.db, context.call, {
      question: args.question,
      outcome: readOutcome(
        against?.[1] ?? args.outcome,
        q.outcomes.map((o) => o.label),
      ),
      against: against !== null,
      amount: await amountOf(context, args.points, args.until),
      limit,
      ...(rests
        ? { rest: { until: args.expires === undefined ? null : readDeadline(args.expires, when) } }
        : {}),
    });
    return tradeReceipt(receipt, when);
  },
});

async function amountOf(
  context: Context,
  text: string,
  until: string | undefined,
): Promise<BuyInput['amount']> {
  if (/shares?$/i.test(text)) {
    if (until !== undefined) {
      throw new Refusal(
        'not-understood',
        'A bet ends at a price or at a number of shares, not both.',
        'Leave out until.',
      );
    }
    return { shares: readAmount(text, null, 'shares') };
  }
  const points = await pointsOf(context, text);
  return until === undefined ? { points } : { untilPrice: readProbability(until), points };
}
