// Guards of the past: what had been expected, and what was said that it would be.
import { words } from './grammar.ts';
import type { Guard } from './guardContext.ts';
import { BE, BE_PAST, DETERMINERS, isAdverb, PREPOSITIONS } from './lexicon.ts';

const HYPOTHETICAL = words(
  'have like rather love prefer argue say suggest think expect imagine hope seem appear mean',
);
const LONG_AGO = /\b(?:last year|years? ago|back in|at the time)\b/i;

/** "Was expected to", "were due to": what had been expected, unless somebody reports it now or its time is ahead. */
export const pastExpectation: Guard = (at, hit, { reporters, dated }) => {
  if (!/^(?:expected|likely|modal|dated)$/.test(hit.cue.kind)) return false;
  let i = hit.from - (BE.has(at(hit.from)) ? 0 : 1);
  while (i >= 0 && (/^(?:been|to)$/.test(at(i)) || isAdverb(at(i)))) i--;
  if (!BE_PAST.has(at(i)) && !/^(?:wasn't|weren't|hadn't)$/.test(at(i))) return false;
  return !dated && !reporters.some((reporter) => reporter !== hit.from && reporter !== hit.to - 1);
};

/** "They predicted prices to fall" reports a forecast; "had expected it to", "was expected" and mere past do not. */
export const pastForecast: Guard = (at, hit, { sentence, past }) => {
  const verb = at(hit.from);
  if (hit.cue.kind !== 'reported' || !/^(?:expected|predicted|forecast|projected|anticipated)$/.test(verb))
    return false;
  const before = at(hit.from - 1);
  if (past || before === 'had' || !before) return true;
  if ([PREPOSITIONS, DETERMINERS, BE, BE_PAST].some((set) => set.has(before))) return true;
  // "Expected" describes as often as it reports, so that it needs a subject that can expect.
  if (verb !== 'expected' || /^(?:he|she|they|it|who|has|have)$/.test(before)) return false;
  return !/^\p{Lu}/u.test(sentence.tokens[hit.from - 1]?.text ?? '');
};

/** "Would" is a forecast only as the future of something said; "would have" and "would if" are not. */
export const notReported: Guard = (
  at,
  hit,
  { sentence, conditions, dated, past, reporters, reportedBefore },
) => {
  if (hit.cue.kind !== 'reported' || !/^(?:would|'d|wouldn't)$/.test(at(hit.from))) return false;
  if (HYPOTHETICAL.has(at(hit.to - 1)) || (conditions.length > 0 && !dated)) return true;
  if (/^by (?:that time|then)\b/i.test(sentence.text)) return false;
  if (past || (LONG_AGO.test(sentence.text) && !dated)) return true;
  // "We said that it would": one's own forecasts of old, unless their time is still to come.
  if (reporters.length && !dated && reporters.every((i) => /^(?:i|we)$/.test(at(i - 1)))) return true;
  if (reporters.length || /\baccording to\b/i.test(sentence.text)) return false;
  return !(reportedBefore && /^["“]?(?:he|she|it|they|the|this|that|mr|ms)\b/i.test(sentence.text));
};
