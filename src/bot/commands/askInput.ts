import type { AskInput } from '../../markets/ask.ts';
import { Refusal } from '../../markets/core/refusal.ts';
import type { QuestionKind } from '../../markets/core/types.ts';
import { question as read } from '../../markets/question.ts';
import type { Context, Values } from '../command.ts';
import { edgesOfRange, kindOfRange, readEdges, type Shape } from '../parse/bins.ts';
import { readChoices } from '../parse/choices.ts';
import { readDeadline, readStart } from '../parse/dates.ts';
import { readHidden } from '../parse/hidden.ts';
import { readLabels, readTags } from '../parse/lists.ts';
import { readOutcome } from '../parse/outcome.ts';
import { readProbability } from '../parse/probability.ts';
import type { When } from '../when.ts';
import type { ask } from './ask.ts';
import { whenOf } from './shared.ts';

type Given = Values<(typeof ask)['args']>;

const usualBins = 8;

/** What a question asked by hand is, out of its arguments; for `several` a YES or NO question with the labels beside it. */
export async function askInput(context: Context, args: Given): Promise<AskInput> {
  const when = whenOf(context);
  const kind = kindOf(args, when);
  const shape: Shape | null =
    kind === 'numeric' || kind === 'date'
      ? { kind, unit: args.unit ?? null, scale: args.scale ?? 'linear' }
      : null;
  const outcomes = args.outcomes === undefined ? [] : readLabels(args.outcomes);
  return {
    kind,
    title: args.title,
    criteria: args.criteria ?? usualCriteria,
    outcomes,
    edges: shape && edgesOf(args, shape, when),
    unit: shape && shape.kind === 'numeric' ? shape.unit : null,
    scale: shape ? shape.scale : null,
    opensAt: args.opens === undefined ? null : readStart(args.opens, when),
    closesAt: readDeadline(args.closes, when),
    resolvesBy: args.resolves === undefined ? null : readDeadline(args.resolves, when),
    tags: args.tags === undefined ? [] : readTags(args.tags),
    prior: args.prior === undefined ? null : priorOf(args.prior, kind, outcomes),
    hidden: args.hidden === undefined ? null : readHidden(args.hidden, when),
    private: args.private ?? false,
    condition: args.condition === undefined ? null : await conditionOf(context, args.condition),
    source: {
      articleId: null,
      origin: `asked by ${context.actor.name}`,
      quote: null,
      speaker: null,
      practice: false,
    },
  };
}

const usualCriteria =
  'Resolves as the title says, by what public sources report when it is due. If they disagree, an admin decides and says why.';

function kindOf(args: Given, when: When): QuestionKind {
  const ranged = args.range !== undefined || args.edges !== undefined;
  const listed = args.kind === 'choice' || args.kind === 'several';
  const kind = args.kind === 'several' ? 'binary' : (args.kind ?? impliedKind(args, when));
  const ordered = kind === 'numeric' || kind === 'date';
  if (listed && args.outcomes === undefined) {
    throw new Refusal(
      'not-understood',
      `A ${args.kind === 'several' ? 'question about several' : 'choice'} needs its outcomes.`,
      'Add outcomes:Apple; Google; Somebody else',
    );
  }
  if (!listed && kind !== 'choice' && args.outcomes !== undefined) {
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

/** What kind the rest implies: outcomes a choice, a range a number or a date. */
function impliedKind(args: Given, when: When): QuestionKind {
  if (args.outcomes !== undefined) return 'choice';
  if (args.range !== undefined) return kindOfRange({ range: args.range }, args.unit ?? null, when);
  if (args.edges !== undefined) return kindOfRange({ edges: args.edges }, args.unit ?? null, when);
  return 'binary';
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
