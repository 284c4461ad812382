import type { QuestionView } from '../../markets/core/types.ts';
import type { View } from '../view.ts';
import type { When } from '../when.ts';
import { count, moment, shorten } from './format.ts';

/** Several YES or NO questions that were asked in one. */
export const askedView = (title: string, opened: readonly QuestionView[], when: When): View => ({
  title: `${count(opened.length, 'question')}: ${title}`,
  tone: 'info',
  blocks: [
    { kind: 'text', text: 'Each stands alone: several may come true, or none.' },
    {
      kind: 'facts',
      facts: opened.map((q) => ({
        name: `Q${q.number} ${q.title}`,
        value: `closes ${moment(q.closesAt, when)}`,
      })),
    },
    {
      kind: 'select',
      placeholder: 'Open a question…',
      press: { command: 'question', args: {} },
      fills: 'question',
      options: opened.map((q) => ({ value: `Q${q.number}`, label: shorten(`Q${q.number} ${q.title}`, 90) })),
    },
  ],
});
