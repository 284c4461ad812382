import type { Db, Tx } from '../db.ts';
import { faultOf } from '../faults.ts';

export interface Deed {
  /** Names what is due and for when: several processes that find it due at once do it once. */
  readonly key: string;
  readonly communityId: number;
  readonly act: string;
  readonly subject: string;
  readonly at: Date;
}

/**
 * Does a due deed with its audit row in one transaction, unless that row is there already: then it has been done, by this
 * process or another. Answers whether it was done now.
 */
export async function doOnce(db: Db, deed: Deed, work: (tx: Tx) => Promise<void>): Promise<boolean> {
  try {
    return await db.transaction(async (tx) => {
      if (await tx.audit.findUnique({ where: { key: deed.key }, select: { id: true } })) return false;
      await tx.audit.create({ data: deed });
      await work(tx);
      return true;
    });
  } catch (error) {
    if (faultOf(error) === 'duplicate' && (await db.client.audit.findUnique({ where: { key: deed.key } })))
      return false;
    throw error;
  }
}

/** Those of the deeds that nobody has done yet: one query instead of a transaction for each. */
export async function undone<T extends Deed>(db: Db, deeds: readonly T[]): Promise<T[]> {
  const done = new Set<string | null>();
  for (let i = 0; i < deeds.length; i += 500) {
    const rows = await db.client.audit.findMany({
      where: { key: { in: deeds.slice(i, i + 500).map((d) => d.key) } },
      select: { key: true },
    });
    for (const { key } of rows) done.add(key);
  }
  return deeds.filter((d) => !done.has(d.key));
}
