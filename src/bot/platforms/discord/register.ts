import { REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import type { AnyCommand } from '../../command.ts';
import { slashCommands } from './commands.ts';

/** What Discord adds to a command by itself, and what it leaves out when it has its default value. */
const added = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'handler']);
const isDefault = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** A command reduced to what it says, so that ours and Discord's own record of it can be compared. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, v]) => !added.has(key) && !isDefault(v) && !(key === 'description' && v === ''))
      .map(([key, v]) => [key, canonical(v)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** True when Discord already has exactly these commands, in whatever order it tells them. */
export function sameCommands(
  ours: readonly RESTPostAPIApplicationCommandsJSONBody[],
  theirs: readonly unknown[],
): boolean {
  const told = (list: readonly unknown[]) => list.map((one) => JSON.stringify(canonical(one))).sort();
  return JSON.stringify(told(ours)) === JSON.stringify(told(theirs));
}

/**
 * Registers all commands when Discord has others, and does nothing when it has these. With a guild they are registered
 * there alone, where a change shows at once: for development.
 */
export async function registerWith(
  rest: REST,
  commands: readonly AnyCommand[],
  guildId: string | null,
): Promise<{ changed: boolean; total: number }> {
  const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
  const route =
    guildId === null ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const ours = slashCommands(commands);
  const theirs = z
    .array(z.unknown())
    .parse(await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }));
  const changed = !sameCommands(ours, theirs);
  if (changed) await rest.put(route, { body: ours });
  return { changed, total: ours.length };
}

/** The same from a token, for the command line. */
export async function registerCommands(
  commands: readonly AnyCommand[],
  config: { token: string; apiUrl: string; guildId: string | null },
): Promise<{ changed: boolean; total: number }> {
  const rest = new REST({ api: config.apiUrl, version: '10' }).setToken(config.token);
  return registerWith(rest, commands, config.guildId);
}
