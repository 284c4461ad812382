import type { Press } from '../../view.ts';
import { answer } from './answer.ts';
import { type Conversation, conversationResponder, targetOf } from './conversation.ts';
import type { Desk } from './desk.ts';
import { publishHome } from './home.ts';
import { inModal, panelResponder } from './panel.ts';
import { type ActionPayload, actionSchema, readBlockId } from './payloads.ts';
import { readPress } from './press.ts';
import { invocationOf, visit } from './visitor.ts';

type Action = ActionPayload['actions'][number];

/** What a press asks for; null for a link, an empty field, or something that no view of ours contains. */
function pressOf(action: Action): { readonly press: Press; readonly wantsForm: boolean } | null {
  const { press, fills } = readBlockId(action.block_id);
  const kind = action.action_id.split(':')[0];
  switch (kind) {
    case 'press':
    case 'form': {
      const decoded = readPress(action.value ?? '');
      return decoded === null ? null : { press: decoded, wantsForm: kind === 'form' };
    }
    case 'select':
    case 'field': {
      const decoded = readPress(press ?? '');
      const value = kind === 'select' ? action.selected_option?.value : action.value;
      if (decoded === null || fills === null || !value) return null;
      return {
        press: { command: decoded.command, args: { ...decoded.args, [fills]: value } },
        wantsForm: false,
      };
    }
    default:
      return null;
  }
}

/** A button, a choice or a field, in a message, a modal or App Home. */
export async function onAction(desk: Desk, body: unknown): Promise<void> {
  const payload = actionSchema.parse(body);
  const [action] = payload.actions;
  const asked = action === undefined ? null : pressOf(action);
  if (action === undefined || asked === null) {
    if (action !== undefined && !action.action_id.startsWith('link:'))
      desk.log.warn({ action: action.action_id }, 'an action that no message of ours contains');
    return;
  }
  const user = payload.user.id;
  const inView = payload.container.type === 'view';
  const channel = inView ? null : (payload.channel?.id ?? null);
  const thread = payload.message?.thread_ts ?? payload.container.thread_ts ?? null;
  const target = inView ? inModal : targetOf(channel, thread, payload.response_url ?? null, desk.app.clock());
  const visitor = await visit(desk, payload.team?.id ?? payload.user.team_id ?? undefined, user, target);
  if (visitor === null) return;
  const { at } = visitor;
  const { command, args } = asked.press;
  const invocation = invocationOf(visitor, channel, {
    id: payload.trigger_id,
    command,
    args,
    wantsForm: asked.wantsForm,
  });
  if (!inView) {
    const { origin } = readBlockId(action.block_id);
    // Turning a page of one's own answer, or of something posted that is only read, edits it; any other press answers below.
    const reads = desk.app.commands.find((one) => one.name === command)?.reads === true;
    const turned = origin === command && (payload.container.is_ephemeral || reads);
    const inPlace = !turned ? null : payload.container.is_ephemeral ? 'private' : 'public';
    const to: Conversation = { at, user, target, trigger: payload.trigger_id, origin: command, inPlace };
    await answer(desk, invocation, conversationResponder(desk, to));
    return;
  }
  const modal = payload.view?.type === 'modal' ? payload.view.id : null;
  const panel = { at, view: modal, trigger: payload.trigger_id, origin: command };
  await answer(desk, invocation, panelResponder(desk, panel));
  await publishHome(desk, visitor);
}
