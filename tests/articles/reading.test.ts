import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClaims, nearestSentences } from '../../src/articles/claims.ts';
import type { Article } from '../../src/articles/types.ts';

const article = (
  text: string,
  publishedAt: string | null = '2026-03-01',
  author: string | null = null,
): Article => ({
  text,
  title: null,
  author,
  publishedAt,
  url: null,
  language: 'en',
});
const claim = (text: string, publishedAt?: string | null) =>
  findClaims(article(text, publishedAt), '2026-11-22')[0];

describe('hedges', () => {
  it.each([
    ['Prices will fall.', 0.85, false],
    ['Prices will almost certainly fall.', 0.93, false],
    ['Prices will probably fall.', 0.72, false],
    ['I think prices will fall.', 0.72, false],
    ['Prices will not fall.', 0.85, true],
    ["Prices won't fall.", 0.85, true],
    ['Prices are not expected to fall.', 0.75, true],
    ["Prices aren't about to fall.", 0.85, true],
    ['Prices will never fall.', 0.85, true],
    ['Prices are unlikely to fall.', 0.75, true],
    ["I don't think prices will fall.", 0.72, true],
    ['I doubt that prices can fall.', 0.75, true],
    ['Prices are certain to fall.', 0.95, false],
    ['There is a 30% chance that prices fall.', 0.3, false],
    ['Prices will fall (85 percent).', 0.85, false],
  ])('%s: %s', (text, strength, negated) => {
    expect(claim(text)?.hedge).toMatchObject({ strength, negated });
  });

  it('quotes the words that carry it', () => {
    expect(claim('The toll is expected to double.')?.hedge.words).toBe('is expected');
  });
});

describe('probabilities', () => {
  it('takes a stated probability for the claim beside it', () => {
    expect(claim('There is a 30% chance that prices fall.')?.statedProbability).toBe(0.3);
    expect(claim('Prices will fall.')?.statedProbability).toBeNull();
  });

  it('gives a confidence line to the first claim of its section', () => {
    const text =
      '## Ports\n\nConfidence: 90%\n\nCranes will run alone. Ships will follow.\n\n## Rail\n\nTrains will not follow.';
    expect(findClaims(article(text), '2026-11-22').map((found) => found.statedProbability)).toEqual([
      0.9,
      null,
      null,
    ]);
  });
});

describe('deadlines of claims', () => {
  it('come from the title that runs into the paragraph, from headings above, or from a rule for all', () => {
    expect(claim('1. Ports by 2028: Cranes will run alone.')?.deadline).toBe('2028-12-31');
    expect(claim('## In 2027\n\nCranes will run alone.')?.deadlineText).toBe('In 2027');
    expect(
      claim('All predictions are for events before 2030 unless stated otherwise.\n\nCranes will run alone.')
        ?.deadline,
    ).toBe('2030-01-01');
  });

  it('do not come from a headline that predicts something else', () => {
    expect(
      findClaims(article('Acme to open a plant in May\n\nWages will rise too.'), '2026-11-22').at(-1)
        ?.deadline,
    ).toBeNull();
  });

  it('are none where the time counts from another event', () => {
    expect(claim('Any new design will be copied within six months.')?.deadline).toBeNull();
    expect(claim('The new design will be copied within six months.')?.deadline).toBe('2026-09-30');
  });

  it('that have passed are flagged, not dropped', () => {
    expect(claim('Cranes will run alone by 2028.', '2025-01-01')?.expired).toBe(false);
    expect(claim('Cranes will run alone by 2025.', '2024-01-01')).toMatchObject({
      deadline: '2025-12-31',
      expired: true,
    });
  });

  it('count from today where the article has no date', () => {
    expect(claim('Cranes will run alone by next year.', null)?.deadline).toBe('2027-12-31');
  });
});

