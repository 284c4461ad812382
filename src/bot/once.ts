import type { Db } from '../markets/db.ts';
import { firstAnswer } from '../markets/firstAnswer.ts';
import { keepAnswer } from '../markets/keepAnswer.ts';
import type { AnyCommand, Context } from './command.ts';
import { type Answer, readAnswer, storeAnswer } from './stored.ts';

/** What is being answered in this process, by database, member and key. */
const underWay = new WeakMap<Db, Map<string, Promise<Answer>>>();

/**
 * Answers a delivery once: one that comes again gets the first answer, waiting for it while it is being made here. When
 * the first died on the way, or another process has it, the work is done again; the services' own keys keep it from
 * counting twice, and of two answers the first that was kept stands. An answer is shown again to the same member alone.
 */
export async function once(
  context: Context,
  command: AnyCommand,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (command.reads) return work();
  const { db, actor, invocation, now } = context;
  const { key } = invocation;
  const running = underWay.get(db) ?? new Map<string, Promise<Answer>>();
  underWay.set(db, running);
  const own = `${actor.memberId}:${key}`;
  const same = running.get(own);
  if (same) return same;
  const answered = (async () => {
    const known = await firstAnswer(db, actor, key);
    if (known !== null) return readAnswer(known);
    const answer = storeAnswer(await work());
    return readAnswer(await keepAnswer(db, actor, { key, command: command.name, answer, now }));
  })();
  running.set(own, answered);
  try {
    return await answered;
  } finally {
    running.delete(own);
  }
}
