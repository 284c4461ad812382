import { Refusal } from '../../markets/core/refusal.ts';

/** Labels of a choice: "Apple; Google; OpenAI", on lines of their own, or with commas where there is no other mark. */
export function readLabels(text: string): string[] {
  const mark = /[\n;]/.test(text) ? /[\n;]/ : text.includes('|') ? /\|/ : /,/;
  const labels = text
    .split(mark)
    .map((label) => label.trim().replace(/\s+/g, ' '))
    .filter((label) => label !== '');
  if (labels.length < 2 || labels.length > 20) {
    throw new Refusal(
      'out-of-range',
      `I read ${labels.length} ${labels.length === 1 ? 'outcome' : 'outcomes'}; a choice has 2 to 20.`,
      'Write them like Apple; Google; Somebody else.',
    );
  }
  const long = labels.find((label) => label.length > 80);
  if (long !== undefined)
    throw new Refusal('too-large', `"${long.slice(0, 40)}…" is longer than 80 characters.`, 'Shorten it.');
  const seen = new Set<string>();
  for (const label of labels) {
    if (seen.has(label.toLowerCase()))
      throw new Refusal('duplicate', `"${label}" is listed twice.`, 'List each outcome once.');
    seen.add(label.toLowerCase());
  }
  return labels;
}

/** Tags: "ai, world models" or "#ai #europe", lower case, without their #. */
export function readTags(text: string): string[] {
  const tags = [
    ...new Set(
      text
        .split(/[,;\n]|\s(?=#)/)
        .map((tag) => tag.trim().replace(/^#/, '').replace(/\s+/g, ' ').toLowerCase())
        .filter((tag) => tag !== ''),
    ),
  ];
  const wrong = tags.find((tag) => !/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u.test(tag));
  if (wrong !== undefined) {
    throw new Refusal(
      'not-understood',
      `"${wrong.slice(0, 60)}" cannot be a tag.`,
      'Tags are up to 40 letters, digits, spaces and hyphens: ai, world models.',
    );
  }
  if (tags.length > 10) throw new Refusal('too-large', `${tags.length} tags are too many.`, 'Give up to 10.');
  return tags;
}
