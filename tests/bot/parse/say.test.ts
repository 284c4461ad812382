import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/bot/commands/index.ts';
import { sayToInvocation } from '../../../src/bot/parse/say.ts';

const say = (text: string) => sayToInvocation(text, commands);

describe('a line of text as a command', () => {
  it.each([
    ['/forecast Q7 70%', 'forecast', { question: 'Q7', probability: '70%' }],
    ['forecast Q7 70%', 'forecast', { question: 'Q7', probability: '70%' }],
    ['Q7 70%', 'forecast', { question: 'Q7', probability: '70%' }],
    ['Q7', 'question', { question: 'Q7' }],
    ['/forecast Q7 1 in 20', 'forecast', { question: 'Q7', probability: '1 in 20' }],
    [
      '/forecast Q7 70% stake:50 because the polls: all of them',
      'forecast',
      { question: 'Q7', probability: '70%', stake: '50', reason: 'the polls: all of them' },
    ],
    ['/forecast Q7 stake:50 70%', 'forecast', { question: 'Q7', probability: '70%', stake: '50' }],
    [
      '/forecast stake:50 Q7 A 50 B 50',
      'forecast',
      { question: 'Q7', probability: 'A 50 B 50', stake: '50' },
    ],
    ['/forecast Q7 A 50 stake:5 B 50', 'forecast', { question: 'Q7', probability: 'A 50 B 50', stake: '5' }],
    [
      '/forecast Q7 70% reason:"because I say so" stake:5',
      'forecast',
      { question: 'Q7', probability: '70%', reason: 'because I say so', stake: '5' },
    ],
    ['/bet Q7 YES 20 limit:40%', 'bet', { question: 'Q7', outcome: 'YES', points: '20', '': 'limit:40%' }],
    ['/forecast', 'forecast', {}],
    [
      '/bet Q7 YES 50 max:70% rest',
      'bet',
      { question: 'Q7', outcome: 'YES', points: '50', max: '70%', rest: 'yes' },
    ],
    ['/questions to resolve', 'questions', { filter: 'to resolve' }],
    ['/bet Q7 Open source wins 50', 'bet', { question: 'Q7', outcome: 'Open source wins', points: '50' }],
    ['/bet Q7 "Open source" 50', 'bet', { question: 'Q7', outcome: 'Open source', points: '50' }],
    ['/bet Q7 YES', 'bet', { question: 'Q7', outcome: 'YES' }],
    ['/bet Q7 YES 20 shares', 'bet', { question: 'Q7', outcome: 'YES', points: '20 shares' }],
    ['/drafts', 'drafts list', {}],
    ['/settings', 'settings show', {}],
    ['/drafts approve 3 4 5', 'drafts approve', { drafts: '3 4 5' }],
    [
      '/drafts reject D3 it is vague: what is "soon"?',
      'drafts reject',
      { draft: 'D3', reason: 'it is vague: what is "soon"?' },
    ],
    ['/questions closing tag:ai', 'questions', { filter: 'closing', tag: 'ai' }],
    ['/questions search:open weights tag:ai', 'questions', { search: 'open weights', tag: 'ai' }],
    [
      '/ask Will it rain: yes or no? closes:in 3 weeks criteria:As the weather service says. tags:weather',
      'ask',
      {
        title: 'Will it rain: yes or no?',
        closes: 'in 3 weeks',
        criteria: 'As the weather service says.',
        tags: 'weather',
      },
    ],
    [
      '/ask Will private markets grow? closes:31 Dec private',
      'ask',
      { title: 'Will private markets grow?', closes: '31 Dec', private: 'yes' },
    ],
    ['/article https://example.org/a?b=c', 'article', { text: 'https://example.org/a?b=c' }],
    [
      '/article published:2026-11-01 Title: one\n\nurl: two is text:\n  three',
      'article',
      { published: '2026-11-01', text: 'Title: one\n\nurl: two is text:\n  three' },
    ],
    [
      '/resolve Q7 NO known:20 Nov because it failed',
      'resolve',
      { question: 'Q7', answer: 'NO', known: '20 Nov', reason: 'it failed' },
    ],
    ['/resolve Q7 YES 70 NO 30', 'resolve', { question: 'Q7', answer: 'YES 70 NO 30' }],
    ['/annul Q7 because the source is gone', 'annul', { question: 'Q7', reason: 'the source is gone' }],
    ['/annul Q7 the source is gone', 'annul', { question: 'Q7', reason: 'the source is gone' }],
    ['/me Ada Lovelace', 'me', { member: 'Ada Lovelace' }],
    ['/HELP Forecast', 'help', { command: 'Forecast' }],
    ['/withdraw Q7 now', 'withdraw', { question: 'Q7', '': 'now' }],
    ['/nonsense Q7', 'nonsense', {}],
    ['/drafts aprove 3', 'drafts aprove', {}],
    ['', '', {}],
  ])('%s', (text, command, args) => {
    expect(say(text)).toEqual({ command, args });
  });

  it('never throws, and takes nothing from the prototype', () => {
    const word = fc.constantFrom(
      '/forecast',
      '/ask',
      '/bet',
      'Q7',
      'stake:',
      'constructor:1',
      '__proto__:x',
      '"',
      '“',
      'because',
      'rest',
      ':',
      '=',
      '\n',
      'toString',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 10 }).map((a) => a.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const said = say(text);
        for (const value of Object.values(said.args)) expect(typeof value).toBe('string');
        const known = commands.find((c) => c.name === said.command)?.args ?? {};
        for (const name of Object.keys(said.args))
          expect(name === '' || Object.hasOwn(known, name), name).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a megabyte of article within a second', () => {
    const text = `/article ${'word '.repeat(200_000)}`;
    const start = performance.now();
    expect(say(text).args.text?.length).toBe(5 * 200_000 - 1);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
