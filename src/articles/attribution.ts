import { words } from './grammar.ts';
import { BE, isAdverb, PREPOSITIONS, REPORTING } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import { isCapitalized, type Token } from './tokens.ts';

/** What `attributionIn` answers for "he said": whoever was named last. */
export const PRONOUN = 'PRONOUN';

const TITLES = words(
  'mr mrs ms miss dr prof professor sir lord lady president minister senator chancellor chairman secretary governor mayor judge general ceo',
);
const PARTICLES = words('van von der den de la le del di da dos bin ibn al el ben ter');
const NOT_NAMES = words(
  'the a an this that these those it its he she they we i you his her their our my in on at by for from to with but and or so if when while as there ' +
    'here what how why who which yet still however meanwhile according monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december last new next first both some many most all one another also not no more even only just then now after before since',
);
const PLURALS = words(
  'analysts economists experts officials researchers developers forecasters scientists critics executives investors strategists regulators ministers lawyers engineers doctors',
);
/** Verbs of saying that are more often nouns: "projects", "reports". They count before a clause. */
const NOUNS = words(
  'projects forecasts estimates reports claims hopes fears notes comments states hints project forecast report claim hope fear',
);
const CLAUSE = words('that the a an its it there this these they his her more " “');
/** "Jane Doe is convinced that": who is of an opinion has said so. */
const CERTAINTY = words(
  'convinced confident optimistic pessimistic hopeful skeptical sceptical doubtful certain sure',
);
/** After these "of" and "for" go on with the name: the Bank of England, the Institute for Fiscal Studies. */
const HOUSES = words(
  'association bank institute institution university department ministry office board council commission bureau centre center federation society agency chamber organisation organization union fund college school committee academy campaign foundation',
);
/** How far an apposition ("Jane Doe, head of research at Acme, said") reaches back. */
const APPOSITION = 24;

interface Name {
  name: string;
  next: number;
}

/** Surname in lower case to full name, from every run of two or more capitalised words: the first of each. */
export function fullNames(sentences: readonly Sentence[]): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const found = nameAt(tokens, i);
      if (!found) continue;
      i = found.next - 1;
      const surname = found.name.split(' ').at(-1)?.toLowerCase() ?? '';
      if (found.name.includes(' ') && !people.has(surname)) people.set(surname, found.name);
    }
  }
  return people;
}

/**
 * The subject of a verb of saying: "X said", "said X", "X, head of Y, said", "according to X". `PRONOUN` for "he said",
 * null where nobody is named.
 */
export function attributionIn(tokens: readonly Token[], people: ReadonlyMap<string, string>): string | null {
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? '';
    if (word === 'according' && tokens[i + 1]?.lower === 'to') {
      const name = nextName(tokens, i + 2, 10);
      if (name) return resolve(name, people);
    } else if (word === ':' && /^["“]$/.test(tokens[i + 1]?.lower ?? '')) {
      // "Jane Doe, a futurist, was blunt: "It will fail."" whatever the verb.
      const name = nameAt(tokens, 0);
      if (name) return resolve(name.name, people);
    } else if (CERTAINTY.has(word) && BE.has(tokens[i - 1]?.lower ?? '')) {
      const found = subjectBefore(tokens, i - 1, people);
      if (found) return found;
    } else if (REPORTING.has(word) && !(NOUNS.has(word) && !CLAUSE.has(tokens[i + 1]?.lower ?? ''))) {
      const found = subjectBefore(tokens, i, people) ?? subjectAfter(tokens, i, people);
      if (found) return found;
    }
  }
  return null;
}

function nameAt(tokens: readonly Token[], i: number): Name | null {
  let at = i;
  while (at < i + 4 && TITLES.has(tokens[at]?.lower ?? '') && isCapitalized(tokens[at]))
    at += tokens[at + 1]?.lower === '.' ? 2 : 1;
  const parts: string[] = [];
  for (; at < tokens.length && parts.length < 5; at++) {
    const token = tokens[at];
    if (!token) break;
    if (isCapitalized(token) && !(parts.length === 0 && NOT_NAMES.has(token.lower))) parts.push(token.text);
    else if (token.text === '.' && /^\p{Lu}$/u.test(tokens[at - 1]?.text ?? '') && parts.length) continue;
    else if (parts.length && PARTICLES.has(token.lower) && isCapitalized(tokens[at + 1]))
      parts.push(token.text);
    else break;
  }
  return parts.length ? { name: parts.join(' '), next: at } : null;
}

