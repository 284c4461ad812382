import type { AddLiquidityReceipt } from '../../markets/addLiquidity.ts';
import type { View } from '../view.ts';
import type { When } from '../when.ts';
import { formatPoints, points } from './format.ts';
import { questionCard } from './questionCard.ts';

/** What was put into a market and how deep it is now, above the question's card. */
export function deepened({ question, points: added, depth }: AddLiquidityReceipt, when: When): View {
  const card = questionCard(question, when, 'reader');
  return {
    ...card,
    tone: 'good',
    blocks: [
      {
        kind: 'text',
        text: [
          { kind: 'bold', text: `${points(added)} added.` },
          ` The depth of the market (its liquidity b) is now ${formatPoints(depth.after)}, it was ${formatPoints(depth.before)}. Its prices stay; from here on a wager moves them less.`,
        ],
      },
      ...card.blocks,
    ],
  };
}
