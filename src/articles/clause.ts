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

const thinking =
  'think|thinks|thought|believe|believes|believed|expect|expects|expected|expecting|predict|predicts|predicted|predicting|forecast|forecasts|forecasting|project|projects|projected|anticipate|anticipates|anticipated|anticipating|suspect|suspects|guess|guesses|reckon|reckons|bet|bets|assume|assumes|hope|hopes|fear|fears|say|says|said|saying|tell|tells|told|warn|warns|warned|argue|argues|argued|claim|claims|claimed|insist|insists|insisted|note|notes|noted|add|adds|added|suggest|suggests|suggested|estimate|estimates|estimated|conclude|concludes|concluded|promise|promises|promised|vow|vows|vowed|announce|announces|announced|confirm|confirms|confirmed|feel|feels|imagine|assure|maintain|mean|means';
const denying = 'doubt|doubts|doubted';
const people =
  '(?:I|we|you|he|she|it|they|this|that|which|all this|who|experts|analysts|economists|many|some|most|few|advocates|supporters|critics)';
const pronounLead = new RegExp(
  `^${people}(?:'m|'re|'d|'ve|'ll)?(?: [a-z']+){0,4}? (?:${thinking}|${denying})\\b(?: you| us| them)?(?:,? that)?,? `,
  'i',
);
const nounLead = new RegExp(
  `^(?:[^\\s,;:]+ ){1,9}?(?:${thinking}|${denying})(?: you| us| them| ${people})?,? that,? `,
  'i',
);
const bareNounLead =
  /^(?:[^\s,;:]+ ){1,7}?(?:said|says|warned|warns|predicts|predicted|forecasts|believes|argues|argued|claims|claim|claimed|thinks|reckons|hopes|fears|suggests|anticipates|expects|expected) (?=.{3,120}\b(?:will|would|won't|should|expects?|expected|is going|are going|is set|are set)\b)/i;
const moodLead =
  /^(?:and |but )?(?:I|we)(?:'m| am| are|'re)(?: (?:also|very|fairly|quite|pretty|really|increasingly|rather|still|not|less|more|highly|deeply)){0,3} (?:sure|certain|confident|convinced|optimistic|hopeful|positive|skeptical|sceptical|doubtful|unconvinced|worried|afraid|concerned)(?: that| of)? /i;
const nounMood =
  /^(?:[^\s,;:]+ ){1,8}?(?:is|are|was|were|remains?) (?:(?:also|very|highly|deeply|still|not) ){0,2}(?:sceptical|skeptical|doubtful|confident|certain|sure|convinced|optimistic|hopeful|adamant) (?:that|of) /i;
const itLead =
  /^(?:it|what)(?:'s| is| was| seems| looks| appears| remains)(?: (?:also|now|very|quite|highly|increasingly|almost|more|most|equally|not|still))*(?: (?:un)?(?:likely|certain|clear|expected|probable|predicted|inevitable|conceivable|doubtful|forecast|safe|fair|reasonable|hoped|thought|believed|said|to))*(?: (?:say|bet|assume|expect))?(?: is)? that /i;
const oddsLead =
  /^(?:there(?:'s| is) an? [^,]{1,40}(?:chance|probability|likelihood|risk) (?:that|of)|(?:the )?(?:chances|odds|probability)[^,]{0,30} (?:are|is) (?:that )?)\s*/i;
const ourLead =
  /^(?:our|my|the|his|her|their|its|one|another)(?: [\w-]+){0,2} (?:prediction|bet|guess|forecast|view|expectation|hunch|take|belief|assumption|conclusion|fact|point|idea|result|claim|hope|fear)s?(?: here| now)? (?:is|are|was)(?: that)? /i;

/** "...means that X will": whatever stands before, when X is where the future begins. */
const remoteLead =
  /^.{0,500}?\b(?:(?:means?|suggests?|implies|imply|indicates?|shows?|signals?|evidence|belief|fact|idea|view|prospect|likely|certain|clear|doubt|possible|probable) that|so [\w-]+ that) (?=.{2,200}\b(?:will|would|won't|'ll|going to|likely to|set to|expected to|could|should)\b)/i;

/** Words between the auxiliary and the verb that only grade or connect. */
const adverb =
  '(?:likely|unlikely|probably|almost certainly|certainly|definitely|surely|also|just about|really|simply|then|soon|ultimately|eventually|inevitably|undoubtedly|most likely|very likely|only|all|both|actually|quickly|finally|therefore|thus|now|easily|too|further|even|almost|clearly|largely|increasingly|no doubt|possibly|perhaps|never|not|no longer|always|in turn|again|generally|mostly|truly|effectively|successfully|officially|instead|better|well)';
const toBe = "(?:is|are|was|were|'s|'re|be|been|seems?|appears?|looks?|remains?|stays?)";
const prospects =
  'going|expected|set|poised|projected|predicted|forecast|forecasted|likely|unlikely|due|slated|scheduled|on track|on course|about|bound|destined|certain|sure|anticipated|estimated|tipped|planned|ready|doomed|in line|widely expected|not expected|almost certain|more likely|most likely';

interface Found {
  before: string;
  after: string;
  negated: boolean;
}

const auxiliary =
  /(?<=^|\s|\w)(?: ?)\b(will|would|shall|should|could|can|(?<!\b(?:by|in|of|until|before|since|during|late|early|mid|and|or|on|\d) )may(?! \d)|might|must|won't|wouldn't|cannot|can't|couldn't|shouldn't)(?=\s)/i;
const contracted = /(?<=\w)'(?:ll|d)(?=\s)/;
const prospective = new RegExp(`\\s${toBe}(?:n't)?(?: ${adverb}){0,3} (?:${prospects}) to `, 'i');
const coordinated =
  /\s(?:is|are) [^.;:]{2,60},? and (?:un)?(?:likely|set|bound|expected|certain|poised) to /i;
const contractedProspective = new RegExp(`'(?:s|re)(?: ${adverb}){0,3} (?:${prospects}) to `, 'i');
const intention =
  /\s(?:expects?|plans?|intends?|aims?|hopes?|promises?|vows?|pledges?|continues?|wants?) to /i;

const leadingAdverbs = new RegExp(`^(?:${adverb},? )+`, 'i');
const negation = /\b(?:not|never|no longer|unlikely|hardly|doomed)\b|n't\b|\bcannot\b/i;

const split = (text: string, match: RegExpExecArray): Found => {
  const before = text.slice(0, match.index).trim();
  let after = text.slice(match.index + match[0].length).trim();
  let words = match[0];
  const adverbs = leadingAdverbs.exec(after);
  if (adverbs) {
    words += ` ${adverbs[0]}`;
    after = after.slice(adverbs[0].length);
  }
  const nested = /^be (?:(?:able|likely|unlikely|set|expected|going|forced|unable) to )/i.exec(after);
  if (nested && /unable|unlikely/i.test(nested[0])) {
    words += ' not';
    after = after.slice(nested[0].length);
  } else if (nested && !/forced/i.test(nested[0])) after = after.slice(nested[0].length);
  return { before, after, negated: negation.test(words) };
};

const first = (text: string, patterns: readonly RegExp[]): RegExpExecArray | null => {
  let best: RegExpExecArray | null = null;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match && (!best || match.index < best.index)) best = match;
  }
  return best;
};

/** Typographic marks, Markdown and list furniture away; white space single. */
export const plainWords = (text: string): string =>
  text
    .slice(0, 1500)
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d\u00ab\u00bb]/g, '"')
    .replace(/\[([^\]]{1,200})\]\([^)]{1,300}\)/g, '$1')
    .replace(/\[(?:\d+|[^\]]{1,60})\]/g, '')
    .replace(/\*\*|__|`|^#{1,6} /gm, '')
    .replace(/\s+/g, ' ')
    .trim();

const sayTail =
  /(?:,"?|") (?:(?:[\w.'-]+ ){1,8}?(?:said|says|say|adds|added|told [\w ]{1,30}|warned|has warned|have warned|warns|argues?|argued|claims?|claimed|forecasts?|predicts?|predicted|suggests?|suggested|believes?|expects?|reports?|reported|estimates?|observes?|observed|notes?|noted|has learned|thinks?)(?: on \w+day)?|(?:said|says|adds|added|argues|notes|noted|observes|warned|predicts) [^"]{1,80}|according to [^"]{1,120})\.?$/i;
/** ", the company said on Friday," in the middle of a sentence. */
const sayAside =
  /,\s+(?:(?:[\w.'-]+ ){1,5}(?:said|says|announced|added|warned|predicts|forecasts?|expects|believes|estimates)(?: on \w+day| in a \w+| late \w+)?|(?:said|says) [\w .'-]{3,40}),(?= )/i;

const deckTail = /\s*"?\s[–—-]{1,2}\s(?=[A-Z])[^."–—]{3,90}$/;

const withoutFurniture = (quote: string): string => {
  let text = plainWords(quote)
    .replace(/^(?:[-*•>]|\(?\d{1,3}[.)])\s*/, '')
    .replace(
      /\s*[[(]?\(?(?:~|about |roughly )?\d{1,3}(?:\.\d+)?\s?%(?: (?:confidence|probability|chance|likely|likelihood))?\)?[\])]?\.?$/i,
      (tail, offset: number, whole: string) =>
        /[:(–—-]\s*$/.test(whole.slice(0, offset + 1).trimEnd()) || tail.includes('(') ? '' : tail,
    )
    .replace(/[:\s]+$/, '');
  if (text.startsWith('|')) {
    const cells = text
      .split('|')
      .map((cell) => cell.trim())
      .filter((cell) => /[a-z]{3}/i.test(cell));
    text = cells[0] ?? text;
  }
  const spoken = /"([^"]{25,})"?/.exec(text);
  if (spoken?.[1] && /\b(?:will|won't|going to|would|'ll)\b/i.test(spoken[1])) {
    if (!/\b(?:will|won't|going to|would)\b/i.test(text.slice(0, spoken.index)) || spoken.index < 3)
      text = spoken[1];
  }
  text = text.replace(deckTail, '').replace(/^["']+|["']+$/g, '');
  // What follows the closing mark says who spoke.
  text = text.replace(/(?<=.{20}[,.!?])"\s+(?=[A-Z]|said|says|the|he|she|an? ).*$/, '');
  text = text.replace(sayAside, ',');
  const cut = text.replace(sayTail, '');
  if (cut.length > 20) text = cut;
  return text.replace(/^["',\s]+|["',.;:!\s]+$/g, '');
};

const connective =
  /^(?:(?:however|therefore|simultaneously|meanwhile|in contrast|by contrast|on the other hand|instead|yes|yet|still|so|for example|for instance|as a result|ultimately|overall|in the end|lastly|finally|first|firstly|second|secondly|third|thirdly|moreover|furthermore|additionally|in addition|similarly|likewise|thus|hence|of course|indeed|in fact|likely|perhaps|probably|possibly|eventually|over time|in practice|as now|in general|in turn|in short|in other words|by then|by that time|at that point|crucially|importantly|interestingly|even so|on monday|on tuesday|on wednesday|on thursday|on friday|in the long run|in the long term|longer term|also|well),\s+|(?:and|but|yet|so|then|or) |likely |(?:expect|watch for|look for) )/i;
const temporal =
  /^(?:by|in|before|through|until|within|during|over|after|as early as|as soon as|as of|throughout|starting|from|at|for|this|next)\b[^,;:]{0,45}(?:\d|\b(?:year|decade|month|quarter|week|future|term|century|summer|autumn|spring|winter|then|time|january|february|march|april|may|june|july|august|september|october|november|december)\b)[^,;:]{0,25},\s+/i;
const temporalBare =
  /^(?:by|in|through|during|before|within|after|throughout|until)\s+(?:the\s+)?(?:end\s+of\s+|year[- ]?end\s+|early\s+|late\s+|mid-?\s?)?(?:19|20)\d\d,?\s+/i;
const label = /^[A-Z][^:.,;?!]{2,60}:\s+(?=[A-Z"'>\d])/;
const subordinate =
  /^(?:as|when|while|although|though|even though|because|since|unless|whereas|given|despite|with|due to|alongside|from|among|once|unlike|like|contrary to|thanks to|rather than|to|publishing|following|based on|according to|per|for|in|on|at|under)\b[^,]{2,140},\s+/i;
/** "... suggests a future where X is Y": X is Y is what is predicted. */
const futureLead =
  /^.{0,300}?\b(?:suggests?|points? to(?:ward)?s?|signals?|implies|heralds?|means?|foresees?|envisions?|describes?) an? (?:[\w-]+ ){0,3}(?:future|world|era|market|landscape|ecosystem|time) (?:where|in which|when) /i;

/** "Among the bidders, one will": one of the bidders. */
const amongLead =
  /^(?:among|of|out of) ([^,]{3,60}), (one|some|none|at least one|most|all|both|two|three)\b/i;
const conditional = /^(?:if|should|provided(?: that)?|assuming(?: that)?) ([^,]{3,120}), (?:then )?/i;

/** Takes the words around a prediction off its front, one layer at a time. */
const unwrap = (text: string): { text: string; condition: string | null; negated: boolean } => {
  let condition: string | null = null;
  let negated = false;
  for (let layer = 0; layer < 10; layer++) {
    const before = text;
    const ifClause = conditional.exec(text);
    if (ifClause?.[1]) {
      condition ??= ifClause[1];
      text = text.slice(ifClause[0].length);
    }
    for (const pattern of [connective, temporal, temporalBare, label]) text = text.replace(pattern, '');
    for (const pattern of [
      moodLead,
      nounMood,
      itLead,
      oddsLead,
      ourLead,
      pronounLead,
      nounLead,
      bareNounLead,
    ]) {
      const lead = pattern.exec(text);
      if (!lead || /^(?:we|you)(?:'ll| will) /i.test(lead[0])) continue;
      const rest = text.slice(lead[0].length);
      if (!/\s/.test(rest)) continue;
      if (/\b(?:doubt\w*|s[kc]eptical|doubtful|unconvinced|unlikely)\b|\bnot\b|n't\b/i.test(lead[0]))
        negated = !negated;
      text = rest;
      break;
    }
    const remote = remoteLead.exec(text);
    if (remote && !/\b(?:will|would|won't|going to|'ll)\b/i.test(remote[0])) {
      if (/\bdoubt that |\b(?:not|n't) [\w ]{0,20}that $/i.test(remote[0])) negated = !negated;
      text = text.slice(remote[0].length);
    }
    text = text.replace(futureLead, '').replace(amongLead, '$2 of $1');
    const lead = subordinate.exec(text);
    if (
      lead &&
      /\b(?:will|would|won't|is|are|to|'ll|should|may|might|could)\b/i.test(text.slice(lead[0].length))
    )
      text = text.slice(lead[0].length);
    if (text === before) break;
  }
  return { text, condition, negated };
};

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
  let text = after.replace(/\s*\([^)]*\)?/g, '').replace(/\s*\[[^\]]*\]/g, '');
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
    /,\s+(?!including|being|according)[a-z]+ing\b(?!,? and\b)[^,]*$/,
    /,?\s+before (?:rising|falling|recovering|growing|dropping|easing|picking|slowing|easter|christmas|summer|the summer|winter)\b.*$/i,
    /(?<=.{15})\s+as (?!the\b|an?\b|well\b|part\b|of\b|many\b|much\b|its\b|their\b|high\b|low\b|little\b|few\b|early\b|soon\b)(?:[\w-]+ ){1,4}(?!of\b)[a-z]+$/i,
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
  const match = first(text, [
    auxiliary,
    contracted,
    prospective,
    coordinated,
    contractedProspective,
    intention,
  ]);
  if (match) {
    const found = split(text, match);
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
