import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { home } from '../../src/bot/home.ts';
import { tell } from '../../src/bot/notice.ts';
import {
  count,
  formatPoints,
  letter,
  moment,
  percent,
  points,
  quantity,
  score,
  shorten,
  span,
  statedPercent,
} from '../../src/bot/views/format.ts';
import { vectorBrief, vectorText } from '../../src/bot/views/outcomes.ts';
import { claimNotices } from '../../src/markets/claimNotices.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';
import { chatOver, sqlite, words } from './support/chat.ts';

const open = sqlite();
const start = new Date('2026-11-22T12:00:00Z');
const utc = { now: start, timeZone: 'UTC' };

describe('figures', () => {
  it.each([
    [0, '0%'],
    [0.004, '<1%'],
    [0.01, '1%'],
    [0.125, '12.5%'],
    [0.7, '70%'],
    [0.99, '99%'],
    [0.996, '>99%'],
    [1, '100%'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('a computed %s is %s', (p, text) => expect(percent(p)).toBe(text));

  it.each([
    [0, '0%'],
    [0.005, '0.5%'],
    [1 / 3, '33.33%'],
    [0.9995, '99.95%'],
    [0.00001, '<0.01%'],
    [0.99999, '>99.99%'],
    [1, '100%'],
  ])('a stated %d is %s', (p, text) => expect(statedPercent(p)).toBe(text));

  it('scores have three decimals, a true minus, and a dash where there is none', () => {
    expect(score(0.14)).toBe('0.140');
    expect(score(-0.0201, { signed: true })).toBe('−0.020');
    expect(score(0.02, { signed: true })).toBe('+0.020');
    expect(score(-0.0001, { signed: true })).toBe('0.000');
    expect([score(null), score(undefined), score(Number.NaN), score(Number.POSITIVE_INFINITY)]).toEqual([
      '–',
      '–',
      '–',
      '–',
    ]);
  });

  it('points have separators and no needless decimals', () => {
    expect(formatPoints(123_450n)).toBe('1,234.5');
    expect(formatPoints(-5n)).toBe('−0.05');
    expect(formatPoints(100n, { signed: true })).toBe('+1');
    expect(points(100n)).toBe('1 point');
    expect(points(0n)).toBe('0 points');
    expect(formatPoints(10n ** 20n)).toBe('1,000,000,000,000,000,000');
  });

  it('counts, letters, spans, quantities', () => {
    expect([count(1, 'question'), count(1200, 'question')]).toEqual(['1 question', '1,200 questions']);
    expect([letter(0), letter(25), letter(26), letter(49)]).toEqual(['A', 'Z', 'AA', 'AX']);
    expect([span(30_000), span(3_600_000), span(3 * 86_400_000), span(40 * 86_400_000)]).toEqual([
      'under a minute',
      '60 minutes',
      '3 days',
      '40 days',
    ]);
    expect([
      quantity(1250, 'GWh'),
      quantity(3.5, '%'),
      quantity(2e9, '$'),
      quantity(0.1234, null),
      quantity(5e26, 'FLOP'),
      quantity(-0.0004, null),
    ]).toEqual(['1,250 GWh', '3.5%', '$2,000,000,000', '0.123', '5e26 FLOP', '-4e-4']);
    expect([quantity(1.25e-5, null), quantity(-5, '$'), quantity(0, '%')]).toEqual(['1.25e-5', '-$5', '0%']);
    expect(shorten('abcdef', 4)).toBe('abc…');
    expect(moment(start, { timeZone: 'Europe/Vienna' })).toBe(
      'Sunday 22 November 2026, 13:00 (Europe/Vienna)',
    );
  });

  it('of any probability never show NaN, and call certain only what is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => {
        for (const text of [percent(p), statedPercent(p)]) {
          expect(text).toMatch(/^[<>]?\d+(\.\d+)?%$/);
          expect(text === '100%').toBe(p === 1);
          expect(text === '0%').toBe(p === 0);
        }
      }),
    );
  });
});

describe('a forecast in words', () => {
  const bins = { kind: 'numeric', edges: [10, 20, 30], unit: 'GWh', scale: 'linear', outcomes: [] } as const;
  it('is a percentage, a list, or three percentiles', () => {
    const binary = {
      kind: 'binary',
      edges: null,
      unit: null,
      scale: null,
      outcomes: [{ label: 'YES' }, { label: 'NO' }],
    } as const;
    expect(vectorText([0.7, 0.3], binary, utc)).toBe('70%');
    const choice = {
      ...binary,
      kind: 'choice',
      outcomes: [{ label: 'Apple' }, { label: 'Google' }, { label: 'Else' }],
    } as const;
    expect(vectorText([0.6, 0.4, 0], choice, utc)).toBe('A Apple 60%, B Google 40%');
    expect(vectorBrief([0.4, 0.6, 0], choice, utc)).toBe('Google 60%');
    expect(vectorText([0.1, 0.4, 0.4, 0.1], bins, utc)).toBe('10 GWh / 20 GWh / 30 GWh');
    expect(vectorText([0.5, 0.1, 0.1, 0.3], bins, utc)).toBe('under 10 GWh / 10 GWh / over 30 GWh');
    const dates = {
      ...bins,
      kind: 'date',
      unit: null,
      edges: [Date.UTC(2027, 0, 1), Date.UTC(2028, 0, 1), Date.UTC(2029, 0, 1)],
    } as const;
    expect(vectorBrief([0.1, 0.4, 0.4, 0.1], dates, utc)).toBe('1 Jan 2028');
    expect(vectorText([0.6, 0.1, 0.1, 0.2], dates, utc)).toBe(
      'before 1 Jan 2027 / before 1 Jan 2027 / after 1 Jan 2029',
    );
  });
});

