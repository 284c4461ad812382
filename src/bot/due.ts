import { hostname } from 'node:os';
import { cardsToRefresh, type StaleCard } from '../markets/cardsToRefresh.ts';
import { type ClaimedNotice, claimNotices } from '../markets/claimNotices.ts';
import { Refusal } from '../markets/core/refusal.ts';
import { recordCard } from '../markets/recordCard.ts';
import { settleCard } from '../markets/settleCard.ts';
import { type NoticeOutcome, settleNotice } from '../markets/settleNotice.ts';
import { tick } from '../markets/tick.ts';
import type { App, Delivery, Platform } from './app.ts';
import { type Told, tell } from './notice.ts';
import { publicCard } from './public.ts';

/** Notices taken in one go: few enough that a slow platform holds up no other process for long. */
const atOnce = 20;
/** Cards edited in one round per platform; the rest waits for the next round, by when some have changed again. */
const cardsAtOnce = 10;
/** A platform that went away between claim and sending is looked for again after so many seconds. */
const elsewhere = 600;

/** Work that time makes due, done on every surface until stopped. */
export interface DueWork {
  /** One round: what is due, what is to be told, the cards that show something old. Never throws. */
  round(): Promise<void>;
  /** Starts no further round and waits for the one that is running. */
  stop(): Promise<void>;
}

/** Does what is due, every `everyMs` milliseconds; rounds never overlap. */
export function startDue(app: App, platforms: readonly Platform[], everyMs: number): DueWork {
  const round = async (): Promise<void> => {
    try {
      const { failures } = await tick(app.db, app.clock(), app.reading);
      for (const { work, error } of failures) app.log.error({ err: error, work }, 'due work failed');
      await sendNotices(app, platforms);
      for (const platform of platforms) {
        for (const card of await cardsToRefresh(app.db, platform.name, cardsAtOnce)) {
          await refresh(app, platform, card);
        }
      }
    } catch (error) {
      app.log.error({ err: error }, 'a round of due work failed');
    }
  };
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= round().finally(() => {
      running = null;
    });
  }, everyMs);
  return {
    round,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

async function sendNotices(app: App, platforms: readonly Platform[]): Promise<void> {
  const who = `${hostname()} ${process.pid}`;
  const serves = platforms.map((p) => p.name);
  for (;;) {
    const claimed = await claimNotices(app.db, who, app.clock(), atOnce, serves);
    for (const notice of claimed) {
      const delivery = await send(app, platforms, notice);
      if (delivery.outcome === 'moot') {
        app.log.debug({ notice: notice.key, why: delivery.why }, 'a notice was overtaken');
      } else if (delivery.outcome !== 'sent') {
        app.log.warn({ notice: notice.key, ...delivery }, 'a notice was not delivered');
      }
      await settleNotice(app.db, notice, delivery, app.clock());
    }
    if (claimed.length < atOnce) return;
  }
}

async function send(
  app: App,
  platforms: readonly Platform[],
  notice: ClaimedNotice,
): Promise<Delivery | Extract<NoticeOutcome, { outcome: 'moot' }>> {
  try {
    const told = await tell(app, notice);
    return notice.to.kind === 'channel'
      ? await post(app, platforms, notice, notice.to.channel, told)
      : await direct(platforms, notice.to.identities, told, notice.key);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'try-again')
      return { outcome: 'moot', why: error.message };
    app.log.error({ err: error, notice: notice.key }, 'a notice failed');
    return { outcome: 'later', seconds: 60, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Posts into "discord:123"; the card of a question is remembered, so that it can be kept up to date. */
async function post(
  app: App,
  platforms: readonly Platform[],
  notice: ClaimedNotice,
  reference: string,
  { view, card, thread }: Told,
): Promise<Delivery> {
  const cut = reference.indexOf(':');
  const name = reference.slice(0, cut);
  const platform = platforms.find((p) => p.name === name);
  if (!platform) return { outcome: 'later', seconds: elsewhere, why: `${name} is not running here` };
  const delivery = await platform.post(reference.slice(cut + 1), view, notice.key);
  if (card && delivery.outcome === 'sent' && delivery.ref) {
    await recordCard(app.db, {
      communityId: notice.communityId,
      questionId: card.id,
      version: card.version,
      platform: platform.name,
      channel: delivery.ref.channel,
      message: delivery.ref.message,
      now: app.clock(),
    });
    const opened = thread !== null && (await platform.thread?.(delivery.ref, thread));
    if (opened && opened.outcome !== 'sent') {
      app.log.warn({ notice: notice.key, why: opened.why }, 'a thread was not opened');
    }
  }
  return delivery;
}

/** Of a person's identities the first that takes the message is enough. */
async function direct(
  platforms: readonly Platform[],
  identities: readonly { readonly platform: string; readonly externalId: string }[],
  { view }: Told,
  nonce: string,
): Promise<Delivery> {
  let last: Delivery = { outcome: 'later', seconds: elsewhere, why: 'no platform of this person runs here' };
  for (const { platform: name, externalId } of identities) {
    const platform = platforms.find((p) => p.name === name);
    if (!platform) continue;
    last = await platform.direct(externalId, view, nonce);
    if (last.outcome === 'sent') return last;
  }
  return last;
}

async function refresh(app: App, platform: Platform, stale: StaleCard): Promise<void> {
  const { id, communityId, channel, message } = stale;
  const card = await publicCard(app, communityId, stale.question, stale.where).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!card) return settleCard(app.db, id, 'left');
  const delivery = await platform.edit({ channel, message }, card.view);
  if (delivery.outcome === 'sent') await settleCard(app.db, id, { shown: card.question.version });
  else if (delivery.outcome === 'gone') await settleCard(app.db, id, 'left');
}
