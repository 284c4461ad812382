import { history } from '../../markets/history.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { historyChart } from '../views/historyChart.ts';
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
  run: async (context, args) => {
    const when = whenOf(context);
    const past = await history(context.db, context.call, args);
    const card = questionCard(past.question, when, 'reader');
    const chart = historyChart(past);
    return chart ? { ...card, blocks: [...card.blocks, chart] } : card;
  },
});
