import { listedProbability } from './probabilities.ts';
import type { Sentence } from './sentences.ts';

/** What kind of text it is, as far as the meaning of "will" depends on it. */
export interface Genre {
  /** A manual or README: "will" says what a program does. */
  docs: boolean;
  /** A contract, terms or a notice: "will" obliges. */
  legal: boolean;
  /** The text looks back on predictions and grades them. */
  retrospective: boolean;
  /** It lists statements with probabilities. */
  probabilities: boolean;
}

/** Traces of code, by kind. Names such as iPhone, macOS and Node.js are none. */
const CODE = [
  /`[^`\n]+`/g,
  /(?<![\w-])--[a-z][\w-]+/g,
  /\b[a-z]{1,40}_[a-z_]{1,40}\b/g,
  /\b[a-z]{2,40}[A-Z][a-z]{1,40}\b/g,
  /\b\w{1,60}\(\)/g,
  /\b[a-z]\w{0,40}\.(?:js|ts|py|json|ya?ml|toml|md|sh|txt|exe|cfg|conf)\b/g,
  /\bnpm\b|\bpip\b|\bgit\b|\bAPI key\b|\$ \w+/g,
];
const CONTRACT =
  /\b(?:shall|hereby|herein|licensees?|licensors?|the parties|neither party|this agreement|terms of (?:service|use)|governed by|arbitration|indemnif\w{1,6}|your (?:account|consent|data)|the provider)\b/gi;
const LOOKING_BACK =
  /\b(?:grad(?:ing|ed) (?:my|our|the|his|her|last|old|these|those)?|how did (?:i|we|my|our|the)\b|(?:came|come) true|in hindsight|in retrospect|turned out|(?:i|we|i've|we've) (?:had )?(?:predicted|said|wrote|gave|made (?:these|the following|some) predictions)|got (?:it|this|that|these)? ?(?:right|wrong)|was (?:right|wrong)|were (?:right|wrong)|look(?:ing)? back (?:at|on) (?:my|our|the|last)|scor(?:ed|ing) (?:my|our|them)|brier score|last year's predictions)\b/gi;
/** Titles of texts that grade: "How did my forecasts do?", "Grading last year's predictions". */
const GRADING =
  /\b(?:hindsight|report card|scorecard|how (?:did|well|accurate)|grad(?:ing|ed)|scor(?:ing|ed)|review(?:ing|ed|s)?|revisit(?:ing|ed)?|evaluating|reflecting on|looking back)\b/i;
const AHEAD = /\b(?:predictions?|forecasts?|bets|outlook|looking ahead|year ahead|what comes next)\b/i;
const CHANCE = /(?:predict|forecast|probabilit|likelihood|odds|bets\b|confiden|chance|credence|calibrat)/i;

export function genreOf(text: string, sentences: readonly Sentence[]): Genre {
  const sample = text.slice(0, 60_000);
  const title = text.trimStart().split('\n', 1)[0]?.slice(0, 150) ?? '';
  const count = Math.max(150, sample.split(/\s+/, 20_000).length);
  const codes = CODE.map((kind) => sample.match(kind)?.length ?? 0);
  const code = codes.reduce((sum, n) => sum + n, 0);
  const fences = sample.match(/^```/gm)?.length ?? 0;
  const clauses = (sample.match(CONTRACT) ?? []).map((clause) => clause.toLowerCase());
  const backs = sample.match(LOOKING_BACK)?.length ?? 0;
  const listed = sentences.filter((sentence) => listedProbability(sentence) !== null).length;
  return {
    docs:
      (code / count > 0.015 && ((codes[0] ?? 0) >= 5 || codes.filter((n) => n > 1).length > 1)) ||
      fences >= 4,
    legal: new Set(clauses).size >= 3 && clauses.length >= 4 && clauses.length / count > 0.015,
    retrospective:
      (backs >= 3 && backs / count > 0.003) || (GRADING.test(title) && /predict|forecast/i.test(title)),
    probabilities: listed >= 2 && CHANCE.test(sample),
  };
}

/** A title under which even a text that looks back looks ahead: "Predictions for 2027". */
export const looksAhead = (title: string): boolean => AHEAD.test(title) && !GRADING.test(title);
