import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discordPlatform, registerCommands } from '../../src/bot/platforms/discord/index.ts';
import type { View } from '../../src/bot/view.ts';
import { register } from '../../src/cli/register.ts';
import { held, ran, sampleCommands } from './samples.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown({ commands: sampleCommands });
});
afterAll(() => town.close());
beforeEach(() => {
  ran.length = 0;
  town.proxy.wrong.length = 0;
});
afterEach(() => expect(town.proxy.wrong).toEqual([]));

const view: View = { title: 'News', tone: 'info', blocks: [{ kind: 'text', text: 'Something @here' }] };
const posts = (method: string, path: string) => method === 'POST' && path === '/channels/2001/messages';
const textsIn = async (channel: string) =>
  (await town.messages(channel)).map((m) => JSON.stringify(m.components));
const countOf = async (words: string) =>
  (await textsIn('2001')).filter((text) => text.includes(words)).length;
const titled = (title: string): View => ({ ...view, title });

describe('a message posted', () => {
  it('stands in its channel, can be edited, and pings nobody', async () => {
    const posted = await town.platform.post('2001', titled('First'), 'n1');
    expect(posted).toEqual({
      outcome: 'sent',
      ref: { channel: '2001', message: expect.stringMatching(/^\d+$/) },
    });
    expect(await countOf('First')).toBe(1);
    const ref = posted.outcome === 'sent' ? posted.ref : null;
    if (ref === null) throw new Error('no message');
    expect(await town.platform.edit(ref, titled('Second'))).toEqual({ outcome: 'sent', ref });
    expect([await countOf('First'), await countOf('Second')]).toEqual([0, 1]);
    for (const { body } of town.proxy.seen.filter((s) => s.path.startsWith('/channels/')))
      expect(body.allowed_mentions).toEqual({ parse: [] });
  });

  it('arrives once though its answer was lost on the way', async () => {
    town.proxy.fail({ match: posts, when: 'after', status: 502 });
    const before = town.proxy.seen.length;
    expect(await town.platform.post('2001', titled('Once'), 'n2')).toMatchObject({ outcome: 'sent' });
    const sent = town.proxy.seen.slice(before);
    expect(sent.map((s) => s.status)).toEqual([502, 200]);
    expect(sent.every((s) => s.body.enforce_nonce && s.body.nonce === sent[0]?.body.nonce)).toBe(true);
    expect(await countOf('Once')).toBe(1);
  });

  it('arrives once though the connection was closed under it', async () => {
    for (const [when, title] of [
      ['before', 'Cut before'],
      ['after', 'Cut after'],
    ] as const) {
      town.proxy.fail({ match: posts, when, status: 'cut' });
      expect(await town.platform.post('2001', titled(title), title)).toMatchObject({ outcome: 'sent' });
      expect(await countOf(title)).toBe(1);
    }
  });

  it('waits out a rate limit', async () => {
    town.proxy.fail({
      match: posts,
      when: 'before',
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 0.3, global: false },
      headers: { 'retry-after': '0.3', 'x-ratelimit-scope': 'user' },
    });
    const start = performance.now();
    expect(await town.platform.post('2001', titled('Later'), 'n3')).toMatchObject({ outcome: 'sent' });
    expect(performance.now() - start).toBeGreaterThan(280);
  });

  it.each([
    ['a deleted channel', 404, 10003, 'The channel was deleted.'],
    ['a channel that it cannot see', 403, 50001, 'cannot see the channel'],
    ['a channel that it may not write in', 403, 50013, 'Give it View Channel, Send Messages'],
    ['a locked thread', 403, 40067, 'refused'],
    ['a body that Discord does not take', 400, 50035, 'Discord refused the message'],
  ])('into %s is given up, in plain words', async (_, status, code, words) => {
    town.proxy.fail({ match: posts, when: 'before', status, body: { code, message: 'No' } });
    const done = await town.platform.post('2001', view, `code ${code}`);
    expect(done).toMatchObject({ outcome: 'gone', why: expect.stringContaining(words) });
  });

  it('into a channel that never was is given up', async () => {
    expect(await town.platform.post('404404', view, 'n4')).toEqual({
      outcome: 'gone',
      why: 'The channel was deleted.',
    });
  });

  it('while Discord is down is tried again later', async () => {
    town.proxy.fail({ match: posts, when: 'before', status: 503, times: 4 });
    expect(await town.platform.post('2001', view, 'n5')).toEqual({
      outcome: 'later',
      seconds: 30,
      why: 'Discord answered 503.',
    });
  });

  it('is tried again later when the wait would be long', async () => {
    const body = { message: 'You are being rate limited.', retry_after: 120, global: false };
    town.proxy.fail({ match: posts, when: 'before', status: 429, body, headers: { 'retry-after': '120' } });
    expect(await town.platform.post('2001', titled('Much later'), 'n8')).toEqual({
      outcome: 'later',
      seconds: 121,
      why: 'Discord asked for a pause.',
    });
  });

  it('that is too old to be edited again is left alone', async () => {
    const patched = (method: string) => method === 'PATCH';
    const message = '1573000000000000000';
    const body = { code: 30046, message: 'Maximum number of edits to messages older than 1 hour reached' };
    for (const answer of [
      { status: 429, body: { ...body, retry_after: 1800 }, headers: { 'retry-after': '1800' } },
      { status: 400, body },
    ]) {
      town.proxy.fail({ match: patched, when: 'before', ...answer });
      expect(await town.platform.edit({ channel: '2001', message }, view)).toMatchObject({
        outcome: 'gone',
        why: expect.stringContaining('older than an hour'),
      });
    }
  });

  it('that was deleted is left alone', async () => {
    expect(await town.platform.edit({ channel: '2001', message: '123' }, view)).toEqual({
      outcome: 'gone',
      why: 'The message was deleted.',
    });
  });

  it('can have a thread of its own', async () => {
    const posted = await town.platform.post('2001', titled('Q7'), 'n6');
    if (posted.outcome !== 'sent' || posted.ref === null) throw new Error('not posted');
    const thread = await town.platform.thread?.(posted.ref, `Will it\nrain? ${'x'.repeat(200)}`);
    if (thread?.outcome !== 'sent' || thread.ref === null) throw new Error('no thread');
    const [made] = await town.twin.channel('2001').getThreads();
    expect(made).toMatchObject({
      id: thread.ref.channel,
      name: expect.stringMatching(/^Will it rain\? x+…$/),
    });
    expect(await town.platform.post(thread.ref.channel, titled('Inside'), 'n7')).toMatchObject({
      outcome: 'sent',
    });
  });
});

