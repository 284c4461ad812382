import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/articles/types.ts';

/** A sentence of a labelled article: `yes` must be found, `no` must not, `either` may. */
export interface Label {
  start: number;
  end: number;
  quote: string;
  mark: 'yes' | 'no' | 'either';
  /** `YYYY-MM-DD`, null where none is stated; undefined where the label does not say. */
  deadline: string | null | undefined;
  speaker: string | undefined;
}

export interface Labelled {
  name: string;
  style: string;
  article: Article;
  labels: Label[];
}

const MARKS = { '+': 'yes', '-': 'no', '~': 'either' } as const;

/**
 * Reads a labelled article: a head of `published` and `style` lines, then one sentence a line with its mark (`+`, `-`,
 * `~`; none for headings), claims with ` => DEADLINE | SPEAKER`. The text that is tested is the lines without marks and
 * labels; sentences in a row make a paragraph, but table rows, list items and speaker labels stand on lines of their own.
 */
function parse(name: string, source: string): Labelled {
  const [head = '', ...rest] = source.split('\n\n');
  const field = (key: string) => new RegExp(`^${key} (.+)$`, 'm').exec(head)?.[1] ?? '';
  const labels: Label[] = [];
  let text = '';
  for (const line of rest.join('\n\n').split('\n')) {
    const [, mark, body = ''] = /^([+~-]) (?=\S)(.*)$/.exec(line) ?? [null, null, line];
    const [sentence = '', notes] = body.split(/ => (?=none|\d{4}-)/);
    const ownLine = mark === null || /^(?:\||- |\d+\. |[✅❌🔳] |[A-Z]{4,}: )/u.test(sentence);
    if (text && !text.endsWith('\n')) text += ownLine ? '\n' : ' ';
    if (mark === '+' || mark === '-' || mark === '~') {
      const [deadline, speaker] = notes?.split(' | ') ?? [];
      labels.push({
        start: text.length,
        end: text.length + sentence.length,
        quote: sentence,
        mark: MARKS[mark],
        deadline: deadline === 'none' ? null : deadline,
        speaker,
      });
    }
    text += mark === null ? `${sentence}\n` : sentence;
  }
  const publishedAt = field('published');
  return {
    name,
    style: field('style'),
    article: { text, title: null, author: null, publishedAt, url: null, language: 'en' },
    labels,
  };
}

export function labelledArticles(): Labelled[] {
  const folder = join(import.meta.dirname, 'labelled');
  return readdirSync(folder)
    .sort()
    .map((file) => parse(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')));
}
