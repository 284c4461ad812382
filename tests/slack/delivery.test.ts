import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Chart, View } from '../../src/bot/view.ts';
import { list, objects, wordsOf } from './counterpart/json.ts';
import { openWorld, type World } from './world.ts';

const view = (title: string, more: View['blocks'] = []): View => ({ title, tone: 'neutral', blocks: more });

describe('what the outbox sends', () => {
  let world: World;
  let channel: string;
  beforeAll(async () => {
    world = await openWorld('socket');
    channel = `${world.slack.api.team.id}-${world.slack.channels.get('forecasts')}`;
  });
  afterAll(() => world.close());
  afterEach(() => {
    expect(world.slack.api.refused).toEqual([]);
    world.slack.api.faults.length = 0;
  });

  const posted = (title: string) => world.slack.api.messages.filter((m) => wordsOf(m.blocks).includes(title));
  const calls = (method: string) => world.slack.api.calls.filter((c) => c.method === method);

  it('posts into a channel, by its qualified and its bare id, and edits there', async () => {
    const sent = await world.platform.post(channel, view('First'), 'nonce-1');
    if (sent.outcome !== 'sent' || sent.ref === null) throw new Error('not sent');
    expect(sent.ref.channel).toBe(channel);
    expect(await world.platform.edit(sent.ref, view('Changed'))).toEqual(sent);
    expect(posted('Changed')).toHaveLength(1);
    expect(posted('First')).toHaveLength(0);
    const bare = await world.platform.post(channel.split('-')[1] ?? '', view('Bare'), 'nonce-2');
    expect(bare.outcome).toBe('sent');
  });

  it('writes to one person', async () => {
    const ben = world.slack.as('ben');
    const sent = await world.platform.direct(
      `${world.slack.api.team.id}-${ben.id}`,
      view('Your score'),
      'nonce-3',
    );
    expect(sent.outcome).toBe('sent');
    expect((await ben.sees('Your score')).channel).toMatch(/^D/);
  });

  it('sends a post that is tried again once, even when the answer to the first got lost', async () => {
    world.slack.api.faults.push({ method: 'chat.postMessage', times: 1, lost: true });
    const first = await world.platform.post(channel, view('Only once'), 'nonce-4');
    expect(first.outcome).toBe('later');
    const second = await world.platform.post(channel, view('Only once'), 'nonce-4');
    const third = await world.platform.post(channel, view('Only once'), 'nonce-4');
    expect(second.outcome).toBe('sent');
    expect(third).toEqual(second);
    expect(posted('Only once')).toHaveLength(1);
  });

  it('does not send again what the run before it sent', async () => {
    const sent = await world.platform.post(channel, view('Across runs'), 'nonce-5');
    const second = await world.second();
    try {
      expect(await second.post(channel, view('Across runs'), 'nonce-5')).toEqual(sent);
      expect(posted('Across runs')).toHaveLength(1);
    } finally {
      await second.stop();
    }
  });

  it('says how long Slack wants to be left alone', async () => {
    world.slack.api.faults.push({
      method: 'chat.postMessage',
      times: 1,
      status: 429,
      headers: { 'retry-after': '17' },
    });
    const before = calls('chat.postMessage').length;
    expect(await world.platform.post(channel, view('Limited'), 'nonce-6')).toEqual({
      outcome: 'later',
      seconds: 17,
      why: 'rate limited',
    });
    expect(calls('chat.postMessage')).toHaveLength(before + 1);
  });

  it.each([
    ['channel_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['token_revoked', 'gone'],
    ['internal_error', 'later'],
  ])('takes %s for %s', async (error, outcome) => {
    world.slack.api.faults.push({ method: 'chat.postMessage', times: 1, error });
    const sent = await world.platform.post(channel, view('Nowhere'), `nonce-${error}`);
    expect(sent.outcome).toBe(outcome);
  });

  it('leaves a deleted message alone, and a workspace it does not know', async () => {
    expect((await world.platform.edit({ channel, message: '1.1' }, view('x'))).outcome).toBe('gone');
    expect((await world.platform.post('TELSEWHERE-C1', view('x'), 'nonce-7')).outcome).toBe('gone');
    expect((await world.platform.direct('TELSEWHERE-U1', view('x'), 'nonce-8')).outcome).toBe('gone');
  });

  it('makes one edit of many that come at once, and shows the newest', async () => {
    const sent = await world.platform.post(channel, view('Card 0'), 'nonce-9');
    if (sent.outcome !== 'sent' || sent.ref === null) throw new Error('not sent');
    const { ref } = sent;
    const before = calls('chat.update').length;
    const edits = await Promise.all(
      Array.from({ length: 20 }, (_, i) => world.platform.edit(ref, view(`Card ${i + 1}`))),
    );
    expect(edits.every((edit) => edit.outcome === 'sent')).toBe(true);
    expect(calls('chat.update').length - before).toBeLessThanOrEqual(2);
    expect(posted('Card 20')).toHaveLength(1);
  });

  it('keeps a second between messages of one channel', async () => {
    const before = calls('chat.postMessage').length;
    await Promise.all([1, 2, 3].map((i) => world.platform.post(channel, view(`Paced ${i}`), `paced-${i}`)));
    const times = calls('chat.postMessage')
      .slice(before)
      .map((c) => c.at);
    expect(times).toHaveLength(3);
    for (let i = 1; i < times.length; i++) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThan(900);
  });

  it('uploads a chart with its words, waits until it is ready, and once', async () => {
    const chart: Chart = {
      kind: 'calibration',
      title: 'Calibration of Ada',
      bins: [{ count: 12, meanForecast: 0.7, observed: 0.6, low: 0.4, high: 0.8 }],
    };
    const shown = view('Score', [{ kind: 'image', chart, alt: 'Of 12 forecasts near 70%, 60% came true.' }]);
    world.slack.api.uploadsReadyAfter = 2;
    expect((await world.platform.post(channel, shown, 'chart-1')).outcome).toBe('sent');
    const [message] = posted('Calibration of Ada');
    const image = [...objects(message?.blocks)].find((o) => o.type === 'image');
    expect(image?.alt_text).toBe('Of 12 forecasts near 70%, 60% came true.');
    expect([...world.slack.api.uploads.values()].map((u) => u.alt)).toEqual([
      'Of 12 forecasts near 70%, 60% came true.',
    ]);
    expect((await world.platform.post(channel, shown, 'chart-2')).outcome).toBe('sent');
    expect(world.slack.api.uploads.size).toBe(1);
  });

  it('tells a chart in words when it cannot be uploaded', async () => {
    const chart: Chart = { kind: 'calibration', title: 'Unseen', bins: [] };
    world.slack.api.faults.push({ method: 'files.getUploadURLExternal', times: 3, error: 'fatal_error' });
    const shown = view('Score', [{ kind: 'image', chart, alt: 'Nothing resolved yet.' }]);
    expect((await world.platform.post(channel, shown, 'chart-3')).outcome).toBe('sent');
    const [message] = posted('Unseen');
    expect(list(message?.blocks).some((b) => wordsOf(b).includes('Nothing resolved yet.'))).toBe(true);
  });
});
