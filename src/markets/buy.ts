import { requireAmount, requireBalance, requirePrice } from './core/amounts.ts';
import { requireOpen } from './core/lifecycle.ts';
import { showPoints } from './core/money.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, Minor, TradeReceipt } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { type Found, findQuestion, lockQuestion, outcomeAt, type QuestionRow } from './findQuestion.ts';
import { recordImplied } from './forecasts.ts';
import { once } from './once.ts';
import { hiddenFrom, readQuestion } from './readQuestion.ts';
import { tradeReceipt } from './tradeReceipt.ts';
import { percent, requireTrade, stoppedText, type TradeFacts, tradeFacts, wager } from './wager.ts';

export type BuyInput = {
  question: number;
  outcome: number;
  /** Buys the basket of all other outcomes instead. */
  against: boolean;
  amount: { points: Minor } | { shares: Minor } | { untilPrice: number; points: Minor };
  /** Highest price to pay; null for none. */
  limit: number | null;
  /** Leave what the limit kept unspent resting as an order, until this time (null: until the close). Absent: do not rest. */
  rest?: { until: Date | null };
};

/** Buys shares of an outcome, or of all others (`against`), for points, by number of shares or up to a price; what a limit price leaves unspent may rest as an order. */
export async function buy(db: Db, call: Call, input: BuyInput): Promise<TradeReceipt> {
  const facts = await once(db, call, 'buy', tradeFacts, async (tx) => {
    const found = await lockQuestion(tx, call.actor, input.question);
    return { subject: `question:${found.row.id}`, facts: await trade(tx, call, found, input) };
  });
  const found = await findQuestion(db.client, call.actor, input.question);
  return tradeReceipt(found, await readQuestion(db.client, found, call.actor, call.now), facts);
}

/** @throws Refusal where the member may not see what a trade would tell */
export function requireShown({ row, mine }: Found, now: Date): void {
  const hidden = hiddenFrom(row, mine, now);
  if (hidden)
    throw new Refusal(
      'hidden',
      `${hidden} A trade would show the price.`,
      row.hidden === 'forecast' ? `Forecast first: /forecast Q${row.number} 60%.` : undefined,
    );
}

async function trade(tx: Tx, call: Call, found: Found, input: BuyInput): Promise<TradeFacts> {
  const { row: question, mine } = found;
  const { outcome: index, against, amount } = input;
  requireOpen(question, call.now, question.settings.timeZone);
  const outcome = outcomeAt(question, index);
  requireShown(found, call.now);
  if ('points' in amount) requireAmount(amount.points, 'points');
  else requireAmount(amount.shares, 'shares');
  const until = 'untilPrice' in amount ? amount.untilPrice : null;
  for (const price of [input.limit, until]) if (price !== null) requirePrice(price);
  const limit = lower(input.limit, until);
  if ('points' in amount) requireBalance(amount.points, mine.purse.balance);
  const asked = against ? `not ${outcome.label}` : outcome.label;
  const done = await wager(tx, call, found, {
    kind: 'buy',
    outcome: index,
    against,
    points: 'points' in amount ? amount.points : null,
    shares: 'shares' in amount ? amount.shares : null,
    limit,
  });
  const unspent = 'points' in amount ? amount.points - done.points : 0n;
  const resting = input.rest && limit !== null && done.atLimit && unspent > 0n;
  if (!resting) requireTrade(done, asked);
  const order = resting
    ? await rest(tx, call, question, input, limit, unspent, input.rest?.until ?? null)
    : null;
  const implied = done.shares > 0n ? await recordImplied(tx, call, found, done.prices) : null;
  return {
    outcome: index,
    against,
    shares: done.shares,
    points: done.points,
    priceBefore: done.priceBefore,
    priceAfter: done.priceAfter,
    stopped: order
      ? `${showPoints(unspent)} points rest as an order at ${percent(limit ?? 0)}.`
      : stoppedText(done, unspent),
    order,
    implied,
  };
}

const lower = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** Leaves the unspent points as an order. Against one of two outcomes is for the other; of more there is no such book. */
async function rest(
  tx: Tx,
  { actor, now }: Call,
  question: QuestionRow,
  input: BuyInput,
  price: number,
  points: Minor,
  until: Date | null,
): Promise<number> {
  if (input.against && question.outcomes.length > 2)
    throw new Refusal(
      'out-of-range',
      'An order against one of several outcomes cannot rest.',
      'Rest an order for one outcome, or buy without resting.',
    );
  if (until && until <= now)
    throw new Refusal('out-of-range', 'The order would expire before it rests.', 'Choose a later time.');
  const outcome = outcomeAt(question, input.against ? 1 - input.outcome : input.outcome);
  const { id } = await tx.limitOrder.create({
    data: {
      questionId: question.id,
      memberId: actor.memberId,
      outcomeId: outcome.id,
      price,
      points,
      expiresAt: until,
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}
