import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type DueWork, startDue } from '../../src/bot/due.ts';
import { problemsOfBlocks } from './counterpart/documented.ts';
import { at, list, objects, wordsOf } from './counterpart/json.ts';
import type { Person } from './counterpart/slack.ts';
import { openWorld, transports, type World } from './world.ts';

const day = 24 * 3_600_000;
const article =
  'The national weather service expects that Vienna will see snow before 24 December 2028. Analysts at Example ' +
  'Research predict that inflation in the euro area will fall below 2 percent by March 2029.';
const inflation = 'inflation in the euro area fall below 2 percent';

describe.each(transports)('from an article to a leaderboard over %s', (transport) => {
  let world: World;
  let due: DueWork;
  let admin: Person;
  let ada: Person;
  let ben: Person;
  beforeAll(async () => {
    world = await openWorld(transport);
    due = startDue(world.app, [world.platform], 3_600_000);
    admin = world.slack.as('admin');
    ada = world.slack.as('ada');
    ben = world.slack.as('ben');
  });
  afterAll(async () => {
    await due.stop();
    await world.close();
  });
  afterEach(() => {
    expect(world.slack.api.refused).toEqual([]);
    expect(world.slack.acks.every((ack) => ack.ok)).toBe(true);
    expect(world.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('an admin chooses the channel, finds predictions in a message, edits one draft and approves another', async () => {
    await admin.types('settings channels announcements:here');
    await admin.sees(`slack:${world.slack.api.team.id}-${admin.channel}`);
    await admin.shortcut('predictions', { text: article, ts: '1700000000.000100' });
    const drafted = await admin.sees(inflation);
    // Deadlines count from the day on which the message was written.
    expect(wordsOf(drafted.blocks)).toContain('2023-11-14');
    expect(drafted.only).toBe(admin.id);

    await admin.presses(drafted, 'Edit…');
    const form = await admin.modal('Title');
    expect(await admin.sends(form, { Title: 'Will snow lie in Vienna by December 24, 2028?' })).toEqual({});
    await admin.sees('Will snow lie in Vienna');

    await admin.types('drafts approve D2');
    await admin.sees('Q1');
  });

  it('the question is announced as a card, to which anybody can answer', async () => {
    await due.round();
    const card = await ada.sees(inflation);
    expect(card.only).toBeNull();
    await ada.presses(card, '70%');
    const receipt = await ada.sees('70% YES');
    expect(receipt.only).toBe(ada.id);
  });

  it('the card follows what happens, in place', async () => {
    const card = world.slack.api.messages.find(
      (m) => m.only === null && wordsOf(m.blocks).includes(inflation),
    );
    expect(wordsOf(card?.blocks)).toContain('0 forecasters');
    await due.round();
    expect(card?.edits).toBe(1);
    expect(wordsOf(card?.blocks)).toContain('1 forecaster');
    expect(wordsOf(card?.blocks)).toContain('Ada Quist');
  });

  it('a member forecasts in the form, searching the question by a word of it', async () => {
    await ben.types('');
    const form = await ben.modal('Probability');
    expect(await ben.searches(form, 'Question', 'inflation')).toMatchObject([{ value: 'Q1' }]);
    await ben.sends(form, { Question: 'Q1', Probability: 'lots', Reason: 'Energy is cheap <!channel>' });
    // The form stays, with the reason above it and everything that was typed still in it.
    expect(wordsOf(form.view)).toMatch(/⛔|probability/);
    await ben.sends(form, { Question: 'Q1', Probability: '1 in 5', Reason: 'Energy is cheap <!channel>' });
    const receipt = await ben.sees('20% YES');
    expect(receipt.only).toBe(ben.id);
    expect([...objects(receipt.blocks)].some((o) => o.type === 'broadcast')).toBe(false);
  });

  it('bets by mention, for those alone who did', async () => {
    await ada.mentions('bet Q1 YES 50');
    const receipt = await ada.sees('950 points');
    expect(receipt.only).toBe(ada.id);
    await ben.types('bet Q1 NO 5000');
    await ben.sees(/hold|more than/);
  });

  it('nobody but an admin resolves, whatever is pressed', async () => {
    await ben.types('resolve Q1 NO');
    expect((await ben.sees('for admins')).only).toBe(ben.id);
  });

  it('App Home shows what awaits each: forecasts, scores, the review queue', async () => {
    await ben.opensHome();
    await ben.home(/points/i);
    await admin.opensHome();
    const home = await admin.home(/draft/i);
    expect(list(home.blocks).length).toBeLessThanOrEqual(100);
  });

  it('in App Home a press is answered in a modal', async () => {
    const home = await admin.home(/draft/i);
    await admin.pressesIn(home, 'VHOME', 'Review 1 draft');
    await admin.modal('Will snow lie in Vienna');
  });

  it('an admin resolves for everyone to see', async () => {
    world.advance(2 * day);
    await admin.types('resolve Q1 YES');
    const resolved = await ben.sees(/Resolved/);
    expect(resolved.only).toBeNull();
    expect(wordsOf(resolved.blocks)).toContain('Ada Quist');
    await ada.presses(resolved, 'My score');
    const score = await ada.hears('Brier score');
    expect(score.only).toBe(ada.id);
    // 70% throughout, and YES came: 0.3^2 + 0.3^2.
    expect(wordsOf(score.blocks)).toContain('0.180');
  });

  it('each who forecast is told their score, and the channel that it was resolved', async () => {
    await due.round();
    const told = await ada.sees(/Brier/);
    expect(told).toBeDefined();
    const direct = world.slack.api.messages.filter((m) => m.channel.startsWith('D'));
    expect(direct.length).toBeGreaterThanOrEqual(2);
    const card = world.slack.api.messages.find(
      (m) => m.only === null && wordsOf(m.blocks).includes(inflation),
    );
    expect(wordsOf(card?.blocks)).toContain('Resolved');
  });

  it('the leaderboard stands, with both, the better one first', async () => {
    await ben.types('leaderboard brier');
    const board = await ben.hears('Brier score, all time');
    expect(board.only).toBeNull();
    const words = wordsOf(board.blocks);
    expect(words.indexOf('Ada Quist')).toBeGreaterThan(0);
    expect(words.indexOf('Ada Quist')).toBeLessThan(words.indexOf('Ben Oduya'));
  });

  it('another ranking is drawn in the same place', async () => {
    const board = await ben.sees('Brier score, all time');
    const messages = world.slack.api.messages.length;
    await ada.presses(board, 'Rank by…', 'Profit');
    await ada.sees('Profit, all time');
    expect(wordsOf(board.blocks)).toContain('Profit, all time');
    expect(world.slack.api.messages).toHaveLength(messages);
  });

  it('one’s own record comes with its calibration chart', async () => {
    await ada.types('me');
    const record = await ada.hears(/Calibration/);
    const image = [...objects(record.blocks)].find((o) => o.type === 'image');
    expect(image?.alt_text).toMatch(/70%/);
  });

  it('a link to a question unfolds into its card, as everybody may see it', async () => {
    const unfurls: unknown[] = [];
    world.slack.api.own.set('chat.unfurl', (body) => {
      unfurls.push(body.unfurls);
      return { ok: true };
    });
    const link = (url: string, channel: string) =>
      ada.event({
        type: 'link_shared',
        channel,
        message_ts: '1700000000.000200',
        links: [{ domain: 'bot.example.org', url }],
      });
    const url = 'https://bot.example.org/q/1';
    await world.slack.deliver('events_api', link('https://bot.example.org/q/99', ada.channel));
    await world.slack.deliver('events_api', link(url, 'COMPOSER'));
    await world.slack.deliver('events_api', link(url, ada.channel));
    await vi.waitFor(() => expect(unfurls).toHaveLength(1), 5000);
    const shown: unknown = JSON.parse(String(unfurls[0]));
    expect(wordsOf(shown)).toContain(inflation);
    expect(wordsOf(shown)).not.toContain('Your');
    expect(problemsOfBlocks(at(shown, url, 'blocks'), 'message')).toEqual([]);
  });

  it('a global shortcut asks a question where there is no channel', async () => {
    await ada.shortcut('ask');
    const form = await ada.modal('Closes');
    await ada.sends(form, { Title: 'Will it rain in Graz on 1 May 2029?', Closes: '1 May 2029' });
    await ada.modal('Will it rain in Graz');
  });
});
