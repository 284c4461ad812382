import { longDate } from './calendar.ts';
import type { Clause } from './clause.ts';
import { plainWords } from './plain.ts';
import { binsAround, quantityIn } from './quantities.ts';
import type { Subject } from './subject.ts';
import type { Article, Claim, Draft } from './types.ts';
import { inPresent, isPlural, midSentence, timeless, titleCased } from './wording.ts';

/** What a question asks and how it resolves. */
export interface Shape {
  title: string;
  resolves: string;
  kind: Draft['kind'];
  outcomes: string[];
  edges: number[] | null;
  unit: string | null;
  /** Whether it asks how things stand rather than whether something happens. */
  standing: boolean;
  /** The last day that counts, `YYYY-MM-DD`, where it differs from the window's. */
  deadline?: string;
}

export interface Window {
  /** `YYYY-MM-DD`, as is `deadline`. */
  opens: string;
  deadline: string;
  /** True when the deadline is not the article's. */
  proposed: boolean;
}

interface Parts {
  subject: string;
  predicate: string;
  quote: string;
  /** "in 2027" or "by June 30, 2027". */
  period: string;
  window: Window;
  condition: string | null;
  /** "on June 30": it counts on that day alone. */
  onDay: boolean;
}

const instant = (date: string): string => `23:59 UTC on ${longDate(date)}`;

const periodOf = (claim: Claim, { deadline, proposed }: Window): string => {
  const words = claim.deadlineText ?? '';
  const year =
    /^(?:(?:in|during|for|over|through|throughout)\s)?(?:the year )?(?:19|20)\d\d$/i.test(words) ||
    /\b(?:this|next|the coming) year\b/i.test(words);
  return deadline.endsWith('-12-31') && !proposed && year
    ? `in ${deadline.slice(0, 4)}`
    : `by ${longDate(deadline)}`;
};

const yearsIn = (quote: string): { words: string; first: number; last: number } | null => {
  const found =
    /\b(?:some ?time )?(?:between|from) (20\d\d) (?:and|to) (20\d\d)\b|\b(?:in )?(20\d\d)\s?[-–]\s?(20\d\d)\b/.exec(
      quote,
    );
  return found
    ? { words: found[0], first: Number(found[1] ?? found[3]), last: Number(found[2] ?? found[4]) }
    : null;
};

/** "between 2028 and 2030": when? */
const asDate = ({ subject, predicate, quote, window }: Parts): Shape | null => {
  const years = yearsIn(quote);
  if (!years) return null;
  const { first, last } = years;
  if (!(last > first) || last - first > 11 || first < Number(window.opens.slice(0, 4))) return null;
  const span = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const bare = predicate.replace(/\s+(?:between|from|in|by|some ?time)\s*$/, '');
  return {
    title: `When will ${subject} ${bare}?`,
    resolves: `Resolves to the year (UTC) in which ${subject} ${inPresent(bare, isPlural(subject))} for the first time. If that has not happened by the end of ${last}, it resolves to the last outcome.`,
    kind: 'date',
    outcomes: [`before ${first}`, ...span.map((year) => `in ${year}`), `after ${last} or never`],
    deadline: `${last}-12-31`,
    edges: [...span, last + 1].map((year) => Date.UTC(year, 0, 1)),
    unit: null,
    standing: false,
  };
};

const exclusive =
  /^(?:win|be elected|become the (?:next|first)|succeed|be the (?:next|first|winner)|be named|take first place|host)\b/i;

