import * as spec from 'discord-api-spec/zod';
import { commandSize } from '../../src/bot/platforms/discord/commands.ts';
import { limits } from '../../src/bot/platforms/discord/limits.ts';

interface Schema {
  safeParse(value: unknown): { success: boolean; data?: unknown; error?: unknown };
}

const callbacks: Readonly<Record<number, Schema>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

/** What Discord has published about the bodies of the requests that a bot makes, by method and path. */
const published: readonly (readonly [RegExp, (body: unknown) => Schema | undefined])[] = [
  [/^POST \/interactions\/\d+\/[^/]+\/callback$/, (body) => callbacks[Number(get(body, 'type'))]],
  [/^PATCH \/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/, () => spec.IncomingWebhookUpdateRequestPartialSchema],
  [/^POST \/webhooks\/\d+\/[^/]+$/, () => spec.IncomingWebhookInteractionRequestSchema],
  [/^POST \/channels\/\d+\/messages$/, () => spec.MessageCreateRequestSchema],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, () => spec.MessageEditRequestPartialSchema],
  [/^POST \/channels\/\d+\/messages\/\d+\/threads$/, () => spec.CreateTextThreadWithMessageRequestSchema],
  [/^POST \/users\/@me\/channels$/, () => spec.CreatePrivateChannelRequestSchema],
  [/^PUT \/applications\/\d+\/(guilds\/\d+\/)?commands$/, () => undefined],
];

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Paths of what is in `given` but was not understood: the schemas drop fields that they do not know. */
function unknownFields(given: unknown, understood: unknown, path = ''): string[] {
  if (Array.isArray(given))
    return given.flatMap((one, i) => unknownFields(one, list(understood)[i], `${path}[${i}]`));
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) =>
    value === undefined
      ? []
      : typeof understood === 'object' && understood !== null && key in understood
        ? unknownFields(value, get(understood, key), `${path}.${key}`)
        : [`${path}.${key}`],
  );
}

function against(schema: Schema, body: unknown): string[] {
  const read = schema.safeParse(body);
  if (!read.success) return [`does not fit the schema: ${JSON.stringify(read.error).slice(0, 600)}`];
  return unknownFields(body, read.data).map((path) => `unknown field ${path}`);
}

/** Every component, nested ones too. */
function flat(components: unknown): unknown[] {
  return list(components).flatMap((one) => [
    one,
    ...flat(get(one, 'components')),
    ...(get(one, 'component') === undefined ? [] : [get(one, 'component')]),
  ]);
}

const isV2 = (message: unknown): boolean => (Number(get(message, 'flags') ?? 0) & (1 << 15)) !== 0;

/** What the published schemas do not say about a message. */
function messageRules(message: unknown, files: readonly string[]): string[] {
  const wrong: string[] = [];
  const components = flat(get(message, 'components'));
  const content = String(get(message, 'content') ?? '');
  if (content.length > 2000) wrong.push(`content of ${content.length} characters`);
  if (isV2(message)) {
    if (content !== '' || list(get(message, 'embeds')).length > 0) wrong.push('content or embeds beside V2');
    if (components.length === 0) wrong.push('an empty V2 message');
  } else if (components.some((c) => Number(get(c, 'type')) > 8)) wrong.push('V2 components without the flag');
  const embeds = JSON.stringify(get(message, 'embeds') ?? []).length;
  if (embeds > 6000) wrong.push(`embeds of about ${embeds} characters`);
  if (components.length > limits.message.components) wrong.push(`${components.length} components`);
  const text = components.reduce<number>((sum, c) => sum + String(get(c, 'content') ?? '').length, 0);
  if (text > limits.message.text) wrong.push(`${text} characters of text`);
  if (components.some((c) => get(c, 'content') === '')) wrong.push('an empty text');
  const ids = components.flatMap((c) =>
    typeof get(c, 'custom_id') === 'string' ? [get(c, 'custom_id')] : [],
  );
  if (new Set(ids).size !== ids.length) wrong.push('two equal custom ids');
  const shown = components.flatMap((c) =>
    list(get(c, 'items')).map((i) => String(get(get(i, 'media'), 'url'))),
  );
  for (const url of shown)
    if (url.startsWith('attachment://') && !files.includes(url.slice('attachment://'.length)))
      wrong.push(`${url} is not attached`);
  for (const file of files) if (!shown.includes(`attachment://${file}`)) wrong.push(`${file} is not shown`);
  const parse = get(get(message, 'allowed_mentions'), 'parse');
  if (!Array.isArray(parse) || parse.length > 0) wrong.push('mentions are not switched off');
  return wrong;
}

function callbackRules(body: unknown): string[] {
  const data = get(body, 'data');
  const type = get(body, 'type');
  if (type === 5 && (Number(get(data, 'flags') ?? 0) & ~(1 << 6)) !== 0)
    return ['a deferral takes the ephemeral flag alone'];
  if (type === 4 || type === 7) return messageRules(data, []);
  if (type === 9) {
    const rows = list(get(data, 'components'));
    const fields = flat(rows).filter((c) => get(c, 'custom_id') !== undefined);
    const ids = new Set(fields.map((c) => get(c, 'custom_id')));
    return [
      ...(rows.length > 5 ? [`a modal of ${rows.length} rows`] : []),
      ...(ids.size !== fields.length ? ['two equal field ids'] : []),
    ];
  }
  return [];
}

function commandRules(body: unknown): string[] {
  const commands = list(body);
  return [
    ...(commands.length > limits.command.perApplication + 10 ? [`${commands.length} commands`] : []),
    ...commands.flatMap((command) => {
      // The schema has a number here, the documentation a string; both are taken.
      const permissions = get(command, 'default_member_permissions');
      const read =
        typeof permissions === 'string'
          ? { ...Object(command), default_member_permissions: Number(permissions) }
          : command;
      const size = commandSize(command);
      const name = String(get(command, 'name'));
      return [
        ...against(spec.ApplicationCommandUpdateRequestSchema, read),
        ...(size > limits.command.total ? [`${size} characters`] : []),
        ...(get(command, 'type') === 1 && !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name) ? ['bad name'] : []),
        ...requiredFirst(get(command, 'options')),
      ].map((wrong) => `/${name}: ${wrong}`);
    }),
  ];
}

function requiredFirst(options: unknown): string[] {
  const required = list(options).map((one) => Boolean(get(one, 'required')));
  const order = required.indexOf(true, required.indexOf(false)) > required.indexOf(false);
  return [
    ...(required.includes(false) && order ? ['a required option after an optional one'] : []),
    ...list(options).flatMap((one) => requiredFirst(get(one, 'options'))),
  ];
}

/**
 * What is wrong with a request, by Discord's published schemas and by the rules that these do not hold. `path` is
 * without the version; `files` are the names of uploaded files.
 */
export function violations(method: string, path: string, body: unknown, files: readonly string[]): string[] {
  const key = `${method} ${decodeURIComponent(path)}`;
  if (method === 'GET' || method === 'DELETE') return [];
  const found = published.find(([route]) => route.test(key));
  if (found === undefined) return [`${key} is not known`];
  const schema = found[1](body);
  const wrong = key.startsWith('PUT /applications')
    ? commandRules(body)
    : key.includes('/callback')
      ? callbackRules(body)
      : key.includes('/threads') || key.includes('/users/')
        ? []
        : messageRules(body, files);
  const shaped = schema === undefined ? (key.startsWith('PUT') ? [] : ['no schema']) : against(schema, body);
  return [...shaped, ...wrong].map((one) => `${key}: ${one}`);
}
