import { clauseOf } from './clause.ts';
import { plainWords } from './plain.ts';
import type { Article, Claim } from './types.ts';

const reach = 900;

/** Start of the sentence that holds `at`, looking back a bounded way. */
const sentenceStart = (text: string, at: number): number => {
  const from = Math.max(0, at - reach);
  const before = text.slice(from, at);
  const ends = [...before.matchAll(/[.!?]["”’)]*\s+|\n/g)];
  const last = ends.at(-1);
  return last ? from + last.index + last[0].length : from;
};

/** The words of the claim's own sentence that stand before it; empty when the claim starts its sentence. */
export const leadOf = (article: Article, claim: Claim): string =>
  plainWords(article.text.slice(sentenceStart(article.text, claim.start), claim.start));

/** What a quote says before the pronoun that its clause begins with: "even though X is large today, I doubt". */
export const leadInQuote = (quote: string, subject: string): string => {
  const words = plainWords(quote);
  const ahead = new RegExp(
    `\\b${subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?='|(?: [a-z]+){0,2} (?:will|would|won't|is|are|can|could|may|might|should|cannot|can't)\\b)`,
    'i',
  );
  return words.slice(0, ahead.exec(words)?.index ?? 0).trim();
};

/** Up to `count` sentences before the claim's own, nearest first. */
export const sentencesBefore = (article: Article, claim: Claim, count: number): string[] => {
  const found: string[] = [];
  let end = sentenceStart(article.text, claim.start);
  while (found.length < count && end > 0) {
    const trimmed = article.text.slice(0, end).trimEnd().length;
    const start = sentenceStart(article.text, Math.max(0, trimmed - 1));
    if (start >= trimmed) break;
    found.push(article.text.slice(start, trimmed));
    end = start;
  }
  return found;
};

/** The lines around the claim, for telling what it is about. */
export const aroundOf = (article: Article, claim: Claim): string =>
  `${claim.heading ?? ''} ${article.text.slice(Math.max(0, claim.start - 500), claim.end + 200)}`;

const pronoun = /^(?:it|they|this|these|that|those|he|she|we|i|you|such|one|both|others|so)$/i;

export const isPronoun = (subject: string): boolean => pronoun.test(subject.trim());

/** "The rise of X", "the sum of X": the X is what is meant. */
const light =
  /^(?:the )?(?:[\w-]+ )?(?:value|role|importance|future|rise|use|impact|idea|concept|notion|sum|total|strategy|story|proliferation|spread|growth|popularity) of (?:the |all )?/i;

const plural = (subject: string): boolean =>
  /\band\b|\b(?:people|men|women|children|companies|labs)\b/i.test(subject) ||
  /[^su]s$/i.test(subject.split(/ (?:of|in|for|from|with|that|who|which|by)\b/)[0] ?? subject);

const capitalised =
  /(?:@\w+|\b(?:[A-Z][\w&'-]*[\w])(?: (?:[A-Z][\w&'-]*|of|the|and)(?= [A-Z])| [A-Z][\w&'-]*)*)/g;

/** "Acme said that" speaks of Acme: the name that opens a sentence and says something. */
export const sayerIn = (lead: string): string | null =>
  /^([A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,4}) (?:said|says|expects|plans|hopes|announced|added|warned|forecasts?|promised|vowed|aims|intends)\b/.exec(
    lead,
  )?.[1] ?? null;

/** "The Finnish" of "the Finnish company" is no name. */
const adjectival =
  /^(?:The |An? )(?:\w+(?:ish|ese|ian|ean)|American|German|Mexican|African|French|Dutch|Greek|Swiss|Czech|Thai|Icelandic)$/;

/** Names in a text in the order in which they stand: runs of capitalised words that do not merely open a sentence. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(capitalised)]
    .filter(
      (match) =>
        match[0].startsWith('@') || match.index > 0 || /\s/.test(match[0]) || /[A-Z]{2}|\d/.test(match[0]),
    )
    .filter(
      (match) => !(adjectival.test(match[0]) && /^ [a-z]/.test(text.slice(match.index + match[0].length))),
    )
    .map((match) => match[0])
    .filter(
      (name) =>
        !/^(?:The|This|That|It|They|He|She|We|You|I|A|An|In|On|At|By|If|And|But|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/.test(
          name,
        ),
    );

const saying =
  '(?:said|says|told|announced|announces|added|adds|confirmed|confirms|warned|warns|promised|promises|vowed|vows|pledged|pledges|insisted|insists|stated|states|estimates?|estimated)';
const reporting = new RegExp(String.raw`^((?:[^\s,;:]+ ){0,8}?[^\s,;:]+) ${saying}\b[^;:]{0,80}$`);
/** People by what they do: "it" is not one of them, "he" is. */
const role =
  /\b(?:chief executive|chief|CEO|chair(?:man|woman|person)?|president|minister|mayor|governor|director|manager|spokes(?:man|woman|person)|owner|founder|secretary|chancellor|leader|coach|captain|king|queen|professor|judge|senator|commissioner|officer|boss|head)\b/i;
/** Bodies of many people, of which "they" is also said. */
const body =
  /\b(?:council|company|government|ministry|authority|agency|club|team|group|board|committee|party|union|firm|commission|parliament|bank|police|museum|university)\b/i;

/**
 * Whom a reporting clause before a pronoun lets it stand for: "The company said on Monday that it" is the company,
 * "Acme's chief executive said that it" is Acme, "the minister said that he" the minister. Null where there is no
 * such clause or its subject cannot be meant.
 */
export const reporterFor = (word: string, lead: string): string | null => {
  const who = reporting.exec(lead)?.[1]?.replace(/^(?:but|and|yet|so|meanwhile|however) /i, '');
  if (!who || isPronoun(who) || !/^[A-Z]|^the |^an? /.test(who)) return null;
  const person = role.test(who);
  if (/^(?:he|she)$/.test(word)) {
    return !plural(who) && (person || /^[A-Z][\w'-]+(?: [A-Z][\w.'-]+)*$/.test(who)) ? who : null;
  }
  if (/^(?:they|these|those)$/.test(word)) return plural(who) || body.test(who) ? who : null;
  if (word !== 'it' || plural(who)) return null;
  if (!person) return who;
  return /^(.{2,40}?)(?:'s|(?<=s)') /.exec(who)?.[1] ?? /\bof ((?:the )?[A-Z].*)$/.exec(who)?.[1] ?? null;
};

const handle = (name: string): string => (name.startsWith('@') ? name.slice(1).replace(/_/g, ' ') : name);

/**
 * Whom a pronoun stands for, read from the words before it: a name earlier in the same sentence, else the subject of
 * one of the three sentences before that agrees in number. Null when the text does not tell.
 */
export const antecedent = (subject: string, article: Article, claim: Claim): string | null => {
  const word = subject.trim().toLowerCase();
  if (/^(?:we|i|you|such|one|so|both|others)$/.test(word)) return null;
  const wantsPlural = /^(?:they|these|those)$/.test(word);
  const lead = `${leadOf(article, claim)} ${leadInQuote(claim.quote, subject)}`.trim();
  const reporter = reporterFor(word, lead);
  if (reporter) return reporter;
  // "Weil doubts that it will": it is not Weil. "Acme says it will": it is.
  const judged =
    /\b(?:s[kc]eptical|doubtful|confident|sure|certain|convinced|doubts?|thinks?|believes?|expects?|predicts?)(?: that| of)?$/i.test(
      lead,
    );
  if (lead.length > 5 && !judged) {
    const own = clauseOf(lead)?.subject;
    const names = namesIn(lead);
    const name = sayerIn(lead) ?? names.at(-1);
    if (name && !wantsPlural && !(word === 'it' && role.test(name))) return handle(name);
    if (
      own &&
      !isPronoun(own) &&
      own !== 'there' &&
      plural(own) === wantsPlural &&
      own.split(' ').length <= 8
    )
      return own;
  }
  for (const sentence of sentencesBefore(article, claim, 3)) {
    const found = clauseOf(sentence)
      ?.subject.replace(light, '')
      .replace(/ (?:is|are|was|were|has|have|had)$/, '');
    if (found && /^(?:its|their|his|her|our|my)\b/i.test(found)) continue;
    if (!found || isPronoun(found) || found.toLowerCase() === 'there' || found.split(' ').length > 10)
      continue;
    if (/^(?:he|she)$/.test(word) && !/^[A-Z][\w.'-]+(?: [A-Z][\w.'-]+)*$/.test(found)) continue;
    const team = wantsPlural && /^[A-Z]/.test(found) && /\b(?:are|have|were)\b/.test(sentence);
    if (word !== 'this' && word !== 'that' && plural(found) !== wantsPlural && !team) continue;
    return found;
  }
  return null;
};

/** The organisation that the article speaks of most before the claim, other than the claim's speaker; null for none. */
export const mainName = (article: Article, claim: Claim): string | null => {
  const surname = claim.speaker?.split(' ').at(-1) ?? '';
  const counts = new Map<string, number>();
  const before = `${article.title ?? ''}.\n${article.text.slice(0, claim.start).slice(-1400)}`;
  for (const line of before.split(/(?<=[.!?])\s|\n/)) {
    const sentence = plainWords(line);
    const opening = clauseOf(sentence)?.subject ?? '';
    const names = namesIn(sentence);
    if (/^[A-Z][\w&-]+(?: [A-Z][\w&-]+)*$/.test(opening) && !isPronoun(opening)) names.push(opening);
    for (const name of new Set(names)) {
      if ((surname && name.includes(surname)) || (article.author && name.includes(article.author))) continue;
      counts.set(name, (counts.get(name) ?? 0) + (name === opening ? 2 : 1));
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};
