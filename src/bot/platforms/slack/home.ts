import type { View } from '../../view.ts';
import type { Desk } from './desk.ts';
import { picturesFor } from './pictures.ts';
import { renderAll } from './render.ts';
import { isUnlayable } from './send.ts';
import { invocationOf, type Visitor } from './visitor.ts';

/** Publishes one person's App Home as it stands now. */
export async function publishHome(desk: Desk, visitor: Visitor): Promise<void> {
  const { at, user } = visitor;
  const { who } = invocationOf(visitor, null, { id: '', command: '', args: {}, wantsForm: false });
  const views: readonly View[] = (await desk.home(who)).map(desk.words.view);
  const maps = await Promise.all(views.map((view) => picturesFor(desk.pictures, at, view)));
  const pictures = new Map(maps.flatMap((map) => [...map]));
  const publish = (rich: boolean) =>
    at.client.views.publish({
      user_id: user,
      view: { type: 'home', blocks: renderAll(views, { surface: 'home', origin: '', rich, pictures }) },
    });
  try {
    await publish(true);
  } catch (error) {
    if (!isUnlayable(error)) throw error;
    desk.log.error({ err: error }, 'Slack refused a Home; publishing it plainer');
    await publish(false);
  }
}
