import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { arg, optional } from '../../src/bot/args.ts';
import { command } from '../../src/bot/command.ts';
import { commands } from '../../src/bot/commands/index.ts';
import { commandSize, menus, slashCommands } from '../../src/bot/platforms/discord/commands.ts';
import { inviteLink } from '../../src/bot/platforms/discord/invite.ts';
import { sameCommands } from '../../src/bot/platforms/discord/register.ts';
import { german } from '../../src/bot/platforms/discord/words.de.ts';
import { violations } from './schemas.ts';

const run = async () => ({ title: 'x', tone: 'neutral' as const, blocks: [] });
const base = { visibility: 'private' as const, examples: [], run };
const samples = [
  command({
    ...base,
    name: 'resolve',
    about: 'Resolve a question',
    admin: true,
    args: {
      known: optional(arg.date('When it was known')),
      question: arg.question('Which question'),
      note: arg.paragraph('Why', { maxLength: 300 }),
      bins: optional(arg.integer('How many', { min: 1, max: 18 })),
      quiet: optional(arg.flag('Tell nobody')),
      kind: optional({
        kind: 'choice',
        about: 'Kind',
        required: true,
        schema: z.string(),
        choices: [{ value: 'a', label: 'An A' }],
      }),
      proof: optional(arg.file('A document')),
    },
  }),
  command({ ...base, name: 'drafts list', about: 'Drafts to review', admin: false, args: {} }),
  command({
    ...base,
    name: 'drafts approve',
    about: 'Approve drafts',
    admin: true,
    args: { draft: arg.draft('Which') },
  }),
];

describe('the commands that exist', () => {
  const rendered = slashCommands(commands);

  it('are taken by Discord', () => {
    expect(violations('PUT', '/applications/1/commands', JSON.parse(JSON.stringify(rendered)), [])).toEqual(
      [],
    );
    for (const one of rendered) expect(commandSize(one)).toBeLessThanOrEqual(8000);
    expect(rendered.length).toBeLessThanOrEqual(100);
  });

  it('are all there, by name', () => {
    const names = rendered.flatMap((one) =>
      'options' in one && one.options?.some((o) => o.type === 1)
        ? one.options.map((o) => `${one.name} ${o.name}`)
        : [one.name],
    );
    for (const { name } of commands) expect(names).toContain(name);
  });
});

describe('a command', () => {
  const rendered = slashCommands(samples);

  it('asks for each kind of argument in its own way, what Discord insists on first', () => {
    expect(rendered[0]).toMatchObject({
      name: 'resolve',
      description: 'Resolve a question',
      contexts: [0],
      integration_types: [0],
      default_member_permissions: '32',
      options: [
        { name: 'question', type: 3, required: true, autocomplete: true },
        { name: 'known', type: 3, required: false, autocomplete: true },
        // Missing, it is asked for in a form.
        { name: 'note', type: 3, required: false, max_length: 300 },
        { name: 'bins', type: 4, min_value: 1, max_value: 18 },
        { name: 'quiet', type: 5 },
        { name: 'kind', type: 3, choices: [{ name: 'An A', value: 'a' }] },
        { name: 'proof', type: 11 },
      ],
    });
  });

  it('of two words is a subcommand; a family is hidden from others only when all of it is for admins', () => {
    expect(rendered[1]).toMatchObject({
      name: 'drafts',
      default_member_permissions: null,
      options: [
        { type: 1, name: 'list', options: [] },
        { type: 1, name: 'approve', options: [{ name: 'draft', required: true }] },
      ],
    });
  });
});

describe('registering', () => {
  const ours = slashCommands(samples);
  const theirs = (JSON.parse(JSON.stringify(ours)) as object[]).map((one, i) => ({
    name_localizations: null,
    description_localizations: null,
    ...one,
    id: String(i),
    application_id: '1',
    version: '2',
    nsfw: false,
    dm_permission: true,
  }));

  it('is not needed when Discord has the same, in any order and with its own additions', () => {
    expect(sameCommands(ours, theirs.reverse())).toBe(true);
  });

  it.each<[string, (one: Record<string, unknown>) => void]>([
    ['a description', (one) => Object.assign(one, { description: 'Other' })],
    ['a permission', (one) => Object.assign(one, { default_member_permissions: '8' })],
    ['an option', (one) => Object.assign(one, { options: [] })],
    ['a context', (one) => Object.assign(one, { contexts: [0, 1] })],
  ])('is needed when %s differs', (_, change) => {
    const copy = JSON.parse(JSON.stringify(theirs)) as Record<string, unknown>[];
    const resolve = copy.find((one) => one.name === 'resolve');
    if (resolve) change(resolve);
    expect(sameCommands(ours, copy)).toBe(false);
  });

  it('is needed when one is missing or one is too many', () => {
    expect(sameCommands(ours, theirs.slice(1))).toBe(false);
    expect(sameCommands(ours, [...theirs, { name: 'old', description: 'Old', type: 1 }])).toBe(false);
  });
});

describe('German', () => {
  const names = commands.flatMap((c) => [
    ...(c.name.includes(' ') ? [c.name, c.name.split(' ')[0] ?? ''] : [c.name]),
    ...Object.keys(c.args).map((name) => `${c.name}.${name}`),
  ]);

  it('has words only for what there is', () => {
    const menu = Object.values(menus).map((m) => m.name as string);
    expect(Object.keys(german).filter((key) => !names.includes(key) && !menu.includes(key))).toEqual([]);
  });

  it('reaches the commands and their options', () => {
    expect(slashCommands(commands).find((one) => one.name === 'forecast')).toMatchObject({
      name_localizations: { de: 'schätzen' },
      options: [{ name: 'question', name_localizations: { de: 'frage' } }, {}, {}, {}],
    });
  });

  it('keeps to what Discord takes, without two equal names beside each other', () => {
    for (const [key, { name, about }] of Object.entries(german)) {
      if (key === key.toLowerCase()) expect(name, key).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
      expect(about.length, key).toBeLessThanOrEqual(100);
    }
    const roots = [...new Set(commands.map((c) => c.name.split(' ')[0] ?? ''))];
    expect(new Set(roots.map((root) => german[root]?.name ?? root)).size).toBe(roots.length);
    for (const c of commands) {
      const own = Object.keys(c.args).map((arg) => german[`${c.name}.${arg}`]?.name ?? arg);
      expect(new Set(own).size, c.name).toBe(own.length);
    }
  });
});

it('the invite asks for the least permissions', () => {
  const link = new URL(inviteLink('42'));
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '42',
    scope: 'bot applications.commands',
    // View, send, embed, attach; threads: send and open public ones. Computed by hand from the documented bits.
    permissions: String((1n << 10n) + (1n << 11n) + (1n << 14n) + (1n << 15n) + (1n << 35n) + (1n << 38n)),
  });
});
