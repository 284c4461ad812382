import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Payload, readAddress, readPayload } from '../../src/bot/platforms/discord/payload.ts';

/** Interactions as Discord documents them: every field that it sends, of which few are read. */
const user = {
  id: '53908232506183680',
  username: 'mason',
  discriminator: '0',
  global_name: 'Mason M.',
  avatar: 'a_d5efa99b3eeaa7dd43acca82f5692432',
  public_flags: 131141,
};
const envelope = {
  id: '846462639134605312',
  application_id: '845027738276462632',
  version: 1,
  token: 'aW50ZXJhY3Rpb246token',
  guild_id: '290926798626357999',
  guild: { id: '290926798626357999', locale: 'en-US', features: ['COMMUNITY'] },
  guild_locale: 'en-US',
  channel_id: '645027906669510667',
  channel: { id: '645027906669510667', type: 0, name: 'general', permissions: '2147483647' },
  app_permissions: '442368',
  locale: 'de',
  entitlements: [],
  authorizing_integration_owners: { '0': '290926798626357999' },
  context: 0,
  attachment_size_limit: 10485760,
  member: {
    user,
    nick: null,
    roles: ['539082325061836999', '539082325061836998'],
    permissions: '2147483647',
    joined_at: '2017-03-13T19:19:14.040000+00:00',
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    avatar: null,
    communication_disabled_until: null,
  },
};
const message = {
  id: '846462639134605313',
  channel_id: '645027906669510667',
  type: 20,
  content: '',
  flags: 32832,
  author: { ...user, bot: true },
  components: [],
  embeds: [],
  attachments: [],
  interaction_metadata: { id: '846462639134605300', type: 2, user },
  timestamp: '2026-05-24T19:00:00.000000+00:00',
};
const attachment = {
  id: '1050',
  filename: 'outlook.pdf',
  size: 4711,
  url: 'https://cdn.discordapp.com/ephemeral-attachments/1/2/outlook.pdf?ex=1&is=2&hm=3',
  proxy_url: 'https://media.discordapp.net/ephemeral-attachments/1/2/outlook.pdf',
  content_type: 'application/pdf',
  ephemeral: true,
};
const command = (data: object) => ({
  ...envelope,
  type: 2,
  data: { id: '771825006014889984', type: 1, guild_id: envelope.guild_id, ...data },
});

const fixtures: readonly (readonly [string, object, Payload['asked']])[] = [
  [
    'a command with options of each type',
    command({
      name: 'ask',
      options: [
        { type: 3, name: 'title', value: 'Will it rain?' },
        { type: 4, name: 'bins', value: 8 },
        { type: 5, name: 'private', value: true },
      ],
    }),
    { kind: 'command', name: 'ask', fields: { title: 'Will it rain?', bins: '8', private: 'true' } },
  ],
  ['a command without options', command({ name: 'help' }), { kind: 'command', name: 'help', fields: {} }],
  [
    'a subcommand',
    command({
      name: 'drafts',
      options: [{ type: 1, name: 'show', options: [{ type: 3, name: 'draft', value: 'D3' }] }],
    }),
    { kind: 'command', name: 'drafts show', fields: { draft: 'D3' } },
  ],
  [
    'a command with a file',
    command({
      name: 'article',
      options: [{ type: 11, name: 'file', value: '1050' }],
      resolved: { attachments: { '1050': attachment } },
    }),
    {
      kind: 'command',
      name: 'article',
      fields: {
        file: { filename: 'outlook.pdf', size: 4711, url: attachment.url, content_type: 'application/pdf' },
      },
    },
  ],
  [
    'an option being typed',
    {
      ...command({
        name: 'bet',
        options: [
          { type: 3, name: 'question', value: 'Q7' },
          { type: 3, name: 'outcome', value: 'ye', focused: true },
        ],
      }),
      type: 4,
    },
    {
      kind: 'autocomplete',
      name: 'bet',
      fields: { question: 'Q7', outcome: 'ye' },
      focused: 'outcome',
      typed: 'ye',
    },
  ],
  [
    'a menu on a message',
    command({
      type: 3,
      name: 'Find predictions',
      target_id: '867793854505943041',
      resolved: {
        messages: {
          '867793854505943041': {
            ...message,
            id: '867793854505943041',
            content: 'Look:',
            embeds: [{ type: 'article', title: 'Outlook', description: 'It will rain by 2028.' }],
          },
        },
      },
    }),
    { kind: 'message menu', name: 'Find predictions', text: 'Look:\n\nOutlook\n\nIt will rain by 2028.' },
  ],
  [
    'a menu on a member',
    command({
      type: 2,
      name: 'Track record',
      target_id: user.id,
      resolved: {
        users: { [user.id]: user },
        members: {
          [user.id]: {
            nick: 'The Mason',
            roles: [],
            permissions: '0',
            joined_at: '2017-03-13T19:19:14.040000+00:00',
          },
        },
      },
    }),
    { kind: 'user menu', name: 'Track record', userId: user.id, userName: 'The Mason' },
  ],
  [
    'a button',
    { ...envelope, type: 3, message, data: { component_type: 2, id: 4, custom_id: 'rclose?question=7' } },
    { kind: 'component', customId: 'rclose?question=7', values: null },
  ],
  [
    'a menu on a card',
    {
      ...envelope,
      type: 3,
      message,
      data: { component_type: 3, id: 4, custom_id: 'sbet?outcome=', values: ['YES'] },
    },
    { kind: 'component', customId: 'sbet?outcome=', values: ['YES'] },
  ],
  [
    'a form with labels, as it is sent today',
    {
      ...envelope,
      type: 5,
      message,
      data: {
        custom_id: 'mforecast?question=Q7',
        components: [
          { type: 10, id: 1 },
          { type: 18, id: 2, component: { type: 4, id: 3, custom_id: 'probability', value: '70%' } },
          { type: 18, id: 4, component: { type: 3, id: 5, custom_id: 'flag', values: ['yes'] } },
          { type: 18, id: 6, component: { type: 19, id: 7, custom_id: 'file', values: ['1050'] } },
          { type: 18, id: 8, component: { type: 3, id: 9, custom_id: 'none', values: [] } },
        ],
        resolved: { attachments: { '1050': attachment } },
      },
    },
    {
      kind: 'modal',
      customId: 'mforecast?question=Q7',
      fields: {
        probability: '70%',
        flag: 'yes',
        file: { filename: 'outlook.pdf', size: 4711, url: attachment.url, content_type: 'application/pdf' },
      },
    },
  ],
  [
    'a form with rows, as it was sent before',
    {
      ...envelope,
      type: 5,
      data: {
        custom_id: 'mhelp',
        components: [{ type: 1, components: [{ type: 4, custom_id: 'command', value: 'bet' }] }],
      },
    },
    { kind: 'modal', customId: 'mhelp', fields: { command: 'bet' } },
  ],
];

