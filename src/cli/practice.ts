import { randomUUID } from 'node:crypto';
import { Refusal } from '../markets/core/refusal.ts';
import { removePractice } from '../markets/removePractice.ts';
import type { Verb } from './cli.ts';
import { withDatabase } from './database.ts';

/** `practice remove`: takes the practice questions and simulated members out of every community of this database. */
export const practice: Verb = async (args) => {
  if (args.length !== 1 || args[0] !== 'remove') {
    throw new Refusal(
      'not-understood',
      'Say what to do with the practice questions.',
      'Write: practice remove',
    );
  }
  const now = new Date();
  const removed = await withDatabase(async (db) => {
    const communities = await db.client.member.findMany({
      where: { practice: true },
      distinct: ['communityId'],
      select: { communityId: true, id: true },
    });
    const sum = { questions: 0, members: 0 };
    for (const { communityId, id } of communities) {
      // Whoever runs commands on the machine holds the database in their hands: they are the operator.
      const operator = {
        communityId,
        memberId: id,
        name: 'Operator',
        admin: true,
        mayAsk: true,
        channel: null,
      };
      const call = { actor: operator, now, key: `cli:${randomUUID()}` };
      const { questions, members } = await removePractice(db, call, { confirm: true });
      sum.questions += questions;
      sum.members += members;
    }
    return sum;
  });
  return {
    json: removed,
    text: `Removed ${removed.questions} practice questions and ${removed.members} simulated members.`,
  };
};
