import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import type { QuestionView } from '../../markets/core/types.ts';
import { question as read } from '../../markets/question.ts';
import { resolve as settle } from '../../markets/resolve.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readKnownAt } from '../parse/dates.ts';
import { readResolution } from '../parse/resolution.ts';
import { askKnownAt } from '../views/askKnownAt.ts';
import { settleReceipt } from '../views/settleReceipt.ts';
import type { When } from '../when.ts';
import { whenOf } from './shared.ts';

export const resolve = command({
  name: 'resolve',
  about: 'Say what happened: pays, scores and tells everyone; again to correct it',
  args: {
    question: arg.question('Which question', { positional: true }),
    answer: arg.outcome('YES, an outcome, weights (A 50 B 50), or the value of a number or date', {
      positional: 'rest',
      placeholder: 'YES',
    }),
    known: optional(
      arg.date('When the truth was known; scoring stops there (default: now)', {
        label: 'When it was known',
        placeholder: '20 Nov',
      }),
    ),
    reason: optional(arg.paragraph('Source, or why', { lead: 'because' })),
  },
  visibility: 'public',
  admin: true,
  examples: [
    '/resolve Q7 YES',
    '/resolve Q7 NO known:yesterday because the vote failed',
    '/resolve Q9 A 50 B 50',
  ],
  run: async (context, args) => {
    const when = whenOf(context);
    const q = await read(context.db, context.call, { question: args.question });
    const to = readResolution(args.answer, q, when);
    if (args.known === undefined && mustSayWhen(q, when))
      return askKnownAt(q, args.answer, args.reason ?? null, when);
    const knownAt =
      args.known === undefined ? (q.resolution?.knownAt ?? null) : readKnownAt(args.known, when, q.opensAt);
    return settleReceipt(
      await settle(context.db, context.call, {
        question: args.question,
        to,
        knownAt,
        reason: args.reason ?? null,
      }),
      when,
    );
  },
});

/** Closed before today: whoever resolves it late must say when the truth was known, or late forecasts would count. */
function mustSayWhen(q: QuestionView, when: When): boolean {
  if (q.resolution?.knownAt && q.resolution.act !== 'reopen') return false;
  return q.closesAt < startOfDay(new TZDate(when.now.getTime(), when.timeZone));
}