describe('a direct message', () => {
  it('reaches one person', async () => {
    const sent = await town.platform.direct(town.people.bob, titled('For Bob'), 'd1');
    const channel = sent.outcome === 'sent' ? sent.ref?.channel : undefined;
    expect(channel).toBeDefined();
    expect((await textsIn(channel ?? '')).join()).toContain('For Bob');
  });

  it('is given up where it is not wanted', async () => {
    town.proxy.fail({
      match: (method, path) => method === 'POST' && path.startsWith('/channels/9'),
      when: 'before',
      status: 403,
      body: { code: 50007, message: 'Cannot send messages to this user' },
    });
    expect(await town.platform.direct(town.people.cy, view, 'd2')).toMatchObject({
      outcome: 'gone',
      why: expect.stringContaining('no direct messages'),
    });
    expect(await town.platform.direct('3999', view, 'd3')).toMatchObject({ outcome: 'gone' });
  });
});

const direct = (who: 'bob' | 'cy' | 'dora', id: string, customId: string) => ({
  id,
  application_id: town.twin.botUserId,
  token: `direct-${id}`,
  version: 1,
  type: 3,
  channel_id: `9${town.people[who].slice(1)}`,
  user: { id: town.people[who], username: who },
  message: { id: '1', flags: 32768 },
  data: { component_type: 2, custom_id: customId },
  context: 1,
});

