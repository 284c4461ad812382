import { words } from './grammar.ts';
import { isAdverb, REPORTING } from './lexicon.ts';
import type { Sentence } from './sentences.ts';
import { isCapitalized, type Token } from './tokens.ts';

const TITLES = words(
  'mr mrs ms miss dr prof professor sir lord lady president minister senator chancellor chairman secretary governor mayor judge general',
);
const PARTICLES = words('van von der den de la le del di da dos bin ibn al el ben ter');
const HE = words('he she who');
const NOT_NAMES = words(
  'the a an this that these those it its he she they we i you his her their our my in on at by for from to with but and or so if when while as there ' +
    'here what how why who which yet still however meanwhile according monday tuesday wednesday thursday friday saturday sunday january february march april may june july ' +
    'august september october november december new last next first both some many most all one another also',
);
const PLURALS = words(
  'analysts economists experts officials researchers developers forecasters scientists critics executives investors strategists regulators ministers lawyers engineers doctors',
);
const ROLES =
  /\b(?:ceo|cto|cio|ciso|cfo|coo|founder|co-founder|director|president|vp|vice|chief|chair|chairman|head|professor|researcher|engineer|partner|manager|editor|economist|officer|scientist|analyst|evangelist|strategist|lead|fellow|author|architect|minister|senator|consultant|specialist|technologist|futurist)\b/i;

interface Name {
  name: string;
  next: number;
}

