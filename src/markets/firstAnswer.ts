import type { Db } from './db.ts';

/** What was answered to a delivery when it came first; null for one that nobody has answered yet. */
export async function firstAnswer(db: Db, key: string): Promise<string | null> {
  return (await db.client.invocation.findUnique({ where: { key } }))?.answer ?? null;
}
