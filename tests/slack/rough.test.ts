import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { arg, optional } from '../../src/bot/args.ts';
import { command } from '../../src/bot/command.ts';
import { at, wordsOf } from './counterpart/json.ts';
import { SocketTransport } from './counterpart/transport.ts';
import { openWorld, transports, type World } from './world.ts';

/** Commands that show what a transport does to them. */
let runs = 0;
const counted = command({
  name: 'count',
  about: 'Counts how often it was run',
  args: {
    note: optional(arg.text('Anything', { positional: 'rest' })),
    seconds: optional(arg.integer('How long it takes', { min: 0, max: 5 })),
  },
  visibility: 'public',
  admin: false,
  examples: ['/count'],
  run: async (_, args) => {
    runs += 1;
    const mine = runs;
    await new Promise((resolve) => setTimeout(resolve, 1000 * (args.seconds ?? 0)));
    return { title: `Run ${mine} ${args.note ?? ''}`, tone: 'neutral', blocks: [] };
  },
});
const broken = command({
  name: 'broken',
  about: 'Fails as a bug would',
  args: {},
  visibility: 'public',
  admin: false,
  examples: ['/broken'],
  run: async () => {
    throw new Error('the secret reason');
  },
});
const form = command({
  name: 'form',
  about: 'Asks for something',
  args: { amount: arg.integer('A whole number', { min: 1, max: 10 }), word: arg.text('A word') },
  visibility: 'private',
  admin: false,
  examples: ['/form 3 word'],
  run: async (_, args) => {
    runs += 1;
    if (args.word === 'slowly') await new Promise((resolve) => setTimeout(resolve, 3200));
    return { title: `Thanks for ${args.amount} ${args.word}`, tone: 'good', blocks: [] };
  },
});

