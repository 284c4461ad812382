import { describe, expect, it } from 'vitest';
import { findClaims } from '../../src/articles/claims.ts';
import { detectLanguage, languageName } from '../../src/articles/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The council will vote on the bridge in March, and the ferry is not going to run in the winter.'],
    ['de', 'Der Rat wird im März über die Brücke abstimmen, und die Fähre fährt im Winter nicht mehr.'],
    ['fr', 'Le conseil votera en mars sur le pont et le bac ne circulera pas pendant les mois de hiver.'],
    [
      'es',
      'El consejo votará en marzo sobre el puente y el transbordador no circulará en los meses de invierno.',
    ],
    [
      'it',
      'Il consiglio voterà a marzo sul ponte e il traghetto non sarà in servizio nei mesi più freddi della stagione.',
    ],
    [
      'pt',
      'O conselho votará a ponte em março e a balsa não vai circular nos meses de inverno, como foi dito ao jornal.',
    ],
    [
      'nl',
      'De raad zal in maart over de brug stemmen en het veer zal in de winter niet meer varen, maar wel in de zomer.',
    ],
    ['ru', 'Совет проголосует в марте, и паром не будет ходить зимой.'],
    ['ja', '評議会は三月に橋について投票し、フェリーは冬に運航しません。'],
    ['zh', '委员会将于三月就大桥进行投票，渡轮冬季将停运。'],
    ['und', 'Cats sleep a lot. They slept yesterday.'],
    ['und', '1234 5678 90'],
    ['und', ''],
  ])('tells %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('takes English with foreign names and words for English', () => {
    expect(
      detectLanguage(
        'The Conseil des ministres of Québec said it will not rename the Rue de la Paix for the time being.',
      ),
    ).toBe('en');
  });

  it('names languages', () => {
    expect(languageName('de')).toBe('German');
    expect(languageName('und')).toBe('an unknown language');
  });

  it('finds nothing in another language, though a word looks like a cue', () => {
    const text = 'Sie will im Mai nach Berlin. Er will going to gehen.';
    const article = { text, title: null, author: null, publishedAt: '2026-03-01', url: null, language: 'de' };
    expect(findClaims(article, '2026-03-01')).toEqual([]);
  });
});
