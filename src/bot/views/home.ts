import type { QuestionLine } from '../../markets/core/types.ts';
import type { Block, View } from '../view.ts';
import type { When } from '../when.ts';
import { count, moment, percent, shorten } from './format.ts';

const openSelect = (lines: readonly QuestionLine[]): Block => ({
  kind: 'select',
  placeholder: 'Open a question…',
  press: { command: 'question', args: {} },
  fills: 'question',
  options: lines.map((q) => ({ value: `Q${q.number}`, label: shorten(`Q${q.number} ${q.title}`, 90) })),
});

const askButtons: Block = {
  kind: 'buttons',
  buttons: [
    {
      kind: 'press',
      label: 'Ask a question…',
      style: 'primary',
      press: { command: 'ask', args: {} },
      form: true,
    },
    { kind: 'press', label: 'All questions', style: 'plain', press: { command: 'questions', args: {} } },
    { kind: 'press', label: 'Leaderboard', style: 'plain', press: { command: 'leaderboard', args: {} } },
    { kind: 'press', label: 'Help', style: 'plain', press: { command: 'help', args: {} } },
  ],
};

/** Open questions on which the reader has no forecast yet. */
export function toForecastView(lines: readonly QuestionLine[], when: When): View {
  const crowd = (q: QuestionLine): string =>
    q.leading ? `${q.leading.label} ${percent(q.leading.p)}` : 'no crowd shown yet';
  return {
    title: lines.length === 0 ? 'You have a forecast on every open question' : 'To forecast',
    tone: 'info',
    blocks: [
      ...(lines.length === 0
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: lines.map((q) => ({
                name: `Q${q.number} ${q.title}`,
                value: `${crowd(q)} · closes ${moment(q.closesAt, when)}`,
              })),
            },
            openSelect(lines),
          ]),
      askButtons,
    ],
  };
}

/** What an admin is waited for: questions past their date, drafts undecided. */
export function awaitsAdminView(toResolve: readonly QuestionLine[], drafts: number, when: When): View {
  const nothing = toResolve.length === 0 && drafts === 0;
  return {
    title: nothing ? 'Nothing awaits an admin' : 'Awaits an admin',
    tone: nothing ? 'neutral' : 'warn',
    blocks: [
      ...(toResolve.length === 0
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: toResolve.map((q) => ({
                name: `Q${q.number} ${q.title}`,
                value: `answer expected by ${moment(q.resolvesBy, when)}`,
              })),
            },
            openSelect(toResolve),
          ]),
      {
        kind: 'buttons',
        buttons: [
          {
            kind: 'press',
            label: drafts === 0 ? 'Review queue' : `Review ${count(drafts, 'draft')}`,
            style: 'plain',
            press: { command: 'drafts list', args: {} },
          },
          { kind: 'press', label: 'Settings', style: 'plain', press: { command: 'setup', args: {} } },
        ],
      },
    ],
  };
}
