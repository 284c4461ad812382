import { addDays, dayOf, daysBetween, endOfDay, longDate, proposedHorizon, startOfDay } from './calendar.ts';
import { type Clause, clauseOf } from './clause.ts';
import { aroundOf } from './context.ts';
import { ownWords, type Shape } from './ownWords.ts';
import { plainWords } from './plain.ts';
import { vagueIn } from './reviewer.ts';
import { settleable } from './settleable.ts';
import { standInsFor } from './standins/index.ts';
import type { Measured, Reading } from './standins/types.ts';
import { completed, referredClause, type Subject, subjectFor } from './subject.ts';
import type { Topic } from './topicList.ts';
import { measuringTopics, topicOf, topicWithId } from './topics.ts';
import type { Article, Claim, Draft, Need } from './types.ts';
import { midSentence, timeless, titleCased } from './wording.ts';

export interface DraftOptions {
  /** What was already proposed for the same article, as `undated` titles: it is measured another way if it can be. */
  taken?: ReadonlySet<string>;
}

/** A deadline nearer than this leaves nobody time to forecast. */
const minimumDays = 3;

const slow =
  /\b(?:paradigm|era|generations?|eventually|long[- ]term|long run|decades?|ultimately|next wave)\b/i;

/** "before October 2027" has its last day on September 30. */
const lastDayOf = ({ deadline, deadlineText }: Claim): string | null =>
  deadline && /^before\b/i.test(deadlineText ?? '') && deadline.endsWith('-01')
    ? addDays(deadline, -1)
    : deadline;

/** The article's date while it is open; a proposal where it names none or one that has passed. */
const horizonOf = (claim: Claim, today: string): { deadline: string; proposed: boolean } => {
  const last = lastDayOf(claim);
  return last && !claim.expired && daysBetween(today, last) >= minimumDays
    ? { deadline: last, proposed: false }
    : {
        deadline: proposedHorizon(today, slow.test(`${claim.quote} ${claim.heading ?? ''}`) ? 2 : 1),
        proposed: true,
      };
};

interface Understood {
  clause: Clause;
  who: Subject;
  /** Whether it can be asked in its own words. */
  settleable: boolean;
}

const understood = (claim: Claim, article: Article): Understood => {
  const read: Clause = clauseOf(claim.quote) ?? {
    condition: null,
    subject: 'there',
    predicate: `be ${plainWords(claim.quote)}`,
    negated: claim.hedge.negated,
    nominal: false,
    split: false,
  };
  const referred = referredClause(read, article, claim);
  const clause = completed(referred ?? read, article, claim);
  const who = subjectFor(clause, article, claim);
  return {
    clause,
    who,
    settleable:
      referred !== null ||
      clause.condition !== null ||
      clause !== (referred ?? read) ||
      (!(clause.nominal && clause.predicate.split(' ').length < 6) &&
        settleable(
          titleCased(claim.quote)
            ? who.words.toLowerCase()
            : midSentence(
                who.words,
                article.text.slice(Math.max(0, claim.start - 50_000), claim.end + 50_000),
              ),
          timeless(clause.predicate, claim.deadlineText),
        )),
  };
};

const measuredBy = (
  { clause, who }: Understood,
  claim: Claim,
  article: Article,
  window: { opens: string; deadline: string },
  taken: ReadonlySet<string>,
): ReturnType<typeof standInsFor> => {
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
    ...window,
  };
  return standInsFor(measuringTopics(article, claim.quote, aroundOf(article, claim)), reading, taken);
};

const survey =
  /(?:%|percent|per cent|\bthirds?|\bhalf|\bquarters?) of (?:the )?(?:[\w-]+ ){0,4}?(?:organi[sz]ations|enterprises|companies|firms|businesses|developers|consumers|users|people|workers|employees|teams|products|projects|implementations|deals|attacks|vulnerabilities|customers|executives|banks|retailers|manufacturers|code)\b/i;
const money = /\b(?:revenues?|sales|profits?|earnings|valuation|turnover)\b/i;

/** Who decides a question in the claim's own words. */
const deciders = (
  claim: Claim,
  { clause, who }: Understood,
  topic: Topic,
): Pick<Topic, 'source' | 'fallback' | 'lag'> => {
  if (survey.test(plainWords(claim.quote))) {
    return {
      source:
        'the latest survey or estimate of the figure by Gartner, IDC, Forrester or the body that the article quotes',
      fallback: 'any published survey on it with at least 500 respondents',
      lag: 90,
    };
  }
  const own = `${who.words} ${clause.predicate}`;
  return money.test(own) && topic.id !== 'economy' ? topicWithId('company') : topic;
};

