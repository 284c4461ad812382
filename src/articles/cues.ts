import { after, ahead, any, not, opt, type Pattern, seq, test, upTo, within, word } from './grammar.ts';
import { BE, EVENT_VERBS, FORECASTERS, isAdverb, isBareVerb, NEGATION } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** The shapes that a statement about the future takes in English; each is refused by its own guards (guards.ts). */
export type CueKind =
  | 'modal' // will, won't, is going to
  | 'expected' // is expected to, set to, on track to
  | 'likely' // is likely to, unlikely next year
  | 'attitude' // I expect, I doubt, analysts forecast
  | 'imperative' // Expect prices to rise
  | 'noun' // our prediction is, a 40% chance that
  | 'arranged' // is to close
  | 'reported' // said it would
  | 'dated'; // counts only with a time to come: launches in May, plans to, should

export interface Cue {
  kind: CueKind;
  /** A reading of the words as a probability, before modifiers. */
  strength: number;
  negated: boolean;
  pattern: Pattern;
}

export interface Hit {
  cue: Cue;
  /** Indices of the first and after the last token. */
  from: number;
  to: number;
}

const adverbs = upTo(4, test(isAdverb));
const bareVerb = test(isBareVerb);
const eventVerb = word(EVENT_VERBS);
const be = word(BE);
const comma = word(', — – - (');
const verbPhrase: Pattern = seq(adverbs, bareVerb);
/** "will, however, fall" and "will (probably) fall": an insertion of at most six tokens. */
const inserted: Pattern = seq(comma, within(6, word(', — – - )')), verbPhrase);
const toVerb = seq('to', verbPhrase);
const number = test((token) => /^[~<>]?\d/.test(token.lower));
const nounWords = upTo(
  4,
  test((token) => /^[\p{L}\p{N}]/u.test(token.lower) && !BE.has(token.lower)),
);

const cue = (kind: CueKind, strength: number, pattern: Pattern, negated = false): Cue => ({
  kind,
  strength,
  negated,
  pattern,
});

const PARTICIPLES =
  'expected projected forecast forecasted predicted anticipated slated scheduled destined tipped poised primed estimated';
const ASSURED = 'bound sure certain guaranteed doomed fated';
const EXPECT = 'expect anticipate predict foresee forecast project envision envisage';
const EXPECTS = 'expects anticipates predicts foresees forecasts projects envisions envisages reckons';
const PREDICTION =
  'prediction predictions forecast forecasts bet guess expectation projection projections hunch estimate assumption';
const CHANCE = 'chance chances probability likelihood odds possibility';

