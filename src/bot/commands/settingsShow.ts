import { settings } from '../../markets/settings.ts';
import { command } from '../command.ts';
import { settingsView } from '../views/settings.ts';
import { whenOf } from './shared.ts';

export const settingsShow = command({
  name: 'settings show',
  about: 'How this community is set up, and who its admins are',
  args: {},
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/settings', '/settings show'],
  run: async (context) =>
    settingsView(
      await settings(context.db, context.call, { change: null }),
      context.actor.admin,
      whenOf(context),
    ),
});
