import type { Actor } from './core/types.ts';
import type { Db } from './db.ts';

/** What this member was answered when the same delivery came first; null for one that nobody has answered yet. */
export async function firstAnswer(db: Db, actor: Actor, key: string): Promise<string | null> {
  const row = await db.client.invocation.findUnique({ where: { key } });
  return row?.memberId === actor.memberId ? row.answer : null;
}
