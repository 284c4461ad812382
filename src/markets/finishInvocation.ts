import type { Db } from './db.ts';

/** Keeps what was answered (JSON of a View), to be shown again if the same delivery comes again. The first answer stands. */
export async function finishInvocation(db: Db, key: string, answer: string): Promise<void> {
  await db.transaction((tx) => tx.invocation.updateMany({ where: { key, answer: null }, data: { answer } }));
}
