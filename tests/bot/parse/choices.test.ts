import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionText, readChoices, wholePercents } from '../../../src/bot/parse/choices.ts';
import { Refusal } from '../../../src/markets/core/refusal.ts';

const labels = ['Apple', 'Google', 'Open AI'];

describe('probabilities of a choice', () => {
  it.each([
    ['50/30/20', [0.5, 0.3, 0.2]],
    ['50 30 20', [0.5, 0.3, 0.2]],
    ['50, 30, 20', [0.5, 0.3, 0.2]],
    ['50% / 30% / 20%', [0.5, 0.3, 0.2]],
    ['0.5 0.3 0.2', [0.5, 0.3, 0.2]],
    ['A 50 B 30 C 20', [0.5, 0.3, 0.2]],
    ['b 30 a 50 c 20', [0.5, 0.3, 0.2]],
    ['A:50% B:30% C:20%', [0.5, 0.3, 0.2]],
    ['A=50, B=30, C=20', [0.5, 0.3, 0.2]],
    ['Apple 50, Google 30, Open AI 20', [0.5, 0.3, 0.2]],
    ['open ai 100', [0, 0, 1]],
    ['goo 60 app 40', [0.4, 0.6, 0]],
    ['33.3/33.3/33.4', [0.333, 0.333, 0.334]],
    ['A 12,5 B 87,5', [0.125, 0.875, 0]],
    ['0/0/100', [0, 0, 1]],
  ])('%s', (text, expected) => {
    const p = readChoices(text, labels);
    expect(p).toHaveLength(3);
    for (const [i, value] of expected.entries()) expect(p[i]).toBeCloseTo(value, 3);
    expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('takes thirds rounded to one decimal as they are meant', () => {
    const p = readChoices('33.3/33.3/33.3', labels);
    expect(p[0]).toBeCloseTo(1 / 3, 12);
  });

  it.each([
    ['50/30/30', 'sum to 110%', 'A 46 B 27 C 27'],
    ['A 50 B 20', 'sum to 70%', 'A 50 B 20 C 30'],
    ['A 70', 'sum to 70%', 'A 70 B 15 C 15'],
    ['33/33/33', 'sum to 99%', 'A 34 B 33 C 33'],
    ['0/0/0', 'sum to 0%', 'A 34 B 33 C 33'],
  ])('refuses %s with the sum, and offers the nearest line', (text, message, offered) => {
    try {
      readChoices(text, labels);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(error.message).toContain(message);
      expect(error.hint).toContain(offered);
      expect(() => readChoices(offered, labels)).not.toThrow();
    }
  });

  it.each(['50/50', 'A 50 A 50', 'Nokia 100', 'A -10 B 110', 'A', '', 'A B C', '50/x/50', 'A50 B50'])(
    'refuses "%s" and names the outcomes',
    (text) => {
      try {
        readChoices(text, labels);
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error.hint).toContain('A Apple, B Google, C Open AI');
      }
    },
  );

  it('tells labels with digits from their probabilities', () => {
    const models = ['GPT-5', 'Gemini 3', 'Claude 4'];
    expect(readChoices('GPT-5 40 Gemini 3 60', models)).toEqual([0.4, 0.6, 0]);
  });

  it('reads back what it offers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 }), (shares) => {
        const whole = wholePercents(shares);
        expect(whole.reduce((a, b) => a + b, 0)).toBe(100);
        const read = readChoices(
          distributionText(whole),
          shares.map((_, i) => `Outcome number ${i}`),
        );
        for (const [i, n] of whole.entries()) expect(read[i]).toBeCloseTo(n / 100, 12);
      }),
    );
  });

  it('throws nothing but refusals, whatever is typed', () => {
    const word = fc.constantFrom(
      'A',
      'B',
      'C',
      'D',
      'Apple',
      'Open AI',
      '50',
      '0.5',
      '100',
      '-1',
      '%',
      '/',
      ',',
      ':',
      '1e9',
      '9'.repeat(30),
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 12 }).map((a) => a.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const p = readChoices(text, labels);
          expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          expect(p.every((x) => x >= 0 && x <= 1)).toBe(true);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('ends soon on long hostile text', () => {
    const text = `${'A 1 '.repeat(900)}`;
    const start = performance.now();
    expect(() => readChoices(text, labels)).toThrow(Refusal);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
