import { InteractionType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';

/** An attachment as Discord describes it; the bytes are fetched only when a command takes it. */
const attachment = z.object({
  filename: z.string(),
  content_type: z.string().nullish(),
  size: z.number().int().nonnegative(),
  url: z.string(),
});
export type Attachment = z.infer<typeof attachment>;

const snowflake = z.string().regex(/^\d{1,20}$/);
const user = z.object({ id: snowflake, username: z.string(), global_name: z.string().nullish() });

const envelope = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  type: z.number(),
  guild_id: snowflake.nullish(),
  channel_id: snowflake.nullish(),
  locale: z.string().nullish(),
  user: user.nullish(),
  member: z
    .object({
      user,
      nick: z.string().nullish(),
      roles: z.array(snowflake),
      permissions: z.string().regex(/^\d+$/),
    })
    .nullish(),
  message: z.object({ id: snowflake, flags: z.number().nullish() }).nullish(),
  data: z.unknown(),
});

const resolved = z
  .object({
    attachments: z.record(z.string(), attachment).optional(),
    messages: z
      .record(
        z.string(),
        z.object({
          content: z.string(),
          embeds: z
            .array(z.object({ title: z.string().nullish(), description: z.string().nullish() }))
            .default([]),
        }),
      )
      .optional(),
    users: z.record(z.string(), user).optional(),
    members: z.record(z.string(), z.object({ nick: z.string().nullish() })).optional(),
  })
  .nullish();

const value = z.union([z.string(), z.number(), z.boolean()]);
const option = z.object({
  name: z.string(),
  type: z.number(),
  value: value.optional(),
  focused: z.boolean().optional(),
});
type Option = z.infer<typeof option>;
const optionOrGroup = option.extend({ options: z.array(option).optional() });

const commandData = z.object({
  name: z.string().max(32),
  type: z.number(),
  options: z.array(optionOrGroup).optional(),
  target_id: snowflake.optional(),
  resolved,
});
const componentData = z.object({ custom_id: z.string().max(100), values: z.array(z.string()).optional() });
const fieldData = z.object({
  custom_id: z.string(),
  value: value.nullish(),
  values: z.array(z.string()).optional(),
});
const modalData = z.object({
  custom_id: z.string().max(100),
  components: z.array(
    z.object({ component: fieldData.optional(), components: z.array(fieldData).optional() }),
  ),
  resolved,
});

/** Options or fields by name, as text or as an attachment. */
export type Fields = Readonly<Record<string, string | Attachment>>;

export interface Payload {
  readonly id: string;
  readonly application: string;
  readonly token: string;
  readonly guild: string | null;
  readonly channel: string | null;
  readonly locale: string | null;
  readonly user: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  /** Manage Server, as Discord says at this very moment. */
  readonly admin: boolean;
  /** The message that a button, select or form belongs to. */
  readonly message: { readonly id: string; readonly ephemeral: boolean } | null;
  readonly asked:
    | { readonly kind: 'command'; readonly name: string; readonly fields: Fields }
    | { readonly kind: 'message menu'; readonly name: string; readonly text: string }
    | {
        readonly kind: 'user menu';
        readonly name: string;
        readonly userId: string;
        readonly userName: string;
      }
    | {
        readonly kind: 'autocomplete';
        readonly name: string;
        readonly fields: Fields;
        readonly focused: string;
        readonly typed: string;
      }
    | { readonly kind: 'component'; readonly customId: string; readonly values: readonly string[] | null }
    | { readonly kind: 'modal'; readonly customId: string; readonly fields: Fields };
}

const displayName = (u: z.infer<typeof user>, nick: string | null | undefined): string =>
  nick ?? u.global_name ?? u.username;

const subcommand = 1;
const attachmentOption = 11;

