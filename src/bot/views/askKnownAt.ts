import type { QuestionView } from '../../markets/core/types.ts';
import { fitsPress } from '../press.ts';
import type { Button, View } from '../view.ts';
import type { When } from '../when.ts';
import { day, moment, shortDay } from './format.ts';

/** Asks when the truth was known, since the question closed before today. Nothing has been resolved yet. */
export function askKnownAt(q: QuestionView, answer: string, reason: string | null, when: When): View {
  const question = String(q.number);
  const args = { question, answer, ...(reason === null ? {} : { reason }) };
  const fits = fitsPress({ command: 'resolve', args: { ...args, known: '2026-12-31T23:59Z' } });
  const at = (label: string, known: string): Button => ({
    kind: 'press',
    label,
    style: 'primary',
    press: { command: 'resolve', args: { ...args, known } },
  });
  return {
    title: `Q${q.number}: when was it known?`,
    tone: 'warn',
    blocks: [
      {
        kind: 'text',
        text: `Q${q.number} closed on ${moment(q.closesAt, when)}, before today. Scoring stops at the moment when the truth was known, so say when that was. Nothing has been resolved yet.`,
      },
      ...(fits
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                at(
                  `When it closed, ${shortDay(q.closesAt, when)}`,
                  `${q.closesAt.toISOString().slice(0, 16)}Z`,
                ),
                at('Today', 'now'),
              ],
            },
          ]
        : []),
      {
        kind: 'text',
        text: [
          'Or write it: ',
          {
            kind: 'code',
            text: `/resolve Q${q.number} ${answer} known:"${shortDay(q.closesAt, when)}"${reason === null ? '' : ` because ${reason}`}`,
          },
        ],
      },
    ],
    footer: `Today is ${day(when.now, when)} in ${when.timeZone}.`,
  };
}
