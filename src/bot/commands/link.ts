import { link as join } from '../../markets/link.ts';
import { arg, optional, plain } from '../args.ts';
import { command } from '../command.ts';
import { linkView } from '../views/link.ts';

export const link = command({
  name: 'link',
  about: 'Join your Discord and Slack selves; alone it gives a code to write on the other side',
  args: {
    code: optional(arg.text('The code that the other side gave you', { positional: true, maxLength: 40 })),
    what: optional(
      arg.choice('Yourself (default), or for admins the whole community', plain('person', 'community')),
    ),
  },
  visibility: 'private',
  admin: false,
  examples: ['/link', '/link K7M2QX9P', '/link what:community'],
  run: async (context, args) => {
    const { place, user } = context.invocation.who;
    const what = args.what ?? 'person';
    const receipt = await join(context.db, context.call, {
      code: args.code ?? null,
      what,
      place: { platform: place.platform, externalId: place.externalId, userId: user.externalId },
    });
    return linkView(receipt, what);
  },
});
