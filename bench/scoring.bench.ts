import {
  addScore,
  calibration,
  crowdNow,
  emptyTotals,
  type MemberTotals,
  rankTotals,
  type ScoringInput,
  scoreMembersOf,
  scoreQuestion,
  type TimedForecast,
} from '../src/scoring/index.ts';
import { obviousCalibration } from './baseline/obviousCalibration.ts';
import { obviousCrowds } from './baseline/obviousCrowds.ts';
import { obviousScores } from './baseline/obviousScores.ts';
import { type BenchRow, once, seeded, timed } from './row.ts';

const DAY = 86_400_000;

/** A binary question: `count` forecasts at random moments of `days` days, `members` taking turns. */
function question(random: () => number, members: number, count: number, days: number): ScoringInput {
  const forecasts = Array.from({ length: count }, (_, i): TimedForecast => {
    const yes = Math.round(random() * 100) / 100;
    return { member: `m${i % members}`, at: Math.floor(random() * days * DAY), p: [yes, 1 - yes] };
  }).sort((a, b) => a.at - b.at);
  return {
    opensAt: 0,
    closesAt: days * DAY,
    knownAt: days * DAY,
    ordered: false,
    resolution: [1, 0],
    forecasts,
  };
}

export async function rows(): Promise<BenchRow[]> {
  const random = seeded(3);
  const many = Array.from({ length: 200 }, () => question(random, 10, 50, 30.5));
  const big = question(random, 2_000, 2_000, 365);
  const updated = question(random, 2_000, 20_000, 365);
  const crowd = Array.from({ length: 500 }, (_, at) => {
    const yes = random();
    return { member: `m${at}`, at, p: [yes, 1 - yes] };
  });
  const points = Array.from({ length: 10_000 }, () => ({
    p: Math.round(random() * 100) / 100,
    outcome: random() < 0.5 ? 1 : 0,
    weight: random() + 0.01,
  }));

  const board = Array.from({ length: 5_000 }, (_, i): [string, MemberTotals] => {
    let totals = emptyTotals();
    for (let q = 0; q < 5; q++)
      totals = addScore(totals, { subject: `m${i}`, knownAt: 0, tags: [], relativeBrier: random() - 0.5 });
    return [`m${i}`, totals];
  });

  const all = async (score: (input: ScoringInput) => unknown, rounds: number) =>
    timed(rounds, () => many.map((input) => score(input)));
  const manyOurs = await all(scoreMembersOf, 51);
  const bigOurs = await timed(31, () => scoreMembersOf(big));
  const poolOurs = await timed(201, () => crowdNow(crowd));
  return [
    {
      work: 'score 200 questions x 50 forecasts over 30.5 days, members',
      peer: 'Fatebook 128 ms',
      reach: '6 ms',
      baseline: await all((input) => obviousScores(input, { crowds: false }), 5),
      ours: manyOurs,
      reached: manyOurs <= 6,
    },
    {
      work: '... members and seven crowds',
      peer: null,
      reach: null,
      baseline: await all(obviousScores, 3),
      ours: await all(scoreQuestion, 11),
      reached: null,
    },
    {
      work: 'score one question, 2,000 members, 365 days, members',
      peer: 'Fatebook 2.2 s, Metaculus peer 6.8 s',
      reach: '15 ms',
      baseline: await once(() => obviousScores(big, { crowds: false })),
      ours: bigOurs,
      reached: bigOurs <= 15,
    },
    {
      work: '... members and seven crowds',
      peer: null,
      reach: null,
      baseline: null,
      ours: await timed(5, () => scoreQuestion(big)),
      reached: null,
    },
    {
      work: '... 20,000 forecasts, members',
      peer: null,
      reach: null,
      baseline: null,
      ours: await timed(11, () => scoreMembersOf(updated)),
      reached: null,
    },
    {
      work: 'pool 500 forecasts into the crowd',
      peer: 'Fatebook 8.7 ms',
      reach: '0.1 ms',
      baseline: await timed(21, () => obviousCrowds(crowd, false, new Map()).recencyWeighted),
      ours: poolOurs,
      reached: poolOurs <= 0.1,
    },
    {
      work: 'rank 5,000 members from their totals, however many forecasts',
      peer: 'browser-side loops',
      reach: '30 ms, the database read included',
      baseline: null,
      ours: await timed(31, () => rankTotals(board, { metric: 'relativeBrier', own: 'm77' })),
      reached: null,
    },
    {
      work: 'calibration of 10,000 forecasts',
      peer: null,
      reach: null,
      baseline: await timed(5, () => obviousCalibration(points, 10)),
      ours: await timed(21, () => calibration(points)),
      reached: null,
    },
  ];
}