const needsOf = (
  claim: Claim,
  article: Article,
  { who, settleable: settled }: Understood,
  measured: Measured | null,
  horizon: { deadline: string; proposed: boolean },
  title: string,
): Need[] => {
  const needs: Need[] = [];
  const proposal = longDate(measured?.deadline ?? horizon.deadline);
  if (horizon.proposed) {
    const why =
      claim.deadline && (claim.expired || claim.deadlineText)
        ? `The article's date (${longDate(claim.deadline)}) has passed; ${proposal} is our proposal. Confirm it, or reject the draft if the matter is settled.`
        : `The article names no date; ${proposal} is our proposal. Confirm or change it.`;
    needs.push({ field: 'deadline', why });
  }
  if (!article.publishedAt && claim.deadlineText && !/\d{4}/.test(claim.deadlineText)) {
    needs.push({
      field: 'publishedAt',
      why: `"${claim.deadlineText}" counts from the article's date, which is not known. Say when it was published.`,
    });
  }
  if (measured) return needs;
  if (!settled) {
    needs.push({
      field: 'wording',
      why: 'The claim cannot be settled as it stands; write what would show that it came true, with a figure and who publishes it.',
    });
  }
  const vague = settled ? vagueIn(title) : null;
  if (vague)
    needs.push({ field: 'threshold', why: `"${vague}" can be read in more than one way; give a figure.` });
  if (who.unresolved) {
    needs.push({ field: 'subject', why: `The quote says "${who.words}"; write who or what is meant.` });
  }
  return needs;
};

const background = (claim: Claim, article: Article, borneOut: boolean | null): string => {
  // A list's dash goes, and quotation marks around the whole; those within stay as marks within marks.
  const words = plainWords(claim.quote)
    .replace(/^[\s-]+/, '')
    .replace(/^"([^"]*)"$/, '$1')
    .replaceAll('"', "'");
  const quote = words.length > 400 ? `${words.slice(0, 397)}...` : words;
  const anonymous = /^(?:the )?(?:author|article|commenter|unnamed)\b/i.test(claim.speaker ?? '');
  const who = claim.speaker && !anonymous ? `${claim.speaker} in ` : '';
  const where = article.title ? `"${article.title}"` : 'the article';
  const date = article.publishedAt ? `, ${longDate(article.publishedAt)}` : '';
  const stance = borneOut === null ? '' : ` ${borneOut ? 'YES' : 'NO'} would bear it out.`;
  return `Background: "${quote}" (${who}${where}${date}).${stance}`;
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
  const read = understood(claim, article);
  const window = { opens, deadline: horizon.deadline };
  const measured = read.settleable
    ? null
    : measuredBy(read, claim, article, window, options.taken ?? new Set());

  const topic = measured
    ? topicWithId(measured.topic)
    : topicOf(article, `${read.who.words} ${read.clause.predicate}`, aroundOf(article, claim));
  const shape: Shape = measured
    ? {
        kind: 'binary',
        outcomes: ['YES', 'NO'],
        edges: null,
        unit: null,
        standing: !measured.event,
        ...measured,
      }
    : ownWords(read.clause, read.who, claim, article, { opens, ...horizon });
  const { source, fallback, lag = 14 } = measured ?? deciders(claim, read, topic);
  const deadline = shape.deadline ?? horizon.deadline;
  const resolvesBy = addDays(deadline, lag);
  const silence = shape.standing
    ? 'If neither gives an answer, the question is annulled.'
    : 'What has not been reported by then counts as not having happened.';
  const borneOut = measured ? measured.borneOut : shape.kind === 'binary' ? !read.clause.negated : null;

  return {
    title: shape.title,
    criteria: [
      shape.resolves,
      `Source: ${source}. If it is gone or silent by ${longDate(resolvesBy)}, the question is decided by ${fallback}. ${silence} All times are UTC.`,
      background(claim, article, borneOut),
    ].join('\n\n'),
    kind: shape.kind,
    outcomes: shape.outcomes,
    edges: shape.edges,
    unit: shape.unit,
    closesAt: endOfDay(deadline),
    resolvesBy: startOfDay(resolvesBy),
    horizonProposed: horizon.proposed,
    tags: [...new Set([...topic.tags, ...(measured?.tags ?? [])])],
    source,
    fallback,
    needs: needsOf(claim, article, read, measured, horizon, shape.title),
  };
};
