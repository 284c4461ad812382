import { type Notify, notifySchema, readNotify } from './core/settings.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type SetNotifyInput = { change: Partial<Notify> };

/** Changes which notices a member gets. */
export async function setNotify(db: Db, call: Call, input: SetNotifyInput): Promise<Notify> {
  const where = { id: call.actor.memberId, communityId: call.actor.communityId };
  return db.transaction(async (tx) => {
    // Written once without a change: this locks the row, so that two changes at once both count.
    const member = await tx.member.update({ where, data: { active: true } });
    const next = notifySchema.parse({ ...readNotify(member.notify), ...input.change });
    await tx.member.update({ where, data: { notify: JSON.stringify(next) } });
    return next;
  });
}
