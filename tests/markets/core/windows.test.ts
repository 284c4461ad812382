import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedBounds, windowBounds, windowsOf } from '../../../src/markets/core/windows.ts';

describe('windows', () => {
  it('names and bounds agree for every instant', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        for (const name of windowsOf(at)) {
          const bounds = windowBounds(name);
          expect(bounds).not.toBeNull();
          expect((bounds?.from ?? at) <= at).toBe(true);
          expect(bounds?.to === null || (bounds?.to ?? at) > at).toBe(true);
        }
      }),
    );
  });

  it('knows the quarters', () => {
    expect(windowBounds('2026-Q4')).toEqual({ from: new Date('2026-10-01'), to: new Date('2027-01-01') });
    expect(windowBounds('2026-02')).toEqual({ from: new Date('2026-02-01'), to: new Date('2026-03-01') });
  });

  it.each(['2026-Q5', '2026-13', '2026-1', '26', '', 'spring', '2026-Q4 '])(
    '%j is no calendar window',
    (name) => {
      expect(windowBounds(name)).toBeNull();
    },
  );

  it('refuses an empty stretch of time', () => {
    expect(() => checkedBounds(new Date('2026-02-01'), new Date('2026-02-01'))).toThrow(/is empty/);
  });
});
