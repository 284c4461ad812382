import type { Hit } from './cues.ts';
import { words } from './grammar.ts';
import { NEGATION } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import type { Hedge } from './types.ts';

/**
 * What modifiers do to the strength of a claim. Values follow the usual readings of verbal probability (Kent 1964,
 * Mosteller and Youtz 1990): certain .97, almost certain .93, likely .75, maybe .5.
 */
const MODIFIERS: Record<string, number> = {
  certainly: 0.97,
  definitely: 0.97,
  surely: 0.93,
  undoubtedly: 0.97,
  doubtless: 0.95,
  inevitably: 0.95,
  sure: 0.93,
  certain: 0.95,
  convinced: 0.92,
  confident: 0.88,
  clearly: 0.9,
  likely: 0.75,
  probably: 0.72,
  probable: 0.72,
  presumably: 0.7,
  think: 0.72,
  believe: 0.75,
  guess: 0.65,
  suspect: 0.68,
  maybe: 0.5,
  perhaps: 0.5,
  possibly: 0.45,
  may: 0.45,
  might: 0.4,
  could: 0.4,
  hope: 0.5,
};
const INTENSIFIERS = words('very highly extremely almost quite virtually nearly overwhelmingly');

/** The hedge of a claim: the cue's words, moved by the adverbs in them and by "I think" before them. */
export function hedgeOf(sentence: Sentence, hit: Hit, source: string): Hedge {
  const { tokens } = sentence;
  const first = tokens[hit.from];
  const last = tokens[Math.max(hit.from, hit.to - (hit.cue.open ? 2 : 1))];
  let strength = hit.cue.strength;
  let negated = hit.cue.denies;
  // "Is not" and "isn't" stand before "expected to".
  for (let i = hit.from - 1; i < hit.to; i++) if (NEGATION.has(tokens[i]?.lower ?? '')) negated = true;
  for (let i = Math.max(0, hit.from - 8); i < hit.to; i++) {
    const word = tokens[i]?.lower ?? '';
    const reading = MODIFIERS[word];
    if (reading === undefined) continue;
    const before = tokens[i - 1]?.lower ?? '';
    // "I don't think it will": the thinking is denied, and with it the event.
    if (NEGATION.has(before) && /^(?:think|believe|expect|guess|suspect)$/.test(word)) negated = !negated;
    strength = INTENSIFIERS.has(before) ? Math.min(0.95, reading + 0.13) : reading;
    if (before === 'almost') strength = 0.93;
  }
  if (/^(?:no|neither|nobody|none|nothing)$/.test(tokens[0]?.lower ?? '')) negated = !negated;
  return { words: first && last ? source.slice(first.start, last.end) : '', strength, negated };
}
