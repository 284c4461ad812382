import type { Db } from '../db.ts';

/** No platform delivers anything again after a week. */
const kept = 7 * 86_400_000;

/** Forgets deliveries that cannot come again, and codes that have expired. Answers how many. */
export async function forgetDeliveries(db: Db, now: Date): Promise<number> {
  const old = { lt: new Date(now.getTime() - kept) };
  const any = await db.client.invocation.findFirst({ where: { at: old }, select: { key: true } });
  if (!any) return 0;
  return db.transaction(async (tx) => {
    await tx.linkCode.deleteMany({ where: { expiresAt: { lt: now } } });
    const { count } = await tx.invocation.deleteMany({ where: { at: old } });
    return count;
  });
}
