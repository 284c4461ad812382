import { draft as read } from '../../markets/draft.ts';
import { arg } from '../args.ts';
import { command } from '../command.ts';
import { draftView } from '../views/drafts.ts';
import { whenOf } from './shared.ts';

export const draftsShow = command({
  name: 'drafts show',
  about: 'Show one draft with its source',
  args: { draft: arg.draft('Which draft', { positional: true }) },
  visibility: 'private',
  reads: true,
  admin: true,
  examples: ['/drafts show D3'],
  run: async (context, args) => draftView(await read(context.db, context.call, args), whenOf(context)),
});
