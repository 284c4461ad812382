import type { Vector } from '../scoring/types.ts';
import { requireAdmin } from './admins.ts';
import { points } from './core/money.ts';
import { Refusal } from './core/refusal.ts';
import { checkedKnownAt, outcomeText, weightsOf } from './core/resolution.ts';
import { inMillionths } from './core/settlement.ts';
import { showTime } from './core/time.ts';
import type { Call, SettleReceipt } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { heldById, lockQuestion, type QuestionRow } from './findQuestion.ts';
import { notify } from './notices.ts';
import { once } from './once.ts';
import { namesOf } from './readQuestion.ts';
import {
  actOf,
  addResolution,
  plainFacts,
  reopenHeld,
  resolveHeld,
  type SettleFacts,
  settleDisputes,
  settleFacts,
  settleReceipt,
  sizeOf,
  type Verdict,
} from './resolving.ts';
import { exposure, stakeholders } from './settle.ts';
import { vectorJson } from './standing.ts';

export type ResolveInput = {
  question: number;
  to: { outcome: number } | { weights: Vector } | { value: number };
  /** When the truth was known; null means now, or what was said before when this corrects. */
  knownAt: Date | null;
  /** Needed to correct what was resolved before. */
  reason: string | null;
};

/** Resolves a question: pays, scores, writes the notices, in one transaction. On a resolved question it corrects. */
export async function resolve(db: Db, call: Call, input: ResolveInput): Promise<SettleReceipt> {
  const facts = await once(db, call, 'resolve', settleFacts, async (tx) => {
    await requireAdmin(tx, call.actor, 'resolve questions');
    const { row: question } = await lockQuestion(tx, call.actor, input.question);
    return { subject: `question:${question.id}`, facts: await settle(tx, call, question, input) };
  });
  return settleReceipt(db, call, facts);
}

async function settle(tx: Tx, call: Call, question: QuestionRow, input: ResolveInput): Promise<SettleFacts> {
  const { actor, now } = call;
  const { number } = question;
  const labels = question.outcomes.map(({ label }) => label);
  const { edges } = question;
  const weights = weightsOf(input.to, { number, labels, edges });
  inMillionths(weights);
  if (question.state === 'annulled')
    throw new Refusal('wrong-state', `Q${number} was annulled.`, `Reopen it first: /reopen Q${number}.`);
  const last = await tx.resolution.findFirst({
    where: { questionId: question.id },
    orderBy: { seq: 'desc' },
  });
  // A correction changes what was known, not when, unless it says so.
  const before = question.state === 'resolved' ? last : null;
  const knownAt = input.knownAt ?? before?.knownAt ?? now;
  checkedKnownAt(knownAt, question.opensAt, now, question.settings.timeZone);
  const holders = await stakeholders(tx, question);
  const own = holders.find(({ account }) => account.memberId === actor.memberId);
  const verdict: Verdict = {
    weights,
    value: 'value' in input.to ? input.to.value : null,
    knownAt,
    stake: own ? exposure(own.shares) : 0n,
  };
  const act = actOf(call, input.reason);
  const facts = { ...plainFacts(number, 'resolve'), resolverStake: verdict.stake };

  if (question.state === 'resolved') {
    const weightsBefore = before?.weights ? vectorJson.parse(before.weights) : null;
    const same =
      weightsBefore !== null && sameWeights(weightsBefore, weights) && +(before?.knownAt ?? 0) === +knownAt;
    if (same) {
      // The admins stand by what they said: that answers whoever disputed it.
      const { count } = await settleDisputes(tx, question, now);
      if (count > 0) return facts;
    }
    if (input.reason === null || same)
      throw await alreadyResolved(tx, question, before?.byId ?? null, weightsBefore);
    const paid = holders.reduce((sum, { received }) => sum + received, 0n);
    const { secondAdminAbove } = question.settings;
    if (secondAdminAbove !== null && paid > points(secondAdminAbove) && before?.byId === actor.memberId)
      throw new Refusal(
        'not-allowed',
        `Q${number} paid out so much that a second admin must correct it.`,
        'Ask another admin to resolve it again.',
      );
    await reopenHeld(tx, question, act, question.closesAt);
    const open = await heldById(tx, question.id);
    return { ...facts, ...(await resolveHeld(tx, open, act, verdict, true)) };
  }

  const { secondAdminAbove } = question.settings;
  const needsSecond = secondAdminAbove !== null && sizeOf(holders, weights) > points(secondAdminAbove);
  if (needsSecond) {
    const proposed = last?.act === 'propose' && last.weights ? vectorJson.parse(last.weights) : null;
    const confirms = proposed !== null && sameWeights(proposed, weights) && last?.byId !== actor.memberId;
    if (!confirms) {
      const seq = await addResolution(tx, question, act, { act: 'propose', ...verdict });
      await notify(tx, {
        communityId: actor.communityId,
        key: `admin.confirm:${question.id}:${seq}`,
        kind: 'admin.confirm',
        payload: {
          number,
          title: question.title,
          outcome: outcomeText(labels, weights),
          by: { id: actor.memberId, name: actor.name },
        },
        audience: 'admins',
        dueAt: now,
      });
      return { ...facts, act: 'propose', awaitsSecond: true };
    }
    const agreed = { ...verdict, knownAt: input.knownAt ?? last?.knownAt ?? now };
    return { ...facts, ...(await resolveHeld(tx, question, act, agreed, false)) };
  }
  return { ...facts, ...(await resolveHeld(tx, question, act, verdict, false)) };
}

const sameWeights = (a: Vector, b: Vector): boolean =>
  a.length === b.length && a.every((w, i) => Math.abs(w - (b[i] ?? 0)) < 1e-9);

async function alreadyResolved(
  tx: Tx,
  question: QuestionRow,
  byId: number | null,
  weights: Vector | null,
): Promise<Refusal> {
  const names = await namesOf(tx, [byId]);
  const who = byId === null ? '' : ` by ${names.get(byId) ?? 'somebody who left'}`;
  const when = question.settledAt ? ` on ${showTime(question.settledAt, question.settings.timeZone)}` : '';
  const what = outcomeText(
    question.outcomes.map(({ label }) => label),
    weights ?? [],
  );
  return new Refusal(
    'wrong-state',
    `Q${question.number} was resolved as ${what}${who}${when}.`,
    'To correct it, resolve it again with the reason for the correction.',
  );
}
