import { z } from 'zod';
import type { Article, Claim, Draft, Finding } from '../articles/index.ts';
import { nearest, needFields } from '../articles/index.ts';
import type { DraftView } from './core/drafts.ts';
import { Refusal } from './core/refusal.ts';
import type { Actor } from './core/types.ts';
import type { Tx } from './db.ts';
import { visibleTo } from './visibleTo.ts';

const iso = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'no instant');

/** How a draft is kept: `Draft.body`. */
const draftSchema: z.ZodType<Draft> = z.object({
  title: z.string(),
  criteria: z.string(),
  kind: z.enum(['binary', 'choice', 'numeric', 'date']),
  outcomes: z.array(z.string()),
  edges: z.array(z.number()).nullable(),
  unit: z.string().nullable(),
  closesAt: iso,
  resolvesBy: iso,
  horizonProposed: z.boolean(),
  tags: z.array(z.string()),
  source: z.string(),
  fallback: z.string(),
  needs: z.array(
    z.object({
      field: z.enum(needFields),
      why: z.string(),
    }),
  ),
});

const claimSchema: z.ZodType<Claim> = z.object({
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  speaker: z.string().nullable(),
  hedge: z.object({ words: z.string(), strength: z.number(), negated: z.boolean() }),
  deadline: z.string().nullable(),
  deadlineText: z.string().nullable(),
  expired: z.boolean(),
  statedProbability: z.number().nullable(),
  heading: z.string().nullable(),
  group: z.number(),
});

const findingsSchema = z.array(
  z.object({ rule: z.string(), weight: z.enum(['fails', 'note']), message: z.string() }),
);

export const readBody = (json: string): Draft => draftSchema.parse(JSON.parse(json));
export const readClaim = (json: string): Claim => claimSchema.parse(JSON.parse(json));
/** What the reviewer found, as it is kept. Near-duplicates are looked for at every reading: questions come and go. */
export const keepFindings = (findings: readonly Finding[]): string =>
  JSON.stringify(findings.filter((f) => f.rule !== 'duplicate'));

/** What is read along with a draft. */
export const draftInclude = {
  article: true,
  claim: true,
  question: { select: { number: true } },
} as const;

/** A draft of the actor's community with all that is shown of it. @throws Refusal `not-found`, naming what there is */
export async function draftRow(db: Tx, { communityId }: Actor, number: number) {
  const row = await db.draft.findUnique({
    where: { communityId_number: { communityId, number } },
    include: draftInclude,
  });
  if (row) return row;
  const waiting = await db.draft.findMany({
    where: { communityId, status: 'pending' },
    orderBy: { number: 'asc' },
    take: 5,
    select: { number: true },
  });
  throw new Refusal(
    'not-found',
    `There is no draft D${number}.`,
    waiting.length > 0
      ? `Waiting: ${waiting.map((d) => `D${d.number}`).join(', ')}.`
      : 'No draft is waiting. Hand in an article with /article.',
  );
}

export type DraftRow = Awaited<ReturnType<typeof draftRow>>;

/** The article as it was read. */
export const articleOf = (row: NonNullable<DraftRow['article']>): Article => ({
  text: row.text,
  title: row.title,
  author: row.author,
  publishedAt: row.publishedAt,
  url: row.url,
  language: row.language,
});

/** What is common to many drafts: questions that they might repeat, and who decided. */
export async function draftViews(db: Tx, actor: Actor, rows: readonly DraftRow[]): Promise<DraftView[]> {
  if (rows.length === 0) return [];
  const questions = await db.question.findMany({
    where: { ...visibleTo(actor), state: { in: ['open', 'closed'] } },
    select: { id: true, number: true, title: true },
  });
  const deciders = await db.member.findMany({
    where: { id: { in: rows.map((r) => r.decidedById).filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => {
    const body = readBody(row.body);
    const others = questions.filter((q) => q.id !== row.questionId);
    const decidedBy = deciders.find((m) => m.id === row.decidedById);
    return {
      number: row.number,
      version: row.version,
      status: z.enum(['pending', 'approved', 'rejected']).parse(row.status),
      title: body.title,
      criteria: body.criteria,
      kind: body.kind,
      outcomes: body.outcomes,
      edges: body.edges,
      unit: body.unit,
      closesAt: new Date(body.closesAt),
      resolvesBy: new Date(body.resolvesBy),
      horizonProposed: body.horizonProposed,
      tags: body.tags,
      needs: body.needs.map((need) => need.why),
      findings: findingsSchema.parse(JSON.parse(row.findings)).map((f) => f.message),
      similar: nearest(body.title, others).map(({ question: { number, title } }) => ({ number, title })),
      quote: row.claim?.quote ?? null,
      speaker: row.claim?.speaker ?? null,
      article: row.article && {
        id: row.article.id,
        title: row.article.title,
        url: row.article.url,
        publishedAt: row.article.publishedAt,
      },
      decidedBy: decidedBy ?? null,
      reason: row.reason,
      question: row.question?.number ?? null,
    };
  });
}

/** One draft as the review queue shows it. */
export async function draftView(db: Tx, actor: Actor, row: DraftRow): Promise<DraftView> {
  const [view] = await draftViews(db, actor, [row]);
  if (!view) throw new Error('a row has a view');
  return view;
}

/** @throws Refusal `wrong-state` where a draft has been decided on already */
export function requirePending(row: Pick<DraftRow, 'number' | 'status' | 'question'>): void {
  if (row.status === 'pending') return;
  throw new Refusal(
    'wrong-state',
    row.status === 'approved'
      ? `D${row.number} has been approved already${row.question ? `: it is Q${row.question.number}` : ''}.`
      : `D${row.number} has been rejected already.`,
    'See /drafts for those that wait.',
  );
}
