import { questions as list } from '../../markets/questions.ts';
import { arg, optional, plain } from '../args.ts';
import { command } from '../command.ts';
import { questionsView } from '../views/questions.ts';
import { whenOf } from './shared.ts';

export const questions = command({
  name: 'questions',
  about: 'List questions: open, closing soon, to resolve, mine, by tag or by words',
  args: {
    filter: optional(
      arg.choice(
        'Which ones (default: open)',
        plain('open', 'closing', 'to-resolve', 'mine', 'resolved', 'all'),
        {
          positional: 'rest',
        },
      ),
    ),
    tag: optional(arg.tag('Only with this tag')),
    search: optional(arg.text('Only with these words in the title', { maxLength: 100 })),
    page: optional(arg.integer('Which page', { min: 1, max: 10_000 })),
  },
  visibility: 'private',
  reads: true,
  admin: false,
  examples: ['/questions', '/questions closing', '/questions tag:ai', '/questions all search:open weights'],
  run: async (context, args) => {
    const filter = args.filter ?? 'open';
    const [tag, search] = [args.tag ?? null, args.search ?? null];
    const input = { filter, tag, search, page: args.page ?? 1, pageSize: 10 };
    return questionsView(
      await list(context.db, context.call, input),
      { filter, tag, search },
      whenOf(context),
    );
  },
});