function readOptions(
  name: string,
  options: readonly z.infer<typeof optionOrGroup>[],
  attachments: Readonly<Record<string, Attachment>>,
): { name: string; fields: Fields; focused: Option | undefined } {
  const first = options[0];
  if (first?.type === subcommand)
    return readOptions(`${name} ${first.name}`, first.options ?? [], attachments);
  const fields: Record<string, string | Attachment> = {};
  for (const o of options) {
    if (o.value === undefined) continue;
    const file = o.type === attachmentOption ? attachments[String(o.value)] : undefined;
    if (o.type === attachmentOption && file === undefined) continue;
    fields[o.name] = file ?? String(o.value);
  }
  return { name, fields, focused: options.find((o) => o.focused) };
}

function readFields(data: z.infer<typeof modalData>): Fields {
  const attachments = data.resolved?.attachments ?? {};
  const fields: Record<string, string | Attachment> = {};
  for (const row of data.components)
    for (const field of [...(row.component ? [row.component] : []), ...(row.components ?? [])]) {
      const first = field.values?.[0];
      if (first !== undefined) fields[field.custom_id] = attachments[first] ?? first;
      else if (field.value !== undefined && field.value !== null)
        fields[field.custom_id] = String(field.value);
    }
  return fields;
}

function readAsked(type: number, data: unknown): Payload['asked'] | null {
  switch (type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      const d = commandData.parse(data);
      if (d.type === 2 || d.type === 3) {
        const target = z.string().parse(d.target_id);
        if (d.type === 2) {
          const who = user.parse(d.resolved?.users?.[target]);
          return {
            kind: 'user menu',
            name: d.name,
            userId: who.id,
            userName: displayName(who, d.resolved?.members?.[target]?.nick),
          };
        }
        const message = d.resolved?.messages?.[target];
        if (message === undefined) throw new Error('The message that was chosen is missing.');
        const text = [message.content, ...message.embeds.flatMap((e) => [e.title, e.description])];
        return { kind: 'message menu', name: d.name, text: text.filter(Boolean).join('\n\n') };
      }
      const { name, fields, focused } = readOptions(d.name, d.options ?? [], d.resolved?.attachments ?? {});
      if (type === InteractionType.ApplicationCommand) return { kind: 'command', name, fields };
      if (focused === undefined) throw new Error('No option is being typed.');
      return {
        kind: 'autocomplete',
        name,
        fields,
        focused: focused.name,
        typed: String(focused.value ?? ''),
      };
    }
    case InteractionType.MessageComponent: {
      const d = componentData.parse(data);
      return { kind: 'component', customId: d.custom_id, values: d.values ?? null };
    }
    case InteractionType.ModalSubmit: {
      const d = modalData.parse(data);
      return { kind: 'modal', customId: d.custom_id, fields: readFields(d) };
    }
    default:
      return null;
  }
}

/**
 * Reads the `d` of an INTERACTION_CREATE. All of it is hostile: what is not of the documented form throws (ZodError or
 * Error); a kind of interaction that this program never asked for gives null. Unknown fields are ignored.
 */
export function readPayload(raw: unknown): Payload | null {
  const e = envelope.parse(raw);
  const asked = readAsked(e.type, e.data);
  if (asked === null) return null;
  const person = e.member?.user ?? user.parse(e.user);
  return {
    id: e.id,
    application: e.application_id,
    token: e.token,
    guild: e.guild_id ?? null,
    channel: e.channel_id ?? null,
    locale: e.locale ?? null,
    user: { id: person.id, name: displayName(person, e.member?.nick) },
    roles: e.member?.roles ?? [],
    admin: e.member ? (BigInt(e.member.permissions) & PermissionFlagsBits.ManageGuild) !== 0n : false,
    message: e.message
      ? { id: e.message.id, ephemeral: ((e.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 }
      : null,
    asked,
  };
}

/** Id and token of something that could not be read, so that the person can still be told. */
export function readAddress(raw: unknown): { id: string; token: string; type: number } | null {
  const address = z.object({ id: snowflake, token: z.string().min(1), type: z.number() }).safeParse(raw);
  return address.success ? address.data : null;
}
