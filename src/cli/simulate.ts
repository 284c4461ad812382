import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Refusal } from '../markets/core/refusal.ts';
import { enter } from '../markets/enter.ts';
import type { Verb } from './cli.ts';
import { withDatabase } from './database.ts';
import { simulate as play } from './simulation.ts';

const usage = 'Write: simulate --members 20 --questions 30 --days 90 --seed 1';

const whole = (what: string, most: number, usual: number) =>
  z
    .string()
    .regex(/^\d+$/, `${what} must be a whole number.`)
    .transform(Number)
    .refine((n) => n >= 1 && n <= most, `${what} must be between 1 and ${most}.`)
    .default(usual);

const options = z.object({
  members: whole('--members', 5000, 20),
  questions: whole('--questions', 5000, 30),
  days: whole('--days', 3650, 90),
  seed: z.string().regex(/^\d+$/, '--seed must be a whole number.').transform(Number).default(1),
});

/** Fills the playground's community with a lively, reproducible history of practice members and questions. */
export const simulate: Verb = async (args) => {
  const { members, questions, days, seed } = readOptions(args);
  const now = new Date();
  const began = performance.now();
  const receipt = await withDatabase(async (db) => {
    const { communityId } = await enter(db, {
      place: { platform: 'playground', externalId: 'playground', name: 'Playground' },
      user: { externalId: 'admin', name: 'Robin' },
      platformAdmin: true,
      roles: [],
      channel: null,
      now,
    });
    return play(db, { communityId, members, questions, days, seed, now, open: 0.2 });
  });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return {
    json: { ...receipt, seconds },
    text: `Simulated ${receipt.members} members and ${receipt.questions} questions over ${days} days: ${receipt.forecasts} forecasts, ${receipt.trades} trades, ${receipt.resolved} resolved, in ${seconds} s.`,
  };
};

function readOptions(args: string[]): z.output<typeof options> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        members: { type: 'string' },
        questions: { type: 'string' },
        days: { type: 'string' },
        seed: { type: 'string' },
      },
    });
    const read = options.safeParse(values);
    if (read.success) return read.data;
    throw new Refusal('not-understood', read.error.issues[0]?.message ?? 'That is not understood.', usage);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('not-understood', error instanceof Error ? error.message : String(error), usage);
  }
}
