import { attributionIn, fullNames, PRONOUN } from './attribution.ts';
import type { Sentence } from './sentences.ts';

const NAME = "\\p{Lu}[\\p{L}.'’-]*(?: (?:van|von|de|der|da|al|bin|el|\\p{Lu}\\.?[\\p{L}.'’-]*)){1,3}";
const OFFICE =
  /\b(?:CEO|CTO|CIO|CISO|CFO|COO|CMO|EVP|SVP|VP|founder|co-founder|director|president|vice|chief|chair|chairman|chairwoman|head|professor|researcher|engineer|partner|manager|editor|economist|officer|scientist|analyst|evangelist|strategist|lead|fellow|author|architect|minister|senator|consultant|specialist|technologist|futurist|correspondent|advisor|adviser|investor|counsel|physicist|historian|coach)\b/i;
const WITH_OFFICE = new RegExp(`^(${NAME})\\s*(?:,|\\(|[–—|-])\\s*(.+)$`, 'u');
/** "— Jane Doe, head of research at Acme": a line under the quotation. */
const SIGNED = new RegExp(`^[—–-]{1,2}\\s*(${NAME})\\s*(?:,|$|\\()`, 'u');
/** How many sentences on an unattributed quotation is still taken for the last speaker's. */
const MEMORY = 8;
const ANNOUNCED =
  /^(?:(?:comment|post|posted|reply|answer|written|interview|words) )?by ([\p{L}\p{N}_.' -]{2,40})$/iu;
const LABEL = new RegExp(`^(?:${NAME}|\\p{Lu}{2,}(?: \\p{Lu}{2,}){0,2}|\\p{Lu}\\p{Ll}+|[QA])$`, 'u');
const SELF = /\b[Ww]e at (?:the )?((?:\p{Lu}[\p{L}\p{N}&.-]*)(?: \p{Lu}[\p{L}\p{N}&.-]*){0,3})/u;

/** Whose statement a sentence is, and whether somebody is quoted or reported as making it. */
export interface Said {
  speaker: string | null;
  reported: boolean;
}

/**
 * Who makes each sentence's statement: the person quoted or reported in it or around it, else the one whom a heading or
 * label announces ("Jane Doe, CEO: ...", "Comment by jdoe"), else the house that the text calls "we"; null for an
 * author that the text does not name.
 */
export function speakersOf(sentences: readonly Sentence[]): Said[] {
  const people = fullNames(sentences);
  const own = sentences.map((sentence) => attributionIn(sentence.tokens, people));
  const labels = transcriptLabels(sentences);
  const self =
    sentences
      .slice(0, 20)
      .map((sentence) => SELF.exec(sentence.text)?.[1]?.replace(/[.]$/, ''))
      .find((name) => name) ?? null;
  const signed = signatures(sentences);
  let last: string | null = null;
  let lastAt = 0;
  let section: string | null = null;
  let open = false;
  return sentences.map((sentence, i) => {
    const fresh = sentences[i - 1]?.block !== sentence.block;
    const named = announcedBy(sentence, labels);
    if (named) section = named;
    else if (sentence.block.kind === 'heading' && sentence.block.level < 7) section = null;
    if (fresh && !/^["“]/.test(sentence.text)) open = false;
    const quoted = open || /^["“]/.test(sentence.text);
    for (const mark of sentence.text.match(/["“”]/g) ?? [])
      open = mark === '“' ? true : mark === '”' ? false : !open;
    const attribution = own[i] ?? null;
    if (attribution && attribution !== PRONOUN) last = attribution;
    if (attribution) lastAt = i;
    else if (i - lastAt > MEMORY || sentence.block.kind === 'heading') last = null;
    const signature = signed.get(sentence.block.start);
    if (signature) return { speaker: signature, reported: true };
    if (attribution) return { speaker: attribution === PRONOUN ? last : attribution, reported: true };
    if (quoted) return { speaker: aheadInQuote(sentences, own, i, last) ?? last ?? section, reported: true };
    return { speaker: section ?? self, reported: false };
  });
}

/** `"First. Second," said X.`: a quotation's attribution may come a few sentences later in its paragraph. */
function aheadInQuote(
  sentences: readonly Sentence[],
  own: readonly (string | null)[],
  i: number,
  last: string | null,
): string | null {
  for (let j = i; j < Math.min(sentences.length, i + 6); j++) {
    const sentence = sentences[j];
    if (!sentence || sentence.block !== sentences[i]?.block) return null;
    const found = own[j];
    if (j > i && found) {
      // A sentence that begins its own attribution ("Jane Doe said:") opens another quotation.
      if (!/["”]/.test(sentence.text) || /:\s*["“]/.test(sentence.text)) return null;
      return found === PRONOUN ? last : found;
    }
    if (/[”"]$/.test(sentence.text)) return null;
  }
  return null;
}

/** The blocks of a quotation that a line below signs, by their start. */
function signatures(sentences: readonly Sentence[]): ReadonlyMap<number, string> {
  const signed = new Map<number, string>();
  let quotation: number[] = [];
  for (const { text, block } of sentences) {
    const name = text.length < 200 ? SIGNED.exec(text)?.[1] : undefined;
    if (name) for (const start of quotation) signed.set(start, name);
    if (/^["“]/.test(text)) quotation.push(block.start);
    else if (name || block.start !== quotation.at(-1)) quotation = [];
  }
  return signed;
}

/** A line, heading or run-in title that says whose words follow. */
function announcedBy(sentence: Sentence, labels: ReadonlySet<string>): string | null {
  const line = sentence.text.replace(/:$/, '');
  const by = sentence.block.end === sentence.end ? ANNOUNCED.exec(line)?.[1] : undefined;
  if (by) return by;
  if (sentence.isTitle || sentence.block.kind === 'heading') {
    const [, name, office] = WITH_OFFICE.exec(line) ?? [];
    if (name && office && line.length < 110 && OFFICE.test(office)) return name;
  }
  return sentence.isTitle && labels.has(sentence.text) ? sentence.text : null;
}

/** The names before colons in a transcript: two or more that come again, before at least half of all paragraphs. */
function transcriptLabels(sentences: readonly Sentence[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const paragraphs = new Set<unknown>();
  for (const sentence of sentences) {
    if (sentence.block.kind === 'prose' || sentence.isTitle) paragraphs.add(sentence.block);
    if (sentence.isTitle && LABEL.test(sentence.text))
      counts.set(sentence.text, (counts.get(sentence.text) ?? 0) + 1);
  }
  const repeated = [...counts].filter(([, count]) => count > 1);
  const total = repeated.reduce((sum, [, count]) => sum + count, 0);
  return new Set(repeated.length > 1 && total >= paragraphs.size / 2 ? repeated.map(([label]) => label) : []);
}
