import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columns,
  escaped,
  inCode,
  markdown,
  oneLine,
  pad,
  safeUrl,
  shorten,
  within,
} from '../../src/bot/platforms/discord/text.ts';

describe('text that people write cannot act', () => {
  it.each([
    [
      '**bold** _it_ ~~no~~ `code` ||spoiler||',
      '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\` \\|\\|spoiler\\|\\|',
    ],
    ['# heading', '\\# heading'],
    ['- item\n+ item\n12. item\n> quote\n-# small', '\\- item\n\\+ item\n12\\. item\n\\> quote\n\\-# small'],
    ['not - a # list 3. here', 'not - a # list 3. here'],
    ['+0.8\n-1\n0.100\n#7', '+0.8\n-1\n0.100\n#7'],
    ['@everyone and @here', '@\u2060everyone and @\u2060here'],
    [
      '<@123> <@&5> <#9> <:x:1> <t:1:R> </help:1>',
      '\\<@123\\> \\<@&5\\> \\<#9\\> \\<:x:1\\> \\<t:1:R\\> \\</help:1\\>',
    ],
    ['[click](https://evil.example)', '\\[click\\](<https://evil.example>)'],
    ['see https://a.example/x_y_z?a=1 now', 'see <https://a.example/x_y_z?a=1> now'],
    ['a\\b', 'a\\\\b'],
    ['one\n\n\n\n\ntwo', 'one\n\ntwo'],
    ['left\u202eright', 'leftright'],
  ])('%j', (text, safe) => {
    expect(escaped(text)).toBe(safe);
  });

  it('leaves no mention, masked link or unescaped mark in any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '@',
            'everyone',
            'here',
            '<',
            '>',
            '@1',
            '[',
            ']',
            '(',
            ')',
            '*',
            '`',
            '\\',
            'a',
            ' ',
            '\n',
            '#',
            '|',
          ),
        }),
        (text) => {
          const safe = escaped(text).replace(/\\[\\*_~`|<>[\]#+.-]/g, 'x');
          expect(safe).not.toMatch(/@(everyone|here)/);
          expect(safe).not.toMatch(/[*_~`|<>[\]]/);
          expect(safe).not.toMatch(/^\s*#+\s/m);
        },
      ),
    );
  });

  it('makes links of web addresses alone', () => {
    expect(markdown([{ kind: 'link', url: 'https://a.example/(x)', text: 'a [b]' }])).toBe(
      '[a \\[b\\]](<https://a.example/%28x%29>)',
    );
    expect(markdown([{ kind: 'link', url: 'javascript:alert(1)', text: 'a' }])).toBe('a');
    // The words of a link must not look like another address.
    expect(markdown([{ kind: 'link', url: 'https://evil.example', text: 'https://bank.example' }])).toBe(
      '[bank.example](<https://evil.example/>)',
    );
    expect(safeUrl('ftp://a.example')).toBeNull();
    expect(safeUrl('nonsense')).toBeNull();
  });

  it('keeps a code span closed', () => {
    expect(markdown([{ kind: 'code', text: 'a`b``c\nd' }])).toBe('`aˋbˋˋc d`');
    expect(inCode('```')).toBe('ˋˋˋ');
  });
});

describe('spans', () => {
  it('carry their meaning', () => {
    expect(
      markdown([
        { kind: 'bold', text: 'B*' },
        ' ',
        { kind: 'strike', text: '40%' },
        ' ',
        { kind: 'member', name: 'Ann_\n#1' },
        ' ',
        { kind: 'time', at: new Date(1_700_000_000_000), style: 'relative' },
        { kind: 'time', at: new Date(1_700_000_000_000), style: 'day' },
        { kind: 'time', at: new Date(1_700_000_000_000), style: 'minute' },
      ]),
    ).toBe('**B\\*** ~~40%~~ **Ann\\_ #1** <t:1700000000:R><t:1700000000:D><t:1700000000:f>');
  });
});

describe('shortening', () => {
  it('cuts at letters as people see them', () => {
    expect(shorten('short', 10)).toBe('short');
    expect(shorten('family 👨‍👩‍👧 here', 12)).toBe('family…');
    expect(shorten('abcdef', 4)).toBe('abc…');
  });

  it('never exceeds its room, whatever is escaped', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 5, max: 200 }), (text, max) => {
        expect(within(text, max).length).toBeLessThanOrEqual(max);
        expect(within([{ kind: 'bold', text: 'x' }, text], max).length).toBeLessThanOrEqual(max);
        expect(shorten(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('keeps text that fits, and says when it does not', () => {
    expect(within('a*b', 10)).toBe('a\\*b');
    expect(within('x'.repeat(50), 10)).toBe(`${'x'.repeat(8)}…`);
  });

  it('counts columns as a fixed-width font shows them', () => {
    expect(columns('abc')).toBe(3);
    expect(columns('日本')).toBe(4);
    expect(pad('日本語', 5, 'left')).toBe('日本…');
    expect(pad('7', 3, 'right')).toBe('  7');
    expect(oneLine(' a\n b\t c ')).toBe('a b c');
  });
});
