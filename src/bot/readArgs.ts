import { z } from 'zod';
import { Refusal } from '../markets/core/refusal.ts';
import type { AnyCommand, RawArgs } from './command.ts';
import { given } from './form.ts';
import { leftOver } from './parse/say.ts';

/** @throws Refusal for what the command has no argument for: neither `run` nor a form could make anything of it */
export function refuseUnknown(command: AnyCommand, raw: RawArgs): void {
  for (const name of Object.keys(raw)) {
    if (Object.hasOwn(command.args, name) || !given(raw[name])) continue;
    const text = raw[name];
    const understood = Object.keys(command.args).join(', ');
    throw new Refusal(
      'not-understood',
      name === leftOver
        ? `I don't understand "${typeof text === 'string' ? text.slice(0, 80) : ''}" in /${command.name}.`
        : `/${command.name} has no "${name.slice(0, 40)}".`,
      understood === ''
        ? 'It takes nothing more.'
        : `It takes: ${understood}. Quote a value that has spaces.`,
    );
  }
}

/** Reads the arguments by their schemas; throws `Refusal` naming the argument that is wrong. */
export function readArgs(command: AnyCommand, raw: RawArgs): never {
  const values: Record<string, unknown> = {};
  for (const [name, arg] of Object.entries(command.args)) {
    const value = given(raw[name]) ? raw[name] : undefined;
    const read = arg.schema.safeParse(value);
    if (!read.success) {
      throw new Refusal(
        'not-understood',
        `"${name}" ${z.prettifyError(read.error).replace(/^✖ /, '')}.`,
        arg.about,
      );
    }
    values[name] = read.data;
  }
  // The values were read by the very schemas that `run` takes its types from; the list of commands forgets which.
  return values as never;
}
