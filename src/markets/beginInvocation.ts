import type { Actor } from './core/types.ts';
import type { Db } from './db.ts';
import { faultOf } from './faults.ts';

export type BeginInvocationInput = { readonly key: string; readonly command: string; readonly now: Date };

/**
 * `first`: nobody has seen this delivery, go on. `answered`: it came before and this is what was shown. `running`: it came
 * before and is still being worked on (or died on the way: the services' own keys make a second run harmless).
 */
export type InvocationState =
  | { readonly state: 'first' }
  | { readonly state: 'answered'; readonly answer: string }
  | { readonly state: 'running'; readonly since: Date };

/** Notes that a delivery arrived. Of several deliveries with one key, in one process or many, exactly one is the first. */
export async function beginInvocation(
  db: Db,
  actor: Actor,
  { key, command, now }: BeginInvocationInput,
): Promise<InvocationState> {
  const known = await db.client.invocation.findUnique({ where: { key } });
  if (known) return stateOf(known);
  try {
    await db.transaction((tx) =>
      tx.invocation.create({
        data: { key, communityId: actor.communityId, memberId: actor.memberId, command, at: now },
      }),
    );
    return { state: 'first' };
  } catch (error) {
    if (faultOf(error) !== 'duplicate') throw error;
    return stateOf(await db.client.invocation.findUniqueOrThrow({ where: { key } }));
  }
}

const stateOf = (row: { answer: string | null; at: Date }): InvocationState =>
  row.answer === null ? { state: 'running', since: row.at } : { state: 'answered', answer: row.answer };
