import type { Actor } from './core/types.ts';
import type { Db } from './db.ts';
import { faultOf } from './faults.ts';
import { firstAnswer } from './firstAnswer.ts';

export type KeepAnswerInput = {
  readonly key: string;
  readonly command: string;
  /** JSON of what was shown. */
  readonly answer: string;
  readonly now: Date;
};

/**
 * Keeps what was answered to a delivery, to be shown again if the same one comes again. Of several answers to one key, in
 * one process or many, the first stands: it is returned, and everybody shows it.
 */
export async function keepAnswer(db: Db, actor: Actor, input: KeepAnswerInput): Promise<string> {
  const { key, command, answer, now } = input;
  try {
    await db.transaction((tx) =>
      tx.invocation.create({
        data: { key, communityId: actor.communityId, memberId: actor.memberId, command, answer, at: now },
        select: { key: true },
      }),
    );
    return answer;
  } catch (error) {
    if (faultOf(error) !== 'duplicate') throw error;
    return (await firstAnswer(db, actor, key)) ?? answer;
  }
}
