import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { checkedKnownAt, outcomeText } from './core/resolution.ts';
import { inMillionths } from './core/settlement.ts';
import type { Call, Minor, SettleReceipt } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { findQuestion, heldById, type QuestionRow } from './findQuestion.ts';
import { notify } from './notices.ts';
import { cancelOrders, restingOrders } from './orders.ts';
import { namesOf, readQuestion } from './readQuestion.ts';
import { removeScores, writeScores } from './scores.ts';
import { dueByRefund, dueByWeights, payAll, reverseAll, type Stakeholder, stakeholders } from './settle.ts';

/** What a settlement did, as it is kept and told. */
export const settleFacts = z.object({
  number: z.number().int(),
  act: z.enum(['propose', 'resolve', 'annul', 'reopen', 'close']),
  awaitsSecond: z.boolean(),
  crowdBrier: z.number().nullable(),
  marketBrier: z.number().nullable(),
  resolverStake: z.coerce.bigint(),
  paid: z.array(
    z.object({
      member: z.object({ id: z.number().int(), name: z.string() }),
      points: z.coerce.bigint(),
      brier: z.number().nullable(),
      rank: z.number().int().nullable(),
    }),
  ),
});
export type SettleFacts = z.infer<typeof settleFacts>;

export const plainFacts = (number: number, act: SettleFacts['act']): SettleFacts => ({
  number,
  act,
  awaitsSecond: false,
  crowdBrier: null,
  marketBrier: null,
  resolverStake: 0n,
  paid: [],
});

/** The receipt of a settlement from what is kept of it. */
export async function settleReceipt(db: Db, call: Call, facts: SettleFacts): Promise<SettleReceipt> {
  const found = await findQuestion(db.client, call.actor, facts.number);
  const { number: _, ...told } = facts;
  return { question: await readQuestion(db.client, found, call.actor, call.now), ...told };
}

/** Who settles and why; `byId` is null where a condition decided. */
export interface Act {
  readonly key: string;
  readonly byId: number | null;
  readonly byName: string | null;
  readonly now: Date;
  readonly reason: string | null;
}

export const actOf = ({ actor, key, now }: Call, reason: string | null): Act => ({
  key,
  byId: actor.memberId,
  byName: actor.name,
  now,
  reason,
});

/** Adds a line to the question's history of resolutions; the latest holds. Answers its number. */
export async function addResolution(
  tx: Tx,
  question: QuestionRow,
  { byId, now, reason }: Act,
  row: {
    act: 'propose' | 'resolve' | 'annul' | 'reopen';
    weights?: Vector;
    value?: number | null;
    knownAt?: Date;
    stake?: Minor;
  },
): Promise<number> {
  const last = await tx.resolution.findFirst({
    where: { questionId: question.id },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  });
  const seq = (last?.seq ?? 0) + 1;
  await tx.resolution.create({
    data: {
      questionId: question.id,
      seq,
      act: row.act,
      weights: row.weights ? JSON.stringify(row.weights) : null,
      value: row.value ?? null,
      knownAt: row.knownAt ?? null,
      stake: row.stake ?? 0n,
      enteredAt: now,
      byId,
      reason,
    },
    select: { id: true },
  });
  return seq;
}

export interface Verdict {
  readonly weights: Vector;
  readonly value: number | null;
  readonly knownAt: Date;
  readonly stake: Minor;
}

/** Resolves a question that the transaction holds: history, payout, scores, notices, and what hangs on it. */
export async function resolveHeld(
  tx: Tx,
  question: QuestionRow,
  act: Act,
  verdict: Verdict,
  corrected: boolean,
): Promise<Pick<SettleFacts, 'paid' | 'crowdBrier' | 'marketBrier'>> {
  const { weights, knownAt } = verdict;
  checkedKnownAt(knownAt, question.opensAt, act.now, question.settings.timeZone);
  await cancelAll(tx, question, 'the question was resolved', act.now);
  const holders = await stakeholders(tx, question);
  const due = dueByWeights(holders, inMillionths(weights));
  const paid = await payAll(tx, question, 'payout', holders, due, act);
  const profits = new Map(
    holders.map(({ account, net }) => [account.memberId, (due.get(account.memberId) ?? 0n) - net]),
  );
  const seq = await addResolution(tx, question, act, { act: 'resolve', ...verdict });
  await settleState(tx, question, 'resolved', act.now, knownAt);
  const scores = await writeScores(tx, question, knownAt, weights, profits);

  const everybody = [...new Set([...scores.members.keys(), ...paid.keys()])];
  const names = await namesOf(tx, everybody);
  const facts = everybody.map((id) => ({
    member: { id, name: names.get(id) ?? 'somebody who left' },
    points: paid.get(id) ?? 0n,
    brier: scores.members.get(id)?.score.brier ?? null,
    rank: scores.members.get(id)?.rank ?? null,
  }));
  facts.sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || (a.points > b.points ? -1 : 1));

  const outcome = outcomeText(
    question.outcomes.map(({ label }) => label),
    weights,
  );
  const told = { number: question.number, title: question.title, outcome };
  const best = facts
    .flatMap(({ member, brier }) => (brier === null ? [] : [{ name: member.name, brier }]))
    .slice(0, 3);
  const { communityId, id } = question;
  if (!question.practice) {
    await notify(tx, {
      communityId,
      key: `question.resolved:${id}:${seq}`,
      kind: 'question.resolved',
      payload: { ...told, corrected, by: byOf(act), best },
      audience: 'channel',
      dueAt: act.now,
    });
    await notify(
      tx,
      ...everybody.map((memberId) => ({
        communityId,
        key: `member.score:${id}:${seq}:${memberId}`,
        kind: 'member.score' as const,
        payload: {
          ...told,
          brier: scores.members.get(memberId)?.score.brier ?? null,
          relativeBrier: scores.members.get(memberId)?.score.relativeBrier ?? null,
          rank: scores.members.get(memberId)?.rank ?? null,
          of: scores.members.size,
          profit: profits.get(memberId) ?? null,
        },
        audience: `member:${memberId}` as const,
        dueAt: act.now,
      })),
    );
  }
  await settleConditionals(tx, question, act, (index) => (weights[index] ?? 0) > 0);
  return { paid: facts, crowdBrier: scores.crowdBrier, marketBrier: scores.marketBrier };
}

