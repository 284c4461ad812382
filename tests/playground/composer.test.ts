import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AnyCommand } from '../../src/bot/command.ts';
import { completeLine } from '../../src/bot/platforms/playground/composer.ts';

const text = z.string();
const shared = {
  visibility: 'public',
  admin: false,
  examples: [],
  run: () => Promise.reject(new Error('not run here')),
} as const;
const list: readonly AnyCommand[] = [
  {
    ...shared,
    name: 'forecast',
    about: 'Say how likely it is',
    args: {
      question: { kind: 'question', about: 'Which question', required: true, schema: text, positional: true },
      probability: {
        kind: 'probability',
        about: 'How likely',
        required: true,
        schema: text,
        positional: true,
      },
      stake: { kind: 'points', about: 'Points to stake', required: false, schema: text },
    },
  },
  { ...shared, name: 'drafts list', about: 'What waits for review', args: {} },
  {
    ...shared,
    name: 'drafts approve',
    about: 'Publish',
    args: { draft: { kind: 'draft', about: 'Which', required: true, schema: text, positional: true } },
  },
];

/** Knows two questions, whatever is typed. */
const complete = async (request: { arg: string; typed: string; args: Readonly<Record<string, string>> }) =>
  request.arg === 'question'
    ? [
        { value: 'Q7', label: 'Q7 Will it rain?' },
        { value: 'Q70', label: 'Q70 Will it snow?' },
      ].filter((o) => o.value.startsWith(request.typed))
    : [];

describe('what the composer offers', () => {
  it.each<[string, string[]]>([
    ['/fore', ['/forecast ']],
    ['/drafts', ['/drafts list ', '/drafts approve ']],
    ['/forecast ', ['/forecast Q7 ', '/forecast Q70 ', '/forecast probability:', '/forecast stake:']],
    ['/forecast Q70', ['/forecast Q70 ']],
    ['/forecast Q7 70% st', ['/forecast Q7 70% stake:']],
    ['/forecast question:Q70', ['/forecast question:Q70 ']],
    ['/nothing', []],
  ])('after %s', async (line, expected) => {
    const found = await completeLine(list, complete, line);
    expect(found.map((c) => c.text)).toEqual(expected);
  });
});
