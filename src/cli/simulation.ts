import { randomUUID } from 'node:crypto';
import { type AskInput, askIn } from '../markets/ask.ts';
import { points } from '../markets/core/money.ts';
import { Refusal } from '../markets/core/refusal.ts';
import type { Actor, Call } from '../markets/core/types.ts';
import type { Db, Tx } from '../markets/db.ts';
import { forecastIn } from '../markets/forecast.ts';
import { newPracticeMember } from '../markets/newPracticeMember.ts';
import { type ResolveInput, resolve } from '../markets/resolve.ts';
import { sell } from '../markets/sell.ts';
import type { Vector } from '../scoring/types.ts';
import { type Imagined, imagined, imaginedName } from './imagined.ts';
import { type Random, randomFrom } from './random.ts';

export interface SimulationOptions {
  readonly communityId: number;
  readonly members: number;
  readonly questions: number;
  readonly days: number;
  readonly seed: number;
  /** The end of the history. */
  readonly now: Date;
  /** Part of the questions that is still open then, 0..1. */
  readonly open: number;
}

export interface SimulationReceipt {
  readonly members: number;
  readonly questions: number;
  readonly forecasts: number;
  readonly trades: number;
  readonly resolved: number;
}

const day = 86_400_000;

interface Plan {
  readonly question: Imagined;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly knownAt: Date;
  readonly outcomes: number;
  readonly truth: number;
  /** Given when asked. */
  number: number;
}

/** Someone with an ability to see what will happen, and a habit of saying it too strongly or too weakly. */
interface Forecaster {
  readonly actor: Actor;
  readonly skill: number;
  readonly boldness: number;
}

/** Something that happens: in a transaction with its neighbours in time, or in its own. */
type Event = { readonly at: Date } & (
  | { readonly within: (tx: Tx) => Promise<void> }
  | { readonly alone: () => Promise<void> }
);

/**
 * Plays a history of practice members and practice questions through the services, in the order of time, so that the ledger
 * audits clean and every score is what the services make of it. The same options give the same history.
 */
export async function simulate(db: Db, options: SimulationOptions): Promise<SimulationReceipt> {
  const random = randomFrom(options.seed);
  const start = new Date(options.now.getTime() - options.days * day);
  const run = randomUUID();
  const forecasters: Forecaster[] = [];
  for (let i = 0; i < options.members; i++) {
    const actor = await newPracticeMember(db, {
      communityId: options.communityId,
      name: imaginedName(i),
      now: start,
    });
    forecasters.push({ actor, skill: 0.3 + 1.5 * random.next(), boldness: 0.6 + 0.9 * random.next() });
  }
  const referee: Actor = {
    ...(await newPracticeMember(db, {
      communityId: options.communityId,
      name: 'Referee (practice)',
      now: start,
    })),
    admin: true,
  };
  const counts = { forecasts: 0, trades: 0, resolved: 0 };
  const events: Event[] = [];
  for (let i = 0; i < options.questions; i++) {
    const plan = planned(i, options, start, random);
    const call = (actor: Actor, at: Date, what: string): Call => ({
      actor,
      now: at,
      key: `practice:${run}:${i}:${what}`,
    });
    events.push({
      at: plan.opensAt,
      within: async (tx) => {
        const { facts } = await askIn(tx, call(referee, plan.opensAt, 'ask'), askInput(plan));
        plan.number = facts.number;
      },
    });
    const until = Math.min(plan.closesAt.getTime(), plan.knownAt.getTime(), options.now.getTime());
    const span = until - plan.opensAt.getTime();
    for (const [j, forecaster] of forecasters.entries()) {
      if (random.next() > 0.65) continue;
      for (let k = random.integer(1, 3); k > 0; k--) {
        const share = random.next();
        const at = new Date(plan.opensAt.getTime() + 1 + share * (span - 2));
        const p = belief(forecaster, plan, share, random);
        const stake = random.next() < 0.3 ? points(random.integer(5, 40)) : null;
        const made = call(forecaster.actor, at, `forecast:${j}:${k}`);
        events.push({
          at,
          within: async (tx) => {
            const input = { question: plan.number, p, typed: null, reason: null, stake };
            const { facts } = await forecastIn(tx, made, input);
            counts.forecasts += 1;
            counts.trades += facts.trade && facts.trade.points > 0n ? 1 : 0;
          },
        });
      }
      if (random.next() < 0.1) {
        const at = new Date(until - 1 - random.next() * 0.1 * span);
        events.push({
          at,
          alone: async () => {
            await sell(db, call(forecaster.actor, at, `sell:${j}`), {
              question: plan.number,
              outcome: plan.truth,
              shares: 'all',
              limit: null,
            });
            counts.trades += 1;
          },
        });
      }
    }
    if (plan.knownAt > options.now) continue;
    const entered = plan.knownAt.getTime() + (1 + 20 * random.next()) * 3_600_000;
    const at = new Date(Math.min(entered, options.now.getTime()));
    events.push({
      at,
      alone: async () => {
        await resolve(db, call(referee, at, 'resolve'), {
          question: plan.number,
          to: resolution(plan),
          knownAt: plan.knownAt,
          reason: 'Practice.',
        });
        counts.resolved += 1;
      },
    });
  }
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  await playAll(db, events, counts);
  return { members: options.members, questions: options.questions, ...counts };
}

