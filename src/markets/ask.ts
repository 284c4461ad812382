import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { economyOf } from './core/economy.ts';
import { openingSubsidy } from './core/funding.ts';
import { offsetsFor } from './core/lmsr.ts';
import { points } from './core/money.ts';
import { transfer } from './core/postings.ts';
import {
  checkedTimes,
  criteriaSchema,
  outcomeLabels,
  read,
  startingPrices,
  tagsSchema,
  titleSchema,
} from './core/questions.ts';
import { Refusal } from './core/refusal.ts';
import { settingsSchema } from './core/settings.ts';
import type { Call, QuestionKind, QuestionView } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { findQuestion, outcomeAt } from './findQuestion.ts';
import { houseAccount, post } from './ledger.ts';
import { notify } from './notices.ts';
import { once } from './once.ts';
import { question } from './question.ts';

export type AskInput = {
  kind: QuestionKind;
  title: string;
  criteria: string;
  /** Choice labels; ignored for binary. */
  outcomes: readonly string[];
  /** Numeric and date: inner edges (date: epoch milliseconds); null where not ordered. */
  edges: readonly number[] | null;
  unit: string | null;
  scale: 'linear' | 'log' | null;
  opensAt: Date | null;
  closesAt: Date;
  /** Null: at the close. */
  resolvesBy: Date | null;
  tags: readonly string[];
  /** Starting prices; null for even ones. */
  prior: Vector | null;
  hidden: { until: Date | 'forecast' } | null;
  /** Keep it to the channel it is asked in. */
  private: boolean;
  condition: { question: number; outcome: number } | null;
  /** Independent answers of one multi-answer question are binaries with one group name. */
  group?: string;
  source: {
    articleId: number | null;
    origin: string | null;
    quote: string | null;
    speaker: string | null;
    practice: boolean;
  };
};

const facts = z.object({ number: z.number().int() });

/** Asks a question by hand (also used when a draft is approved): opens its market and books the subsidy. */
export async function ask(db: Db, call: Call, input: AskInput): Promise<QuestionView> {
  const { number } = await once(db, call, 'ask', facts, (tx) => askIn(tx, call, input));
  return question(db, call, { question: number });
}

/** As `ask`, within a transaction of the caller's: the question is there exactly when that commits. */
export async function askIn(tx: Tx, { actor, now, key }: Call, input: AskInput) {
  if (!actor.mayAsk && !actor.admin)
    throw new Refusal(
      'not-allowed',
      'Your roles do not let you ask questions here.',
      'Ask an admin to do it.',
    );
  const { communityId } = actor;
  const community = await tx.community.update({
    where: { id: communityId },
    data: { nextQuestion: { increment: 1 } },
    select: { nextQuestion: true, settings: true },
  });
  const number = community.nextQuestion - 1;
  const settings = settingsSchema.parse(JSON.parse(community.settings));
  const title = read(titleSchema, input.title, 'Write the question as one sentence.');
  const criteria = read(criteriaSchema, input.criteria, 'Say what decides it and where that is published.');
  const tags = read(tagsSchema, input.tags);
  const labels = outcomeLabels({ ...input, timeZone: settings.timeZone });
  const opensAt = input.opensAt ?? now;
  const { closesAt } = input;
  const resolvesBy = input.resolvesBy ?? closesAt;
  checkedTimes({ now, opensAt, closesAt, resolvesBy });
  const p0 = startingPrices(input.prior, labels.length);
  const hidden = hiddenColumns(input.hidden, now);
  if (input.private && actor.channel === null)
    throw new Refusal(
      'wrong-state',
      'A private question belongs to a channel, and this is none.',
      'Ask it in the channel that is to see it.',
    );
  const liquidity = points(economyOf(settings).liquidity);
  const offsets = offsetsFor(Number(liquidity), p0);
  const row = await tx.question.create({
    data: {
      communityId,
      number,
      kind: input.kind,
      title,
      criteria,
      edges: input.edges && labels.length > 0 && isBinned(input.kind) ? JSON.stringify(input.edges) : null,
      unit: input.unit,
      scale: isBinned(input.kind) ? (input.scale ?? 'linear') : null,
      opensAt,
      closesAt,
      resolvesBy,
      liquidity,
      ...hidden,
      ...(await conditionColumns(tx, { actor, now, key }, input)),
      channel: input.private ? actor.channel : null,
      articleId: input.source.articleId,
      origin: input.source.origin,
      quote: input.source.quote,
      quoteSpeaker: input.source.speaker,
      practice: input.source.practice,
      groupKey: input.group ?? null,
      createdById: actor.memberId,
      createdAt: now,
      tags: { create: tags.map((tag) => ({ tag })) },
      outcomes: {
        create: labels.map((label, index) => ({ index, label, offset: offsets[index] ?? 0, addedAt: now })),
      },
      account: { create: { communityId, kind: 'question' } },
    },
    select: { id: true, account: { select: { id: true, memberId: true } } },
  });
  if (!row.account) throw new Error('a question was made without its account');
  await post(tx, {
    communityId,
    key: `${key}:subsidy`,
    kind: 'subsidy',
    questionId: row.id,
    byId: actor.memberId,
    at: now,
    practice: input.source.practice,
    prices: p0,
    lines: transfer(
      'points',
      openingSubsidy(liquidity, p0),
      await houseAccount(tx, communityId),
      row.account,
    ),
  });
  if (!input.source.practice)
    await notify(tx, {
      communityId,
      key: `question.opened:${row.id}`,
      kind: 'question.opened',
      payload: { number, title, by: { id: actor.memberId, name: actor.name } },
      audience: 'channel',
      dueAt: opensAt > now ? opensAt : now,
    });
  return { subject: `question:${row.id}`, facts: { number } };
}

const isBinned = (kind: QuestionKind): boolean => kind === 'numeric' || kind === 'date';

/** How hiding is stored. @throws Refusal for a date that has passed */
export function hiddenColumns(hidden: { until: Date | 'forecast' } | null, now: Date) {
  if (hidden === null) return { hidden: 'none', hiddenUntil: null };
  if (hidden.until === 'forecast') return { hidden: 'forecast', hiddenUntil: null };
  if (!(hidden.until > now))
    throw new Refusal(
      'out-of-range',
      'The date until which to hide has passed.',
      'Choose one that lies ahead.',
    );
  return { hidden: 'date', hiddenUntil: hidden.until };
}

/** "If A then B": B is annulled when A turns out otherwise. */
async function conditionColumns(tx: Tx, { actor, now }: Call, { condition }: AskInput) {
  if (!condition) return {};
  const { row } = await findQuestion(tx, actor, condition.question);
  const outcome = outcomeAt(row, condition.outcome);
  if (row.state === 'resolved' || row.state === 'annulled' || now >= row.resolvesBy)
    throw new Refusal(
      'wrong-state',
      `Q${row.number} is decided or about to be, so nothing can hang on it any more.`,
      'Choose a condition that is open.',
    );
  return { conditionId: row.id, conditionOutcome: outcome.index };
}