/** "A, B or C will win": who? */
const asChoice = ({ subject, predicate, window }: Parts): Shape | null => {
  const original = subject
    .replace(/^either /i, '')
    .split(/,\s+(?:or\s+)?|\s+or\s+/)
    .filter(Boolean);
  const named = subject
    .replace(/^either /i, '')
    .replace(/(^|, |\bor )the (?=[A-Z])/g, '$1')
    .split(/,\s+(?:or\s+)?|\s+or\s+/)
    .filter(Boolean);
  if (named.length < 2 || !/\bor\b/.test(subject) || !exclusive.test(predicate)) return null;
  if (!named.every((name) => /^[A-Z]/.test(name))) return null;
  const by = window.deadline;
  return {
    title: `Which of ${original.slice(0, -1).join(', ')} and ${original.at(-1)} will ${predicate} by ${longDate(by)}?`,
    resolves: `Resolves to the one of these that ${inPresent(predicate, false)} by ${instant(by)}, and to "Another or none" if it is none of them.`,
    kind: 'choice',
    outcomes: [...named, 'Another or none'],
    edges: null,
    unit: null,
    standing: false,
  };
};

const changing =
  /^(rise|grow|increase|expand|climb|advance|fall|drop|decline|decrease|shrink|contract|be reduced|be cut)\b(.*)$/i;

/** "will grow 3-5%": by what percentage? */
const asChange = ({ subject, predicate, period, window }: Parts): Shape | null => {
  const change = changing.exec(predicate);
  const verb = change?.[1];
  const rest = change?.[2] ?? '';
  const size = quantityIn(rest);
  if (
    !verb ||
    !size ||
    size.unit !== '%' ||
    size.bound ||
    /\b(?:to|from|below|above)\b/.test(rest.slice(0, rest.indexOf(size.text)))
  )
    return null;
  const after = rest.slice(rest.indexOf(size.text) + size.text.length).replace(/\s*,.*$/, '');
  const yearly = window.proposed ? `in ${window.deadline.slice(0, 4)}` : period;
  return {
    title: `By what percentage will ${subject} ${verb}${after} ${yearly}?`,
    resolves: `Resolves to the range that holds the percentage by which ${subject} ${inPresent(verb, isPlural(subject))}${after} ${yearly}, as first published. A change in the other direction resolves to the first range.`,
    kind: 'numeric',
    ...binsAround(size),
    unit: '%',
    standing: true,
  };
};

/** "will average 3%", "will be between $60 and $80": what will it be? */
const asLevel = ({ subject, predicate, period }: Parts): Shape | null => {
  const level =
    /^(?:be|average|stand at|come in at|total|amount to|hover around|settle at)\s+(?:about |around |roughly |nearly |approximately |between |an? average of )*(?=[$€£]?\d)(.*)$/i.exec(
      predicate,
    );
  const size = level?.[1] ? quantityIn(level[1]) : null;
  const after =
    level?.[1] && size ? level[1].slice(level[1].indexOf(size.text) + size.text.length).trim() : '';
  if (
    !size ||
    (size.unit === '' && size.value < 32) ||
    after.length > 25 ||
    /^(?:of|more|fewer|less|higher|lower)\b|^times/.test(after)
  )
    return null;
  return {
    title: `What will ${subject} be ${period}?`,
    resolves: `Resolves to the range that holds ${subject} ${period}, as first published.`,
    kind: 'numeric',
    ...binsAround(size),
    unit: [size.unit, after].filter(Boolean).join(' ') || null,
    standing: true,
  };
};

const approximate = /^(?:about|around|roughly|approximately|some|nearly|almost|an estimated|between)\s+/i;

/** "About 120,000 people will attend": how many? */
const asCount = ({ subject, predicate, window }: Parts): Shape | null => {
  if (!approximate.test(subject)) return null;
  const size = quantityIn(subject);
  const counted = size ? subject.slice(subject.indexOf(size.text) + size.text.length).trim() : '';
  if (!size || size.unit === '%' || !/^[a-z]/i.test(counted) || /^of\b/.test(counted)) return null;
  return {
    title: `How many ${counted} will ${predicate} by ${longDate(window.deadline)}?`,
    resolves: `Resolves to the range that holds the number of ${counted} that ${inPresent(predicate, true)} by ${instant(window.deadline)}.`,
    kind: 'numeric',
    ...binsAround(size),
    unit: counted.split(' ')[0] ?? null,
    standing: true,
  };
};

