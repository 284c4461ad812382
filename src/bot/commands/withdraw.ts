import { forecast } from '../../markets/forecast.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { forecastReceipt } from '../views/forecastReceipt.ts';
import { whenOf } from './shared.ts';

export const withdraw = command({
  name: 'withdraw',
  about: 'Take your forecast back; the time it stood is still scored',
  args: { question: arg.question('Which question', { positional: true }) },
  visibility: 'private',
  admin: false,
  examples: ['/withdraw Q7'],
  run: async (context, args) => {
    const input = { question: args.question, p: null, typed: null, reason: null, stake: null };
    return forecastReceipt(await forecast(context.db, context.call, input), whenOf(context));
  },
});
