import { readSettings } from './core/settings.ts';
import { pricesOf } from './core/trading.ts';
import type { Call, Minor } from './core/types.ts';
import { whyHidden } from './core/visibility.ts';
import type { Db } from './db.ts';
import { marketOf } from './findQuestion.ts';
import { ownStanding } from './questionLines.ts';
import { visibleTo } from './visibleTo.ts';

/** Shares that a member holds on an unsettled question. */
export interface Holding {
  readonly number: number;
  readonly title: string;
  readonly outcome: number;
  readonly label: string;
  readonly shares: Minor;
  /** Null while prices are hidden from the reader. */
  readonly price: number | null;
  /** Shares times price, rounded down; where the price is hidden what was paid net, which tells nothing of it. */
  readonly worth: Minor;
}

/** A member's holdings on questions that the reader may know of. */
export async function holdings(db: Db, { actor, now }: Call, memberId: number): Promise<Holding[]> {
  const positions = await db.client.position.findMany({
    where: {
      memberId,
      shares: { gt: 0n },
      outcome: { question: { AND: [visibleTo(actor), { state: { in: ['open', 'closed'] } }] } },
    },
    include: { outcome: true },
    orderBy: { id: 'asc' },
  });
  if (positions.length === 0) return [];
  const questions = await db.client.question.findMany({
    where: { id: { in: positions.map((p) => p.outcome.questionId) } },
    include: { outcomes: { orderBy: { index: 'asc' } }, community: { select: { settings: true } } },
  });
  const readers = await ownStanding(
    db,
    actor.memberId,
    questions.map((q) => q.id),
  );
  return Promise.all(
    positions.map(async ({ shares, outcome }) => {
      const question = questions.find((q) => q.id === outcome.questionId);
      if (!question) throw new Error('a position without its question');
      const mine = readers.get(question.id);
      const { timeZone } = readSettings(question.community.settings);
      const hidden = whyHidden(
        { ...question, timeZone, hasForecast: mine !== undefined && !mine.implied },
        now,
      );
      const price = hidden === null ? (pricesOf(marketOf(question))[outcome.index] ?? null) : null;
      return {
        number: question.number,
        title: question.title,
        outcome: outcome.index,
        label: outcome.label,
        shares,
        price,
        worth:
          price === null ? await paid(db, memberId, outcome.id) : BigInt(Math.floor(Number(shares) * price)),
      };
    }),
  );
}

async function paid(db: Db, memberId: number, outcomeId: number): Promise<Minor> {
  const { _sum } = await db.client.trade.aggregate({
    where: { memberId, outcomeId },
    _sum: { points: true },
  });
  // Trades are signed from the member's side: what was paid is negative.
  return -(_sum.points ?? 0n);
}
