import { beforeAll, expect, it } from 'vitest';
import { describeBothEngines } from '../support/database.ts';
import { type Chat, chatOver } from './support/chat.ts';

const start = new Date('2026-11-22T12:00:00Z');
const days = (n: number): Date => new Date(start.getTime() + n * 86_400_000);

describeBothEngines('from a question to a leaderboard', (open) => {
  let chat: Chat;
  beforeAll(async () => {
    chat = chatOver(await open(), start);
  });

  it('asks a question and shows its card to everyone', async () => {
    const heard = await chat.say(
      'admin Ina',
      '/ask Will the bridge open? closes:2 Dec 2026 12:00 criteria:As the city says. tags:city',
    );
    expect(heard.visibility).toBe('public');
    expect(heard.text).toContain('Q1 Will the bridge open?');
    expect(heard.text).toContain('Closes: Wednesday 2 December 2026, 12:00 (UTC)');
    expect(heard.text).toContain('[10%] [30%] [50%] [70%] [90%]');
  });

  it('takes forecasts and wagers of three people', async () => {
    const ada = await chat.say('Ada', '/forecast Q1 70% stake:50 because the cranes are gone');
    expect(ada.visibility).toBe('private');
    expect(ada.text).toContain('Your forecast: 70% YES.');
    expect(ada.text).toMatch(
      /You bought [\d.]+ shares of YES for [\d.]+ points; the price went from 50% to (70%|69\.\d%)/,
    );
    const bob = await chat.say('Bob', 'Q1 2:3');
    expect(bob.text).toContain('Your forecast: 40% YES (you wrote “2:3”).');
    const card = await chat.say('Bob', '/question Q1');
    expect(card.text).toContain('Ada 70%');
    expect(card.text).toContain('Your forecast: 40%');
    chat.now = days(5);
    const pressed = await chat.press('Bob', card, '90%');
    expect(pressed.text).toContain('Your forecast: 40% → 90% YES');
    expect((await chat.say('Cleo', '/forecast 1 50')).text).toContain('Your forecast: 50% YES');
    const bet = await chat.say('Cleo', '/bet Q1 NO 20');
    expect(bet.text).toMatch(/You bought [\d.]+ shares of NO for 20 points/);
    expect(bet.text).toContain('Your balance is 980 points.');
  });

  it('asks the admin when it was known, resolves, and shows what everybody got', async () => {
    chat.now = days(12);
    const asked = await chat.say('admin Ina', '/resolve Q1 YES');
    expect(asked.text).toContain('when was it known?');
    const resolved = await chat.press('admin Ina', asked, 'When it closed, 2 Dec 2026');
    expect(resolved.visibility).toBe('public');
    expect(resolved.text).toContain('Resolved YES: Q1');
    // By hand, over 10 days: Ada 2(0.3²); Bob half of 2(0.6²) and half of 2(0.1²); Cleo 2(0.5²).
    expect(resolved.text).toMatch(/\| Ada \| 0\.180 \|/);
    expect(resolved.text).toMatch(/\| Bob \| 0\.370 \|/);
    expect(resolved.text).toMatch(/\| Cleo \| 0\.500 \|/);
  });

  it('shows a leaderboard whose Brier scores can be checked by hand', async () => {
    const board = await chat.say('Bob', '/leaderboard');
    const lines = board.text.split('\n');
    const of = (name: string): string => lines.find((line) => line.includes(`| ${name} |`)) ?? '';
    expect(of('Ada')).toContain('0.180');
    expect(of('Bob')).toContain('0.370');
    expect(of('Cleo')).toContain('0.500');
    expect(board.text).toContain('Bob: ');
    expect(board.text).not.toContain('NaN');
  });

  it('refuses a forecast on what is resolved, and says so', async () => {
    const late = await chat.say('Ada', '/forecast Q1 99%');
    expect(late.visibility).toBe('private');
    expect(late.view?.tone).toBe('warn');
    expect(late.text).toMatch(/resolved|closed/);
  });

  it('logged nothing: no bug hides behind an answer', () => {
    expect(chat.log).toEqual([]);
  });
});
