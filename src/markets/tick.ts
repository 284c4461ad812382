import type { Reading } from './addArticle.ts';
import type { Db } from './db.ts';
import { checkFeeds } from './due/checkFeeds.ts';
import { closeQuestions } from './due/closeQuestions.ts';
import { dueCommunities } from './due/communities.ts';
import { expireOrders } from './due/expireOrders.ts';
import { forgetDeliveries } from './due/forgetDeliveries.ts';
import { giveAllowances } from './due/giveAllowances.ts';
import { postLeaderboards } from './due/postLeaderboards.ts';
import { writeDigests } from './due/writeDigests.ts';

export type TickReceipt = {
  readonly closed: number;
  readonly expired: number;
  readonly allowances: number;
  readonly leaderboards: number;
  readonly digests: number;
  readonly feeds: number;
  readonly forgotten: number;
  /** What went wrong, by the name of the work; the rest was done nevertheless. */
  readonly failures: readonly { readonly work: string; readonly error: unknown }[];
};

/**
 * Does all work that time has made due, found by queries over state: what was missed while nothing ran is done by the first
 * tick afterwards, and of several processes that tick at once each thing is done by one. Call it every few seconds.
 */
export async function tick(db: Db, now: Date, reading: Reading = {}): Promise<TickReceipt> {
  const failures: { work: string; error: unknown }[] = [];
  // A bug in one kind of work must not hold up the others for ever.
  const guarded = async (work: string, run: () => Promise<number>): Promise<number> => {
    try {
      return await run();
    } catch (error) {
      failures.push({ work, error });
      return 0;
    }
  };
  const communities = await dueCommunities(db);
  return {
    closed: await guarded('closing questions', () => closeQuestions(db, now)),
    expired: await guarded('expiring orders', () => expireOrders(db, now)),
    allowances: await guarded('allowances', () => giveAllowances(db, communities, now)),
    leaderboards: await guarded('leaderboards', () => postLeaderboards(db, communities, now)),
    digests: await guarded('digests', () => writeDigests(db, communities, now)),
    feeds: await guarded('feeds', () => checkFeeds(db, now, reading)),
    forgotten: await guarded('deliveries', () => forgetDeliveries(db, now)),
    failures,
  };
}