/** Neighbours share a transaction: a commit to disk for each of thousands of forecasts would be most of the time. */
const together = 50;

async function playAll(db: Db, events: readonly Event[], counts: Record<string, number>): Promise<void> {
  let batch: ((tx: Tx) => Promise<void>)[] = [];
  const flush = async (): Promise<void> => {
    const some = batch;
    batch = [];
    if (some.length === 0) return;
    const before = { ...counts };
    try {
      await db.transaction(async (tx) => {
        Object.assign(counts, before);
        for (const step of some) await step(tx);
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // One of them was refused and took the others with it: each by itself then.
      Object.assign(counts, before);
      for (const step of some) await unlessRefused(() => db.transaction(step));
    }
  };
  for (const event of events) {
    if ('within' in event) {
      batch.push(event.within);
      if (batch.length === together) await flush();
    } else {
      await flush();
      await unlessRefused(event.alone);
    }
  }
  await flush();
}

/** Members run out of points or have nothing to sell, as members do: that is part of the history. */
async function unlessRefused(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const askInput = (plan: Plan): AskInput => ({
  ...plan.question,
  opensAt: plan.opensAt,
  closesAt: plan.closesAt,
  resolvesBy: plan.closesAt,
  prior: null,
  hidden: null,
  private: false,
  condition: null,
  source: { articleId: null, origin: 'Practice', quote: null, speaker: null, practice: true },
});

function planned(i: number, options: SimulationOptions, start: Date, random: Random): Plan {
  const question = imagined(i);
  const outcomes =
    question.kind === 'binary' ? 2 : (question.edges?.length ?? question.outcomes.length - 1) + 1;
  const whole = options.now.getTime() - start.getTime();
  const stillOpen = i >= Math.round(options.questions * (1 - options.open));
  const length = whole * (0.15 + 0.3 * random.next());
  const close = stillOpen
    ? options.now.getTime() + length * (0.2 + random.next())
    : start.getTime() + length + random.next() * (whole - length - day);
  const early = random.next() < 0.3 && !stillOpen;
  const closesAt = new Date(close);
  return {
    question,
    outcomes,
    opensAt: new Date(Math.max(start.getTime(), close - length)),
    closesAt,
    // Sometimes the truth is out before the close.
    knownAt: early ? new Date(close - length * 0.2 * random.next()) : closesAt,
    truth: question.kind === 'binary' ? (random.next() < 0.4 ? 0 : 1) : random.integer(0, outcomes - 1),
    number: 0,
  };
}

/** Beliefs grow towards the truth with time and skill, under noise; whole percents that sum to 100, as people write them. */
function belief({ skill, boldness }: Forecaster, plan: Plan, share: number, random: Random): Vector {
  const logits = Array.from({ length: plan.outcomes }, (_, k) => {
    const signal = k === plan.truth ? skill * (0.2 + 1.8 * share) : 0;
    return boldness * (signal + 0.8 * random.normal());
  });
  const top = Math.max(...logits);
  const weights = logits.map((x) => Math.exp(x - top));
  const sum = weights.reduce((a, b) => a + b, 0);
  const percents = weights.map((w) => Math.round((100 * w) / sum));
  const rest = 100 - percents.reduce((a, b) => a + b, 0);
  const largest = percents.indexOf(Math.max(...percents));
  return percents.map((x, k) => (k === largest ? x + rest : x) / 100);
}

function resolution({ question, truth }: Plan): ResolveInput['to'] {
  if (question.kind !== 'numeric' || !question.edges) return { outcome: truth };
  const { edges } = question;
  const below = edges[truth - 1];
  const above = edges[truth];
  return {
    value: below === undefined ? (above ?? 0) - 1 : above === undefined ? below + 1 : (below + above) / 2,
  };
}