describe.each(transports)('Slack over %s, on a bad day', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(transport, [counted, broken, form]);
    world.slack.api.groups.set('S0JUDGES', [world.slack.as('ben').id]);
  });
  afterAll(() => world.close());
  afterEach(() => {
    expect(world.slack.api.refused).toEqual([]);
    world.slack.api.faults.length = 0;
    world.slack.api.flags.clear();
  });

  const ada = () => world.slack.as('ada');
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

  it('takes a command that comes twice once, and says so once', async () => {
    const payload = await ada().slash('count twice');
    const before = runs;
    await Promise.all([
      world.slack.deliver('slash_commands', payload),
      world.slack.deliver('slash_commands', payload),
    ]);
    await ada().sees('twice');
    await world.slack.deliver('slash_commands', payload, { num: 1, reason: 'http_timeout' });
    await quiet();
    expect(runs).toBe(before + 1);
    expect(
      ada()
        .seen()
        .filter((m) => wordsOf(m.blocks).includes('twice')),
    ).toHaveLength(1);
  });

  it('takes an event that is tried again once', async () => {
    const event = ada().event({
      type: 'app_mention',
      channel: ada().channel,
      text: `<@${world.slack.api.bot.user}> count mention`,
    });
    const before = runs;
    await world.slack.deliver('events_api', event);
    for (const num of [1, 2, 3]) await world.slack.deliver('events_api', event, { num, reason: 'timeout' });
    await ada().sees('mention');
    await quiet();
    expect(runs).toBe(before + 1);
  });

  it('acknowledges a slow command at once and answers later', async () => {
    const ack = await ada().types('count seconds:3 note:patience');
    expect(ack.ok).toBe(true);
    // Before the work, not after it: Slack waits 3 s, and so does the command.
    expect(ack.ms).toBeLessThan(2900);
    await ada().sees('patience');
  });

  it('shows a bug as a reference, and keeps the reason in the log', async () => {
    await ada().types('broken');
    const answer = await ada().sees('Reference');
    expect(answer.only).toBe(ada().id);
    const reference = /[0-9a-f]{8}/.exec(wordsOf(answer.blocks))?.[0] ?? 'none';
    expect(wordsOf(answer.blocks)).not.toContain('secret');
    expect(world.log.some((line) => line.includes(reference) && line.includes('the secret reason'))).toBe(
      true,
    );
  });

  it('says what is wrong beside each field, and keeps the form', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    expect(await ada().sends(modal, { Amount: '99', Word: 'x' })).toEqual({
      Amount: expect.stringContaining('from 1 to 10'),
    });
    expect(await ada().sends(modal, { Amount: '9', Word: 'lives' })).toEqual({});
    expect((await ada().sees('Thanks for 9 lives')).only).toBe(ada().id);
  });

  it('closes a form in time when the work takes longer, and answers where it was opened', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    const ack = await world.slack.deliver(
      'interactive',
      await ada().filled(modal, { Amount: '4', Word: 'slowly' }),
    );
    expect(ack.ok).toBe(true);
    expect(at(ack.body, 'response_action')).toBeUndefined();
    expect(
      ada()
        .seen()
        .some((m) => wordsOf(m.blocks).includes('Thanks for 4')),
    ).toBe(false);
    await ada().sees('Thanks for 4 slowly');
  });

  it('asks for patience in the modal where there is no channel, and answers there', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    const payload = await ada().filled(modal, { Amount: '5', Word: 'slowly' });
    const view = at(payload, 'view');
    const to = { channel: null, thread: null, url: null, until: null };
    const ack = await world.slack.deliver('interactive', {
      ...payload,
      view: {
        ...(typeof view === 'object' ? view : {}),
        private_metadata: JSON.stringify({ command: 'form', fixed: {}, to }),
      },
    });
    expect(wordsOf(ack.body)).toContain('One moment.');
    await ada().modal('Thanks for 5 slowly');
  });

  it('takes a form that was sent twice once', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    const payload = await ada().filled(modal, { Amount: '2', Word: 'times' });
    const before = runs;
    const acks = await Promise.all([
      world.slack.deliver('interactive', payload),
      world.slack.deliver('interactive', payload),
    ]);
    expect(acks.map((ack) => ack.ok)).toEqual([true, true]);
    await ada().sees('Thanks for 2 times');
    expect(runs).toBe(before + 1);
  });

  it('answers by another way when the response address is spent', async () => {
    world.slack.api.faults.push({ method: 'response_url', times: 1, error: 'expired_url' });
    await ada().types('count detour');
    const answer = await ada().sees('detour');
    expect(answer.via).toBe('api');
    expect(answer.channel).toBe(ada().channel);
  });

  it('does not try an address that is older than half an hour', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    world.advance(31 * 60_000);
    const used = [...world.slack.api.responseUrls.values()].map((one) => one.used);
    await ada().sends(modal, { Amount: '6', Word: 'late' });
    expect((await ada().sees('Thanks for 6 late')).via).toBe('api');
    expect([...world.slack.api.responseUrls.values()].map((one) => one.used)).toEqual(used);
  });

  it('takes an event that arrives an hour late', async () => {
    const event = ada().event({
      type: 'app_mention',
      channel: ada().channel,
      text: `<@${world.slack.api.bot.user}> count belated`,
    });
    await world.slack.deliver(
      'events_api',
      { ...event, event_time: Math.floor(Date.now() / 1000) - 3600 },
      { num: 3, reason: 'http_error' },
    );
    await ada().sees('belated');
  });

  it('writes to the person where it may not speak in the channel', async () => {
    world.slack.api.faults.push(
      { method: 'response_url', times: 1, error: 'used_url' },
      { method: 'chat.postEphemeral', times: 1, error: 'not_in_channel' },
    );
    await ada().types('help form');
    expect((await ada().sees('A whole number')).channel).toMatch(/^D/);
  });

  it('waits out a rate limit', async () => {
    world.slack.api.faults.push(
      { method: 'response_url', times: 1 },
      { method: 'chat.postMessage', times: 1, status: 429, headers: { 'retry-after': '1' } },
    );
    await ada().types('count limited');
    await ada().sees('limited');
  });

  it('sends it plainer when Slack refuses a layout after all', async () => {
    world.slack.api.faults.push(
      { method: 'response_url', times: 1 },
      { method: 'chat.postMessage', times: 2, error: 'invalid_blocks' },
    );
    await ada().types('count plainer');
    expect((await ada().sees('plainer')).blocks).toEqual([]);
  });

  it('does nothing for a deactivated account, a stranger or another app, and tells them', async () => {
    const before = runs;
    for (const [name, flags, words] of [
      ['ben', { deleted: true }, 'deactivated'],
      ['cyd', { team_id: 'TELSEWHERE' }, 'another workspace'],
    ] as const) {
      const person = world.slack.as(name);
      world.slack.api.flags.set(person.id, flags);
      await person.types('count');
      expect((await person.sees(words)).only).toBe(person.id);
      await world.slack.deliver('events_api', person.event({ type: 'user_change', user: { id: person.id } }));
      world.slack.api.flags.delete(person.id);
    }
    expect(runs).toBe(before);
    expect(await world.db.client.person.count({ where: { name: { in: ['Ben Oduya', 'Cyd Marek'] } } })).toBe(
      0,
    );
  });

  it('takes a user group for the role that it is', async () => {
    const ben = world.slack.as('ben');
    const admin = world.slack.as('admin');
    await ben.types('settings rules minimum:6');
    await ben.hears('for admins');
    await admin.types('settings roles admins:<!subteam^S0JUDGES|@judges>');
    await admin.hears('S0JUDGES');
    await ben.types('settings rules minimum:6');
    await ben.hears(/minimum|6 resolved/i);
  });

  it('lets a guest take part but never be an admin', async () => {
    const ben = world.slack.as('ben');
    world.slack.api.flags.set(ben.id, { is_restricted: true, is_admin: true });
    await world.slack.deliver('events_api', ben.event({ type: 'user_change', user: { id: ben.id } }));
    await ben.types('settings rules minimum:5');
    await ben.sees('for admins');
    await ben.types('count guest');
    await ben.sees('guest');
  });

  it('asks Slack again who somebody is when Slack says that they changed', async () => {
    const cyd = world.slack.as('cyd');
    await cyd.types('settings rules minimum:4');
    await cyd.sees('for admins');
    world.slack.api.flags.set(cyd.id, { is_admin: true });
    await world.slack.deliver('events_api', cyd.event({ type: 'user_change', user: { id: cyd.id } }));
    await cyd.types('settings rules minimum:4');
    await cyd.sees(/minimum|4 resolved/i);
  });

  it('acts on nothing when Slack does not say who asks', async () => {
    const before = runs;
    const admin = world.slack.as('admin');
    await world.slack.deliver('events_api', admin.event({ type: 'user_change', user: { id: admin.id } }));
    world.slack.api.faults.push({ method: 'users.info', times: 5, error: 'fatal_error' });
    await admin.types('count unknown');
    await admin.sees('did not answer who you are');
    expect(runs).toBe(before);
  });

  it('reads a file that is sent to it, and gives its token to nobody else', async () => {
    const asked: (string | undefined)[] = [];
    const words = 'Analysts expect that the bridge will open before 1 June 2029.';
    const elsewhere = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.end(words);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const address = elsewhere.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      world.slack.api.files.set('outlook.txt', words);
      const send = (url: string) =>
        world.slack.deliver(
          'events_api',
          ada().event({
            type: 'app_mention',
            channel: ada().channel,
            text: `<@${world.slack.api.bot.user}>`,
            files: [
              { name: 'outlook.txt', mimetype: 'text/plain', size: words.length, url_private_download: url },
            ],
          }),
        );
      await send(`${world.slack.api.url}/files/outlook.txt`);
      await ada().hears('1 draft from “outlook.txt”');
      await send(`http://127.0.0.1:${port}/files/outlook.txt`);
      await ada().hears('not kept by Slack');
      expect(asked).toEqual([]);
    } finally {
      elsewhere.close();
    }
  });

  it('ignores what no message of ours contains', async () => {
    await ada().types('help');
    const message = await ada().sees('forecast');
    const base = {
      type: 'block_actions',
      team: { id: world.slack.api.team.id },
      user: { id: ada().id, team_id: world.slack.api.team.id },
      container: { type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: true },
      channel: { id: message.channel },
    };
    const before = runs;
    for (const action of [
      { action_id: 'press:0', block_id: '0|', value: '__proto__' },
      { action_id: 'press:0', block_id: '0|', value: 'count?note=%ZZ' },
      { action_id: 'press:0', block_id: '0|', value: '' },
      { action_id: 'select', block_id: '0|x', selected_option: { value: 'y' } },
      { action_id: 'field', block_id: '||||', value: 'y' },
      { action_id: 'constructor', block_id: 'x' },
      { action_id: 'press:0', block_id: 'x', value: { $gt: '' } },
      { action_id: 'press:0' },
    ]) {
      const ack = await world.slack.deliver('interactive', {
        ...base,
        trigger_id: `t${Math.random()}`,
        actions: [action],
      });
      expect(ack.ok).toBe(true);
    }
    await quiet();
    expect(runs).toBeLessThanOrEqual(before + 1);
  });

  it('takes a forged form for an expired one', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    const payload = await ada().filled(modal, { Amount: '2', Word: 'forged' });
    const view = at(payload, 'view');
    const before = runs;
    for (const metadata of [
      '',
      'null',
      '{"command":"form"}',
      '{"command":"nothing","fixed":{},"to":{"channel":null,"thread":null,"url":null,"until":null}}',
      '['.repeat(1000),
    ]) {
      const ack = await world.slack.deliver('interactive', {
        ...payload,
        trigger_id: `forged${Math.random()}`,
        view: { ...(typeof view === 'object' ? view : {}), private_metadata: metadata },
      });
      expect(at(ack.body, 'response_action')).toBe('update');
      expect(wordsOf(ack.body)).toContain('expired');
    }
    expect(runs).toBe(before);
  });

  it('sends no answer to an address that is not Slack', async () => {
    await ada().types('form');
    const modal = await ada().modal('Amount');
    const to = {
      channel: ada().channel,
      thread: null,
      url: 'http://169.254.169.254/latest',
      until: Date.now() + 60_000,
    };
    const payload = await ada().filled(modal, { Amount: '3', Word: 'home' });
    const view = at(payload, 'view');
    await world.slack.deliver('interactive', {
      ...payload,
      view: {
        ...(typeof view === 'object' ? view : {}),
        private_metadata: JSON.stringify({ command: 'form', fixed: {}, to }),
      },
    });
    expect((await ada().sees('Thanks for 3 home')).via).toBe('api');
  });

  if (transport === 'socket') {
    it('survives frames that are no envelopes', async () => {
      const { transport: socket } = world.slack;
      if (!(socket instanceof SocketTransport)) throw new Error('not a socket');
      for (const frame of [
        '',
        '{',
        '[]',
        '"x"',
        '{"type":"mystery"}',
        '{"type":"interactive","envelope_id":"1","payload":{}}',
        '{"type":"slash_commands","envelope_id":"2"}',
      ])
        for (const connection of socket.connections) connection.send(frame);
      await quiet();
      await ada().types('count frames');
      await ada().sees('frames');
    });

    it('is told to go and comes back', async () => {
      const { transport: socket } = world.slack;
      if (!(socket instanceof SocketTransport)) throw new Error('not a socket');
      const opened = socket.opened;
      world.slack.api.faults.push({ method: 'apps.connections.open', times: 2, status: 500 });
      for (const connection of [...socket.connections]) {
        connection.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
        connection.close();
      }
      const end = Date.now() + 15_000;
      while (socket.opened === opened && Date.now() < end) await quiet();
      await quiet();
      await ada().types('count again');
      await ada().sees('again');
    });

    it('counts once what two connections of two processes bring', async () => {
      const second = await world.second();
      try {
        const payload = await ada().slash('count together');
        const before = runs;
        await Promise.all([
          world.slack.deliver('slash_commands', payload),
          world.slack.deliver('slash_commands', payload),
        ]);
        await ada().sees('together');
        await quiet();
        expect(runs).toBe(before + 1);
      } finally {
        await second.stop();
      }
    });
  }

  it('finishes what it began before it stops', async () => {
    const before = runs;
    const ack = await ada().types('count seconds:1 note:farewell');
    expect(ack.ok).toBe(true);
    await world.platform.stop();
    expect(runs).toBe(before + 1);
    await ada().sees('farewell');
    await expect(ada().types('count late')).rejects.toThrow();
  });
});
