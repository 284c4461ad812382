import { least } from './core/money.ts';
import type { QuestionView, TradeReceipt } from './core/types.ts';
import type { Found } from './findQuestion.ts';
import type { TradeFacts } from './wager.ts';

/** The receipt of a trade from what is kept of it: the same for every delivery of the same request. */
export function tradeReceipt({ row, mine }: Found, view: QuestionView, facts: TradeFacts): TradeReceipt {
  const others = mine.held.filter((_, index) => index !== facts.outcome);
  const label = row.outcomes[facts.outcome]?.label ?? '';
  return {
    question: view,
    outcome: facts.outcome,
    label: facts.against ? `not ${label}` : label,
    points: facts.points,
    shares: facts.shares,
    priceBefore: facts.priceBefore,
    priceAfter: facts.priceAfter,
    balance: mine.purse.balance,
    pays: facts.against ? least(others[0] ?? 0n, ...others) : (mine.held[facts.outcome] ?? 0n),
    stopped: facts.stopped,
    order: view.mine?.orders.find(({ id }) => id === facts.order) ?? null,
    impliedForecast: facts.implied,
  };
}
