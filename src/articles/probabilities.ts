import type { Sentence } from './sentences.ts';

const PERCENT = '[~≈<>]?\\s*(\\d{1,3}(?:\\.\\d+)?)\\s?(?:%|per ?cent\\b)';
const AT_END = new RegExp(`(?:[:\\-–—(=]|\\.{2,})\\s*${PERCENT}\\)?\\s*\\.?$`);
/** "X will win (55 percent).": in brackets at the end. */
const BRACKETED = new RegExp(
  `\\(${PERCENT}(?: (?:chance|probability|likely|confidence|confident|odds))?\\)\\s*[.!]?$`,
);
const AT_START = new RegExp(`^\\(?${PERCENT}\\)?\\s*(?:[:\\-–—)]|chance\\b|likely\\b)\\s*\\S`, 'i');
const LABELLED = new RegExp(
  `\\b(?:confidence|probability|likelihood|odds|chance|certainty|credence)\\b[^%\\d]{0,12}${PERCENT}`,
  'i',
);
const SPOKEN = new RegExp(
  `${PERCENT}\\s+(?:chance|probability|likelihood|odds|likely|confident|certain|sure|confidence)\\b`,
  'i',
);

const share = (match: RegExpExecArray | null): number | null => {
  const value = Number(match?.[1] ?? Number.NaN);
  return value >= 0 && value <= 100 ? value / 100 : null;
};

/** "Copper above 9,000: 40%", "(30%)" at the end, "70% - X wins": a probability that stands where a verb would. */
export function listedProbability(sentence: Sentence): number | null {
  if (sentence.block.kind === 'row' || isLabelOnly(sentence)) return null;
  return share(AT_END.exec(sentence.text.slice(-60)) ?? AT_START.exec(sentence.text.slice(0, 40)));
}

/** "Confidence: 90%", also in a heading's brackets: a probability for what stands around it, no statement itself. */
export function labelledProbability(text: string): number | null {
  return share(LABELLED.exec(text.slice(0, 300)));
}

/** A sentence that is only such a label, or a heading with one. */
export const isLabelOnly = (sentence: Sentence): boolean =>
  labelledProbability(sentence.text) !== null &&
  (sentence.block.kind === 'heading' || sentence.tokens.length <= 12);

/** "There is a 40% chance that", "I am 80% confident". */
export const spokenProbability = (sentence: Sentence): number | null =>
  share(SPOKEN.exec(sentence.text.slice(0, 600)) ?? BRACKETED.exec(sentence.text.slice(-50)));
