import { emptyTotals, type MemberTotals } from '../scoring/index.ts';
import type { Tx } from './db.ts';
import { memberTotalsSchema } from './totals.ts';

/** One member's totals of all time and all tags; empty while nothing of theirs has been resolved. */
export async function memberTotals(
  db: Tx,
  { communityId, memberId }: { communityId: number; memberId: number },
): Promise<MemberTotals> {
  const row = await db.total.findUnique({
    where: {
      communityId_window_tag_subject: { communityId, window: 'all', tag: '', subject: `member:${memberId}` },
    },
  });
  return row ? memberTotalsSchema.parse(JSON.parse(row.sums)) : emptyTotals();
}
