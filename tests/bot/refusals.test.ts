import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { complete } from '../../src/bot/handle.ts';
import type { Db } from '../../src/markets/db.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { type Chat, chatOver, sqlite } from './support/chat.ts';

const open = sqlite();
const start = new Date('2026-11-22T12:00:00Z');
const days = (n: number): Date => new Date(start.getTime() + n * 86_400_000);
/** Everything a refused request could have changed. */
const counts = async (db: Db) => ({
  questions: await db.client.question.count(),
  forecasts: await db.client.forecast.count(),
  postings: await db.client.posting.count(),
  resolutions: await db.client.resolution.count(),
});

describe('what is refused', () => {
  let db: Db;
  let chat: Chat;
  beforeAll(async () => {
    db = await open();
    chat = chatOver(db, start);
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026');
    await chat.say('admin Ina', '/ask Who wins? closes:2 Dec 2026 outcomes:Apple; Google; Somebody else');
    await chat.say('admin Ina', '/ask How many? closes:2 Dec 2026 range:0 to 100 unit:GWh');
    await chat.say('Ada', '/forecast Q1 70% stake:50');
    await chat.say('Bob', '/questions');
  });

  it.each([
    ['/forecast Q1 700', 'I read "700" as 700%', '70%'],
    ['/forecast Q1 perhaps', `I can't read "perhaps"`, '1 in 20'],
    ['/forecast Q99 70%', 'no question Q99', '/questions'],
    ['/forecast Qx 70%', '"Qx" is not the number of a question', 'Q7'],
    ['/forecast Q2 A 50 B 30 C 30', 'sum to 110%', 'A 46 B 27 C 27'],
    ['/forecast Q2 70%', 'sum to 70%|1 number', 'A'],
    ['/forecast Q3 90 / 40 / 10', 'they do not rise', '10 / 40 / 90'],
    ['/forecast Q3 a / b / c', `can't read "a" as a number`, '1500'],
    ['/forecast Q1 70% stake:0', 'I read "0" as 0 points', 'whole number'],
    ['/forecast Q1 70% stake:-5', 'must be at least 1', 'whole number'],
    ['/forecast Q1 70% stake:1.5', 'points come whole', 'whole number'],
    ['/bet Q1 YES 5000', 'hold', 'Stake|points'],
    ['/bet Q1 YES 99999999999999999999999', 'more points than there are', 'whole'],
    ['/bet Q1 MAYBE 5', '"MAYBE" is not an outcome', 'YES or NO'],
    ['/bet Q2 Goggle 5', 'Did you mean Google', 'B Google'],
    ['/bet Q1 YES 5 rest', 'rests at a price', 'max:'],
    ['/sell Q1 YES all', 'You hold no shares of YES', 'nothing'],
    ['/ask Late? closes:yesterday', 'has passed', 'later date'],
    ['/ask When? closes:someday', `can't read "someday" as a date`, 'in 3 weeks'],
    ['/ask Secret? closes:in 3 weeks hidden:maybe', `can't read "maybe" as until when`, 'Write forecast'],
    ['/ask Who? closes:in 3 weeks outcomes:Apple', '1 outcome', 'Apple; Google'],
    ['/ask Who? closes:in 3 weeks kind:choice', 'needs its outcomes', 'outcomes:'],
    ['/ask How? closes:in 3 weeks range:100 to 0', 'ends before it begins', 'lower end'],
    ['/resolve Q1 YES', 'is for admins', 'admin Ina'],
    ['/annul Q1 because', 'is for admins|', ''],
    ['/settings rules timezone:UTC', 'is for admins', 'admin Ina'],
    ['/questions bananas', '"bananas" is not one of the choices', 'open, closing'],
    ['/questions page:0', 'not a whole number from 1', '1 to'],
    ['/leaderboard window:gibberish', 'no window of time', '2026'],
    ['/me Nobody', 'Nobody here is called "Nobody"', 'command'],
    ['/explain Q1', '', ''],
    ['/cancel 77', '', ''],
    ['/forcast Q1 70%', 'Did you mean /forecast?', '/help'],
    ['/help forcast', 'Did you mean /forecast?', '/help'],
    ['/withdraw Q1 now please', `don't understand "now please"`, 'question'],
    ['/dispute Q1 because I say so', '', ''],
    ['/article', 'no article', 'Paste'],
    ['/article url:http://127.0.0.1/x', '127.0.0.1', ''],
  ])('%s', async (text, message, hint) => {
    const before = await counts(db);
    const heard = await chat.say('Bob', text);
    if (heard.form) return expect(text).toContain('because');
    expect(heard.visibility).toBe('private');
    expect(heard.view?.tone).toBe('warn');
    expect(heard.text).toMatch(new RegExp(message.split('|').map(literally).join('|')));
    expect(heard.text).toMatch(new RegExp(hint.split('|').map(literally).join('|')));
    expect(await counts(db)).toEqual(before);
  });

  it('says when a closed question closed', async () => {
    const later = chatOver(db, days(11));
    expect((await later.say('Bob', '/forecast Q1 70%')).text).toMatch(/Q1 closed on 2 December 2026/);
  });

  it('refuses arguments that a command does not have, whatever a platform sends', async () => {
    const heard = await chat.invoke('Bob', { command: 'question', args: { question: 'Q1', admin: 'yes' } });
    expect(heard.text).toContain('/question has no "admin".');
  });

  it('logs a bug once, with the reference that the person sees', async () => {
    const broken: Chat = chatOver({ ...db, client: new Proxy(db.client, { get: () => undefined }) }, start);
    const heard = await broken.say('Bob', '/question Q1');
    const reference = /Reference: (\w{8})/.exec(heard.text)?.[1];
    expect(reference).toBeDefined();
    expect(heard.visibility).toBe('private');
    expect(broken.log).toHaveLength(1);
    expect(broken.log[0]).toContain(reference);
    expect(heard.text).not.toContain('undefined');
  });

  it('let no bug hide behind an answer', () => {
    expect(chat.log).toEqual([]);
  });
});

