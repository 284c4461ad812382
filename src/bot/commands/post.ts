import { question } from '../../markets/question.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { publicCall } from '../public.ts';
import { questionCard } from '../views/questionCard.ts';
import { whenOf } from './shared.ts';

export const post = command({
  name: 'post',
  about: 'Show a question to everyone here, with buttons to forecast',
  args: { question: arg.question('Which question', { positional: true }) },
  visibility: 'public',
  reads: true,
  admin: false,
  examples: ['/post Q7'],
  run: async (context, args) => {
    const { communityId, channel } = context.actor;
    const call = publicCall(communityId, channel, context.now);
    return questionCard(await question(context.db, call, args), whenOf(context), 'everyone');
  },
});
