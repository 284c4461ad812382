import { auditTotals } from './auditTotals.ts';
import { outcomeOf } from './core/postings.ts';
import type { Minor } from './core/types.ts';
import type { Db } from './db.ts';

export interface AuditReport {
  /** What was compared, by name. */
  readonly checked: Readonly<Record<string, number>>;
  /** Every difference found, in words; none in a sound database. */
  readonly differences: readonly string[];
}

/**
 * Recomputes every balance, position and outstanding share from the postings, every order from its trades and every total
 * from its scores, and compares them with what is kept. Reads only.
 */
export async function audit(db: Db): Promise<AuditReport> {
  return db.transaction(async (tx) => {
    const differences: string[] = [];
    const differ = (what: string, kept: Minor, computed: Minor) => {
      if (kept !== computed) differences.push(`${what}: ${kept} is kept, the postings make it ${computed}`);
    };

    const bySums = await tx.entry.groupBy({ by: ['postingId', 'asset'], _sum: { amount: true } });
    for (const { postingId, asset, _sum } of bySums)
      differ(`posting ${postingId}, ${asset}`, 0n, _sum.amount ?? 0n);

    const accounts = await tx.account.findMany({ orderBy: { id: 'asc' } });
    const byAccount = await tx.entry.groupBy({ by: ['accountId', 'asset'], _sum: { amount: true } });
    const booked = new Map(byAccount.map((row) => [`${row.accountId} ${row.asset}`, row._sum.amount ?? 0n]));
    for (const { id, kind, balance } of accounts) {
      differ(`balance of ${kind} account ${id}`, balance, booked.get(`${id} points`) ?? 0n);
      if (kind !== 'house' && balance < 0n) differences.push(`account ${id} is below zero: ${balance}`);
    }

    const members = new Map(accounts.map(({ id, memberId }) => [id, memberId]));
    const held = new Map<string, Minor>();
    const outstanding = new Map<number, Minor>();
    for (const { accountId, asset, _sum } of byAccount) {
      const outcome = outcomeOf(asset === 'points' ? 'points' : `share:${Number(asset.slice(6))}`);
      if (outcome === null) continue;
      const memberId = members.get(accountId) ?? null;
      const amount = _sum.amount ?? 0n;
      if (memberId === null) outstanding.set(outcome, (outstanding.get(outcome) ?? 0n) - amount);
      else held.set(`${memberId} ${outcome}`, amount);
    }
    const positions = await tx.position.findMany();
    for (const { memberId, outcomeId, shares } of positions) {
      const key = `${memberId} ${outcomeId}`;
      differ(`position of member ${memberId} in outcome ${outcomeId}`, shares, held.get(key) ?? 0n);
      held.delete(key);
    }
    for (const [key, shares] of held) differ(`position ${key} that is not kept`, 0n, shares);

    const questions = await tx.question.findMany({ include: { outcomes: true, account: true } });
    for (const { id, state, outcomes, account } of questions) {
      if (!account) {
        differences.push(`question ${id} has no account`);
        continue;
      }
      let most = 0n;
      for (const outcome of outcomes) {
        differ(
          `outstanding shares of outcome ${outcome.id}`,
          outcome.shares,
          outstanding.get(outcome.id) ?? 0n,
        );
        if (outcome.shares > most) most = outcome.shares;
      }
      const settled = state === 'resolved' || state === 'annulled';
      if (account.balance < most)
        differences.push(`question ${id} holds ${account.balance} and may have to pay ${most}`);
      if (settled && (account.balance !== 0n || most !== 0n))
        differences.push(
          `question ${id} is settled and still holds ${account.balance}, ${most} shares are out`,
        );
    }

    const trades = await tx.trade.groupBy({ by: ['postingId', 'memberId'], _sum: { points: true } });
    const paid = await tx.entry.findMany({
      where: { asset: 'points', posting: { kind: 'trade' }, account: { kind: 'member' } },
      select: { postingId: true, amount: true, account: { select: { memberId: true } } },
    });
    const entries = new Map(paid.map((row) => [`${row.postingId} ${row.account.memberId}`, row.amount]));
    for (const { postingId, memberId, _sum } of trades)
      differ(
        `trades of posting ${postingId} by member ${memberId}`,
        _sum.points ?? 0n,
        entries.get(`${postingId} ${memberId}`) ?? 0n,
      );

    const orders = await tx.limitOrder.findMany({ include: { trades: { select: { points: true } } } });
    for (const order of orders)
      differ(`order ${order.id}`, order.spent, -order.trades.reduce((sum, { points }) => sum + points, 0n));

    const totals = await auditTotals(tx);
    return {
      checked: {
        postings: new Set(bySums.map(({ postingId }) => postingId)).size,
        accounts: accounts.length,
        positions: positions.length,
        questions: questions.length,
        orders: orders.length,
        totals: totals.checked,
      },
      differences: [...differences, ...totals.differences],
    };
  });
}
