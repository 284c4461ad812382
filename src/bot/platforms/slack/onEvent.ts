import type { RawArgs } from '../../command.ts';
import { sayToInvocation } from '../../parse/say.ts';
import { answer } from './answer.ts';
import { type Conversation, conversationResponder, speak, targetOf } from './conversation.ts';
import type { Desk } from './desk.ts';
import { download, FileTrouble } from './files.ts';
import { publishHome } from './home.ts';
import { shortcuts } from './onShortcut.ts';
import { homeSchema, removedSchema, spokenSchema, userChangeSchema } from './payloads.ts';
import { invocationOf, notice, understood, visit } from './visitor.ts';

/** A command in words: "@brierpatch Q7 70%" in a channel, or "Q7 70%" in a direct conversation. */
export async function onSpoken(desk: Desk, body: unknown, botUser: string | null): Promise<void> {
  const parsed = spokenSchema.safeParse(body);
  // Edits, joins and the like come as messages without a person or with a subtype; only what somebody wrote counts.
  if (!parsed.success) return;
  const { team_id, event_id, event } = parsed.data;
  const direct = event.channel_type === 'im';
  if (event.bot_id || (event.subtype && event.subtype !== 'file_share')) return;
  if (event.type === 'message' && !direct) return;
  const target = targetOf(event.channel, event.thread_ts ?? null, null, desk.app.clock());
  const visitor = await visit(desk, team_id, event.user, target);
  if (visitor === null) return;
  const { at } = visitor;
  const text = await understood(desk, at, afterMention(event.text, botUser));
  const file = event.files[0];
  const said = text === '' ? silent(file !== undefined) : sayToInvocation(text, desk.app.commands);
  const to: Conversation = {
    at,
    user: event.user,
    target,
    trigger: null,
    origin: said.command,
    inPlace: null,
  };
  let args: RawArgs = said.args;
  const wanted = Object.entries(desk.app.commands.find((c) => c.name === said.command)?.args ?? {}).find(
    ([, arg]) => arg.kind === 'file',
  );
  if (file !== undefined && wanted !== undefined) {
    try {
      args = { ...args, [wanted[0]]: await download(at, file, desk.origins) };
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      await speak(desk, to, notice('That file could not be read', error.message), 'private');
      return;
    }
  }
  const invocation = invocationOf(visitor, event.channel, {
    id: event_id,
    command: said.command,
    args,
    wantsForm: false,
  });
  await answer(desk, invocation, conversationResponder(desk, to));
}

/** Nothing but a file is an article; nothing at all asks what can be done. */
const silent = (file: boolean) => ({ command: file ? shortcuts.predictions.command : 'help', args: {} });

/** What follows the mention of the app; what stands before it is small talk. */
function afterMention(text: string, botUser: string | null): string {
  const mark = botUser === null ? null : new RegExp(`<@${botUser}(\\|[^>]*)?>`);
  const found = mark?.exec(text);
  return found ? text.slice(found.index + found[0].length) : text;
}

export async function onHomeOpened(desk: Desk, body: unknown): Promise<void> {
  const parsed = homeSchema.safeParse(body);
  if (!parsed.success || parsed.data.event.tab !== 'home') return;
  const visitor = await visit(desk, parsed.data.team_id, parsed.data.event.user, null);
  if (visitor !== null) await publishHome(desk, visitor);
}

/** Somebody was deactivated, promoted or renamed: ask Slack again at their next press. */
export async function onPersonChanged(desk: Desk, body: unknown): Promise<void> {
  const parsed = userChangeSchema.safeParse(body);
  if (parsed.success) desk.people.forget(parsed.data.team_id, parsed.data.event.user.id);
}

/** The app was removed from a workspace: its token goes too. */
export async function onRemoved(desk: Desk, body: unknown): Promise<void> {
  const { team_id } = removedSchema.parse(body);
  desk.log.info({ workspace: team_id }, 'the app was removed from a workspace');
  await desk.removed(team_id);
  desk.workspaces.forget(team_id);
}
