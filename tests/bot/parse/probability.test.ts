import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProbability } from '../../../src/bot/parse/probability.ts';
import { statedPercent } from '../../../src/bot/views/format.ts';
import { Refusal } from '../../../src/markets/core/refusal.ts';

describe('a probability as people write it', () => {
  it.each([
    ['70%', 0.7],
    ['70 %', 0.7],
    ['70', 0.7],
    ['0.7', 0.7],
    ['.7', 0.7],
    ['0,7', 0.7],
    ['12,5%', 0.125],
    ['12.5', 0.125],
    ['7/10', 0.7],
    ['7 / 10', 0.7],
    ['7 out of 10', 0.7],
    ['1 in 20', 0.05],
    ['1 in 1,000', 0.001],
    ['3:1', 0.75],
    ['3 to 1', 0.75],
    ['1:3', 0.25],
    ['3:1 against', 0.25],
    ['3:1 on', 0.75],
    ['50/50', 0.5],
    ['70/30', 0.7],
    ['30/70', 0.3],
    ['even', 0.5],
    ['<1%', 0.005],
    ['>99%', 0.995],
    ['< 5 %', 0.025],
    ['0%', 0],
    ['0', 0],
    ['100%', 1],
    ['100', 1],
    ['70 percent', 0.7],
    ['~70%', 0.7],
    ['about 70%', 0.7],
    ['½', 0.5],
    ['70％', 0.7],
    ['0.5%', 0.005],
    ['  70%  ', 0.7],
    // A bare whole number is percent; with decimals it is a fraction up to 1.
    ['1', 0.01],
    ['1.0', 1],
    ['1%', 0.01],
    ['2', 0.02],
    ['0.5', 0.5],
    ['1.5', 0.015],
  ])('%s is %d', (text, p) => {
    expect(readProbability(text)).toBeCloseTo(p, 12);
  });

  it.each([
    ['700', 'I read "700" as 700%'],
    ['-3', 'I read "-3" as -3%'],
    ['101%', 'I read "101%" as 101%'],
    ['10/7', 'as 142.857%'],
    ['5/0', 'divides by 0'],
    ['<50%', 'leaves too much room'],
    ['>50%', 'leaves too much room'],
    ['maybe', `I can't read "maybe"`],
    ['', 'no probability'],
    ['0:0', 'as odds'],
    ['7..5', 'number'],
    ['1e400', `can't read`],
    ['NaN', `can't read`],
  ])('refuses %s, saying what was understood and what to write', (text, message) => {
    expect(() => readProbability(text)).toThrow(Refusal);
    try {
      readProbability(text);
    } catch (error) {
      expect((error as Refusal).message).toContain(message);
      expect((error as Refusal).hint).toContain('70%');
    }
  });

  it('reads back what it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (n) => {
        expect(readProbability(statedPercent(n / 10_000))).toBeCloseTo(n / 10_000, 10);
      }),
    );
  });

  it('throws nothing but refusals and returns nothing but probabilities, whatever is typed', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '~',
      '1',
      '0',
      '9',
      '.',
      ',',
      '%',
      '/',
      ':',
      ' ',
      '-',
      'in',
      'to',
      'e',
      '½',
      'against',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(piece, { maxLength: 12 }).map((a) => a.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const p = readProbability(text);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
