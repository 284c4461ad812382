const thinking =
  'think|thinks|thought|believe|believes|believed|expect|expects|expected|expecting|predict|predicts|predicted|predicting|forecast|forecasts|forecasting|project|projects|projected|anticipate|anticipates|anticipated|anticipating|suspect|suspects|guess|guesses|reckon|reckons|bet|bets|assume|assumes|hope|hopes|fear|fears|say|says|said|saying|tell|tells|told|warn|warns|warned|argue|argues|argued|claim|claims|claimed|insist|insists|insisted|note|notes|noted|add|adds|added|suggest|suggests|suggested|estimate|estimates|estimated|conclude|concludes|concluded|promise|promises|promised|vow|vows|vowed|announce|announces|announced|confirm|confirms|confirmed|feel|feels|imagine|assure|maintain|mean|means';
const denying = 'doubt|doubts|doubted';
/** To whom and when something was said, between the verb and what was said: "told reporters on Tuesday that". */
const aside =
  '(?: (?:reporters|journalists|lawmakers|parliament|investors|analysts|shareholders|staff|employees))?' +
  '(?: in an? (?:statement|interview|report|speech|blog post|call|letter|note))?' +
  '(?: (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on \\d{1,2} [A-Z][a-z]+|on [A-Z][a-z]+ \\d{1,2}|last (?:week|month|year|night)' +
  '|this (?:week|month|morning)|yesterday|today|earlier(?: this (?:week|month|year))?))?';
const people =
  '(?:I|we|you|he|she|it|they|this|that|which|all this|who|experts|analysts|economists|many|some|most|few|advocates|supporters|critics)';
const pronounLead = new RegExp(
  `^${people}(?:'m|'re|'d|'ve|'ll)?(?: [a-z']+){0,4}? (?:${thinking}|${denying})\\b(?: you| us| them)?${aside}(?:,? that)?,? (?!to (?!see|witness))`,
  'i',
);
const nounLead = new RegExp(
  `^(?:[^\\s,;:]+ ){1,9}?(?:${thinking}|${denying})(?: you| us| them| ${people})?${aside},? that,? `,
  'i',
);
const bareNounLead = new RegExp(
  String.raw`^(?:(?!(?:will|would|won't|to|is|are) )[^\s,;:]+ ){1,14}?(?:said|says|warned|warns|predicts|predicted|forecasts|believes|argues|argued|claims|claim|claimed|thinks|reckons|hopes|fears|suggests|anticipates|expects|expected)${aside} (?=.{3,120}\b(?:will|would|won't|should|expects?|expected|is going|are going|is set|are set)\b)`,
  'i',
);
/** "Ann Lee, who owns the mill, said that": what stands between the commas tells who she is. */
const apposedLead = new RegExp(`^([^,;:]{2,80}), [^,;:]{2,140}, (?=(?:${thinking})\\b)`, 'i');
/** "Ann Lee expects the mill to close": the mill will close. */
const raising =
  /^(?:[^\s,;:]+ ){1,8}?(?:expects?|expected|anticipates?|anticipated|predicts?|predicted|forecasts?) ((?!to )(?:[^\s,;:]+ ){1,8}?)to (?=[a-z])(?!(?:the|an?|its|their) )(?!(?:\S+ ){1,4}to )/;
const moodLead =
  /^(?:and |but )?(?:I|we)(?:'m| am| are|'re)(?: (?:also|very|fairly|quite|pretty|really|increasingly|rather|still|not|less|more|highly|deeply)){0,3} (?:sure|certain|confident|convinced|optimistic|hopeful|positive|skeptical|sceptical|doubtful|unconvinced|worried|afraid|concerned)(?: that| of)? /i;
const nounMood =
  /^(?:[^\s,;:]+ ){1,8}?(?:is|are|was|were|remains?) (?:(?:also|very|highly|deeply|still|not) ){0,2}(?:sceptical|skeptical|doubtful|confident|certain|sure|convinced|optimistic|hopeful|adamant) (?:that|of) /i;
