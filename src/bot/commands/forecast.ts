import { forecast as record } from '../../markets/forecast.ts';
import { outline } from '../../markets/outline.ts';
import { question as read } from '../../markets/question.ts';
import { arg, limits, optional } from '../args.ts';
import { command } from '../command.ts';
import { readForecast } from '../parse/forecast.ts';
import { forecastReceipt } from '../views/forecastReceipt.ts';
import { vectorText } from '../views/outcomes.ts';
import { pointsOf } from './pointsOf.ts';
import { numberIn, whenOf } from './shared.ts';

export const forecast = command({
  name: 'forecast',
  about: 'Say how likely it is; add stake:50 to wager on it too',
  args: {
    question: arg.question('Which question', { positional: true }),
    probability: arg.probability(
      '70%, 7/10, 3:1; A 50 B 30 C 20 for choices; 10 / 40 / 90 for numbers and dates',
      {
        positional: 'rest',
      },
    ),
    stake: optional(arg.points('Points to spend at most on moving the market to your probability')),
    reason: optional(
      arg.paragraph('Why, in a line or two; others see it', { lead: 'because', maxLength: limits.reason }),
    ),
  },
  visibility: 'private',
  admin: false,
  examples: [
    '/forecast Q7 70%',
    '/forecast Q7 3:1 stake:50 because the polls agree',
    '/forecast Q9 A 50 B 30 C 20',
  ],
  prefill: async (context, args) => {
    const number = numberIn(args.question);
    if (number === null) return {};
    const q = await read(context.db, context.call, { question: number });
    const own = q.kind === 'binary' ? q.mine?.forecast : null;
    return own ? { probability: vectorText(own, q, whenOf(context)) } : {};
  },
  run: async (context, args) => {
    const when = whenOf(context);
    const { question } = args;
    if (/^(withdraw|withdrawn|none)$/i.test(args.probability)) {
      const nothing = { question, p: null, typed: null, reason: args.reason ?? null, stake: null };
      return forecastReceipt(await record(context.db, context.call, nothing), when);
    }
    const q = await outline(context.db, context.call, { question });
    const { p, understood } = readForecast(args.probability, q, when);
    const stake = args.stake === undefined ? null : await pointsOf(context, args.stake);
    const receipt = await record(context.db, context.call, {
      question,
      p,
      typed: args.probability,
      reason: args.reason ?? null,
      stake,
    });
    return forecastReceipt(receipt, when, understood);
  },
});
