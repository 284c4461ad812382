import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { requireShown } from './buy.ts';
import { requireAmount, requireBalance } from './core/amounts.ts';
import { moveTo } from './core/book.ts';
import { economy } from './core/economy.ts';
import { kellyStake } from './core/kelly.ts';
import { requireOpen } from './core/lifecycle.ts';
import { oddsOf } from './core/lmsr.ts';
import { showPoints } from './core/money.ts';
import { Refusal } from './core/refusal.ts';
import { priceOf, pricesOf } from './core/trading.ts';
import type { Call, ForecastReceipt, Minor } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { type Found, findQuestion, lockQuestion, marketOf, type QuestionRow } from './findQuestion.ts';
import { addForecast, requireVector } from './forecasts.ts';
import { once } from './once.ts';
import { readQuestion } from './readQuestion.ts';
import { tradeReceipt } from './tradeReceipt.ts';
import { type TradeFacts, tradeFacts, wager, wagerBasket } from './wager.ts';

export type ForecastInput = {
  question: number;
  /** Null withdraws. */
  p: Vector | null;
  typed: string | null;
  reason: string | null;
  /** Points to spend at most while moving the price to `p`, minor units. */
  stake: Minor | null;
};

const facts = z.object({
  before: z.object({ p: z.array(z.number()), typed: z.string().nullable(), at: z.coerce.date() }).nullable(),
  p: z.array(z.number()).nullable(),
  typed: z.string().nullable(),
  trade: tradeFacts.nullable(),
});

/** Records a forecast, with an optional stake that moves the price toward it, or withdraws it (`p: null`). */
export async function forecast(db: Db, call: Call, input: ForecastInput): Promise<ForecastReceipt> {
  const done = await once(db, call, 'forecast', facts, (tx) => forecastIn(tx, call, input));
  const found = await findQuestion(db.client, call.actor, input.question);
  const view = await readQuestion(db.client, found, call.actor, call.now);
  return {
    question: view,
    before: done.before,
    p: done.p,
    typed: done.typed,
    trade: done.trade && tradeReceipt(found, view, done.trade),
    kelly:
      view.hidden === null && view.state === 'open' && done.p
        ? kellyHint(found.row, done.p, found.mine.purse.balance)
        : null,
  };
}

/** As `forecast`, within a transaction of the caller's and without a receipt. */
export async function forecastIn(tx: Tx, call: Call, input: ForecastInput) {
  const { actor, now } = call;
  const { p, stake } = input;
  const found = await lockQuestion(tx, actor, input.question);
  const { row: question } = found;
  requireOpen(question, now, question.settings.timeZone);
  const { word } = found.mine;
  if (p === null && !word?.p)
    throw new Refusal(
      'wrong-state',
      `You have no standing forecast on Q${question.number} to withdraw.`,
      `Make one: /forecast Q${question.number} 70%.`,
    );
  if (p) requireVector(p, question);
  await addForecast(tx, call, question, {
    p,
    typed: input.typed,
    reason: input.reason,
    implied: false,
  });
  // Having forecast, they may see what is hidden until one has.
  const told: Found = {
    row: question,
    mine: { ...found.mine, word: p && { p, typed: input.typed, implied: false, at: now } },
  };
  const trade = stake !== null && p ? await staked(tx, call, told, p, stake) : null;
  return {
    subject: `question:${question.id}`,
    facts: {
      before: word?.p ? { p: [...word.p], typed: word.typed, at: word.at } : null,
      p: p && [...p],
      typed: input.typed,
      trade,
    },
  };
}

/** Buys until the market stands at the forecast or the stake is spent, whichever is first. */
async function staked(tx: Tx, call: Call, found: Found, p: Vector, stake: Minor): Promise<TradeFacts> {
  const { row: question, mine } = found;
  requireShown(found, call.now);
  requireAmount(stake, 'points');
  requireBalance(stake, mine.purse.balance);
  const market = marketOf(question);
  if (question.outcomes.length === 2) {
    const outcome = (p[0] ?? 0) > priceOf(market, 0) ? 0 : 1;
    const target = Math.min(1 - economy.priceFloor, Math.max(economy.priceFloor, p[outcome] ?? 0));
    const done = await wager(tx, call, found, {
      kind: 'buy',
      outcome,
      against: false,
      points: stake,
      shares: null,
      limit: target,
    });
    return {
      outcome,
      against: false,
      shares: done.shares,
      points: done.points,
      priceBefore: done.priceBefore,
      priceAfter: done.priceAfter,
      stopped: moved(done.points, stake, done.atLimit),
      order: null,
      implied: null,
    };
  }
  const move = moveTo(market, p, stake);
  const outcome = move.shares.reduce((best, shares, i) => (shares > (move.shares[best] ?? 0n) ? i : best), 0);
  const before = priceOf(market, outcome);
  const prices = await wagerBasket(tx, call, found, move);
  return {
    outcome,
    against: false,
    shares: move.shares[outcome] ?? 0n,
    points: move.points,
    priceBefore: before,
    priceAfter: prices[outcome] ?? before,
    stopped: moved(move.points, stake, move.reached),
    order: null,
    implied: null,
  };
}

const moved = (spent: Minor, stake: Minor, reached: boolean): string | null =>
  !reached
    ? null
    : spent === 0n
      ? 'The market stands at your forecast already, so nothing was spent.'
      : spent < stake
        ? `The market reached your forecast after ${showPoints(spent)} of ${showPoints(stake)} points.`
        : null;

/** What Kelly would stake on the outcome that the member thinks most underpriced. */
function kellyHint(question: QuestionRow, p: Vector, balance: Minor): ForecastReceipt['kelly'] {
  const market = marketOf(question);
  const prices = pricesOf(market);
  const edge = (i: number) => (p[i] ?? 0) / (prices[i] ?? 1);
  const outcome = prices.reduce((best, _, i) => (edge(i) > edge(best) ? i : best), 0);
  const b = Number(market.liquidity);
  const held = market.shares.map((shares, i) => Number(shares) + (market.offsets[i] ?? 0));
  const stake = BigInt(Math.floor(kellyStake(b, oddsOf(b, held, outcome), p[outcome] ?? 0, Number(balance))));
  return stake > 0n ? { outcome, points: stake } : null;
}
