import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/articles/sentences.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('sentencesOf', () => {
  it.each([
    ['after abbreviations', 'Mr. Hale of Acme Inc. met Dr. J. K. Lund at 9 a.m. in Bern. They talked.', 2],
    ['in names with a full stop', 'The U.S. economy grew, i.e. it did well. So did Node.js.', 2],
    ['after an abbreviation that ends a sentence', 'It was sold to Brandt Inc. The price was low.', 2],
    ['before a number', 'It was slow. 2027 may be better.', 2],
    ['but not in "No. 5"', 'It came in at No. 5 on the list. Nobody cared.', 2],
    ['in typographic quotes', '“It will end.” Then he left. “Really?” she asked.', 3],
    [
      'where a scraped page glues paragraphs',
      'It opened at the fair.Visitors came by the thousand. Good.',
      3,
    ],
    ['with decimals', 'Growth was 2.5% and inflation 3.1%. Rates fell.', 2],
  ])('breaks %s', (_name, text, count) => {
    expect(texts(text)).toHaveLength(count);
  });

  it('joins lines that were wrapped at a fixed width', () => {
    const text = [
      'The council met on the first of the month and talked for six hours about',
      'the bridge, the ferry and the price of gravel. It came to no decision and',
      'adjourned until the spring. Nobody was surprised, least of all the mayor',
      'who had brought a book.',
    ].join('\n');
    expect(texts(text)).toHaveLength(3);
  });

  it('tells headings, items, rows and paragraphs apart, and what stands under what', () => {
    const text =
      '# Bets\n\nSome words come first.\n\n## By 2030\n\n- Ships sail alone\n- Ports go quiet\n\n| a | b |\n|---|---|\n| 1 | 2 |';
    const found = sentencesOf(text).map(({ block }) => [
      block.kind,
      ...block.headings.map((above) => text.slice(above.start, above.end)),
    ]);
    expect(found).toEqual([
      ['heading'],
      ['prose', 'Bets'],
      ['heading', 'Bets'],
      ['item', 'By 2030', 'Bets'],
      ['item', 'By 2030', 'Bets'],
      ['row', 'By 2030', 'Bets'],
      ['row', 'By 2030', 'Bets'],
    ]);
  });

  it('takes a title off the paragraph that it runs into', () => {
    const [title, sentence] = sentencesOf('1. Ports by 2028: Cranes will run alone. So will ships.');
    expect([title?.isTitle, title?.text]).toEqual([true, 'Ports by 2028']);
    expect([sentence?.runIn, sentence?.text]).toEqual(['Ports by 2028', 'Cranes will run alone.']);
  });

  it('leaves fenced code out', () => {
    expect(texts('Before.\n```\nit will run.\n```\nAfter.')).toEqual(['Before.', 'After.']);
  });

  it('gives offsets into the text as it is, in order and without overlap', () => {
    const piece = fc.constantFrom(
      'It will be. ',
      '“No.” ',
      '\n',
      '\n\n',
      '- ',
      '# ',
      '| a | b |\n',
      'Mr. X ',
      '2027 ',
      '\t',
      'é',
      '😀',
      '. ',
      '"',
      ': A',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end, text: quote } of sentencesOf(text)) {
          expect(text.slice(start, end)).toBe(quote);
          expect(start).toBeGreaterThanOrEqual(at);
          at = end;
        }
      }),
    );
  });
});
