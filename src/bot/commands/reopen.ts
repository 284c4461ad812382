import { reopen as takeBack } from '../../markets/reopen.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readDeadline } from '../parse/dates.ts';
import { settleReceipt } from '../views/settleReceipt.ts';
import { whenOf } from './shared.ts';

export const reopen = command({
  name: 'reopen',
  about: 'Take a resolution or an annulment back, with its payouts and scores',
  args: {
    question: arg.question('Which question', { positional: true }),
    reason: arg.paragraph('Why; everybody sees it', { positional: 'rest', lead: 'because' }),
    closes: optional(arg.date('Take forecasts again until then (default: its close stays)')),
  },
  visibility: 'public',
  admin: true,
  examples: [
    '/reopen Q8 because the court set the result aside',
    '/reopen Q8 closes:31 Dec 2028 because it was early',
  ],
  run: async (context, args) => {
    const when = whenOf(context);
    const closesAt = args.closes === undefined ? null : readDeadline(args.closes, when);
    return settleReceipt(
      await takeBack(context.db, context.call, { question: args.question, reason: args.reason, closesAt }),
      when,
    );
  },
});
