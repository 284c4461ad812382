import { AuthorizationError, App as Bolt, HTTPReceiver, type webApi } from '@slack/bolt';
import { z } from 'zod';
import type { App, Platform } from '../../app.ts';
import { home } from '../../home.ts';
import { drawChart } from '../../views/charts.ts';
import { defaultPort, type SlackConfig } from './config.ts';
import { delivery } from './delivery.ts';
import type { Desk } from './desk.ts';
import { listen } from './listeners.ts';
import { slackLogger } from './logger.ts';
import { metadata } from './metadata.ts';
import { takenUp } from './once.ts';
import { people } from './people.ts';
import { receiverFor } from './receiverFor.ts';
import { sealer } from './seal.ts';
import { slackError } from './send.ts';
import { slackWords } from './words.ts';
import { installationStore, installed, type Workspace, type Workspaces, workspace } from './workspaces.ts';

export type { SlackConfig } from './config.ts';
export type { OAuthConfig, SealedStore } from './workspaces.ts';

const identitySchema = z.object({
  team_id: z.string(),
  team: z.string(),
  user_id: z.string(),
  bot_id: z.string(),
});
type Identity = z.infer<typeof identitySchema>;

const noIdentity = (error: unknown): never => {
  const said = slackError(error);
  const why =
    said === null
      ? `Slack could not be reached: ${String(error)}`
      : `Slack does not take the bot token: ${said}`;
  throw new Error(why, { cause: error });
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
    pictures: { draw: drawChart, log, known: new Map() },
    home: (who) => home(app, who),
    removed: async (teamId) => oauth?.store.remove(teamId),
    origins: new Set(['https://hooks.slack.com', 'https://files.slack.com', new URL(config.apiUrl).origin]),
    words: slackWords(app.commands),
    first: takenUp(Date.now),
    begun: new Set(),
  };

  const receiver = receiverFor(config, store, log);
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
        const read = identitySchema.safeParse(await probe.client.auth.test().catch(noIdentity));
        if (!read.success)
          throw new Error('The Slack token is not a bot’s: use the one that begins with xoxb-.');
        const identity = read.data;
        own = { workspace: { ...probe, id: identity.team_id, name: identity.team }, identity };
      }
      if (receiver instanceof HTTPReceiver)
        await receiver.start({
          port: config.port ?? defaultPort,
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
