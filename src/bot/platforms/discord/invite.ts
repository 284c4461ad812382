import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What the bot does on a server, and nothing else: show cards and charts, and open a thread under a question. */
const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles;

/** The address at which an admin adds the bot to a server, with the least permissions. */
export function inviteLink(clientId: string): string {
  const query = new URLSearchParams({
    client_id: clientId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
