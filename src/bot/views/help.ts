import { Refusal } from '../../markets/core/refusal.ts';
import type { AnyCommand, Arg } from '../command.ts';
import { nearest } from '../parse/nearest.ts';
import type { Block, Text, View } from '../view.ts';

/** How a command is typed, rendered from its arguments: "/forecast <question> <probability> [stake:...] [because ...]". */
export function usage(command: AnyCommand): string {
  const parts = Object.entries(command.args).flatMap(([name, arg]) => {
    const text = slot(name, arg);
    if (text === null) return [];
    return arg.required ? [text.replace(/^\[(.*)\]$/, '$1')] : [`[${text.replace(/^\[(.*)\]$/, '$1')}]`];
  });
  return [`/${command.name}`, ...parts].join(' ');
}

function slot(name: string, arg: Arg): string | null {
  if (arg.kind === 'file') return null;
  if (arg.lead !== undefined) return `${arg.lead} …`;
  if (arg.positional) return `<${name}>`;
  return arg.kind === 'flag' ? name : `${name}:…`;
}

/** All commands with their one line, or one of them with its arguments and examples. */
export function helpView(commands: readonly AnyCommand[], wanted: string | null, admin: boolean): View {
  return wanted === null ? overview(commands, admin) : one(commands, wanted);
}

function overview(commands: readonly AnyCommand[], admin: boolean): View {
  const line = (c: AnyCommand) => ({ name: `/${c.name}`, value: c.about });
  const own = commands.filter((c) => c.admin);
  const blocks: Block[] = [
    {
      kind: 'text',
      text: 'Say how likely things are, stake play money on it, and be scored when the answer is known.',
    },
    { kind: 'facts', facts: commands.filter((c) => !c.admin).map(line) },
  ];
  if (admin && own.length > 0)
    blocks.push({ kind: 'heading', text: 'For admins' }, { kind: 'facts', facts: own.map(line) });
  return {
    title: 'What you can do here',
    tone: 'info',
    blocks,
    footer: 'Write /help forecast to see how one of them is used.',
  };
}

function one(commands: readonly AnyCommand[], wanted: string): View {
  const name = wanted.replace(/^\//, '').trim().toLowerCase();
  const group = commands.filter((c) => c.name === name || c.name.startsWith(`${name} `));
  if (group.length === 0) {
    const near = nearest(
      name,
      commands.map((c) => c.name),
    );
    throw new Refusal(
      'not-found',
      `There is no command "${name.slice(0, 60)}".${near ? ` Did you mean /${near}?` : ''}`,
      'Write /help to see all commands.',
    );
  }
  return { title: `/${name}`, tone: 'info', blocks: group.flatMap(explained) };
}

function explained(c: AnyCommand): Block[] {
  const names = Object.entries(c.args);
  const examples: Text = c.examples.flatMap((text, i) => [
    ...(i === 0 ? [] : ['\n']),
    { kind: 'code' as const, text },
  ]);
  return [
    { kind: 'text', text: [{ kind: 'bold', text: c.about }, c.admin ? ' (admins)' : ''] },
    { kind: 'text', text: [{ kind: 'code', text: usage(c) }] },
    ...(names.length === 0
      ? []
      : [
          {
            kind: 'facts' as const,
            facts: names.map(([name, a]) => ({
              name,
              value: `${a.about}${a.choices ? `: ${a.choices.map((c) => c.value).join(', ')}` : ''}${a.required ? '' : ' (optional)'}`,
            })),
          },
        ]),
    ...(c.examples.length === 0 ? [] : [{ kind: 'text' as const, text: examples }]),
  ];
}
