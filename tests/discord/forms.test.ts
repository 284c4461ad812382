import { expect, it } from 'vitest';
import type { Form, FormField } from '../../src/bot/app.ts';
import { commands } from '../../src/bot/commands/index.ts';
import { formOf } from '../../src/bot/form.ts';
import { carried, modal } from '../../src/bot/platforms/discord/forms.ts';
import { violations } from './schemas.ts';
import { flat } from './town.ts';

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  kind: 'text',
  required: false,
  value: null,
  placeholder: null,
  choices: null,
  maxLength: null,
  ...more,
});
const form = (...fields: FormField[]): Form => ({
  title: 'Ask',
  about: 'Ask a question',
  command: 'ask',
  fixed: { question: '7' },
  fields,
});
const complaints = (data: unknown) =>
  violations('POST', '/interactions/1/t/callback', JSON.parse(JSON.stringify({ type: 9, data })), []);

it.each(commands.map((c) => [c.name, c] as const))(
  'the form of /%s is one that Discord takes',
  (_, command) => {
    const whole = formOf(command, {}, {});
    if (whole.fields.length > 0) expect(complaints(modal(whole, 'mask'))).toEqual([]);
  },
);

it('asks each kind in its own way', () => {
  const data = modal(
    form(
      field('line', { placeholder: 'like this', value: 'typed' }),
      field('long', { kind: 'paragraph', required: true, maxLength: 500 }),
      field('flag', { kind: 'flag' }),
      field('pick', {
        kind: 'choice',
        value: 'b',
        choices: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      }),
      field('file', { kind: 'file' }),
    ),
    'mask',
  );
  expect(complaints(data)).toEqual([]);
  expect(flat(data.components).filter((c) => c.custom_id)).toMatchObject([
    { type: 4, custom_id: 'line', style: 1, value: 'typed', placeholder: 'like this', max_length: 4000 },
    { type: 4, custom_id: 'long', style: 2, required: true, max_length: 500 },
    { type: 3, custom_id: 'flag', options: [{ value: 'yes' }, { value: 'no' }] },
    { type: 3, custom_id: 'pick', options: [{ value: 'a' }, { value: 'b', default: true }] },
    { type: 19, custom_id: 'file' },
  ]);
});

it('asks for the five most needed of more fields, carries what was typed, and names the others', () => {
  const long = form(
    field('a'),
    field('b', { value: '1' }),
    field('c', { value: '2' }),
    field('d', { value: '3' }),
    field('e', { value: '4' }),
    field('f', { required: true }),
    field('g', { value: '5' }),
    field('h'),
    field('story', { value: 'x'.repeat(5000), kind: 'paragraph' }),
  );
  const data = modal(long, 'mask');
  expect(complaints(data)).toEqual([]);
  expect(flat(data.components).flatMap((c) => c.custom_id ?? [])).toEqual(['b', 'c', 'd', 'e', 'f']);
  expect(JSON.stringify(data)).toContain('More can be typed with /ask: a, h');
  expect(carried(long)).toEqual({ question: '7', g: '5', story: 'x'.repeat(5000) });
});
