/** Words that two careful readers would settle differently. */
export const vagueWords =
  /\b(?:significant(?:ly)?|substantial(?:ly)?|major|meaningful(?:ly)?|soon|many|most|few|several|powerful|dramatic(?:ally)?|radical(?:ly)?|widespread|mainstream|dominant|huge|massive(?:ly)?|big|large|more and more|increasingly|better|worse|good enough|harsh|rough|successful(?:ly)?|common|popular|important|harder|easier|fragile|vulnerable|obvious|sophisticated|believable|great|serious(?:ly)?|strong(?:er|ly)?|weak(?:er)?|sharply|strategic)\b/i;

const figure =
  /\d+(?:[.,]\d+)*\s?(?:%|percent|per cent|thousand|million|billion|bn|[kmb]\b|people|points|times)|[$€£]\s?\d|\b\d{1,3}(?:,\d{3})+\b|\b(?:one|a|two) (?:thirds?|quarters?|half|fifths?)\b|^half of|\b(?:at least|more than|fewer than|less than|above|below|over|under|exactly|reach|exceed) (?:\d|one|two|three|four|five|six|ten)|^(?:double|triple|quadruple|halve)\b/i;

/** A number with a unit of any kind, but not a year or a part of a name ("GPT-4", "Claude 3.5 Sonnet"). */
const counted = /(?<![\w.-])(?!(?:19|20)\d\d\b)\d[\d.,]*\s(?!or\b|and\b|in\b|to\b|of\b)[a-z]/;

/** Verbs whose coming true anybody can see, whoever does it. */
const events =
  /^(?:still |no longer )?(?:announce|release|launch|ship|unveil|introduce|publish|acquire|merge|sign|resign|step down|appoint|ban|approve|reject|enact|repeal|default|ratify|invade|land|go (?:public|bankrupt|on sale)|come into force|be (?:elected|acquired|sold|banned|approved|released|launched|recalled|appointed|listed|convicted|unveiled|published|signed|indicted|admitted|closed|opened|relegated|promoted|awarded|declared|abolished))\b/i;

/** Verbs that say in which direction things go but not what would show it. */
const tendencies =
  /^(?:still |no longer |(?:begin|start) to )?(?:evolve|change|struggle|focus|drive|shape|transform|matter|continue|keep|remain|stay|dominate|thrive|suffer|improve|worsen|fade|fall|catch|go|shift|adapt|influence|help|enable|empower|push|face|see|impact|affect|lead|grow|rise|increase|decline|drop|decrease|shrink|accelerate|slow|expand|deepen|widen|narrow|persist|prevail|lose|fail|succeed|survive|bolster|boost|undermine|erode|threaten|make|take|bring|create|produce|foster|give|play|gain|favor|favour|support|embrace|explore|rethink|prioriti[sz]e|leverage|exploit|target|plateau|stall|mean|require|need|want|get|come|move|work|use|build|compete|outpace|outperform|outgrow|dwarf|overshadow|cap|limit|curb|reshape|redefine|disrupt|usher|herald|open up|pave|spell|provide|contain|engage|deal|cope|feel|hurt|benefit|enjoy|react|respond|introduce more|have a|emerge|abandon|maintain|sustain|match|rival|overtake|surpass|bridge|close the gap|become (?:more|less|increasingly|reality|an? |the (?:norm|standard|default|most|main|dominant))|fill|offer|look|seem|show|account for more|be (?:driven|shaped|dominated|defined|characteri[sz]ed|hampered|affected|influenced|recogni[sz]ed|seen|used|needed|seized|replicated|overwhelmed|protected|met|forced)|be (?!\w+(?:ed|en|ld|lt|nt|ne|wn|ut)\b|above|below|at |over|under|between|more than|less than|fewer than|the (?:first|next|last|only|highest|lowest|largest|biggest|smallest|most|best|worst|top|winner|host)\b|worth|out of|in (?:force|power|office|place)))/i;

/** Subjects that nobody can point at. */
const abstract =
  /\b(?:paradigm|era|race|wave|shift|trend|momentum|value|landscape|ecosystem|gap|moat|advantage|hype|players|leaders|followers|incumbents|laggards|competitors|challengers|breakthroughs?|attempts|efforts|approach|dynamic|balance|power|future|attention|fears|concerns?|need|threats?|reality|pressure|progress|divide|impact|demand|innovation|culture|skills|technology|competition|activity|organi[sz]ations that|those who|companies (?:that|like)|something|everything|people|\w*opoly|\w*opolies|models)\b/i;

