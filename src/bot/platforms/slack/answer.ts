import type { Invocation, Responder } from '../../app.ts';
import { handle } from '../../handle.ts';
import type { Desk } from './desk.ts';

/** Hands an invocation to the shared commands, once, and puts what they say into Slack's words. */
export async function answer(desk: Desk, invocation: Invocation, responder: Responder): Promise<void> {
  if (!desk.first(invocation.key)) {
    desk.log.info({ key: invocation.key }, 'a Slack delivery came again');
    return;
  }
  await handle(desk.app, invocation, desk.words.responder(responder));
}
