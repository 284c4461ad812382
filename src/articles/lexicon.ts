import { words } from './grammar.ts';
import type { Token } from './tokens.ts';

/** Word classes of English that the grammar of predictions needs. Closed classes are complete; verbs are the common ones. */

export const BE = words("is are 's 're am 'm be been being");
export const BE_PAST = words('was were had');
export const NEGATION = words(
  "not never n't no hardly scarcely won't isn't aren't don't doesn't didn't can't cannot wouldn't neither nor nobody",
);
export const PRONOUNS = words('i we you he she it they this that these those there one');
export const DETERMINERS = words(
  'the a an this that these those my our your his her its their some any no every each all both many most several few more',
);
export const PREPOSITIONS = words(
  'of in on at by for from to with about over under into onto through during before after since until than as like between among against within without across per via upon toward towards around beyond amid despite',
);
export const CONJUNCTIONS = words(
  'and but or so yet while whereas because although though since as if unless when whenever once until',
);

const ADVERBS = words(
  'not never also still soon now then even just only almost most very quite rather likely eventually yet once again all both ' +
    'increasingly itself themselves thus therefore indeed ultimately well perhaps ever instead far more less too simply always often ' +
    'sometimes maybe probably certainly surely doubtless already first finally together at least no longer much however though already widely either',
);

/** Words that may stand between an auxiliary and its verb. */
export const isAdverb = (word: string): boolean =>
  ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word));
const NOT_ADVERBS = words(
  'unlikely apply supply rely reply comply multiply imply family italy early july assembly monopoly ally rally tally',
);

/** Nouns and others that follow "going to", "set to", "due to" or "is to" without being its verb. */
const NOT_VERBS = words(
  'school work bed court market church college university hospital prison war hell home town heaven ' +
    'zero true false null one two three four five six seven eight nine ten me you him her it us them',
);

/** Whether a token can be the bare verb after "to" or "will". Judged by what it is not: no tagger, no word list to outgrow. */
export const isBareVerb = (token: Token): boolean =>
  /^\p{L}{2,}/u.test(token.lower) &&
  !DETERMINERS.has(token.lower) &&
  !PREPOSITIONS.has(token.lower) &&
  !PRONOUNS.has(token.lower) &&
  !NOT_VERBS.has(token.lower) &&
  !/(?:ing|tion|ness|ment|ity|ists?|isms?)$/.test(
    token.lower.replace(
      /^(?:bring|cling|fling|ring|sing|sling|spring|sting|string|swing|wring|bing|ping|implement|document|supplement|comment|lament|augment|experiment|exist|assist|consist|insist|persist|resist|enlist|position|function|question|mention|transition|condition|harness|witness)$/,
      'be',
    ),
  );

/** Verbs of the things that headlines and schedules announce. */
export const EVENT_VERBS = words(
  'launch release debut unveil introduce open close shut start begin end finish cut raise lift lower rise fall drop climb jump surge soar ' +
    'plunge slump slow grow shrink double triple halve reach hit exceed surpass top pass overtake beat win lose become remain stay ' +
    'continue get go come take make give bring build buy sell acquire merge join leave quit resign retire replace ban allow approve reject ' +
    'block delay halt resume expand extend increase decrease reduce decline recover rebound ease tighten dominate lead lag fail collapse ' +
    'survive cost pay invest spend save hire fire lay axe scrap drop abandon adopt use run hold host face meet sign file sue review ' +
    'vote elect name appoint announce publish report ship deliver produce offer provide add create help let keep see be have do return ' +
    'move shift turn play star appear feature change transform disrupt drive boost fuel push pull break split list go tax charge ' +
    'fund support back deploy roll test try train develop design make require force seek strike skip set stop step switch total average ' +
    'present speak address decide rule submit propose visit attend compete perform undergo stand supply install upgrade overhaul restructure relocate demolish restore repair restart impose outlaw legalise legalize regulate inspect investigate cost ' +
    'peak plateau stabilise stabilize stagnate accelerate decelerate outperform underperform outpace account attract generate receive',
);

export const REPORTING = words(
  'said says say told tells tell predicted predicts warned warns added adds announced announces argued argues believed believes claimed claims ' +
    'confirmed confirms estimated estimates expected expects explained explains forecast forecasts forecasted insisted insists noted notes ' +
    'pledged promised projected projects reckoned reckons reported reports revealed stressed suggested suggests thought thinks vowed ' +
    'wrote writes observed observes commented comments replied indicated indicates signalled signaled calculated concluded concludes hoped hopes feared fears ' +
    'assured admitted acknowledged agreed agrees stated states speculated speculates anticipated anticipates declared hinted maintained maintains',
);
/** Past forms after which "would" is the future of then. */
export const REPORTED_PAST = words(
  'said told predicted warned added announced argued claimed confirmed estimated expected explained forecast forecasted insisted noted pledged promised projected ' +
    'reckoned reported revealed stressed suggested vowed wrote observed commented replied indicated signalled signaled calculated concluded ' +
    'assured admitted acknowledged agreed stated speculated anticipated declared hinted maintained ',
);
export const FORECASTERS = words(
  'analysts economists experts forecasters investors markets market officials researchers traders bookmakers scientists pundits observers ' +
    'strategists executives insiders polls models they many most some others people critics banks consultants vendors users forecasts projections ' +
    'industry everyone consensus estimates developers engineers',
);
