import type { QuestionView } from '../../markets/core/types.ts';
import type { View } from '../view.ts';
import { count } from './format.ts';

/** A dispute was taken up. */
export const disputeView = (q: QuestionView): View => ({
  title: `Disputed: Q${q.number} ${q.title}`,
  tone: 'warn',
  blocks: [
    {
      kind: 'text',
      text: `Your dispute is before the admins (${count(q.disputes, 'dispute')} so far). They will confirm, correct or annul it; you will see which on the question.`,
    },
    {
      kind: 'buttons',
      buttons: [
        {
          kind: 'press',
          label: 'Question',
          style: 'plain',
          press: { command: 'question', args: { question: String(q.number) } },
        },
      ],
    },
  ],
});
