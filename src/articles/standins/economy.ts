import type { Measured, Reading, StandIn } from './types.ts';

const places: readonly [pattern: RegExp, name: string, office: string][] = [
  [/\b(?:euro ?zone|euro area|eu|european|europe)\b/, 'the euro area', 'Eurostat'],
  [
    /\b(?:u\.?s\.?|american?|united states|washington|congress|federal)\b/,
    'the United States',
    'the Bureau of Economic Analysis and the Bureau of Labor Statistics',
  ],
  [
    /\b(?:uk|britain|british|united kingdom|england|scotland|wales)\b/,
    'the United Kingdom',
    'the Office for National Statistics',
  ],
  [/\b(?:german\w*)\b/, 'Germany', 'the Federal Statistical Office (Destatis)'],
  [/\b(?:chin(?:a|ese))\b/, 'China', 'the National Bureau of Statistics of China'],
  [/\b(?:japan\w*)\b/, 'Japan', 'the Cabinet Office and the Statistics Bureau of Japan'],
  [/\b(?:india\w*)\b/, 'India', 'the Ministry of Statistics and Programme Implementation'],
  [/\b(?:global|world\w*)\b/, 'the world', "the IMF's World Economic Outlook"],
];

const measures: readonly { about: RegExp; figure: string; down: RegExp; world: boolean }[] = [
  {
    about: /\b(?:inflation|consumer prices|cost of living|prices)\b/,
    figure: 'consumer price inflation (annual average)',
    down: /\b(?:fall\w*|ease\w*|cool\w*|slow\w*|drop\w*|declin\w*|low\w*)\b/,
    world: true,
  },
  {
    about: /\b(?:unemployment|jobless\w*|lose (?:their|its) jobs|lay-?offs|job (?:losses|cuts))\b/,
    figure: 'the unemployment rate (annual average)',
    down: /\b(?:fall\w*|declin\w*|drop\w*|low\w*)\b/,
    world: false,
  },
  {
    about: /\b(?:house|home|property) prices\b|\bhousing\b/,
    figure: 'the growth of house prices (annual average)',
    down: /\b(?:fall\w*|slow\w*|drop\w*|declin\w*|cool\w*|pain|suffer)\b/,
    world: false,
  },
  {
    about: /\b(?:deficit|debt|borrowing)\b/,
    figure: 'the general government deficit as a share of GDP',
    down: /\b(?:fall\w*|shrink\w*|narrow\w*|declin\w*|cut)\b/,
    world: false,
  },
  {
    about: /\b(?:exports?|imports?|trade)\b/,
    figure: 'the growth of the volume of trade in goods',
    down: /\b(?:slow\w*|fall\w*|shrink\w*|declin\w*|weak\w*)\b/,
    world: true,
  },
  {
    about: /\b(?:consumer (?:demand|spending)|household spending|consumption|retail sales)\b/,
    figure: 'the growth of household consumption',
    down: /\b(?:slow\w*|fall\w*|weak\w*|fragile|declin\w*|remain)\b/,
    world: false,
  },
  {
    about: /\b(?:econom\w+|growth|gdp|recession|output)\b/,
    figure: 'the growth of real GDP',
    down: /\b(?:slow\w*|fall\w*|weak\w*|struggl\w*|declin\w*|recession|stagnat\w*|shrink\w*|contract\w*)\b/,
    world: true,
  },
];

const compared = (reading: Reading, measure: (typeof measures)[number]): Measured | null => {
  const place =
    places.find(([pattern]) => pattern.test(reading.claim)) ??
    places.find(([pattern]) => pattern.test(reading.quote));
  if (!place || !measure.about.test(reading.claim) || (place[1] === 'the world' && !measure.world))
    return null;
  const [, name, office] = place;
  const year = Number(reading.deadline.slice(0, 4));
  const direction = measure.down.test(reading.claim) ? 'lower' : 'higher';
  return {
    title: `Will ${measure.figure} in ${name} be ${direction} for ${year} than for ${year - 1}?`,
    resolves: `Resolves YES if the first official estimate of ${measure.figure} in ${name} for the calendar year ${year} is ${direction} than the figure for ${year - 1} in the same release. Resolves NO otherwise.`,
    source: office,
    fallback:
      name === 'the world'
        ? "the World Bank's Global Economic Prospects"
        : "the IMF's World Economic Outlook database",
    deadline: `${year}-12-31`,
    lag: name === 'the world' ? 130 : 90,
    borneOut: !reading.negated,
  };
};

export const economyStandIns: readonly StandIn[] = measures.map((measure, i) => ({
  id: `economy-${i}`,
  measure: (reading: Reading) => compared(reading, measure),
}));
