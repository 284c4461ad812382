import { type Block, blocksOf } from './headings.ts';
import { type Token, tokenize } from './tokens.ts';

/** A sentence, heading, list item or table row. `text.slice(start, end)` is what a reader would quote. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  block: Block;
  /** A title that runs into its paragraph ("Chips: prices will fall"), for the sentences after it in the block. */
  runIn: string | null;
  /** True for the first sentence of a block that is a run-in title itself. */
  isTitle: boolean;
  /** None for a table's row. */
  tokens: Token[];
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** On Node 20 a segmenter slows with the square of the text's length (1 MB: a minute), so it sees it by pieces. */
const PIECE = 2500;
/** No sentence is longer; what is runs on without a stop and is cut. */
const LONGEST = 2500;

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sr jr st rev hon gen col lt sgt capt gov sen rep pres vs v etc e.g i.e eg ie cf al ca approx est no nos vol ' +
    'fig eq sec ch pp p ed eds inc ltd co corp llc plc dept assn bros univ ave blvd rd mt ft jan feb mar apr jun jul aug sep sept ' +
    'oct nov dec mon tue tues wed thu thurs fri sat sun u.s u.k u.n e.u d.c a.m p.m m.p ph.d b.sc m.sc'
  ).split(' '),
);
/** These end a sentence as often as not: a capital after them begins a new one unless it is part of a name. */
const MAY_END = new Set('etc inc ltd co corp plc llc u.s u.k u.n e.u d.c a.m p.m jr sr al'.split(' '));
const STARTERS = new Set(
  'the a an this that these those it its he she they we i you in on at by for but and or if when while as there his her their our after before meanwhile however analysts'.split(
    ' ',
  ),
);

/** All sentences of a text in order, headings, items and table rows included; code blocks are left out. */
export function sentencesOf(text: string): Sentence[] {
  return blocksOf(text).flatMap((block) => (block.kind === 'code' ? [] : sentencesOfBlock(text, block)));
}

function sentencesOfBlock(text: string, block: Block): Sentence[] {
  const body = text.slice(block.start, block.end);
  const title =
    block.kind === 'prose' || block.kind === 'item'
      ? runInTitle(body)
      : block.kind === 'heading'
        ? label(body)
        : null;
  const begin = title ? title.next : 0;
  const whole = block.kind === 'row' || block.kind === 'heading';
  const rest: [number, number][] = whole ? [[begin, body.length]] : spansOf(body, begin);
  const spans = title ? [[title.start, title.end] as [number, number], ...rest] : rest;
  return spans.flatMap(([from, to], index) => {
    const piece = body.slice(from, to);
    const trimmed = piece.trim();
    if (!trimmed) return [];
    const start = block.start + from + piece.indexOf(trimmed);
    const isTitle = title !== null && index === 0;
    return {
      start,
      end: start + trimmed.length,
      text: trimmed,
      block,
      runIn: title && !isTitle ? title.text : null,
      isTitle,
      tokens: block.kind === 'row' ? [] : tokenize(trimmed, start),
    };
  });
}

const LABEL = /^((?:\p{L}+ ){0,2}(?:prediction|forecast)(?: (?:no\.? ?)?#?\d+)?)\s*[:.–—-]\s+(?=\S)/iu;
const PERSON = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}, [^:]{2,60}):\s+(?=\S)/u;

/** "Prediction 3: Prices double" or "Jane Doe, CEO: Prices double" as a heading: the label is a title to the statement. */
function label(body: string): { text: string; start: number; end: number; next: number } | null {
  const match = LABEL.exec(body) ?? PERSON.exec(body);
  return match?.[1] ? { text: match[1], start: 0, end: match[1].length, next: match[0].length } : null;
}