/** Who makes each sentence's statement: the person quoted or reported, else whoever a heading or a label announces, else null. */
export function speakersOf(sentences: readonly Sentence[]): (string | null)[] {
  const people = fullNames(sentences);
  const own = sentences.map((sentence) => attributionIn(sentence.tokens, people));
  const result: (string | null)[] = [];
  const labels = labelsOf(sentences);
  let last: string | null = null;
  let section: string | null = null;
  let open = false;
  for (const [i, sentence] of sentences.entries()) {
    const before = sentences[i - 1];
    const fresh = before?.block !== sentence.block;
    if (fresh)
      section =
        announced(sentence, people) ??
        sectionSpeaker(sentence, people) ??
        (sentence.block.headings.length || labels.size ? labelOf(sentence, labels) : null) ??
        commentBy(sentence, section);
    if (fresh && !/^["“]/.test(sentence.text)) open = false;
    const quoted = open || /^["“]/.test(sentence.text);
    for (const mark of sentence.text.match(/["“”]/g) ?? [])
      open = mark === '“' ? true : mark === '”' ? false : !open;
    let speaker = own[i] ?? null;
    if (speaker === 'PRONOUN') speaker = last;
    if (speaker === null && quoted) speaker = aheadInQuote(sentences, own, i, last) ?? last;
    if (own[i] && own[i] !== 'PRONOUN') last = own[i] ?? null;
    result.push(speaker ?? labelOf(sentence, labels) ?? section);
  }
  return result;
}

/** `"First. Second," said X.`: the quotation's own attribution may come a few sentences later. */
function aheadInQuote(
  sentences: readonly Sentence[],
  own: readonly (string | null)[],
  i: number,
  last: string | null,
): string | null {
  let inside = 0;
  for (let j = i; j < Math.min(sentences.length, i + 6); j++) {
    const sentence = sentences[j];
    if (!sentence || sentence.block !== sentences[i]?.block) return null;
    if (j > i && inside <= 0) return null;
    const found = own[j];
    if (j > i && found) return found === 'PRONOUN' ? last : found;
    for (const mark of sentence.text.match(/["“”]/g) ?? [])
      inside += mark === '”' ? -1 : mark === '“' ? 1 : inside > 0 ? -1 : 1;
    if (j === i && inside === 0) inside = (sentence.text.match(/["“”]/g)?.length ?? 0) === 0 ? 1 : 0;
  }
  return null;
}

/** Surname to full name, from every run of two or more capitalised words. */
function fullNames(sentences: readonly Sentence[]): Map<string, string> {
  const people = new Map<string, string>();
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const found = nameAt(tokens, i);
      if (!found) continue;
      i = found.next - 1;
      const surname = found.name.split(' ').at(-1) ?? '';
      if (found.name.includes(' ') && !people.has(surname.toLowerCase()))
        people.set(surname.toLowerCase(), found.name);
    }
  }
  return people;
}

function nameAt(tokens: readonly Token[], i: number): Name | null {
  let at = i;
  while (TITLES.has(tokens[at]?.lower ?? '') && isCapitalized(tokens[at]))
    at = tokens[at + 1]?.lower === '.' ? at + 2 : at + 1;
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

const resolve = (name: string, people: Map<string, string>): string => {
  const words = name.split(' ');
  return words.length > 1 ? name : (people.get(name.toLowerCase()) ?? name);
};

/** The subject of a verb of saying: "X said", "said X", "X, head of Y, said", "according to X". 'PRONOUN' for "he said". */
function attributionIn(tokens: readonly Token[], people: Map<string, string>): string | null {
  for (let i = 0; i < tokens.length; i++) {
    const { lower } = tokens[i] as Token;
    if (lower === 'according' && tokens[i + 1]?.lower === 'to') {
      const name = nameAt(tokens, tokens[i + 2]?.lower === 'the' ? i + 3 : i + 2);
      if (name) return resolve(name.name, people);
      continue;
    }
    if (!REPORTING.has(lower)) continue;
    const found = subjectBefore(tokens, i, people) ?? subjectAfter(tokens, i, people);
    if (found) return found;
  }
  return null;
}

function subjectBefore(tokens: readonly Token[], verb: number, people: Map<string, string>): string | null {
  let at = verb - 1;
  while (at >= 0 && (isAdverb(tokens[at] as Token) || /^(?:has|have|had)$/.test(tokens[at]?.lower ?? '')))
    at--;
  const direct = tokens[at];
  if (!direct) return null;
  if (HE.has(direct.lower)) {
    if (direct.lower !== 'who') return 'PRONOUN';
    at -= tokens[at - 1]?.lower === ',' ? 2 : 1;
    return at >= 0 ? nameEnding(tokens, at, people) : null;
  }
  if (PLURALS.has(direct.lower)) return direct.lower;
  if (isCapitalized(direct) && !NOT_NAMES.has(direct.lower)) return nameEnding(tokens, at, people);
  if (direct.lower !== ',' && !/^[)—–]$/.test(direct.lower)) {
    // "Microsoft boss Bill Gates said" ends in a name; "the bank's chief economist said" does not.
    return null;
  }
  // "Gary Dunn, development director at Codemasters, said": back over the apposition to the name that opens it.
  for (let j = at - 1; j >= Math.max(0, at - 24); j--) {
    const token = tokens[j] as Token;
    if (/^["”“;:.]$/.test(token.lower)) return null;
    if (
      /^[,(—–]$/.test(token.lower) &&
      isCapitalized(tokens[j - 1]) &&
      (j - 1 === 0 || !NOT_NAMES.has(tokens[j - 1]?.lower ?? ''))
    )
      return nameEnding(tokens, j - 1, people);
  }
  return null;
}

/** The run of capitalised words that ends at `at`. */
function nameEnding(tokens: readonly Token[], at: number, people: Map<string, string>): string | null {
  let from = at;
  while (
    from > 0 &&
    ((isCapitalized(tokens[from - 1]) && !NOT_NAMES.has(tokens[from - 1]?.lower ?? '')) ||
      (PARTICLES.has(tokens[from - 1]?.lower ?? '') && isCapitalized(tokens[from - 2])) ||
      (tokens[from - 1]?.text === '.' && /^(?:\p{Lu}|mr|mrs|ms|dr)$/iu.test(tokens[from - 2]?.text ?? '')))
  )
    from--;
  const found = nameAt(tokens, from);
  return found && found.next >= at ? resolve(found.name, people) : null;
}

function subjectAfter(tokens: readonly Token[], verb: number, people: Map<string, string>): string | null {
  const before = tokens[verb - 1]?.lower ?? '';
  if (verb > 0 && !/^[",”’'—–]$/.test(before)) return null;
  let at = verb + 1;
  if (HE.has(tokens[at]?.lower ?? '')) return 'PRONOUN';
  if (PLURALS.has(tokens[at]?.lower ?? '')) return tokens[at]?.lower ?? null;
  // "said analyst Jane Doe", "said the group's director Jane Doe"
  for (let n = 0; n < 7; n++, at++) {
    if (!tokens[at] || /^[,.;:"“”]$/.test(tokens[at]?.lower ?? '')) return null;
    const name = nameAt(tokens, at);
    if (name && (name.name.includes(' ') || TITLES.has(tokens[at]?.lower ?? '') || n === 0))
      return resolve(name.name, people);
  }
  return null;
}

/** "Comment by NAME", "By NAME": a line that says whose words follow. */
function announced(sentence: Sentence, _people: Map<string, string>): string | null {
  const match =
    /^(?:(?:comment|post|posted|reply|answer|written|interview) )?by ([\p{L}\p{N}_.' -]{2,40})$/iu.exec(
      sentence.text,
    );
  return match?.[1] ?? null;
}

const commentBy = (_sentence: Sentence, section: string | null): string | null => section;

/** A heading that names a person and an office opens that person's section. */
function sectionSpeaker(sentence: Sentence, people: Map<string, string>): string | null {
  if (sentence.block.kind === 'heading') return null;
  const heading = sentence.block.headings[0];
  return heading ? (people.get(`#${heading.start}`) ?? null) : null;
}

/** Labels of a transcript: run-in titles that look like a name and come more than once. */
function labelsOf(sentences: readonly Sentence[]): Set<string> {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    if (sentence.isTitle && /^\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,2}$/u.test(sentence.text))
      counts.set(sentence.text, (counts.get(sentence.text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

const labelOf = (sentence: Sentence, labels: Set<string>): string | null =>
  sentence.runIn && labels.has(sentence.runIn) ? sentence.runIn : null;

export { ROLES };
