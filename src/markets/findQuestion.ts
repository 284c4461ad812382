import type { Prisma } from '../generated/sqlite/client.ts';
import { Refusal } from './core/refusal.ts';
import { type CommunitySettings, settingsSchema } from './core/settings.ts';
import type { Market } from './core/trading.ts';
import type { Actor } from './core/types.ts';
import { seenFrom } from './core/visibility.ts';
import type { Tx } from './db.ts';

const included = {
  outcomes: { orderBy: { index: 'asc' } },
  account: { select: { id: true, memberId: true, balance: true } },
  community: { select: { settings: true } },
} as const satisfies Prisma.QuestionInclude;

/** A question with what every service on it needs. */
export type QuestionRow = Prisma.QuestionGetPayload<{ include: typeof included }>;

/** Finds a question by the number that members see. @throws Refusal naming the nearest where there is none */
export async function findQuestion(tx: Tx, actor: Actor, number: number): Promise<QuestionRow> {
  const row = await tx.question.findUnique({
    where: { communityId_number: { communityId: actor.communityId, number } },
    include: included,
  });
  if (!row || !seenFrom(row, actor.channel)) throw await notFound(tx, actor, number);
  return row;
}

/**
 * As `findQuestion`, and holds the question until the transaction ends: the first statement of every service that changes
 * one. The increment locks the row on PostgreSQL and takes the only writer's place on SQLite.
 */
export async function lockQuestion(tx: Tx, actor: Actor, number: number): Promise<QuestionRow> {
  const { count } = await tx.question.updateMany({
    where: { communityId: actor.communityId, number },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw await notFound(tx, actor, number);
  return findQuestion(tx, actor, number);
}

async function notFound(tx: Tx, actor: Actor, number: number): Promise<Refusal> {
  const seen = { communityId: actor.communityId, OR: [{ channel: null }, { channel: actor.channel }] };
  const named = { number: true, title: true } as const;
  const below = await tx.question.findFirst({
    where: { ...seen, number: { lt: number } },
    orderBy: { number: 'desc' },
    select: named,
  });
  const above = await tx.question.findFirst({
    where: { ...seen, number: { gt: number } },
    orderBy: { number: 'asc' },
    select: named,
  });
  const near = [below, above].flatMap((found) => (found ? [`Q${found.number} "${found.title}"`] : []));
  return new Refusal(
    'not-found',
    `There is no question Q${number} here.`,
    near.length > 0
      ? `The nearest: ${near.join(' and ')}. All of them: /questions.`
      : 'Ask the first one: /ask.',
  );
}

export const settingsOf = (question: Pick<QuestionRow, 'community'>): CommunitySettings =>
  settingsSchema.parse(JSON.parse(question.community.settings));

export const marketOf = (question: Pick<QuestionRow, 'liquidity' | 'outcomes'>): Market => ({
  liquidity: question.liquidity,
  shares: question.outcomes.map((outcome) => outcome.shares),
  offsets: question.outcomes.map((outcome) => outcome.offset),
});

export const isOrdered = (kind: string): boolean => kind === 'numeric' || kind === 'date';

/** @throws Refusal naming the outcomes */
export function outcomeAt(question: QuestionRow, index: number): QuestionRow['outcomes'][number] {
  const outcome = question.outcomes[index];
  if (!outcome)
    throw new Refusal(
      'not-understood',
      `Q${question.number} has no such outcome.`,
      `Its outcomes: ${question.outcomes.map(({ label }) => label).join(', ')}.`,
    );
  return outcome;
}
