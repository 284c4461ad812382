import { addOutcome } from '../../markets/addOutcome.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { questionCard } from '../views/questionCard.ts';
import { whenOf } from './shared.ts';

export const outcomeAdd = command({
  name: 'outcome add',
  about: 'Add an outcome to an open choice; standing forecasts give it 0% until they are changed',
  args: {
    question: arg.question('Which question', { positional: true }),
    label: arg.text('The new outcome', { positional: 'rest', maxLength: 80 }),
  },
  visibility: 'private',
  admin: false,
  examples: ['/outcome add Q9 Somebody new'],
  run: async (context, args) =>
    questionCard(await addOutcome(context.db, context.call, args), whenOf(context), 'reader'),
});
