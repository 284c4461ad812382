import type { CommunitySettings } from '../markets/core/settings.ts';
import { type Call, nobody, type QuestionView } from '../markets/core/types.ts';
import { question } from '../markets/question.ts';
import { settings } from '../markets/settings.ts';
import type { App } from './app.ts';
import type { View } from './view.ts';
import { questionCard } from './views/questionCard.ts';
import type { When } from './when.ts';

/** A call by nobody in particular: what a message that everybody reads may show. */
export const publicCall = (communityId: number, channel: string | null, now: Date): Call => ({
  actor: { communityId, memberId: nobody, name: '', admin: false, mayAsk: false, channel },
  now,
  key: 'public',
});

/** The settings of a community. */
export async function settingsIn(app: App, communityId: number): Promise<CommunitySettings> {
  const call = publicCall(communityId, null, app.clock());
  return (await settings(app.db, call, { change: null })).settings;
}

/** The moment and the time zone of a community. */
export async function whenIn(app: App, communityId: number): Promise<When> {
  const now = app.clock();
  return { now, timeZone: (await settingsIn(app, communityId)).timeZone };
}

/** A question's card as everybody in the channel may see it, with the question that it shows. */
export async function publicCard(
  app: App,
  communityId: number,
  number: number,
  channel: string | null,
): Promise<{ view: View; question: QuestionView }> {
  const when = await whenIn(app, communityId);
  const q = await question(app.db, publicCall(communityId, channel, when.now), { question: number });
  return { view: questionCard(q, when, 'everyone'), question: q };
}
