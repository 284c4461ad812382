import { ask as open } from '../../markets/ask.ts';
import { Refusal } from '../../markets/core/refusal.ts';
import type { QuestionKind } from '../../markets/core/types.ts';
import { question as read } from '../../markets/question.ts';
import { arg, limits, optional, plain } from '../args.ts';
import { type Context, command } from '../command.ts';
import { edgesOfRange, readEdges, type Shape } from '../parse/bins.ts';
import { readChoices } from '../parse/choices.ts';
import { readDeadline } from '../parse/dates.ts';
import { readLabels, readTags } from '../parse/lists.ts';
import { readOutcome } from '../parse/outcome.ts';
import { readProbability } from '../parse/probability.ts';
import { questionCard } from '../views/questionCard.ts';
import type { When } from '../when.ts';
import { whenOf } from './shared.ts';

const usualBins = 8;

export const ask = command({
  name: 'ask',
  about: 'Ask a question: yes or no, a choice (outcomes), a number or a date (range)',
  args: {
    title: arg.text('The question, in one sentence', {
      positional: 'rest',
      placeholder: 'Will it snow in Vienna by Christmas?',
    }),
    closes: arg.date('Until when forecasts are taken: 31 Dec, in 3 weeks, end of next year'),
    criteria: optional(
      arg.paragraph('How it will be resolved: source, edge cases, fallback', { maxLength: limits.criteria }),
    ),
    resolves: optional(
      arg.date('When the answer should be known (default: when it closes)', { label: 'Answer expected' }),
    ),
    kind: optional(
      arg.choice(
        'Kind of question (default: what the rest implies)',
        plain('binary', 'choice', 'numeric', 'date'),
      ),
    ),
    outcomes: optional(arg.text('For a choice: Apple; Google; Somebody else', { maxLength: 1000 })),
    range: optional(arg.text('For a number or a date: 0 to 100, Jan 2027 to Dec 2030', { maxLength: 100 })),
    edges: optional(arg.text('Instead of a range: where the bins meet, 10; 20; 50', { maxLength: 300 })),
    bins: optional(arg.integer('How many bins the range is cut into (default 8)', { min: 1, max: 18 })),
    unit: optional(arg.text('Unit of the number, such as GWh', { maxLength: 20 })),
    scale: optional(arg.choice('Spacing of the bins of a range', plain('linear', 'log'))),
    opens: optional(arg.date('From when forecasts are taken (default: now)')),
    prior: optional(arg.probability('Starting price: 20%, or A 50 B 30 C 20 (default: even)')),
    tags: optional(arg.text('Tags: ai, chips', { maxLength: 200 })),
    hidden: optional(
      arg.text('Hide crowd and market until one has forecast ("forecast") or until a date', {
        maxLength: 60,
      }),
    ),
    private: optional(arg.flag('Only for this channel')),
    condition: optional(arg.text('Annulled unless another question resolves so: Q3 YES', { maxLength: 100 })),
  },
  visibility: 'public',
  admin: false,
  examples: [
    '/ask Will it snow in Vienna by Christmas? closes:24 Dec 2028 tags:weather',
    '/ask Who ships first? closes:in 3 weeks outcomes:Apple; Google; Somebody else',
    '/ask How many GWh in 2028? closes:31 Dec 2028 range:0 to 100 unit:GWh',
  ],
  run: async (context, args) => {
    const when = whenOf(context);
    const kind = kindOf(args);
    const shape: Shape | null =
      kind === 'numeric' || kind === 'date'
        ? { kind, unit: args.unit ?? null, scale: args.scale ?? 'linear' }
        : null;
    const outcomes =
      kind === 'choice' ? readLabels(args.outcomes ?? '') : kind === 'binary' ? ['YES', 'NO'] : [];
    const closesAt = readDeadline(args.closes, when);
    const q = await open(context.db, context.call, {
      kind,
      title: args.title,
      criteria: args.criteria ?? usualCriteria,
      outcomes,
      edges: shape && edgesOf(args, shape, when),
      unit: shape && shape.kind === 'numeric' ? shape.unit : null,
      scale: shape ? shape.scale : null,
      opensAt: args.opens === undefined ? null : readDeadline(args.opens, when),
      closesAt,
      resolvesBy: args.resolves === undefined ? null : readDeadline(args.resolves, when),
      tags: args.tags === undefined ? [] : readTags(args.tags),
      prior: args.prior === undefined ? null : priorOf(args.prior, kind, outcomes),
      hidden: args.hidden === undefined ? null : hiddenOf(args.hidden, when),
      private: args.private ?? false,
      condition: args.condition === undefined ? null : await conditionOf(context, args.condition),
      source: {
        articleId: null,
        origin: `asked by ${context.actor.name}`,
        quote: null,
        speaker: null,
        practice: false,
      },
    });
    return questionCard(q, when, 'everyone');
  },
});

