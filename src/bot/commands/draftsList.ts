import { drafts } from '../../markets/drafts.ts';
import { arg, optional, plain } from '../args.ts';
import { command } from '../command.ts';
import { draftsView } from '../views/drafts.ts';
import { whenOf } from './shared.ts';

export const draftsList = command({
  name: 'drafts list',
  about: 'The review queue: questions drafted from articles',
  args: {
    status: optional(
      arg.choice('Which ones (default: pending)', plain('pending', 'approved', 'rejected'), {
        positional: true,
      }),
    ),
    page: optional(arg.integer('Which page', { min: 1, max: 100_000 })),
  },
  visibility: 'private',
  reads: true,
  admin: true,
  examples: ['/drafts', '/drafts list rejected'],
  run: async (context, args) => {
    const status = args.status ?? 'pending';
    const input = { status, articleId: null, page: args.page ?? 1, pageSize: 3 };
    return draftsView(await drafts(context.db, context.call, input), status, whenOf(context));
  },
});