/** Forecasts of a point as thresholds that they meet: "fall by 10%" is met by 12%. */
const asThreshold = (predicate: string): string =>
  predicate
    .replace(
      /\bby (?:about |around |roughly |nearly |almost |an average of )*(?=[$€£]?\d[\d.,]*\s?(?:%|percent|per cent|million|billion|bn|points))/i,
      'by at least ',
    )
    .replace(/^be (?:an? )?(?=\d[\d.,]*\s?(?:%|percent) (?:more|fewer|less|higher|lower))/i, 'be at least ')
    .replace(
      /^(account for|make up|represent|hold|capture|be) (?:about |around |nearly |almost )?(?=\d[\d.,]*\s?(?:%|percent|per cent)(?: of\b|$))/i,
      '$1 at least ',
    )
    .replace(/^be (an?) (?=\d[\d.,]*\s?(?:%|percent) \w)/i, 'be at least $1 ')
    .replace(
      /^((?:rise|grow|increase|climb|expand|fall|drop|decline|decrease|shrink|slip|ease)\b.*?)(?: from [$€£]?[\d.,]+\s?(?:%|percent|bn|billion|million)?(?: [\w ]{1,15})?)? to (?:about |around |almost |nearly )?([$€£]?\d[\d.,]*\s?(?:%|percent|per cent|bn|billion|million|trillion)?)$/i,
      (_, verb: string, level: string) =>
        `${verb} to ${level} or ${/^(?:rise|grow|increase|climb|expand)/i.test(verb) ? 'more' : 'less'}`,
    );

const stateVerbs =
  /^(?:still be\b|(?:still |no longer )?(?:be (?:above|below|over|under|at|between|more|less|worth|in|out|(?:the|an?) (?!\w+ed\b))|have|hold(?! .*\b(?:meetings?|elections?|votes?|referendums?|talks|summit|conference|hearings?|festival|sale)\b)|account|make up|exceed|(?:trade|stand|close|sit|stay) (?:above|below|at|over|under))\b)/i;

const asBinary = ({ subject: named, predicate: said, window, condition, period, onDay }: Parts): Shape => {
  const { opens, deadline } = window;
  const by = longDate(deadline);
  const portion =
    /^(?:(?:about|around|nearly|almost|roughly) )?(\d[\d.,]*\s?(?:%|percent|per cent)|(?:a|one|two) (?:thirds?|quarters?|half|fifths?)|half) of /i;
  const subject = portion.test(named)
    ? `at least ${named.replace(/^(?:about|around|nearly|almost|roughly) /i, '')}`
    : named;
  const predicate = asThreshold(said);
  const existence = subject.toLowerCase() === 'there';
  const lasting = /^(?:continue|keep|remain|stay)\b/i.test(predicate);
  const standing = !existence && stateVerbs.test(predicate);
  const moment = lasting
    ? `through ${by}`
    : /^in/.test(period)
      ? period
      : standing || onDay
        ? `on ${by}`
        : `by ${by}`;
  const thing = predicate.replace(/^(?:continue to )?be /i, '');
  const present = existence
    ? `there ${isPlural(thing) ? 'are' : 'is'} ${thing}`
    : `${subject} ${inPresent(predicate, isPlural(subject))}`;
  const when = lasting
    ? `throughout the time from ${longDate(opens)} to ${instant(deadline)},`
    : standing || onDay
      ? /^in/.test(period)
        ? `${period},`
        : `on ${longDate(deadline)} (UTC),`
      : `at some time between ${longDate(opens)} and ${instant(deadline)},`;
  const plain = {
    kind: 'binary' as const,
    outcomes: ['YES', 'NO'],
    edges: null,
    unit: null,
    standing: standing || lasting,
  };
  if (!condition) {
    return {
      ...plain,
      title: `Will ${subject} ${predicate} ${moment}?`,
      resolves: `Resolves YES if, ${when} ${present}. Resolves NO otherwise.`,
    };
  }
  const pronoun = /^(?:it|this|that|they)\b/i.exec(condition);
  const met = pronoun ? `${subject}${condition.slice(pronoun[0].length)}` : condition;
  const asked = pronoun ? 'it' : subject;
  return {
    ...plain,
    title: `If ${met} by ${by}, will ${asked} ${predicate}?`,
    resolves: `Resolves YES if ${met} by ${instant(deadline)} and ${asked} ${inPresent(predicate, isPlural(subject))}; NO if the first comes about without the second. If the first has not come about by then, in the judgement of the sources below, the question is annulled.`,
  };
};

