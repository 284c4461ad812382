import { addDays, dayOf, daysBetween, endOfDay, longDate, proposedHorizon, startOfDay } from './calendar.ts';
import { type Clause, clauseOf, plainWords } from './clause.ts';
import { antecedent, aroundOf, isPronoun, leadInQuote, leadOf, sentencesBefore } from './context.ts';
import { binsAround, quantityIn } from './quantities.ts';
import { standInsFor } from './standins/index.ts';
import type { Reading } from './standins/types.ts';
import { type Topic, topicsOf } from './topics.ts';
import type { Article, Claim, Draft, Need } from './types.ts';
import { inPresent, isPlural, midSentence, timeless, titleCased } from './wording.ts';

export interface DraftOptions {
  /** What was already proposed for the same article, as {@link undated} titles: it is measured another way if it can be. */
  taken?: ReadonlySet<string>;
}

/** What a claim's subject turned out to be. */
interface Subject {
  words: string;
  unresolved: boolean;
}

const minimumDays = 3;

/** "today" dates what is said, not what is predicted. */
const isNow = (claim: Claim): boolean =>
  /^(?:from )?(?:today|now)(?:'s|’s)?$/i.test(claim.deadlineText ?? '');

/** The end of what is still open, or a proposal where the claim names no date or one that has passed. */
const horizonOf = (claim: Claim, today: string): { deadline: string; proposed: boolean } => {
  if (
    claim.deadline &&
    !claim.expired &&
    !isNow(claim) &&
    daysBetween(today, claim.deadline) >= minimumDays
  ) {
    return { deadline: claim.deadline, proposed: false };
  }
  const slow =
    /\b(?:paradigm|era|generations?|eventually|long[- ]term|long run|decades?|ultimately|next wave)\b/i.test(
      claim.quote,
    );
  return { deadline: proposedHorizon(today, slow ? 2 : 1), proposed: true };
};

const statement =
  /^(?:.*?\b(?:although|though|while|but|whereas|since|because|today|now|currently),?\s+)?(.{2,80}?)\s+(?:is|are)\s+(.{3,120}?)(?:\s+(?:today|now|currently|at present|these days))?[,.]?$/i;

/** "X is the largest today, but this will not be true": what "this" says, as a clause of its own. */
const referredClause = (clause: Clause, article: Article, claim: Claim): Clause | null => {
  if (
    !/^(?:this|that|it)$/i.test(clause.subject) ||
    !/^(?:be (?:true|the case|so)|hold|stay (?:true|so|that way)|last|continue)\b/i.test(clause.predicate)
  )
    return null;
  const lead = `${leadOf(article, claim)} ${leadInQuote(claim.quote, clause.subject)}`
    .trim()
    .replace(/,?\s*(?:I|we)(?: [\w']+){0,3}$/i, '');
  const source = lead.length > 12 ? lead : (sentencesBefore(article, claim, 1)[0] ?? '');
  const found = statement.exec(plainWords(source));
  if (!found?.[1] || !found[2]) return null;
  const subject = found[1]
    .replace(/^(?:lastly|finally|also|first|second|even|and|but),?\s+/i, '')
    .replace(/^(?:even )?(?:though|although|while)\s+/i, '');
  return { ...clause, subject, predicate: `still be ${found[2].replace(/,$/, '')}` };
};

const owners = /\b(?:for|of|at|by)\s+((?:[A-Z][\w.-]+)(?:(?:,| and|, and) [A-Z][\w.-]+)*)/;

/** "their biggest" after "the biggest revenue drivers for Acme": the noun and the owner are read from there. */
const completed = (clause: Clause, article: Article, claim: Claim): Clause => {
  const bare =
    /^(be |become )(?:their|its|his|her|the) ((?:biggest|largest|best|main|first|most \w+|fastest-growing|strongest|top))$/i.exec(
      clause.predicate,
    );
  if (!bare?.[1] || !bare[2]) return clause;
  const before = plainWords(
    `${sentencesBefore(article, claim, 2).reverse().join(' ')} ${leadOf(article, claim)}`,
  );
  const at = before.toLowerCase().lastIndexOf(` ${bare[2].toLowerCase()} `);
  const noun =
    at < 0
      ? undefined
      : /^ ?\S+ ((?:[a-z]+ ){0,2}?[a-z]+)(?= (?:for|of|in|at|by|today|now)\b|[,.])/.exec(
          before.slice(at),
        )?.[1];
  if (!noun) return clause;
  const owner = owners.exec(before.slice(at))?.[1];
  const single = noun.replace(/([^s])s$/, '$1');
  return {
    ...clause,
    subject: owner ? clause.subject.replace(/\b(?:their|its|his|her) /i, '') : clause.subject,
    predicate: `${bare[1]}the ${bare[2]} ${single}${owner ? ` of ${owner}` : ''}`,
  };
};

const subjectFor = (clause: Clause, article: Article, claim: Claim): Subject => {
  const bareSubject = clause.subject.trim();
  if (bareSubject.toLowerCase() === 'there') return { words: 'there', unresolved: false };
  if (!bareSubject) return { words: 'it', unresolved: true };
  if (isPronoun(bareSubject)) {
    const found = antecedent(bareSubject, article, claim);
    return found ? { words: found, unresolved: false } : { words: bareSubject, unresolved: true };
  }
  return { words: bareSubject, unresolved: false };
};

const eventVerbs =
  /^(?:still |no longer )?(?:announce|release|launch|ship|unveil|introduce|publish|acquire|buy|sell|merge|sign|win|lose to|elect|resign|step down|appoint|ban|approve|reject|pass|adopt|enact|repeal|cut|raise|lower|default|file|list|go public|open|close|ratify|join|leave|invade|withdraw|recall|retire|land|orbit|reach|hit|top|exceed|surpass|cross|fall below|rise above|drop below|overtake|become|be (?:elected|acquired|sold|banned|approved|released|launched|recalled|appointed|listed|convicted|unveiled|published|signed|indicted|admitted|cut|closed|opened|above|below|over|under|at least|between|more than|the (?:largest|biggest|first|most|next|winner|president|\w+ (?:of|for)))|have (?:at least|more|fewer|acquired)|stop|discontinue|shut down|replace|pay|fine|sue|attend|contribute|account for|make up|show off|show|double|triple|halve|complete|qualify|beat|defeat|hire|lay off|rename)\b/i;

/** Words that two careful readers would settle differently. */
export const vagueWords =
  /\b(?:significant(?:ly)?|substantial(?:ly)?|major|meaningful(?:ly)?|soon|many|most|few|several|powerful|dramatic(?:ally)?|radical(?:ly)?|widespread|mainstream|dominant|huge|massive(?:ly)?|big|large|more and more|increasingly|better|worse|good enough|harsh|rough|successful(?:ly)?|common|popular|important|harder|easier|fragile|vulnerable|obvious|sophisticated|believable|great)\b/i;

const named = (text: string): boolean =>
  /(?<=[a-z,'"] )[A-Z][\w&.-]+|^[A-Z][\w&.-]*[A-Z\d]|[$€£]\d/.test(text);

/** Whether a claim can be settled as it stands: a number, or an event that names its parties. */
const settleable = (subject: string, predicate: string, quote: string): boolean => {
  const text = `${subject} ${predicate}`;
  if (
    /\d+(?:[.,]\d+)*\s?(?:%|percent|per cent|million|billion|bn|people|points)|[$€£]\s?\d|\b\d{1,3}(?:,\d{3})+\b|\b(?:one|a) (?:third|quarter|half)\b/i.test(
      text,
    )
  )
    return true;
  return (
    eventVerbs.test(predicate) &&
    (named(subject) || named(predicate) || named(plainWords(quote).slice(1))) &&
    !vagueWords.test(predicate)
  );
};

const survey =
  /(?:%|percent|per cent|\bthird|\bhalf|\bquarter) of (?:the )?(?:[\w-]+ ){0,4}?(?:organi[sz]ations|enterprises|companies|firms|businesses|developers|consumers|users|people|workers|employees|teams|products|projects|implementations|deals|attacks|vulnerabilities|customers|executives|banks|retailers|manufacturers|code)\b/i;

const attribution = (claim: Claim, article: Article): string => {
  const who =
    claim.speaker && !/^(?:the )?(?:author|article|commenter|unnamed)\b/i.test(claim.speaker)
      ? claim.speaker
      : null;
  const where = article.title ? `"${article.title}"` : 'the article';
  const date = article.publishedAt ? `, ${longDate(article.publishedAt)}` : '';
  return who ? `${who} in ${where}${date}` : `${where}${date}`;
};

const quoted = (quote: string): string => {
  const words = plainWords(quote);
  return words.length > 300 ? `${words.slice(0, 297)}...` : words;
};

const stance = (borneOut: boolean | null): string => {
  if (borneOut === null) return '';
  return borneOut ? ' YES would bear it out.' : ' NO would bear it out.';
};

const instant = (date: string): string => `23:59 UTC on ${longDate(date)}`;

interface Shape {
  title: string;
  resolves: string;
  kind: Draft['kind'];
  outcomes: string[];
  edges: number[] | null;
  unit: string | null;
  needs: Need[];
}

const binary = (title: string, resolves: string, needs: Need[]): Shape => ({
  title,
  resolves,
  kind: 'binary',
  outcomes: ['YES', 'NO'],
  edges: null,
  unit: null,
  needs,
});

const exclusive =
  /^(?:win|be elected|become the (?:next|first)|succeed|be the (?:next|first|winner)|be named|take first place)\b/i;
const changes =
  /^(rise|grow|increase|expand|climb|fall|drop|decline|decrease|shrink|contract|be reduced|be cut)\b(.*)$/i;

/** A question in the claim's own words. */
const ownWords = (
  clause: Clause,
  who: Subject,
  claim: Claim,
  article: Article,
  window: { opens: string; deadline: string; proposed: boolean },
): Shape => {
  const { deadline, opens } = window;
  const by = longDate(deadline);
  const caseText = titleCased(claim.quote) ? article.text.replace(claim.quote, '') : article.text;
  let subject = midSentence(timeless(who.words, claim.deadlineText), caseText).replace(
    /^(?:the )?current\b /i,
    '',
  );
  let predicate = timeless(clause.predicate, claim.deadlineText);
  if (titleCased(claim.quote)) predicate = predicate.toLowerCase();
  const needs: Need[] = [];
  if (who.unresolved)
    needs.push({ field: 'subject', why: `The quote says "${who.words}"; write who or what is meant.` });

  const years = /\b(?:between|from) (20\d\d) (?:and|to) (20\d\d)\b|\b(20\d\d)\s?[-–]\s?(20\d\d)\b/.exec(
    plainWords(claim.quote),
  );
  const first = Number(years?.[1] ?? years?.[3]);
  const last = Number(years?.[2] ?? years?.[4]);
  if (years && last > first && last - first < 12 && first >= Number(opens.slice(0, 4))) {
    const span = Array.from({ length: last - first + 2 }, (_, i) => first + i);
    const bare = predicate.replace(years[0], '').replace(/\s+(?:between|from|in|by)?\s*$/, '');
    return {
      title: `When will ${subject} ${bare}?`,
      resolves: `Resolves to the period in which, UTC, ${subject} ${inPresent(bare, isPlural(subject))} for the first time. If that has not happened by the end of ${last}, it resolves to the last bin.`,
      kind: 'date',
      outcomes: [
        `before ${first}`,
        ...span.slice(0, -1).map((year) => `in ${year}`),
        `after ${last} or never`,
      ],
      edges: span.map((year) => Date.UTC(year, 0, 1)),
      unit: null,
      needs,
    };
  }

  const candidates = subject.split(/,\s+(?:or\s+)?|\s+or\s+/).filter(Boolean);
  if (
    /\bor\b/.test(subject) &&
    candidates.length > 1 &&
    candidates.every((name) => /^[A-Z]/.test(name)) &&
    exclusive.test(predicate)
  ) {
    return {
      title: `Who will ${predicate} by ${by}?`,
      resolves: `Resolves to whoever of those named ${inPresent(predicate, false)} by ${instant(deadline)}, and to "Another or nobody" if it is none of them.`,
      kind: 'choice',
      outcomes: [...candidates, 'Another or nobody'],
      edges: null,
      unit: null,
      needs,
    };
  }

  const change = changes.exec(predicate);
  const size = change?.[2]
    ? quantityIn(change[2].replace(/\bfrom [^ ]+ (?:[^ ]+ ){0,4}?to\b.*$/i, ''))
    : null;
  if (
    change?.[1] &&
    size &&
    size.bound === null &&
    size.unit === '%' &&
    !/\bto\b/.test(change[2]?.slice(0, 30) ?? '')
  ) {
    const bins = binsAround(size.value, '%');
    const rest = (change[2] ?? '').slice((change[2] ?? '').indexOf(size.text) + size.text.length);
    return {
      title: `By what percentage will ${subject} ${change[1]}${rest} ${periodOf(claim, window)}?`,
      resolves: `Resolves to the bin that holds the percentage by which ${subject} ${inPresent(change[1], isPlural(subject))}${rest} ${periodOf(claim, window)}. A change in the other direction resolves to the first bin.`,
      kind: 'numeric',
      ...bins,
      unit: '%',
      needs,
    };
  }

  const counted =
    /^(?:about|around|roughly|approximately|some|nearly|almost|an estimated)\s+((?:\d[\d.,]*\s?(?:thousand|million|billion)?)\s+)([a-z].*)$/i.exec(
      subject,
    );
  const count = counted?.[1] ? quantityIn(counted[1]) : null;
  if (counted?.[2] && count) {
    const bins = binsAround(count.value, '');
    return {
      title: `How many ${counted[2]} will ${predicate} by ${by}?`,
      resolves: `Resolves to the bin that holds the number of ${counted[2]} that ${inPresent(predicate, true)} by ${instant(deadline)}.`,
      kind: 'numeric',
      ...bins,
      unit: counted[2].split(' ')[0] ?? null,
      needs,
    };
  }

  if (/^(?:about |around |nearly |almost |roughly )?\d[\d.,]*\s?(?:%|percent|per cent)/i.test(subject)) {
    subject = `at least ${subject.replace(/^(?:about|around|nearly|almost|roughly) /i, '')}`;
  } else if (/^(?:a|one) (?:third|quarter|half) of/i.test(subject)) subject = `at least ${subject}`;

  if (clause.nominal)
    predicate = `be ${predicate.replace(/^(?:the )?(?:most likely|likeliest|probable|clear|obvious|strongest|leading|safest|best) /i, 'the ')}`;
  predicate = predicate.replace(/^have (\w+(?:ed|en))\b/i, (whole, participle: string) =>
    /^(?:acquired|released|launched|announced|adopted|moved|reached|replaced)$/i.test(participle)
      ? participle.replace(/([^e])d$/i, '$1').replace(/ed$/, 'e')
      : whole,
  );
  // A point forecast of a change is met by more of it.
  predicate = predicate
    .replace(
      /\bby (?:about |around |roughly |nearly |almost )?(?=[$€£]?\d[\d.,]*\s?(?:%|percent|million|billion|bn|points))/i,
      'by at least ',
    )
    .replace(/^be (?:an? )?(?=\d[\d.,]*\s?(?:%|percent) (?:more|fewer|less|higher|lower))/i, 'be at least ')
    .replace(/^be (an?) (?=\d[\d.,]*\s?(?:%|percent) \w)/i, 'be at least $1 ');
  const condition = clause.condition ? conditionWords(clause.condition, subject) : null;
  const core = subject === 'there' ? `there ${predicate}` : `${subject} ${predicate}`;
  const lasting = /^(?:continue|keep|remain|stay)\b/i.test(predicate);
  const state =
    subject !== 'there' &&
    /^(?:still |no longer )?(?:be (?:above|below|over|under|at|between|more|less|the|a|an|worth|in|out)\b|have|hold|account|make up|exceed)/i.test(
      predicate,
    );
  const moment = lasting ? `through ${by}` : state ? `on ${by}` : `by ${by}`;
  const present =
    subject === 'there'
      ? `there ${isPlural(predicate.replace(/^(?:continue to )?be /, '')) ? 'are' : 'is'} ${predicate.replace(/^(?:continue to )?be /, '')}`
      : `${subject} ${inPresent(predicate, isPlural(subject))}`;
  const window_ = state
    ? `at ${instant(deadline)}`
    : `at some time between ${longDate(opens)} and ${instant(deadline)}`;
  const spanWords = lasting ? `throughout the time from ${longDate(opens)} to ${instant(deadline)}` : window_;
  const unmet = condition
    ? ` If ${condition.present} does not come about by ${instant(deadline)}, the question is annulled.`
    : '';
  const title = condition
    ? `If ${condition.present} by ${by}, will ${it(core, condition.noun)}?`
    : `Will ${core} ${moment}?`;
  return binary(title, `Resolves YES if ${spanWords} ${present}. Resolves NO otherwise.${unmet}`, needs);
};

const it = (core: string, noun: string): string =>
  noun && core.startsWith(noun) ? `it${core.slice(noun.length)}` : core;

/** "it happens" with its noun put in: "recursive self-improvement happens". */
const conditionWords = (condition: string, subject: string): { present: string; noun: string } => {
  const pronoun = /^(?:it|this|that|they)\b/i.exec(condition);
  return pronoun
    ? { present: `${subject}${condition.slice(pronoun[0].length)}`, noun: subject }
    : { present: condition, noun: '' };
};

const periodOf = (claim: Claim, window: { deadline: string; proposed: boolean }): string => {
  const year = /^(?:in|during|for|over|through)?\s*(?:the )?(?:year )?((?:19|20)\d\d)$/i.exec(
    claim.deadlineText ?? '',
  )?.[1];
  const relative = /\b(?:this|next|coming) year\b/i.test(claim.deadlineText ?? '');
  if (!window.proposed && (year || relative)) return `in ${window.deadline.slice(0, 4)}`;
  if (window.proposed) return `in ${window.deadline.slice(0, 4)}`;
  return `by ${longDate(window.deadline)}`;
};

/**
 * Turns a claim into a proposed question, without a network and always in the same way. A claim that can be settled
 * as it stands keeps its own words; a vague one is measured by a public figure that stands for what it says (see
 * `standins/`); one that can be neither says in `needs` what the admin must write.
 *
 * The question opens on the day of `now` (UTC) and closes with the claim's deadline, or with a proposed horizon,
 * marked as such, where the claim names none or one that has passed.
 *
 * "Acme will release Widget 3 by June 2027", handed in on November 22, 2026, becomes "Will Acme release Widget 3 by
 * June 30, 2027?", closing 2027-06-30T23:59:59Z.
 */
export const draftOf = (claim: Claim, article: Article, now: Date, options: DraftOptions = {}): Draft => {
  const opens = dayOf(now);
  const horizon = horizonOf(claim, opens);
  const around = aroundOf(article, claim);
  const ranked = topicsOf(claim.quote, around, `${article.title ?? ''} ${article.text.slice(0, 1500)}`);
  const topic: Topic | undefined = ranked[0];
  const parsed = clauseOf(claim.quote);
  let clause = parsed ?? {
    condition: null,
    subject: 'there',
    predicate: `be ${plainWords(claim.quote)}`,
    negated: claim.hedge.negated,
    nominal: false,
    split: false,
  };
  const referred = referredClause(clause, article, claim);
  if (referred) clause = referred;
  clause = completed(clause, article, claim);
  const who = subjectFor(clause, article, claim);

  const passage = (reach: number): string =>
    plainWords(
      `${claim.heading ?? ''} ${article.text.slice(Math.max(0, claim.start - reach), claim.end)}`.slice(
        -1500,
      ),
    ).toLowerCase();
  const reading: Reading = {
    claim: `${who.words} ${clause.predicate}`.toLowerCase(),
    quote: plainWords(claim.quote).toLowerCase(),
    around: passage(1500),
    near: passage(350),
    ownWords: plainWords(`${who.words} ${clause.predicate}`),
    negated: clause.negated,
    opens,
    deadline: horizon.deadline,
  };
  const measured =
    !referred && !clause.condition && !settleable(who.words, clause.predicate, claim.quote)
      ? standInsFor(
          ranked.slice(0, 2).map(({ id }) => id),
          reading,
          options.taken ?? new Set(),
        )
      : null;

  const needs: Need[] = [];
  if (horizon.proposed) {
    needs.push(
      claim.deadline && claim.expired && !isNow(claim)
        ? {
            field: 'deadline',
            why: `The article's date (${longDate(claim.deadline)}) has passed; ${longDate(measured?.deadline ?? horizon.deadline)} is our proposal. Confirm it, or reject the draft if the matter is settled.`,
          }
        : {
            field: 'deadline',
            why: `The article names no date; ${longDate(measured?.deadline ?? horizon.deadline)} is our proposal. Confirm or change it.`,
          },
    );
  }
  if (!article.publishedAt && claim.deadlineText && !/\d{4}/.test(claim.deadlineText)) {
    needs.push({
      field: 'publishedAt',
      why: `"${claim.deadlineText}" counts from the article's date, which is not known. Say when it was published.`,
    });
  }

  const shape: Shape = measured
    ? {
        title: measured.title,
        resolves: measured.resolves,
        kind: measured.kind ?? 'binary',
        outcomes: measured.outcomes ?? ['YES', 'NO'],
        edges: measured.edges ?? null,
        unit: measured.unit ?? null,
        needs: [],
      }
    : ownWords(clause, who, claim, article, { opens, ...horizon });
  if (!measured && !settleable(who.words, clause.predicate, claim.quote) && !referred && !clause.condition) {
    needs.push({
      field: 'wording',
      why: 'The claim cannot be settled as it stands; write what would show that it came true, with a figure and who publishes it.',
    });
  }
  needs.push(...shape.needs);

  const polled = survey.test(plainWords(claim.quote));
  const source =
    measured?.source ??
    (polled
      ? 'the latest survey or estimate of the figure by Gartner, IDC, Forrester or the body that the article quotes'
      : (topic?.source ?? ''));
  const fallback =
    measured?.fallback ??
    (polled ? 'any published survey on it with at least 500 respondents' : (topic?.fallback ?? ''));
  const deadline = measured?.deadline ?? horizon.deadline;
  const lag = measured?.lag ?? topic?.lag ?? 14;
  const resolvesBy = addDays(deadline, lag);
  const borneOut = measured ? measured.borneOut : shape.kind === 'binary' ? !clause.negated : null;
  const criteria = [
    shape.resolves,
    `Source: ${source}. If it is not available or silent by ${longDate(resolvesBy)}, ${fallback} decides. What has not been published by then counts as not having happened. All times are UTC.`,
    `Background: "${quoted(claim.quote)}" (${attribution(claim, article)}).${stance(borneOut)}`,
  ].join('\n\n');

  return {
    title: shape.title,
    criteria,
    kind: shape.kind,
    outcomes: shape.outcomes,
    edges: shape.edges,
    unit: shape.unit,
    closesAt: endOfDay(deadline),
    resolvesBy: startOfDay(resolvesBy),
    horizonProposed: horizon.proposed,
    tags: [...new Set([...(topic?.tags ?? []), ...(measured?.tags ?? [])])],
    source,
    fallback,
    needs,
  };
};
