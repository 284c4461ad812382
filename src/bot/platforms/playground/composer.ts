import type { AnyCommand, Arg } from '../../command.ts';
import type { CompletionRequest } from '../../handle.ts';

/** One line of the list above the composer. `text` is what the composer holds after taking it. */
export interface Completion {
  readonly label: string;
  readonly about: string;
  readonly text: string;
}

type Complete = (
  request: Omit<CompletionRequest, 'who'>,
) => Promise<readonly { readonly value: string; readonly label: string }[]>;

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

/** The command that the text begins with, the longest name first. */
const commandOf = (commands: readonly AnyCommand[], text: string): AnyCommand | undefined =>
  commands.filter((c) => text.startsWith(`${c.name} `)).sort((a, b) => b.name.length - a.name.length)[0];

/**
 * What could come next in a line that begins with a slash: commands by their beginning, then the values of the argument
 * that is being typed and the names of those still unused.
 *
 * @example "/fore" -> "/forecast "; "/forecast Q7 70% st" -> "/forecast Q7 70% stake:"
 */
export async function completeLine(
  commands: readonly AnyCommand[],
  complete: Complete,
  line: string,
): Promise<readonly Completion[]> {
  const text = line.replace(/^\//, '');
  const command = commandOf(commands, text);
  if (!command) {
    const typed = text.trimStart().toLowerCase();
    return commands
      .filter((c) => c.name.startsWith(typed))
      .map((c) => ({ label: `/${c.name}`, about: c.about, text: `/${c.name} ` }));
  }
  const rest = text.slice(command.name.length + 1);
  const tokens = rest.match(/\S+:"[^"]*"?|"[^"]*"?|\S+/g) ?? [];
  const typed = rest === '' || /\s$/.test(rest) ? '' : (tokens.pop() ?? '');
  const before = `/${command.name} ${rest.slice(0, rest.length - typed.length)}`;
  const names = Object.keys(command.args);
  const given: Record<string, string> = {};
  const positional = names.filter((name) => command.args[name]?.positional);
  for (const token of tokens) {
    const named = /^([a-z_]+):"?([^"]*)"?$/s.exec(token);
    if (named?.[1] !== undefined && names.includes(named[1])) given[named[1]] = named[2] ?? '';
    else {
      const next = positional.find((name) => given[name] === undefined);
      if (next) given[next] = token.replace(/^"|"$/g, '');
    }
  }

  const valuesOf = async (name: string, prefix: string, part: string): Promise<Completion[]> => {
    const arg: Arg | undefined = command.args[name];
    if (!arg) return [];
    const found =
      arg.choices?.filter((c) => c.value.startsWith(part.toLowerCase())) ??
      (await complete({ command: command.name, arg: name, typed: part, args: given }));
    return found.map((c) => ({
      label: c.label,
      about: arg.about,
      text: `${before}${prefix}${quoted(c.value)} `,
    }));
  };

  const namedNow = /^([a-z_]+):"?(.*)$/s.exec(typed);
  if (namedNow?.[1] !== undefined && names.includes(namedNow[1])) {
    return valuesOf(namedNow[1], `${namedNow[1]}:`, namedNow[2] ?? '');
  }
  const next = positional.find((name) => given[name] === undefined);
  const values = next ? await valuesOf(next, '', typed.replace(/^"/, '')) : [];
  const unused = names
    .filter((name) => given[name] === undefined && name !== next && name.startsWith(typed.toLowerCase()))
    .map((name) => ({
      label: `${name}:`,
      about: command.args[name]?.about ?? '',
      text: `${before}${name}:`,
    }));
  return [...values, ...unused].slice(0, 25);
}
