import {
  type APIInteractionResponse,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  RateLimitError,
  type RawFile,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Delivery } from '../../app.ts';
import type { Rendered } from './render.ts';

/** Where an answer to an interaction goes. */
export interface Address {
  readonly id: string;
  readonly application: string;
  readonly token: string;
}

/** Nobody is ever pinged, whatever a text holds. */
const nobody = { parse: [] };

/** A rendered card as the body of a request. `attachments` is always present: on an edit it clears away the old ones. */
export function messageBody(card: Rendered, flags = 0) {
  const files: RawFile[] = card.files.map((file) => ({
    name: file.name,
    data: Buffer.from(file.data),
    contentType: 'image/png',
  }));
  return {
    body: {
      components: card.components,
      flags: MessageFlags.IsComponentsV2 | flags,
      allowed_mentions: nobody,
      attachments: card.files.map((file, i) => ({
        id: String(i),
        filename: file.name,
        description: file.description,
      })),
    },
    files,
  };
}

/** The answers that an interaction can be given. Bodies are Discord's own. */
export function interactionApi(rest: REST) {
  const original = (to: Address) => Routes.webhookMessage(to.application, to.token, '@original');
  return {
    /** The first answer. A retried request that had already arrived counts as answered. */
    async respond(to: Pick<Address, 'id' | 'token'>, body: APIInteractionResponse): Promise<void> {
      try {
        await rest.post(Routes.interactionCallback(to.id, to.token), { body, auth: false });
      } catch (error) {
        const code = error instanceof DiscordAPIError ? error.code : null;
        if (code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error;
      }
    },
    async edit(to: Address, card: Rendered): Promise<void> {
      await rest.patch(original(to), { ...messageBody(card), auth: false });
    },
    async remove(to: Address): Promise<void> {
      await rest.delete(original(to), { auth: false });
    },
    async followUp(to: Address, card: Rendered, ephemeral: boolean): Promise<void> {
      await rest.post(Routes.webhook(to.application, to.token), {
        ...messageBody(card, ephemeral ? MessageFlags.Ephemeral : 0),
        auth: false,
      });
    },
  };
}
export type InteractionApi = ReturnType<typeof interactionApi>;

/** True when an answer came too late for its interaction: the token lives 15 minutes. */
export function tooLate(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.InvalidWebhookToken ||
      error.code === RESTJSONErrorCodes.UnknownWebhook ||
      error.code === RESTJSONErrorCodes.UnknownInteraction)
  );
}

const needed = 'View Channel, Send Messages, Embed Links and Attach Files';

export const askedForPause = 'Discord asked for a pause.';
export const tooOld = {
  outcome: 'gone',
  why: 'The message is older than an hour and was edited too often; it is left as it is.',
} as const;

/** What is wrong for good, in words for an admin. */
const hopeless: Readonly<Record<number, string>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'The channel was deleted.',
  [RESTJSONErrorCodes.UnknownGuild]: 'The server is gone, or Brierpatch was removed from it.',
  [RESTJSONErrorCodes.UnknownMessage]: 'The message was deleted.',
  [RESTJSONErrorCodes.UnknownUser]: 'This person no longer has a Discord account.',
  [RESTJSONErrorCodes.MissingAccess]: `Brierpatch cannot see the channel. Give it ${needed} there.`,
  [RESTJSONErrorCodes.MissingPermissions]: `Brierpatch may not write in the channel. Give it ${needed} there.`,
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]:
    'This person takes no direct messages from members of the server.',
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: tooOld.why,
  [RESTJSONErrorCodes.ThreadLocked]: 'The thread is locked.',
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: 'The thread is archived.',
};

/** What came of an attempt to post, when it failed: left alone for good, or to be tried again. */
export function failedDelivery(error: unknown): Delivery {
  if (error instanceof RateLimitError)
    return {
      outcome: 'later',
      seconds: Math.ceil(error.retryAfter / 1000),
      why: askedForPause,
    };
  if (error instanceof DiscordAPIError) {
    const known = hopeless[Number(error.code)];
    if (known !== undefined) return { outcome: 'gone', why: known };
    if (error.status === 401)
      return { outcome: 'later', seconds: 600, why: 'Discord refused the bot token.' };
    return { outcome: 'gone', why: `Discord refused the message: ${error.message} (${error.code}).` };
  }
  if (error instanceof HTTPError)
    return { outcome: 'later', seconds: 30, why: `Discord answered ${error.status}.` };
  return { outcome: 'later', seconds: 30, why: 'Discord could not be reached.' };
}
