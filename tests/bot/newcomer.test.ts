import { beforeAll, describe, expect, it } from 'vitest';
import { leaderboardView } from '../../src/bot/views/leaderboard.ts';
import { type Chat, chatOver, sqlite, words } from './support/chat.ts';

const open = sqlite();
const start = new Date('2026-11-22T12:00:00Z');
const hours = (n: number): Date => new Date(start.getTime() + n * 3_600_000);

describe('what a newcomer reads', () => {
  let chat: Chat;
  const read = async (person: string, line: string): Promise<string> => (await chat.say(person, line)).text;
  beforeAll(async () => {
    chat = chatOver(await open(), start);
    await read('admin Ina', '/ask Will it rain? closes:24 Nov 2026');
    await read('admin Ina', '/ask Who wins? closes:2 Dec 2026 outcomes:Apple; Google; Somebody else');
    await read('admin Ina', '/ask How many? closes:2 Dec 2026 range:0-2,000,000 bins:2 unit:$');
    await read('admin Ina', '/ask When? closes:2 Dec 2026 range:Jan 2027 to Dec 2028 bins:2');
  });

  it('of the one question that they forecast on', async () => {
    await read('Ada', '/forecast Q2 A 20 B 50 C 30');
    expect(await read('Ada', '/leaderboard')).toContain('the question you forecast on has not been resolved');
  });

  it('of a choice in lists: the likeliest outcome by name', async () => {
    const card = await read('Ada', '/me');
    expect(card).toContain('Google 50%');
    expect(card).toContain('0 points on resolved questions');
    expect(await read('Ada', '/questions')).toMatch(/Google 50%.*Google 50%/s);
  });

  it('of bins: figures in groups, dates where dates were asked for', async () => {
    expect(await read('Ada', '/question Q3')).toContain('$1,000,000 to $2,000,000');
    expect(await read('Ada', '/question Q4')).toContain('before 1 January 2027');
  });

  it('of names that a command does not know, and of what it does', async () => {
    const slip = await read('Ada', '/bet Q1 YES 20 limit:40%');
    expect(slip).toContain('"limit:40%"');
    expect(slip).toContain('max');
    expect(await read('Ada', '/help questions')).toContain('open, closing, to-resolve, mine');
    expect(await read('Ada', '/questions to resolve')).toContain('to resolve');
    expect(await read('Ada', '/')).toContain('No command follows the slash');
    expect(await read('Ada', '/cancel 7')).toContain('/orders');
  });

  it('of a slip where a form would have opened: the slip, not a form without it', async () => {
    expect(await read('admin Ina', '/settings economy start:5')).toContain('"start:5"');
    expect(await read('Ada', '/bet Q1 YES limit:40%')).toContain('"limit:40%"');
  });

  it('of a score that came about within hours: when each stretch began', async () => {
    await read('Ada', '/forecast Q1 40%');
    chat.now = hours(5);
    await read('Ada', '/forecast Q1 80%');
    chat.now = hours(10);
    await read('admin Ina', '/resolve Q1 YES');
    const why = await read('Ada', '/explain Q1');
    expect(why).toContain('22 Nov, 12:00');
    expect(why).toContain('22 Nov, 17:00');
    // (2 * 0.6^2 + 2 * 0.2^2) / 2
    expect(why).toContain('0.400');
  });

  it('of a score over bins: the ordered rule', async () => {
    await read('Ada', '/forecast Q3 100,000 / 500,000 / 900,000');
    chat.now = hours(20);
    await read('admin Ina', '/resolve Q3 700k');
    expect(await read('Ada', '/explain Q3')).toContain('edges between bins');
  });
});

it('shows the error of a profit in points, as the profit', () => {
  const row = { tied: false, value: -2192, standardError: 3475.2, questions: 3, provisional: false };
  const view = leaderboardView(
    {
      metric: 'profit',
      window: 'all',
      tag: null,
      rows: [{ ...row, rank: 1, member: { id: 1, name: 'Ada' }, label: 'Ada', points: -2192n }],
      benchmarks: [],
      own: null,
      ownWhy: null,
      total: 1,
      page: 1,
      pages: 1,
      minimum: 3,
    },
    'all',
    null,
  );
  expect(words(view)).toMatch(/−21\.92.*±34\.75/s);
});
