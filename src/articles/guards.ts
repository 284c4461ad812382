import type { Hit } from './cues.ts';
import { words } from './grammar.ts';
import { BE, BE_PAST, DETERMINERS, isAdverb, PREPOSITIONS, REPORTED_PAST, REPORTING } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/** What a guard may know besides the sentence. */
export interface Context {
  /** The text is documentation: "will" says what a program does. */
  docs: boolean;
  /** The sentence names a time that lies ahead of the article's date. */
  dated: boolean;
  /** The sentence names only times that had passed at the article's date. */
  past: boolean;
  /** The sentence stands in quotation marks, or is reported, with a speaker. */
  spoken: boolean;
  /** The sentence before reported what somebody said. */
  reportedBefore: boolean;
}

type Guard = (sentence: Sentence, hit: Hit, context: Context) => boolean;

const KNOWING = words(
  'know knows knew known knowing sure unsure clear unclear certain see seen say tell ask asked asks asking decide decides decided deciding determine determines determined depend depends ' +
    'question questions wonder wonders wondering understand guess explain imagine of on about over to predicting predict think show shows matter doubt doubts remains consider discuss debate reveal learn and is was but',
);
const QUIET_SUBJECTS = words('you');
const HABIT = words(
  'always often usually typically generally sometimes normally regularly commonly frequently invariably happily gladly occasionally rarely automatically',
);
const META_VERBS = words(
  'discuss look explore cover explain show examine review walk share talk describe focus outline present summarize summarise demonstrate assume introduce ' +
    'consider list detail analyze analyse learn dive start begin use return update publish post cite mention refer argue try attempt compare see find notice',
);
const META_SUBJECTS = words(
  'article report post paper section chapter guide tutorial book essay newsletter document page series course video episode blog',
);
const LEGAL = words(
  'agreement hereby herein thereof hereunder parties party licensee licensor undersigned obligation subscriber subscribers cookies privacy warranty warranties liable liability disclaimer ' +
    'forward-looking refund refunds unsubscribe terms jurisdiction copyright',
);
const BELIEFS = words(
  'idea notion belief beliefs myth fear fears claim claims view hope hopes assumption illusion fantasy concern concerns worry worries misconception narrative suggestion theory prophecy argument arguments thought rumours rumors perception',
);
const REJECTION = words(
  'flawed wrong challenged unfounded overblown misguided mistaken false exaggerated dismissed rejected myth nonsense debunked misplaced overstated naive naïve absurd unrealistic laughable misleading premature contrary disputed ridiculous refuted doubtful fanciful untrue implausible',
);
const GOALS = words(
  'aim goal purpose idea plan way task role job point key intention objective trick challenge strategy mission solution answer approach step hope best option thing target object priority need secret focus policy reason ambition dream duty it this that what all',
);
const COMPARED = words('more less most least as twice times equally far');

const lower = (sentence: Sentence, i: number): string => sentence.tokens[i]?.lower ?? '';

/** Questions, whichever way they are put. */
const question: Guard = (sentence, hit) => {
  if (/\?["'”’)\]]*$/.test(sentence.text) || /\?["”]/.test(sentence.text)) return true;
  const first = sentence.tokens.findIndex((token) => /^\p{L}/u.test(token.text));
  return first >= 0 && hit.from === first && lower(sentence, first) === 'will';
};

