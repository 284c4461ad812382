import type { TradeReceipt } from '../../markets/core/types.ts';
import type { View } from '../view.ts';
import type { When } from '../when.ts';
import { letter } from './format.ts';
import { vectorText } from './outcomes.ts';
import { isBasket, tradeText } from './tradeText.ts';

/** What a bet or a sale did, what the position pays, and the forecast that it implied. */
export function tradeReceipt(t: TradeReceipt, when: When): View {
  const q = t.question;
  const question = String(q.number);
  const holds = !isBasket(t) && (q.mine?.positions.some((p) => p.outcome === t.outcome) ?? t.pays > 0n);
  const outcome = q.kind === 'binary' ? t.label : letter(t.outcome);
  return {
    title: `Q${q.number} ${q.title}`,
    tone: t.shares === 0n && t.order === null ? 'warn' : 'good',
    blocks: [
      { kind: 'text', text: tradeText(t, when) },
      ...(t.impliedForecast
        ? [
            {
              kind: 'text' as const,
              text: `You have no forecast of your own, so the price that you left counts as one: ${vectorText(t.impliedForecast, q, when)}. Your own replaces it.`,
            },
          ]
        : []),
      {
        kind: 'buttons',
        buttons: [
          {
            kind: 'press',
            label: 'Forecast…',
            style: 'primary',
            press: { command: 'forecast', args: { question } },
            form: true,
          },
          {
            kind: 'press',
            label: 'Bet again…',
            style: 'plain',
            press: { command: 'bet', args: { question, outcome } },
            form: true,
          },
          ...(holds
            ? [
                {
                  kind: 'press' as const,
                  label: 'Sell…',
                  style: 'plain' as const,
                  press: { command: 'sell', args: { question, outcome } },
                  form: true as const,
                },
              ]
            : []),
          {
            kind: 'press',
            label: 'Question',
            style: 'plain',
            press: { command: 'question', args: { question } },
          },
        ],
      },
    ],
  };
}
