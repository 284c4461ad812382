import type { Notify } from './core/settings.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type SetNotifyInput = { change: Partial<Notify> };

/** Changes which notices a member gets. */
export async function setNotify(_db: Db, _call: Call, _input: SetNotifyInput): Promise<Notify> {
  throw new Error('being built');
}
