import type { Hit } from './cues.ts';
import { words } from './grammar.ts';
import { BE, DETERMINERS, isAdverb, PREPOSITIONS, REPORTED_PAST } from './lexicon.ts';
import type { Sentence } from './sentences.ts';

/** What a guard may know besides the cue. Computed once a sentence, so that a guard costs a few tokens' look around. */
export interface Context {
  sentence: Sentence;
  /** The text is documentation: "will" says what a program does. */
  docs: boolean;
  /** The text is a contract or a notice: "will" obliges. */
  legal: boolean;
  /** The sentence names a time that lies ahead of the article's date. */
  dated: boolean;
  /** The sentence names only times that had passed at the article's date. */
  past: boolean;
  /** Somebody is quoted or reported as saying it. */
  spoken: boolean;
  /** The sentence before reported what somebody said. */
  reportedBefore: boolean;
  /** Indices of "if" and "unless". */
  conditions: readonly number[];
  /** Indices of past verbs of saying: "would" is the future of these. */
  reporters: readonly number[];
  /** "They say they will, but they don't." */
  isDenied: boolean;
  isQuestion: boolean;
  isBoilerplate: boolean;
  /** The sentence rejects what somebody believes. */
  rejects: boolean;
}

/** Whether a cue is no prediction where it stands. `at` gives the word at an index, in lower case. */
export type Guard = (at: (i: number) => string, hit: Hit, context: Context) => boolean;

/** How far a guard looks back for what governs a cue. */
export const REACH = 40;

/** The word that ends a cue's subject, adverbs left out. */
export function subjectOf(at: (i: number) => string, from: number): string {
  let i = from - 1;
  while (i >= 0 && (isAdverb(at(i)) || BE.has(at(i)))) i--;
  return at(i);
}

const REJECTION = words(
  'flawed wrong challenged unfounded overblown misguided mistaken false exaggerated dismissed rejected myth nonsense debunked misplaced overstated naive naïve absurd unrealistic laughable misleading premature contrary disputed ridiculous refuted doubtful fanciful untrue implausible wishful disappointed',
);

/** What the guards need to know of a sentence; the rest of the context comes from the text around it. */
export function factsOf(
  sentence: Sentence,
): Pick<
  Context,
  'sentence' | 'conditions' | 'reporters' | 'isDenied' | 'isQuestion' | 'isBoilerplate' | 'rejects'
> {
  const { tokens, text } = sentence;
  const conditions: number[] = [];
  const reporters: number[] = [];
  let rejects = false;
  for (const [i, { lower }] of tokens.entries()) {
    const before = tokens[i - 1]?.lower ?? '';
    if (REJECTION.has(lower)) rejects = true;
    if (lower === 'mark' && /^(?:off|the)$/.test(before)) rejects = true;
    if (
      (lower === 'if' || lower === 'unless') &&
      !/^(?:even|as|what|only|surprised|see|ask|wonder|know|determine|decide|question)$/.test(before)
    ) {
      if (!(/^[,(]$/.test(before) && /^(?:not|any|anything|ever)$/.test(tokens[i + 1]?.lower ?? '')))
        conditions.push(i);
    }
    if (REPORTED_PAST.has(lower) && !DETERMINERS.has(before) && !PREPOSITIONS.has(before) && !BE.has(before))
      reporters.push(i);
    if (/^(?:saying|adding|warning|predicting|claiming|arguing|forecasting|insisting|promising)$/.test(lower))
      reporters.push(i);
  }
  const opening = tokens.find((token) => /^\p{L}/u.test(token.text))?.lower ?? '';
  if (/^(?:were|had|should|suppose|supposing|imagine|assuming)$/.test(opening)) conditions.unshift(0);
  return {
    sentence,
    conditions,
    reporters,
    rejects,
    isDenied: DENIED.test(text.slice(-120)),
    isQuestion: /\?["'”’)\]]*$/.test(text) || /\?["”]/.test(text),
    isBoilerplate: isBoilerplate(text),
  };
}

const DENIED = /,? (?:but|and) (?:\p{L}+ ){1,2}(?:do|did|does|has|have)(?:n['’]t| not)[.!"”]*$/iu;
const LEGALESE =
  /\b(?:hereby|herein|thereof|hereunder|hereto|licens(?:ee|or)s?|undersigned|forward-looking statements?|this agreement|the parties|all rights reserved|terms (?:of|and) (?:service|use|conditions)|without (?:prior )?notice|no obligation to|undertakes? no)\b/i;
const ADDRESS = /\b(?:we|us|our|your|you)\b/i;
const HOUSEKEEPING =
  /\b(?:cookies?|privacy policy|personal data|(?:sell|share) your|e-?mail address|subscri(?:be|bers?|ption)|unsubscribe|newsletter|refunds?|sign up|log in|inbox|warrant(?:y|ies)|disclaimer|liab(?:le|ility))\b/i;
const PROMPT = /^(?:by )?(?:click|subscrib|sign(?:ing)? up|submitting|using this|please\b|thank)/i;

/** Legal language and the housekeeping of web pages. */
function isBoilerplate(text: string): boolean {
  return LEGALESE.test(text) || PROMPT.test(text) || (HOUSEKEEPING.test(text) && ADDRESS.test(text));
}
