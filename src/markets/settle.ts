import type { AccountRef, Line, PostingKind } from './core/postings.ts';
import { share, transfer } from './core/postings.ts';
import { payout, settle } from './core/settlement.ts';
import type { Minor } from './core/types.ts';
import type { Tx } from './db.ts';
import type { QuestionRow } from './findQuestion.ts';
import { houseAccount, post } from './ledger.ts';

const settlements: readonly PostingKind[] = ['payout', 'refund', 'reversal'];

/** A member as a settlement sees them. All amounts in minor units. */
export interface Stakeholder {
  readonly account: AccountRef & { readonly memberId: number; readonly balance: Minor };
  /** By outcome index. */
  readonly shares: readonly Minor[];
  /** Put in by trades, less what trades took out; negative for who sold at a gain. */
  readonly net: Minor;
  /** From settlements so far, less what was taken back. */
  readonly received: Minor;
}

/** Everybody who ever traded on a question. */
export async function stakeholders(tx: Tx, question: QuestionRow): Promise<Stakeholder[]> {
  const members = { kind: 'member', entries: { some: { posting: { questionId: question.id } } } };
  const sums = (kinds: readonly PostingKind[]) =>
    tx.entry.groupBy({
      by: ['accountId'],
      where: { asset: 'points', posting: { questionId: question.id, kind: { in: [...kinds] } } },
      _sum: { amount: true },
    });
  const accounts = await tx.account.findMany({
    where: members,
    select: { id: true, memberId: true, balance: true },
    orderBy: { id: 'asc' },
  });
  const traded = await sums(['trade']);
  const settled = await sums(settlements);
  const positions = await tx.position.findMany({
    where: { shares: { gt: 0 }, outcome: { questionId: question.id } },
    select: { memberId: true, outcomeId: true, shares: true },
  });
  const byAccount = (rows: typeof traded) =>
    new Map(rows.map((row) => [row.accountId, row._sum.amount ?? 0n]));
  const net = byAccount(traded);
  const received = byAccount(settled);
  const index = new Map(question.outcomes.map((outcome) => [outcome.id, outcome.index]));
  const held = new Map<number, Minor[]>();
  for (const { memberId, outcomeId, shares } of positions) {
    const own = held.get(memberId) ?? question.outcomes.map(() => 0n);
    own[index.get(outcomeId) ?? 0] = shares;
    held.set(memberId, own);
  }
  return accounts.flatMap(({ id, memberId, balance }) =>
    memberId === null
      ? []
      : [
          {
            account: { id, memberId, balance },
            shares: held.get(memberId) ?? question.outcomes.map(() => 0n),
            net: -(net.get(id) ?? 0n),
            received: received.get(id) ?? 0n,
          },
        ],
  );
}

/** What a resolution owes each holder. */
export const dueByWeights = (
  holders: readonly Stakeholder[],
  weights: readonly Minor[],
): Map<number, Minor> =>
  new Map(holders.map(({ account, shares }) => [account.memberId, payout(shares, weights)]));

/** What annulling owes each holder: what they put in net of what they took out. */
export const dueByRefund = (holders: readonly Stakeholder[]): Map<number, Minor> =>
  new Map(holders.map(({ account, net }) => [account.memberId, net]));

/** The most that one outcome would pay somebody more than another: what they have at stake. */
export const exposure = (shares: readonly Minor[]): Minor => {
  const sorted = [...shares].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return (sorted[sorted.length - 1] ?? 0n) - (sorted[0] ?? 0n);
};

interface Booking {
  readonly key: string;
  readonly byId: number | null;
  readonly now: Date;
}

/**
 * Takes all shares in, pays everybody what is due, and leaves the rest with the house. Answers what each member got (> 0)
 * or gave back (< 0).
 */
export async function payAll(
  tx: Tx,
  question: QuestionRow,
  kind: 'payout' | 'refund',
  holders: readonly Stakeholder[],
  due: ReadonlyMap<number, Minor>,
  { key, byId, now }: Booking,
): Promise<Map<number, Minor>> {
  const pool = question.account;
  const house = await houseAccount(tx, question.communityId);
  const lines: Line[] = [];
  const paid = new Map<number, Minor>();
  let left = pool.balance;
  for (const { account, shares, received } of holders) {
    const amount = settle({ due: due.get(account.memberId) ?? 0n, received, balance: account.balance });
    paid.set(account.memberId, amount);
    left -= amount;
    lines.push(...transfer('points', amount, pool, account));
    for (const outcome of question.outcomes)
      lines.push(...transfer(share(outcome.id), shares[outcome.index] ?? 0n, account, pool));
  }
  lines.push(...transfer('points', left, pool, house));
  await post(tx, {
    communityId: question.communityId,
    key: `${key}:${kind}`,
    kind,
    questionId: question.id,
    byId,
    at: now,
    practice: question.practice,
    lines,
  });
  return paid;
}

/** Takes the last settlement back: shares return to who held them, the pool gets its points, members give back what they can. */
export async function reverseAll(
  tx: Tx,
  question: QuestionRow,
  holders: readonly Stakeholder[],
  { key, byId, now }: Booking,
): Promise<void> {
  const pool = question.account;
  const house = await houseAccount(tx, question.communityId);
  const last = await tx.posting.findFirst({
    where: { questionId: question.id, kind: { in: ['payout', 'refund'] }, reversedBy: null },
    orderBy: { id: 'desc' },
    select: { id: true, entries: { select: { accountId: true, asset: true, amount: true } } },
  });
  if (!last) throw new Error(`question ${question.id} is settled without a settlement`);
  const poolLost = last.entries
    .filter(({ accountId, asset }) => accountId === pool.id && asset === 'points')
    .reduce((sum, { amount }) => sum - amount, 0n);
  const members = new Map(holders.map(({ account }) => [account.id, account]));
  const lines: Line[] = [...transfer('points', poolLost, house, pool)];
  for (const { account, received } of holders) {
    const amount = settle({ due: 0n, received, balance: account.balance });
    lines.push(...transfer('points', amount, house, account));
  }
  for (const { id, index } of question.outcomes) {
    const asset = share(id);
    for (const entry of last.entries.filter((line) => line.asset === asset)) {
      const account = members.get(entry.accountId);
      if (account) lines.push(...transfer(asset, -entry.amount, pool, account));
      else if (entry.accountId !== pool.id) throw new Error(`outcome ${index} was held by no member`);
    }
  }
  await post(tx, {
    communityId: question.communityId,
    key: `${key}:reversal`,
    kind: 'reversal',
    questionId: question.id,
    byId,
    at: now,
    practice: question.practice,
    reversesId: last.id,
    lines,
  });
}