describe('what is told and what is seen on coming in', () => {
  it('every notice of a question’s life is worded for its addressee', async () => {
    const db = await open();
    const chat = chatOver(db, start);
    await chat.say('admin Ina', '/settings channels announcements:here review:here');
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026');
    await chat.say('Ada', '/forecast Q1 80% stake:50');
    await chat.say('Bob', '/bet Q1 NO 20 max:30% rest');
    await chat.say('admin Ina', '/edit Q1 title:Will the new bridge open?');
    chat.now = new Date(start.getTime() + 86_400_000);
    await chat.say('admin Ina', '/resolve Q1 YES');
    await chat.say('Bob', '/dispute Q1 because it rained');
    await chat.say('admin Ina', '/annul Q1 because it rained');
    await chat.say('admin Ina', '/reopen Q1 because it dried');
    const notices = await claimNotices(db, 'test', new Date(chat.now.getTime() + 60_000), 100, [
      'playground',
      'discord',
      'slack',
    ]);
    const told: Record<string, string> = {};
    for (const notice of notices) {
      if (notice.told.kind === 'member.score') {
        // What it tells of was taken back since: it is not told.
        await expect(tell(chat.app, notice)).rejects.toThrow(Refusal);
        continue;
      }
      const { view, card } = await tell(chat.app, notice);
      expect(card !== null).toBe(notice.told.kind === 'question.opened');
      told[notice.told.kind] = words(view);
    }
    expect(told['question.opened']).toContain('[10%] [30%]');
    expect(told['question.edited']).toContain('changed its title');
    expect(told['question.resolved']).toMatch(/Best forecasters: 1\. Ada 0\.\d{3}/);
    expect(told['question.annulled']).toContain('Reason: “it rained”');
    expect(told['question.reopened']).toContain('Reason: “it dried”');
    expect(told['question.disputed']).toContain('Bob disputes the resolution: “it rained”');
    expect(told['order.cancelled']).toContain('no longer rests');
    expect(chat.log).toEqual([]);
  });

  it('a member’s score comes with its explanation', async () => {
    const db = await open();
    const chat = chatOver(db, start);
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026');
    await chat.say('Ada', '/forecast Q1 80%');
    chat.now = new Date(start.getTime() + 86_400_000);
    await chat.say('admin Ina', '/resolve Q1 YES');
    const notices = await claimNotices(db, 'test', chat.now, 100, ['playground', 'discord', 'slack']);
    const own = notices.find((n) => n.told.kind === 'member.score');
    if (!own) throw new Error('nobody was told their score');
    const text = words((await tell(chat.app, own)).view);
    expect(text).toContain('Your Brier score is 0.080.');
    expect(text).toContain('24 hours | 80% | 0.080 | 100%');
    expect(text).toContain('/notify');
  });

  it('home shows what to forecast, and to admins what awaits them', async () => {
    const chat = chatOver(await open(), start);
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026');
    await chat.say('admin Ina', '/ask Will the tunnel open? closes:2 Dec 2026');
    await chat.say('Ada', '/forecast Q1 80%');
    chat.now = new Date(start.getTime() + 86_400_000);
    const who = (name: string) => ({
      place: { platform: 'discord', externalId: 'server', name: 'The server' },
      user: { externalId: name, name },
      platformAdmin: name.startsWith('admin'),
      roles: [],
      channel: null,
    });
    const ada = (await home(chat.app, who('Ada'))).map(words).join('\n');
    expect(ada).toContain('Q2 Will the tunnel open?');
    expect(ada).not.toMatch(/To forecast\nQ1/);
    expect(ada).toContain('Standing forecasts');
    expect(ada).not.toContain('Review queue');
    expect((await home(chat.app, who('admin Ina'))).map(words).join('\n')).toContain('[Review queue]');
  });
});

describe('whatever is said', () => {
  it('is answered without a bug', async () => {
    const chat = chatOver(await open(), start);
    await chat.say('admin Ina', '/ask Will the bridge open? closes:2 Dec 2026');
    await chat.say('admin Ina', '/ask Who wins? closes:2 Dec 2026 outcomes:Apple; Google; Else');
    await chat.say('admin Ina', '/ask How many? closes:2 Dec 2026 range:0 to 100');
    await chat.say('admin Ina', '/ask When? closes:2 Dec 2026 kind:date range:2027 to 2029');
    const name = fc.constantFrom(...commands.map((c) => `/${c.name}`).filter((n) => n !== '/article'));
    const word = fc.constantFrom(
      'Q1',
      'Q2',
      'Q3',
      'Q4',
      'Q9',
      'D1',
      'YES',
      'NO',
      'A',
      'not A',
      '50%',
      '70',
      '1 in 20',
      '10 / 40 / 90',
      'Mar 2027 / May 2027 / Jun 2028',
      'A 50 B 50',
      '5',
      'all',
      'half',
      '-1',
      'stake:5',
      'max:60%',
      'rest',
      'known:today',
      'closes:tomorrow',
      'because of rain',
      'outcomes:a; b',
      'page:2',
      'tag:x',
      '"',
      '"quoted text"',
      '–',
      '<@everyone>',
      'constructor',
      '9'.repeat(40),
    );
    const line = fc.tuple(name, fc.array(word, { maxLength: 5 })).map(([n, w]) => [n, ...w].join(' '));
    await fc.assert(
      fc.asyncProperty(line, fc.constantFrom('Ada', 'admin Ina'), async (text, person) => {
        const heard = await chat.say(person, text);
        expect(heard.view ?? heard.form).not.toBeNull();
        expect(heard.text).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/);
        expect(chat.log).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