describe('speakers', () => {
  it.each([
    ['"It will end," said Ana Ruiz, head of research at Acme.', 'Ana Ruiz'],
    ['Ana Ruiz, head of research at Acme, said it would end.', 'Ana Ruiz'],
    ['Acme boss Ana Ruiz says it will end.', 'Ana Ruiz'],
    ['Ana Ruiz, a futurist, was blunt: "It will end."', 'Ana Ruiz'],
    ['Ana Ruiz runs Acme.\n\n"It will end," Ms Ruiz added.', 'Ana Ruiz'],
    ['Ana Ruiz said the year was good.\n\n"It will end," she added.', 'Ana Ruiz'],
    ['"The year was good. It will end," said Ana Ruiz. "Then it will start again."', 'Ana Ruiz'],
    ['According to Ana Ruiz, it will end.', 'Ana Ruiz'],
    ['Ana Ruiz is convinced that it will end.', 'Ana Ruiz'],
    ['"It will end."\n\n— Ana Ruiz, head of research at Acme', 'Ana Ruiz'],
    ['Ana Ruiz, CEO: Trade will end\n\nIt will end soon.', 'Ana Ruiz'],
    ['Every year we at Acme Labs look ahead. It will end.', 'Acme Labs'],
    ['The Bank of Norvania said it would end.', 'Bank of Norvania'],
    ['Most analysts say it will end.', 'analysts'],
    ['It will end.', 'Jo Writer'],
  ])('%s', (text, speaker) => {
    expect(findClaims(article(text, '2026-03-01', 'Jo Writer'), '2026-11-22')[0]?.speaker).toBe(speaker);
  });
});

describe('groups', () => {
  it('put claims on one event together', () => {
    const text =
      'Orbis will launch its satellite phone in March. Rents will fall. Analysts expect Orbis to launch the satellite phone late.';
    expect(findClaims(article(text), '2026-11-22').map((found) => found.group)).toEqual([0, 1, 0]);
  });

  it('put what points back with what it points to', () => {
    const text = 'The port will lose half of its staff. This will hurt the town.';
    expect(findClaims(article(text), '2026-11-22').map((found) => found.group)).toEqual([0, 0]);
  });
});

describe('nearestSentences', () => {
  it('are those that come nearest to a prediction', () => {
    const text = 'The cat sat on the mat. The trend may soon turn. It was a fine day, and nobody spoke.';
    expect(findClaims(article(text), '2026-11-22')).toEqual([]);
    const found = nearestSentences(article(text), 1);
    expect(found.map((sentence) => sentence.quote)).toEqual(['The trend may soon turn.']);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe('The trend may soon turn.');
  });
});

describe('any text', () => {
  it('is read without an error, and every claim quotes it', () => {
    const word = fc.constantFrom(
      'it',
      'will',
      'not',
      'be',
      'said',
      'would',
      'Jane Doe',
      'by',
      '2030',
      '.',
      ',',
      '"',
      '“',
      '”',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '| a | 5% |\n',
      'if',
      'expect',
      'to',
      'rise',
      '40%',
      ':',
      'May',
      'the end of',
      'next',
      'year',
      '?',
      '(',
      ')',
      'forecast',
      'is',
      'likely',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        const claims = findClaims(article(text), '2026-11-22');
        for (const found of claims) {
          expect(text.slice(found.start, found.end)).toBe(found.quote);
          expect(found.group).toBeLessThan(claims.length);
          expect(found.hedge.strength).toBeGreaterThanOrEqual(0);
          expect(found.hedge.strength).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  // A rule that looked back over the whole text would need hours for these; the bound leaves room for a slow machine.
  it.each([
    'will be ',
    'it will rise and ',
    '"',
    '“a” ',
    'if it will if ',
    'Aa Bb Cc ',
    'A. ',
    'X said, ',
    '2027 ',
    'by the end of the ',
    '| a | b |\n',
    '|',
    '- will be\n',
    '# A\n',
    '\n',
    ' ',
    '**',
    'a: ',
    '. ',
    '`',
    'a_',
    'aB',
    "a'",
    'a-',
    '5% ',
    'May 2027, ',
    'expect ',
    'is likely to be ',
    'said it would be ',
    'the idea that it will ',
    '(',
    'x',
    '## A by 2030\n### It will B\n',
  ])('of 60,000 characters of %j is read in time that grows with its length', (piece) => {
    const text = piece.repeat(Math.ceil(60_000 / piece.length));
    const start = performance.now();
    findClaims(article(text), '2026-11-22');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
