import { timesIn } from './deadlines.ts';
import { genreOf, looksAhead } from './genre.ts';
import { groupClaims } from './groups.ts';
import { type Context, factsOf } from './guardContext.ts';
import { deadlinesIn } from './inherit.ts';
import { REPORTING } from './lexicon.ts';
import { isLabelOnly, labelledProbability } from './probabilities.ts';
import { headingOf, readingOf } from './readings.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { speakersOf } from './speakers.ts';
import type { Article, Claim } from './types.ts';

/** A subject, a verb and a stop: nothing shorter predicts. */
const SHORTEST = 3;

/** No article makes more predictions; what does is no article. */
const MOST = 2000;

/** A claim before it is grouped, and the index of its sentence. */
interface Found {
  claim: Omit<Claim, 'group'>;
  index: number;
}

/**
 * The predictions in an article, in the order of its text, by rules alone. `now` (`YYYY-MM-DD`) decides which are
 * expired and stands in for the article's date where that is unknown. At most 2,000 are given. Text in another language than English gives none.
 */
export function findClaims(article: Article, now: string): Claim[] {
  if (article.language !== 'en' && article.language !== 'und') return [];
  const { text } = article;
  const published = article.publishedAt ?? now;
  const sentences = sentencesOf(text);
  const genre = genreOf(text, sentences);
  const said = speakersOf(sentences);
  const deadlineOf = deadlinesIn(text, sentences, published);
  const sections = sectionProbabilities(sentences, text);
  const found: Found[] = [];
  let reportedBefore = false;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.tokens.length < SHORTEST && sentence.block.kind !== 'row') continue;
    const times = timesIn(sentence.tokens, published, text);
    const context: Context = {
      ...factsOf(sentence),
      docs: genre.docs,
      legal: genre.legal,
      dated: times.some((time) => time.date >= published && time.role !== 'bare' && time.role !== 'topic'),
      past: times.length > 0 && times.every((time) => time.date < published),
      spoken: said[index]?.reported ?? false,
      reportedBefore,
    };
    reportedBefore = sentence.tokens.some((token) => REPORTING.has(token.lower));
    const reading = readingOf(sentence, context, genre, times, published, text);
    if (!reading) continue;
    if (found.length === MOST) break;
    const deadline = deadlineOf(sentence, times, reading.cueAt);
    const heading = headingOf(sentence, text);
    // In a text that grades old predictions only what lies beyond its own year can be new, but for a section on what comes.
    const old = !deadline || deadline.date.slice(0, 4) <= published.slice(0, 4);
    if (genre.retrospective && old && !(heading && looksAhead(heading))) continue;
    const section = sentence.block.headings[0]?.start ?? -1;
    const probability = reading.probability ?? sections.get(section) ?? null;
    sections.delete(section);
    found.push({
      index,
      claim: {
        start: reading.start,
        end: reading.end,
        quote: text.slice(reading.start, reading.end),
        speaker: said[index]?.speaker ?? article.author,
        hedge: reading.hedge,
        deadline: deadline?.date ?? null,
        deadlineText: deadline?.text ?? null,
        expired: deadline !== null && deadline.date < (published > now ? published : now),
        statedProbability: probability,
        heading: sentence.runIn ?? heading,
      },
    });
  }
  const groups = groupClaims(
    found.map(({ claim }) => claim),
    (i) => (found[i]?.index ?? 0) - (found[i - 1]?.index ?? 0) === 1,
  );
  return found.map(({ claim }, i) => ({ ...claim, group: groups[i] ?? i }));
}

/** "Confidence: 90%" under a heading, or in it, belongs to the first claim of that section. */
function sectionProbabilities(sentences: readonly Sentence[], text: string): Map<number, number> {
  const sections = new Map<number, number>();
  for (const sentence of sentences) {
    if (!isLabelOnly(sentence)) continue;
    const value = labelledProbability(sentence.text);
    const heading = sentence.block.kind === 'heading' ? sentence.block : sentence.block.headings[0];
    if (value !== null && heading && text.length > heading.start) sections.set(heading.start, value);
  }
  return sections;
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
