import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from './counterpart/json.ts';
import { signingSecret } from './counterpart/slack.ts';
import { encode, HttpTransport, type Kind, sign } from './counterpart/transport.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let http: HttpTransport;

beforeAll(async () => {
  world = await openWorld('http');
  if (!(world.slack.transport instanceof HttpTransport)) throw new Error('not over HTTP');
  http = world.slack.transport;
});
afterAll(() => world.close());

const seconds = () => Math.floor(Date.now() / 1000);

/** What the database holds of anybody: nothing may come of what was refused. */
const stored = async (): Promise<number> => {
  const { client } = world.db;
  const counts = await Promise.all([
    client.community.count(),
    client.person.count(),
    client.invocation.count(),
  ]);
  return counts.reduce((a, b) => a + b, 0);
};

const signed = (kind: Kind, payload: Json, stamp = seconds()) => {
  const { type, body } = encode(kind, payload);
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(stamp),
      'x-slack-signature': sign(signingSecret, stamp, body),
    },
  };
};

describe('a request that Slack did not send, or not now, or not like this', () => {
  const command = () => world.slack.as('ada').slash('help');

  it.each([
    [
      'unsigned',
      async () => ({
        ...signed('slash_commands', await command()),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      401,
    ],
    [
      'signed with another secret',
      async () => {
        const { body, headers } = signed('slash_commands', await command());
        const stamp = Number(headers['x-slack-request-timestamp']);
        return { body, headers: { ...headers, 'x-slack-signature': sign('another', stamp, body) } };
      },
      401,
    ],
    [
      'changed on the way',
      async () => {
        const { body, headers } = signed('slash_commands', await command());
        return { body: body.replace('help', 'setup'), headers };
      },
      401,
    ],
    ['six minutes old', async () => signed('slash_commands', await command(), seconds() - 360), 401],
    ['six minutes ahead', async () => signed('slash_commands', await command(), seconds() + 360), 401],
    [
      'without a number for a timestamp',
      async () => {
        const { body, headers } = signed('slash_commands', await command());
        return { body, headers: { ...headers, 'x-slack-request-timestamp': 'now' } };
      },
      401,
    ],
    [
      'truncated',
      async () => {
        const { body, headers } = signed(
          'events_api',
          world.slack.as('ada').event({ type: 'app_mention', channel: 'C1', text: 'x' }),
        );
        const cut = body.slice(0, -20);
        const stamp = Number(headers['x-slack-request-timestamp']);
        return { body: cut, headers: { ...headers, 'x-slack-signature': sign(signingSecret, stamp, cut) } };
      },
      400,
    ],
    [
      'null',
      async () => {
        const stamp = seconds();
        return {
          body: 'null',
          headers: {
            'content-type': 'application/json',
            'x-slack-request-timestamp': String(stamp),
            'x-slack-signature': sign(signingSecret, stamp, 'null'),
          },
        };
      },
      400,
    ],
    [
      'two megabytes long',
      async () => signed('slash_commands', { ...(await command()), text: 'x'.repeat(2_000_000) }),
      413,
    ],
    [
      'of another workspace',
      async () => signed('slash_commands', { ...(await command()), team_id: 'TSOMEONEELSE' }),
      401,
    ],
    [
      'an event of another workspace',
      async () =>
        signed('events_api', {
          ...world.slack.as('ada').event({ type: 'app_mention', channel: 'C1', text: 'help' }),
          team_id: 'TSOMEONEELSE',
          authorizations: [{ team_id: 'TSOMEONEELSE', enterprise_id: null, user_id: 'U1', is_bot: true }],
        }),
      401,
    ],
  ] as const)('%s', async (_, make, status) => {
    const before = world.log.length;
    const { body, headers } = await make();
    const ack = await http.send(body, headers);
    expect(ack.status).toBe(status);
    expect(world.log.length).toBeGreaterThan(before);
    expect(await stored()).toBe(0);
    expect(world.slack.api.messages).toEqual([]);
  });

  it('of a kind nobody knows: not acknowledged, logged, harmless', async () => {
    const { body, headers } = signed('interactive', {
      type: 'something_new',
      team: { id: world.slack.api.team.id },
      user: { id: 'U1' },
    });
    expect((await http.send(body, headers)).status).toBe(404);
    expect(await stored()).toBe(0);
  });

  it('that comes a second time word for word', async () => {
    const { body, headers } = signed('slash_commands', await command());
    expect((await http.send(body, headers)).status).toBe(200);
    await world.slack.as('ada').sees('forecast');
    const seen = world.slack.api.messages.length;
    expect((await http.send(body, headers)).status).toBe(401);
    expect(world.slack.api.messages).toHaveLength(seen);
  });

  it('of any other shape at all', async () => {
    const before = await stored();
    const scrap = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, 0, '', 'x', '__proto__', '<!channel>', world.slack.api.team.id),
        fc.array(tie('any'), { maxLength: 2 }),
        tie('object'),
      ),
      object: fc.dictionary(
        fc.constantFrom(
          ...[
            'type',
            'event',
            'event_id',
            'team',
            'team_id',
            'user',
            'user_id',
            'actions',
            'action_id',
            'block_id',
            'id',
          ],
          ...[
            'view',
            'callback_id',
            'private_metadata',
            'command',
            'text',
            'trigger_id',
            'authorizations',
            'channel',
          ],
          ...[
            'container',
            'state',
            'values',
            'message',
            'files',
            'links',
            'value',
            'response_url',
            'enterprise',
          ],
        ),
        tie('any'),
        { maxKeys: 8 },
      ),
    })).object;
    const types = [
      'event_callback',
      'block_actions',
      'view_submission',
      'block_suggestion',
      'shortcut',
      'message_action',
    ];
    const scraps = fc.sample(scrap, 100).map((body, i) => ({
      team: { id: world.slack.api.team.id },
      team_id: world.slack.api.team.id,
      user: { id: world.slack.as('ada').id },
      trigger_id: `t${i}`,
      container: { type: 'view' },
      ...Object(body),
      type: types[i % types.length],
    }));
    const acks = await Promise.all(
      scraps.map((payload, i) => {
        const { body, headers } = signed(i % 3 === 0 ? 'events_api' : 'interactive', {
          ...payload,
          nonce: i,
        });
        return http.send(body, headers);
      }),
    );
    for (const ack of acks) expect([200, 400, 401, 404, 500]).toContain(ack.status);
    expect(await stored()).toBe(before);
    const ben = world.slack.as('ben');
    await ben.types('help');
    await ben.hears('/forecast');
  });

  it('answers the question whether this address is ours', async () => {
    const { body, headers } = signed('events_api', { type: 'url_verification', challenge: 'abc' });
    expect((await http.send(body, headers)).body).toEqual({ challenge: 'abc' });
  });

  it('has no other doors', async () => {
    const get = await fetch(`${http.options.url}/slack/events`);
    expect(get.status).toBe(404);
    expect((await fetch(`${http.options.url}/`)).status).toBe(404);
  });
});
