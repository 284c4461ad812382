import { question as read } from '../../markets/question.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { questionCard } from '../views/questionCard.ts';
import { whenOf } from './shared.ts';

export const question = command({
  name: 'question',
  about: 'Show one question: crowd, market, latest forecasts and your own',
  args: { question: arg.question('Which question', { positional: true }) },
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/question Q7'],
  run: async (context, args) =>
    questionCard(
      await read(context.db, context.call, { question: args.question }),
      whenOf(context),
      'reader',
    ),
});