/** "whether it will", "what they will do": a question inside a statement asserts nothing. */
const embeddedQuestion: Guard = (sentence, hit) => {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 14); i--) {
    const at = lower(sentence, i);
    if (/^[,;:"“”—–(]$/.test(at) || at === 'that') return false;
    const before = lower(sentence, i - 1);
    if (at === 'whether') return true;
    if (at === 'if') return KNOWING.has(before);
    if (at === 'what' || at === 'how') return true;
    if (at === 'when' || at === 'where' || at === 'why' || at === 'who' || at === 'which') {
      const opens = i === 0 || KNOWING.has(before) || before === '"' || before === '“';
      if (
        opens &&
        !(at === 'which' && PREPOSITIONS.has(before)) &&
        !(at === 'when' && (i === 0 || before === 'and' || before === 'but'))
      )
        return true;
    }
  }
  return false;
};

/** "If X, it will Y" and "it will Y if X" commit to nothing by themselves; "even if" does, and so does an aside "if it happens". */
const conditional: Guard = (sentence, hit, context) => {
  if (hit.cue.kind === 'noun') return false;
  for (const [i, token] of sentence.tokens.entries()) {
    if (token.lower !== 'if' && token.lower !== 'unless') continue;
    const before = lower(sentence, i - 1);
    if (/^(?:even|as|what|only|surprised|see|ask|wonder|know|determine|decide)$/.test(before)) continue;
    if (i < hit.from) {
      const aside =
        before === ',' &&
        sentence.tokens.slice(i, hit.from).filter((t) => t.lower === ',').length === 1 &&
        i > 3;
      if (aside && hit.from - i < 8) continue;
      if (context.dated && i > 0 && before === ',') continue;
      return true;
    }
    if (/^[,(]$/.test(before) && /^(?:not|any|anything|ever|ever)$/.test(lower(sentence, i + 1))) continue;
    return !context.dated;
  }
  const first = sentence.tokens.findIndex((token) => /^\p{L}/u.test(token.text));
  return (
    /^(?:were|had|should|suppose|supposing|imagine|assuming)$/.test(lower(sentence, first)) &&
    hit.from > first
  );
};

/** Nouns, names and fixed phrases that look like the auxiliary. */
const notTheVerb: Guard = (sentence, hit) => {
  if (lower(sentence, hit.from) !== 'will') return false;
  const token = sentence.tokens[hit.from] as Token;
  const before = lower(sentence, hit.from - 1);
  if (
    /^(?:the|a|an|free|his|her|their|my|your|its|our|own|good|ill|political|strong|sheer|at|living|god's|of|against|public|people's)$/.test(
      before,
    )
  )
    return true;
  return (
    token.text === 'Will' &&
    sentence.block.kind === 'prose' &&
    !sentence.isTitle &&
    /^\p{Lu}/u.test(sentence.tokens[hit.from + 1]?.text ?? '')
  );
};

/** "You will need", "users will often": what is done, not what will come. */
const habit: Guard = (sentence, hit, context) => {
  const subject = subjectBefore(sentence, hit.from);
  if (context.dated) return false;
  if (subject === 'you' && QUIET_SUBJECTS.has(subject)) return true;
  if (hit.cue.kind !== 'modal') return false;
  for (let i = hit.from - 1; i < hit.to; i++) if (HABIT.has(lower(sentence, i))) return true;
  return context.docs;
};

/** The word before the auxiliary, adverbs left out: its subject's last word. */
function subjectBefore(sentence: Sentence, at: number): string {
  let i = at - 1;
  while (i >= 0 && (isAdverb(sentence.tokens[i] as Token) || BE.has(lower(sentence, i)))) i--;
  return lower(sentence, i);
}

/** "In this article we will look at": the text speaks about itself. */
const meta: Guard = (sentence, hit) => {
  if (hit.cue.kind !== 'modal') return false;
  const verb = lower(sentence, hit.to - 1);
  const subject = subjectBefore(sentence, hit.from);
  if (META_SUBJECTS.has(subject) && META_VERBS.has(verb)) return true;
  if (!/^(?:we|i|let's)$/.test(subject)) return subject === 'time' && verb === 'tell';
  const next = lower(sentence, hit.to);
  if (verb === 'see')
    return /^(?:what|how|if|whether|who|when|which|where|in|below|above|later|that|why|\.|,|about|,|soon|again|you)$/.test(
      next,
    );
  return META_VERBS.has(verb) && !/^(?:launch)$/.test(verb);
};

/** "I'll be brief", "I will try": one's own doings, unless a named person says so in public. */
const ownIntention: Guard = (sentence, hit, context) =>
  hit.cue.kind === 'modal' &&
  subjectBefore(sentence, hit.from) === 'i' &&
  !context.spoken &&
  !context.dated &&
  !/^(?:bet|predict|be)$/.test(lower(sentence, hit.to - 1));

const legal: Guard = (sentence, hit, context) => {
  if (lower(sentence, hit.from) === 'shall' && !/^(?:i|we)$/.test(subjectBefore(sentence, hit.from)))
    return true;
  const count = sentence.tokens.filter((token) => LEGAL.has(token.lower)).length;
  if (
    count >= 2 ||
    (count === 1 &&
      !context.dated &&
      /\b(?:you|your|shall|herein|hereby|forward-looking)\b/i.test(sentence.text))
  )
    return true;
  return /^(?:by )?(?:click|subscrib|sign(?:ing)? up|submitting|using this)/i.test(sentence.text);
};

/** "The idea that X will win is flawed", "contrary to the belief that", "nobody thinks that". */
const rejectedBelief: Guard = (sentence, hit) => {
  for (let i = hit.from - 1; i >= 0; i--) {
    if (lower(sentence, i) !== 'that') continue;
    if (!BELIEFS.has(lower(sentence, i - 1))) continue;
    const around = sentence.tokens;
    return around.some((token, at) => (at < i || at > hit.to) && REJECTION.has(token.lower));
  }
  return false;
};

const UNKNOWN = words(
  'know known clear unclear certain uncertain sure unsure say predict tell guess guarantee guaranteed',
);
const NOT = words(
  "don't doesn't didn't not no nobody never cannot can't won't hard impossible difficult unclear uncertain unsure isn't aren't",
);
/** "We don't know that it will", "it is not clear that", "no guarantee that". */
const unknown: Guard = (sentence, hit) => {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 12); i--) {
    if (/^[;:.]$/.test(lower(sentence, i))) return false;
    if (!UNKNOWN.has(lower(sentence, i))) continue;
    if (/^(?:unclear|uncertain|unsure)$/.test(lower(sentence, i))) return true;
    for (let j = i - 1; j >= Math.max(0, i - 4); j--) if (NOT.has(lower(sentence, j))) return true;
  }
  return false;
};

/** "Was expected to", "were due to": what had been expected, unless somebody reports it now. */
const pastExpectation: Guard = (sentence, hit, context) => {
  if (!/^(?:expected|likely|arranged|modal)$/.test(hit.cue.kind)) return false;
  let i = hit.from - (BE.has(lower(sentence, hit.from)) ? 0 : 1);
  while (i >= 0 && (isAdverb(sentence.tokens[i] as Token) || /^(?:been|to)$/.test(lower(sentence, i)))) i--;
  if (!BE_PAST.has(lower(sentence, i)) && !/^(?:wasn't|weren't|hadn't)$/.test(lower(sentence, i)))
    return false;
  return !(reporterAround(sentence, i) || context.dated);
};

/** A verb of saying in the past that governs what stands at `at`, before it or after it. */
function reporterAround(sentence: Sentence, at: number): boolean {
  return sentence.tokens.some((token, i) =>
    i < at
      ? REPORTED_PAST.has(token.lower) && !DETERMINERS.has(lower(sentence, i - 1))
      : i > at && /^(?:said|added|predicted|warned|told)$/.test(token.lower),
  );
}

/** "Would" is a forecast only as the future of something said; "would have" and "would if" are not. */
const notReported: Guard = (sentence, hit, context) => {
  if (hit.cue.kind !== 'reported') return false;
  const verb = lower(sentence, hit.to - 1);
  if (/^(?:have|like|rather|love|prefer|argue|say|suggest|think|expect|imagine|hope)$/.test(verb))
    return true;
  if (sentence.tokens.some((token) => token.lower === 'if' || token.lower === 'unless')) return true;
  if (/^by (?:that time|then)\b/i.test(sentence.text)) return false;
  if (context.past) return true;
  return !(
    reporterAround(sentence, hit.from) ||
    /\baccording to\b/i.test(sentence.text) ||
    (context.reportedBefore && /^["“]?(?:he|she|it|they|the|this|that|mr|ms)\b/i.test(sentence.text))
  );
};

/** Dated cues need their date. */
const undated: Guard = (_sentence, hit, context) => hit.cue.kind === 'dated' && !context.dated;

/** "More likely to" compares; "likely to have gone" looks back. */
const comparison: Guard = (sentence, hit, context) => {
  if (hit.cue.kind !== 'likely' && hit.cue.kind !== 'expected') return false;
  if (hit.cue.kind === 'likely' && COMPARED.has(lower(sentence, hit.from - 1)) && !context.dated) return true;
  return (
    lower(sentence, hit.to - 1) === 'have' &&
    /(?:ed|en|been|gone|had|made|left|lost|won)$/.test(lower(sentence, hit.to))
  );
};

/** "The aim is to", "what matters is to": what is wanted. */
const goal: Guard = (sentence, hit) => {
  if (hit.cue.kind !== 'arranged') return false;
  const before = sentence.tokens.slice(Math.max(0, hit.from - 8), hit.from);
  return before.some((token) => GOALS.has(token.lower)) || /^(?:ing|be)$/.test(lower(sentence, hit.from - 1));
};

/** "As expected", "than forecast". */
const asExpected: Guard = (sentence, hit) =>
  /^(?:as|than|what|be|is)$/.test(lower(sentence, hit.from - 1)) && hit.cue.kind === 'attitude';

/** "We need a law that will stop it", "looking for tools that will help": the future of a wish. */
const wished: Guard = (sentence, hit, context) => {
  if (hit.cue.kind !== 'modal' || context.dated) return false;
  const relative = lower(sentence, hit.from - 1);
  if (relative !== 'that' && relative !== 'who' && relative !== 'which') return false;
  if (lower(sentence, hit.from - 2) === ',') return false;
  return sentence.tokens
    .slice(0, hit.from)
    .some((token) =>
      /^(?:need|needs|want|wants|seek|seeks|looking|find|choose|design|create|build|require|requires|something|anything|anyone|someone|those)$/.test(
        token.lower,
      ),
    );
};

/** A statement that only introduces a list. */
const leadIn: Guard = (sentence, hit) => sentence.text.endsWith(':') && hit.cue.kind === 'noun';

const GUARDS: readonly Guard[] = [
  question,
  undated,
  notTheVerb,
  embeddedQuestion,
  conditional,
  habit,
  meta,
  ownIntention,
  legal,
  rejectedBelief,
  unknown,
  pastExpectation,
  notReported,
  comparison,
  goal,
  asExpected,
  wished,
  leadIn,
];

/** Whether a cue is a prediction where it stands. */
export const stands = (sentence: Sentence, hit: Hit, context: Context): boolean =>
  !GUARDS.some((guard) => guard(sentence, hit, context));

/** For diagnosis and tests: the guard that refuses a cue, or null. */
export const refusedBy = (sentence: Sentence, hit: Hit, context: Context): string | null =>
  GUARDS.find((guard) => guard(sentence, hit, context))?.name ?? null;

export const reports = (sentence: Sentence): boolean =>
  sentence.tokens.some((token) => REPORTING.has(token.lower));
