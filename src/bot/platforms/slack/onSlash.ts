import { sayToInvocation } from '../../parse/say.ts';
import { answer } from './answer.ts';
import { conversationResponder, targetOf } from './conversation.ts';
import type { Desk } from './desk.ts';
import { slashSchema } from './payloads.ts';
import { invocationOf, understood, visit } from './visitor.ts';

/** `/forecast Q7 70%`, `/forecast ask ...`; bare `/forecast` opens the form. */
export async function onSlash(desk: Desk, body: unknown): Promise<void> {
  const { team_id, user_id, channel_id, text, trigger_id, response_url } = slashSchema.parse(body);
  const target = targetOf(channel_id, null, response_url ?? null, desk.app.clock());
  const visitor = await visit(desk, team_id, user_id, target);
  if (visitor === null) return;
  const words = await understood(desk, visitor.at, text);
  const bare = words === '';
  const said = bare ? { command: 'forecast', args: {} } : sayToInvocation(words, desk.app.commands);
  const invocation = invocationOf(visitor, channel_id, { id: trigger_id, ...said, wantsForm: bare });
  await answer(
    desk,
    invocation,
    conversationResponder(desk, {
      at: visitor.at,
      user: user_id,
      target,
      trigger: trigger_id,
      origin: said.command,
      inPlace: null,
    }),
  );
}
