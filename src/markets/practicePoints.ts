import { transfer } from './core/postings.ts';
import type { Call, Minor } from './core/types.ts';
import type { Tx } from './db.ts';
import { houseAccount, post } from './ledger.ts';

/**
 * Makes the ledger right without the practice postings, which are about to go: balances of accounts that stay lose what these
 * gave them, and real members get the same again from the house by a posting that stays. So nobody's balance changes, and an
 * audit of what is left adds up. The one place beside `post` that writes balances, because it takes postings away.
 */
export async function takeBackPracticePoints(tx: Tx, { actor, now, key }: Call): Promise<void> {
  const { communityId } = actor;
  const sums = await tx.entry.groupBy({
    by: ['accountId'],
    where: { asset: 'points', posting: { communityId, practice: true } },
    _sum: { amount: true },
  });
  const accounts = await tx.account.findMany({
    where: {
      id: { in: sums.map((s) => s.accountId) },
      OR: [{ kind: 'house' }, { kind: 'member', member: { practice: false } }],
    },
    orderBy: { id: 'asc' },
  });
  const house = await houseAccount(tx, communityId);
  for (const account of accounts) {
    const net: Minor = sums.find((s) => s.accountId === account.id)?._sum.amount ?? 0n;
    const keep = transfer('points', net, house, account);
    const postKept = async (): Promise<void> => {
      if (account.kind !== 'member' || keep.length === 0) return;
      await post(tx, {
        communityId,
        key: `${key}:practice:${account.id}`,
        kind: 'practice',
        questionId: null,
        byId: actor.memberId,
        at: now,
        practice: false,
        lines: keep,
      });
    };
    const takeBack = () =>
      tx.account.update({ where: { id: account.id }, data: { balance: { decrement: net } } });
    // Whichever adds to the balance goes first: it never passes below zero.
    if (net > 0n) {
      await postKept();
      await takeBack();
    } else {
      await takeBack();
      await postKept();
    }
  }
}
