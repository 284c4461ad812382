import type { z } from 'zod';
import type { CommunitySettings } from '../markets/core/settings.ts';
import type { Actor, Call } from '../markets/core/types.ts';
import type { Db } from '../markets/db.ts';
import type { App, Invocation } from './app.ts';
import type { View } from './view.ts';

/** How an argument is asked for. Every surface renders every kind: `satisfies Record<ArgKind, ...>` holds it so. */
export type ArgKind =
  | 'question'
  | 'draft'
  | 'member'
  | 'outcome'
  | 'tag'
  | 'text'
  | 'paragraph'
  | 'probability'
  | 'date'
  | 'points'
  | 'integer'
  | 'choice'
  | 'flag'
  | 'file';

export interface FileValue {
  readonly name: string;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

/** Arguments as a platform hands them over: text as typed, or an attachment. */
export type RawArgs = Readonly<Record<string, string | FileValue>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One argument: how it is asked for (`kind`, `choices`, limits) and how it is read (`schema`, from text). */
export interface Arg<T = unknown> {
  readonly kind: ArgKind;
  /** One line, at most 100 characters. */
  readonly about: string;
  readonly required: boolean;
  /** What its field in a form is called, at most 45 characters; else its name. */
  readonly label?: string;
  readonly schema: z.ZodType<T>;
  /** For `choice`. */
  readonly choices?: readonly Choice[];
  /** For `integer`. */
  readonly min?: number;
  readonly max?: number;
  /** For `text` and `paragraph`: longest input in characters. */
  readonly maxLength?: number;
  /** In text commands it may stand without its name, in the order of declaration. `rest` takes all that is left. */
  readonly positional?: true | 'rest';
  /** In text commands the word that begins it; it then takes all that is left: "because". */
  readonly lead?: string;
  /** Shown in the empty field of a form. */
  readonly placeholder?: string;
}

export type Args = Readonly<Record<string, Arg>>;
export type Values<A extends Args> = { readonly [K in keyof A]: z.output<A[K]['schema']> };

/** What a command may use while it runs. */
export interface Context {
  readonly app: App;
  readonly db: Db;
  readonly actor: Actor;
  readonly call: Call;
  readonly now: Date;
  readonly settings: CommunitySettings;
  readonly invocation: Invocation;
}

/** A command, once for all surfaces. */
export interface Command<A extends Args = Args> {
  /** One word, or two where it is one of several that belong together: "drafts approve". */
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly about: string;
  readonly args: A;
  /** Fixed before the work starts: Discord fixes it at the first acknowledgement. */
  readonly visibility: 'public' | 'private';
  /** It changes nothing, so a repeated delivery may simply run again. */
  readonly reads?: true;
  /** For admins alone; checked at every run, whatever a platform has shown. */
  readonly admin: boolean;
  /**
   * Fills a form in before it is shown (editing a draft, say). Values as a person would type them. A command that has it
   * shows its form when nothing but the thing to change is given.
   */
  readonly prefill?: (context: Context, args: RawArgs) => Promise<Readonly<Record<string, string>>>;
  /** Two or three lines a person would type, for the help text and the tests. */
  readonly examples: readonly string[];
  readonly run: (context: Context, args: Values<A>) => Promise<View>;
}

/** A command whose arguments' types are forgotten: what the list holds. */
export interface AnyCommand extends Omit<Command, 'run'> {
  readonly run: (context: Context, args: never) => Promise<View>;
}

/** Declares a command; exists so that `run` sees its arguments' types. */
export function command<const A extends Args>(definition: Command<A>): Command<A> {
  return definition;
}
