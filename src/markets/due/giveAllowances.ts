import { economyOf } from '../core/economy.ts';
import { points } from '../core/money.ts';
import { transfer } from '../core/postings.ts';
import { nextScheduled } from '../core/schedule.ts';
import type { Db, Tx } from '../db.ts';
import { houseAccount, post } from '../ledger.ts';
import type { DueCommunity } from './communities.ts';
import { type Deed, doOnce } from './doOnce.ts';
import { each } from './each.ts';

/** Monday 00:00 local time. */
const weekly = { weekday: 1, hour: 0, minute: 0 };
/** Longer gaps than this are not made up for, so that an old copy of a database does not mint years of points. */
const most = 8;

/** Gives every active member their weekly points; weeks in which the program was down are made up for. Answers how many weeks. */
export async function giveAllowances(
  db: Db,
  communities: readonly DueCommunity[],
  now: Date,
): Promise<number> {
  const due: { community: DueCommunity; at: Date }[] = [];
  for (const community of communities) {
    const { timeZone } = community.settings;
    const weeks: Date[] = [];
    let week = nextScheduled(weekly, timeZone, community.lastAllowance ?? community.createdAt);
    for (; week <= now; week = nextScheduled(weekly, timeZone, week)) weeks.push(week);
    due.push(...weeks.slice(-most).map((at) => ({ community, at })));
  }
  return each(due, ({ community, at }) => {
    const deed: Deed = {
      key: `allowance:${community.id}:${at.toISOString()}`,
      communityId: community.id,
      act: 'allowance',
      subject: `community:${community.id}`,
      at,
    };
    return doOnce(db, deed, (tx) => give(tx, community, deed));
  });
}

async function give(tx: Tx, community: DueCommunity, { key, at }: Deed): Promise<void> {
  const amount = points(economyOf(community.settings).weeklyAllowance);
  if (amount === 0n) return;
  const accounts = await tx.account.findMany({
    where: {
      communityId: community.id,
      kind: 'member',
      // Who came later has the starting grant.
      member: { active: true, practice: false, createdAt: { lt: at } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, memberId: true },
  });
  if (accounts.length === 0) return;
  const house = await houseAccount(tx, community.id);
  await post(tx, {
    communityId: community.id,
    key,
    kind: 'allowance',
    questionId: null,
    byId: null,
    at,
    practice: false,
    lines: accounts.flatMap((account) => transfer('points', amount, house, account)),
  });
}