describe('a button in a direct message', () => {
  it('works for the one server that person and bot share', async () => {
    const payload = direct('dora', '880001', 'rwhisper?text=hi');
    // The twin lets everyone be everywhere; Dora is in her own server alone.
    await town.twin.prisma.guildMember.deleteMany({
      where: { userId: town.people.dora, guildId: '1001' },
    });
    await town.dispatch(payload);
    const answered = await town.answerTo(payload);
    expect(answered.private).toBe(true);
    expect(answered.text).toContain('hi');
    const place = await town.db.client.place.findFirst({ where: { externalId: '1002' } });
    expect(place).not.toBeNull();
  });

  it('is not guessed for one who is in several', async () => {
    const payload = direct('cy', '880002', 'rwhisper?text=hi');
    await town.dispatch(payload);
    expect((await town.answerTo(payload)).text).toContain('Which server?');
    expect(ran).toEqual([]);
  });
});

describe('answers on a bad line', () => {
  const callback = (_: string, path: string) => path.endsWith('/callback');

  it('are acknowledged once though the acknowledgement was lost on the way', async () => {
    town.proxy.fail({ match: callback, when: 'after', status: 502 });
    const answered = await town.slash('bob', 'whisper', { text: 'once' });
    expect(answered.text).toContain('once');
    expect(ran).toEqual(['whisper once']);
  });

  it('are acknowledged once though the connection was closed under it', async () => {
    town.proxy.fail({ match: callback, when: 'after', status: 'cut' });
    expect((await town.slash('bob', 'whisper', { text: 'cut' })).text).toContain('cut');
    expect(ran).toEqual(['whisper cut']);
  });

  it('come though Discord is slow', async () => {
    town.proxy.fail({ match: callback, when: 'after', status: 0, delay: 700 });
    expect((await town.slash('bob', 'whisper', { text: 'slow' })).text).toContain('slow');
  });

  it('that come too late for their interaction come as a message', async () => {
    const expired = {
      status: 401,
      body: { code: 50027, message: 'Invalid Webhook Token' },
      when: 'before',
    } as const;
    town.proxy.fail({ match: (m, path) => m === 'PATCH' && path.startsWith('/webhooks'), ...expired });
    const data = {
      id: '1',
      name: 'shout',
      type: 1,
      options: [{ name: 'text', type: 3, value: 'very late' }],
    };
    await town.twin.simulateInteraction({ type: 2, channelId: '2001', userId: town.people.bob, data });
    await town.until('the message', async () => ((await countOf('very late')) === 1 ? true : null));

    town.proxy.fail({ match: (m, path) => m === 'PATCH' && path.startsWith('/webhooks'), ...expired });
    const secret = { ...data, name: 'whisper', options: [{ name: 'text', type: 3, value: 'late secret' }] };
    await town.twin.simulateInteraction({
      type: 2,
      channelId: '2001',
      userId: town.people.bob,
      data: secret,
    });
    await town.until('the direct message', async () =>
      (await textsIn(`9${town.people.bob.slice(1)}`)).join().includes('late secret') ? true : null,
    );
    expect(await countOf('late secret')).toBe(0);
  });
});

describe('the gateway', () => {
  it('is resumed when it drops, and nothing said meanwhile is lost', async () => {
    const { identified, resumed } = town.proxy.gateway.counts();
    town.proxy.dropGateway();
    const answered = await town.slash('bob', 'whisper', { text: 'said while away' });
    expect(answered.text).toContain('said while away');
    expect(town.proxy.gateway.counts()).toEqual({ identified, resumed: resumed + 1 });
  });
});

