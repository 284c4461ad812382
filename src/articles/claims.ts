import { cuesIn, type Hit, headlineCue, openingCue } from './cues.ts';
import { datedCue } from './dated.ts';
import { type TimeMention, timesIn } from './deadlines.ts';
import { type Genre, genreOf } from './genre.ts';
import { groupClaims } from './groups.ts';
import { type Context, factsOf } from './guardContext.ts';
import { refusedBy } from './guards.ts';
import { hedgeOf } from './hedges.ts';
import { deadlinesIn } from './inherit.ts';
import { REPORTING } from './lexicon.ts';
import { isLabelOnly, labelledProbability, listedProbability, spokenProbability } from './probabilities.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { speakersOf } from './speakers.ts';
import { rowClaim } from './tables.ts';
import type { Article, Claim, Hedge } from './types.ts';

/** A subject, a verb and a stop: nothing shorter predicts. */
const SHORTEST = 3;

/** A claim before it is grouped, and the index of its sentence. */
interface Found {
  claim: Omit<Claim, 'group'>;
  index: number;
}

/** What a sentence says about the future: by a cue, by its place in a list, by a probability beside it. */
interface Reading {
  start: number;
  end: number;
  /** Offset of the cue. */
  cueAt: number;
  hedge: Hedge;
  probability: number | null;
}

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
      spoken: speakers[index] != null,
      reportedBefore,
    };
    reportedBefore = sentence.tokens.some((token) => REPORTING.has(token.lower));
    const reading = readingOf(sentence, context, genre, times, published, text);
    if (!reading) continue;
    const deadline = deadlineOf(sentence, times, reading.cueAt);
    // In a text that grades old predictions only what lies beyond its own year can be new.
    if (genre.retrospective && !(deadline && deadline.date.slice(0, 4) > published.slice(0, 4))) continue;
    const heading = headingOf(sentence, text);
    const section = sentence.block.headings[0]?.start ?? -1;
    const probability = reading.probability ?? sections.get(section) ?? null;
    sections.delete(section);
    found.push({
      index,
      claim: {
        start: reading.start,
        end: reading.end,
        quote: text.slice(reading.start, reading.end),
        speaker: speakers[index] ?? article.author,
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

function readingOf(
  sentence: Sentence,
  context: Context,
  genre: Genre,
  times: readonly TimeMention[],
  published: string,
  text: string,
): Reading | null {
  const { start, end } = sentence;
  if (sentence.block.kind === 'row') {
    const row = rowClaim(text, sentence.block);
    if (!row) return null;
    const { words, probability } = row;
    return {
      start: row.start,
      end: row.end,
      cueAt: row.start,
      probability,
      hedge: { words, strength: probability ?? 0.5, negated: false },
    };
  }
  if (isLabelOnly(sentence) || isTicked(sentence, text)) return null;
  const listed = genre.probabilities ? listedProbability(sentence) : null;
  const hit =
    cueOf(sentence, context) ?? (context.docs ? null : presentCue(sentence, context, times, published));
  const probability = listed ?? spokenProbability(sentence);
  if (hit) {
    const hedge = hedgeOf(sentence, hit, text);
    return {
      start,
      end,
      cueAt: sentence.tokens[hit.from]?.start ?? start,
      probability,
      hedge: probability === null ? hedge : { ...hedge, strength: probability },
    };
  }
  if (context.isQuestion && listed === null) return null;
  if (listed !== null) {
    const words =
      sentence.text
        .match(/[~≈<>]?\s*\d+(?:\.\d+)?\s?%/g)
        ?.at(-1)
        ?.trim() ?? '';
    return {
      start,
      end,
      cueAt: start,
      probability: listed,
      hedge: { words, strength: listed, negated: false },
    };
  }
  return isDeclared(sentence, text)
    ? { start, end, cueAt: start, probability, hedge: { words: '', strength: 0.75, negated: false } }
    : null;
}

/** The cue that makes a sentence a claim: the first that no guard refuses, those that need a date after the others. */
function cueOf(sentence: Sentence, context: Context): Hit | null {
  const hits = cuesIn(sentence.tokens);
  const opening = sentence.isTitle ? null : openingCue(sentence.tokens);
  if (opening) hits.push(opening);
  const titled =
    sentence.isTitle || sentence.block.kind === 'heading' || !/[.!?]["”')\]]*$/.test(sentence.text);
  const headline = titled ? headlineCue(sentence.tokens) : null;
  if (headline) hits.push(headline);
  const standing = hits.filter((hit) => refusedBy(hit, context) === null);
  return standing.find(({ cue }) => cue.kind !== 'dated') ?? standing[0] ?? null;
}

function presentCue(
  sentence: Sentence,
  context: Context,
  times: readonly TimeMention[],
  published: string,
): Hit | null {
  const hit = datedCue(sentence, times, published);
  return hit && refusedBy(hit, { ...context, dated: true }) === null ? hit : null;
}

/** "✅ X happened": an item that the article itself has graded. */
const isTicked = ({ start, block }: Sentence, text: string): boolean =>
  block.kind === 'item' && /[✓✔✅❌☑✗✘]|\[x\]/u.test(text.slice(Math.max(0, start - 6), start));

const LABEL = /^(?:(?:bold|my|our|key|next|the|final) )*(?:prediction|forecast)s?(?: (?:no\.? ?)?#?\d+)?$/i;
const DECLARING = /\b(?:predictions?|forecasts?)\b/i;
const NOT_DECLARING = /\b(?:last year|old|past|previous|grad|review|how|why|about|making|risks?)\b|\?$/i;

/** What the article itself declares a prediction: "Prediction 3: X", an item in a list headed "Our predictions". */
function isDeclared(sentence: Sentence, text: string): boolean {
  if (sentence.tokens.length < 3) return false;
  if (sentence.runIn && LABEL.test(sentence.runIn))
    return sentence.start - sentence.block.start < sentence.runIn.length + 6;
  if (sentence.block.kind !== 'item' || sentence.runIn || sentence.isTitle) return false;
  // An empty box before a statement waits to be ticked when it has come true.
  if (/[🔳🔲☐◻▢□]\s*$|\[ \]\s*$/u.test(text.slice(Math.max(0, sentence.start - 5), sentence.start)))
    return true;
  const heading = headingOf(sentence, text);
  const first = sentence.start - sentence.block.start < 4;
  return first && heading !== null && DECLARING.test(heading) && !NOT_DECLARING.test(heading);
}

const headingOf = (sentence: Sentence, text: string): string | null => {
  const heading = sentence.block.headings[0];
  return heading ? text.slice(heading.start, heading.end) : null;
};

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
