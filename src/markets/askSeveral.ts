import { z } from 'zod';
import { type AskInput, askIn } from './ask.ts';
import { outcomeLabels } from './core/questions.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { once } from './once.ts';
import { question } from './question.ts';

const facts = z.object({ numbers: z.array(z.number().int()) });

/**
 * Asks a YES or NO question for each of the outcomes, all of them or none: "Who will open an office here?" of Apple and Google
 * becomes "Who will open an office here? Apple" and "Who will open an office here? Google", in one group.
 *
 * @param input a binary question; `outcomes` are the independent answers
 */
export async function askSeveral(db: Db, call: Call, input: AskInput): Promise<QuestionView[]> {
  const { numbers } = await once(db, call, 'askSeveral', facts, async (tx) => {
    const labels = outcomeLabels({ ...input, kind: 'choice', timeZone: 'UTC' });
    const opened: number[] = [];
    for (const [i, label] of labels.entries()) {
      const each = { ...input, outcomes: [], title: `${input.title} ${label}`, group: call.key };
      const asked = await askIn(tx, { ...call, key: `${call.key}:${i}` }, each);
      opened.push(asked.facts.number);
    }
    return { subject: `group:${call.key}`, facts: { numbers: opened } };
  });
  const views: QuestionView[] = [];
  for (const number of numbers) views.push(await question(db, call, { question: number }));
  return views;
}
