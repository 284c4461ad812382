import { Refusal } from './refusal.ts';
import { showTime } from './time.ts';
import type { QuestionState } from './types.ts';

/** What the lifecycle depends on. */
export interface Lifecycle {
  readonly number: number;
  readonly state: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly settledAt: Date | null;
}

/** The state that a reader sees: time alone opens a question and closes it. */
export function stateAt(question: Lifecycle, now: Date): QuestionState {
  if (question.state === 'resolved' || question.state === 'annulled') return question.state;
  if (question.state === 'closed' || now >= question.closesAt) return 'closed';
  return now < question.opensAt ? 'upcoming' : 'open';
}

/** @throws Refusal unless forecasts and wagers are taken now */
export function requireOpen(question: Lifecycle, now: Date, timeZone: string): void {
  const state = stateAt(question, now);
  const name = `Q${question.number}`;
  const at = (date: Date | null) => (date ? showTime(date, timeZone) : 'earlier');
  switch (state) {
    case 'open':
      return;
    case 'upcoming':
      throw new Refusal('wrong-state', `${name} opens on ${at(question.opensAt)}.`, 'Come back then.');
    case 'closed':
      throw new Refusal(
        'wrong-state',
        `${name} closed on ${at(question.closesAt)} and awaits its resolution.`,
        'Choose a question that is open: /questions open.',
      );
    case 'resolved':
      throw new Refusal(
        'wrong-state',
        `${name} was resolved on ${at(question.settledAt)}.`,
        'Choose a question that is open: /questions open.',
      );
    case 'annulled':
      throw new Refusal(
        'wrong-state',
        `${name} was annulled on ${at(question.settledAt)}.`,
        'Choose a question that is open: /questions open.',
      );
  }
}
