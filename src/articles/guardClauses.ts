// Guards that look at the clause around a cue: questions, conditions, beliefs that are rejected, what is not known.
import { words } from './grammar.ts';
import { type Guard, REACH } from './guardContext.ts';
import { PREPOSITIONS } from './lexicon.ts';

const KNOWING = words(
  'know knows knew known knowing sure unsure clear unclear certain uncertain see seen say tell ask asked asks asking decide decides decided deciding determine determines determined depend depends ' +
    'question questions wonder wonders wondering understand guess explain imagine of on about over to predicting predict think show shows matter doubt doubts remains consider discuss debate reveal learn and is was but exactly just',
);
const BELIEFS = words(
  'idea notion belief beliefs myth fear fears claim claims view hope hopes assumption illusion fantasy concern concerns worry worries misconception narrative suggestion theory prophecy argument arguments thought rumours rumors perception',
);
const BELIEVING = words(
  'predict predicts believe believes think thinks hope hopes claim claims argue argues say says expect expects insist insists assume assumes fear fears imagine imagines feel',
);
const UNKNOWN = words(
  'know known clear unclear certain uncertain sure unsure say predict tell guess guarantee guaranteed guarantees',
);
const NOT = words(
  "don't doesn't didn't not no nobody never cannot can't won't hard impossible difficult too isn't aren't nothing",
);

/** Questions, whichever way they are put. */
export const question: Guard = (at, hit, { sentence, isQuestion }) =>
  isQuestion ||
  (at(hit.from) === 'will' &&
    sentence.tokens.slice(0, hit.from).every((token) => !/^[\p{L}\p{N}]/u.test(token.text)));

export const boilerplate: Guard = (_at, hit, { isBoilerplate, legal, dated }) =>
  isBoilerplate || (legal && !dated && hit.cue.kind === 'modal');

/** What the sentence itself takes back. */
export const denied: Guard = (_at, _hit, { isDenied }) => isDenied;

/** "Whether it will", "what they will do": a question inside a statement asserts nothing. */
export const embeddedQuestion: Guard = (at, hit, { dated }) => {
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
export const conditional: Guard = (at, hit, { conditions, dated }) => {
  if (hit.cue.kind === 'noun' || hit.cue.kind === 'attitude') return false;
  for (const i of conditions) {
    if (i > hit.from) return !dated && at(i) === 'if';
    if (/^[,–—(-]$/.test(at(i - 1)) && i > 3 && hit.from - i < 8) continue;
    return !dated;
  }
  return false;
};

/** "The idea that X will win is flawed", "contrary to the belief that", "optimists who think it will". */
export const rejectedBelief: Guard = (at, hit, { rejects }) => {
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
export const unknown: Guard = (at, hit) => {
  for (let i = hit.from - 1; i >= Math.max(0, hit.from - 12); i--) {
    if (/^(?:[;:.]|but)$/.test(at(i))) return false;
    if (!UNKNOWN.has(at(i))) continue;
    if (/^(?:unclear|uncertain|unsure)$/.test(at(i))) return true;
    for (let j = i - 1; j >= Math.max(0, i - 4); j--) if (NOT.has(at(j))) return true;
  }
  return false;
};

/** A line that only introduces what follows: "Our predictions are:", "it will look like this:". */
export const leadIn: Guard = (_at, hit, { sentence }) =>
  sentence.text.endsWith(':') &&
  (hit.cue.kind === 'noun' ||
    /\b(?:this|these|those|the following|follows|here|below)\s*:$/i.test(sentence.text.slice(-40)));
