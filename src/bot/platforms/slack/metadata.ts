import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { limits, responseUrlMinutes } from './limits.ts';

/** Where the answer to a form goes: the conversation it was opened from, or (in App Home) the modal itself. */
const targetSchema = z.strictObject({
  channel: z.string().max(30).nullable(),
  thread: z.string().max(30).nullable(),
  url: z.string().max(300).nullable(),
  /** Epoch milliseconds after which the response_url is spent. */
  until: z.number().nullable(),
});
export type Target = z.infer<typeof targetSchema>;

const metadataSchema = z.strictObject({
  command: z.string().max(60),
  fixed: z.record(z.string().max(40), z.string().max(limits.metadata)),
  /** Key of fixed arguments that were too long to travel. */
  kept: z.string().max(40).optional(),
  to: targetSchema,
});

export interface FormMemory {
  readonly command: string;
  readonly fixed: Readonly<Record<string, string>>;
  readonly to: Target;
}

/**
 * A modal's `private_metadata`: what its submission needs besides the fields. It comes back from outside, so it is read
 * as hostile: it names a command and its arguments and carries no authority.
 */
export function metadata(now: () => number) {
  // An article picked by a shortcut does not fit 3,000 characters. It waits here; after a restart the form is opened anew.
  const kept = new Map<
    string,
    { readonly fixed: Readonly<Record<string, string>>; readonly until: number }
  >();

  return {
    write(memory: FormMemory): string {
      const text = JSON.stringify(memory);
      if (text.length <= limits.metadata) return text;
      for (const [key, value] of kept) if (value.until < now()) kept.delete(key);
      const key = randomBytes(12).toString('hex');
      kept.set(key, { fixed: memory.fixed, until: now() + responseUrlMinutes * 60_000 });
      return JSON.stringify({ ...memory, fixed: {}, kept: key });
    },
    /** Null when it is not what `write` made, or what was kept is gone. */
    read(text: unknown): FormMemory | null {
      if (typeof text !== 'string' || text.length > limits.metadata) return null;
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {
        return null;
      }
      const parsed = metadataSchema.safeParse(json);
      if (!parsed.success) return null;
      const { command, fixed, kept: key, to } = parsed.data;
      if (key === undefined) return { command, fixed, to };
      const long = kept.get(key);
      return long === undefined || long.until < now() ? null : { command, fixed: long.fixed, to };
    },
  };
}
export type Metadata = ReturnType<typeof metadata>;
