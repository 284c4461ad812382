import { randomUUID } from 'node:crypto';
import { Refusal } from '../markets/core/refusal.ts';
import type { Call } from '../markets/core/types.ts';
import { enterCommunity } from '../markets/enter.ts';
import { settings } from '../markets/settings.ts';
import type { App, Invocation, Responder } from './app.ts';
import type { AnyCommand, Context } from './command.ts';
import { completions } from './complete.ts';
import { formOf, needsForm } from './form.ts';
import { once } from './once.ts';
import { nearest } from './parse/nearest.ts';
import { readArgs, refuseUnknown } from './readArgs.ts';
import type { Answer } from './stored.ts';
import type { View } from './view.ts';
import { errorView, refusalView } from './views/refusal.ts';

/**
 * Answers one invocation on any surface: missing arguments -> form; acknowledge; run; show; refusal -> private message;
 * anything else -> logged once with a reference, which is what the person sees. Never throws. A repeated delivery (same
 * key) shows the first answer again.
 */
export async function handle(app: App, invocation: Invocation, responder: Responder): Promise<void> {
  let acknowledged = false;
  try {
    const command = commandOf(app, invocation.command);
    refuseUnknown(command, invocation.args);
    const wantsForm = invocation.wantsForm || needsForm(command, invocation.args);
    if (wantsForm) {
      const context = await enterContext(app, invocation);
      await admit(command, context);
      const prefill = command.prefill ? await command.prefill(context, invocation.args) : {};
      await responder.form(formOf(command, invocation.args, prefill));
      return;
    }
    const args = readArgs(command, invocation.args);
    acknowledged = true;
    await responder.acknowledge(command.visibility);
    const context = await enterContext(app, invocation);
    const answer = await once(context, command, () => answerOf(context, command, args));
    if (answer.refused && responder.refuse) await responder.refuse(answer.view);
    else await responder.show(answer.view, answer.visibility);
  } catch (error) {
    await apologise(app, invocation, responder, acknowledged, error);
  }
}

/** Runs an admitted command; what is refused or goes wrong is an answer as well. */
async function answerOf(context: Context, command: AnyCommand, args: never): Promise<Answer> {
  try {
    await admit(command, context);
    return { view: await command.run(context, args), visibility: command.visibility };
  } catch (error) {
    return {
      view: viewOfError(context.app, context.invocation, error),
      visibility: 'private',
      refused: true,
    };
  }
}

/** Shows a refusal, or logs a bug and shows its reference. What the platform itself throws here is logged too. */
async function apologise(
  app: App,
  invocation: Invocation,
  responder: Responder,
  acknowledged: boolean,
  error: unknown,
): Promise<void> {
  const view = viewOfError(app, invocation, error);
  try {
    if (!acknowledged) await responder.acknowledge('private');
    await (responder.refuse ? responder.refuse(view) : responder.show(view, 'private'));
  } catch (second) {
    app.log.error(
      { err: second, command: invocation.command, key: invocation.key },
      'an answer could not be shown',
    );
  }
}

function viewOfError(app: App, invocation: Invocation, error: unknown): View {
  if (error instanceof Refusal) return refusalView(error);
  const reference = randomUUID().slice(0, 8);
  app.log.error(
    { err: error, reference, command: invocation.command, key: invocation.key },
    'an invocation failed',
  );
  return errorView(reference);
}

function commandOf(app: App, name: string): AnyCommand {
  const found = app.commands.find((c) => c.name === name);
  if (found) return found;
  if (name === '')
    throw new Refusal('not-found', 'No command follows the slash.', 'Write /help to see all commands.');
  const near = nearest(
    name,
    app.commands.map((c) => c.name),
  );
  throw new Refusal(
    'not-found',
    `There is no command "${name.slice(0, 60)}".${near ? ` Did you mean /${near}?` : ''}`,
    'Write /help to see all commands.',
  );
}

async function enterContext(app: App, invocation: Invocation): Promise<Context> {
  const now = app.clock();
  const { actor, settings: current } = await enterCommunity(app.db, { ...invocation.who, now });
  const call: Call = { actor, now, key: invocation.key };
  return { app, db: app.db, actor, call, now, settings: current, invocation };
}

/** Lets admins alone pass to what is theirs, and tells others whom to ask. */
async function admit(command: AnyCommand, context: Context): Promise<void> {
  if (!command.admin || context.actor.admin) return;
  const { admins } = await settings(context.db, context.call, { change: null });
  const names = admins.map((admin) => admin.name);
  throw new Refusal(
    'not-allowed',
    `/${command.name} is for admins.`,
    names.length === 0 ? 'No admin has been here yet.' : `Ask ${listOf(names)}.`,
  );
}

const listOf = (names: readonly string[]): string => {
  const shown = names.slice(0, 10);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(
    names.length > 10 ? [...shown, `${names.length - 10} others`] : shown,
  );
};

export interface CompletionRequest {
  readonly who: Invocation['who'];
  readonly command: string;
  readonly arg: string;
  readonly typed: string;
  /** What has been typed into the other arguments so far. */
  readonly args: Readonly<Record<string, string>>;
}

/** Completions for one argument while it is typed; at most 25, only what the person may see. Never throws. */
export async function complete(
  app: App,
  request: CompletionRequest,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  try {
    const wanted = app.commands.find((c) => c.name === request.command)?.args[request.arg];
    if (!wanted) return [];
    return (await completions(app, request, wanted)).slice(0, 25);
  } catch (error) {
    if (!(error instanceof Refusal))
      app.log.error({ err: error, command: request.command }, 'a completion failed');
    return [];
  }
}
