import type { Logger } from 'pino';
import type { Reading } from '../markets/addArticle.ts';
import type { Db } from '../markets/db.ts';
import type { EnterInput } from '../markets/enter.ts';
import type { AnyCommand, ArgKind, Choice, RawArgs } from './command.ts';
import type { View } from './view.ts';

export type PlatformName = 'discord' | 'slack' | 'playground';

/** What all surfaces share while the program runs. */
export interface App {
  readonly db: Db;
  readonly commands: readonly AnyCommand[];
  readonly log: Logger;
  readonly clock: () => Date;
  /** How articles are fetched and read: a language model where the environment names one, else by rules alone. */
  readonly reading: Reading;
}

/** One thing a person asked for: a typed command, a pressed button, a submitted form. All of it is hostile until read. */
export interface Invocation {
  /** Unique per thing asked, the same when a platform delivers it again. */
  readonly key: string;
  readonly command: string;
  readonly args: RawArgs;
  readonly who: Omit<EnterInput, 'now'>;
  /** BCP 47, as the platform says; null when it doesn't. */
  readonly locale: string | null;
  /** The person asked for the form itself (a button with `form`), so show it though nothing is missing. */
  readonly wantsForm: boolean;
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: ArgKind;
  readonly required: boolean;
  readonly value: string | null;
  readonly placeholder: string | null;
  readonly choices: readonly Choice[] | null;
  readonly maxLength: number | null;
}

/** A form to be filled in: what a command still needs. Submitting it is an invocation with `fixed` and the fields' values. */
export interface Form {
  readonly title: string;
  readonly about: string;
  readonly command: string;
  readonly fixed: Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
}

/**
 * How one invocation is answered. `handle` calls `form` alone, or `acknowledge` once and then `show` once.
 * A refusal or an error is shown with visibility `private`, whatever was acknowledged: where a platform cannot change
 * that any more, it removes the public placeholder and answers privately.
 */
export interface Responder {
  form(form: Form): Promise<void>;
  acknowledge(visibility: 'public' | 'private'): Promise<void>;
  show(view: View, visibility: 'public' | 'private'): Promise<void>;
  /** Shows a refusal or an error instead of `show`, where a platform can do better: a form that stays, with what was typed. */
  refuse?(view: View): Promise<void>;
}

/** Where a message stands, in the platform's own ids. */
export interface MessageRef {
  readonly channel: string;
  readonly message: string;
}

/** `gone`: deleted channel or message, left alone from now on. `later`: try again after `seconds`. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly ref: MessageRef | null }
  | { readonly outcome: 'gone'; readonly why: string }
  | { readonly outcome: 'later'; readonly seconds: number; readonly why: string };

/** A platform is three things: it hands each invocation to `handle`, it posts and edits messages, it stops. */
export interface Platform {
  readonly name: PlatformName;
  /** Resolves when invocations are being received. */
  start(): Promise<void>;
  /** Posts into a channel (the platform's own id, without "discord:"). `nonce` makes a repeated attempt harmless. */
  post(channel: string, view: View, nonce: string): Promise<Delivery>;
  edit(ref: MessageRef, view: View): Promise<Delivery>;
  /** Opens a thread under a posted message, where the platform has such; `ref.channel` of the answer is the thread. */
  thread?(ref: MessageRef, name: string): Promise<Delivery>;
  /** Writes to one person, by the platform's id of them. */
  direct(userId: string, view: View, nonce: string): Promise<Delivery>;
  /** Stops receiving, finishes what it began. */
  stop(): Promise<void>;
}
