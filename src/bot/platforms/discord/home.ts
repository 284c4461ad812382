import { type Client, Routes } from 'discord.js';
import { z } from 'zod';
import type { Payload } from './payload.ts';

/** A server, by the name it has now. */
export const guildOf = (client: Client, id: string): { id: string; name: string } => ({
  id,
  name: client.guilds.cache.get(id)?.name ?? 'Discord server',
});

/** More servers than this are not searched for somebody who presses a button in a direct message. */
const mostServersAsked = 20;
const memberships = z.object({ roles: z.array(z.string()) });

/**
 * The server that an interaction belongs to. In a direct message it is the only one that both the person and the bot
 * are in; with several there is no telling, and nothing of one may be shown for another.
 */
export async function homeOf(
  client: Client,
  payload: Payload,
): Promise<{ id: string; name: string; roles: readonly string[] } | null> {
  if (payload.guild !== null) return { ...guildOf(client, payload.guild), roles: payload.roles };
  const guilds = [...client.guilds.cache.keys()];
  if (guilds.length > mostServersAsked) return null;
  const asked = await Promise.all(
    guilds.map(async (id) => {
      const member = await client.rest
        .get(Routes.guildMember(id, payload.user.id))
        .then((answer) => memberships.parse(answer))
        .catch(() => null);
      return member === null ? [] : [{ ...guildOf(client, id), roles: member.roles }];
    }),
  );
  const homes = asked.flat();
  return homes.length === 1 ? (homes[0] ?? null) : null;
}
