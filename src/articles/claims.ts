import { cuesIn, type Hit, headlineCue, openingCue } from './cues.ts';
import { bestDeadline, type TimeMention, timesIn } from './deadlines.ts';
import { genreOf, statedProbability } from './genre.ts';
import { groupClaims } from './groups.ts';
import { type Context, stands } from './guards.ts';
import { hedgeOf } from './hedges.ts';
import { REPORTING } from './lexicon.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { speakersOf } from './speakers.ts';
import { tokenize } from './tokens.ts';
import type { Article, Claim, Hedge } from './types.ts';

/**
 * The predictions in an article, in the order of its text, by rules alone. `now` (`YYYY-MM-DD`) decides which are
 * expired and stands in for the article's date where that is unknown. Text in another language than English gives none.
 */
export function findClaims(article: Article, now: string): Claim[] {
  if (article.language !== 'en' && article.language !== 'und') return [];
  const { text } = article;
  const published = article.publishedAt ?? now;
  const sentences = sentencesOf(text);
  const genre = genreOf(text, sentences);
  const speakers = speakersOf(sentences);
  const rule = statedForAll(sentences, published, text);
  const found: { claim: Omit<Claim, 'group'>; index: number }[] = [];
  let reportedBefore = false;
  for (const [index, sentence] of sentences.entries()) {
    const times = timesIn(sentence.tokens, published, text);
    const spoken = speakers[index] != null;
    const context: Context = {
      docs: genre.docs,
      dated: times.some((time) => time.date >= published && time.role !== 'bare' && time.role !== 'topic'),
      past: times.length > 0 && times.every((time) => time.date < published),
      spoken,
      reportedBefore,
    };
    reportedBefore = sentence.tokens.some((token) => REPORTING.has(token.lower));
    const probability = genre.probabilities ? statedProbability(sentence) : null;
    const hit = claimCue(sentence, context);
    if (!hit && probability === null) continue;
    const deadline = bestDeadline(times, published) ?? inherited(sentence, published, text) ?? rule;
    if (genre.retrospective && !(deadline && deadline.date >= published)) continue;
    const hedge: Hedge = hit
      ? hedgeOf(sentence, hit, text)
      : {
          words: sentence.text.match(/[~≈<>]?\s*\d+(?:\.\d+)?\s?%/g)?.at(-1) ?? '',
          strength: probability ?? 0.5,
          negated: false,
        };
    found.push({
      index,
      claim: {
        start: sentence.start,
        end: sentence.end,
        quote: sentence.text,
        speaker: speakers[index] ?? article.author,
        hedge,
        deadline: deadline?.date ?? null,
        deadlineText: deadline?.text ?? null,
        expired: deadline !== null && deadline.date < (published > now ? published : now),
        statedProbability: probability,
        heading: sentence.runIn ?? headingOf(sentence, text),
      },
    });
  }
  const groups = groupClaims(
    found.map(({ claim }) => claim),
    (i) => (found[i]?.index ?? 0) - (found[i - 1]?.index ?? 0) === 1,
  );
  return found.map(({ claim }, i) => ({ ...claim, group: groups[i] ?? i }));
}

/** The cue that makes a sentence a claim, the firmest of those that stand. */
function claimCue(sentence: Sentence, context: Context): Hit | null {
  if (sentence.block.kind === 'row') return null;
  const hits = cuesIn(sentence.tokens);
  const opening = openingCue(sentence.tokens);
  if (opening) hits.push(opening);
  const titled =
    sentence.isTitle || sentence.block.kind === 'heading' || !/[.!?]["”')\]]*$/.test(sentence.text);
  const headline = titled ? headlineCue(sentence.tokens) : null;
  if (headline) hits.push(headline);
  return hits.find((hit) => stands(sentence, hit, context)) ?? null;
}

const headingOf = (sentence: Sentence, text: string): string | null => {
  const heading = sentence.block.headings[0];
  return heading ? text.slice(heading.start, heading.end) : null;
};

/** A deadline in the title that runs into the paragraph, or in a heading above. */
function inherited(sentence: Sentence, published: string, text: string): TimeMention | null {
  const plain = (times: TimeMention[]) =>
    bestDeadline(
      times.filter((time) => time.role !== 'bare' && time.date >= published),
      published,
    );
  const own = sentence.runIn ? plain(timesIn(tokenize(sentence.runIn), published, sentence.runIn)) : null;
  if (own) return own;
  for (const heading of sentence.block.headings) {
    const title = text.slice(heading.start, heading.end);
    const time = plain(timesIn(tokenize(title, heading.start), published, text));
    if (time) return time;
  }
  return null;
}

/** "Unless stated otherwise, all predictions are about what is true by 1 January": one deadline for the whole text. */
function statedForAll(sentences: readonly Sentence[], published: string, text: string): TimeMention | null {
  for (const sentence of sentences.slice(0, 40)) {
    if (!/\b(?:predictions|forecasts|questions|items|statements)\b/i.test(sentence.text)) continue;
    if (!/\b(?:all|unless|otherwise|each|every|these)\b/i.test(sentence.text)) continue;
    const time = bestDeadline(timesIn(sentence.tokens, published, text), published);
    if (time && time.role === 'limit') return time;
  }
  return null;
}

/** Where there is no claim: the sentences that come nearest to one, best first. */
export function nearestSentences(
  article: Article,
  n: number,
): { start: number; end: number; quote: string }[] {
  const FUTURE =
    /\b(?:will|would|could|may|might|should|future|next|soon|plans?|expect\w*|likely|predict\w*|forecast\w*|trend\w*|growing|by \d{4})\b/gi;
  return sentencesOf(article.text)
    .filter((sentence) => sentence.block.kind !== 'row' && sentence.tokens.length > 3)
    .map((sentence) => ({
      sentence,
      score: (sentence.text.match(FUTURE)?.length ?? 0) / Math.sqrt(sentence.tokens.length),
    }))
    .sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start)
    .slice(0, n)
    .map(({ sentence: { start, end, text: quote } }) => ({ start, end, quote }));
}
