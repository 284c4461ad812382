import { cuesIn, type Hit, headlineCue, openingCue } from './cues.ts';
import { datedCue } from './dated.ts';
import type { TimeMention } from './deadlines.ts';
import type { Genre } from './genre.ts';
import type { Context } from './guardContext.ts';
import { refusedBy } from './guards.ts';
import { hedgeOf } from './hedges.ts';
import { isLabelOnly, listedProbability, spokenProbability } from './probabilities.ts';
import type { Sentence } from './sentences.ts';
import { rowClaim } from './tables.ts';
import type { Hedge } from './types.ts';

/** What a sentence says about the future: by a cue, by its place in a list, by a probability beside it. */
export interface Reading {
  start: number;
  end: number;
  /** Offset of the cue. */
  cueAt: number;
  hedge: Hedge;
  probability: number | null;
}

/** The prediction in a sentence or table row; null where it makes none. */
export function readingOf(
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

/** No sentence that people write has more. */
const MOST_CUES = 40;

/** The cue that makes a sentence a claim: the first that no guard refuses, those that need a date after the others. */
function cueOf(sentence: Sentence, context: Context): Hit | null {
  const hits = cuesIn(sentence.tokens);
  const opening = sentence.isTitle ? null : openingCue(sentence.tokens);
  if (opening) hits.push(opening);
  const titled =
    sentence.isTitle || sentence.block.kind === 'heading' || !/[.!?]["”')\]]*$/.test(sentence.text);
  const headline = titled ? headlineCue(sentence.tokens) : null;
  if (headline) hits.push(headline);
  let dated: Hit | null = null;
  for (const hit of hits.slice(0, MOST_CUES)) {
    if ((hit.cue.kind === 'dated' && dated) || refusedBy(hit, context) !== null) continue;
    if (hit.cue.kind !== 'dated') return hit;
    dated = hit;
  }
  return dated;
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

/** The nearest heading above, as it stands. */
export const headingOf = (sentence: Sentence, text: string): string | null => {
  const heading = sentence.block.headings[0];
  return heading ? text.slice(heading.start, heading.end) : null;
};
