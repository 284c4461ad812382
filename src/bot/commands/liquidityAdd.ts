import { addLiquidity } from '../../markets/addLiquidity.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { readAmount } from '../parse/points.ts';
import { deepened } from '../views/deepened.ts';
import { whenOf } from './shared.ts';

export const liquidityAdd = command({
  name: 'liquidity add',
  about: 'Deepen a market with points of the house; its prices stay',
  args: {
    question: arg.question('Which question', { positional: true }),
    points: arg.points('How many points', { positional: true }),
  },
  visibility: 'private',
  admin: true,
  examples: ['/liquidity add Q6 200'],
  run: async (context, args) => {
    const points = readAmount(args.points, null, 'points');
    return deepened(
      await addLiquidity(context.db, context.call, { question: args.question, points }),
      whenOf(context),
    );
  },
});
