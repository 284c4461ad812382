import { explainScore } from '../../markets/explainScore.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { explanation } from '../views/explanation.ts';
import { memberOf } from './memberOf.ts';
import { whenOf } from './shared.ts';

export const explain = command({
  name: 'explain',
  about: 'How a score on a resolved question came about, stretch by stretch',
  args: {
    question: arg.question('Which question', { positional: true }),
    member: optional(arg.member('Whose score (default: your own)', { positional: 'rest' })),
  },
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/explain Q7', '/explain Q7 Ada Lovelace'],
  run: async (context, args) => {
    const member = args.member === undefined ? null : await memberOf(context, args.member);
    const receipt = await explainScore(context.db, context.call, { question: args.question, member });
    return explanation(receipt, receipt.member.id === context.actor.memberId, whenOf(context));
  },
});
