import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readDeadline,
  readKnownAt,
  readPeriod,
  readStart,
  typedMoment,
} from '../../../src/bot/parse/dates.ts';
import { Refusal } from '../../../src/markets/core/refusal.ts';

/** Sunday 22 November 2026, 13:00 in Vienna. */
const now = new Date('2026-11-22T12:00:00Z');
const vienna = { now, timeZone: 'Europe/Vienna' };
const utc = { now, timeZone: 'UTC' };

describe('a deadline, in the community’s time zone', () => {
  it.each([
    ['2026-12-31', '2026-12-31 23:59'],
    ['2026-12-31 17:00', '2026-12-31 17:00'],
    ['2026-12-31T17:00', '2026-12-31 17:00'],
    ['31 Dec', '2026-12-31 23:59'],
    ['31. Dec', '2026-12-31 23:59'],
    ['Dec 31', '2026-12-31 23:59'],
    ['December 31, 2027', '2027-12-31 23:59'],
    ['31st of December 2027', '2027-12-31 23:59'],
    ['1 Feb', '2027-02-01 23:59'],
    ['29 Feb', '2028-02-29 23:59'],
    ['31.12.2026', '2026-12-31 23:59'],
    ['31.12.', '2026-12-31 23:59'],
    ['12/31/2026', '2026-12-31 23:59'],
    ['31/12/2026', '2026-12-31 23:59'],
    ['in 3 weeks', '2026-12-13 23:59'],
    ['3 weeks', '2026-12-13 23:59'],
    ['3 weeks from now', '2026-12-13 23:59'],
    ['in a month', '2026-12-22 23:59'],
    ['in two years', '2028-11-22 23:59'],
    ['in 2h', '2026-11-22 15:00'],
    ['in 90 minutes', '2026-11-22 14:30'],
    ['today', '2026-11-22 23:59'],
    ['tomorrow', '2026-11-23 23:59'],
    ['tomorrow 17:00', '2026-11-23 17:00'],
    ['tomorrow at 5pm', '2026-11-23 17:00'],
    ['tomorrow noon', '2026-11-23 12:00'],
    ['6pm tomorrow', '2026-11-23 18:00'],
    ['noon tomorrow', '2026-11-23 12:00'],
    ['17:00 on 31 Dec', '2026-12-31 17:00'],
    ['18:00 UTC 31 Dec 2027', '2027-12-31 19:00'],
    ['17:00', '2026-11-22 17:00'],
    ['9:30', '2026-11-23 09:30'],
    ['Friday', '2026-11-27 23:59'],
    ['on Friday', '2026-11-27 23:59'],
    ['Fri 18:30', '2026-11-27 18:30'],
    ['Sunday', '2026-11-29 23:59'],
    ['next Friday', '2026-11-27 23:59'],
    ['next Monday', '2026-11-23 23:59'],
    ['this week', '2026-11-22 23:59'],
    ['next week', '2026-11-29 23:59'],
    ['end of the week', '2026-11-22 23:59'],
    ['end of month', '2026-11-30 23:59'],
    ['end of next month', '2026-12-31 23:59'],
    ['end of year', '2026-12-31 23:59'],
    ['year-end', '2026-12-31 23:59'],
    ['EOY', '2026-12-31 23:59'],
    ['end of next year', '2027-12-31 23:59'],
    ['next year', '2027-12-31 23:59'],
    ['end of Q2', '2027-06-30 23:59'],
    ['Q2 2027', '2027-06-30 23:59'],
    ['2027-Q2', '2027-06-30 23:59'],
    ['Q4', '2026-12-31 23:59'],
    ['H1 2027', '2027-06-30 23:59'],
    ['2027', '2027-12-31 23:59'],
    ['end of 2027', '2027-12-31 23:59'],
    ['by 2028', '2028-12-31 23:59'],
    ['before 2028', '2027-12-31 23:59'],
    ['March', '2027-03-31 23:59'],
    ['March 2028', '2028-03-31 23:59'],
    ['2027-03', '2027-03-31 23:59'],
    ['start of 2027', '2027-01-01 23:59'],
    ['end of March', '2027-03-31 23:59'],
    // Summer time begins on 28 March 2027: the day has 23 hours and is a day nevertheless.
    ['28 March 2027', '2027-03-28 23:59'],
    ['2027-03-28 12:00', '2027-03-28 12:00'],
  ])('%s is %s', (text, expected) => {
    expect(typedMoment(readDeadline(text, vienna), vienna)).toBe(expected);
  });

  it('reads an offset that is written out, and UTC by name', () => {
    expect(readDeadline('2026-12-31T17:00:00Z', vienna).toISOString()).toBe('2026-12-31T17:00:00.000Z');
    expect(readDeadline('2026-12-31T17:00:00+05:00', vienna).toISOString()).toBe('2026-12-31T12:00:00.000Z');
    expect(readDeadline('2026-12-31 17:00 UTC', vienna).toISOString()).toBe('2026-12-31T17:00:00.000Z');
    expect(readDeadline('2026-12-31 17:00', vienna).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  it.each(['31 Dec 2025', 'yesterday', '2020', '3 days ago', 'last Friday', 'now'])(
    'refuses %s, which has passed, and says how it was read',
    (text) => {
      expect(() => readDeadline(text, utc)).toThrow(/I read ".*" as .* \(UTC\), which has passed/);
    },
  );

  it.each([
    '31 Feb',
    '2026-13-01',
    '32.1.2027',
    'soon',
    'never',
    '',
    'Q5',
    '25:00',
    'tomorrow 25:00',
    '5/4/2027',
    '99999-01-01',
    'in 9999999 years',
    'end of',
    'x'.repeat(500),
    '__proto__',
    'in 3 constructor',
    'constructor',
  ])('refuses "%s"', (text) => {
    expect(() => readDeadline(text, utc)).toThrow(Refusal);
  });

  it('asks which of two days a slashed date means', () => {
    expect(() => readDeadline('5/4/2027', utc)).toThrow(/5 April or 4 May/);
  });
});

describe('when something was known', () => {
  const opened = new Date('2026-11-01T09:00:00Z');
  it.each([
    ['yesterday', '2026-11-20T23:00:00.000Z'],
    ['20 Nov', '2026-11-19T23:00:00.000Z'],
    ['30 Dec', '2025-12-29T23:00:00.000Z'],
    ['20 Nov 14:30', '2026-11-20T13:30:00.000Z'],
    ['Friday', '2026-11-19T23:00:00.000Z'],
    ['3 days ago', '2026-11-18T23:00:00.000Z'],
    ['today', '2026-11-22T12:00:00.000Z'],
    ['now', '2026-11-22T12:00:00.000Z'],
  ])('%s is %s, the beginning of the day', (text, iso) => {
    expect(readKnownAt(text, vienna, opened).toISOString()).toBe(iso);
  });

  it('takes the end of the day on which the question opened, so that something is left to score', () => {
    expect(readKnownAt('1 Nov', utc, opened).toISOString()).toBe('2026-11-01T23:59:00.000Z');
  });

  it.each(['tomorrow', '2027-01-01', 'October', '2025'])('refuses %s', (text) => {
    expect(() => readKnownAt(text, utc, opened)).toThrow(Refusal);
  });
});

describe('any date', () => {
  const zones = ['UTC', 'Europe/Vienna', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];

  it('reads back what it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000 }), fc.constantFrom(...zones), (minutes, timeZone) => {
        const when = { now, timeZone };
        const at = new Date(now.getTime() + minutes * 60_000);
        const typed = typedMoment(at, when);
        expect(typedMoment(readDeadline(typed, when), when)).toBe(typed);
      }),
    );
  });

  it('throws nothing but refusals, whatever is typed', () => {
    const word = fc.constantFrom(
      'end',
      'of',
      'next',
      'last',
      'Q2',
      'year',
      '31',
      '2026',
      'Dec',
      'in',
      '3',
      'weeks',
      'Friday',
      '17:00',
      'pm',
      '/',
      '-',
      '.',
      'before',
      'the',
      'ago',
      '99',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(word, { maxLength: 7 }).map((a) => a.join(' ')),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(...zones), fc.boolean(), (text, timeZone, past) => {
        try {
          const { start, end } = readPeriod(text, { now, timeZone }, past);
          expect(Number.isFinite(start.getTime())).toBe(true);
          expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime());
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});

it('opens with the first minute of a day, now where it has begun, never in what is over', () => {
  expect(typedMoment(readStart('1 Jan 2027', vienna), vienna)).toBe('2027-01-01 00:00');
  expect(typedMoment(readStart('tomorrow 17:00', vienna), vienna)).toBe('2026-11-23 17:00');
  expect(readStart('today', vienna)).toEqual(now);
  expect(() => readStart('yesterday', vienna)).toThrow(/has passed/);
});