const itLead =
  /^(?:it|what)(?:'s| is| was| seems| looks| appears| remains)(?: (?:also|now|very|quite|highly|increasingly|almost|more|most|equally|not|still))*(?: (?:un)?(?:likely|certain|clear|expected|probable|predicted|inevitable|conceivable|doubtful|forecast|safe|fair|reasonable|hoped|thought|believed|said|to))*(?: (?:say|bet|assume|expect))?(?: is)? that /i;
const oddsLead =
  /^(?:there(?:'s| is) an? [^,]{1,40}(?:chance|probability|likelihood|risk) (?:that|of)|(?:the )?(?:chances|odds|probability)[^,]{0,30} (?:are|is) (?:that )?)\s*/i;
const ourLead =
  /^(?:our|my|the|his|her|their|its|one|another)(?: [\w-]+){0,2} (?:prediction|bet|guess|forecast|view|expectation|hunch|take|belief|assumption|conclusion|fact|point|idea|result|claim|hope|fear|rumou?r|plan|word|suggestion|consensus)s?(?: here| now)? (?:is|are|was)(?: that)? /i;

/** "...means that X will": whatever stands before, when X is where the future begins. */
const remoteLead =
  /^.{0,500}?\b(?:(?:means?|suggests?|implies|imply|indicates?|shows?|signals?|evidence|belief|fact|idea|view|prospect|likely|certain|clear|doubt|possible|probable|given) that|so [\w-]+ that) (?=.{2,200}\b(?:will|would|won't|'ll|going to|likely to|set to|expected to|could|should)\b)/i;

const connective =
  /^(?:(?:however|therefore|simultaneously|meanwhile|in contrast|by contrast|on the other hand|instead|yes|yet|still|so|for example|for instance|as a result|ultimately|overall|in the end|lastly|finally|first|firstly|second|secondly|third|thirdly|moreover|furthermore|additionally|in addition|similarly|likewise|thus|hence|of course|indeed|in fact|likely|perhaps|probably|possibly|eventually|over time|in practice|as now|in general|in turn|in short|in other words|by then|by that time|at that point|crucially|importantly|interestingly|even so|on monday|on tuesday|on wednesday|on thursday|on friday|in the long run|in the long term|longer term|separately|also|well),\s+|(?:and|but|yet|so|then|or) |likely |(?:expect|watch for|look for) )/i;
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

const odds = String.raw`(?:an? )?(?:about |around |roughly )?\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent) (?:chance|probability|likelihood|risk)`;
const oddsAhead = new RegExp(String.raw`^(?<before>.{0,80}?)\b${odds} (?:that|of) `, 'i');
const oddsOwned = new RegExp(`^(?<who>[^,;:]{2,60}?) (?:has|have|stands?) ${odds} (?:of being|to be) `, 'i');
const oddsGiven = new RegExp(
  `^(?:I|we|[^,;:]{2,40}?) (?:give|gives|gave) (?<who>[^,;:]{2,60}?) ${odds} (?:of being|to be) `,
  'i',
);

/**
 * A stated chance off the front with whatever stands before it ("#12 There is a 70% chance that X is sold" is
 * "X is sold"); "X has a 70% chance of being sold" is "X will be sold".
 */
const withoutOdds = (text: string): string => {
  const owned = oddsGiven.exec(text) ?? oddsOwned.exec(text);
  if (owned?.groups?.who) return `${owned.groups.who} will be ${text.slice(owned[0].length)}`;
  const ahead = oddsAhead.exec(text);
  if (!ahead || /\b(?:will|would|won't|if|is going|are going)\b/i.test(ahead.groups?.before ?? ''))
    return text;
  const rest = text.slice(ahead[0].length);
  return /\s/.test(rest) ? rest.replace(/^([^,;:]{2,60}?) being /, '$1 will be ') : text;
};

/** Takes the words around a prediction off its front, one layer at a time. */
export const unwrap = (text: string): { text: string; condition: string | null; negated: boolean } => {
  let condition: string | null = null;
  let negated = false;
  for (let layer = 0; layer < 10; layer++) {
    const before = text;
    const ifClause = conditional.exec(text);
    if (ifClause?.[1]) {
      condition ??= ifClause[1];
      text = text.slice(ifClause[0].length);
    }
    text = withoutOdds(text.replace(apposedLead, '$1 ').replace(raising, '$1will '));
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
