import { z } from 'zod';
import type { Vector } from '../../scoring/types.ts';
import { exactNumber, withUnit } from './quantity.ts';
import { Refusal } from './refusal.ts';
import { showTime } from './time.ts';
import type { QuestionKind } from './types.ts';

/** Outcomes that a choice may have when it is asked; while it is open some more may be added. */
export const mostChoices = 20;
/** Outcomes of any question, bins included. */
export const mostOutcomes = 50;

const words = (least: number, most: number, what: string) =>
  z
    .string()
    .trim()
    .min(least, `${what} needs at least ${least} characters.`)
    .max(most, `${what} may have ${most} characters at most.`);

export const titleSchema = words(5, 300, 'A title');
export const criteriaSchema = words(5, 4000, 'What decides the question');
export const labelSchema = words(1, 100, 'An outcome');
export const tagsSchema = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u, 'A tag is up to 40 letters, digits, spaces and dashes.'),
  )
  .max(10, 'A question may have ten tags at most.')
  .transform((tags) => [...new Set(tags)].sort());

/** Reads a value or refuses with the schema's own sentence. */
export function read<S extends z.ZodType>(schema: S, value: unknown, hint?: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (!result.success)
    throw new Refusal('out-of-range', result.error.issues[0]?.message ?? 'That cannot be read.', hint);
  return result.data;
}

/** The labels of a question's outcomes. @throws Refusal for too few, too many, or two alike */
export function outcomeLabels(asked: {
  kind: QuestionKind;
  outcomes: readonly string[];
  edges: readonly number[] | null;
  unit: string | null;
  scale: 'linear' | 'log' | null;
  timeZone: string;
}): string[] {
  switch (asked.kind) {
    case 'binary':
      return ['YES', 'NO'];
    case 'choice': {
      const labels = asked.outcomes.map((label) => read(labelSchema, label));
      if (labels.length < 2 || labels.length > mostChoices)
        throw new Refusal(
          'out-of-range',
          `A choice has 2 to ${mostChoices} outcomes; ${labels.length} were given.`,
          'Write them with commas between: Apple, Google, Somebody else.',
        );
      requireDistinct(labels);
      return labels;
    }
    case 'numeric':
    case 'date': {
      const edges = checkedEdges(asked.edges ?? [], asked.scale);
      const { unit, timeZone } = asked;
      const show = (edge: number) =>
        asked.kind === 'date'
          ? showTime(new Date(edge), timeZone).replace(/, 00:00 .*$/, '')
          : withUnit(exactNumber(edge), unit);
      const [first = 0] = edges;
      const last = edges[edges.length - 1] ?? first;
      const below = asked.kind === 'date' ? 'before' : 'below';
      return [
        `${below} ${show(first)}`,
        ...edges.slice(1).map((edge, i) => `${show(edges[i] ?? edge)} to ${show(edge)}`),
        asked.kind === 'date' ? `${show(last)} or later` : `${show(last)} or more`,
      ];
    }
  }
}

/** @throws Refusal where two labels are one to a reader */
export function requireDistinct(labels: readonly string[]): void {
  const seen = new Set<string>();
  for (const label of labels) {
    const plain = label.toLowerCase();
    if (seen.has(plain))
      throw new Refusal(
        'duplicate',
        `The outcome "${label}" is there twice.`,
        'Give each outcome its own name.',
      );
    seen.add(plain);
  }
}

function checkedEdges(edges: readonly number[], scale: 'linear' | 'log' | null): readonly number[] {
  const rising = edges.every(
    (edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] ?? edge)),
  );
  if (edges.length < 1 || edges.length >= mostOutcomes || !rising)
    throw new Refusal(
      'out-of-range',
      `Bins need 1 to ${mostOutcomes - 1} edges that rise; ${edges.length} were given.`,
      'Write them in order: 10, 20, 50.',
    );
  if (scale === 'log' && !((edges[0] ?? 0) > 0))
    throw new Refusal(
      'out-of-range',
      'Logarithmic bins need edges above 0.',
      'Choose linear bins or edges above 0.',
    );
  return edges;
}

/** The bin that a value falls in: edges belong to the bin above them. @example binOfValue([10, 20], 10) === 1 */
export const binOfValue = (edges: readonly number[], value: number): number =>
  edges.filter((edge) => value >= edge).length;

/** The four times of a question, in order. @throws Refusal */
export function checkedTimes(times: { now: Date; opensAt: Date; closesAt: Date; resolvesBy: Date }): void {
  const { now, opensAt, closesAt, resolvesBy } = times;
  if (![opensAt, closesAt, resolvesBy].every((date) => Number.isFinite(date.getTime())))
    throw new Refusal('not-understood', 'One of the dates is none.', 'Write a date like 2026-12-31.');
  if (closesAt <= now)
    throw new Refusal('out-of-range', 'The closing date has passed.', 'Choose one that lies ahead.');
  if (closesAt <= opensAt)
    throw new Refusal('out-of-range', 'The question would close before it opens.', 'Choose a later close.');
  if (resolvesBy < closesAt)
    throw new Refusal(
      'out-of-range',
      'The question would be resolved before it closes.',
      'Choose a resolution date on or after the close.',
    );
}

/** Starting prices: the prior, or even ones. @throws Refusal for a prior that is no probability or leaves nothing to an outcome */
export function startingPrices(prior: Vector | null, outcomes: number): Vector {
  if (prior === null) return new Array<number>(outcomes).fill(1 / outcomes);
  const sum = prior.reduce((total, p) => total + p, 0);
  if (prior.length !== outcomes || !(Math.abs(sum - 1) < 1e-6) || !prior.every((p) => p >= 0.001))
    throw new Refusal(
      'out-of-range',
      `Starting prices must be ${outcomes} probabilities of at least 0.1% that sum to 100%.`,
      'Leave them out for even ones.',
    );
  return prior.map((p) => p / sum);
}
