import type { TradeReceipt } from '../../markets/core/types.ts';
import type { Span } from '../view.ts';
import type { When } from '../when.ts';
import { moment, percent, points, shares } from './format.ts';

/** What a trade did, in sentences: bought or sold, price before and after, what it pays, why less was done, the balance. */
export function tradeText(t: TradeReceipt, when: When): Span[] {
  const bought = t.shares >= 0n;
  const size = bought ? t.shares : -t.shares;
  const money = t.points >= 0n ? t.points : -t.points;
  const done: Span[] =
    t.shares === 0n
      ? ['Nothing was traded.']
      : [
          bought ? 'You bought ' : 'You sold ',
          { kind: 'bold', text: `${shares(size)} of ${t.label}` },
          ` for ${points(money)}; the price went from ${percent(t.priceBefore)} to ${percent(t.priceAfter)}.`,
        ];
  return [
    ...done,
    ...(t.stopped ? [` ${t.stopped}`] : []),
    ...(t.pays > 0n ? [`\n${whenIt(t)}, your position pays ${points(t.pays)}.`] : []),
    ...(t.order
      ? [
          `\nLeft as order ${t.order.id}: ${points(t.order.left)} on ${t.order.label} at ${percent(t.order.price)} or less` +
            `${t.order.expiresAt ? `, until ${moment(t.order.expiresAt, when)}` : ', until the question closes'}.`,
        ]
      : []),
    `\nYour balance is ${points(t.balance)}.`,
  ];
}

/** A bet against an outcome buys all the others: "not Apple". */
export const isBasket = (t: TradeReceipt): boolean => t.question.outcomes[t.outcome]?.label !== t.label;

const whenIt = (t: TradeReceipt): string =>
  isBasket(t)
    ? `If ${t.question.outcomes[t.outcome]?.label ?? t.label} does not happen`
    : `If ${t.label} happens`;
