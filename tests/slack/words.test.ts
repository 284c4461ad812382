import { expect, it } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { slackWords } from '../../src/bot/platforms/slack/words.ts';

const { word, view } = slackWords(commands);

it.each([
  ['Write /help to see more.', 'Write /forecast help to see more.'],
  ['/drafts approve D3', '/forecast drafts approve D3'],
  ['/forecast Q7 70%', '/forecast Q7 70%'],
  ['(/leaderboard)', '(/forecast leaderboard)'],
  ['https://example.org/help/article', 'https://example.org/help/article'],
  ['and/or', 'and/or'],
  ['/helpful', '/helpful'],
  ['/link', '/forecast link'],
  ['/link K7M2QX9P', '/link K7M2QX9P'],
])('%s is on Slack %s', (said, shown) => {
  expect(word(said)).toBe(shown);
});

it('leaves quotations alone', () => {
  const quoted = view({
    title: 'Draft',
    tone: 'info',
    blocks: [
      { kind: 'quote', text: 'Write /help', source: 'in /help' },
      { kind: 'text', text: ['Then ', { kind: 'code', text: '/drafts' }] },
    ],
    footer: '/settings',
  });
  expect(quoted.blocks[0]).toEqual({ kind: 'quote', text: 'Write /help', source: 'in /help' });
  expect(quoted.blocks[1]).toEqual({
    kind: 'text',
    text: ['Then ', { kind: 'code', text: '/forecast drafts' }],
  });
  expect(quoted.footer).toBe('/forecast settings');
});
