import type { Db } from './db.ts';

export type RecordCardInput = {
  readonly communityId: number;
  /** Database id of the question, as in QuestionView. */
  readonly questionId: number;
  readonly platform: string;
  readonly channel: string;
  readonly message: string;
  /** Version of the question that the card shows. */
  readonly version: number;
  readonly now: Date;
};

/** Remembers a posted question card, so that it can be kept up to date. Recording the same message again is harmless. */
export async function recordCard(db: Db, { now, ...card }: RecordCardInput): Promise<void> {
  const { platform, channel, message, version } = card;
  await db.transaction(async (tx) => {
    // A card of another community's question would be edited with what that community must not see.
    await tx.question.findFirstOrThrow({ where: { id: card.questionId, communityId: card.communityId } });
    await tx.card.upsert({
      where: { platform_channel_message: { platform, channel, message } },
      create: { ...card, postedAt: now },
      update: { version },
    });
  });
}
