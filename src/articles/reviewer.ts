import { plainWords } from './plain.ts';
import { vagueWords } from './settleable.ts';
import type { Article, Claim, Draft } from './types.ts';

export type Rule =
  | 'one-reading'
  | 'subject'
  | 'two-questions'
  | 'private-person'
  | 'answered'
  | 'title-and-criteria'
  | 'dates'
  | 'absolute-date'
  | 'source'
  | 'fallback'
  | 'outcomes'
  | 'length'
  | 'trivial'
  | 'duplicate';

/** Something that a rule of question writing finds in a draft. `fails` must be mended; `note` should be looked at. */
export interface Finding {
  rule: Rule;
  weight: 'fails' | 'note';
  /** One plain sentence: what is wrong and where. */
  message: string;
}

const finding = (rule: Rule, weight: Finding['weight'], message: string): Finding => ({
  rule,
  weight,
  message,
});

const relativeTime =
  /\b(?:next|this|coming|last) (?:year|month|quarter|week|decade)|\bsoon\b|\bnear future\b|\bin (?:\d+|a few|several|two|three|five|ten) (?:years?|months?)\b|\beventually\b|\btoday\b|\bcurrent(?:ly)?\b|\brecent(?:ly)?\b/i;
const privateMatter =
  /\b(?:divorce[sd]?|marr(?:y|ies|ied)|pregnan\w+|affair|suicide|diagnos\w+|terminally|overdose|custody|sexual\w*|gay|addict\w*|hospitali[sz]ed|arrested|kill(?:s|ed)?|die[sd]?|dead)\b/i;
const office =
  /\b(?:president|prime minister|minister|senator|governor|mayor|chancellor|king|queen|pope|CEO|chief executive|chair\w*|judge|justice|secretary|candidate|leader|elected|nominee|coach|director|head of)\b/i;
