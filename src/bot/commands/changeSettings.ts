import type { CommunitySettings } from '../../markets/core/settings.ts';
import { settings } from '../../markets/settings.ts';
import type { Context } from '../command.ts';
import type { View } from '../view.ts';
import { settingsView } from '../views/settings.ts';

/** Makes some changes and shows how everything stands then, in the time zone that holds then. */
export async function change(context: Context, changes: Partial<CommunitySettings>): Promise<View> {
  const receipt = await settings(context.db, context.call, { change: changes });
  return settingsView(receipt, true, { now: context.now, timeZone: receipt.settings.timeZone });
}
