import { simulate } from '../src/cli/simulation.ts';
import { type AskInput, askIn } from '../src/markets/ask.ts';
import type { Actor } from '../src/markets/core/types.ts';
import type { Db } from '../src/markets/db.ts';
import { type EnterInput, enter } from '../src/markets/enter.ts';
import { removePractice } from '../src/markets/removePractice.ts';
import { settings } from '../src/markets/settings.ts';
import type { CatalogueQuestion } from './catalogue/entry.ts';
import { catalogue, fullCriteria, origin } from './catalogue.ts';

export interface SeedReceipt {
  /** False when it had been filled before. */
  readonly filled: boolean;
  readonly questions: number;
  readonly practice: number;
}

/**
 * Fills a new playground: its people, the catalogue, and a few practice questions that simulated members have forecast on and
 * that are resolved, so that no view is empty. Harmless when repeated, also after a start that was cut short.
 *
 * @param people the playground's, as they enter; one of them an admin
 */
export async function seed(
  db: Db,
  people: readonly Omit<EnterInput, 'now'>[],
  now: Date,
): Promise<SeedReceipt> {
  const actors: Actor[] = [];
  for (const who of people) actors.push(await enter(db, { ...who, now }));
  const admin = actors.find((a) => a.admin);
  if (!admin) throw new Error('the playground needs an admin');
  const { communityId } = admin;
  const key = `seed:${communityId}`;
  if (await db.client.audit.findUnique({ where: { key } }))
    return { filled: false, questions: 0, practice: 0 };

  const asked = catalogue.filter((q) => q.closesAt > now);
  await db.transaction(async (tx) => {
    // Cut short after this, the next start goes on from here.
    const begun = await tx.audit.findUnique({ where: { key: `${key}:catalogue` } });
    if (begun) return;
    for (const [i, question] of asked.entries()) {
      await askIn(tx, { actor: admin, now, key: `${key}:${i}` }, askInput(question, now));
    }
    await tx.audit.create({
      data: {
        key: `${key}:catalogue`,
        communityId,
        act: 'seed',
        subject: `community:${communityId}`,
        at: now,
      },
    });
  });
  // What a start that was cut short left of it.
  await removePractice(db, { actor: admin, now, key: `${key}:${now.getTime()}` }, { confirm: true });
  const practice = await simulate(db, {
    communityId,
    members: 5,
    questions: 6,
    days: 60,
    seed: 1,
    now,
    open: 0,
  });
  const { channel } = admin;
  if (channel !== null) {
    await settings(db, { actor: admin, now, key: `${key}:settings` }, { change: { announcements: channel } });
  }
  await db.transaction(async (tx) => {
    // Forty announcements at once would be the first thing a newcomer sees.
    await tx.notice.updateMany({ where: { communityId, state: 'waiting' }, data: { state: 'unwanted' } });
    await tx.audit.create({
      data: {
        key,
        communityId,
        memberId: admin.memberId,
        act: 'seed',
        subject: `community:${communityId}`,
        at: now,
      },
    });
  });
  return { filled: true, questions: asked.length, practice: practice.questions };
}

const askInput = (q: CatalogueQuestion, now: Date): AskInput => ({
  kind: q.kind,
  title: q.title,
  criteria: fullCriteria(q),
  outcomes: q.outcomes ?? [],
  edges: q.edges ?? q.days?.map((day) => Date.parse(day)) ?? null,
  unit: q.unit ?? null,
  scale: q.scale ?? null,
  opensAt: q.opensAt > now ? q.opensAt : null,
  closesAt: q.closesAt,
  resolvesBy: q.resolvesBy,
  tags: q.tags,
  prior: null,
  hidden: null,
  private: false,
  condition: null,
  source: { articleId: null, origin: origin(q), quote: null, speaker: null, practice: false },
});