/** "Ports by 2028: Cranes will ..." or "**Chips.** Prices will ...": a short title, then a sentence of its own. */
function runInTitle(body: string): { text: string; start: number; end: number; next: number } | null {
  const bold = /^\*\*([^*\n]{3,120})\*\*[:.]?\s+(?=\S)/.exec(body);
  if (bold?.[1]) return { text: bold[1], start: 2, end: 2 + bold[1].length, next: bold[0].length };
  const colon = body.slice(0, 121).search(/:\s+["“]?(?:\p{Lu}|\d(?!\d?\d?(?:\.\d+)?%))/u);
  if (colon < 3) return null;
  const head = body.slice(0, colon);
  if (/[.!?;"“”|]|\b(?:said|says|told|adds?|added|agreed|wrote|is|are|was|were|that)\b/.test(head))
    return null;
  if (head.split(/\s+/).length > 12) return null;
  return { text: head, start: 0, end: colon, next: colon + 1 };
}

function spansOf(body: string, from: number): [number, number][] {
  const pieces: [number, number][] = [];
  for (let at = from; at < body.length; ) {
    let to = Math.min(body.length, at + PIECE);
    if (to < body.length) {
      const space = body.lastIndexOf(' ', to);
      if (space > at) to = space + 1;
    }
    for (const { segment, index } of segmenter.segment(body.slice(at, to)))
      pieces.push([at + index, at + index + segment.length]);
    at = to;
  }
  const merged: [number, number][] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (
      last &&
      piece[1] - last[0] <= LONGEST &&
      belongTogether(
        body.slice(Math.max(last[0], last[1] - 40), last[1]),
        body.slice(piece[0], piece[0] + 40),
      )
    )
      last[1] = piece[1];
    else merged.push([...piece]);
  }
  return merged.flatMap(([start, end]) => splitGlued(body, start, end));
}

/** Whether a break between two segments is none: after an abbreviation or an initial, or before a small letter. */
function belongTogether(left: string, right: string): boolean {
  const end = left.trimEnd();
  if (!/[.!?…:;]["'”’)\]]*$/.test(end)) return true;
  if (/^["'”’)\]]*\s*[\p{Ll},;]/u.test(right)) return !/^[a-z]+[A-Z]/.test(right);
  const word = /([\p{L}.]+)\.["'”’)]*$/u.exec(end)?.[1];
  if (!word) return false;
  if (/^\p{Lu}$/u.test(word)) return !/^\s*(?:The|A|This|It|He|She|We|They)\s/.test(right);
  const lower = word.toLowerCase();
  if (lower === 'no' || lower === 'nos' || lower === 'fig' || lower === 'p') return /^\d/.test(right);
  if (!ABBREVIATIONS.has(lower) || (lower.length > 2 && /^\p{Ll}/u.test(word) && lower === 'est'))
    return false;
  if (lower.length <= 4 && /^(?:sat|sun|mar|may|ed|al)$/.test(lower)) return /^\d|^\p{Ll}/u.test(right);
  if (!MAY_END.has(lower)) return true;
  const next = /^["“'‘(]?([\p{L}']+)/u.exec(right)?.[1]?.toLowerCase();
  return next !== undefined && !STARTERS.has(next);
}

/**
 * Breaks that the segmenter does not see: none for it before a digit or a bracket and then a small letter ("slow. 2027
 * may be"), and scraped pages glue paragraphs ("at the fair.Analysts expect").
 */
function splitGlued(body: string, start: number, end: number): [number, number][] {
  const spans: [number, number][] = [];
  let at = start;
  for (const match of body
    .slice(start, end)
    .matchAll(/(\p{L}[\p{Ll}\d]|\d%|\))[.!?]["”]?(?:(?=\p{Lu}\p{Ll}+\s)|\s+(?=[\d$€£*[(]))/gu)) {
    const stop = start + match.index + (match[1]?.length ?? 0);
    const word = /[\p{L}.]+$/u.exec(body.slice(Math.max(at, stop - 20), stop))?.[0].toLowerCase() ?? '';
    if (
      ABBREVIATIONS.has(word) ||
      (/\p{Lu}/u.test(body[start + match.index + match[0].length] ?? '') &&
        !/\p{Ll}{3}$/u.test(body.slice(Math.max(at, stop - 3), stop)))
    )
      continue;
    spans.push([at, start + match.index + match[0].length]);
    at = start + match.index + match[0].length;
  }
  spans.push([at, end]);
  return spans;
}