describe('what nobody documented', () => {
  const valid = {
    application_id: '1',
    version: 1,
    type: 2,
    guild_id: '1001',
    channel_id: '2001',
    member: { user: { id: '3002', username: 'bob' }, roles: [], permissions: '0' },
    data: { id: '1', name: 'whisper', type: 1, options: [{ name: 'text', type: 3, value: 'x' }] },
  };
  const hostile: [string, unknown][] = [
    ['nothing', null],
    ['a word', 'hello'],
    ['an empty object', {}],
    ['no data', { ...valid, data: undefined }],
    ['no member and no user', { ...valid, member: undefined }],
    ['a member without permissions', { ...valid, member: { user: valid.member.user, roles: [] } }],
    ['permissions that are no number', { ...valid, member: { ...valid.member, permissions: '-1 OR 1=1' } }],
    ['roles that are no list', { ...valid, member: { ...valid.member, roles: 'admin' } }],
    ['an id that is no number', { ...valid, guild_id: '../1002' }],
    ['an unknown type', { ...valid, type: 99 }],
    ['options that are no list', { ...valid, data: { ...valid.data, options: 'text' } }],
    ['an option without a name', { ...valid, data: { ...valid.data, options: [{ type: 3, value: 'x' }] } }],
    [
      'an option of an object',
      { ...valid, data: { ...valid.data, options: [{ name: 'text', type: 3, value: {} }] } },
    ],
    [
      'an attachment that is not there',
      { ...valid, data: { ...valid.data, name: 'label', options: [{ name: 'file', type: 11, value: '9' }] } },
    ],
    ['a menu without its target', { ...valid, data: { ...valid.data, type: 3, name: 'Find predictions' } }],
    [
      'a menu of another program',
      {
        ...valid,
        data: {
          id: '1',
          name: 'Delete all',
          type: 3,
          target_id: '5',
          resolved: { messages: { '5': { content: 'x' } } },
        },
      },
    ],
    [
      'a button that is not ours',
      { ...valid, type: 3, data: { component_type: 2, custom_id: 'confirm_yes_1' } },
    ],
    ['a button of nothing', { ...valid, type: 3, data: { component_type: 2 } }],
    [
      'a button with far too long an id',
      { ...valid, type: 3, data: { component_type: 2, custom_id: 'r'.repeat(5000) } },
    ],
    [
      'a menu with no choice',
      { ...valid, type: 3, data: { component_type: 3, custom_id: 'swhisper?text=', values: [] } },
    ],
    ['a form as a button', { ...valid, type: 3, data: { component_type: 2, custom_id: 'mwhisper' } }],
    ['a form of nobody', { ...valid, type: 5, data: { custom_id: 'p0123456789abcdef', components: [] } }],
    ['a form without fields', { ...valid, type: 5, data: { custom_id: 'mwhisper' } }],
    [
      'a form with unknown fields',
      {
        ...valid,
        type: 5,
        data: {
          custom_id: 'mwhisper',
          components: [{ type: 18, component: { type: 4, custom_id: '__proto__', value: 'x' } }],
        },
      },
    ],
    ['a completion of nothing', { ...valid, type: 4, data: { id: '1', name: 'pick', type: 1, options: [] } }],
  ];

  it('is refused where it can be, logged, and harms nothing', async () => {
    let id = 770_000;
    for (const [, payload] of hostile) {
      id += 1;
      const told = typeof payload === 'object' && payload !== null && 'type' in payload;
      await town.dispatch(told ? { id: String(id), token: `hostile-${id}`, ...payload } : payload);
    }
    await town.slash('bob', 'whisper', { text: 'still here' });
    const warned = town.logged.filter((line) => line.msg.startsWith('Discord sent'));
    expect(warned.length).toBeGreaterThanOrEqual(15);
    expect(ran).toEqual(['whisper still here']);
    // Everyone who could be told was told, by one first answer and to themselves.
    const answers = town.proxy.seen.filter(
      (s) => s.path.includes('/hostile-') && s.path.endsWith('/callback'),
    );
    expect(answers.length).toBeGreaterThanOrEqual(18);
    for (const { body } of answers)
      if (body.type === 4 || body.type === 5)
        expect(Number(body.data?.flags ?? 0) & 64, JSON.stringify(body)).toBe(64);
  });

  it('that comes twice has its effect once', async () => {
    const payload = { ...valid, application_id: town.twin.botUserId, id: '990001', token: 'twice' };
    await town.dispatch(payload);
    await town.answerTo(payload);
    await town.dispatch(payload);
    await town.slash('bob', 'whisper', { text: 'after' });
    expect(ran).toEqual(['whisper x', 'whisper after']);
  });

  it('with fields that nobody knows is read all the same', async () => {
    const payload = {
      ...valid,
      application_id: town.twin.botUserId,
      id: '990002',
      token: 'newer',
      brand_new: { deep: [1] },
      data: { ...valid.data, also_new: true },
    };
    await town.dispatch(payload);
    expect((await town.answerTo(payload)).text).toContain('x');
  });
});

