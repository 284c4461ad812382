import type { Hit } from './cues.ts';
import { words } from './grammar.ts';
import { BE, BE_PAST, DETERMINERS, FORECASTERS, isAdverb, PREPOSITIONS, REPORTED_PAST } from './lexicon.ts';
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

type Guard = (at: (i: number) => string, hit: Hit, context: Context) => boolean;

const KNOWING = words(
  'know knows knew known knowing sure unsure clear unclear certain uncertain see seen say tell ask asked asks asking decide decides decided deciding determine determines determined depend depends ' +
    'question questions wonder wonders wondering understand guess explain imagine of on about over to predicting predict think show shows matter doubt doubts remains consider discuss debate reveal learn and is was but exactly just',
);
const HABIT = words(
  'always often usually typically generally sometimes normally regularly commonly frequently invariably happily gladly occasionally rarely automatically',
);
const META_VERBS = words(
  'know discuss look explore cover explain show examine review walk share talk describe focus outline present summarize summarise demonstrate assume introduce ' +
    'consider list detail analyze analyse dive return update post cite mention refer argue try attempt compare see notice',
);
const META_SUBJECTS = words(
  'article report post paper section chapter guide tutorial book essay newsletter document page series course video episode blog column list',
);
const BELIEFS = words(
  'idea notion belief beliefs myth fear fears claim claims view hope hopes assumption illusion fantasy concern concerns worry worries misconception narrative suggestion theory prophecy argument arguments thought rumours rumors perception',
);
const BELIEVING = words(
  'predict predicts believe believes think thinks hope hopes claim claims argue argues say says expect expects insist insists assume assumes fear fears imagine imagines feel',
);
const REJECTION = words(
  'flawed wrong challenged unfounded overblown misguided mistaken false exaggerated dismissed rejected myth nonsense debunked misplaced overstated naive naïve absurd unrealistic laughable misleading premature contrary disputed ridiculous refuted doubtful fanciful untrue implausible wishful disappointed',
);
const GOALS = words(
  'aim goal purpose idea plan way task role job point key intention objective trick challenge strategy mission solution answer approach step hope best option thing target object priority need secret focus policy reason ambition dream duty it this that what all if order essential vital necessary important still where first alternative temptation instinct rule thesis lesson',
);
const COMPARED = words('more less most least as twice times equally far');
const UNKNOWN = words(
  'know known clear unclear certain uncertain sure unsure say predict tell guess guarantee guaranteed guarantees',
);
const NOT = words(
  "don't doesn't didn't not no nobody never cannot can't won't hard impossible difficult too isn't aren't nothing",
);
const WISHES = words(
  'need needs want wants seek seeks looking find choose design create build require requires something anything anyone someone those whatever whoever',
);
/** How far a guard looks back for what governs a cue. */
const REACH = 40;

/** Questions, whichever way they are put. */
const question: Guard = (at, hit, { sentence, isQuestion }) =>
  isQuestion ||
  (at(hit.from) === 'will' &&
    sentence.tokens.slice(0, hit.from).every((token) => !/^[\p{L}\p{N}]/u.test(token.text)));

/** Cues that need a time to come, without one. */
const undated: Guard = (_at, hit, { dated }) => hit.cue.kind === 'dated' && !dated;

const boilerplate: Guard = (_at, hit, { isBoilerplate, legal, dated }) =>
  isBoilerplate || (legal && !dated && hit.cue.kind === 'modal');

/** What the sentence itself takes back. */
const denied: Guard = (_at, _hit, { isDenied }) => isDenied;

/** Nouns and names that look like the auxiliary. "Shall" is the law's word, but for "we shall". */
const notTheVerb: Guard = (at, hit, { sentence }) => {
  if (at(hit.from) === 'shall') return !/^(?:i|we)$/.test(subjectOf(at, hit.from));
  if (at(hit.from) !== 'will') return false;
  if (
    /^(?:the|a|an|free|his|her|their|my|your|its|our|own|good|ill|political|strong|sheer|at|living|god's|of|against|public|people's)$/.test(
      at(hit.from - 1),
    )
  )
    return true;
  const capital =
    sentence.tokens[hit.from]?.text === 'Will' && sentence.block.kind === 'prose' && !sentence.isTitle;
  return capital && /^\p{Lu}/u.test(sentence.tokens[hit.from + 1]?.text ?? '');
};

