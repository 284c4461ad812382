import { cancelOrder } from '../../markets/cancelOrder.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { cancelledView } from '../views/orders.ts';

export const cancel = command({
  name: 'cancel',
  about: 'Cancel one of your limit orders',
  args: {
    order: arg.integer(
      'Number of the order; /orders lists them',
      { min: 1, max: 2_147_483_647 },
      { positional: true },
    ),
  },
  visibility: 'private',
  admin: false,
  examples: ['/cancel 12'],
  run: async (context, args) => cancelledView(await cancelOrder(context.db, context.call, args)),
});
