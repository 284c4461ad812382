import type { QuestionView } from '../../markets/core/types.ts';
import type { NoticePayload } from '../../markets/notices.ts';
import type { AnyNotice } from '../../markets/readNotice.ts';
import type { Button, Span, View } from '../view.ts';
import type { When } from '../when.ts';
import { answers } from './answers.ts';
import { adminDigest, closingDigest } from './digests.ts';
import { count, formatPoints, moment, points, score, shares } from './format.ts';
import { buttons, form, list, muted, press, text } from './parts.ts';

/** Notices that are told in words of their own; the others show a card, a leaderboard or an explanation. */
type Worded = Exclude<
  AnyNotice,
  { kind: 'question.opened' | 'member.score' | 'leaderboard' | 'season.closed' }
>;

const open = (number: number): Button => press('Question', 'question', { question: String(number) });
const headed = (what: string, q: { number: number; title: string }): string =>
  `${what}: Q${q.number} ${q.title}`;

/**
 * What a notice says.
 *
 * @param q the question as its readers may see it, for those notices that invite a forecast
 */
export function noticeView(told: Worded, when: When, q: QuestionView | null): View {
  switch (told.kind) {
    case 'question.closing': {
      const { payload } = told;
      return {
        title: headed('Closing soon', payload),
        tone: 'info',
        blocks: [
          text([
            'Forecasts are taken until ',
            { kind: 'bold', text: moment(payload.closesAt, when) },
            ', ',
            { kind: 'time', at: payload.closesAt, style: 'relative' },
            '.',
          ]),
          ...(q ? answers(q, 'everyone') : [buttons(open(payload.number))]),
        ],
      };
    }
    case 'question.closed':
      return {
        title: headed(told.payload.early ? 'Closed early' : 'Closed', told.payload),
        tone: 'neutral',
        blocks: [
          text('No more forecasts or wagers. It awaits its resolution.'),
          buttons(open(told.payload.number)),
        ],
      };
    case 'question.resolved':
      return resolved(told.payload);
    case 'question.annulled':
      return {
        title: headed('Annulled', told.payload),
        tone: 'neutral',
        blocks: [
          text(`Reason: “${told.payload.reason}”. Everybody got back what they put in; nothing is scored.`),
          buttons(open(told.payload.number)),
        ],
      };
    case 'question.reopened':
      return {
        title: headed('Reopened', told.payload),
        tone: 'warn',
        blocks: [
          text(
            `Reason: “${told.payload.reason}”. Payouts and scores were taken back until it is resolved anew.`,
          ),
          buttons(open(told.payload.number)),
        ],
      };
    case 'question.edited':
      return {
        title: headed('Changed', told.payload),
        tone: 'warn',
        blocks: [
          text([
            ...(told.payload.by ? [{ kind: 'member', name: told.payload.by.name } as const] : ['Somebody']),
            ` changed its ${list(told.payload.fields)}. See whether your forecast still fits.`,
          ]),
          buttons(
            open(told.payload.number),
            form('Forecast…', 'forecast', { question: String(told.payload.number) }),
          ),
        ],
        footer: muted,
      };
    case 'question.disputed':
      return {
        title: headed('Disputed', told.payload),
        tone: 'warn',
        blocks: [
          text([
            { kind: 'member', name: told.payload.by.name },
            ` disputes the resolution: “${told.payload.reason}”. Resolve it again with a reason, the same or otherwise, to settle the dispute.`,
          ]),
          buttons(
            form('Resolve…', 'resolve', { question: String(told.payload.number) }),
            open(told.payload.number),
          ),
        ],
      };
    case 'member.refund':
      return {
        title: headed('Annulled', told.payload),
        tone: 'neutral',
        blocks: [
          text(`You got ${points(told.payload.points)} back. Reason: “${told.payload.reason}”.`),
          buttons(open(told.payload.number)),
        ],
        footer: muted,
      };
    case 'order.filled':
      return {
        title: headed(`Order ${told.payload.order} filled`, told.payload),
        tone: 'good',
        blocks: [
          text(
            `You bought ${shares(told.payload.shares)} of ${told.payload.label} for ${points(told.payload.points)}.`,
          ),
          buttons(open(told.payload.number)),
        ],
        footer: muted,
      };
    case 'order.cancelled':
      return {
        title: headed(`Order ${told.payload.order} cancelled`, told.payload),
        tone: 'neutral',
        blocks: [
          text(`Your order on ${told.payload.label} no longer rests: ${told.payload.why}`),
          buttons(open(told.payload.number)),
        ],
        footer: muted,
      };
    case 'admin.toResolve':
      return {
        title: headed('Ready to resolve', told.payload),
        tone: 'info',
        blocks: [
          text(`Its answer was expected by ${moment(told.payload.resolvesBy, when)}.`),
          buttons(
            form('Resolve…', 'resolve', { question: String(told.payload.number) }),
            form('Move the date…', 'edit', { question: String(told.payload.number) }),
            open(told.payload.number),
          ),
        ],
      };
    case 'admin.confirm':
      return {
        title: headed('Needs a second admin', told.payload),
        tone: 'warn',
        blocks: [
          text([
            { kind: 'member', name: told.payload.by.name },
            ` proposes to resolve it ${told.payload.outcome}. It counts once another admin resolves it the same way.`,
          ]),
          buttons(
            form('Resolve…', 'resolve', { question: String(told.payload.number) }),
            open(told.payload.number),
          ),
        ],
      };
    case 'digest.closing':
      return closingDigest(told.payload, when);
    case 'digest.admin':
      return adminDigest(told.payload, when);
    case 'feed.failed':
      return {
        title: 'A watched feed cannot be read',
        tone: 'warn',
        blocks: [
          text([{ kind: 'link', url: told.payload.url, text: told.payload.url }, `: ${told.payload.error}`]),
        ],
      };
    case 'drafts.waiting':
      return {
        title: `${count(told.payload.count, 'draft')} to decide on`,
        tone: 'info',
        blocks: [
          text(
            told.payload.article === null
              ? 'They wait in the review queue.'
              : `From “${told.payload.article}”.`,
          ),
          buttons(press('Review', 'drafts list')),
        ],
      };
  }
}

