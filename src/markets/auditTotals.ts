import { addScore, emptyTotals, type MemberTotals } from '../scoring/index.ts';
import { figuresJson } from './core/figures.ts';
import { windowsOf } from './core/windows.ts';
import type { Tx } from './db.ts';
import { isCounted } from './scores.ts';
import { binSumsSchema, memberTotalsSchema } from './totals.ts';

/** Adds every score up again and compares the sums with the totals that leaderboards read. */
export async function auditTotals(tx: Tx): Promise<{ checked: number; differences: string[] }> {
  const differences: string[] = [];
  const questions = await tx.question.findMany({
    select: { id: true, communityId: true, channel: true, state: true, tags: true, scores: true },
    orderBy: { id: 'asc' },
  });
  const computed = new Map<string, MemberTotals>();
  for (const { id, communityId, channel, state, tags, scores } of questions) {
    if (state !== 'resolved' && scores.length > 0)
      differences.push(`question ${id} is ${state} and has ${scores.length} scores`);
    if (!isCounted({ channel })) continue;
    for (const score of scores) {
      const row = {
        subject: score.subject,
        knownAt: score.knownAt.getTime(),
        tags: tags.map(({ tag }) => tag),
        brier: score.brier ?? undefined,
        relativeBrier: score.relativeBrier ?? undefined,
        baseline: score.baseline ?? undefined,
        peer: score.peer ?? undefined,
        profit: score.profit === null ? undefined : Number(score.profit),
        calibration:
          score.calibration === null ? undefined : binSumsSchema.parse(JSON.parse(score.calibration)),
      };
      for (const window of windowsOf(score.knownAt))
        for (const tag of ['', ...row.tags]) {
          const key = JSON.stringify([communityId, window, tag, score.subject]);
          computed.set(key, addScore(computed.get(key) ?? emptyTotals(), row));
        }
    }
  }
  const totals = await tx.total.findMany();
  for (const { communityId, window, tag, subject, sums, figures } of totals) {
    const key = JSON.stringify([communityId, window, tag, subject]);
    const expected = computed.get(key) ?? emptyTotals();
    if (!agree(memberTotalsSchema.parse(JSON.parse(sums)), expected))
      differences.push(`total ${key} is not its scores' sum`);
    if (figures !== figuresJson(expected)) differences.push(`total ${key} shows other figures than its sums`);
    computed.delete(key);
  }
  for (const key of computed.keys()) differences.push(`total ${key} is missing`);
  return { checked: totals.length, differences };
}

/** Sums are on a grid (see scoring/totals.ts) and so exact; negative zero is zero. */
const agree = (a: MemberTotals, b: MemberTotals): boolean =>
  JSON.stringify(a, (_, x) => (x === 0 ? 0 : x)) === JSON.stringify(b, (_, x) => (x === 0 ? 0 : x));
