import { unwrap } from './leads.ts';
import { withoutFurniture } from './plain.ts';
import { type Found, predicatorIn, split } from './predicator.ts';
import { baseForm, looksParticiple, looksThirdPerson } from './verbs.ts';

/** What a prediction says, taken out of the words around it. */
export interface Clause {
  /** "recursive self-improvement happens" of "if it happens, X will": the question only counts if this comes about. */
  condition: string | null;
  /** Without a leading connective, as it stands in the text: "Open weight models". `there` in "there will be". */
  subject: string;
  /** From the verb's base form on: "keep pace". */
  predicate: string;
  /** Whether the sentence denies it ("won't", "I doubt that"). The predicate itself is positive. */
  negated: boolean;
  /** A nominal prediction: "the most likely candidate is Apple". */
  nominal: boolean;
  /** A second prediction was joined to this one by "and" and left out. */
  split: boolean;
}

const apposition =
  /^(?:the|a|an|who|which|led|based|now|already|including|supported|backed|known|one of|along|such|like|as well|however|too)\b/i;
const adjective = /(?:^|[\s-])(?:new|\w+(?:ful|ive|al|ic|ous|ary|ed|less|able|ern)|\w+-\w+)$/i;

/** The last comma-separated piece before the verb, unless the commas make a list or hold an apposition. */
const subjectWords = (before: string): string => {
  let text = before
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/^["']+/, '')
    .trim();
  text = text.replace(
    /^.{0,200}\b(?:saying|adding|warning|arguing|claiming|predicting) (?:that )?(?=\S)/i,
    '',
  );
  // "one in four Turks - or 18 million people - will": what stands between the dashes explains.
  text = text.replace(/ [–—-] [^–—]{2,80} [–—-]$/, '');
  const clauseBreak = /^.*(?:[;:]| [–—] | - |[.?!]["']? (?=[A-Z]))\s*/.exec(text);
  if (clauseBreak) text = text.slice(clauseBreak[0].length);
  const pronoun =
    /\b(?:as|because|since|so|that|and|but|while|when|where|although|though|then|which means) (it|they|he|she|this|that|these|those|we|there|I)$/i.exec(
      text,
    );
  if (pronoun?.[1]) return pronoun[1];
  const joined = /^.* (?:is|are|was|were|has|have|had) .*\b(?:and|but|so|as|because) ([^,]{3,60})$/i.exec(
    text,
  );
  if (joined?.[1]) return joined[1];
  const pieces = text.replace(/,$/, '').split(/,\s+/);
  const first = pieces[0] ?? text;
  const last = pieces.at(-1) ?? text;
  if (pieces.length === 1) return first;
  const short = (piece: string): boolean => piece.split(' ').length <= 5;
  const name = (piece: string): boolean => /[A-Z]/.test(piece) && piece.split(' ').length <= 3;
  if (
    pieces
      .slice(0, -1)
      .every((piece, i) => short(piece) || (i === 0 && /\b(?:such as|like|including)\b/.test(piece)))
  ) {
    if (/\b(?:and|or)\b/i.test(last) || pieces.every(name)) return text;
  }
  if (text.endsWith(',') || (pieces.length > 2 && apposition.test(pieces[1] ?? ''))) return first;
  if (adjective.test(pieces.at(-2) ?? '') && text.split(' ').length <= 14) return text;
  return last.replace(/^(?:and|but|or|so) /i, '');
};

/** "No party", "nobody", "neither side": asked of any, and denied. */
const negative = /^(?:no one|nobody|none of|neither of|neither|no)(?: |$)/i;
const affirmed = (clause: Clause): Clause => {
  const words = negative.exec(clause.subject)?.[0];
  if (words === undefined) return clause;
  const any = /one|body/i.test(words)
    ? 'anybody '
    : /of/i.test(words)
      ? 'any of '
      : /neither/i.test(words)
        ? 'either '
        : 'any ';
  return {
    ...clause,
    subject: `${any}${clause.subject.slice(words.length)}`.trim(),
    negated: !clause.negated,
  };
};

/** Cuts reasons, asides and further predictions off the end of a predicate. */
const trimPredicate = (after: string): { predicate: string; split: boolean } => {
  let text = after
    .replace(/\s*\([^)]*\)?/g, '')
    .replace(/\s*\[[^\]]*\]/g, '')
    .replace(/[\s.]+$/, '');
  let joined = false;
  const second =
    /,? (?:and|but|or) (?:then |instead |also |it |they |he |she |we |I |[\w' -]{2,70} )?(?:will|would|won't|is going to|are going to|could|may|might)\b.*$/i.exec(
      text,
    );
  if (second && second.index > 3) {
    text = text.slice(0, second.index);
    joined = true;
  }
  const cuts = [
    /\s+[–—]\s.*$/,
    /\s+-{1,2}\s.*$/,
    /[;:]\s.*$/,
    /—.*$/,
    /,?\s+(?:(?<!\ball )but|though|although|whereas|because|so that|so long as|as long as|even if|even though|unless)\s.*$/i,
    /,\s+(?:while|which|who|where|as|with|since|and (?:it|they|this|that|he|she|we|there|growth)\b|not|up from|down from|due to|thus|allowing|attempting|making|leading|including|supported|driven|according|despite|regardless|growing|forcing|giving|still|followed|putting|following|if)\b.*$/i,
    /\s+(?:as (?:(?:the|its|their) [\w-]+ [a-z]+s$|(?:it|they|we|he|she|more|models|companies|criminals|prices|costs|firms|governments|demand|supply)\b)|while (?:it|they|the)\b|since (?:it|they|the|any|many|no)\b|when (?:it|they|the)\b|despite|due to|thanks to|just like|, like)\s.*$/i,
    /\s+where\s.*$/i,
    /,? and (?:the|an?|its|their|his|her) [\w' -]{2,60}? (?:is|are|was|were|has|have) .*$/i,
    /,\s+(?!including|being|according)[a-z]+ing\b(?!,? and\b)[^,]*$/,
    /,?\s+before (?:rising|falling|recovering|growing|dropping|easing|picking|slowing|easter|christmas|summer|the summer|winter)\b.*$/i,
    /(?<=.{15})(?<!\bsuch)\s+as (?!the\b|an?\b|well\b|part\b|of\b|many\b|much\b|its\b|their\b|high\b|low\b|little\b|few\b|early\b|soon\b)(?:[\w-]+ ){1,4}(?!of\b)[a-z]+$/i,
    /,?\s+(?:rather than|instead of|not by|not for|compared (?:with|to) (?:what|how))\s.*$/i,
  ];
  for (const cut of cuts) {
    const found = cut.exec(text);
    if (
      found &&
      found.index > 3 &&
      /\s/.test(text.slice(0, found.index).trim() + (found.index > 8 ? ' ' : ''))
    )
      text = text.slice(0, found.index);
  }
  return { predicate: text.replace(/[\s,.;:!?"']+$/, '').replace(/^[\s,]+/, ''), split: joined };
};

const superlative =
  /^(?:the )?(?:most likely|likeliest|probable|clear|obvious|strongest|leading|safest|best)(?: [\w-]+){0,2} (?:candidate|winner|contender|favou?rite|successor|outcome|result|scenario|bet|choice|pick|name|buyer|target|one)[^,]{0,60}? (?:is|are|remains|would be|will be) (?:that )?/i;

const amount =
  /^(?:at least|at most|fewer|more|less|greater|over|under|about|around|\d|significant|major|minor|new|another|some)\b/i;

/** "The mill which will close will be sold": the second is what is predicted, of "the mill which will close". */
const withoutRelative = (found: Found): Found => {
  const main = /\b(?:which|that|who)$/.test(found.before)
    ? /^((?:[^\s,;:.]+ ){1,10}?)(?:will|would) (?!not )/.exec(found.after)
    : null;
  return main
    ? {
        before: `${found.before} will ${main[1]?.trim()}`,
        after: found.after.slice(main[0].length),
        negated: false,
      }
    : found;
};

/** Statements without a verb of the future, as lists of predictions have them. */
const verbless = (text: string): Omit<Clause, 'condition' | 'split'> | null => {
  const heading = /^((?:[A-Z0-9][^\s,]* |[a-z][^\s,]* ){1,6}?)to ([a-z][\w-]+ .*)$/.exec(text);
  if (heading?.[1] && heading[2] && !/\b(?:is|are|has|have|was|were|due|way|how|time)\b/i.test(heading[1])) {
    return { subject: heading[1].trim(), predicate: heading[2], negated: false, nominal: false };
  }
  const words = text.split(' ');
  const at = words.findIndex((word, i) => i > 0 && i < 12 && looksThirdPerson(word.replace(/[^\w']/g, '')));
  if (at > 0) {
    const verb = words[at] ?? '';
    const rest = words.slice(at + 1);
    const denied = /^(?:not|n't)$/i.test(rest[0] ?? '');
    const still = rest[denied ? 1 : 0] === 'still';
    if (denied) rest.shift();
    if (still) rest.shift();
    return {
      subject: words.slice(0, at).join(' '),
      predicate: [...(still ? ['still'] : []), baseForm(verb), ...rest].join(' '),
      negated: denied,
      nominal: false,
    };
  }
  const toVerb = /^((?:[^\s,]+ ){1,8}?)to (?!the\b|a\b|an\b|\d|be\b$)([a-z][\w-]+\b.*)$/.exec(text);
  if (toVerb?.[1] && toVerb[2])
    return { subject: toVerb[1].trim(), predicate: toVerb[2], negated: false, nominal: false };
  const level =
    /^(.{2,80}?) ((?:still |widely |mostly |officially )?(?:above|below|over|under|at least|at most|at|between|outside|within|in|on|ahead|out|still)\b.*)$/i.exec(
      text,
    );
  const passive = words.findIndex((word, i) => i > 0 && looksParticiple(word));
  if (passive > 0 && passive < 10) {
    return {
      subject: words.slice(0, passive).join(' '),
      predicate: `be ${words.slice(passive).join(' ')}`,
      negated: false,
      nominal: false,
    };
  }
  // "At least $250 million in damage", "major flare-up in the war": nothing else stands for the verb.
  if (level?.[1] && /^in /i.test(level[2] ?? '') && amount.test(level[1]))
    return { subject: 'there', predicate: `be ${text}`, negated: false, nominal: false };
  const lasting = /^still (.*)$/i.exec(level?.[2] ?? '')?.[1];
  if (level?.[1] && lasting)
    return { subject: level[1], predicate: `still be ${lasting}`, negated: false, nominal: false };
  if (level?.[1] && level[2])
    return { subject: level[1], predicate: `be ${level[2]}`, negated: false, nominal: false };
  if (words.length > 1) return { subject: 'there', predicate: `be ${text}`, negated: false, nominal: false };
  return null;
};

/**
 * The prediction in a quote: what is said of whom, without attribution, connectives, dates in front and reasons
 * behind. `"However, I don't think Acme will sell its mill, because it needs it."` gives the subject `Acme`, the
 * predicate `sell its mill`, negated. Null when no clause can be found.
 */
export const clauseOf = (quote: string): Clause | null => {
  const found = predicted(quote);
  return found ? affirmed(found) : null;
};

const predicted = (quote: string): Clause | null => {
  const furnished = withoutFurniture(quote);
  const whole = unwrap(furnished);
  let { text, condition, negated } = whole;
  const inner = /,? if (?:it|that|this|they|and when it) [^,]{2,40},/i.exec(text);
  if (inner && inner.index > 0) {
    condition ??= inner[0].replace(/^,? if /i, '').replace(/,$/, '');
    text = `${text.slice(0, inner.index)}${text.slice(inner.index + inner[0].length)}`;
  }
  const named = superlative.exec(text);
  if (named) {
    const { predicate } = trimPredicate(text.slice(named[0].length));
    if (predicate)
      return {
        condition,
        subject: predicate,
        predicate: named[0].replace(/ (?:is|are|remains|would be|will be) (?:that )?$/i, '').trim(),
        negated,
        nominal: true,
        split: false,
      };
  }
  const seeing =
    /^(?:we|you|I|\d{4}|[\w ]{0,30}year)(?:'ll| will| would)(?: (?:also|likely|really|soon|probably|then|begin to|start to|only))* (?:see|witness|get) /i.exec(
      text,
    );
  if (seeing) {
    const rest = text.slice(seeing[0].length);
    const acting =
      /^((?:the |an? )?[\w' -]{2,60}?) (come|become|grow|rise|fall|go|move|shift|begin|start|emerge|lose|being|getting|having|becoming|growing|moving) (.*)$/i.exec(
        rest,
      );
    if (
      acting?.[1] &&
      /^(?:come|become|grow|rise|fall|go|move|shift|begin|start|emerge|lose)$/i.test(acting[2] ?? '')
    ) {
      const trimmed = trimPredicate(`${acting[2]} ${acting[3]}`);
      return { condition, subject: acting[1], ...trimmed, negated, nominal: false };
    }
    const trimmed = trimPredicate(rest);
    return {
      condition,
      subject: 'there',
      predicate: `be ${trimmed.predicate}`,
      split: trimmed.split,
      negated,
      nominal: false,
    };
  }
  const match = predicatorIn(text);
  if (match) {
    const found = withoutRelative(split(text, match));
    const trimmed = trimPredicate(found.after);
    if (trimmed.predicate) {
      return {
        condition,
        subject: subjectWords(found.before),
        predicate: trimmed.predicate.replace(/^to /, ''),
        split: trimmed.split,
        negated: negated !== found.negated,
        nominal: false,
      };
    }
  }
  const expected = /^(?:to )?(?:see|witness|seeing) (.+)$/i.exec(text);
  if (expected?.[1] && text !== furnished) {
    const trimmed = trimPredicate(expected[1]);
    return {
      condition,
      subject: 'there',
      predicate: `be ${trimmed.predicate}`,
      split: trimmed.split,
      negated,
      nominal: false,
    };
  }
  // "We expect prices to fall": the subject stands before an infinitive.
  const infinitive = /^((?:[^\s,;]+ ){1,12}?)to ([a-z][\w-]*\b.*)$/i.exec(text);
  if (infinitive?.[1] && infinitive[2] && text !== furnished && !/^(?:the|a|an)\b/i.test(infinitive[2])) {
    const trimmed = trimPredicate(infinitive[2]);
    return { condition, subject: infinitive[1].trim(), ...trimmed, negated, nominal: false };
  }
  const bare = verbless(trimPredicate(text).predicate);
  return bare ? { ...bare, condition, negated: negated !== bare.negated, split: false } : null;
};
