import { least } from './core/money.ts';
import type { Call, QuestionView, TradeReceipt } from './core/types.ts';
import type { Tx } from './db.ts';
import type { QuestionRow } from './findQuestion.ts';
import { purseOf, type TradeFacts } from './wager.ts';

/** The receipt of a trade from what is kept of it: the same for every delivery of the same request. */
export async function tradeReceipt(
  tx: Tx,
  { actor }: Call,
  row: QuestionRow,
  view: QuestionView,
  facts: TradeFacts,
): Promise<TradeReceipt> {
  const { balance } = await purseOf(tx, actor.memberId);
  const held = (index: number) =>
    view.mine?.positions.find((position) => position.outcome === index)?.shares ?? 0n;
  const others = row.outcomes.filter(({ index }) => index !== facts.outcome).map(({ index }) => held(index));
  const label = row.outcomes[facts.outcome]?.label ?? '';
  return {
    question: view,
    outcome: facts.outcome,
    label: facts.against ? `not ${label}` : label,
    points: facts.points,
    shares: facts.shares,
    priceBefore: facts.priceBefore,
    priceAfter: facts.priceAfter,
    balance,
    pays: facts.against ? least(others[0] ?? 0n, ...others) : held(facts.outcome),
    stopped: facts.stopped,
    order: view.mine?.orders.find(({ id }) => id === facts.order) ?? null,
    impliedForecast: facts.implied,
  };
}
