import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readRoles } from '../parse/places.ts';
import { change } from './changeSettings.ts';

export const settingsRoles = command({
  name: 'settings roles',
  about: 'Which roles may resolve and approve, and which may ask',
  args: {
    admins: optional(
      arg.text('Roles that may resolve and approve, besides the server’s own admins; or none', {
        label: 'Roles that may resolve and approve',
        maxLength: 1000,
      }),
    ),
    askers: optional(
      arg.text('Roles that may ask questions; none: everyone', {
        label: 'Roles that may ask',
        maxLength: 1000,
      }),
    ),
  },
  visibility: 'private',
  admin: true,
  examples: ['/settings roles admins:123456789', '/settings roles askers:none'],
  prefill: async ({ settings }) => ({
    admins: settings.adminRoles.join(' ') || 'none',
    askers: settings.askRoles.join(' ') || 'none',
  }),
  run: async (context, args) =>
    change(context, {
      ...(args.admins === undefined ? {} : { adminRoles: readRoles(args.admins) }),
      ...(args.askers === undefined ? {} : { askRoles: readRoles(args.askers) }),
    }),
});
