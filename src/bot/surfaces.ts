import { deleteInstallation, findInstallation, saveInstallation } from '../markets/installations.ts';
import type { App, Platform } from './app.ts';
import { commands } from './commands/index.ts';
import { ConfigError, type Environment } from './config.ts';
import type { Shards } from './platforms/discord/index.ts';
import type { Playground } from './platforms/playground/index.ts';
import type { OAuthConfig, SealedStore } from './platforms/slack/index.ts';

const discordApi = 'https://discord.com/api';

/** Where workspaces that installed by OAuth are kept; what is kept was sealed by the platform. */
const sealedStore = (app: App): SealedStore => {
  const at = (teamId: string) => ({ platform: 'slack', teamId });
  return {
    save: (teamId, sealed) => saveInstallation(app.db, at(teamId), sealed, app.clock()),
    find: (teamId) => findInstallation(app.db, at(teamId)),
    remove: (teamId) => deleteInstallation(app.db, at(teamId)),
  };
};

function oauthOf(app: App, env: Environment): OAuthConfig | undefined {
  if (!env.SLACK_CLIENT_ID) return undefined;
  const { SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret, SECRET_KEY: key } = env;
  if (!clientSecret || !stateSecret || !key) {
    throw new ConfigError(
      'Installing Slack by OAuth needs SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and SECRET_KEY beside SLACK_CLIENT_ID.',
    );
  }
  return {
    clientId: env.SLACK_CLIENT_ID,
    clientSecret,
    stateSecret,
    key,
    store: sealedStore(app),
    ...(env.SLACK_REDIRECT_URL ? { redirectUri: env.SLACK_REDIRECT_URL } : {}),
  };
}

async function slackOf(app: App, env: Environment): Promise<Platform | null> {
  const oauth = oauthOf(app, env);
  if (!env.SLACK_BOT_TOKEN && !oauth) return null;
  if (!env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    throw new ConfigError('Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).');
  }
  const { slackPlatform } = await import('./platforms/slack/index.ts');
  return slackPlatform(app, {
    botToken: env.SLACK_BOT_TOKEN,
    appToken: env.SLACK_APP_TOKEN,
    signingSecret: env.SLACK_SIGNING_SECRET,
    port: env.SLACK_PORT,
    apiUrl: env.SLACK_API_URL ?? 'https://slack.com/api/',
    oauth,
  });
}

/** The surfaces that run, and the playground among them, if it does. */
export interface Surfaces {
  readonly platforms: readonly Platform[];
  readonly playground: Playground | null;
}

/** Registers the slash commands with Discord, where it has others. */
export async function registerDiscord(env: Environment): Promise<{ changed: boolean; total: number }> {
  if (!env.DISCORD_TOKEN) throw new ConfigError('Set DISCORD_TOKEN: commands are registered with it.');
  const { registerCommands } = await import('./platforms/discord/index.ts');
  return registerCommands(commands, {
    token: env.DISCORD_TOKEN,
    apiUrl: env.DISCORD_API_URL ?? discordApi,
    guildId: env.DISCORD_GUILD ?? null,
  });
}

/** Several processes for Discord, where it needs them; null where this process does everything itself. */
export async function shardsOf(env: Environment, script: string): Promise<Shards | null> {
  if (!env.DISCORD_TOKEN || env.SHARDS !== undefined) return null;
  const { startShards } = await import('./platforms/discord/index.ts');
  return startShards({
    token: env.DISCORD_TOKEN,
    apiUrl: env.DISCORD_API_URL ?? discordApi,
    sharedDatabase: /^postgres(ql)?:/.test(env.DATABASE_URL ?? ''),
    script,
    args: ['start'],
  });
}

async function discordOf(app: App, env: Environment): Promise<Platform | null> {
  if (!env.DISCORD_TOKEN) return null;
  const { discordPlatform } = await import('./platforms/discord/index.ts');
  return discordPlatform(app, {
    token: env.DISCORD_TOKEN,
    apiUrl: env.DISCORD_API_URL ?? discordApi,
    guildId: env.DISCORD_GUILD ?? null,
  });
}

/**
 * The surfaces whose tokens are set; the playground where none is, or where PLAYGROUND=on asks for it. Each is loaded only
 * when it runs: discord.js and Bolt cost a second and 60 MB that the others need not pay.
 */
export async function surfacesOf(app: App, env: Environment): Promise<Surfaces> {
  const discord = await discordOf(app, env);
  // Of several processes for Discord the first one alone serves the other surfaces.
  if (discord && env.SHARDS !== undefined && env.SHARDS !== '0')
    return { platforms: [discord], playground: null };
  const chats = [discord, await slackOf(app, env)].filter((platform) => platform !== null);
  const wanted = env.PLAYGROUND === 'on' || (chats.length === 0 && env.PLAYGROUND !== 'off');
  if (chats.length === 0 && !wanted) {
    throw new ConfigError(
      'No surface is left: set DISCORD_TOKEN or SLACK_BOT_TOKEN, or leave PLAYGROUND on.',
    );
  }
  if (!wanted) return { platforms: chats, playground: null };
  const { playgroundPlatform } = await import('./platforms/playground/index.ts');
  const playground = playgroundPlatform(app, env.PORT);
  return { platforms: [...chats, playground], playground };
}
