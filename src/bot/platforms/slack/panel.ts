import type { Responder } from '../../app.ts';
import type { View } from '../../view.ts';
import type { Desk } from './desk.ts';
import type { Target } from './metadata.ts';
import { formModal, viewModal } from './modal.ts';
import { picturesFor } from './pictures.ts';
import { chartsOf } from './render.ts';
import { isUnlayable } from './send.ts';
import type { Workspace } from './workspaces.ts';

export interface Panel {
  readonly at: Workspace;
  /** The modal in which something was pressed; null in App Home, where one is opened. */
  readonly view: string | null;
  readonly trigger: string;
  readonly origin: string;
}

const working: View = {
  title: 'Working …',
  tone: 'neutral',
  blocks: [{ kind: 'text', text: 'One moment.' }],
};

/** Nowhere to speak: the answer stays in the modal. */
export const inModal: Target = { channel: null, thread: null, url: null, until: null };

/** Puts a View into an open modal, plainer when Slack refuses the layout. */
export async function fillModal(
  desk: Desk,
  at: Workspace,
  view_id: string,
  view: View,
  origin: string,
): Promise<void> {
  const pictures = chartsOf(view).length === 0 ? undefined : await picturesFor(desk.pictures, at, view);
  try {
    await at.client.views.update({ view_id, view: viewModal(view, origin, { pictures }) });
  } catch (error) {
    if (!isUnlayable(error)) throw error;
    desk.log.error({ err: error, title: view.title }, 'Slack refused a modal; showing it plainer');
    await at.client.views.update({ view_id, view: viewModal(view, origin, { rich: false }) });
  }
}

/** Answers what was pressed in App Home or in a modal, where no conversation is: in a modal. */
export function panelResponder(desk: Desk, panel: Panel): Responder {
  let open = panel.view;
  const show = async (view: View) => {
    if (open === null) {
      const answer = await panel.at.client.views.open({
        trigger_id: panel.trigger,
        view: viewModal(view, panel.origin),
      });
      open = answer.view?.id ?? null;
    } else await fillModal(desk, panel.at, open, view, panel.origin);
  };
  return {
    async form(form) {
      const private_metadata = desk.forms.write({ command: form.command, fixed: form.fixed, to: inModal });
      const view = formModal(form, private_metadata, desk.app.commands);
      if (open === null) await panel.at.client.views.open({ trigger_id: panel.trigger, view });
      else await panel.at.client.views.update({ view_id: open, view });
    },
    // The trigger is good for 3 seconds: the modal is opened now and filled when the work is done.
    acknowledge: async () => {
      if (open === null) await show(working);
    },
    show,
  };
}
