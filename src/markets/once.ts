import type { z } from 'zod';
import type { Call } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { sql } from './sql.ts';

export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? inner.toString() : inner));

/**
 * Does something once per `call.key`, leaves an audit row of it in the same transaction, and answers the facts of what was
 * done. A delivery that comes again, even at the same moment, finds the key taken, has no effect and gets the same facts.
 *
 * @param facts how the facts are read back; bigints are kept as strings
 * @param work the effect; `subject` says what it was done to, "question:7"
 */
export async function once<S extends z.ZodType>(
  db: Db,
  call: Call,
  act: string,
  facts: S,
  work: (tx: Tx) => Promise<{ subject: string; facts: z.infer<S> }>,
): Promise<z.infer<S>> {
  const { actor, key, now } = call;
  try {
    return await db.transaction(async (tx) => {
      const done = await work(tx);
      const detail = toJson(done.facts);
      await tx.$executeRaw(sql`
        INSERT INTO "Audit" ("communityId", "memberId", "key", "act", "subject", "detail", "at")
        VALUES (${actor.communityId}, ${actor.memberId}, ${key}, ${act}, ${done.subject}, ${detail}, ${now})`);
      return facts.parse(JSON.parse(detail));
    });
  } catch (error) {
    // The first delivery may be why the second fails: the key is taken, or the question is closed, or the points are spent.
    const earlier = await db.client.audit.findUnique({ where: { key } }).catch(() => null);
    if (earlier?.act === act) return facts.parse(JSON.parse(earlier.detail));
    throw error;
  }
}
