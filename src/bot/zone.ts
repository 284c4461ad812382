import { enterCommunity } from '../markets/enter.ts';
import type { App, Invocation } from './app.ts';

/** The time zone in which this person's community reads and shows dates: an IANA name. */
export async function timeZoneOf(app: App, who: Invocation['who']): Promise<string> {
  const { settings } = await enterCommunity(app.db, { ...who, now: app.clock() });
  return settings.timeZone;
}
