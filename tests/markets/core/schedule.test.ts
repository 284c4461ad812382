import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDaily, lastScheduled, nextScheduled } from '../../../src/markets/core/schedule.ts';

const monday9 = { weekday: 1, hour: 9, minute: 0 };
const at = (text: string) => new Date(text);

describe('a schedule by the wall clock', () => {
  // Clocks in Berlin went back on 2026-10-25 and go forward on 2027-03-28; in New York on 2026-11-01 and 2027-03-14.
  it.each([
    ['Europe/Berlin', '2026-10-20T00:00Z', '2026-10-26T08:00Z'],
    ['Europe/Berlin', '2026-10-18T00:00Z', '2026-10-19T07:00Z'],
    ['Europe/Berlin', '2027-03-27T00:00Z', '2027-03-29T07:00Z'],
    ['America/New_York', '2026-10-30T00:00Z', '2026-11-02T14:00Z'],
    ['America/New_York', '2027-03-12T00:00Z', '2027-03-15T13:00Z'],
    ['Asia/Kathmandu', '2026-11-22T00:00Z', '2026-11-23T03:15Z'],
    ['Pacific/Kiritimati', '2026-11-22T00:00Z', '2026-11-22T19:00Z'],
  ])('Monday 09:00 in %s after %s is %s', (zone, after, expected) => {
    expect(nextScheduled(monday9, zone, at(after))).toEqual(at(expected));
  });

  it('is strictly after and at or before', () => {
    const nine = at('2026-11-23T08:00Z');
    expect(lastScheduled(monday9, 'Europe/Berlin', nine)).toEqual(nine);
    expect(nextScheduled(monday9, 'Europe/Berlin', nine)).toEqual(at('2026-11-30T08:00Z'));
    expect(lastScheduled(monday9, 'Europe/Berlin', at('2026-11-23T07:59:59Z'))).toEqual(
      at('2026-11-16T08:00Z'),
    );
  });

  it('takes the first of each month for weekday 0', () => {
    const first = { weekday: 0, hour: 9, minute: 30 };
    expect(nextScheduled(first, 'UTC', at('2026-11-22T00:00Z'))).toEqual(at('2026-12-01T09:30Z'));
    expect(lastScheduled(first, 'UTC', at('2026-11-01T09:29Z'))).toEqual(at('2026-10-01T09:30Z'));
  });

  it('moves a time that the clocks skip, and takes the first of two', () => {
    // 02:30 on 2027-03-28 does not exist in Berlin: 03:30 summer time. 02:30 on 2026-10-25 exists twice, at 00:30 and 01:30 UTC.
    expect(
      nextScheduled({ weekday: 7, hour: 2, minute: 30 }, 'Europe/Berlin', at('2027-03-27T12:00Z')),
    ).toEqual(at('2027-03-28T01:30Z'));
    expect(
      nextScheduled({ weekday: 7, hour: 2, minute: 30 }, 'Europe/Berlin', at('2026-10-24T12:00Z')),
    ).toEqual(at('2026-10-25T00:30Z'));
  });

  it('has no gap and no overlap: what is next is later the last', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'UTC',
      'Asia/Tokyo',
    );
    const schedule = fc.record({
      weekday: fc.integer({ min: 0, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
    });
    const instant = fc.date({
      min: at('2025-01-01T00:00Z'),
      max: at('2030-01-01T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zone, schedule, instant, (z, s, t) => {
        const last = lastScheduled(s, z, t);
        const next = nextScheduled(s, z, t);
        expect(last <= t && t < next).toBe(true);
        expect(nextScheduled(s, z, last)).toEqual(next);
        expect(lastScheduled(s, z, next)).toEqual(next);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a daily hour', () => {
  it("is the wall clock's", () => {
    expect(lastDaily(9, 'Europe/Berlin', at('2026-10-25T07:59Z'))).toEqual(at('2026-10-24T07:00Z'));
    expect(lastDaily(9, 'Europe/Berlin', at('2026-10-25T08:00Z'))).toEqual(at('2026-10-25T08:00Z'));
    expect(lastDaily(9, 'America/New_York', at('2026-11-22T13:59Z'))).toEqual(at('2026-11-21T14:00Z'));
  });
});