const literally = (text: string): string => text.replace(/[.*+?^${}()[\]\\]/g, '\\$&');

describeBothEngines('the same delivery', (open) => {
  let db: TestDb;
  let chat: Chat;
  beforeEach(async () => {
    db = await open();
    chat = chatOver(db, start);
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026');
  });

  it('five times at once has one effect and five same answers', async () => {
    const heard = await Promise.all(
      Array.from({ length: 5 }, () => chat.say('Bob', '/bet Q1 YES 50', 'same')),
    );
    const texts = new Set(heard.map((h) => h.text));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain('Your balance is 950 points.');
    expect(await db.client.trade.count()).toBe(1);
  });

  it('long after gets the first answer, though the world has moved on', async () => {
    const first = await chat.say('Bob', '/forecast Q1 70%', 'once');
    await chat.say('Bob', '/forecast Q1 20%');
    chat.now = days(1);
    const again = await chat.say('Bob', '/forecast Q1 70%', 'once');
    expect(again.view).toEqual(first.view);
    expect(again.visibility).toBe('private');
    expect(await db.client.forecast.count()).toBe(2);
  });

  it('makes nothing twice that its service would make anew, and shows it to its own member alone', async () => {
    const first = await chat.say('Bob', '/link', 'code');
    expect(first.text).toMatch(/\/link [2-9A-Z]{8}/);
    expect((await chat.say('Bob', '/link', 'code')).text).toBe(first.text);
    expect((await chat.say('Cleo', '/link', 'code')).text).not.toBe(first.text);
  });

  it('of what was refused is refused again', async () => {
    const first = await chat.say('Bob', '/bet Q1 YES 5000', 'no');
    const again = await chat.say('Bob', '/bet Q1 YES 5000', 'no');
    expect(again).toEqual(first);
  });
});

it.each([
  ['http://127.0.0.1/feed.xml', '127.0.0.1 is not one'],
  ['http://[::1]/feed.xml', 'is not one'],
  ['http://192.168.0.1/feed.xml', '192.168.0.1 is not one'],
  ['file:///etc/passwd', 'is no address of a feed'],
])('a feed at %s is not watched', async (url, message) => {
  const chat = chatOver(await open(), start);
  const heard = await chat.say('admin Ina', `/feed watch ${url}`);
  expect(heard.view?.tone).toBe('warn');
  expect(heard.text).toContain(message);
  expect((await chat.say('admin Ina', '/feed list')).text).not.toContain(url);
});

describe('what is hidden', () => {
  let db: Db;
  let chat: Chat;
  beforeAll(async () => {
    db = await open();
    chat = chatOver(db, start);
    await chat.say('admin Ina', '/ask Will it surprise us? closes:2 Dec 2026 hidden:forecast');
    await chat.say('Ada', '/forecast Q1 91% stake:20');
  });

  it('is shown to nobody before a forecast of their own, on no surface', async () => {
    for (const text of ['/question Q1', '/questions', '/post Q1', '/me Ada']) {
      const heard = await chat.say('Bob', text);
      expect(heard.text).not.toMatch(/91(\.\d)?%/);
    }
    expect((await chat.say('Bob', '/question Q1')).text).toContain('hidden until you have made a forecast');
    // Ada may see it, but not show it to everybody.
    expect((await chat.say('Ada', '/question Q1')).text).toContain('91% YES');
    expect((await chat.say('Ada', '/post Q1')).text).not.toContain('91%');
  });

  it('opens with one’s own forecast', async () => {
    await chat.say('Bob', '/forecast Q1 10%');
    expect((await chat.say('Bob', '/question Q1')).text).toContain('Ada 91%');
  });

  it('keeps the questions of a channel from other channels and other servers', async () => {
    await chat.say('admin Ina', '/ask What does the team plan? closes:2 Dec 2026 private');
    const elsewhere = { command: 'question', args: { question: 'Q2' } };
    const who = {
      place: { platform: 'discord', externalId: 'server', name: 'The server' },
      user: { externalId: 'Bob', name: 'Bob' },
      platformAdmin: false,
      roles: [],
      channel: 'discord:other',
    };
    expect((await chat.say('Bob', '/question Q2')).text).toContain('What does the team plan?');
    expect((await chat.invoke('Bob', { ...elsewhere, who })).text).toContain('no question Q2');
    expect(
      await complete(chat.app, { who, command: 'question', arg: 'question', typed: 'team', args: {} }),
    ).toEqual([]);
    const stranger = chatOver(db, start, 'another server');
    expect((await stranger.say('Bob', '/question Q1')).text).toContain('no question Q1');
    expect((await stranger.say('Bob', '/questions all')).text).toContain('There is none');
  });
});

