import { z } from 'zod';
import { fileSchema } from './files.ts';
import { limits } from './limits.ts';

/**
 * Slack's payloads, as far as they are read (docs.slack.dev/reference/interaction-payloads and /reference/events). Bolt
 * has checked the signature; everything inside is read as hostile all the same: a person chose it.
 */
const id = z.string().min(1).max(60);
const user = z.object({ id, team_id: id.nullish() });
const team = z.object({ id }).nullish();

export const slashSchema = z.object({
  team_id: id,
  user_id: id,
  channel_id: id,
  text: z.string().max(40_000).default(''),
  trigger_id: id.max(200),
  response_url: z.string().max(300).nullish(),
});

const viewSchema = z.object({
  id,
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  title: z.object({ text: z.string() }).nullish(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().exactOptional() })).default([]),
  state: z.object({ values: z.unknown() }).nullish(),
});

export const actionSchema = z.object({
  team,
  user,
  trigger_id: id.max(200),
  response_url: z.string().max(300).nullish(),
  channel: z.object({ id }).nullish(),
  container: z.object({
    type: z.string(),
    is_ephemeral: z.boolean().default(false),
    thread_ts: id.nullish(),
  }),
  message: z.object({ thread_ts: id.nullish() }).nullish(),
  view: viewSchema.nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(limits.actionId),
        block_id: z.string().max(limits.blockId),
        value: z.string().max(limits.inputLength).nullish(),
        selected_option: z.object({ value: z.string().max(limits.optionValue) }).nullish(),
      }),
    )
    .min(1),
});
export type ActionPayload = z.infer<typeof actionSchema>;

export const submissionSchema = z.object({
  team,
  user,
  trigger_id: id.max(200),
  view: viewSchema,
});

export const shortcutSchema = z.object({
  type: z.enum(['shortcut', 'message_action']),
  team,
  user,
  callback_id: z.string().max(limits.callbackId),
  trigger_id: id.max(200),
  response_url: z.string().max(300).nullish(),
  channel: z.object({ id }).nullish(),
  message: z.object({ text: z.string().default(''), ts: id, thread_ts: id.nullish() }).nullish(),
});

export const optionsSchema = z.object({
  team,
  user,
  channel: z.object({ id }).nullish(),
  block_id: z.string().max(limits.blockId),
  value: z.string().max(500).default(''),
  view: viewSchema.nullish(),
});

const envelope = { team_id: id, event_id: id };
/** A mention in a channel or a message in a direct conversation. */
export const spokenSchema = z.object({
  ...envelope,
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    subtype: z.string().nullish(),
    channel_type: z.string().nullish(),
    bot_id: z.string().nullish(),
    user: id,
    channel: id,
    text: z.string().max(40_000).default(''),
    ts: id,
    thread_ts: id.nullish(),
    files: z.array(fileSchema).default([]),
  }),
});

export const homeSchema = z.object({
  ...envelope,
  event: z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string() }),
});

export const linksSchema = z.object({
  ...envelope,
  event: z.object({
    type: z.literal('link_shared'),
    user: id,
    channel: id,
    message_ts: id,
    links: z.array(z.object({ domain: z.string(), url: z.string().max(limits.url) })).max(20),
  }),
});

export const userChangeSchema = z.object({ team_id: id, event: z.object({ user: z.object({ id }) }) });
export const removedSchema = z.object({ team_id: id });

/** What a block id of ours says (see `Drawing.id`): its number, the command it came from, a press and what it fills. */
export function readBlockId(blockId: string): {
  readonly origin: string;
  readonly press: string | null;
  readonly fills: string | null;
} {
  const [, origin = '', press, fills] = blockId.split('|');
  return { origin, press: press ?? null, fills: fills ?? null };
}