const candidateWords =
  /^(?:the )?(?:most likely|likeliest|probable|clear|obvious|strongest|leading|safest|best) /i;

/** A perfect ("will have moved") is asked as an event: the regular verbs that predictions put there. */
const unperfected = (predicate: string): string =>
  predicate.replace(
    /^have (acquired|released|launched|announced|adopted|moved|reached|replaced|introduced|approved|closed|signed|joined|passed)\b/i,
    (_, done: string) =>
      /(?:ed)$/i.test(done) && /(?:ach|ign|oin|ass|aunch)ed$/i.test(done)
        ? done.slice(0, -2)
        : done.slice(0, -1),
  );

/** "major flare-up in the war" as a phrase within a sentence: "a major flare-up". */
const withArticle = (thing: string): string =>
  /^(?:major|minor|new|significant) /.test(thing) && !isPlural(thing) ? `a ${thing}` : thing;

/**
 * A question in the claim's own words: when, who, by how much, what or how many where the claim has a range of years,
 * rival names or a number of its own, and yes or no otherwise. Deadlines in the words are replaced by the date.
 */
export const ownWords = (
  clause: Clause,
  who: Subject,
  claim: Claim,
  article: Article,
  window: Window,
): Shape => {
  const headline = titleCased(claim.quote);
  const text = article.text.slice(Math.max(0, claim.start - 50_000), claim.end + 50_000);
  const elsewhere = headline ? text.replace(claim.quote, '') : text;
  const range = yearsIn(plainWords(claim.quote))?.words ?? '';
  const said = timeless(clause.predicate.replace(range, '').trim(), claim.deadlineText).replace(
    /(?<!the )\bmost (?=(?!of the\b)(?:[a-z-]+ ){0,3}[a-z-]+s\b)/,
    'more than half of ',
  );
  const predicate = headline ? decapitalised(said, elsewhere) : said;
  const existing = /^be (?=\p{Lu})/u.test(predicate) && clause.subject === 'there';
  const parts: Parts = {
    subject: midSentence(timeless(who.words, claim.deadlineText), elsewhere),
    predicate: existing
      ? `be ${withArticle(midSentence(predicate.slice(3), elsewhere))}`
      : clause.nominal
        ? `be ${predicate.replace(candidateWords, 'the ')}`
        : unperfected(predicate),
    quote: plainWords(claim.quote),
    period: periodOf(claim, window),
    window,
    condition: clause.condition,
    onDay: !window.proposed && /^on\b/i.test(claim.deadlineText ?? ''),
  };
  if (parts.condition) return asBinary(parts);
  return (
    asDate(parts) ?? asChoice(parts) ?? asChange(parts) ?? asLevel(parts) ?? asCount(parts) ?? asBinary(parts)
  );
};

/** Words of a headline in the case that they have elsewhere in the text. */
const decapitalised = (words: string, text: string): string =>
  words.replace(/\b\p{Lu}[\p{Ll}'-]+/gu, (word) => {
    const lowered = word.toLowerCase();
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`[a-z,;] ${escaped}\\b`).test(text) ? word : lowered;
  });
