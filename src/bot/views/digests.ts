import type { NoticePayload } from '../../markets/notices.ts';
import type { Block, View } from '../view.ts';
import type { When } from '../when.ts';
import { count, moment, shorten } from './format.ts';
import { buttons, list, muted, press, text } from './parts.ts';

const mostListed = 10;

export function closingDigest(payload: NoticePayload<'digest.closing'>, when: When): View {
  const { questions } = payload;
  return {
    title: `${count(questions.length, 'question')} closing soon`,
    tone: 'info',
    blocks: [
      {
        kind: 'facts',
        facts: questions
          .slice(0, mostListed)
          .map((q) => ({ name: `Q${q.number} ${q.title}`, value: moment(q.closesAt, when) })),
      },
      ...more(questions.length),
      selectQuestion(questions),
    ],
    footer: muted,
  };
}

export function adminDigest(payload: NoticePayload<'digest.admin'>, when: When): View {
  const { toResolve, drafts } = payload;
  const parts = [
    ...(toResolve.length > 0 ? [`${count(toResolve.length, 'question')} to resolve`] : []),
    ...(drafts > 0 ? [`${count(drafts, 'draft')} to decide on`] : []),
  ];
  return {
    title: parts.length === 0 ? 'Nothing waits' : list(parts),
    tone: 'info',
    blocks: [
      ...(toResolve.length === 0
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: toResolve.slice(0, mostListed).map((q) => ({
                name: `Q${q.number} ${q.title}`,
                value: `expected by ${moment(q.resolvesBy, when)}`,
              })),
            },
            ...more(toResolve.length),
            selectQuestion(toResolve),
          ]),
      ...(drafts > 0 ? [buttons(press('Review drafts', 'drafts list'))] : []),
    ],
  };
}

const more = (total: number): Block[] =>
  total > mostListed ? [text(`And ${total - mostListed} more: /questions.`)] : [];

const selectQuestion = (questions: readonly { number: number; title: string }[]): Block => ({
  kind: 'select',
  placeholder: 'Open a question…',
  press: { command: 'question', args: {} },
  fills: 'question',
  options: questions
    .slice(0, 25)
    .map((q) => ({ value: `Q${q.number}`, label: shorten(`Q${q.number} ${q.title}`, 90) })),
});
