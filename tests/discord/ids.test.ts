import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctId, type Id, readId, writeId } from '../../src/bot/platforms/discord/ids.ts';

const press = { command: 'drafts approve', args: { drafts: '3', note: 'a&b=c?' } };

it.each<[Id, string]>([
  [{ kind: 'run', press: { command: 'close', args: { question: '7' } } }, 'rclose?question=7'],
  [{ kind: 'form', press: { command: 'help', args: {} } }, 'fhelp'],
  [{ kind: 'confirm', press }, 'cdrafts approve?drafts=3&note=a%26b%3Dc%3F'],
  [{ kind: 'confirmed', press }, 'ydrafts approve?drafts=3&note=a%26b%3Dc%3F'],
  [{ kind: 'submit', press }, 'mdrafts approve?drafts=3&note=a%26b%3Dc%3F'],
  [
    { kind: 'select', press: { command: 'resolve', args: { question: '7' } }, fills: 'outcome' },
    'sresolve?question=7&outcome=',
  ],
  [{ kind: 'pending', token: '0a1b2c3d-4e5f' }, 'p0a1b2c3d-4e5f'],
  [{ kind: 'cancel' }, 'x'],
])('%j is written as %s and read back', (id, text) => {
  expect(writeId(id)).toBe(text);
  expect(readId(text)).toEqual(id);
});

it('is not written when Discord would refuse it', () => {
  expect(writeId({ kind: 'run', press: { command: 'ask', args: { title: 'x'.repeat(100) } } })).toBeNull();
});

it.each([
  '',
  'r',
  'q?a=1',
  'rclose question seven?x=1',
  'rCLOSE',
  'r../../etc?x=1',
  'sresolve',
  'sresolve?outcome=YES',
  'p',
  'p<script>alert(1)',
  `rclose?question=${'7'.repeat(200)}`,
  'xx',
  '{"command":"resolve"}',
])('%j is not an id of ours', (text) => {
  expect(readId(text)).toBeNull();
});

it('reads anything without falling over', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (text) => {
      const id = readId(text);
      if (id !== null && id.kind !== 'cancel' && id.kind !== 'pending')
        expect(id.press.command).toMatch(/^[a-z]+( [a-z]+)?$/);
    }),
  );
});

it('tells two equal buttons apart', () => {
  expect(distinctId('rclose?question=7', 2)).toBe('rclose?question=7&~=2');
  expect(readId('rclose?question=7&~=2')).toEqual(readId('rclose?question=7'));
  expect(readId(distinctId('sresolve?question=7&outcome=', 3) ?? '')).toEqual(
    readId('sresolve?question=7&outcome='),
  );
});
