import { z } from 'zod';
import { dayOf, endOfDay, longDate, startOfDay } from './calendar.ts';
import { type Article, type Claim, type Draft, needFields } from './types.ts';

const day = z.iso.date();
const line = (most: number) => z.string().trim().min(1).max(most);

const modelDraft = z.object({
  quote: line(1500).describe('The sentence of the article that makes the prediction, copied word for word.'),
  speaker: z
    .string()
    .max(120)
    .nullable()
    .describe('Who predicts it, as named in the article; null for the author.'),
  hedge: z.string().max(80).describe('The words that carry the certainty, copied: "will", "is likely to".'),
  strength: z.number().min(0).max(1).describe('How probable the speaker makes it, 0 to 1.'),
  negated: z.boolean().describe('True when the article says that it will not happen.'),
  deadline: day
    .nullable()
    .describe('Last day on which the prediction can come true if the article gives one, YYYY-MM-DD.'),
  deadlineText: z
    .string()
    .max(120)
    .nullable()
    .describe('The words of the article that give the deadline, copied.'),
  title: line(250).describe('The question, ending in a question mark, with a calendar date.'),
  kind: z.enum(['binary', 'choice', 'numeric', 'date']),
  outcomes: z
    .array(line(80))
    .min(2)
    .max(20)
    .describe('YES and NO for binary; bin labels for numeric and date.'),
  edges: z
    .array(z.number())
    .max(19)
    .nullable()
    .describe(
      'Numeric: rising inner edges, one fewer than outcomes. Date: the same in epoch milliseconds. Otherwise null.',
    ),
  unit: z.string().max(30).nullable(),
  resolves: line(1500).describe('"Resolves YES if ...": exact conditions and edge cases, all times UTC.'),
  source: line(300).describe('The public source that decides.'),
  fallback: line(300).describe('What decides when the source is gone or silent.'),
  closesOn: day.describe('Last day on which the question takes forecasts, YYYY-MM-DD.'),
  resolvesOn: day.describe('Day by which the answer is published, after closesOn, YYYY-MM-DD.'),
  tags: z.array(line(30)).max(5),
  needs: z
    .array(
      z.object({
        field: z.enum(needFields),
        why: line(300),
      }),
    )
    .max(5)
    .describe('What the admin must decide because the article does not say.'),
});

/** What a language model is asked for. */
export const modelAnswer = z.object({ drafts: z.array(modelDraft).max(60) });

export type ModelDraft = z.infer<typeof modelDraft>;

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a quote stands in the text, word for word; only the white space between words may differ. */
export const standsAt = (text: string, quote: string): { start: number; end: number } | null => {
  const words = quote.trim().split(/\s+/);
  if (words.length < 3) return null;
  const plain = text.indexOf(quote.trim());
  if (plain >= 0) return { start: plain, end: plain + quote.trim().length };
  const found = new RegExp(words.map(escaped).join('\\s+')).exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
};

/** Edges and outcomes belong together as the kinds of question have them. */
const wellFormed = (draft: ModelDraft, today: string): boolean => {
  const { kind, outcomes, edges } = draft;
  if (!draft.title.endsWith('?') || draft.closesOn <= today || draft.resolvesOn <= draft.closesOn)
    return false;
  if (new Set(outcomes.map((label) => label.toLowerCase())).size !== outcomes.length) return false;
  switch (kind) {
    case 'binary':
      return outcomes.join() === 'YES,NO' && edges === null;
    case 'choice':
      return edges === null;
    case 'numeric':
    case 'date':
      return (
        edges?.length === outcomes.length - 1 &&
        edges.every((edge, i) => i === 0 || edge > (edges[i - 1] ?? edge))
      );
  }
};

/**
 * A model's draft as claim and draft; null when its quote does not stand in the article or the draft is not well
 * formed. Speaker, hedge and deadline words that the article does not hold are dropped: the model may phrase, not invent.
 */
export const acceptDraft = (
  proposed: ModelDraft,
  article: Article,
  now: Date,
): { claim: Omit<Claim, 'group'>; draft: Draft } | null => {
  const today = dayOf(now);
  const place = standsAt(article.text, proposed.quote);
  if (!place || !wellFormed(proposed, today)) return null;
  const held = (words: string | null): string | null =>
    words?.trim() && article.text.includes(words.trim()) ? words.trim() : null;
  const deadlineText = held(proposed.deadlineText);
  const deadline = deadlineText ? proposed.deadline : null;
  const expired = deadline !== null && deadline < today;
  const horizonProposed = deadline === null || expired || deadline !== proposed.closesOn;
  const confirmed = proposed.needs.some(({ field }) => field === 'deadline');
  const quote = article.text.slice(place.start, place.end);
  return {
    claim: {
      ...place,
      quote,
      speaker: held(proposed.speaker) ?? article.author,
      hedge: { words: held(proposed.hedge) ?? '', strength: proposed.strength, negated: proposed.negated },
      deadline,
      deadlineText,
      expired,
      statedProbability: null,
      heading: null,
    },
    draft: {
      title: proposed.title,
      criteria: [
        proposed.resolves,
        `Source: ${proposed.source}. If it is not available or silent by ${longDate(proposed.resolvesOn)}, ${proposed.fallback} decides. All times are UTC.`,
        `Background: "${quote}" (${article.title ? `"${article.title}"` : 'the article'}).`,
      ].join('\n\n'),
      kind: proposed.kind,
      outcomes: proposed.outcomes,
      edges: proposed.edges,
      unit: proposed.unit,
      closesAt: endOfDay(proposed.closesOn),
      resolvesBy: startOfDay(proposed.resolvesOn),
      horizonProposed,
      tags: proposed.tags.map((tag) => tag.toLowerCase()),
      source: proposed.source,
      fallback: proposed.fallback,
      needs:
        horizonProposed && !confirmed
          ? [
              ...proposed.needs,
              {
                field: 'deadline',
                why: `The date ${longDate(proposed.closesOn)} is a proposal. Confirm or change it.`,
              },
            ]
          : proposed.needs,
    },
  };
};
