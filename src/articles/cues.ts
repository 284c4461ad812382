import { CLASSES } from './cueClasses.ts';
import { compile, type Pattern, words } from './grammar.ts';
import { EVENT_VERBS } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The shapes that a statement about the future takes in English; each is refused by its own guards (guards.ts). */
export type CueKind =
  | 'modal' // will, won't, is going to
  | 'expected' // is expected to, set to, on track to
  | 'likely' // is likely to, unlikely next year
  | 'attitude' // I expect, I doubt, analysts forecast
  | 'imperative' // Expect prices to rise
  | 'noun' // our prediction is, a 40% chance that
  | 'arranged' // is to close; Acme to close (headlines)
  | 'reported' // said it would
  | 'dated' // counts only with a time to come: launches in May, plans to, should
  | 'listed'; // a statement with a probability, an item under "Predictions"

export interface Cue {
  kind: CueKind;
  /** A reading of the words as a probability, before modifiers. */
  strength: number;
  /** The words deny by themselves: "unlikely", "doubt". A "not" among the words matched denies too. */
  denies: boolean;
  /** The last token matched is the first of what is predicted, no part of the cue's own words. */
  open: boolean;
}

/** A cue found: `from` is the index of its first token, `to` that after its last. */
export interface Hit {
  cue: Cue;
  from: number;
  to: number;
}

