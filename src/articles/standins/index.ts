import type { TopicId } from '../topics.ts';
import { aiStandIns } from './ai.ts';
import type { Measured, Reading, StandIn } from './types.ts';

/** By topic, the most telling first. */
const byTopic: Partial<Record<TopicId, readonly StandIn[]>> = { ai: aiStandIns };

/** The first stand-in of the claim's topics that fits and whose title is not taken; null when none fits. */
export const standInsFor = (
  topics: readonly TopicId[],
  reading: Reading,
  taken: ReadonlySet<string>,
): Measured | null => {
  let repeated: Measured | null = null;
  for (const topic of topics) {
    for (const { measure } of byTopic[topic] ?? []) {
      const measured = measure(reading);
      if (!measured) continue;
      if (!taken.has(measured.title)) return measured;
      repeated ??= measured;
    }
  }
  return repeated;
};
