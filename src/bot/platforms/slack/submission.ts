import { setTimeout as wait } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { Form, Invocation } from '../../app.ts';
import type { AnyCommand } from '../../command.ts';
import { fieldError } from '../../fieldError.ts';
import type { View } from '../../view.ts';
import { answer } from './answer.ts';
import { type Conversation, speak } from './conversation.ts';
import type { Desk } from './desk.ts';
import { plain } from './escape.ts';
import { acknowledgeWithin, limits } from './limits.ts';
import { blockOfField, type Filled, formModal, viewModal } from './modal.ts';
import { fillModal } from './panel.ts';
import { plainOf } from './text.ts';

/** What Slack is told about a submitted form: nothing (it closes), errors beside fields, or another modal. */
export type Verdict =
  | undefined
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: types.ModalView };

/** What is wrong with single fields, by their block, before anything runs. */
export function fieldErrors(desk: Desk, command: AnyCommand, filled: Filled): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [name, text] of Object.entries(filled.texts)) {
    const arg = command.args[name];
    if (arg === undefined || arg.kind === 'file') continue;
    const error = fieldError(arg, text);
    if (error !== null) errors[blockOfField(name)] = desk.words.word(error);
  }
  return errors;
}

export interface Submission {
  readonly to: Conversation;
  /** The modal that was submitted. */
  readonly view: {
    readonly id: string;
    readonly blocks: types.AnyBlock[];
    readonly metadata: string;
    readonly title: string;
  };
  readonly invocation: Invocation;
}

/** The one verdict that Slack takes about a submitted form; a later one is told that it came too late (false). */
export interface Decision {
  decide(verdict: Verdict): Promise<boolean>;
  /** Decides nothing in particular, should nothing have been decided, and lets go of the clock. */
  end(): Promise<void>;
}

/**
 * Slack wants a verdict within 3 seconds. What is not decided by then is decided here: the form closes, or (`stays`, in
 * App Home) asks for patience, and the answer follows.
 */
export function decision(acknowledge: (verdict: Verdict) => Promise<void>, stays: boolean): Decision {
  let open = true;
  const decide = async (verdict: Verdict): Promise<boolean> => {
    if (!open) return false;
    open = false;
    await acknowledge(verdict);
    return true;
  };
  const clock = new AbortController();
  const late = wait(acknowledgeWithin, undefined, { signal: clock.signal }).then(
    () => decide(stays ? { response_action: 'update', view: viewModal(working, '') } : undefined),
    () => false,
  );
  return {
    decide,
    async end() {
      clock.abort();
      await late;
      await decide(undefined);
    },
  };
}

const working: View = {
  title: 'Working …',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: 'One moment.' }],
};

/**
 * Runs a submitted form. A refusal that comes in time is shown in the form, with everything that was typed still in it;
 * an answer goes where the form was opened.
 */
export async function submit(desk: Desk, submission: Submission, { decide }: Decision): Promise<void> {
  const { to, view, invocation } = submission;
  const { command } = invocation;
  const deliver = async (shown: View, visibility: 'public' | 'private'): Promise<void> => {
    if (to.target.channel === null) {
      if (await decide({ response_action: 'update', view: viewModal(shown, command) })) return;
      await fillModal(desk, to.at, view.id, shown, command);
      return;
    }
    await decide(undefined);
    await speak(desk, to, shown, visibility);
  };
  await answer(desk, invocation, {
    async form(form: Form) {
      const metadata = desk.forms.write({ command: form.command, fixed: form.fixed, to: to.target });
      await decide({ response_action: 'update', view: formModal(form, metadata, desk.app.commands) });
    },
    acknowledge: async () => undefined,
    show: deliver,
    async refuse(shown) {
      if (!(await decide(refused(view, shown)))) await deliver(shown, 'private');
    },
  });
}

/** Above this form stands why it was refused. Fields keep what was typed because their ids stay. */
const refusalBlock = 'refusal';

function refused(view: Submission['view'], shown: View): Verdict {
  const words = [
    shown.title,
    ...shown.blocks.flatMap((block) => (block.kind === 'text' ? [plainOf(block.text)] : [])),
  ].join('\n');
  const reason: types.SectionBlock = {
    type: 'section',
    block_id: refusalBlock,
    text: plain(`⛔ ${words}`, limits.plainText),
  };
  return {
    response_action: 'update',
    view: {
      type: 'modal',
      callback_id: 'form',
      title: plain(view.title, limits.viewTitle),
      submit: plain('Send', limits.viewButton),
      close: plain('Cancel', limits.viewButton),
      private_metadata: view.metadata,
      blocks: [
        reason,
        ...view.blocks.filter((block) => block.block_id !== refusalBlock).slice(0, limits.blocks.modal - 1),
      ],
    },
  };
}