describe('completions', () => {
  it('offer what may be seen, and show how dates and probabilities are read', async () => {
    const chat = chatOver(await open(), start);
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026 tags:city');
    await chat.say(
      'admin Ina',
      '/article published:2026-11-12 Open models will match closed ones by the end of 2027. The harbour will freeze in January 2028.',
    );
    const who = (name: string) => ({
      place: { platform: 'discord', externalId: 'server', name: 'The server' },
      user: { externalId: name, name },
      platformAdmin: name.startsWith('admin'),
      roles: [],
      channel: 'discord:general',
    });
    const ask = (
      person: string,
      command: string,
      arg: string,
      typed: string,
      args: Record<string, string> = {},
    ) => complete(chat.app, { who: who(person), command, arg, typed, args });
    expect(await ask('Bob', 'forecast', 'question', 'brid')).toEqual([
      { value: 'Q1', label: 'Q1 Will the bridge open?' },
    ]);
    expect(await ask('Bob', 'bet', 'outcome', 'y', { question: 'Q1' })).toEqual([
      { value: 'YES', label: 'YES' },
    ]);
    expect(await ask('Bob', 'ask', 'closes', 'in 3 weeks')).toEqual([
      { value: 'in 3 weeks', label: 'Sunday 13 December 2026' },
    ]);
    expect(await ask('Bob', 'ask', 'closes', 'Q2 2027')).toEqual([
      { value: 'Q2 2027', label: 'Thursday 1 April 2027 to Wednesday 30 June 2027' },
    ]);
    expect(await ask('Bob', 'forecast', 'probability', '3:1')).toEqual([{ value: '3:1', label: '75%' }]);
    expect(await ask('Bob', 'forecast', 'probability', 'huh')).toEqual([]);
    expect((await ask('Bob', 'leaderboard', 'metric', 'pro')).map((c) => c.value)).toEqual(['profit']);
    expect((await ask('admin Ina', 'drafts show', 'draft', '')).length).toBeGreaterThan(0);
    expect(await ask('Bob', 'drafts show', 'draft', '')).toEqual([]);
    expect(await ask('Bob', 'nonsense', 'x', '')).toEqual([]);
    expect(chat.log).toEqual([]);
  });
});

describe('every command’s examples', () => {
  /** What cannot succeed in a community that has just begun, or wants the network. */
  const needsMore = ['cancel', 'feed watch', 'season close'];
  const network = ['/article https://example.org/outlook-2027', '/feed watch https://example.org/feed.xml'];

  it('are carried out without a bug, at least one of each command', async () => {
    const db = await open();
    const chat = chatOver(db, start);
    for (let i = 1; i <= 8; i++)
      await chat.say('admin Ina', `/ask Will thing ${i} happen? closes:2 Dec 2029`);
    await chat.say('admin Ina', '/ask Who wins? closes:2 Dec 2029 outcomes:Apple; Google; Somebody else');
    await chat.say('Ada Lovelace', '/forecast Q7 60%');
    await chat.say(
      'admin Ina',
      '/article published:2026-11-12 Open models will match closed ones by the end of 2027. The harbour will freeze in January 2028. Copper will cost more than 15,000 dollars a tonne by 2028. Sweden will adopt the euro by 2031. Inflation in France will fall below 1% by the end of 2027.',
    );
    const { id, communityId } = await db.client.member.findFirstOrThrow();
    await db.transaction((tx) =>
      tx.feed.create({
        data: { communityId, url: 'https://example.org/feed.xml', addedById: id, dueAt: start },
      }),
    );
    const succeeded = new Set<string>();
    // Twice, since scores can be explained and disputed only once something is resolved.
    for (const command of [...commands, ...commands]) {
      for (const example of command.examples.filter((e) => !network.includes(e))) {
        chat.now = new Date(chat.now.getTime() + 600_000);
        const heard = await chat.say('admin Ina', example);
        expect(heard.view ?? heard.form, example).not.toBeNull();
        if (heard.view?.title !== 'That did not work') succeeded.add(command.name);
      }
    }
    expect(chat.log).toEqual([]);
    expect(commands.map((c) => c.name).filter((name) => !succeeded.has(name))).toEqual(needsMore);
  }, 120_000);
});
