import { plainWords } from './plain.ts';

const commonStart =
  /^(?:the|a|an|this|that|these|those|most|many|some|all|any|each|every|both|several|few|fewer|more|our|its|their|his|her|my|one|two|three|no|at|about|around|over|nearly|almost|up|less|least|active|new|large|small|big|major|public|private|global|national|local|general|total|average|only|other|such|millions|thousands|hundreds|dozens|companies|people|organizations|organisations|attempts|efforts|sales|prices|shares|use)$/i;
const commonShape =
  /(?:ers|ors|ies|tions?|sions?|ments?|ings?|ants|ents|ware|ness|ity|ism|ance|ence|als|ware|ysts|ists|sts)$/;

const commonNoun =
  /^(?:turnout|inflation|unemployment|growth|solar|wind|coal|ransomware|malware|spending|demand|trade|exports|prices|revenue|sales|half|third|voters|regulators|enterprises|progress|remote|smart|quantum|electric|house|consumer|smaller|bigger|cheaper|council|credit|digital|interest|cloud|home|oil|gas|food|energy|water|health|labour|labor|labs|models|agents|banks|firms|cities|governments|members|users|teams|fans|students|workers|teachers|drivers|nuclear|hydrogen|fusion|lab|air|rail|traffic|crime|tourism|women|men|children|young|older|rents|wages|mortgage|stock|bond|social|mobile|web|data|software|hardware|self-driving|driverless|autonomous|hybrid|organic|vertical|space|crewed|vaccine|drug|physicist|language|officials|lawmakers|prosecutors|applications)$/i;

/** Common before a common noun ("port officials"), part of a name before a name ("Port Vale"). */
const commonOrName =
  /^(?:ports?|harbou?rs?|ferry|ferries|trams?|trains?|bus|buses|bridges?|city|town|county|village|airports?|hospitals?|schools?|unions?|police|fire|local|regional|federal|rail|light|metro)$/i;

/**
 * Lower case for a subject's first word unless it is a name. A name stands in capitals within a sentence of the text,
 * holds a digit or a second capital, is followed by another capitalised word or a possessive s; a common noun stands
 * in lower case somewhere, or looks like one ("attackers").
 */
export const midSentence = (subject: string, text: string): string => {
  const first = /^["'@]?([\p{L}\d.&-]+)/u.exec(subject)?.[1];
  if (!first || !/^\p{Lu}/u.test(first)) return subject;
  const lowered = subject.replace(first, first.charAt(0).toLowerCase() + first.slice(1));
  if (commonStart.test(first)) return lowered;
  if (/^\p{Lu}\p{Ll}+-\p{Ll}/u.test(first)) return lowered;
  if (/\d|.\p{Lu}/u.test(first)) return /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(first) ? lowered : subject;
  if (first === 'I') return subject;
  const escaped = first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (new RegExp(`[a-z,;] ${escaped}\\b`).test(text)) return subject;
  if (commonNoun.test(first)) return lowered;
  const small = first.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (new RegExp(`\\b${small}\\b`).test(text)) return lowered;
  const next = /^\S+ (\S+)/.exec(subject)?.[1] ?? '';
  if (/^\p{Lu}/u.test(next) || new RegExp(`^["'@]?${escaped}'s `).test(subject)) return subject;
  return commonShape.test(first) || commonOrName.test(first) ? lowered : subject;
};

/** Whether a headline writes its words with capitals, so that capitals tell nothing. */
export const titleCased = (quote: string): boolean => {
  const words = plainWords(quote)
    .split(' ')
    .filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.8;
};

const when =
  '(?:\\d{4}|(?:the )?(?:end of )?(?:this|next|the (?:coming|next|following|new)) (?:(?:few|several|couple of|\\d+|two|three|four|five|ten) )?(?:year|years|months?|quarter|decade|decades|weeks?)|(?:the )?(?:near|foreseeable) (?:future|term)|(?:the )?(?:end of (?:the )?(?:year|\\d{4})|year[- ]end)|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \\d{1,2}(?:st|nd|rd|th)?)?,?(?: \\d{4})?|(?:the )?(?:first|second|third|fourth) (?:half|quarter) of (?:the year|\\d{4})|Q[1-4](?: of)?[ -]?\\d{4})';
const dated = new RegExp(
  `,?\\s+(?:in|by|through|during|before|within|until|for|over|beginning in|starting in|as soon as|from)\\s+${when}(?=$|[\\s,.])`,
  'gi',
);
const bare =
  /,?\s+(?:this year|next year|over time|soon|eventually|ultimately|immediately|in the (?:near |foreseeable )?future|today|again|for good|at some point|in the (?:long|short|medium)[- ](?:run|term)|(?:\d+\s?[-–]\s?)?\d+ years? from now|in the long run|as well)(?=$|[\s,.])/gi;

/** Removes words of time, which the question says anew with a date. */
export const timeless = (phrase: string, deadlineText: string | null): string => {
  let text = phrase;
  if (deadlineText) {
    const at = text.toLowerCase().indexOf(plainWords(deadlineText).toLowerCase());
    if (
      at > 0 &&
      !text.slice(at + plainWords(deadlineText).length).startsWith("'s") &&
      !/(?:than|to|since|of|the|vs\.?|versus|\b(?:set|seen|made|held|won|\w+ed)(?: in)?) $/i.test(
        text.slice(0, at),
      )
    ) {
      text = `${text.slice(0, at).trimEnd()} ${text.slice(at + plainWords(deadlineText).length).trimStart()}`;
    }
  }
  return text
    .replace(dated, (match, offset: number, whole: string) =>
      /(?:than|compared (?:to|with)|since|from|\b(?:set|seen|reached|recorded|made|published|launched))$/i.test(
        whole.slice(0, offset),
      )
        ? match
        : '',
    )
    .replace(bare, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.;])/g, '')
    .replace(/[\s,]+$/, '')
    .trim();
};

export const isPlural = (subject: string): boolean => {
  const head =
    subject.split(/ (?:of|in|for|from|with|that|who|which|by|on|at|to|like|such|between|using|under)\b/)[0] ??
    subject;
  if (/^(?:a|an|this|that|each|every|one|any)\b/i.test(subject)) return false;
  return (
    /\band\b|,/.test(head) ||
    /\b(?:people|men|women|children|police|media|data|most|many|all|some)\b/i.test(head) ||
    /%|^\d/.test(head) ||
    /[^su'’]s$/i.test(head)
  );
};

const third: Record<string, string> = { be: 'is', have: 'has', do: 'does', go: 'goes' };
const verbBreak = /^((?:still|also|continue|keep) )?(\S+)(.*)$/;

/** Base form to present tense: `'reach $5bn'` with a singular subject is `'reaches $5bn'`; `'be'` is `'is'` or `'are'`. */
export const inPresent = (predicate: string, plural: boolean): string => {
  const found = verbBreak.exec(predicate);
  if (!found?.[2]) return predicate;
  const lead = found[1] === 'still ' || found[1] === 'also ' ? found[1] : '';
  const verb = lead ? found[2] : (found[1]?.trim() ?? found[2]);
  const rest = lead || !found[1] ? (found[3] ?? '') : ` ${found[2]}${found[3] ?? ''}`;
  if (verb === 'be') return `${lead}${plural ? 'are' : 'is'}${rest}`;
  if (plural) return `${lead}${verb}${rest}`;
  const known = third[verb];
  const ending = /(?:[sxz]|ch|sh)$/.test(verb) ? 'es' : 's';
  const form = known ?? (/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}${ending}`);
  return `${lead}${form}${rest}`;
};