describe('registering commands', () => {
  const puts = () => town.proxy.seen.filter((s) => s.method === 'PUT').length;

  it('happens at start, and not again while Discord has the same', async () => {
    const before = puts();
    expect(before).toBe(1);
    const config = { token: town.twin.botToken, apiUrl: town.proxy.url, guildId: null };
    expect(await registerCommands(sampleCommands, config)).toMatchObject({ changed: false });
    expect(puts()).toBe(before);
    expect(await registerCommands(sampleCommands.slice(1), config)).toMatchObject({ changed: true });
    expect(await registerCommands(sampleCommands, config)).toMatchObject({ changed: true });
  });

  it('can be done from the command line', async () => {
    Object.assign(process.env, { DISCORD_TOKEN: town.twin.botToken, DISCORD_API_URL: town.proxy.url });
    try {
      const { json, text } = await register([]);
      expect(json).toEqual({ changed: true, total: expect.any(Number) });
      expect(text).toMatch(/^\d+ commands registered with Discord\.$/);
      expect((await register([])).text).toContain('already');
    } finally {
      process.env.DISCORD_TOKEN = '';
      process.env.DISCORD_API_URL = '';
    }
    await expect(register([])).rejects.toThrow('Set DISCORD_TOKEN');
  });

  it('can be for one server alone', async () => {
    const config = { token: town.twin.botToken, apiUrl: town.proxy.url, guildId: '1001' };
    expect(await registerCommands(sampleCommands, config)).toMatchObject({ changed: true });
    expect(town.proxy.seen.at(-1)?.path).toContain('/guilds/1001/commands');
    expect(await registerCommands(sampleCommands, config)).toMatchObject({ changed: false });
  });
});

describe('starting and stopping', () => {
  it('tells the operator where to invite it from', () => {
    expect(town.logged.map((line) => line.msg).join('\n')).toContain(
      'https://discord.com/oauth2/authorize?client_id=',
    );
  });

  it('with a wrong token says so', async () => {
    const config = { token: 'wrong', apiUrl: town.proxy.url, guildId: null };
    await expect(discordPlatform(town.app, config).start()).rejects.toThrow(/token/i);
  });

  it('finishes what it began, and begins nothing more', async () => {
    const data = { id: '1', name: 'hold', type: 1, options: [] };
    const who = { type: 2, channelId: '2001', userId: town.people.bob };
    const begun = await town.twin.simulateInteraction({ ...who, data });
    await town.until('the command', () => (held.length === 1 ? true : null));
    const stopped = town.platform.stop();
    await town.twin.simulateInteraction({ ...who, data: { ...data, name: 'shout' } });
    held[0]?.();
    await stopped;
    expect((await town.answerTo(begun)).text).toContain('Held');
    expect(ran).toEqual([]);
  });
});
