import type { AskInput } from '../markets/ask.ts';

/** A question that could be asked anywhere, about nothing real. */
export type Imagined = Pick<
  AskInput,
  'kind' | 'title' | 'criteria' | 'outcomes' | 'edges' | 'unit' | 'scale' | 'tags'
>;

const invented = (source: string, tag: string) => ({
  criteria: `An invented case for practice. Decided by ${source}; should that be missing, by the oldest member's memory.`,
  tags: [tag],
});
const yesOrNo = (title: string, source: string, tag: string): Imagined => ({
  kind: 'binary',
  title,
  outcomes: [],
  edges: null,
  unit: null,
  scale: null,
  ...invented(source, tag),
});
const oneOf = (title: string, outcomes: readonly string[], source: string, tag: string): Imagined => ({
  ...yesOrNo(title, source, tag),
  kind: 'choice',
  outcomes,
});
const number = (
  title: string,
  edges: readonly number[],
  unit: string,
  source: string,
  tag: string,
): Imagined => ({ ...yesOrNo(title, source, tag), kind: 'numeric', edges, unit, scale: 'linear' });

const all: readonly [Imagined, ...Imagined[]] = [
  yesOrNo('Will the office plant have a new leaf by the close?', 'a photograph of the plant', 'office'),
  yesOrNo('Will the first frost come before the close?', 'the thermometer at the gate', 'weather'),
  oneOf(
    'Which cake will win the village fair?',
    ['Apple', 'Poppy seed', 'Plum', 'Another'],
    "the jury's card",
    'town',
  ),
  yesOrNo(
    'Will the night train to the coast be on time on the closing day?',
    'the board at the station',
    'travel',
  ),
  number(
    'How many boats will lie in the harbour at noon of the closing day?',
    [10, 20, 30, 40],
    'boats',
    "the harbour's log",
    'travel',
  ),
  yesOrNo('Will the village team win its next home match?', "the league's table", 'sports'),
  yesOrNo(
    'Will the kettle in the kitchen be repaired rather than replaced?',
    'the note on the kettle',
    'office',
  ),
  yesOrNo('Will more than 20 people come to the reading evening?', "the library's count", 'town'),
  oneOf(
    'Who will win the chess evening?',
    ['Someone over 60', 'Someone under 20', 'Anybody else'],
    "the club's table",
    'sports',
  ),
  yesOrNo('Will the ferry run on every day until the close?', "the harbour's log", 'travel'),
  number(
    'How warm will the warmest day before the close be?',
    [12, 16, 20, 24],
    '°C',
    'the thermometer at the gate',
    'weather',
  ),
  yesOrNo('Will the bakery sell out of rye bread on Saturday?', 'the sign in the window', 'town'),
];

/** The `i`th imagined question; later rounds of the same are numbered. */
export function imagined(i: number): Imagined {
  const question = all[i % all.length] ?? all[0];
  const round = Math.floor(i / all.length) + 1;
  return round === 1 ? question : { ...question, title: `${question.title} (${round})` };
}

const names = [
  'Imke',
  'Jonas',
  'Kira',
  'Luis',
  'Mina',
  'Noor',
  'Oskar',
  'Pia',
  'Quentin',
  'Rosa',
  'Sami',
  'Thea',
] as const;

/** The `i`th simulated member's name, recognisable as one. */
export function imaginedName(i: number): string {
  const round = Math.floor(i / names.length) + 1;
  return `${names[i % names.length]}${round === 1 ? '' : ` ${round}`} (practice)`;
}
