import { type EditQuestionInput, editQuestion } from '../../markets/editQuestion.ts';
import { question as read } from '../../markets/question.ts';
import { arg, limits, optional } from '../args.ts';
import { command } from '../command.ts';
import { readDeadline, typedMoment } from '../parse/dates.ts';
import { readHidden } from '../parse/hidden.ts';
import { readTags } from '../parse/lists.ts';
import { questionCard } from '../views/questionCard.ts';
import { numberIn, whenOf } from './shared.ts';

export const edit = command({
  name: 'edit',
  about: 'Change the words or dates of a question; the change is shown to all',
  args: {
    question: arg.question('Which question', { positional: true }),
    title: optional(arg.text('The question, in one sentence')),
    criteria: optional(arg.paragraph('How it will be resolved', { maxLength: limits.criteria })),
    closes: optional(arg.date('Until when forecasts are taken')),
    resolves: optional(arg.date('When the answer should be known', { label: 'Answer expected' })),
    tags: optional(arg.text('Tags: ai, chips', { maxLength: 200 })),
    hidden: optional(arg.text('Hide crowd and market: forecast, a date, or no', { maxLength: 60 })),
  },
  visibility: 'private',
  admin: false,
  examples: ['/edit Q7 closes:31 Jan 2029', '/edit Q7 tags:ai, chips'],
  prefill: async (context, args) => {
    const number = numberIn(args.question);
    if (number === null) return {};
    const q = await read(context.db, context.call, { question: number });
    const when = whenOf(context);
    return {
      title: q.title,
      criteria: q.criteria,
      closes: typedMoment(q.closesAt, when),
      resolves: typedMoment(q.resolvesBy, when),
      tags: q.tags.join(', '),
    };
  },
  run: async (context, args) => {
    const when = whenOf(context);
    const q = await read(context.db, context.call, { question: args.question });
    const change: Omit<EditQuestionInput, 'question'> = {
      ...(args.title === undefined || args.title === q.title ? {} : { title: args.title }),
      ...(args.criteria === undefined || args.criteria === q.criteria ? {} : { criteria: args.criteria }),
      ...(same(args.closes, typedMoment(q.closesAt, when))
        ? {}
        : { closesAt: readDeadline(args.closes ?? '', when) }),
      ...(same(args.resolves, typedMoment(q.resolvesBy, when))
        ? {}
        : { resolvesBy: readDeadline(args.resolves ?? '', when) }),
      ...(same(args.tags, q.tags.join(', ')) ? {} : { tags: readTags(args.tags ?? '') }),
      ...(args.hidden === undefined ? {} : { hidden: readHidden(args.hidden, when) }),
    };
    return questionCard(
      await editQuestion(context.db, context.call, { question: args.question, ...change }),
      when,
      'reader',
    );
  },
});

/** A form sends back what it was filled with; that is no change. */
const same = (typed: string | undefined, shown: string): boolean => typed === undefined || typed === shown;
