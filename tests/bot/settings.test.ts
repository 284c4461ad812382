import { beforeAll, describe, expect, it } from 'vitest';
import type { Invocation } from '../../src/bot/app.ts';
import { commands } from '../../src/bot/commands/index.ts';
import { sayToInvocation } from '../../src/bot/parse/say.ts';
import { pageButtons } from '../../src/bot/views/pages.ts';
import { type Chat, chatOver, sqlite } from './support/chat.ts';

const open = sqlite();
const start = new Date('2026-11-22T12:00:00Z');

describe('setting a community up', () => {
  let shared: Chat;
  beforeAll(async () => {
    shared = chatOver(await open(), start);
  });

  it('step by step, by buttons and forms', async () => {
    const chat = chatOver(await open(), start);
    const guide = await chat.say('admin Ina', '/setup');
    expect(guide.text).toContain('○ Time zone: UTC');
    const zone = await chat.press('admin Ina', guide, 'Time zone…');
    expect(zone.form?.fields.find((f) => f.name === 'timezone')).toMatchObject({
      label: 'Time zone',
      value: 'UTC',
    });
    const set = await chat.submit('admin Ina', zone.form, { timezone: 'Europe/Vienna' });
    expect(set.text).toContain('it is Sunday 22 November 2026, 13:00 (Europe/Vienna)');
    await chat.press('admin Ina', guide, 'Announce here');
    await chat.press('admin Ina', guide, 'Leaderboard here');
    await chat.press('admin Ina', guide, 'Review here');
    expect((await chat.say('admin Ina', '/setup')).text).toContain('All set up');
    // Dates are read and shown in the zone from then on.
    expect((await chat.say('admin Ina', '/ask Will it snow? closes:24 Dec')).text).toContain(
      'Closes: Thursday 24 December 2026, 23:59 (Europe/Vienna)',
    );
  });

  it.each([
    ['/settings channels schedule:Friday 17:00', 'posted: Friday 17:00'],
    ['/settings channels schedule:first of the month 09:00', 'posted: first of the month 09:00'],
    ['/settings channels schedule:off', 'posted: off'],
    ['/settings channels announcements:<#123456>', 'Announcements: discord:123456'],
    ['/settings channels announcements:off', 'Announcements: off'],
    ['/settings roles admins:"<@&42> 43"', 'Admin roles: 42, 43'],
    ['/settings rules second:1k', 'needed above 1,000 points'],
    ['/settings rules second:off', 'never needed'],
    ['/settings rules implied:no', 'are no forecasts'],
    ['/settings economy grant:500', 'New members get: 500 points'],
    ['/settings economy liquidity:5', 'not a whole number from 10'],
    ['/settings channels schedule:whenever', `can't read "whenever" as a schedule`],
    ['/settings channels announcements:#general', `can't tell which channel`],
    ['/settings rules timezone:Mars', 'no time zone'],
  ])('%s', async (text, shown) => {
    expect((await shared.say('admin Ina', text)).text).toContain(shown);
  });

  it('belongs to admins; everybody may look, and choose their own messages', async () => {
    const chat = chatOver(await open(), start);
    await chat.say('admin Ina', '/help');
    expect((await chat.say('Bob', '/setup')).text).toContain('Ask admin Ina.');
    const shown = await chat.say('Bob', '/settings');
    expect(shown.text).toContain('Admins: admin Ina');
    expect(shown.text).not.toContain('[Channels…]');
    const notify = await chat.say('Bob', '/notify');
    const stopped = await chat.press('Bob', notify, 'Stop reminders');
    expect(stopped.text).toContain('reminders: off');
    expect((await chat.press('Bob', stopped, 'Send reminders')).text).toContain('reminders: on');
  });
});

it('a role named in the settings makes an admin, at the very next press', async () => {
  const chat = chatOver(await open(), start);
  await chat.say('admin Ina', '/ask Will it snow? closes:24 Dec');
  const holder = {
    place: { platform: 'discord', externalId: 'server', name: 'The server' },
    user: { externalId: 'Rob', name: 'Rob' },
    platformAdmin: false,
    roles: ['42'],
    channel: null,
  };
  const close = { command: 'close', args: { question: 'Q1' }, who: holder };
  expect((await chat.invoke('Rob', close)).view?.tone).toBe('warn');
  await chat.say('admin Ina', '/settings roles admins:42');
  expect((await chat.invoke('Rob', close)).text).toContain('Closed: Q1');
});

it('one person on two platforms is one member, with one balance', async () => {
  const db = await open();
  const chat = chatOver(db, start);
  const onSlack = (
    text: string,
    platformAdmin = false,
  ): Partial<Invocation> & Pick<Invocation, 'command'> => ({
    ...sayToInvocation(text, commands),
    who: {
      place: { platform: 'slack', externalId: 'T1', name: 'The workspace' },
      user: { externalId: 'U1', name: 'ada.l' },
      platformAdmin,
      roles: [],
      channel: 'slack:C1',
    },
  });
  const codeIn = (text: string): string => /\/link (\w+)/.exec(text)?.[1] ?? '';
  const community = codeIn((await chat.say('admin Ina', '/link what:community')).text);
  expect((await chat.invoke('x', onSlack(`/link ${community} what:community`, true))).text).toContain(
    'one community now',
  );
  await chat.say('admin Ina', '/ask Will it snow? closes:24 Dec');
  await chat.say('Ada', '/forecast Q1 70% stake:30');
  const person = codeIn((await chat.say('Ada', '/link')).text);
  const linked = await chat.invoke('x', onSlack(`/link ${person}`));
  expect(linked.text).toContain('one person now');
  expect((await chat.invoke('x', onSlack('/question Q1'))).text).toContain('Your forecast: 70%');
  const again = await chat.invoke('x', onSlack(`/link ${person}`));
  expect(again.view?.tone).toBe('warn');
  expect(chat.log).toEqual([]);
});

it('seasons keep their standings', async () => {
  const chat = chatOver(await open(), start);
  await chat.say('admin Ina', '/season open Winter cup starts:1 Nov 2026 ends:28 Feb 2027');
  await chat.say('admin Ina', '/ask Will it snow? closes:24 Dec');
  await chat.say('Ada', '/forecast Q1 70%');
  chat.now = new Date(start.getTime() + 86_400_000);
  await chat.say('admin Ina', '/resolve Q1 YES');
  chat.now = new Date(start.getTime() + 2 * 86_400_000);
  expect((await chat.say('Ada', '/leaderboard window:"Winter cup"')).text).toMatch(/\| Ada \| 0\.180 \|/);
  expect((await chat.say('admin Ina', '/season close Winter cup')).text).toContain(
    'Season “Winter cup” is closed',
  );
  await chat.say('admin Ina', '/resolve Q1 NO because the gauge was broken');
  expect((await chat.say('Ada', '/leaderboard window:"Winter cup"')).text).toMatch(/\| Ada \| 0\.180 \|/);
  expect((await chat.say('Ada', '/leaderboard window:last 30 days')).text).toMatch(/\| Ada \| 0\.980 \|/);
  expect(chat.log).toEqual([]);
});

it('what was typed and is too long for a button is said in words', () => {
  const long = { search: '雪'.repeat(30), tag: null };
  expect(pageButtons('questions', long, 1, 3)).toEqual([
    { kind: 'text', text: 'Add page:2 to see the next page.' },
  ]);
  expect(pageButtons('questions', { search: 'snow', tag: null }, 2, 3)[0]?.kind).toBe('buttons');
});
