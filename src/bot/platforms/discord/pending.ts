import { randomUUID } from 'node:crypto';
import type { RawArgs } from '../../command.ts';
import { limits } from './limits.ts';

/** A form that was begun: what is known of it does not fit an id, or is a file. */
export interface Pending {
  readonly command: string;
  readonly args: RawArgs;
  readonly user: string;
}

/** As many are kept as forms could sensibly be open at once; the oldest go first. */
const most = 1000;

/** Keeps begun forms in memory for as long as Discord would accept an answer. A restart forgets them, and says so. */
export function pendingForms(clock: () => Date) {
  const kept = new Map<string, Pending & { readonly until: number }>();
  return {
    /** @returns the token under which it is found again */
    keep(form: Pending): string {
      const now = clock().getTime();
      for (const [token, { until }] of kept) if (until < now || kept.size >= most) kept.delete(token);
      const token = randomUUID();
      kept.set(token, { ...form, until: now + limits.tokenLife });
      return token;
    },
    /** Null when it is unknown, too old or somebody else's. It stays: a refused form is corrected and sent again. */
    find(token: string, user: string): Pending | null {
      const found = kept.get(token);
      return found && found.user === user && found.until >= clock().getTime() ? found : null;
    },
  };
}
export type PendingForms = ReturnType<typeof pendingForms>;
