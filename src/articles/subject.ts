import { type Clause, clauseOf } from './clause.ts';
import {
  antecedent,
  isPronoun,
  leadInQuote,
  leadOf,
  mainName,
  namesIn,
  reporterFor,
  sayerIn,
  sentencesBefore,
} from './context.ts';
import { plainWords } from './plain.ts';
import type { Article, Claim } from './types.ts';

/** What a claim's subject turned out to be. */
export interface Subject {
  words: string;
  unresolved: boolean;
}

const statement =
  /^(?:.*?\b(?:although|though|while|but|whereas|since|because|today|now|currently),?\s+)?(.{2,80}?)\s+(?:is|are)\s+(.{3,120}?)(?:\s+(?:today|now|currently|at present|these days))?[,.]?$/i;

/** "X is the largest today, but this will not be true": what "this" says, as a clause of its own. */
export const referredClause = (clause: Clause, article: Article, claim: Claim): Clause | null => {
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
  return {
    ...clause,
    subject,
    predicate: `still be ${found[2].replace(/,?(?: but| and| yet)?$/, '').replace(/ (?:today|now|currently)$/, '')}`,
  };
};

const owners = /\b(?:for|of|at|by)\s+((?:[A-Z][\w.-]+)(?:(?:,| and|, and) [A-Z][\w.-]+)*)/;

/** Also "their biggest" after "the biggest revenue drivers for Acme": the noun and the owner are read from there. */
/** "do so" stands for what the sentence before says: its predicate is put in. */
const elliptic = (clause: Clause, article: Article, claim: Claim): Clause => {
  if (!/^do (?:so|that|it|this)\b/i.test(clause.predicate)) return clause;
  const before = sentencesBefore(article, claim, 1)[0];
  const said = before ? clauseOf(before) : null;
  return said ? { ...clause, predicate: said.predicate } : clause;
};

export const completed = (given: Clause, article: Article, claim: Claim): Clause => {
  const clause = elliptic(given, article, claim);
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

const possessive = /^(its|their|his|her|our) (.+)$/i;
const company =
  /^(?:the )?(company|group|firm|start-?up|maker|retailer|carmaker|bank|agency|club|team|lab|publisher|airline)$/i;
const figures =
  /^(?:the )?(?:company's |group's )?(revenues?|sales|profits?|earnings|turnover|shares|share price)$/i;
/** Measures that every country has: whose is meant must be said. */
const national =
  /^(?:the )?(?:unemployment|inflation|turnout|gdp|economic growth|growth|interest rates?|house prices|consumer spending|wages|public debt|exports|government|economy)$/i;

const ownerOf = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);

/** Expletive it: "it will take two months to form a coalition". */
const expletive = (clause: Clause): boolean =>
  /^it$/i.test(clause.subject) &&
  /^(?:take|be \w+)\b.* (?:to|before|for|until|that) /i.test(clause.predicate);

const named = (words: string | null): string | null =>
  words && /^[A-Z@]/.test(words) && !/^(?:The|A|An) [a-z]/.test(words) ? words : null;

const found = (words: string): Subject => ({ words, unresolved: false });

/** "The company" by its name, where the text before tells it. */
const companyFor = (words: string, article: Article, claim: Claim): Subject => {
  const resolved = named(antecedent('it', article, claim)) ?? mainName(article, claim);
  return resolved ? found(resolved) : { words, unresolved: true };
};

/**
 * Whom a claim is about: pronouns, "its plant", "the company" and bare "revenue" are looked up in the text before it;
 * "we" in somebody's mouth is the organisation that the article is about. What cannot be found stays unresolved.
 */
export const subjectFor = (clause: Clause, article: Article, claim: Claim): Subject => {
  const words = clause.subject.trim();
  if (words.toLowerCase() === 'there' || expletive(clause)) return found(words.toLowerCase());
  if (!words) return { words: 'it', unresolved: true };
  if (/^(?:which|who|what|when|where|whether)\b/i.test(words)) return { words, unresolved: true };
  if (/^(?:we|our .*)$/i.test(words)) {
    const spoken = /["\u201c]/.test(article.text.slice(Math.max(0, claim.start - 1), claim.end));
    const main = spoken ? mainName(article, claim) : null;
    if (main) return found(/^we$/i.test(words) ? main : words.replace(/^our/i, ownerOf(main)));
    return { words, unresolved: true };
  }
  if (isPronoun(words)) {
    const resolved = antecedent(words, article, claim);
    if (!resolved) return { words, unresolved: true };
    return company.test(resolved) ? companyFor(resolved, article, claim) : found(resolved);
  }
  const owned = possessive.exec(words);
  if (owned?.[1] && owned[2]) {
    const lead = leadInQuote(claim.quote, words);
    const pronoun = /^their$/i.test(owned[1]) ? 'they' : /^(?:his|her)$/i.test(owned[1]) ? 'he' : 'it';
    const reporter = reporterFor(pronoun, lead);
    if (reporter) {
      const owner = company.test(reporter) ? companyFor(reporter, article, claim) : found(reporter);
      return { ...owner, words: `${ownerOf(owner.words)} ${owned[2]}` };
    }
    const own = sayerIn(lead) ?? namesIn(lead).at(-1);
    const owner = own ?? named(antecedent(pronoun === 'they' ? 'they' : 'it', article, claim));
    return owner ? found(`${ownerOf(owner)} ${owned[2]}`) : { words, unresolved: true };
  }
  if (company.test(words)) return companyFor(words, article, claim);
  const measure = figures.exec(words);
  if (measure?.[1]) {
    const resolved = mainName(article, claim);
    return resolved ? found(`${ownerOf(resolved)} ${measure[1]}`) : { words, unresolved: true };
  }
  return { words: words.replace(/^(?:rival|fellow) (?=[A-Z])/i, ''), unresolved: national.test(words) };
};
