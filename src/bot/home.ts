import { drafts } from '../markets/drafts.ts';
import { enterCommunity } from '../markets/enter.ts';
import { me } from '../markets/me.ts';
import { questions } from '../markets/questions.ts';
import type { App, Invocation } from './app.ts';
import type { View } from './view.ts';
import { awaitsAdminView, toForecastView } from './views/home.ts';
import { notifyView } from './views/notify.ts';
import { scorecard } from './views/scorecard.ts';

const listed = 10;

/**
 * What a person sees on coming in: questions without a forecast of theirs, their scorecard, what awaits them as an admin,
 * and which messages they get.
 */
export async function home(app: App, who: Invocation['who']): Promise<View[]> {
  const now = app.clock();
  const { actor, settings } = await enterCommunity(app.db, { ...who, now });
  const call = { actor, now, key: 'home' };
  const page = { tag: null, search: null, page: 1, pageSize: 50 };
  const [own, open, toResolve, queue] = await Promise.all([
    me(app.db, call, { member: null }),
    questions(app.db, call, { ...page, filter: 'open' }),
    actor.admin ? questions(app.db, call, { ...page, filter: 'to-resolve' }) : null,
    actor.admin ? drafts(app.db, call, { status: 'pending', articleId: null, page: 1, pageSize: 1 }) : null,
  ]);
  const when = { now, timeZone: settings.timeZone };
  const unanswered = open.lines.filter((line) => line.mine === null).slice(0, listed);
  return [
    toForecastView(unanswered, when),
    ...(toResolve && queue ? [awaitsAdminView(toResolve.lines.slice(0, listed), queue.total, when)] : []),
    scorecard(own, true, when),
    notifyView(own.notify),
  ];
}
