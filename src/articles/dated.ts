import type { Cue, Hit } from './cues.ts';
import type { TimeMention } from './deadlines.ts';
import { words } from './grammar.ts';
import { BE, EVENT_VERBS } from './lexicon.ts';
import type { Sentence } from './sentences.ts';

const PRESENT: Cue = { kind: 'dated', strength: 0.8, denies: false, open: false };

const PAST = words(
  'was were had did went came made took gave got won lost fell rose grew led left met paid sold sent spent told wrote became began built bought brought found held kept knew said saw thought',
);
/** Whoever must, plans or wants to by a date has not said that it will be so. */
const NOT_FORECASTS = words(
  "will 'll won't where how what whether wondering every each usually often annually must should need needs ought may might could can would deadline goal goals target targets aim aims plan plans planned want wants budget ambition commitment requires require required obliged supposed if unless whether last ago since today currently now already",
);
const THIRD = new Set(
  [...EVENT_VERBS].map((verb) =>
    /(?:sh|ch|o|s|x)$/.test(verb)
      ? `${verb}es`
      : verb.endsWith('y') && !/[aeo]y$/.test(verb)
        ? `${verb.slice(0, -1)}ies`
        : `${verb}s`,
  ),
);
const YEAR_VERBS = words('is feels looks marks brings promises sees becomes shapes belongs remains ends');
const QUANTITIES = words('no more fewer less another continued further slower faster higher lower');

/**
 * The present tense used of the future, which only a date betrays: "By 2030 half of all cars sold are electric",
 * "2027 is the year that", "no cuts before June". Null where the sentence is in the past, normative or undated.
 */
export function datedCue(sentence: Sentence, times: readonly TimeMention[], published: string): Hit | null {
  const { tokens } = sentence;
  const year = tokens.findIndex(
    (token, i) =>
      /^(?:19|20|21)\d\d$/.test(token.lower) &&
      (i === 0 || /^(?:[,:"“—–-]|but|and|that|so|think|believe)$/.test(tokens[i - 1]?.lower ?? '')) &&
      YEAR_VERBS.has(tokens[i + 1]?.lower ?? ''),
  );
  const subject = tokens[year];
  if (subject && Number(subject.lower) >= Number(published.slice(0, 4)))
    return { cue: PRESENT, from: year, to: year + 2 };
  const ahead = times.filter((time) =>
    time.role === 'limit'
      ? time.date > published
      : (time.role === 'in' || time.role === 'span') && time.from > published,
  );
  if (!ahead.length) return null;
  if (
    tokens.some(
      (token, i) =>
        PAST.has(token.lower) ||
        NOT_FORECASTS.has(token.lower) ||
        (/[^e]ed$/.test(token.lower) && !BE.has(tokens[i - 1]?.lower ?? '')),
    )
  )
    return null;
  const verb = tokens.findIndex(
    (token) =>
      (BE.has(token.lower) && token.lower !== 'be' && token.lower !== 'been' && token.lower !== "'s") ||
      THIRD.has(token.lower) ||
      EVENT_VERBS.has(token.lower),
  );
  const first = tokens.findIndex((token) => /^[\p{L}\p{N}]/u.test(token.text));
  if (QUANTITIES.has(tokens[first]?.lower ?? ''))
    return { cue: { ...PRESENT, denies: tokens[first]?.lower === 'no' }, from: first, to: first + 1 };
  return verb > 0 && tokens.length > 5 ? { cue: PRESENT, from: verb, to: verb + 1 } : null;
}
