import type { Invocation } from '../../app.ts';
import type { RawArgs } from '../../command.ts';
import type { View } from '../../view.ts';
import { type Conversation, speak } from './conversation.ts';
import type { Desk } from './desk.ts';
import { mentioned, readText } from './escape.ts';
import type { Target } from './metadata.ts';
import { type Person, whoIs } from './people.ts';
import type { Workspace } from './workspaces.ts';

/** Who asks, and from where, once Slack has vouched for both. */
export interface Visitor {
  readonly at: Workspace;
  readonly user: string;
  readonly person: Person;
}

/** A short refusal that is the platform's own, before anything of the project runs. */
export const notice = (title: string, text: string): View => ({
  title,
  tone: 'warn',
  blocks: [{ kind: 'text', text }],
});

/**
 * Finds the workspace and the person. Null when nobody may act: an unknown workspace is logged; somebody barred, or not
 * vouched for, is told so privately where they asked, unless that would be noise (`target` null: a keystroke, an opened Home).
 */
export async function visit(
  desk: Desk,
  teamId: string | undefined,
  user: string,
  target: Target | null,
): Promise<Visitor | null> {
  const at = teamId === undefined ? null : await desk.workspaces.get(teamId);
  if (at === null) {
    desk.log.warn({ workspace: teamId }, 'a request of a workspace where the app is not installed');
    return null;
  }
  const tell = async (view: View) => {
    if (target === null) return;
    const to: Conversation = { at, user, target, trigger: null, origin: '', inPlace: null };
    await speak(desk, to, view, 'private');
  };
  let person: Person;
  try {
    person = await desk.people.find(at, user);
  } catch (error) {
    desk.log.warn({ err: error, workspace: at.id, user }, 'Slack did not say who somebody is');
    await tell(notice('Not just now', 'Slack did not answer who you are. Please try again.'));
    return null;
  }
  if (person.barred !== null) {
    desk.log.info({ workspace: at.id, user }, 'somebody who may not take part asked for something');
    await tell(notice('Not here', person.barred));
    return null;
  }
  return { at, user, person };
}

/** Most people whose names are looked up for one text; others stay ids. */
const mostNames = 10;

/** Text as a person meant it, mentions as the names by which the project knows people. */
export async function understood(desk: Desk, at: Workspace, text: string): Promise<string> {
  const ids = [...new Set(mentioned(text))].slice(0, mostNames);
  const found = await Promise.all(
    ids.map(async (id) => {
      const person = await desk.people.find(at, id).catch(() => null);
      return [id, person?.name ?? id] as const;
    }),
  );
  return readText(text, at.id, new Map(found)).trim();
}

export const invocationOf = (
  visitor: Visitor,
  channel: string | null,
  asked: {
    readonly id: string;
    readonly command: string;
    readonly args: RawArgs;
    readonly wantsForm: boolean;
  },
): Invocation => ({
  key: `slack:${visitor.at.id}:${asked.id}`,
  command: asked.command,
  args: asked.args,
  who: whoIs(visitor.at, visitor.user, visitor.person, channel),
  locale: visitor.person.locale,
  wantsForm: asked.wantsForm,
});