/** "Whether it will", "what they will do": a question inside a statement asserts nothing. */
const embeddedQuestion: Guard = (at, hit, { dated }) => {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 14); i--) {
    const word = at(i);
    if (/^[,;:"“”—–(]$/.test(word) || word === 'that') return false;
    const before = at(i - 1);
    if (word === 'whether') return true;
    if (word === 'if') return KNOWING.has(before);
    // "The beginning of what we will see next year" asserts that we will see it.
    if (word === 'what' && dated && before === 'of') return false;
    if (word === 'what' || word === 'how') return true;
    if (/^(?:when|where|why|who|which)$/.test(word)) {
      if (word === 'which' && PREPOSITIONS.has(before)) continue;
      if (word === 'when' && (i === 0 || /^(?:and|but|is|was)$/.test(before))) continue;
      if (i === 0 || KNOWING.has(before) || /^["“]$/.test(before)) return true;
    }
  }
  return false;
};

/** "If X, it will Y" and "it will Y if X" commit to nothing by themselves; an aside "if it happens" does not matter. */
const conditional: Guard = (at, hit, { conditions, dated }) => {
  if (hit.cue.kind === 'noun' || hit.cue.kind === 'attitude') return false;
  for (const i of conditions) {
    if (i > hit.from) return !dated && at(i) === 'if';
    if (/^[,–—(-]$/.test(at(i - 1)) && i > 3 && hit.from - i < 8) continue;
    return !dated;
  }
  return false;
};

/** The word that ends a cue's subject, adverbs left out. */
function subjectOf(at: (i: number) => string, from: number): string {
  let i = from - 1;
  while (i >= 0 && (isAdverb({ text: at(i), lower: at(i), start: 0, end: 0 }) || BE.has(at(i)))) i--;
  return at(i);
}

/** "You will need", "users will often": what is done, not what will come. */
const habit: Guard = (at, hit, { dated, docs }) => {
  const modal = hit.cue.kind === 'modal';
  for (let i = hit.from - 1; modal && i < hit.to; i++) if (HABIT.has(at(i))) return true;
  if (dated) return false;
  if (subjectOf(at, hit.from) === 'you' && hit.cue.kind !== 'noun') return true;
  return docs && hit.cue.kind !== 'noun';
};

/** "In this article we will look at", "we'll have to wait and see", "time will tell": the text speaks about itself. */
const meta: Guard = (at, hit, { sentence, dated }) => {
  // "24 things we think will happen": a title that counts what follows.
  if (
    (sentence.block.kind === 'heading' || sentence.isTitle) &&
    /^(?:(?:the|my|our|top) )*\d+ (?:\p{L}+ ){0,3}(?:things|predictions|trends|ways|reasons|forecasts|bets|ideas|questions)\b/iu.test(
      sentence.text.slice(0, 80),
    )
  )
    return true;
  if (hit.cue.kind !== 'modal') return false;
  const verb = at(hit.to - 1);
  if (/^(?:depend|vary|differ)$/.test(verb)) return true;
  const subject = subjectOf(at, hit.from);
  if (
    /^(?:some|many|most|readers|few|others|you)$/.test(subject) &&
    /^(?:recall|remember|know|recognise|recognize|agree|argue|say|note|notice|object|ask|wonder|point|tell|think)$/.test(
      verb,
    )
  )
    return true;
  if (META_SUBJECTS.has(subject) && META_VERBS.has(verb)) return true;
  if (!/^(?:we|i|let's)$/.test(subject)) return subject === 'time' && verb === 'tell';
  for (let i = hit.to; i < hit.to + 4; i++)
    if (at(i) === 'wait' && (at(i + 1) === 'and' || at(i - 1) === 'to')) return true;
  if (verb !== 'see') return META_VERBS.has(verb);
  if (dated && at(hit.to) === 'in') return false;
  return (
    /^(?:what|how|if|whether|who|when|which|where|in|below|above|later|that|why|about|soon|again|you|)$/.test(
      at(hit.to),
    ) || /^[.,]$/.test(at(hit.to))
  );
};

/** "I'll be brief", "I will try": one's own doings, unless somebody says so in public. */
const ownIntention: Guard = (at, hit, { spoken }) =>
  hit.cue.kind === 'modal' &&
  subjectOf(at, hit.from) === 'i' &&
  !spoken &&
  !/^(?:bet|predict|be)$/.test(at(hit.to - 1));

/** "The idea that X will win is flawed", "contrary to the belief that", "optimists who think it will". */
const rejectedBelief: Guard = (at, hit, { rejects }) => {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - REACH); i--) {
    if (/^[;:]$/.test(at(i))) return false;
    if (
      at(i) === 'that' &&
      BELIEFS.has(at(i - 1)) &&
      (rejects || /^(?:idea|notion|belief|assumption|myth|misconception|illusion|fantasy)$/.test(at(i - 1)))
    )
      return true;
    if (at(i) === 'who' && BELIEVING.has(at(i + 1)) && i + 1 < hit.from && at(i - 1) !== ',') return true;
    if (/^(?:nobody|no-one|few)$/.test(at(i)) && BELIEVING.has(at(i + 1))) return true;
    if (
      /^(?:easy|tempting|wrong|mistake|naive|foolish|misguided|mistaken)$/.test(at(i)) &&
      /^(?:to)$/.test(at(i + 1))
    )
      return true;
  }
  return false;
};

/** "We don't know that it will", "it is not clear that", "no guarantee that". */
const unknown: Guard = (at, hit) => {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 12); i--) {
    if (/^(?:[;:.]|but)$/.test(at(i))) return false;
    if (!UNKNOWN.has(at(i))) continue;
    if (/^(?:unclear|uncertain|unsure)$/.test(at(i))) return true;
    for (let j = i - 1; j >= Math.max(0, i - 4); j--) if (NOT.has(at(j))) return true;
  }
  return false;
};

/** "Was expected to", "were due to": what had been expected, unless somebody reports it now or its time is ahead. */
const pastExpectation: Guard = (at, hit, { reporters, dated }) => {
  if (!/^(?:expected|likely|modal|dated)$/.test(hit.cue.kind)) return false;
  let i = hit.from - (BE.has(at(hit.from)) ? 0 : 1);
  while (i >= 0 && (/^(?:been|to)$/.test(at(i)) || isAdverb({ text: at(i), lower: at(i), start: 0, end: 0 })))
    i--;
  if (!BE_PAST.has(at(i)) && !/^(?:wasn't|weren't|hadn't)$/.test(at(i))) return false;
  return !dated && !reporters.some((reporter) => reporter !== hit.from && reporter !== hit.to - 1);
};

/** "They predicted prices to fall" reports a forecast; "had expected it to", "was expected" and mere past do not. */
const pastForecast: Guard = (at, hit, { sentence, past }) => {
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
const notReported: Guard = (at, hit, { sentence, conditions, dated, past, reporters, reportedBefore }) => {
  if (hit.cue.kind !== 'reported' || !/^(?:would|'d|wouldn't)$/.test(at(hit.from))) return false;
  if (HYPOTHETICAL.has(at(hit.to - 1)) || (conditions.length > 0 && !dated)) return true;
  if (/^by (?:that time|then)\b/i.test(sentence.text)) return false;
  if (past || (LONG_AGO.test(sentence.text) && !dated)) return true;
  // "We said that it would": one's own forecasts of old, unless their time is still to come.
  if (reporters.length && !dated && reporters.every((i) => /^(?:i|we)$/.test(at(i - 1)))) return true;
  if (reporters.length || /\baccording to\b/i.test(sentence.text)) return false;
  return !(reportedBefore && /^["“]?(?:he|she|it|they|the|this|that|mr|ms)\b/i.test(sentence.text));
};
const HYPOTHETICAL = words(
  'have like rather love prefer argue say suggest think expect imagine hope seem appear mean',
);
const LONG_AGO = /\b(?:last year|years? ago|back in|at the time)\b/i;

/** "More likely to" compares; "likely to have gone" looks back. */
const comparison: Guard = (at, hit, { dated }) => {
  if (hit.cue.kind !== 'likely' && hit.cue.kind !== 'expected') return false;
  if (hit.cue.kind === 'likely' && COMPARED.has(at(hit.from - 1)) && !dated) return true;
  return at(hit.to - 1) === 'have' && /(?:ed|en|been|gone|had|made|left|lost|won)$/.test(at(hit.to));
};

/** "The aim is to", "if it is to": what is wanted. */
const goal: Guard = (at, hit) => {
  if (hit.cue.kind !== 'arranged') return false;
  for (let i = Math.max(0, hit.from - 10); i < hit.from; i++) if (GOALS.has(at(i))) return true;
  return false;
};

/** "As analysts expect", "the trends they anticipate for": no statement, but a comparison or a relative clause. */
const asExpected: Guard = (at, hit, { sentence }) => {
  const before = at(hit.from - 1);
  // "Their forecast to growth of 2%": the noun.
  if (hit.cue.kind === 'expected' && /^(?:forecast|set|estimated)$/.test(at(hit.from)))
    return DETERMINERS.has(before);
  if (
    hit.cue.kind === 'dated' &&
    /^(?:expect|anticipate|predict|foresee|forecast|project|envision|envisage)$/.test(at(hit.from))
  )
    return (
      !before ||
      /^(?:had|to|can|could|may|might|should|would|will|you|i|we|they|do|not|a|an|the|their|its|our|this|that|new|and|or)$/.test(
        before,
      ) ||
      PREPOSITIONS.has(before)
    );
  // "I have no plans to": the noun.
  if (hit.cue.kind === 'dated' && /^(?:plans?|hopes?|aims?|targets)$/.test(at(hit.from)))
    return DETERMINERS.has(before);
  if (hit.cue.kind !== 'attitude') return false;
  if (
    at(hit.from) === 'expect' &&
    /^(?:you|to|can|could|should|would|will|do|not|i|we|they|customers|users|people|consumers|employers|employees|parents)$/.test(
      before,
    )
  )
    return true;
  if (/^(?:as|than|what|whatever|which)$/.test(before)) return true;
  if (/^(?:i|we|they|you)$/.test(at(hit.from))) {
    const plain =
      hit.from === 0 ||
      /^[^\p{L}]/u.test(before) ||
      /^(?:that|and|but|so|because|while|why|although|though|however|said|says|where|which|thus|therefore|then|since|when|if|now|year|also)$/.test(
        before,
      );
    return !plain || /^(?:for|in|from|and|or|as)$/.test(at(hit.to));
  }
  if (FORECASTERS.has(at(hit.from))) return false;
  return (
    PREPOSITIONS.has(before) ||
    DETERMINERS.has(before) ||
    /^(?:like|of)$/.test(at(hit.from + 1)) ||
    (hit.from === 0 && sentence.block.kind === 'item')
  );
};

/** "We need a law that will stop it", "tools that will help": the future of a wish. */
const wished: Guard = (at, hit, { dated }) => {
  if (
    hit.cue.kind !== 'modal' ||
    dated ||
    !/^(?:that|who|which)$/.test(at(hit.from - 1)) ||
    at(hit.from - 2) === ','
  )
    return false;
  for (let i = Math.max(0, hit.from - REACH); i < hit.from; i++) if (WISHES.has(at(i))) return true;
  return false;
};

/** A line that only introduces what follows: "Our predictions are:", "it will look like this:". */
const leadIn: Guard = (_at, hit, { sentence }) =>
  sentence.text.endsWith(':') &&
  (hit.cue.kind === 'noun' ||
    /\b(?:this|these|those|the following|follows|here|below)\s*:$/i.test(sentence.text.slice(-40)));

const GUARDS: Readonly<Record<string, Guard>> = {
  question,
  undated,
  boilerplate,
  denied,
  notTheVerb,
  embeddedQuestion,
  conditional,
  habit,
  meta,
  ownIntention,
  rejectedBelief,
  unknown,
  pastExpectation,
  pastForecast,
  notReported,
  comparison,
  goal,
  asExpected,
  wished,
  leadIn,
};

const NAMED = Object.entries(GUARDS);

/** The name of the guard that refuses a cue where it stands, or null when it is a prediction. */
export function refusedBy(hit: Hit, context: Context): string | null {
  const { tokens } = context.sentence;
  const at = (i: number): string => tokens[i]?.lower ?? '';
  for (const [name, guard] of NAMED) if (guard(at, hit, context)) return name;
  return null;
}

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
