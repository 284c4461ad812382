import { approveDrafts } from '../../markets/approveDrafts.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { approvedView } from '../views/drafts.ts';

export const draftsApprove = command({
  name: 'drafts approve',
  about: 'Publish drafts as questions, one or several at once',
  args: { drafts: arg.drafts('Which drafts: D3 D4 or 3-5', { positional: 'rest' }) },
  visibility: 'private',
  admin: true,
  examples: ['/drafts approve D1', '/drafts approve 1 2 4', '/drafts approve 4-5'],
  run: async (context, args) =>
    approvedView(
      await approveDrafts(context.db, context.call, args),
      context.settings.announcements !== null,
    ),
});
