import { z } from 'zod';

/** The five articles that the catalogue was drawn from. Only named here: none of their text is kept. */
export const articles = {
  gap: { title: 'Technical Deep Dive (AINews, on the 1200-day AI gap)', publishedAt: '2025-06-01' },
  frontier: {
    title: 'AI Models in 2024: Why the Frontier Labs Are Pulling Further Ahead',
    publishedAt: '2024-03-20',
  },
  moats: {
    title: 'Not all AI companies are the same (discussion of moats and open weights)',
    publishedAt: '2026-05-01',
  },
  rock: {
    title: "Comment by aurareturn (discussion of Rock's law and model training)",
    publishedAt: '2026-05-01',
  },
  data: {
    title: 'Open Source AI Catches Up Fast Because Data, Not Architecture, Is the Key Driver (RiffOn)',
    publishedAt: '2026-03-01',
  },
} as const;

const instant = z.iso.datetime().transform((text) => new Date(text));

/**
 * One question of the catalogue. Edges are the inner ones of ordered bins, both ends open (date questions: days, read at
 * 00:00 UTC); a value on an edge belongs to the bin above it.
 */
export const entrySchema = z
  .object({
    /** The prediction that it tests, in a few words of ours; several questions may test one. */
    about: z.string().min(3),
    article: z.enum(['gap', 'frontier', 'moats', 'rock', 'data']),
    /** Where in the article the prediction stands. */
    place: z.string().min(5),
    kind: z.enum(['binary', 'choice', 'numeric', 'date']),
    title: z.string().min(20).max(200),
    criteria: z.string().min(80),
    source: z.string().min(10),
    fallback: z.string().min(20),
    outcomes: z.array(z.string().min(1).max(80)).min(3).max(20).optional(),
    edges: z.array(z.number()).min(2).optional(),
    days: z.array(z.iso.date()).min(2).optional(),
    unit: z.string().optional(),
    scale: z.enum(['linear', 'log']).optional(),
    opensAt: instant,
    closesAt: instant,
    resolvesBy: instant,
    tags: z
      .array(z.string().regex(/^[a-z0-9-]{2,30}$/))
      .min(1)
      .max(5),
  })
  .refine(
    (q) => q.opensAt < q.closesAt && q.closesAt < q.resolvesBy,
    'opens, closes, resolves: in this order',
  )
  .refine((q) => (q.kind === 'choice') === (q.outcomes !== undefined), 'outcomes belong to choice questions')
  .refine((q) => (q.kind === 'date') === (q.days !== undefined), 'days belong to date questions')
  .refine(
    (q) => [q.edges, q.unit, q.scale].every((part) => (q.kind === 'numeric') === (part !== undefined)),
    'edges, unit and scale belong to numeric questions',
  );

/** A question as it is written down, dates still ISO text. */
export type Entry = z.input<typeof entrySchema>;
export type CatalogueQuestion = z.output<typeof entrySchema>;

/** When most of the catalogue opens: the day it was written. */
export const opening = '2026-11-22T00:00:00Z';