/** Deeds that are done on one day to something that can be pointed at: "open a terminal", "complete the bridge". */
const deed =
  /^(?:open|reopen|close|shut|complete|finish|build|launch|inaugurate|demolish|buy|purchase|sell|lease|order|install|extend|move|relocate|transfer|hand over|take delivery of|take over|put up|set up|create|establish|found|begin|start|resume|suspend|stop|end|cancel|scrap|deliver|rename|host|hold) (?:(?:to|from|down|up|on|in|with) )?(?:(?:the|its|his|her|their|this|a|an|another|no|one|both|all) |(?=[A-Z\d])|(?:construction|work|production|service|services|operations|flights|trials|sailings|talks)\b)/;
/** The same of the thing itself: "the light rail line will open". */
const happening =
  /^(?:re)?(?:open|close|shut|go live|be (?:finished|built|inaugurated|demolished|delivered))(?: (?:down|again|in|at|on|near|between|to|for)\b.*)?$|^(?:begin|start|enter|resume) (?:service|operation|operations|production)\b/i;
/** Things that are opened, built or closed only as figures of speech. */
const figurative =
  /\b(?:doors?|paths?|ways?|road to|transition|transformation|journey|relationships?|trust|resilience|capabilit(?:y|ies)|possibilit(?:y|ies)|opportunit(?:y|ies)|questions?|chapter|case|world|eyes|awareness|experiences?|bridges|foundations?|focus|strategy|strategies|role|trend|conversation|process|ability|debate|presence|stage|offensive|push|cloud|level|forefront|toward|towards)\b/i;
/** Somebody or something in particular. */
const definite =
  /^(?:the|its|his|her|their|both) \w|^(?:city|town|county|port|harbou?r|parliament|council) /i;

const named = (text: string): boolean =>
  /(?<=[a-z,'"] )[A-Z][\w&.-]+|^@?[A-Z][\w&.'-]*(?:[A-Z\d]| [A-Z])|^[A-Z][a-z]+'s |^[A-Z][a-z]+$/.test(text);

/**
 * Whether a claim can be settled as it stands: a figure, an event that anybody can see, or a deed of somebody in
 * particular; not a tendency of nobody in particular. `settleable('the port', 'open a container terminal')` is true,
 * `settleable('the port', 'open a new era')` is false.
 */
export const settleable = (subject: string, predicate: string): boolean => {
  const text = `${subject} ${predicate}`;
  if (figure.test(predicate) || figure.test(subject) || counted.test(text)) return true;
  if (/^be the (?:first|next|last|only|highest|lowest|largest|biggest|smallest|top)\b/i.test(predicate))
    return !abstract.test(subject);
  if (vagueWords.test(text.replace(/\bthe most (?=\w)/gi, '')) || subject === 'there') return false;
  if (
    (named(subject) || definite.test(subject)) &&
    (deed.test(predicate) || happening.test(predicate)) &&
    !abstract.test(text) &&
    !figurative.test(predicate)
  )
    return true;
  if (events.test(predicate) || /^(?:still )?be (?:the )?[A-Z][\w-]+ /.test(predicate)) return true;
  if (/^win (?:the|a|an|his|her|its|their) \w/i.test(predicate)) return !abstract.test(text);
  // A tendency is an event where both sides are named: "Gemini will overtake ChatGPT in weekly users".
  if (
    /^(?:overtake|surpass|outperform|pass|replace|use|show off|abandon|close|leave|join|build|open)\b/i.test(
      predicate,
    )
  ) {
    return named(subject) && !abstract.test(text) && /\b[A-Z\d]|\ba(?:n|ll)? \w|\bits\b/.test(predicate);
  }
  if (tendencies.test(predicate) || abstract.test(subject)) return false;
  return (
    named(subject) ||
    named(` ${predicate}`) ||
    /^(?:the|a|an|no|one|every|any|both|its|his|her|their|fusion|prime|president|voters|parliament|congress)\b/i.test(
      subject,
    )
  );
};