function resolved(payload: NoticePayload<'question.resolved'>): View {
  const best = payload.best ?? [];
  const lines = best.flatMap((b, i): Span[] => [
    `${i === 0 ? '' : ', '}${i + 1}. `,
    { kind: 'member', name: b.name },
    ` ${score(b.brier)}`,
  ]);
  const question = String(payload.number);
  return {
    title: headed(`${payload.corrected ? 'Corrected to' : 'Resolved'} ${payload.outcome}`, payload),
    tone: 'good',
    blocks: [
      ...(payload.by ? [text(['Resolved by ', { kind: 'member', name: payload.by.name }, '.'])] : []),
      ...(best.length > 0
        ? [text([{ kind: 'bold', text: 'Best forecasters: ' }, ...lines, ' (Brier score, 0 is perfect)'])]
        : []),
      buttons(
        press('My score', 'explain', { question }),
        press('Leaderboard', 'leaderboard'),
        form('Dispute…', 'dispute', { question }),
        open(payload.number),
      ),
    ],
  };
}

/** A member's own score: the outcome first, then how it came about. */
export function scoreNotice(payload: NoticePayload<'member.score'>, explained: View): View {
  const rank = payload.rank === null ? '' : ` You are rank ${payload.rank} of ${payload.of}.`;
  const crowd =
    payload.relativeBrier === null
      ? ''
      : ` That is ${score(payload.relativeBrier, { signed: true })} against the crowd (negative is better).`;
  const profit =
    payload.profit === null || payload.profit === 0n
      ? ''
      : ` Your wagers made ${formatPoints(payload.profit, { signed: true })} points.`;
  return {
    ...explained,
    title: headed(`Resolved ${payload.outcome}`, payload),
    blocks: [
      text(`Your Brier score is ${score(payload.brier)}.${crowd}${rank}${profit}`),
      ...explained.blocks,
    ],
    footer: `${typeof explained.footer === 'string' ? `${explained.footer} ` : ''}${muted}`,
  };
}
