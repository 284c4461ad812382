import { dispute as raise } from '../../markets/dispute.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { disputeView } from '../views/dispute.ts';

export const dispute = command({
  name: 'dispute',
  about: 'Say that a question was resolved wrongly; it goes back before the admins',
  args: {
    question: arg.question('Which question', { positional: true }),
    reason: arg.paragraph('What is wrong, and where it can be seen', { positional: 'rest', lead: 'because' }),
  },
  visibility: 'private',
  admin: false,
  examples: ['/dispute Q7 because the official count says otherwise'],
  run: async (context, args) => disputeView(await raise(context.db, context.call, args)),
});