/** By first word, so that most tokens cost one look-up. */
const BY_WORD: [string, Cue][] = [
  [
    "will 'll shall",
    cue('modal', 0.85, seq(word("will 'll shall"), not(word('not never')), any(verbPhrase, inserted))),
  ],
  [
    "will 'll shall",
    cue('modal', 0.85, seq(word("will 'll shall"), adverbs, any(verbPhrase, inserted)), true),
  ],
  ["won't", cue('modal', 0.85, seq("won't", any(verbPhrase, inserted)), true)],
  [
    'going',
    cue(
      'modal',
      0.85,
      seq(
        after(
          new Set([
            ...BE,
            'not',
            'never',
            'also',
            'still',
            'all',
            'just',
            'only',
            "isn't",
            "aren't",
            'probably',
            'really',
            'now',
            'clearly',
            'almost',
            'certainly',
            'definitely',
            'it',
            'they',
            'we',
            'he',
            'she',
            'likely',
            'simply',
          ]),
        ),
        'going',
        'to',
        verbPhrase,
      ),
    ),
  ],
  ['gonna', cue('modal', 0.8, seq('gonna', verbPhrase))],
  ['about', cue('expected', 0.85, seq(after(new Set([...BE, 'just', 'now', 'not'])), 'about', toVerb))],
  ['set', cue('expected', 0.8, seq('set', any(toVerb, seq('for', not(number)))))],
  [PARTICIPLES, cue('expected', 0.75, seq(word(PARTICIPLES), any(toVerb, seq('to', word('be')))))],
  [
    'expected forecast projected predicted anticipated',
    cue(
      'expected',
      0.75,
      seq(
        be,
        adverbs,
        word('expected forecast projected predicted anticipated'),
        ahead(
          any(
            word(
              'in by at for this next soon later over during from within before as between to between on . , ;',
            ),
            (t, i) => (i >= t.length ? i : -1),
          ),
        ),
      ),
    ),
  ],
  [
    `${[...BE].join(' ')}`,
    cue(
      'expected',
      0.75,
      seq(
        be,
        adverbs,
        word('expected forecast projected predicted anticipated'),
        ahead(
          any(
            word('in by at for this next soon later over during from within before between on . , ; "'),
            (t, i) => (i >= t.length ? i : -1),
          ),
        ),
      ),
    ),
  ],
  [ASSURED, cue('expected', 0.93, seq(word(ASSURED), toVerb))],
  ['due', cue('expected', 0.85, seq(after(BE), 'due', 'to', eventVerb))],
  [
    'due scheduled slated',
    cue(
      'dated',
      0.85,
      seq(word('due scheduled slated'), any(word('for in by on at to out back before next this'))),
    ),
  ],
  ['on', cue('expected', 0.75, seq('on', word('track course pace target'), any(toVerb, seq('for'))))],
  ['on', cue('expected', 0.7, seq('on', 'the', word('verge brink cusp'), 'of'))],
  [
    'headed heading destined',
    cue('expected', 0.75, seq(word('headed heading destined'), word('for toward towards'))),
  ],
  [
    'seen',
    cue(
      'expected',
      0.7,
      seq(
        'seen',
        word(
          'rising falling growing reaching hitting slowing easing climbing dropping shrinking expanding remaining at',
        ),
      ),
    ),
  ],
  ['likely unlikely likelier', cue('likely', 0.75, seq(word('likely likelier'), toVerb))],
  ['unlikely', cue('likely', 0.75, seq('unlikely', toVerb), true)],
  [
    `${[...BE].join(' ')} seems looks appears remains`,
    cue(
      'likely',
      0.72,
      seq(
        word(new Set([...BE, 'seems', 'looks', 'appears', 'remains'])),
        adverbs,
        after('likely'),
        ahead(
          any(word('in by this next soon within before over during as if . ,'), (t, i) =>
            i >= t.length ? i : -1,
          ),
        ),
      ),
    ),
  ],
  [
    `${[...BE].join(' ')} seems looks appears remains`,
    cue(
      'likely',
      0.75,
      seq(
        word(new Set([...BE, 'seems', 'looks', 'appears', 'remains'])),
        adverbs,
        'unlikely',
        ahead(
          any(word('in by this next soon within before over during as . ,'), (t, i) =>
            i >= t.length ? i : -1,
          ),
        ),
      ),
      true,
    ),
  ],
  [
    `${[...BE].join(' ')} seems looks appears`,
    cue(
      'likely',
      0.9,
      seq(
        word(new Set([...BE, 'seems', 'looks', 'appears'])),
        adverbs,
        word('inevitable imminent'),
        ahead(any(word('. , ; and but in by this next as'), (t, i) => (i >= t.length ? i : -1))),
      ),
    ),
  ],
  [
    'i we',
    cue(
      'attitude',
      0.75,
      seq(
        word('i we'),
        adverbs,
        opt(seq(word('do would can'))),
        adverbs,
        word(EXPECT),
        not(word('. , ; : ?')),
      ),
    ),
  ],
  ["'d", cue('attitude', 0.7, seq("'d", adverbs, word('expect predict bet guess'), not(word('. , ; : ?'))))],
  [
    'i we',
    cue(
      'attitude',
      0.75,
      seq(word('i we'), word("don't do"), opt(word('not')), word('expect anticipate foresee')),
      true,
    ),
  ],
  [
    'i we',
    cue(
      'attitude',
      0.75,
      seq(
        word('i we'),
        adverbs,
        'doubt',
        not(
          seq(
            word('it that this'),
            any(word('. , ; ! ?'), (t, i) => (i >= t.length ? i : -1)),
          ),
        ),
      ),
      true,
    ),
  ],
  [
    "'m am is are 're remain remains",
    cue(
      'attitude',
      0.7,
      seq(
        word("'m am is are 're remain remains"),
        adverbs,
        word('skeptical sceptical doubtful'),
        ahead(word('that about of')),
      ),
      true,
    ),
  ],
  [
    "'m am 're are remain",
    cue(
      'attitude',
      0.8,
      seq(
        word("'m am 're are remain"),
        adverbs,
        word('confident convinced optimistic hopeful bullish pessimistic bearish'),
        word('that about on'),
      ),
    ),
  ],
  [
    [...FORECASTERS].join(' '),
    cue(
      'attitude',
      0.72,
      seq(word(FORECASTERS), upTo(3, test(isAdverb)), word(EXPECT), not(word('. , ; : ?'))),
    ),
  ],
  [EXPECTS, cue('attitude', 0.72, seq(word(EXPECTS), not(word('. , ; : ?'))))],
  [
    'expects foresees sees',
    cue('attitude', 0.72, seq(word('expects sees'), within(8, seq('to', eventVerb)))),
  ],
  [
    'expect',
    cue(
      'imperative',
      0.8,
      seq(after('should can could must to may might'), 'expect', not(word('. , ; : ?'))),
    ),
  ],
  [
    PREDICTION,
    cue(
      'noun',
      0.75,
      seq(
        word(PREDICTION),
        nounWords,
        any(
          seq(word("is are 's remains"), adverbs, opt(word('that for'))),
          word('that'),
          seq('calls', 'for'),
        ),
        test((t) => /^[\p{L}\p{N}$€£"“]/u.test(t.text)),
      ),
    ),
  ],
  [
    'case scenario',
    cue(
      'noun',
      0.7,
      seq(
        after('base central baseline bull bear core main worst best worst-case best-case base-case'),
        word('case scenario'),
        nounWords,
        word("is 's remains calls"),
        adverbs,
      ),
    ),
  ],
  [
    'likely likeliest probable',
    cue(
      'noun',
      0.7,
      seq(
        word('likely likeliest probable'),
        opt(word('next')),
        word(
          'candidate candidates outcome outcomes scenario scenarios winner winners successor result path future loser losers contender buyer date destination route',
        ),
        nounWords,
        word("is are 's remains"),
      ),
    ),
  ],
  [
    'favourite favorite front-runner frontrunner',
    cue('noun', 0.65, seq(word('favourite favorite front-runner frontrunner'), 'to', eventVerb)),
  ],
  [CHANCE, cue('noun', 0.6, seq(word(CHANCE), word('that of'), not(word('a the')), bareAny()))],
  [
    CHANCE,
    cue(
      'noun',
      0.6,
      seq(
        after(
          '% good slim high low real strong little no decent fair small better even outside remote every greater serious',
        ),
        word(CHANCE),
        upTo(
          5,
          test((t) => /^[\p{L}\p{N}]/u.test(t.text)),
        ),
        ahead(word('that of')),
      ),
    ),
  ],
  ['odds chances', cue('noun', 0.65, seq(word('odds chances'), word('are'), opt(word('that'))))],
  ['matter question', cue('noun', 0.9, seq(word('matter question'), 'of', 'time'))],
  [
    'future world',
    cue('noun', 0.65, seq(after('a the'), word('future'), any(word('where'), seq('in', 'which')))),
  ],
  ['here', cue('expected', 0.85, seq(after(BE), 'here', 'to', 'stay'))],
  ['numbered', cue('expected', 0.85, seq(after(BE), 'numbered'))],
  [
    'is are',
    cue('arranged', 0.85, seq(word('is are'), opt(word('not also now still both')), 'to', eventVerb)),
  ],
  ['would', cue('reported', 0.75, seq('would', not(word('not never like rather')), verbPhrase))],
  ["would 'd", cue('reported', 0.75, seq(word('would'), adverbs, verbPhrase), true)],
  ["wouldn't", cue('reported', 0.75, seq("wouldn't", verbPhrase), true)],
  ["'d", cue('reported', 0.75, seq("'d", not(word('better rather like')), verbPhrase))],
  [
    'plans plan intends intend aims aim hopes hope pledged promised vowed vows pledges promises agreed agrees wants targets',
    cue(
      'dated',
      0.65,
      seq(
        word(
          'plans plan intends intend aims aim hopes hope pledged promised vowed vows pledges promises agreed agrees wants targets',
        ),
        toVerb,
      ),
    ),
  ],
  ['should', cue('dated', 0.7, seq('should', verbPhrase))],
  ['may might could', cue('dated', 0.4, seq(word('may might could'), verbPhrase))],
];

function bareAny(): Pattern {
  return test((token) => /^[\p{L}\p{N}$€£]/u.test(token.text));
}

const SCHEDULED =
  'launch open close start begin end expire arrive debut ship resume return retire meet release publish introduce phase roll step take go come enter leave';
const third = (verb: string) => (/(?:sh|ch|o|s|x)$/.test(verb) ? `${verb}es` : `${verb}s`);
const ing = (verb: string) =>
  verb.endsWith('e') && verb !== 'see'
    ? `${verb.slice(0, -1)}ing`
    : /^(?:begin|step|ship)$/.test(verb)
      ? `${verb}${verb.at(-1)}ing`
      : `${verb}ing`;
const schedules = SCHEDULED.split(' ');
BY_WORD.push(
  [schedules.map(third).join(' '), cue('dated', 0.85, word(schedules.map(third).join(' ')))],
  [schedules.map(ing).join(' '), cue('dated', 0.85, seq(after(BE), word(schedules.map(ing).join(' '))))],
);

const index = new Map<string, Cue[]>();
for (const [firsts, entry] of BY_WORD)
  for (const first of new Set(firsts.split(' '))) index.set(first, [...(index.get(first) ?? []), entry]);

/** All cues in a sentence, guards not yet asked. */
export function cuesIn(tokens: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (const entry of index.get(tokens[i]?.lower ?? '') ?? []) {
      const to = entry.pattern(tokens, i);
      if (to >= 0) {
        hits.push({ cue: entry, from: i, to });
        break;
      }
    }
  }
  return hits;
}

/** "Expect prices to rise", "Look for rivals to follow", "Don't be surprised if": advice that predicts, at a sentence's start. */
const opening: Pattern = any(
  seq(opt(word('so but and also')), opt(word('then')), 'expect', not(word('. , ; : ?'))),
  seq(opt(word('so but and')), word("don't never"), 'expect'),
  seq(word('look watch'), 'for', within(8, seq('to', bareVerb))),
  seq("don't be surprised", word('if when to')),
);
const OPENING = cue('imperative', 0.8, opening);
export function openingCue(tokens: readonly Token[]): Hit | null {
  const first = tokens.findIndex((token) => /^\p{L}/u.test(token.text));
  const to = first < 0 ? -1 : opening(tokens, first);
  return to < 0
    ? null
    : {
        cue: NEGATION.has(tokens[first]?.lower ?? '') ? { ...OPENING, negated: true } : OPENING,
        from: first,
        to,
      };
}

/** "Acme to open a second plant": a headline whose only verb is an infinitive. */
const HEADLINE = cue('arranged', 0.85, (_tokens, i) => i);
const NO_HEADLINE = new Set(
  (
    'how what when where why which who way ways guide tips steps reasons things introduction need needs want wants try trying ready able right ' +
    'time here is are was were has have had can could must should do does did will would about likely unlikely set expected hopes aims plans seeks ' +
    'refuses fails tries helps learn used according thanks due best top best-known ability attempt attempts effort efforts chance opportunity fails ' +
    'tool tools key path road race bid fight struggle desire answer solution approach'
  ).split(' '),
);
export function headlineCue(tokens: readonly Token[]): Hit | null {
  const at = tokens.findIndex((token, i) => i > 0 && i < 9 && token.lower === 'to');
  const verb = tokens[at + 1];
  if (at < 1 || !verb || !EVENT_VERBS.has(verb.lower) || !/^[\p{Lu}\p{N}$€£"“]/u.test(tokens[0]?.text ?? ''))
    return null;
  if (tokens.slice(0, at).some((token) => NO_HEADLINE.has(token.lower) || /[:?,]/.test(token.text)))
    return null;
  if (/(?:ing|ed)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  return { cue: HEADLINE, from: at, to: at + 2 };
}