const usualCriteria =
  'Resolves as the title says, by what public sources report when it is due. If they disagree, an admin decides and says why.';

interface Given {
  readonly kind: QuestionKind | undefined;
  readonly outcomes: string | undefined;
  readonly range: string | undefined;
  readonly edges: string | undefined;
  readonly bins: number | undefined;
}

function kindOf(args: Given): QuestionKind {
  const ranged = args.range !== undefined || args.edges !== undefined;
  const kind = args.kind ?? (args.outcomes !== undefined ? 'choice' : ranged ? 'numeric' : 'binary');
  const ordered = kind === 'numeric' || kind === 'date';
  if (kind === 'choice' && args.outcomes === undefined) {
    throw new Refusal(
      'not-understood',
      'A choice needs its outcomes.',
      'Add outcomes:Apple; Google; Somebody else',
    );
  }
  if (kind !== 'choice' && args.outcomes !== undefined) {
    throw new Refusal(
      'not-understood',
      `A ${kind} question has no outcomes to list.`,
      'Leave out kind, or write kind:choice.',
    );
  }
  if (ordered && !ranged) {
    throw new Refusal(
      'not-understood',
      `A ${kind} question needs a range.`,
      kind === 'date' ? 'Add range:Jan 2027 to Dec 2030' : 'Add range:0 to 100',
    );
  }
  if (!ordered && ranged)
    throw new Refusal(
      'not-understood',
      `A ${kind} question has no range.`,
      'Write kind:numeric or kind:date.',
    );
  return kind;
}

function edgesOf(args: Given, shape: Shape, when: When): number[] {
  if (args.edges !== undefined && args.range !== undefined) {
    throw new Refusal('not-understood', 'You gave both a range and edges.', 'Give one of them.');
  }
  if (args.edges !== undefined) return readEdges(args.edges, shape, when);
  return edgesOfRange(args.range ?? '', shape, args.bins ?? usualBins, when);
}

function priorOf(text: string, kind: QuestionKind, outcomes: readonly string[]): readonly number[] {
  if (kind === 'choice') return readChoices(text, outcomes);
  if (kind !== 'binary')
    throw new Refusal('not-understood', 'Numbers and dates open with even prices.', 'Leave out prior.');
  const p = readProbability(text);
  return [p, 1 - p];
}

const hiddenOf = (text: string, when: When): { until: Date | 'forecast' } =>
  /^(?:until )?(?:forecast|i have forecast|yes)$/i.test(text)
    ? { until: 'forecast' }
    : { until: readDeadline(text, when) };

async function conditionOf(context: Context, text: string): Promise<{ question: number; outcome: number }> {
  const match = /^#?Q?(\d{1,9})\s+(.+)$/i.exec(text);
  if (!match)
    throw new Refusal(
      'not-understood',
      `I can't read "${text}" as a condition.`,
      'Write a question and its outcome: Q3 YES',
    );
  const other = await read(context.db, context.call, { question: Number(match[1]) });
  return {
    question: other.number,
    outcome: readOutcome(
      match[2] ?? '',
      other.outcomes.map((o) => o.label),
    ),
  };
}
