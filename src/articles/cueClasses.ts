import { any, type Classes, type Pattern, seq, test, upTo, word, words } from './grammar.ts';
import {
  BE,
  BE_PAST,
  DETERMINERS,
  EVENT_VERBS,
  FORECASTERS,
  isAdverb,
  isBareVerb,
  PRONOUNS,
} from './lexicon.ts';

/** Each phrase, word by word. */
const phrases = (...list: string[]): Pattern[] =>
  list.map((p) => seq(...p.split(' ').map((w) => word(new Set([w])))));
const ADV = upTo(
  4,
  any(
    ...phrases(
      'just about',
      'all but',
      'more than',
      'at least',
      'at last',
      'at first',
      'in fact',
      'of course',
      'in turn',
      'no longer',
      'for now',
    ),
    ...phrases(
      'once again',
      'as well',
      'either',
      'neither',
      'at best',
      'at most',
      'at some point',
      'one day',
    ),
    test(({ lower }) => isAdverb(lower)),
  ),
);
const SCHEDULED =
  'launch open close start begin end expire arrive debut ship resume return retire meet release publish introduce phase roll step go come enter leave land'.split(
    ' ',
  );
const third = (verb: string) => (/(?:sh|ch|o|s|x)$/.test(verb) ? `${verb}es` : `${verb}s`);
const progressive = (verb: string) =>
  /^(?:begin|step|ship)$/.test(verb) ? `${verb}${verb.at(-1)}ing` : `${verb.replace(/e$/, '')}ing`;

/** The classes that the rules of cues.ts name in capitals. */
export const CLASSES: Classes = {
  ADV,
  BE,
  BE_PAST,
  FORECASTERS,
  EVENT: EVENT_VERBS,
  VERB: test(isBareVerb),
  PCT: test((token) => token.lower.endsWith('%')),
  NUM: test((token) => /^[~<>$€£]?\d/.test(token.lower)),
  WORD: test((token) => /^[\p{L}\p{N}$€£"“(]/u.test(token.text)),
  /** A run of words without a form of "be": the rest of a noun phrase. */
  NP: upTo(
    5,
    test((token) => /^[\p{L}\p{N}$€£'%]/u.test(token.lower) && !BE.has(token.lower)),
  ),
  OWN: words(
    "my our his her their the its 's my own best base official bold boldest final first second third biggest main latest median consensus working central personal current safest a",
  ),
  END: (tokens, i) => (i >= tokens.length || /^[.,;!)"”—–-]$/.test(tokens[i]?.text ?? '') ? i : -1),
  STOP: (tokens, i) => (i >= tokens.length || /^[.,;:!?)"”]$/.test(tokens[i]?.text ?? '') ? i : -1),
  TIME: words(
    'in by at this next soon later over during from within before between on until through as for to if again and but',
  ),
  WHEN: words('in by this next soon within before over during later until if and but'),
  ING: test((token) => /\p{L}{2}ing$/u.test(token.lower)),
  MARK: words(', — – - ('),
  CONTENT: test(
    (token) =>
      DETERMINERS.has(token.lower) ||
      PRONOUNS.has(token.lower) ||
      /^(?:that|for|on|not|no|more|less|around|about|between|\d.*|[$€£"“])$/.test(token.lower) ||
      /^\p{Lu}/u.test(token.text),
  ),
  SEEM: words('seems seem looks look appears appear remains remain'),
  PASSIVE: words('expected projected forecast forecasted predicted anticipated'),
  PARTICIPLE: words(
    'expected projected forecast forecasted predicted anticipated slated scheduled destined tipped poised primed estimated',
  ),
  ASSURED: words('bound sure certain guaranteed doomed fated'),
  EXPECT: words('expect anticipate predict foresee forecast project envision envisage'),
  EXPECTS: words('expects anticipates predicts foresees envisions envisages reckons'),
  PREDICTION: words(
    'prediction forecast bet guess expectation projection hunch estimate assumption view thesis',
  ),
  CHANCE: words('chance chances probability likelihood odds possibility prospect'),
  DEGREE: words(
    '% good slim high low real strong little no decent fair small better even outside remote every greater serious percent growing increasing',
  ),
  SCHEDULED: words(
    SCHEDULED.filter((verb) => !/^(?:come|go|step|leave|enter|meet|return)$/.test(verb))
      .map(third)
      .join(' '),
  ),
  SCHEDULING: words(SCHEDULED.map(progressive).join(' ')),
  GOER: test(
    (token) =>
      BE.has(token.lower) ||
      isAdverb(token.lower) ||
      PRONOUNS.has(token.lower) ||
      /^(?:isn't|aren't|not)$/.test(token.lower),
  ),
  INTEND: words(
    'plans plan intends intend aims aim hopes hope pledged promised vowed vows pledges promises agreed agrees wants targets committed planning aiming hoping preparing planned',
  ),
  OUTCOME: words(
    'candidate candidates outcome outcomes scenario scenarios winner winners successor result path future loser losers contender buyer date destination route',
  ),
};