/** Kind, strength, rule. Of several that match at one word the first counts. */
const RULES: [CueKind, number, string][] = [
  ['modal', 0.85, "will|'ll|shall ADV VERB"],
  ['modal', 0.85, "will|'ll|shall MARK ..6 MARK ADV VERB"],
  ['modal', 0.85, "won't ADV VERB"],
  ['modal', 0.85, '<GOER going to ADV VERB'],
  ['modal', 0.8, 'gonna ADV VERB'],
  ['expected', 0.85, "<BE|isn't|aren't|just|now|not about to ADV VERB"],
  ['expected', 0.8, 'set to ADV VERB'],
  ['expected', 0.8, '<BE|looks|look|now set for !NUM'],
  ['expected', 0.75, 'PARTICIPLE to ADV VERB'],
  ['expected', 0.75, 'BE ADV PASSIVE =TIME|END'],
  ['expected', 0.75, 'BE ADV PASSIVE that'],
  ['expected', 0.93, 'ASSURED to ADV VERB'],
  ['expected', 0.85, '<BE due to ADV EVENT'],
  ['expected', 0.75, 'on track|course|pace|target to ADV VERB'],
  ['expected', 0.75, 'on track|course|pace for'],
  ['expected', 0.7, 'on the verge|brink|cusp of'],
  ['expected', 0.75, 'headed|heading|destined for|toward|towards'],
  [
    'expected',
    0.7,
    'seen rising|falling|growing|reaching|hitting|slowing|easing|climbing|dropping|shrinking|expanding|remaining|at',
  ],
  ['expected', 0.8, '<BE in for a|an|another|more|some'],
  ['expected', 0.72, 'looks|look like ING'],
  ['expected', 0.85, '<BE here to stay'],
  ['expected', 0.85, '<BE numbered'],
  ['expected', 0.8, '<BE|now|also coming to|soon|END'],
  ['expected', 0.75, 'around the corner'],
  ['expected', 0.7, '<BE on the horizon|cards'],
  ['expected', 0.8, 'weeks|months|years|decades away =END'],
  ['expected', 0.85, '<BE inevitable|imminent =TIME|END'],
  ['likely', 0.75, 'likely|likelier to ADV VERB'],
  ['likely', 0.25, 'unlikely to ADV VERB'],
  ['likely', 0.25, 'unlikely that'],
  ['dated', 0.75, 'likely|probable that'],
  ['likely', 0.75, 'BE|SEEM ADV <likely =WHEN|END'],
  ['likely', 0.25, 'BE|SEEM ADV unlikely =WHEN|END'],
  ['attitude', 0.75, "i|we|we've|i've ADV do|would|can|had? ADV EXPECT !STOP"],
  ['attitude', 0.75, "i|we do|don't not? expect|anticipate|foresee !STOP"],
  ['attitude', 0.25, 'i|we ADV doubt !it|that|this'],
  ['attitude', 0.25, 'i|we ADV doubt it|that|this !STOP'],
  ['attitude', 0.25, "i|we can't|cannot see !how|why|what ..5 ING"],
  ['attitude', 0.25, 'BE|remain|remains ADV skeptical|sceptical|doubtful =that|about|of'],
  [
    'attitude',
    0.8,
    'BE|remain|remains ADV confident|convinced|optimistic|hopeful|bullish|pessimistic|bearish that',
  ],
  ['attitude', 0.72, 'FORECASTERS ADV EXPECT !STOP'],
  ['attitude', 0.25, "FORECASTERS do|don't not? EXPECT !STOP"],
  ['attitude', 0.72, '<MARK|: expect !STOP'],
  ['attitude', 0.7, "BE|'m ADV betting|wagering that"],
  ['attitude', 0.75, "BE|'m ADV expecting|forecasting|predicting|anticipating|projecting !STOP"],
  ['attitude', 0.72, 'EXPECTS !STOP'],
  ['attitude', 0.72, 'forecasts|projects|estimates|sees ..8 to EVENT'],
  [
    'attitude',
    0.72,
    'forecasts|projects that|growth|inflation|a|an|sales|revenue|demand|prices|unemployment',
  ],
  ['imperative', 0.8, '<should|can|could|must|may|might expect !STOP'],
  ['imperative', 0.8, 'should|can|could not expect !STOP'],
  ['imperative', 0.8, "shouldn't expect !STOP"],
  ['noun', 0.75, '<my|our prediction|forecast|bet|guess|call|pick : WORD'],
  [
    'noun',
    0.75,
    'forecast|prediction|projection|expectation NP is|are|remains ADV that|for|to|between|around|about|NUM',
  ],
  ['noun', 0.75, '<OWN PREDICTION NP is|are|remains ADV CONTENT'],
  ['noun', 0.75, '<OWN PREDICTION that WORD'],
  [
    'noun',
    0.75,
    'forecasts|predictions|projections|estimates|models suggest|show|imply|indicate that|growth|a|an|the',
  ],
  ['noun', 0.75, 'forecasts|predictions|projections|estimates|expectations are that|for'],
  ['noun', 0.7, 'forecasts|projections|estimates point|call to|for'],
  [
    'noun',
    0.7,
    '<base|central|baseline|bull|bear|core|worst|best|worst-case|best-case|base-case case|scenario NP BE|remains|calls ADV CONTENT',
  ],
  ['noun', 0.7, 'likely|likeliest|probable next? OUTCOME NP BE|remains'],
  ['noun', 0.65, 'favourite|favorite|favourites|favorites|front-runner|frontrunner to EVENT'],
  ['noun', 0.6, '<DEGREE|PCT CHANCE that|of WORD'],
  ['noun', 0.6, '<DEGREE|PCT CHANCE NP =that'],
  ['noun', 0.6, 'CHANCE that WORD'],
  ['noun', 0.65, 'odds|chances are that?'],
  ['noun', 0.9, 'matter|question of time'],
  ['noun', 0.65, '<a|the future where'],
  ['noun', 0.65, '<a|the future in which'],
  ['arranged', 0.85, 'is|are not|also|now|both|all? to EVENT'],
  ['reported', 0.75, 'would !like|rather ADV VERB'],
  ['reported', 0.75, "'d !better|rather|like ADV VERB"],
  ['reported', 0.75, "wouldn't ADV VERB"],
  ['reported', 0.72, 'expected|predicted|forecast|projected|anticipated !to|by|in ..12 to EVENT'],
  ['dated', 0.85, 'BE ADV due|scheduled|slated|planned|timed for|in|by|on|at|to|out|back|before|next|this'],
  ['dated', 0.65, 'INTEND to ADV VERB'],
  ['dated', 0.7, 'should ADV VERB'],
  ['dated', 0.7, 'EXPECT|predicted|forecasted|projected !STOP !what|how|when|where|which'],
  ['attitude', 0.72, 'expect ..6 to EVENT'],
  [
    'expected',
    0.65,
    'should ADV finish|qualify|reach|continue|ease|recover|rebound|decline|subside|rise|fall|slow|stabilise|stabilize|grow|improve',
  ],
  [
    'likely',
    0.7,
    'likely rising|falling|growing|slowing|staying|remaining|reaching|becoming|dropping|hitting|easing',
  ],
  ['dated', 0.85, 'SCHEDULED'],
  ['dated', 0.85, '<BE SCHEDULING'],
];

