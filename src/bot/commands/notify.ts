import { setNotify } from '../../markets/setNotify.ts';
import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { notifyView } from '../views/notify.ts';

export const notify = command({
  name: 'notify',
  about: 'Which direct messages you get; alone it shows them',
  args: {
    scores: optional(arg.flag('Your score when a question resolves')),
    edits: optional(arg.flag('Changes of questions that you forecast on')),
    reminders: optional(arg.flag('Questions that close soon')),
  },
  visibility: 'private',
  admin: false,
  examples: ['/notify', '/notify reminders:no', '/notify scores:yes edits:yes'],
  run: async (context, args) => {
    const change = {
      ...(args.scores === undefined ? {} : { scores: args.scores }),
      ...(args.edits === undefined ? {} : { edits: args.edits }),
      ...(args.reminders === undefined ? {} : { reminders: args.reminders }),
    };
    return notifyView(await setNotify(context.db, context.call, { change }));
  },
});
