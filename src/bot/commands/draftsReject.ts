import { rejectDraft } from '../../markets/rejectDraft.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { draftView } from '../views/drafts.ts';
import { whenOf } from './shared.ts';

export const draftsReject = command({
  name: 'drafts reject',
  about: 'Reject a draft; the reason is kept',
  args: {
    draft: arg.draft('Which draft', { positional: true }),
    reason: arg.paragraph('Why', { positional: 'rest', lead: 'because' }),
  },
  visibility: 'private',
  admin: true,
  examples: ['/drafts reject D3 nobody can tell what significant means'],
  run: async (context, args) => {
    const d = await rejectDraft(context.db, context.call, args);
    return draftView(d, whenOf(context), `Draft D${d.number} rejected`);
  },
});