const index = new Map<string, { cue: Cue; pattern: Pattern }[]>();
for (const [kind, strength, source] of RULES) {
  const { pattern, firsts } = compile(source, CLASSES);
  const entry = {
    cue: {
      kind,
      strength: strength < 0.3 ? 1 - strength : strength,
      denies: strength < 0.3,
      open: /(?:VERB|EVENT|WORD|CONTENT|ING)$/.test(source),
    },
    pattern,
  };
  for (const first of firsts) index.set(first, [...(index.get(first) ?? []), entry]);
}

/** All cues in a sentence, guards not yet asked. */
export function cuesIn(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (let from = 0; from < tokens.length; from++)
    for (const { cue, pattern } of index.get(tokens[from]?.lower ?? '') ?? []) {
      const to = pattern(tokens, from);
      if (to >= 0) hits.push({ cue, from, to });
    }
  return hits;
}

const IMPERATIVES = [
  'expect more|less|fewer|further|another|a|an|the|to|no|continued|that|no|even|some|this|these|them|it',
  'expect ..8 to VERB',
  "don't|never expect",
  'look|watch for ..8 to VERB',
  "don't be surprised if|when|to",
].map((source) => compile(source, CLASSES).pattern);
const OPENING: Cue = { kind: 'imperative', strength: 0.8, denies: false, open: true };

/** "Expect prices to rise", "Look for rivals to follow": advice that predicts, at a sentence's start. */
export function openingCue(tokens: readonly Token[]): Hit | null {
  let from = tokens.findIndex((token) => /^\p{L}/u.test(token.text));
  if (/^(?:so|but|and|also|then|instead|otherwise)$/.test(tokens[from]?.lower ?? '')) from++;
  for (const pattern of IMPERATIVES) {
    const to = from < 0 ? -1 : pattern(tokens, from);
    if (to >= 0) return { cue: OPENING, from, to };
  }
  return null;
}

const NO_HEADLINE = words(
  'how what when where why which who way ways guide tips steps reasons things introduction need needs want wants try trying ready able right ' +
    'time here is are was were has have had can could must should do does did will would about likely unlikely set expected hopes aims plans seeks ' +
    'refuses fails tries helps learn used according thanks due best top best-known ability attempt attempts effort efforts chance opportunity ' +
    'tool tools key path road race bid fight struggle desire answer solution approach i we you they he she ' +
    'prepare prepares want plan hope agree agrees vow vows refuse try move moves threaten threatens fail continue continues decide decides begin begins start starts return returns come comes go goes get gets appear seem tend ask asks urge urges told help rush rushes race races struggle struggles',
);

/** "Acme to open a second plant": a headline whose only verb is an infinitive. */
export function headlineCue(tokens: readonly Token[]): Hit | null {
  const at = tokens.findIndex((token, i) => i > 0 && i < 9 && token.lower === 'to');
  const verb = tokens[at + 1];
  if (
    at < 1 ||
    !verb ||
    !EVENT_VERBS.has(verb.lower) ||
    !/^[\p{Lu}\p{N}$€£"“'‘]/u.test(tokens[0]?.text ?? '')
  )
    return null;
  if (tokens.slice(0, at).some((token) => NO_HEADLINE.has(token.lower) || /[:?,]/.test(token.text)))
    return null;
  if (/(?:ing|ed)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  return { cue: { kind: 'arranged', strength: 0.85, denies: false, open: true }, from: at, to: at + 2 };
}
