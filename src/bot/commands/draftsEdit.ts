import { draft as read } from '../../markets/draft.ts';
import { type EditDraftInput, editDraft } from '../../markets/editDraft.ts';
import { arg, limits, optional } from '../args.ts';
import { command } from '../command.ts';
import { readDeadline, typedMoment } from '../parse/dates.ts';
import { readLabels, readTags } from '../parse/lists.ts';
import { draftView } from '../views/drafts.ts';
import { numberIn, whenOf } from './shared.ts';

export const draftsEdit = command({
  name: 'drafts edit',
  about: 'Change a draft before it is approved',
  args: {
    draft: arg.draft('Which draft', { positional: true }),
    title: optional(arg.text('The question, in one sentence')),
    criteria: optional(arg.paragraph('How it will be resolved', { maxLength: limits.criteria })),
    closes: optional(arg.date('Until when forecasts are taken')),
    resolves: optional(arg.date('When the answer should be known', { label: 'Answer expected' })),
    tags: optional(arg.text('Tags: ai, chips', { maxLength: 200 })),
    outcomes: optional(arg.text('For a choice: Apple; Google; Somebody else', { maxLength: 1000 })),
  },
  visibility: 'private',
  admin: true,
  examples: ['/drafts edit D3 closes:31 Dec 2028', '/drafts edit 3 title:Will open weights lead by 2028?'],
  prefill: async (context, args) => {
    const number = numberIn(args.draft);
    if (number === null) return {};
    const d = await read(context.db, context.call, { draft: number });
    const when = whenOf(context);
    return {
      title: d.title,
      criteria: d.criteria,
      closes: typedMoment(d.closesAt, when),
      resolves: typedMoment(d.resolvesBy, when),
      tags: d.tags.join(', '),
      ...(d.kind === 'choice' ? { outcomes: d.outcomes.join('; ') } : {}),
    };
  },
  run: async (context, args) => {
    const when = whenOf(context);
    const change: EditDraftInput = {
      draft: args.draft,
      ...(args.title === undefined ? {} : { title: args.title }),
      ...(args.criteria === undefined ? {} : { criteria: args.criteria }),
      ...(args.closes === undefined ? {} : { closesAt: readDeadline(args.closes, when) }),
      ...(args.resolves === undefined ? {} : { resolvesBy: readDeadline(args.resolves, when) }),
      ...(args.tags === undefined ? {} : { tags: readTags(args.tags) }),
      ...(args.outcomes === undefined ? {} : { outcomes: readLabels(args.outcomes) }),
    };
    const d = await editDraft(context.db, context.call, change);
    return draftView(d, when, `Draft D${d.number} changed`);
  },
});