/** The first name within so many tokens, before the clause ends. */
function nextName(tokens: readonly Token[], from: number, most: number): string | null {
  for (let i = from; i < Math.min(tokens.length, from + most); i++) {
    if (/^[,.;:"“”]$/.test(tokens[i]?.lower ?? '')) return null;
    // "the country's Planning Office": the genitive is not the name.
    const found = tokens[i + 1]?.lower === "'s" ? null : nameAt(tokens, i);
    if (found && tokens[found.next]?.lower !== "'s") return found.name;
  }
  return null;
}

const resolve = (name: string, people: ReadonlyMap<string, string>): string =>
  name.includes(' ') ? name : (people.get(name.toLowerCase()) ?? name);

function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  people: ReadonlyMap<string, string>,
): string | null {
  const at = (i: number) => tokens[i]?.lower ?? '';
  let i = verb - 1;
  while (i >= 0 && (/^(?:has|have|had|also|recently)$/.test(at(i)) || isAdverb(at(i)))) i--;
  if (i < 0) return null;
  if (at(i) === 'he' || at(i) === 'she') return PRONOUN;
  if (at(i) === 'who') i -= at(i - 1) === ',' ? 1 : 0;
  if (PLURALS.has(at(i))) return at(i);
  if (isCapitalized(tokens[i]) && !NOT_NAMES.has(at(i))) {
    let from = i;
    while (from > 0 && isCapitalized(tokens[from - 1])) from--;
    // "Jane Doe, chairman of Acme said": the name before the apposition, not the one that ends it.
    const house = /^(?:of|at|for|from|with)$/.test(at(from - 1));
    return (house ? openerOf(tokens, from - 1, people) : null) ?? nameEnding(tokens, i, people);
  }
  if (!/^[,)—–]$/.test(at(i)) && at(i) !== 'who') return null;
  return (
    openerOf(tokens, i, people) ??
    (at(i) === ',' && isCapitalized(tokens[i - 1]) ? nameEnding(tokens, i - 1, people) : null)
  );
}

/** Back over the apposition that ends at `end` to the name that opens it. */
function openerOf(tokens: readonly Token[], end: number, people: ReadonlyMap<string, string>): string | null {
  const at = (i: number) => tokens[i]?.lower ?? '';
  for (let j = end - 1; j >= Math.max(0, end - APPOSITION); j--) {
    if (/^["“”;:.]$/.test(at(j))) return null;
    if (
      /^[,(—–]$/.test(at(j)) &&
      isCapitalized(tokens[j - 1]) &&
      !NOT_NAMES.has(at(j - 1)) &&
      !PREPOSITIONS.has(at(j - 2))
    )
      return nameEnding(tokens, j - 1, people);
  }
  return null;
}

/** The run of capitalised words that ends at `at`. */
function nameEnding(
  tokens: readonly Token[],
  at: number,
  people: ReadonlyMap<string, string>,
): string | null {
  const word = (i: number) => tokens[i]?.lower ?? '';
  let from = at;
  while (
    from > 0 &&
    ((isCapitalized(tokens[from - 1]) && !NOT_NAMES.has(word(from - 1))) ||
      (PARTICLES.has(word(from - 1)) && isCapitalized(tokens[from - 2])) ||
      (word(from - 1) === '.' && /^(?:\p{L}|mr|mrs|ms|dr)$/u.test(word(from - 2))) ||
      (/^(?:of|for)$/.test(word(from - 1)) && HOUSES.has(word(from - 2)) && isCapitalized(tokens[from - 2])))
  )
    from--;
  if (tokens.slice(from, at).some(({ lower }) => /^(?:of|for)$/.test(lower)))
    return tokens
      .slice(from, at + 1)
      .map(({ text }) => text)
      .join(' ');
  const found = nameAt(tokens, from);
  return found && found.next >= at ? resolve(found.name, people) : null;
}

/** "said Mr Doe", "said analyst Jane Doe": after a quotation or a comma. */
function subjectAfter(
  tokens: readonly Token[],
  verb: number,
  people: ReadonlyMap<string, string>,
): string | null {
  const at = (i: number) => tokens[i]?.lower ?? '';
  if (verb > 0 && !/^[",”’'—–-]$/.test(at(verb - 1))) return null;
  if (at(verb + 1) === 'he' || at(verb + 1) === 'she') return PRONOUN;
  if (PLURALS.has(at(verb + 1))) return at(verb + 1);
  for (let i = verb + 1; i < verb + 8; i++) {
    if (!tokens[i] || /^[,.;:"“”]$/.test(at(i))) return null;
    const found = nameAt(tokens, i);
    if (found && (found.name.includes(' ') || TITLES.has(at(i)) || i === verb + 1))
      return resolve(found.name, people);
  }
  return null;
}
