import { close as shut } from '../../markets/close.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { settleReceipt } from '../views/settleReceipt.ts';
import { whenOf } from './shared.ts';

export const close = command({
  name: 'close',
  about: 'Close a question to forecasts and wagers now (admins and who asked it)',
  args: {
    question: arg.question('Which question', { positional: true }),
    reason: optional(arg.paragraph('Why', { positional: 'rest', lead: 'because' })),
  },
  visibility: 'public',
  admin: false,
  examples: ['/close Q7', '/close Q7 because the vote was held early'],
  run: async (context, args) =>
    settleReceipt(
      await shut(context.db, context.call, { question: args.question, reason: args.reason ?? null }),
      whenOf(context),
    ),
});
