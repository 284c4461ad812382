import { cuesIn, headlineCue } from './cues.ts';
import { bestDeadline, type TimeMention, timesIn } from './deadlines.ts';
import type { Sentence } from './sentences.ts';
import { tokenize } from './tokens.ts';

/** The deadline of a claim: `near` is the offset of its cue, `times` those named in its sentence. */
export type DeadlineOf = (
  sentence: Sentence,
  times: readonly TimeMention[],
  near: number,
) => TimeMention | null;

/**
 * Deadlines with what they inherit: the sentence's own, else that of the title that runs into its paragraph, else that of
 * a heading above, innermost first, else the one that the article states for all its predictions.
 */
export function deadlinesIn(text: string, sentences: readonly Sentence[], published: string): DeadlineOf {
  const rule = statedForAll(sentences, published, text);
  // A heading governs many claims and is read once.
  const titles = new Map<string, TimeMention | null>();
  const inTitle = (title: string): TimeMention | null => {
    let time = titles.get(title);
    if (time === undefined) {
      const times = timesIn(tokenize(title), published, title);
      time = bestDeadline(
        times.filter(({ role, date }) => role !== 'bare' && date >= published),
        published,
      );
      titles.set(title, time);
    }
    return time;
  };
  return ({ runIn, block, tokens }, times, near) => {
    // "Any breakthrough will be copied within a year": of the breakthrough, not of the article.
    const general = tokens.some(
      ({ start, lower }) => start < near && /^(?:any|every|each|whenever|once)$/.test(lower),
    );
    const ours = general ? times.filter(({ role }) => role !== 'span') : times;
    const own = bestDeadline(ours, published, near);
    // A rule such as "by 1 January" outlasts "this year" within it: only then is it known.
    if (own) return rule && rule.date > own.date && own.date >= published ? rule : own;
    const above = block.headings
      .map(({ start, end }) => text.slice(start, end))
      .filter((title) => !predicts(title));
    for (const title of runIn ? [runIn, ...above] : above) {
      const time = inTitle(title);
      if (time) return time;
    }
    return rule;
  };
}

/** A headline that predicts by itself ("Prices to double by 2030") dates its own claim, not all that follow. */
const predicts = (title: string): boolean => {
  const tokens = tokenize(title);
  return headlineCue(tokens) !== null || cuesIn(tokens).some(({ cue }) => cue.kind !== 'dated');
};

/** "Unless stated otherwise, all predictions are about what is true by 1 January": one deadline for the whole text. */
function statedForAll(sentences: readonly Sentence[], published: string, text: string): TimeMention | null {
  for (const { text: quote, tokens } of sentences.slice(0, 40)) {
    if (!/\b(?:predictions|forecasts|questions|items|statements)\b/i.test(quote)) continue;
    if (!/\b(?:all|unless|otherwise|each|every|these)\b/i.test(quote)) continue;
    const time = bestDeadline(timesIn(tokens, published, text), published);
    if (time && (time.role === 'limit' || (time.role === 'in' && /\b(?:unless|otherwise)\b/i.test(quote))))
      return time;
  }
  return null;
}
