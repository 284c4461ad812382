import type { OrderView } from '../../markets/core/types.ts';
import type { MeReceipt } from '../../markets/me.ts';
import type { View } from '../view.ts';
import type { When } from '../when.ts';
import { formatPoints, moment, percent, points } from './format.ts';

const until = (order: OrderView, when: When): string =>
  order.expiresAt ? moment(order.expiresAt, when) : 'the close';

/** One's resting limit orders, each with a button that cancels it. */
export function ordersView(orders: MeReceipt['orders'], when: When): View {
  const title = 'Your limit orders';
  if (orders.length === 0) {
    return {
      title,
      tone: 'neutral',
      blocks: [{ kind: 'text', text: 'None rests at present. /bet Q7 YES 50 max:60% rest leaves one.' }],
    };
  }
  return {
    title,
    tone: 'info',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Order', align: 'right' },
          { title: 'Question', align: 'left' },
          { title: 'Outcome', align: 'left' },
          { title: 'At most', align: 'right' },
          { title: 'Points left', align: 'right' },
          { title: 'Until', align: 'left' },
        ],
        rows: orders.map((o) => [
          String(o.id),
          `Q${o.question}`,
          o.label,
          percent(o.price),
          formatPoints(o.left),
          until(o, when),
        ]),
      },
      {
        kind: 'select',
        placeholder: 'Cancel an order…',
        press: { command: 'cancel', args: {} },
        fills: 'order',
        options: orders.map((o) => ({
          value: String(o.id),
          label: `${o.id}: Q${o.question} ${o.label} at ${percent(o.price)}`,
        })),
      },
    ],
  };
}

/** An order that was taken out of the market. */
export const cancelledView = (order: OrderView): View => ({
  title: `Order ${order.id} cancelled`,
  tone: 'good',
  blocks: [
    {
      kind: 'text',
      text: `${points(order.left)} on ${order.label} at ${percent(order.price)} or less will not be spent.`,
    },
  ],
});
