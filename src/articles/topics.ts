import { type Topic, type TopicId, topics } from './topicList.ts';
import type { Article } from './types.ts';

/** The topic of that name. */
export const topicWithId = (id: TopicId): Topic => {
  const found = topics.find((topic) => topic.id === id);
  if (!found) throw new Error(`no topic ${id}`);
  return found;
};

const hits = (text: string, words: RegExp): number => {
  const found = new Set<string>();
  for (const match of text.slice(0, 4000).matchAll(words)) found.add(match[0].toLowerCase());
  return found.size;
};

const contextHits = (text: string, { words, weak }: Topic): number =>
  hits(text, words) + (weak ? hits(text, weak) : 0);

/** What an article's title and opening are about is the same for all its claims. */
const openings = new WeakMap<Article, number[]>();
const openingHits = (article: Article): number[] => {
  const found = openings.get(article);
  if (found) return found;
  const counted = topics.map(
    (topic) => 2 * contextHits(article.title ?? '', topic) + contextHits(article.text.slice(0, 1500), topic),
  );
  openings.set(article, counted);
  return counted;
};

interface Scored {
  topic: Topic;
  /** Distinct words of the claim that speak for it. */
  own: number;
  /** Heading, surroundings and title count twice, the article's opening once. */
  context: number;
}

const scoresOf = (article: Article, own: string, around: string): Scored[] => {
  const opening = openingHits(article);
  return topics
    .map((topic, i) => ({
      topic,
      own: hits(own, topic.words),
      context: 2 * contextHits(around, topic) + (opening[i] ?? 0),
    }))
    .filter(({ own, context }) => own > 0 || context > 1);
};

/**
 * What a claim is about, for the source that answers it: what its own words speak of comes before all that only the
 * article does; the text around it decides ties and claims whose words tell nothing. `general` where that tells
 * nothing either.
 */
export const topicOf = (article: Article, own: string, around: string): Topic =>
  scoresOf(article, own, around).sort((a, b) => b.own - a.own || b.context - a.context)[0]?.topic ??
  topicWithId('general');

/**
 * The two topics by whose figures a vague claim is measured, best first: it leans on its article, so its own words
 * count only four times what stands around it.
 */
export const measuringTopics = (article: Article, own: string, around: string): TopicId[] =>
  scoresOf(article, own, around)
    .sort((a, b) => 4 * b.own + b.context - 4 * a.own - a.context)
    .slice(0, 2)
    .map(({ topic }) => topic.id);
