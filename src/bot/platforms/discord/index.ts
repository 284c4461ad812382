import {
  Client,
  DefaultRestOptions,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  type RESTOptions,
} from 'discord.js';
import type { App, Platform } from '../../app.ts';
import { ConfigError } from '../../config.ts';
import type { View } from '../../view.ts';
import { interactionApi } from './api.ts';
import { deliveries } from './deliver.ts';
import { inviteLink } from './invite.ts';
import type { Payload } from './payload.ts';
import { pendingForms } from './pending.ts';
import { receive } from './receive.ts';
import { registerWith } from './register.ts';
import { type Rendered, render } from './render.ts';
import { turns } from './turns.ts';

export { inviteLink } from './invite.ts';
export { registerCommands } from './register.ts';
export { type Shards, startShards } from './shards.ts';

export interface DiscordConfig {
  readonly token: string;
  /** Discord's own is https://discord.com/api; anything else for tests. */
  readonly apiUrl: string;
  /** Register the commands in this server alone, where a change shows at once: for development. */
  readonly guildId: string | null;
}

/** Milliseconds that a post waits for a rate limit to pass. */
const longestWait = 15_000;
/** Commands worked on at once: as many as the database commits together. */
const worksAtOnce = 32;
const startTimeout = 30_000;
const wrongToken =
  'Discord refused the bot token. Copy it again: discord.com/developers, your application, Bot, Reset Token.';
const finishTimeout = 10_000;
/** Questions that buttons ask before they act are remembered for so many buttons. */
const mostQuestions = 5_000;

/**
 * An idle connection that the other side has just closed fails with undici's own code, which REST does not know as worth
 * another try; told as a reset, it is. Requests that must not count twice are safe: Discord refuses a second answer to an
 * interaction, and posts carry a nonce.
 */
const reconnecting: RESTOptions['makeRequest'] = async (...request) => {
  try {
    return await DefaultRestOptions.makeRequest(...request);
  } catch (error) {
    const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const closed = inner instanceof Error && 'code' in inner && inner.code === 'UND_ERR_SOCKET';
    throw closed ? Object.assign(new Error('ECONNRESET', { cause: error }), { code: 'ECONNRESET' }) : error;
  }
};

/** Discord, over the gateway. Nothing connects before `start`. */
export function discordPlatform(app: App, config: DiscordConfig): Platform {
  const client = new Client({
    // Interactions come without any intent; this one keeps the servers' names.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Nothing is read from these: names and permissions come with each interaction.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      UserManager: 1,
      PresenceManager: 0,
      ReactionManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
    }),
    rest: {
      api: config.apiUrl,
      version: '10',
      // Discord does not count interactions against its 50 a second, discord.js does: a burst of answers would wait
      // seconds. Posts go out one after the other, and a 429 is waited out all the same.
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      // A post that would wait long is better tried again later than waited for.
      makeRequest: reconnecting,
      rejectOnRateLimit: ({ route, retryAfter }) => route.startsWith('/channels') && retryAfter > longestWait,
    },
  });
  const api = interactionApi(client.rest);
  const forms = pendingForms(app.clock);
  const inTurn = turns(worksAtOnce);
  const questions = new Map<string, string>();
  const running = new Set<Promise<void>>();
  let stopping = false;

  const draw = async (view: View, channel: string | null): Promise<Rendered> => {
    const card = await render(view, (err) =>
      app.log.error({ err, title: view.title }, 'a chart was not drawn'),
    );
    for (const [id, question] of card.confirms) {
      const oldest = questions.keys().next().value;
      if (questions.size >= mostQuestions && oldest !== undefined) questions.delete(oldest);
      questions.set(`${channel} ${id}`, question);
    }
    return card;
  };
  const delivery = deliveries(client.rest, draw);

  const late = async (payload: Payload, view: View, visibility: 'public' | 'private'): Promise<void> => {
    const nonce = `late:${payload.id}`;
    const done =
      visibility === 'public' && payload.channel !== null
        ? await delivery.post(payload.channel, view, nonce)
        : await delivery.direct(payload.user.id, view, nonce);
    if (done.outcome !== 'sent')
      app.log.warn({ key: payload.id, why: done.why }, 'a late answer was not delivered');
  };

  const reception = {
    app,
    client,
    api,
    forms,
    turns: inTurn,
    draw,
    late,
    question: (channel: string | null, id: string) => questions.get(`${channel} ${id}`) ?? null,
    fileHost: config.apiUrl.startsWith('https://discord.com/') ? null : new URL(config.apiUrl).host,
  };

  // Read here and not by discord.js, whose classes trust the payload and would throw inside the socket's own handler.
  client.on('raw', (packet: { t: unknown; d: unknown }) => {
    if (packet.t !== 'INTERACTION_CREATE') return;
    const raw = packet.d;
    packet.d = {};
    if (stopping) return;
    const work = receive(reception, raw).finally(() => running.delete(work));
    running.add(work);
  });
  client.on(Events.Error, (err) => app.log.error({ err }, 'Discord client error'));
  client.on(Events.Warn, (message) => app.log.warn(message));
  client.on(Events.ShardError, (err, shard) => app.log.warn({ err, shard }, 'Discord connection error'));
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    app.log.error({ code, shard }, 'Discord closed the connection for good'),
  );
  client.on(Events.ShardReconnecting, (shard) => app.log.info({ shard }, 'reconnecting to Discord'));
  client.on(Events.ShardResume, (shard, replayed) => app.log.info({ shard, replayed }, 'resumed on Discord'));
  client.on(Events.Invalidated, () => app.log.error('Discord ended the session; restart Brierpatch'));
  client.rest.on('rateLimited', ({ route, retryAfter }) =>
    app.log.warn({ route, retryAfter }, 'waiting for Discord'),
  );

  const register = async (): Promise<void> => {
    try {
      const { changed, total } = await registerWith(client.rest, app.commands, config.guildId);
      app.log.info({ total }, changed ? 'Discord commands registered' : 'Discord commands are up to date');
    } catch (err) {
      app.log.error({ err }, 'Discord commands could not be registered; run "cli register"');
    }
  };

  return {
    name: 'discord',
    async start() {
      let timer: NodeJS.Timeout | undefined;
      const ready = new Promise<void>((resolve, reject) => {
        const late = () => reject(new Error('Discord did not answer within 30 seconds.'));
        timer = setTimeout(late, startTimeout);
        client.once(Events.ClientReady, () => resolve());
      });
      try {
        await Promise.all([ready, client.login(config.token)]);
      } catch (error) {
        await client.destroy();
        const refused = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
        throw refused ? new ConfigError(wrongToken) : error;
      } finally {
        clearTimeout(timer);
      }
      await register();
      const id = client.application?.id ?? client.user?.id ?? '';
      app.log.info(`Add Brierpatch to a server: ${inviteLink(id)}`);
    },
    post: delivery.post,
    edit: delivery.edit,
    direct: delivery.direct,
    thread: delivery.thread,
    async stop() {
      stopping = true;
      const timer = new Promise((resolve) => setTimeout(resolve, finishTimeout).unref());
      await Promise.race([Promise.allSettled(running), timer]);
      await client.destroy();
    },
  };
}
