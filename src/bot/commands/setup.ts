import { settings } from '../../markets/settings.ts';
import { command } from '../command.ts';
import { setupView } from '../views/setup.ts';

export const setup = command({
  name: 'setup',
  about: 'Set this community up, step by step',
  args: {},
  visibility: 'private',
  reads: true,
  admin: true,
  examples: ['/setup'],
  run: async (context) => setupView(await settings(context.db, context.call, { change: null })),
});
