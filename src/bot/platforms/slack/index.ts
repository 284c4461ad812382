import { AuthorizationError, App as Bolt, HTTPReceiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import { z } from 'zod';
import type { App, Platform } from '../../app.ts';
import { home } from '../../home.ts';
import { drawChart } from '../../views/charts.ts';
import { delivery } from './delivery.ts';
import type { Desk } from './desk.ts';
import { listen } from './listeners.ts';
import { slackLogger } from './logger.ts';
import { botScopes } from './manifest.ts';
import { metadata } from './metadata.ts';
import { takenUp } from './once.ts';
import { people } from './people.ts';
import { strictReceiver } from './receiver.ts';
import { sealer } from './seal.ts';
import { slackError } from './send.ts';
import { slackWords } from './words.ts';
import {
  installationStore,
  installed,
  type OAuthConfig,
  type Workspace,
  type Workspaces,
  workspace,
} from './workspaces.ts';

export type { OAuthConfig, SealedStore } from './workspaces.ts';

export interface SlackConfig {
  /** `xoxb-...`: one workspace. Without it `oauth` serves many. */
  readonly botToken?: string | undefined;
  /** `xapp-...`: Socket Mode, no address of one's own needed. Without it requests come over signed HTTP. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** For signed HTTP, and for the pages of an installation. Default 3000. */
  readonly port?: number | undefined;
  /** Address to listen on. Default: all. */
  readonly host?: string | undefined;
  /** `https://slack.com/api/`, or a counterpart. */
  readonly apiUrl: string;
  readonly oauth?: OAuthConfig | undefined;
}

const identitySchema = z.object({
  team_id: z.string(),
  team: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
});
type Identity = z.infer<typeof identitySchema>;

const refusedToken = (error: unknown): never => {
  throw new Error(`Slack does not take the bot token: ${slackError(error) ?? String(error)}`, {
    cause: error,
  });
};

/** Longest that a stop waits for what was begun. */
const patience = 10_000;

/**
 * Slack over Socket Mode (with an app token) or signed HTTP (with a signing secret); one workspace by its token, or many
 * by OAuth. Throws when the configuration lacks what the chosen way needs.
 */
export function slackPlatform(app: App, config: SlackConfig): Platform {
  const log = app.log.child({ platform: 'slack' });
  const logger = slackLogger(log);
  const clientOptions: webApi.WebClientOptions = { slackApiUrl: config.apiUrl, logger, timeout: 10_000 };
  const { oauth, botToken } = config;
  if ((botToken === undefined) === (oauth === undefined))
    throw new Error('Slack needs either a bot token or an OAuth configuration.');
  const store = oauth === undefined ? undefined : installationStore(oauth.store, sealer(oauth.key));

  let own: { readonly workspace: Workspace; readonly identity: Identity } | null = null;
  const single: Workspaces = {
    get: async (teamId) =>
      teamId === null || teamId === own?.workspace.id ? (own?.workspace ?? null) : null,
    forget: () => undefined,
  };
  const workspaces = store === undefined ? single : installed(store, clientOptions, Date.now);

  const desk: Desk = {
    app,
    log,
    workspaces,
    people: people(log, Date.now),
    forms: metadata(Date.now),
    pictures: {
      draw: drawChart,
      log,
      known: new Map(),
    },
    home: (who) => home(app, who),
    removed: async (teamId) => oauth?.store.remove(teamId),
    origins: new Set(['https://hooks.slack.com', 'https://files.slack.com', new URL(config.apiUrl).origin]),
    words: slackWords(app.commands),
    first: takenUp(Date.now),
    begun: new Set(),
  };

  const installing =
    oauth === undefined || store === undefined
      ? {}
      : {
          clientId: oauth.clientId,
          clientSecret: oauth.clientSecret,
          stateSecret: oauth.stateSecret,
          scopes: [...botScopes],
          installationStore: store,
          ...(oauth.redirectUri === undefined ? {} : { redirectUri: oauth.redirectUri }),
        };
  const installerOptions = {
    clientOptions,
    directInstall: true,
    port: config.port ?? 3000,
    ...(config.apiUrl.startsWith('https://slack.com/')
      ? {}
      : { authorizationUrl: new URL('/oauth/v2/authorize', config.apiUrl).href }),
    ...(oauth?.redirectUri === undefined ? {} : { redirectUriPath: new URL(oauth.redirectUri).pathname }),
  };
  const receiver = receiverOf();
  const bolt = new Bolt({
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    ...(store === undefined ? { authorize } : {}),
  });
  bolt.error(async (error) => {
    // Bolt's receivers answer 401 to what nobody may ask.
    if (error instanceof AuthorizationError) {
      log.warn({ err: error }, 'refused a Slack request of a workspace where the app is not installed');
      throw error;
    }
    log.error({ err: error }, 'a Slack request failed');
  });
  listen(bolt, desk);

  function receiverOf(): HTTPReceiver | SocketModeReceiver {
    if (config.appToken !== undefined)
      return new SocketModeReceiver({ appToken: config.appToken, logger, installerOptions, ...installing });
    if (config.signingSecret === undefined || config.signingSecret === '')
      throw new Error('Slack needs an app token (Socket Mode) or a signing secret (HTTP).');
    return strictReceiver(
      { signingSecret: config.signingSecret, logger, installerOptions, ...installing },
      log,
      Date.now,
    );
  }

  async function authorize({ teamId }: { teamId?: string | undefined }) {
    if (own === null || teamId !== own.workspace.id) throw new Error(`Workspace ${teamId} is not ours`);
    const { identity } = own;
    return { botToken: botToken ?? '', botId: identity.bot_id, botUserId: identity.user_id, teamId };
  }

  async function finishBegun(): Promise<void> {
    const timer = new AbortController();
    const late = new Promise<void>((resolve) => {
      const timeout = setTimeout(resolve, patience);
      timer.signal.addEventListener('abort', () => clearTimeout(timeout));
    });
    await Promise.race([Promise.all(desk.begun), late]);
    timer.abort();
  }

  const sending = delivery(desk);
  let running = false;
  return {
    name: 'slack',
    async start() {
      if (botToken !== undefined) {
        const probe = workspace('', '', botToken, clientOptions);
        const identity = identitySchema.parse(await probe.client.auth.test().catch(refusedToken));
        own = { workspace: { ...probe, id: identity.team_id, name: identity.team }, identity };
      }
      if (receiver instanceof HTTPReceiver)
        await receiver.start({
          port: config.port ?? 3000,
          ...(config.host === undefined ? {} : { host: config.host }),
        });
      else await receiver.start();
      running = true;
      log.info({ transport: receiver instanceof HTTPReceiver ? 'http' : 'socket' }, 'Slack is connected');
    },
    ...sending,
    async stop() {
      if (!running) return;
      running = false;
      await finishBegun();
      await receiver.stop();
      await finishBegun();
      await sending.settled();
    },
  };
}
