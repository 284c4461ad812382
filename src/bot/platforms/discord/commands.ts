import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { AnyCommand, Arg, ArgKind } from '../../command.ts';
import { limits } from './limits.ts';
import { oneLine, shorten } from './text.ts';
import { german } from './words.de.ts';

/** How each kind of argument is typed in a slash command. */
const typed = {
  question: 'completed',
  draft: 'completed',
  member: 'completed',
  outcome: 'completed',
  tag: 'completed',
  text: 'text',
  paragraph: 'text',
  // Completed with how it is understood: "1:3" as 25%, "end of next year" as a day.
  probability: 'completed',
  date: 'completed',
  points: 'text',
  integer: 'integer',
  choice: 'choice',
  flag: 'flag',
  file: 'file',
} satisfies Record<ArgKind, 'completed' | 'text' | 'integer' | 'choice' | 'flag' | 'file'>;

/**
 * Discord itself insists on these before it sends a command. Everything else that is required and missing is asked for
 * in a form, where it can be typed at leisure.
 */
const insisted: readonly ArgKind[] = ['question', 'draft', 'member', 'outcome'];

/** Message and user menus: name as people see it, the command it runs, the argument that the target fills. */
export const menus = {
  message: { name: 'Find predictions', command: 'article', fills: 'text' },
  user: { name: 'Track record', command: 'me', fills: 'member' },
} as const;

function localized(key: string): { name?: { de: string }; description?: { de: string } } {
  const words = german[key];
  return words === undefined ? {} : { name: { de: words.name }, description: { de: words.about } };
}

function words(key: string, name: string, about: string) {
  const { name: name_localizations, description: description_localizations } = localized(key);
  return {
    name,
    description: shorten(oneLine(about), limits.command.description),
    ...(name_localizations ? { name_localizations } : {}),
    ...(description_localizations ? { description_localizations } : {}),
  };
}

function option(command: string, name: string, arg: Arg): APIApplicationCommandBasicOption {
  const base = {
    ...words(`${command}.${name}`, name, arg.about),
    required: arg.required && insisted.includes(arg.kind),
  };
  const max_length = Math.min(arg.maxLength ?? limits.command.stringLength, limits.command.stringLength);
  switch (typed[arg.kind]) {
    case 'completed':
      return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
    case 'text':
      return { ...base, type: ApplicationCommandOptionType.String, max_length };
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        ...(arg.min === undefined ? {} : { min_value: arg.min }),
        ...(arg.max === undefined ? {} : { max_value: arg.max }),
      };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: (arg.choices ?? []).slice(0, limits.command.choices).map((choice) => ({
          name: shorten(oneLine(choice.label), limits.command.choiceName),
          value: choice.value,
        })),
      };
    case 'flag':
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case 'file':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
  }
}

/** Discord wants the required options first. */
function options(command: AnyCommand): APIApplicationCommandBasicOption[] {
  return Object.entries(command.args)
    .map(([name, arg]) => option(command.name, name, arg))
    .sort((a, b) => Number(b.required) - Number(a.required))
    .slice(0, limits.command.options);
}

const everywhere = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};
const forAdmins = (admin: boolean) => ({
  default_member_permissions: admin ? String(PermissionFlagsBits.ManageGuild) : null,
});

/** All commands as Discord takes them: slash commands and both menus, rendered from the shared definitions. */
export function slashCommands(commands: readonly AnyCommand[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const roots = new Map<string, AnyCommand[]>();
  for (const command of commands) {
    const root = command.name.split(' ')[0] ?? command.name;
    roots.set(root, [...(roots.get(root) ?? []), command]);
  }
  const slash = [...roots].map(([root, family]): RESTPostAPIApplicationCommandsJSONBody => {
    const [only] = family;
    if (family.length === 1 && only !== undefined && only.name === root)
      return {
        type: ApplicationCommandType.ChatInput,
        ...words(root, root, only.about),
        ...everywhere,
        ...forAdmins(only.admin),
        options: options(only),
      };
    return {
      type: ApplicationCommandType.ChatInput,
      ...words(root, root, family.map((command) => command.about).join(' ')),
      ...everywhere,
      ...forAdmins(family.every((command) => command.admin)),
      options: family.map((command): APIApplicationCommandSubcommandOption => {
        const name = command.name.split(' ')[1] ?? command.name;
        return {
          type: ApplicationCommandOptionType.Subcommand,
          ...words(`${root} ${name}`, name, command.about),
          options: options(command),
        };
      }),
    };
  });
  const menu = (type: 2 | 3, { name, command }: { name: string; command: string }) => {
    const runs = commands.find((c) => c.name === command);
    return runs === undefined
      ? []
      : [
          {
            type,
            name,
            name_localizations: localized(name).name ?? null,
            ...everywhere,
            ...forAdmins(runs.admin),
          },
        ];
  };
  return [
    ...slash,
    ...menu(ApplicationCommandType.Message, menus.message),
    ...menu(ApplicationCommandType.User, menus.user),
  ];
}

/** Characters that count against Discord's 8,000 for one command: names, descriptions and values, longest language. */
export function commandSize(command: unknown): number {
  if (Array.isArray(command)) return command.reduce((sum: number, one) => sum + commandSize(one), 0);
  if (typeof command !== 'object' || command === null) return 0;
  let size = 0;
  for (const [key, value] of Object.entries(command)) {
    if (key === 'options' || key === 'choices') size += commandSize(value);
    else if ((key === 'name' || key === 'description') && typeof value === 'string') {
      const other: unknown = Reflect.get(command, `${key}_localizations`);
      const lengths =
        typeof other === 'object' && other !== null
          ? Object.values(other).map((text) => String(text).length)
          : [];
      size += Math.max(value.length, ...lengths);
    } else if (key === 'value') size += String(value).length;
  }
  return size;
}