/** Annuls a question that the transaction holds: everybody gets back what they put in, net; nothing is scored. */
export async function annulHeld(tx: Tx, question: QuestionRow, act: Act): Promise<SettleFacts['paid']> {
  await cancelAll(tx, question, 'the question was annulled', act.now);
  const holders = await stakeholders(tx, question);
  const paid = await payAll(tx, question, 'refund', holders, dueByRefund(holders), act);
  const seq = await addResolution(tx, question, act, { act: 'annul' });
  await settleState(tx, question, 'annulled', act.now, null);
  const names = await namesOf(tx, [...paid.keys()]);
  const told = { number: question.number, title: question.title, reason: act.reason ?? 'annulled' };
  const { communityId, id } = question;
  if (!question.practice) {
    await notify(tx, {
      communityId,
      key: `question.annulled:${id}:${seq}`,
      kind: 'question.annulled',
      payload: told,
      audience: 'channel',
      dueAt: act.now,
    });
    await notify(
      tx,
      ...[...paid].map(([memberId, points]) => ({
        communityId,
        key: `member.refund:${id}:${seq}:${memberId}`,
        kind: 'member.refund' as const,
        payload: { ...told, points },
        audience: `member:${memberId}` as const,
        dueAt: act.now,
      })),
    );
  }
  await settleConditionals(tx, question, act, () => false);
  return [...paid].map(([id, points]) => ({
    member: { id, name: names.get(id) ?? 'somebody who left' },
    points,
    brier: null,
    rank: null,
  }));
}

/** Takes a settlement back: scores, payouts, and what was annulled because of it. The question is open or closed after. */
export async function reopenHeld(tx: Tx, question: QuestionRow, act: Act, closesAt: Date): Promise<void> {
  await removeScores(tx, question);
  await reverseAll(tx, question, await stakeholders(tx, question), act);
  await addResolution(tx, question, act, { act: 'reopen' });
  await tx.question.update({
    where: { id: question.id },
    data: {
      state: closesAt > act.now ? 'open' : 'closed',
      closesAt,
      resolvesBy: new Date(Math.max(+closesAt, +question.resolvesBy)),
      settledAt: null,
      knownAt: null,
    },
    select: { id: true },
  });
  await settleDisputes(tx, question, act.now);
  const hanging = await tx.question.findMany({
    where: {
      conditionId: question.id,
      state: 'annulled',
      resolutions: { some: { act: 'annul', byId: null } },
    },
    select: { id: true },
  });
  for (const { id } of hanging) {
    const held = await heldById(tx, id);
    await reopenHeld(tx, held, { ...act, byId: null, key: `${act.key}:q${id}` }, held.closesAt);
  }
}

/** "If A then B": where A came out otherwise, B is annulled along with it. */
async function settleConditionals(
  tx: Tx,
  question: QuestionRow,
  act: Act,
  holds: (outcome: number) => boolean,
): Promise<void> {
  const hanging = await tx.question.findMany({
    where: { conditionId: question.id, state: { in: ['open', 'closed'] } },
    select: { id: true, conditionOutcome: true },
  });
  for (const { id, conditionOutcome } of hanging) {
    if (conditionOutcome === null || holds(conditionOutcome)) continue;
    const held = await heldById(tx, id);
    await annulHeld(tx, held, {
      ...act,
      byId: null,
      byName: null,
      key: `${act.key}:q${id}`,
      reason: `Q${question.number}, on which it hung, came out otherwise.`,
    });
  }
}

async function settleState(
  tx: Tx,
  question: QuestionRow,
  state: 'resolved' | 'annulled',
  now: Date,
  knownAt: Date | null,
): Promise<void> {
  await tx.question.update({
    where: { id: question.id },
    data: { state, settledAt: now, knownAt },
    select: { id: true },
  });
  await settleDisputes(tx, question, now);
}

export const settleDisputes = (tx: Tx, question: QuestionRow, now: Date) =>
  tx.dispute.updateMany({ where: { questionId: question.id, settledAt: null }, data: { settledAt: now } });

async function cancelAll(tx: Tx, question: QuestionRow, why: string, now: Date): Promise<void> {
  await cancelOrders(tx, question, await restingOrders(tx, question, now), why, now);
}

const byOf = ({ byId, byName }: Act) =>
  byId === null ? null : { id: byId, name: byName ?? 'somebody who left' };

/** What a verdict would pay out to members: the size that may need a second admin. */
export const sizeOf = (holders: readonly Stakeholder[], weights: Vector): Minor =>
  [...dueByWeights(holders, inMillionths(weights)).values()].reduce((sum, due) => sum + due, 0n);
