import { setTimeout as wait } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { Form, Invocation, Responder } from '../../app.ts';
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

/**
 * Runs a submitted form. Slack wants a verdict within 3 seconds: a refusal that comes in time is shown in the form, with
 * everything that was typed still in it; otherwise the form closes and the answer follows where the form was opened.
 */
export async function submit(
  desk: Desk,
  submission: Submission,
  acknowledge: (verdict: Verdict) => Promise<void>,
): Promise<void> {
  const { to, view, invocation } = submission;
  const stays = to.target.channel === null;
  let decided: Verdict | 'waiting' = 'waiting';
  const decide = async (verdict: Verdict): Promise<boolean> => {
    if (decided !== 'waiting') return false;
    decided = verdict;
    await acknowledge(verdict);
    return true;
  };
  const responder: Responder = {
    async form(form: Form) {
      const metadata = desk.forms.write({ command: form.command, fixed: form.fixed, to: to.target });
      await decide({ response_action: 'update', view: formModal(form, metadata, desk.app.commands) });
    },
    acknowledge: async () => undefined,
    async refuse(shown) {
      if (await decide(refused(view, shown))) return;
      await deliver(shown, 'private');
    },
    show: (shown, visibility) => deliver(shown, visibility),
  };
  async function deliver(shown: View, visibility: 'public' | 'private'): Promise<void> {
    if (stays) {
      if (await decide({ response_action: 'update', view: viewModal(shown, invocation.command) })) return;
      await fillModal(desk, to.at, view.id, shown, invocation.command);
      return;
    }
    await decide(undefined);
    await speak(desk, to, shown, visibility);
  }
  const timer = new AbortController();
  const late = wait(acknowledgeWithin, undefined, { signal: timer.signal }).then(
    () =>
      decide(stays ? { response_action: 'update', view: viewModal(working, invocation.command) } : undefined),
    () => false,
  );
  await answer(desk, invocation, responder);
  timer.abort();
  await late;
  await decide(undefined);
}

const working: View = {
  title: 'Working …',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: 'One moment.' }],
};

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