const personName =
  /^(?:Will|If) ((?:Mr|Mrs|Ms|Dr)\.? )?([A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z'-]+)(?= (?!of\b)[a-z])/;

const precise =
  /\bhow many\b|\bat (?:most|least)\b|\bthe most (?=\w)|\bas (?:large|good|big|high)\b|\b(?:most|more|fewer|less) (?:capable|than|monthly|recent|votes|seats|users|points)\b|\bmost\b(?= \w+ed\b)/gi;

/** The first word of a title, outside of quotation marks, that needs a figure; null for none. */
export const vagueIn = (title: string): string | null =>
  vagueWords.exec(title.replace(/"[^"]*"/g, '').replace(precise, ''))?.[0] ?? null;

const figuresOf = (text: string): string[] =>
  text.match(/\d[\d,.]*\d|\d/g)?.map((figure) => figure.replaceAll(',', '')) ?? [];

const wording = (draft: Draft, claim: Claim): Finding[] => {
  const found: Finding[] = [];
  const { title, criteria } = draft;
  const vague = vagueIn(title);
  if (vague)
    found.push(
      finding(
        'one-reading',
        'fails',
        `"${vague}" in the title can be read in more than one way; give a figure.`,
      ),
    );
  if (
    /^(?:Will|If|When will|How many will) (?:it(?! take)|they|he|she|this|that|these|those|one(?! (?:of|in)\b)|we|I|you)\b/i.test(
      title,
    )
  ) {
    found.push(finding('subject', 'fails', 'The title does not say who or what it is about.'));
  } else if (/\b(?:[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our|here)\b/.test(title)) {
    found.push(finding('subject', 'fails', 'The title says "we" or "you"; name whom it means.'));
  }
  if (/\band (?:will|also|then|would|instead)\b|[;]|\?.*\?/i.test(title)) {
    found.push(
      finding('two-questions', 'fails', 'The title asks two things at once; make two questions of it.'),
    );
  } else if (
    /\b(?:will|to) \w+[^,]* and (?:\w+ly )?(?:win|lose|rise|fall|become|be|have|get|leverage|act|grow|begin|start|replace|contribute)\b/i.test(
      title,
    )
  ) {
    found.push(finding('two-questions', 'note', 'The title may ask two things at once.'));
  }
  if (relativeTime.test(title.replace(/"[^"]*"/g, '')))
    found.push(finding('absolute-date', 'fails', 'The title names a time that moves; give a calendar date.'));
  else if (!/\b20\d\d\b/.test(title) && !/\b20\d\d\b/.test(criteria.split('Background:')[0] ?? '')) {
    found.push(finding('absolute-date', 'fails', 'Neither title nor criteria name a calendar date.'));
  }
  if (title.length > 220)
    found.push(finding('length', 'fails', `The title has ${title.length} characters; 220 are enough.`));
  else if (title.length > 160)
    found.push(finding('length', 'note', `The title has ${title.length} characters.`));
  const [rules = ''] = criteria.split('Background:');
  const missing = figuresOf(title).filter(
    (figure) =>
      !figuresOf(rules).includes(figure) && !/^20\d\d$/.test(figure) && !/^(?:[12]?\d|3[01])$/.test(figure),
  );
  if (missing.length)
    found.push(
      finding('title-and-criteria', 'fails', `The title says ${missing.join(', ')}, the criteria do not.`),
    );
  if (
    /\b(?:continue|keep|remain)\b/i.test(title) &&
    !/\d(?!\d{3}\b)/.test(title.replace(/\b(?:19|20)\d\d\b|\b\d{1,2},/g, ''))
  ) {
    found.push(
      finding(
        'trivial',
        'note',
        'It asks whether something goes on as it is; without a figure that is close to certain.',
      ),
    );
  }
  if (
    claim.statedProbability !== null &&
    (claim.statedProbability >= 0.99 || claim.statedProbability <= 0.01)
  ) {
    found.push(
      finding(
        'trivial',
        'note',
        'The article is all but certain; ask whether members would disagree at all.',
      ),
    );
  }
  return found;
};

const people = (draft: Draft, article: Article): Finding[] => {
  const name = personName.exec(draft.title)?.[2];
  if (!name) return [];
  if (privateMatter.test(draft.title)) {
    return [
      finding(
        'private-person',
        'fails',
        `It asks about the private life of ${name}; such questions are not for a community.`,
      ),
    ];
  }
  const at = article.text.indexOf(name);
  const about = article.text.slice(Math.max(0, at - 30), at + name.length + 40);
  const isPerson = new RegExp(
    `(?:Mr|Mrs|Ms|Dr|said|says|by|actor|singer|striker|player|author|writer|driver|student)\\.? ${name}|${name}(?:,? (?:who|said|says|told|aged)\\b|,? \\(?\\d\\d\\b)|${name}[^.]{0,60}\\b(?:he|she|his|her|him)\\b`,
  ).test(article.text.slice(Math.max(0, at - 20), at + name.length + 80));
  if (!isPerson || office.test(about) || office.test(draft.title)) return [];
  return [
    finding(
      'private-person',
      'note',
      `It is about ${name}; make sure that this is a public person in a public role.`,
    ),
  ];
};

const times = (draft: Draft, claim: Claim, article: Article, now: Date): Finding[] => {
  const closes = Date.parse(draft.closesAt);
  const resolves = Date.parse(draft.resolvesBy);
  const found: Finding[] = [];
  if (Number.isNaN(closes) || Number.isNaN(resolves))
    found.push(finding('dates', 'fails', 'A date cannot be read.'));
  else if (closes <= now.getTime()) found.push(finding('dates', 'fails', 'It would close before it opens.'));
  else if (resolves <= closes) found.push(finding('dates', 'fails', 'It would resolve before it closes.'));
  if (claim.expired) {
    found.push(
      finding(
        'answered',
        'note',
        `The time that the article gave (${claim.deadline ?? 'a date'}) has passed; check whether the matter is settled.`,
      ),
    );
  } else if (article.publishedAt && now.getTime() - Date.parse(article.publishedAt) > 548 * 86_400_000) {
    found.push(
      finding(
        'answered',
        'note',
        `The article is of ${article.publishedAt}; check whether the matter is settled by now.`,
      ),
    );
  }
  return found;
};

const outcomes = (draft: Draft): Finding[] => {
  const count = draft.outcomes.length;
  const bad = (message: string): Finding[] => [finding('outcomes', 'fails', message)];
  switch (draft.kind) {
    case 'binary':
      return draft.outcomes.join() === 'YES,NO'
        ? []
        : bad('A yes-or-no question has the outcomes YES and NO.');
    case 'choice':
      if (count < 2 || count > 20) return bad('A choice has 2 to 20 outcomes.');
      return new Set(draft.outcomes.map((label) => label.toLowerCase())).size === count
        ? []
        : bad('Two outcomes have the same name.');
    case 'numeric':
    case 'date': {
      const edges = draft.edges ?? [];
      if (edges.length !== count - 1) return bad('Bins open at both ends have one edge fewer than outcomes.');
      return edges.every((edge, i) => i === 0 || edge > (edges[i - 1] ?? edge))
        ? []
        : bad('The edges of the bins do not rise.');
    }
  }
};

/**
 * Holds a draft to the rules of question writing that a machine can check: one reading, a named subject, one question,
 * calendar dates in order, outcomes that fit the kind, a source and a fallback that the criteria name, nothing about a
 * private person, nothing that is settled or certain, and a title that claims no more than the criteria. An empty list
 * means that no rule objects, not that the question is good.
 */
export const review = (draft: Draft, claim: Claim, article: Article, now: Date): Finding[] => {
  const found = [
    ...wording(draft, claim),
    ...people(draft, article),
    ...times(draft, claim, article, now),
    ...outcomes(draft),
  ];
  if (!draft.source.trim()) found.push(finding('source', 'fails', 'No public source is named.'));
  else if (!draft.criteria.includes(draft.source))
    found.push(finding('source', 'fails', 'The criteria do not name the source.'));
  if (!draft.fallback.trim())
    found.push(finding('fallback', 'fails', 'Nothing is named for the case that the source is gone.'));
  else if (!draft.criteria.includes(draft.fallback))
    found.push(finding('fallback', 'fails', 'The criteria do not name the fallback.'));
  if (plainWords(draft.title).length < 15)
    found.push(finding('one-reading', 'fails', 'The title is too short to be understood on its own.'));
  return found;
};
