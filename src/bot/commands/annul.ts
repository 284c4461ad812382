import { annul as callOff } from '../../markets/annul.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { settleReceipt } from '../views/settleReceipt.ts';
import { whenOf } from './shared.ts';

export const annul = command({
  name: 'annul',
  about: 'Call a question off: everybody gets their points back, nothing is scored',
  args: {
    question: arg.question('Which question', { positional: true }),
    reason: arg.paragraph('Why; everybody sees it', { positional: 'rest', lead: 'because' }),
  },
  visibility: 'public',
  admin: true,
  examples: ['/annul Q8 because its source was discontinued'],
  run: async (context, args) => settleReceipt(await callOff(context.db, context.call, args), whenOf(context)),
});
