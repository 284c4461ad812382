import type { ClaimedNotice } from '../markets/claimNotices.ts';
import type { Call, QuestionView } from '../markets/core/types.ts';
import { explainScore } from '../markets/explainScore.ts';
import { leaderboard } from '../markets/leaderboard.ts';
import { question } from '../markets/question.ts';
import type { App } from './app.ts';
import { publicCall, publicCard, settingsIn, whenIn } from './public.ts';
import type { View } from './view.ts';
import { explanation } from './views/explanation.ts';
import { leaderboardView } from './views/leaderboard.ts';
import { noticeView, scoreNotice } from './views/notices.ts';

/** What to send for a notice. `card`: the question whose card it is, to be kept up to date from then on. */
export interface Told {
  readonly view: View;
  readonly card: QuestionView | null;
  /** Name of the thread to open under it, where the community wants one and the platform has threads. */
  readonly thread: string | null;
}

/**
 * The view of a notice as its addressee may see it: announcements as everybody may, one's own score with its explanation.
 *
 * @throws Refusal when what it tells of is gone
 */
export async function tell(app: App, notice: ClaimedNotice): Promise<Told> {
  const { told, to, communityId } = notice;
  const when = await whenIn(app, communityId);
  const channel = to.kind === 'channel' ? to.channel : null;
  const call =
    to.kind === 'person'
      ? personally(communityId, to.memberId, when.now)
      : publicCall(communityId, channel, when.now);
  switch (told.kind) {
    case 'question.opened': {
      const card = await publicCard(app, communityId, told.payload.number, channel);
      const { threads } = await settingsIn(app, communityId);
      const thread = threads ? `Q${card.question.number} ${card.question.title}` : null;
      return { view: card.view, card: card.question, thread };
    }
    case 'question.closing': {
      const q = await question(app.db, call, { question: told.payload.number });
      return plain(noticeView(told, when, q));
    }
    case 'member.score': {
      const receipt = await explainScore(app.db, call, { question: told.payload.number, member: null });
      return plain(scoreNotice(told.payload, explanation(receipt, true, when)));
    }
    case 'leaderboard':
    case 'season.closed': {
      const window = told.kind === 'leaderboard' ? told.payload.window : told.payload.name;
      const input = { metric: 'brier', window, tag: null, page: 1, pageSize: 10 } as const;
      const view = leaderboardView(await leaderboard(app.db, call, input), window, null);
      return plain(
        told.kind === 'leaderboard'
          ? view
          : { ...view, title: `Season “${window}” is closed: ${view.title}` },
      );
    }
    default:
      return plain(noticeView(told, when, null));
  }
}

const plain = (view: View): Told => ({ view, card: null, thread: null });

const personally = (communityId: number, memberId: number, now: Date): Call => ({
  ...publicCall(communityId, null, now),
  actor: { ...publicCall(communityId, null, now).actor, memberId },
});
