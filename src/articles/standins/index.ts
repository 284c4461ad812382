import type { TopicId } from '../topicList.ts';
import { aiPlayers } from './aiPlayers.ts';
import { aiTrends } from './aiTrends.ts';
import { economyStandIns } from './economy.ts';
import { securityStandIns } from './security.ts';
import { softwareStandIns } from './software.ts';
import type { Measured, Reading, StandIn } from './types.ts';

/** By topic, the most telling first. */
const byTopic: Partial<Record<TopicId, readonly StandIn[]>> = {
  ai: [...aiTrends, ...aiPlayers],
  security: securityStandIns,
  economy: economyStandIns,
  rates: economyStandIns,
  jobs: economyStandIns,
  software: softwareStandIns,
};

/** A title without its dates: what is asked, whenever. */
export const undated = (title: string): string =>
  title.replace(
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}|\b20\d\d\b/g,
    '',
  );

/**
 * The first stand-in of the claim's topics that fits and does not ask again what is taken (titles without their
 * dates); where all are taken, the first that fits. Null when none fits.
 */
export const standInsFor = (
  topics: readonly TopicId[],
  reading: Reading,
  taken: ReadonlySet<string>,
): (Measured & { topic: TopicId }) | null => {
  let repeated: (Measured & { topic: TopicId }) | null = null;
  for (const topic of topics) {
    for (const { measure } of byTopic[topic] ?? []) {
      const measured = measure(reading);
      if (!measured) continue;
      if (!taken.has(undated(measured.title))) return { ...measured, topic };
      repeated ??= { ...measured, topic };
    }
  }
  return repeated;
};
