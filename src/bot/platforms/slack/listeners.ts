import type { App as Bolt } from '@slack/bolt';
import type { Desk } from './desk.ts';
import { onAction } from './onAction.ts';
import { onHomeOpened, onPersonChanged, onRemoved, onSpoken } from './onEvent.ts';
import { onLinks } from './onLinks.ts';
import { onOptions } from './onOptions.ts';
import { onShortcut } from './onShortcut.ts';
import { onSlash } from './onSlash.ts';
import { onSubmission } from './onSubmission.ts';

/** Keeps track of work, so that a stop waits for it, and logs what goes wrong in it: a listener never throws. */
function tracked(desk: Desk, what: string, work: () => Promise<void>): Promise<void> {
  const running = work()
    .catch((error: unknown) => desk.log.error({ err: error, what }, 'a Slack request failed'))
    .finally(() => desk.begun.delete(running));
  desk.begun.add(running);
  return running;
}

/**
 * Hands Bolt's deliveries to their readers. One listener a kind takes everything, so that nothing stays unacknowledged;
 * what to do with it is read from the payload.
 */
export function listen(bolt: Bolt, desk: Desk): void {
  bolt.command(/.*/, ({ ack, body }) =>
    tracked(desk, 'command', async () => {
      await ack();
      await onSlash(desk, body);
    }),
  );
  bolt.action(/.*/, ({ ack, body }) =>
    tracked(desk, 'action', async () => {
      await ack();
      await onAction(desk, body);
    }),
  );
  bolt.shortcut(/.*/, ({ ack, body }) =>
    tracked(desk, 'shortcut', async () => {
      await ack();
      await onShortcut(desk, body);
    }),
  );
  bolt.options(/.*/, ({ ack, body }) =>
    tracked(desk, 'options', async () => {
      // A search that fails finds nothing; without an answer Slack would show an error.
      const options = await onOptions(desk, body).catch((error: unknown) => {
        desk.log.error({ err: error }, 'a search failed');
        return [];
      });
      await ack({ options });
    }),
  );
  bolt.view({ callback_id: /.*/, type: 'view_submission' }, ({ ack, body }) =>
    tracked(desk, 'submission', () =>
      onSubmission(desk, body, (verdict) => (verdict === undefined ? ack() : ack(verdict))),
    ),
  );
  bolt.event('app_mention', ({ body, context }) =>
    tracked(desk, 'mention', () => onSpoken(desk, body, context.botUserId ?? null)),
  );
  bolt.event('message', ({ body, context }) =>
    tracked(desk, 'message', () => onSpoken(desk, body, context.botUserId ?? null)),
  );
  bolt.event('app_home_opened', ({ body }) => tracked(desk, 'home', () => onHomeOpened(desk, body)));
  bolt.event('link_shared', ({ body }) => tracked(desk, 'links', () => onLinks(desk, body)));
  bolt.event('user_change', ({ body }) => tracked(desk, 'user change', () => onPersonChanged(desk, body)));
  bolt.event('app_uninstalled', ({ body }) => tracked(desk, 'uninstalled', () => onRemoved(desk, body)));
  bolt.event('tokens_revoked', ({ body }) => tracked(desk, 'revoked', () => onRemoved(desk, body)));
}