describe('interactions as documented', () => {
  it.each(fixtures)('%s', (_, raw, asked) => {
    expect(readPayload(raw)).toMatchObject({
      id: envelope.id,
      application: envelope.application_id,
      token: envelope.token,
      guild: envelope.guild_id,
      channel: envelope.channel_id,
      locale: 'de',
      user: { id: user.id, name: 'Mason M.' },
      roles: envelope.member.roles,
      admin: true,
    });
    expect(readPayload(raw)?.asked).toEqual(asked);
  });

  it('knows a member by nickname, display name or name, in this order', () => {
    const named = (nick: string | null, global_name: string | null) =>
      readPayload({
        ...command({ name: 'help' }),
        member: { ...envelope.member, nick, user: { ...user, global_name } },
      })?.user.name;
    expect([named('Nick', 'Global'), named(null, 'Global'), named(null, null)]).toEqual([
      'Nick',
      'Global',
      'mason',
    ]);
  });

  it.each([
    ['0', false],
    ['32', true],
    ['31', false],
    ['9007199254740993', false],
    ['9223372036854775807', true],
  ])('permissions of %s make an admin: %s', (permissions, admin) => {
    expect(
      readPayload({ ...command({ name: 'help' }), member: { ...envelope.member, permissions } })?.admin,
    ).toBe(admin);
  });

  it('in a direct message has a user and no server', () => {
    const { guild_id: _, member: __, ...rest } = command({ name: 'help' });
    expect(readPayload({ ...rest, user })).toMatchObject({
      guild: null,
      admin: false,
      roles: [],
      user: { id: user.id },
    });
  });

  it('tells an ephemeral card from a public one', () => {
    const press = { ...envelope, type: 3, data: { component_type: 2, custom_id: 'rhelp' } };
    expect(readPayload({ ...press, message })?.message).toEqual({ id: message.id, ephemeral: true });
    expect(readPayload({ ...press, message: { ...message, flags: 32768 } })?.message?.ephemeral).toBe(false);
    expect(readPayload(press)?.message).toBeNull();
  });

  it('of a kind that is not used here is nothing', () => {
    expect(readPayload({ ...envelope, type: 1, data: undefined })).toBeNull();
    expect(readPayload({ ...envelope, type: 77, data: {} })).toBeNull();
  });
});

it('anything else throws or is nothing, and never comes out half read', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.record({
          ...Object.fromEntries(Object.keys(envelope).map((key) => [key, fc.anything()])),
          type: fc.nat(6),
          data: fc.anything(),
        }),
        fc.record({ type: fc.nat(6), data: fc.anything() }).map((some) => ({ ...envelope, ...some })),
      ),
      (raw) => {
        readAddress(raw);
        let payload: Payload | null;
        try {
          payload = readPayload(raw);
        } catch {
          return;
        }
        if (payload !== null) expect(typeof payload.user.id).toBe('string');
      },
    ),
  );
});
