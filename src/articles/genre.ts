import { listedProbability } from './probabilities.ts';
import type { Sentence } from './sentences.ts';

/** What kind of text it is, as far as the meaning of "will" depends on it. */
export interface Genre {
  /** A manual or README: "will" says what a program does. */
  docs: boolean;
  /** The text looks back on predictions and grades them. */
  retrospective: boolean;
  /** It lists statements with probabilities. */
  probabilities: boolean;
}

const CODE =
  /`[^`\n]+`|(?<![\w-])--[a-z][\w-]+|\b[a-z]{1,40}_[a-z_]{1,40}\b|\b[a-z]{1,40}[A-Z][A-Za-z]{1,40}\b|\b\w{1,60}\(\)|\b\w{1,40}\.(?:js|ts|py|json|ya?ml|toml|md|sh|txt|exe|cfg|conf)\b|\bnpm\b|\bpip\b|\bgit\b|\bAPI key\b|\$ \w+/g;
const LOOKING_BACK =
  /\b(?:grad(?:ing|ed) (?:my|our|the|his|her|last|old|these|those)?|how did (?:i|we|my|our|the)\b|(?:came|come) true|in hindsight|in retrospect|turned out|(?:i|we|i've|we've) (?:had )?(?:predicted|said|wrote|gave|made (?:these|the following|some) predictions)|got (?:it|this|that|these)? ?(?:right|wrong)|was (?:right|wrong)|were (?:right|wrong)|look(?:ing)? back (?:at|on) (?:my|our|the|last)|scor(?:ed|ing) (?:my|our|them)|brier score|last year's predictions)\b/gi;
const CHANCE = /(?:predict|forecast|probabilit|likelihood|odds|confiden|chance|credence|calibrat)/i;

export function genreOf(text: string, sentences: readonly Sentence[]): Genre {
  const sample = text.slice(0, 60_000);
  const count = Math.max(150, sample.split(/\s+/, 20_000).length);
  const codes = sample.match(CODE)?.length ?? 0;
  const fences = sample.match(/^```/gm)?.length ?? 0;
  const backs = sample.match(LOOKING_BACK)?.length ?? 0;
  const listed = sentences.filter((sentence) => listedProbability(sentence) !== null).length;
  return {
    docs: codes / count > 0.015 || fences >= 4,
    retrospective: backs >= 3 && backs / count > 0.003,
    probabilities: listed >= 2 && CHANCE.test(sample),
  };
}
