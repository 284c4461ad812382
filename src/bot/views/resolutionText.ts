import type { QuestionView } from '../../markets/core/types.ts';
import type { Span } from '../view.ts';
import type { When } from '../when.ts';
import { day, moment, points, statedPercent } from './format.ts';
import { valueText } from './outcomes.ts';

/** The answer in few words: "YES", "Apple 60%, Google 40%", "1,250 GWh", "annulled". */
export function answerText(q: QuestionView, when: When): string {
  const r = q.resolution;
  if (!r || r.act === 'annul') return 'annulled';
  if (r.act === 'reopen') return 'reopened';
  if (r.value !== null) return valueText(r.value, q, when);
  const weights = r.weights ?? [];
  const named = q.outcomes.filter((_, i) => (weights[i] ?? 0) > 0);
  const only = named.length === 1 ? named[0] : undefined;
  if (only) return only.label;
  return named.map((o) => `${o.label} ${statedPercent(weights[o.index] ?? 0)}`).join(', ');
}

/** Who resolved a question to what, when it was known and when entered, why, and what the resolver had at stake. */
export function resolutionText(q: QuestionView, when: When): Span[] {
  const r = q.resolution;
  if (!r) return [];
  const verb = { propose: 'Proposed', resolve: 'Resolved', annul: 'Annulled', reopen: 'Reopened' }[r.act];
  const answer =
    r.act === 'propose' || r.act === 'resolve'
      ? [' to ', { kind: 'bold', text: answerText(q, when) } as const]
      : [];
  return [
    { kind: 'bold', text: verb },
    ...answer,
    ...(r.by ? [' by ', { kind: 'member', name: r.by.name } as const] : []),
    `, entered ${moment(r.enteredAt, when)}`,
    ...(r.knownAt && r.act !== 'reopen'
      ? [`, known since ${day(r.knownAt, when)}: scoring stops there`]
      : []),
    '.',
    ...(r.reason ? [` Reason: “${r.reason}”`] : []),
    ...(r.stake > 0n ? [` The resolver had ${points(r.stake)} at stake on this question.`] : []),
    ...(q.disputes > 0 ? [` Disputed by ${q.disputes}.`] : []),
    ...(r.act === 'propose' ? [' It counts once a second admin resolves it the same way.'] : []),
  ];
}
