import type { CommunitySettings } from './core/settings.ts';
import type { Call, MemberRef } from './core/types.ts';
import type { Db } from './db.ts';

export type SettingsInput = { change: Partial<CommunitySettings> | null };

export type SettingsReceipt = {
  settings: CommunitySettings;
  name: string;
  admins: readonly MemberRef[];
  places: readonly { platform: string; externalId: string }[];
};

/** Reads the community's settings, or changes some of them (admins). */
export async function settings(_db: Db, _call: Call, _input: SettingsInput): Promise<SettingsReceipt> {
  throw new Error('being built');
}
