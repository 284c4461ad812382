// Guards that look at what the cue's own words mean here: nouns, habits, wishes, goals, the text's talk about itself.
import { words } from './grammar.ts';
import { type Guard, REACH, subjectOf } from './guardContext.ts';
import { BE, BE_PAST, DETERMINERS, FORECASTERS, PREPOSITIONS } from './lexicon.ts';
import type { Sentence } from './sentences.ts';

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
const GOALS = words(
  'aim goal purpose idea plan way task role job point key intention objective trick challenge strategy mission solution answer approach step hope best option thing target object priority need secret focus policy reason ambition dream duty it this that what all if order essential vital necessary important still where first alternative temptation instinct rule thesis lesson',
);
const COMPARED = words('more less most least as twice times equally far');
const WISHES = words(
  'need needs want wants seek seeks looking find choose design create build require requires something anything anyone someone those whatever whoever',
);

/** Cues that need a time to come, without one. */
export const undated: Guard = (_at, hit, { dated }) => hit.cue.kind === 'dated' && !dated;

/** A heading, or a line that does not end like a sentence. */
const isTitleLike = ({ block, isTitle, text }: Sentence): boolean =>
  block.kind === 'heading' || isTitle || !/[.!?…]["'”’)\]]*$/.test(text);

/** Nouns and names that look like the auxiliary. "Shall" is the law's word, but for "we shall". */
export const notTheVerb: Guard = (at, hit, { sentence }) => {
  if (at(hit.from) === 'shall') return !/^(?:i|we)$/.test(subjectOf(at, hit.from));
  if (at(hit.from) !== 'will') return false;
  if (
    /^(?:the|a|an|free|his|her|their|my|your|its|our|own|good|ill|political|strong|sheer|at|living|god's|of|against|public|people's)$/.test(
      at(hit.from - 1),
    )
  )
    return true;
  // "Will" with a capital is a name, but for titles, where every word has one.
  if (sentence.tokens[hit.from]?.text !== 'Will' || isTitleLike(sentence)) return false;
  return /^\p{Lu}/u.test(sentence.tokens[hit.from + 1]?.text ?? '');
};

/** "You will need", "users will often": what is done, not what will come. */
export const habit: Guard = (at, hit, { dated, docs }) => {
  const modal = hit.cue.kind === 'modal';
  for (let i = hit.from - 1; modal && i < hit.to; i++) if (HABIT.has(at(i))) return true;
  if (dated) return false;
  if (subjectOf(at, hit.from) === 'you' && hit.cue.kind !== 'noun') return true;
  return docs && hit.cue.kind !== 'noun';
};

/** "In this article we will look at", "we'll have to wait and see", "time will tell": the text speaks about itself. */
export const meta: Guard = (at, hit, { sentence, dated }) => {
  // "24 things we think will happen": a title that counts what follows.
  if (
    isTitleLike(sentence) &&
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
  if (/^(?:predictions?|forecasts?)$/.test(subject) && /^(?:be|prove|look|seem|age)$/.test(verb)) return true;
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
export const ownIntention: Guard = (at, hit, { spoken }) =>
  hit.cue.kind === 'modal' &&
  subjectOf(at, hit.from) === 'i' &&
  !spoken &&
  !/^(?:bet|predict|be)$/.test(at(hit.to - 1));

/** "More likely to" compares; "likely to have gone" looks back. */
export const comparison: Guard = (at, hit, { dated }) => {
  if (hit.cue.kind !== 'likely' && hit.cue.kind !== 'expected') return false;
  if (hit.cue.kind === 'likely' && COMPARED.has(at(hit.from - 1)) && !dated) return true;
  return (
    at(hit.to - 1) === 'have' &&
    /(?:ed|en|been|gone|had|made|left|lost|won|sunk|begun|come|become|done|found|grown|held|kept|known|led|met|paid|sold|sent|spent|told|built|bought|brought|caught|cost|cut|hit|put|read|run|set)$/.test(
      at(hit.to),
    )
  );
};

/** "The aim is to", "if it is to": what is wanted. */
export const goal: Guard = (at, hit) => {
  if (hit.cue.kind !== 'arranged') return false;
  for (let i = Math.max(0, hit.from - 10); i < hit.from; i++) if (GOALS.has(at(i))) return true;
  return false;
};

/** "As analysts expect", "the trends they anticipate for": no statement, but a comparison or a relative clause. */
export const asExpected: Guard = (at, hit, { sentence }) => {
  const before = at(hit.from - 1);
  // "Their forecast to growth of 2%": the noun.
  if (hit.cue.kind === 'expected' && /^(?:forecast|set|estimated)$/.test(at(hit.from)))
    return DETERMINERS.has(before);
  if (
    hit.cue.kind === 'dated' &&
    /^(?:expect|anticipate|predict|predicted|foresee|forecast|forecasted|project|projected|envision|envisage)$/.test(
      at(hit.from),
    )
  )
    return (
      !before ||
      /^(?:had|to|can|could|may|might|should|would|will|you|i|we|they|do|not|a|an|the|their|its|our|this|that|new)$/.test(
        before,
      ) ||
      (/^(?:and|or)$/.test(before) && !/ed$/.test(at(hit.from))) ||
      PREPOSITIONS.has(before) ||
      BE.has(before) ||
      BE_PAST.has(before)
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
export const wished: Guard = (at, hit, { dated }) => {
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
