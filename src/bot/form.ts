import type { Form, FormField } from './app.ts';
import type { AnyCommand, Arg, FileValue, RawArgs } from './command.ts';

/** Whether something was given: blank text counts as nothing. */
export const given = (value: string | FileValue | undefined): value is string | FileValue =>
  value !== undefined && (typeof value !== 'string' || value.trim() !== '');

/** Names of required arguments that nothing was given for. */
const missing = (command: AnyCommand, args: RawArgs): string[] =>
  Object.entries(command.args).flatMap(([name, arg]) => (arg.required && !given(args[name]) ? [name] : []));

/**
 * Whether the form is to be shown: something required is missing, or nothing was given to a command that changes what
 * stands there already (`prefill`) beyond naming it.
 */
export function needsForm(command: AnyCommand, args: RawArgs): boolean {
  if (missing(command, args).length > 0) return true;
  if (!command.prefill) return false;
  return Object.entries(command.args).every(([name, arg]) => names(arg) || !given(args[name]));
}

/** Arguments that say which thing is meant, and stay fixed while a form is filled in. */
const names = (arg: Arg): boolean => arg.kind === 'question' || arg.kind === 'draft';

const field = (name: string, arg: Arg, value: string | null): FormField => ({
  name,
  label: arg.label ?? titled(name),
  kind: arg.kind,
  required: arg.required,
  value,
  placeholder: arg.placeholder ?? arg.about,
  choices: arg.choices ?? null,
  maxLength: arg.maxLength ?? null,
});

/** A name as the title of a form or a field: "drafts edit" is "Drafts edit". */
const titled = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/**
 * The form that a command still needs: what identifies the thing (questions, drafts) stays fixed once it is known, all
 * else can be filled in, with what was typed or `prefill` knows already there. Files can't be asked for in a form.
 */
export function formOf(command: AnyCommand, args: RawArgs, prefill: Readonly<Record<string, string>>): Form {
  const fixed: Record<string, string> = {};
  const fields: FormField[] = [];
  for (const [name, arg] of Object.entries(command.args)) {
    const value = args[name];
    const text = typeof value === 'string' && value.trim() !== '' ? value : null;
    if (text !== null && names(arg)) fixed[name] = text;
    else if (arg.kind !== 'file') fields.push(field(name, arg, text ?? prefill[name] ?? null));
  }
  return { title: titled(command.name), about: command.about, command: command.name, fixed, fields };
}
