/** Words between the auxiliary and the verb that only grade or connect. */
const adverb =
  '(?:likely|unlikely|probably|almost certainly|certainly|definitely|surely|also|just about|really|simply|then|soon|ultimately|eventually|inevitably|undoubtedly|most likely|very likely|only|all|both|actually|quickly|finally|therefore|thus|now|easily|too|further|even|almost|clearly|largely|increasingly|no doubt|possibly|perhaps|never|not|no longer|always|in turn|again|generally|mostly|truly|effectively|successfully|officially|instead|better|well)';
const toBe = "(?:is|are|was|were|'s|'re|be|been|seems?|appears?|looks?|remains?|stays?)";
const prospects =
  'going|expected|set|poised|projected|predicted|forecast|forecasted|likely|unlikely|due|slated|scheduled|on track|on course|about|bound|destined|certain|sure|anticipated|estimated|tipped|planned|ready|doomed|in line|widely expected|not expected|almost certain|more likely|most likely';

export interface Found {
  before: string;
  after: string;
  negated: boolean;
}

const auxiliary =
  /(?<=^|\s|\w)(?: ?)\b(will|would|shall|should|could|can|(?<!\b(?:by|in|of|until|before|since|during|late|early|mid|and|or|on|\d) )may(?! \d)|might|must|won't|wouldn't|cannot|can't|couldn't|shouldn't)(?=\s)/i;
const contracted = /(?<=\w)'(?:ll|d)(?=\s)/;
const prospective = new RegExp(`\\s${toBe}(?:n't)?(?: ${adverb}){0,3} (?:${prospects}) to `, 'i');
const coordinated =
  /\s(?:is|are) [^.;:]{2,60},? and (?:un)?(?:likely|set|bound|expected|certain|poised) to /i;
const contractedProspective = new RegExp(`'(?:s|re)(?: ${adverb}){0,3} (?:${prospects}) to `, 'i');
const intention =
  /\s(?:expects?|plans?|intends?|aims?|hopes?|promises?|vows?|pledges?|continues?|wants?) to /i;

const leadingAdverbs = new RegExp(`^(?:${adverb},? )+`, 'i');
const negation = /\b(?:not|never|no longer|unlikely|hardly|doomed)\b|n't\b|\bcannot\b/i;

/** Takes a text apart at its verb of the future. */
export const split = (text: string, match: RegExpExecArray): Found => {
  const before = text.slice(0, match.index).trim();
  let after = text.slice(match.index + match[0].length).trim();
  let words = match[0];
  const adverbs = leadingAdverbs.exec(after);
  if (adverbs) {
    words += ` ${adverbs[0]}`;
    after = after.slice(adverbs[0].length);
  }
  const nested = /^be (?:(?:able|likely|unlikely|set|expected|going|forced|unable) to )/i.exec(after);
  if (nested && /unable|unlikely/i.test(nested[0])) {
    words += ' not';
    after = after.slice(nested[0].length);
  } else if (nested && !/forced/i.test(nested[0])) after = after.slice(nested[0].length);
  return { before, after, negated: negation.test(words) };
};

/** The match that begins first. */
const first = (text: string, patterns: readonly RegExp[]): RegExpExecArray | null => {
  let best: RegExpExecArray | null = null;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match && (!best || match.index < best.index)) best = match;
  }
  return best;
};

/** Where the future begins in a text: "will", "won't", "is expected to", "plans to"; null where nothing does. */
export const predicatorIn = (text: string): RegExpExecArray | null =>
  first(text, [auxiliary, contracted, prospective, coordinated, contractedProspective, intention]);
