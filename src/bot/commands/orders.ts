import { me } from '../../markets/me.ts';
import { command } from '../command.ts';
import { ordersView } from '../views/orders.ts';
import { whenOf } from './shared.ts';

export const orders = command({
  name: 'orders',
  about: 'Your limit orders that rest in the market',
  args: {},
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/orders'],
  run: async (context) =>
    ordersView((await me(context.db, context.call, { member: null })).orders, whenOf(context)),
});
