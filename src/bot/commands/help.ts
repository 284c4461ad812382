import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { helpView } from '../views/help.ts';

export const help = command({
  name: 'help',
  about: 'What you can do here, or how one command is used',
  args: {
    command: optional(arg.text('A command to explain', { positional: 'rest', placeholder: 'forecast' })),
  },
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/help', '/help forecast'],
  run: async (context, args) => helpView(context.app.commands, args.command ?? null, context.actor.admin),
});
