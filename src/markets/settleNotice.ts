import type { ClaimedNotice } from './claimNotices.ts';
import { retryAt } from './core/retry.ts';
import type { Db } from './db.ts';

/** What became of it: delivered; never to be delivered (deleted channel, closed direct messages); or not now. */
export type NoticeOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'gone'; readonly why: string }
  /** Overtaken: what it was to tell is no longer so, and nobody misses it. */
  | { readonly outcome: 'moot'; readonly why: string }
  | { readonly outcome: 'later'; readonly seconds: number; readonly why: string };

/**
 * Notes what became of a claimed notice. `later` is tried again after growing pauses and given up after the last; what was
 * given up is listed in the settings with its reason. A claim that was lost meanwhile changes nothing.
 */
export async function settleNotice(
  db: Db,
  notice: Pick<ClaimedNotice, 'id' | 'claim'>,
  result: NoticeOutcome,
  now: Date,
): Promise<void> {
  const where = { id: notice.id, claimedBy: notice.claim, state: 'waiting' };
  await db.transaction(async (tx) => {
    if (result.outcome === 'sent') {
      await tx.notice.updateMany({
        where,
        data: { state: 'sent', sentAt: now, claimedUntil: null, error: null },
      });
      return;
    }
    const row = await tx.notice.findFirst({ where, select: { attempts: true } });
    if (!row) return;
    const attempts = row.attempts + 1;
    const again = result.outcome === 'later' ? retryAt(attempts, result.seconds, now) : null;
    await tx.notice.updateMany({
      where,
      data: {
        attempts,
        error: result.why.slice(0, 500),
        claimedBy: null,
        claimedUntil: null,
        ...(again ? { dueAt: again } : { state: result.outcome === 'moot' ? 'moot' : 'failed' }),
      },
    });
  });
}
