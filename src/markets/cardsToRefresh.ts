import type { Db } from './db.ts';

/** A posted card that shows an older version of its question than stands now. */
export interface StaleCard {
  readonly id: number;
  readonly communityId: number;
  /** Number of the question within its community. */
  readonly question: number;
  /** The version that it should show: to be told to `settleCard` after the edit. */
  readonly version: number;
  /** "discord:123": the channel as an Actor has it, to read a private question by. */
  readonly where: string;
  readonly channel: string;
  readonly message: string;
  readonly postedAt: Date;
}

/**
 * Cards of one platform whose questions have changed since, oldest cards first. Several changes between two calls are one
 * edit: only the version that stands counts. Editing twice is harmless, so nothing is claimed.
 */
export async function cardsToRefresh(db: Db, platform: string, limit: number): Promise<readonly StaleCard[]> {
  // The version compare is between two tables, which Prisma's filters cannot say.
  const stale = await db.client.$queryRaw<{ id: number }[]>`
    SELECT c."id" FROM "Card" c JOIN "Question" q ON q."id" = c."questionId"
    WHERE c."platform" = ${platform} AND c."state" = 'live' AND c."version" < q."version"
    ORDER BY c."id" LIMIT ${limit}`;
  const cards = await db.client.card.findMany({
    where: { id: { in: stale.map((s) => s.id) } },
    include: { question: { select: { number: true, version: true } } },
    orderBy: { id: 'asc' },
  });
  return cards.map((c) => ({
    id: c.id,
    communityId: c.communityId,
    question: c.question.number,
    version: c.question.version,
    where: `${c.platform}:${c.channel}`,
    channel: c.channel,
    message: c.message,
    postedAt: c.postedAt,
  }));
}
