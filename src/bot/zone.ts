import { enter } from '../markets/enter.ts';
import { settings } from '../markets/settings.ts';
import type { App, Invocation } from './app.ts';

/** The time zone in which this person's community reads and shows dates: an IANA name. */
export async function timeZoneOf(app: App, who: Invocation['who']): Promise<string> {
  const now = app.clock();
  const actor = await enter(app.db, { ...who, now });
  const read = await settings(app.db, { actor, now, key: 'time zone' }, { change: null });
  return read.settings.timeZone;
}
