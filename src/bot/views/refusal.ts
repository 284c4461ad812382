import type { Refusal } from '../../markets/core/refusal.ts';
import type { View } from '../view.ts';

/** What was understood, what is wrong, and what to write instead. */
export const refusalView = (refusal: Refusal): View => ({
  title: refusal.code === 'try-again' ? 'Not just now' : 'That did not work',
  tone: 'warn',
  blocks: [
    { kind: 'text', text: refusal.message },
    ...(refusal.hint === undefined ? [] : [{ kind: 'text' as const, text: refusal.hint }]),
  ],
});

/** A bug, seen from outside: nothing about it but the reference under which the log has it. */
export const errorView = (reference: string): View => ({
  title: 'Something went wrong on our side',
  tone: 'bad',
  blocks: [
    {
      kind: 'text',
      text: 'Your request was not carried out. The operator can find what happened in the log.',
    },
    { kind: 'text', text: ['Reference: ', { kind: 'code', text: reference }] },
  ],
});
