import { Refusal } from '../markets/core/refusal.ts';
import type { Arg } from './command.ts';

/** What is wrong with what was typed for one argument, in words for beside its field; null when it can be read. */
export function fieldError(arg: Arg, typed: string): string | null {
  try {
    const read = arg.schema.safeParse(typed);
    if (read.success) return null;
    const [issue] = read.error.issues;
    return `This ${issue?.message ?? 'was not understood'}.`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
  }
}
