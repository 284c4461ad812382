import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, readNumber } from '../../../src/bot/parse/number.ts';
import { readAmount } from '../../../src/bot/parse/points.ts';
import { formatPoints } from '../../../src/bot/views/format.ts';
import { Refusal } from '../../../src/markets/core/refusal.ts';

describe('an amount of points', () => {
  it.each([
    ['50', 50_00n],
    ['50 points', 50_00n],
    ['1k', 1_000_00n],
    ['1.5k', 1_500_00n],
    ['1,5k', 1_500_00n],
    ['1,000', 1_000_00n],
    ['1 000', 1_000_00n],
    ['10%', 32_00n],
    ['half', 160_00n],
    ['50%', 160_00n],
    ['all', 320_75n],
    ['100%', 320_75n],
    ['max', 320_75n],
    ['a third', 106_00n],
  ])('%s of 320.75', (text, amount) => {
    expect(readAmount(text, 320_75n, 'points')).toBe(amount);
  });

  it.each([
    ['0', 'out-of-range'],
    ['-5', 'out-of-range'],
    ['0.5', 'out-of-range'],
    ['10.5', 'out-of-range'],
    ['0%', 'out-of-range'],
    ['200%', 'out-of-range'],
    ['99999999999999999999', 'out-of-range'],
    ['lots', 'not-understood'],
    ['', 'not-understood'],
    ['1e3', 'not-understood'],
  ])('refuses %s and says what one has', (text, code) => {
    try {
      readAmount(text, 320_75n, 'points');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error.code).toBe(code);
      expect(error.hint).toContain('320.75');
    }
  });

  it('refuses parts of nothing and parts of an unknown balance', () => {
    expect(() => readAmount('half', 0n, 'points')).toThrow(/less than one/);
    expect(() => readAmount('half', null, 'points')).toThrow(/what "half" is a part of/);
  });

  it('reads back what it shows and throws nothing but refusals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1_000_000_000n }), (whole) => {
        expect(readAmount(formatPoints(whole * 100n), null, 'points')).toBe(whole * 100n);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (text, held) => {
          try {
            expect(readAmount(text, held, 'shares')).toBeGreaterThan(0n);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('numbers', () => {
  it.each([
    ['1,000', 1000],
    ['1.000', 1],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1.000.000', 1e6],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ["1'000", 1000],
    ['-3', -3],
    ['2e3', 2000],
  ])('%s is %d', (text, value) => {
    expect(readDecimal(text)).toBe(value);
  });

  it.each([
    ['1.5k', null, 1500],
    ['2 million', null, 2e6],
    ['$3bn', null, 3e9],
    ['40 GWh', 'GWh', 40],
    ['1,250 gwh', 'GWh', 1250],
    ['3.5%', '%', 3.5],
    ['-7', null, -7],
    ['−7', null, -7],
  ])('%s in %s is %d', (text, unit, value) => {
    expect(readNumber(text, unit)).toBe(value);
  });

  it.each(['', 'many', '1..2', '3 apples', '--1', '1,2,3', '3constructor'])('refuses "%s"', (text) => {
    expect(() => readNumber(text, 'GWh')).toThrow(Refusal);
  });
});
