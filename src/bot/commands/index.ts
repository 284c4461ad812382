import type { AnyCommand } from '../command.ts';

/** Every command there is, in the order in which help shows them. */
export const commands: readonly AnyCommand[] = [];
