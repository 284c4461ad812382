import { z } from 'zod';
import { arg, optional } from '../../src/bot/args.ts';
import { type AnyCommand, command } from '../../src/bot/command.ts';
import type { Block, View } from '../../src/bot/view.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';

const card = (title: string, ...blocks: Block[]): View => ({ title, tone: 'neutral', blocks });
const press = (label: string, name: string, args: Record<string, string> = {}) =>
  ({ kind: 'press', label, style: 'plain', press: { command: name, args } }) as const;

/** Held commands wait here until a test lets them go on. */
export const held: (() => void)[] = [];
/** What ran, in order. */
export const ran: string[] = [];

const base = { admin: false, examples: [] };
const number = optional(arg.integer('A number', { min: 1, max: 9 }));

/** Commands that do one thing each, so that what the platform does can be seen by itself. */
export const sampleCommands: readonly AnyCommand[] = [
  command({
    ...base,
    name: 'whisper',
    about: 'Say something to oneself',
    visibility: 'private',
    args: { text: arg.paragraph('What', { maxLength: 4000 }) },
    run: async ({ actor, invocation }, { text }) => {
      ran.push(`whisper ${text}`);
      return card(`${actor.name} whispers`, {
        kind: 'text',
        text: `${text} [${invocation.who.channel} ${invocation.who.roles.join()} ${actor.admin}]`,
      });
    },
  }),
  command({
    ...base,
    name: 'shout',
    about: 'Say something to everyone',
    visibility: 'public',
    args: { text: arg.text('What') },
    run: async (_, { text }) => {
      ran.push(`shout ${text}`);
      return card('Hear hear', { kind: 'text', text });
    },
  }),
  command({
    ...base,
    name: 'refuse',
    about: 'Refuse in public',
    visibility: 'public',
    args: {},
    run: async () => {
      throw new Refusal('not-allowed', 'You may not.', 'Ask Ann.');
    },
  }),
  command({
    ...base,
    name: 'break',
    about: 'Fall over in public',
    visibility: 'public',
    args: {},
    run: async () => {
      throw new Error('the secret reason');
    },
  }),
  command({
    ...base,
    name: 'hold',
    about: 'Take a while',
    visibility: 'private',
    args: {},
    run: async () => {
      await new Promise<void>((resolve) => held.push(resolve));
      return card('Held');
    },
  }),
  command({
    ...base,
    name: 'panel',
    about: 'Show one of everything',
    visibility: 'public',
    args: {},
    run: async () =>
      card(
        'Panel',
        {
          kind: 'buttons',
          buttons: [
            press('Run', 'whisper', { text: 'pressed' }),
            { ...press('Form', 'whisper', { text: 'old' }), form: true },
            { ...press('Sure', 'shout', { text: 'done' }), confirm: 'Everybody will hear it.' },
            press('Refused', 'refuse'),
            press('Page 2', 'pages', { page: '2' }),
          ],
        },
        {
          kind: 'select',
          placeholder: 'Choose',
          press: { command: 'whisper', args: {} },
          fills: 'text',
          options: [
            { value: 'one', label: 'One' },
            { value: 'two', label: 'Two' },
          ],
        },
        {
          kind: 'field',
          label: 'Type',
          placeholder: 'here',
          press: { command: 'whisper', args: {} },
          fills: 'text',
        },
      ),
  }),
  command({
    ...base,
    name: 'own',
    about: 'A card of one’s own',
    visibility: 'private',
    args: { number },
    run: async (_, { number: n }) => {
      if (n === 9) throw new Refusal('out-of-range', 'There is no nine.');
      return card(`Own ${n ?? 1}`, {
        kind: 'buttons',
        buttons: [
          press('Next', 'own', { number: String((n ?? 1) + 1) }),
          press('Odd', 'own', { number: '9' }),
          press('Aloud', 'shout', { text: 'all of you' }),
          { ...press('Sure', 'own', { number: '7' }), confirm: 'Seven?' },
        ],
      });
    },
  }),
  command({
    ...base,
    name: 'pages',
    about: 'Pages of something',
    visibility: 'public',
    args: { page: number },
    run: async (_, { page }) =>
      card(`Page ${page ?? 1}`, {
        kind: 'buttons',
        buttons: [press('Next', 'pages', { page: String((page ?? 1) + 1) })],
      }),
  }),
  command({
    ...base,
    name: 'picture',
    about: 'Draw something',
    visibility: 'public',
    args: {},
    run: async () =>
      card('Picture', {
        kind: 'image',
        alt: 'Nothing yet',
        chart: { kind: 'standings', title: 'Standings', metric: 'Brier', series: [] },
      }),
  }),
  command({
    ...base,
    name: 'article',
    about: 'Take a text in',
    visibility: 'private',
    args: {
      text: optional(arg.paragraph('The text', { maxLength: 2_000_000 })),
      file: optional(arg.file('A file')),
      note: optional(arg.text('A note')),
    },
    run: async (_, { text, file }) =>
      card('Taken', {
        kind: 'text',
        text: file
          ? `${file.name} ${file.contentType} ${new TextDecoder().decode(file.bytes)}`
          : `${(text ?? '').length}: ${(text ?? '').slice(0, 40)}`,
      }),
  }),
  command({
    ...base,
    name: 'label',
    about: 'Label a file',
    visibility: 'public',
    args: { file: arg.file('A file'), words: arg.text('What to write on it') },
    run: async (_, { file, words }) =>
      card('Labelled', { kind: 'text', text: `${new TextDecoder().decode(file.bytes)} is ${words}` }),
  }),
  command({
    ...base,
    name: 'me',
    about: 'About somebody',
    visibility: 'private',
    args: { member: optional(arg.member('Who')) },
    run: async (_, { member }) => card(`About ${member ?? 'oneself'}`),
  }),
  command({
    ...base,
    name: 'pick',
    about: 'Pick one',
    visibility: 'private',
    args: {
      flag: optional(arg.flag('Yes or no')),
      when: optional(arg.date('When')),
      kind: optional({
        kind: 'choice' as const,
        about: 'Kind',
        required: true,
        schema: z.string(),
        choices: [{ value: 'a', label: 'An A' }],
      }),
    },
    run: async (_, args) => card('Picked', { kind: 'text', text: JSON.stringify(args) }),
  }),
];
