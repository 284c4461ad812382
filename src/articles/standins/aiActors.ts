import { relation } from './relations.ts';
import type { Measured, Reading, StandIn } from './types.ts';

export const arena = 'the LMArena text leaderboard (overall category, default settings)';
export const index = 'the Artificial Analysis Intelligence Index';
export const press = 'reports of at least two of Reuters, Bloomberg, the Financial Times and The Information';
export const onBoard =
  'Models are ranked by score as shown at 23:59 UTC; a tie for first place counts as first place.';
export const openWeight =
  'An open-weight model is one whose weights anybody can download on the day that counts.';

/** The laboratories whose models have held the top of the public leaderboards, and the large companies that have not. */
export const leaders = ['OpenAI', 'Anthropic', 'Google'];
export const chasers = ['Meta', 'Microsoft', 'Amazon', 'Apple', 'xAI'];
const developers: readonly [name: string, words: RegExp][] = [
  ['OpenAI', /\bOpenAI\b|\bChatGPT\b|\bopenai\b/],
  ['Anthropic', /\bAnthropic\b|\bClaude\b|\banthropic\b/],
  ['Google', /\bGoogle\b|\bDeepMind\b|\bGemini\b/],
  ['Meta', /\bMeta\b|\bLlama\b/],
  ['Microsoft', /\bMicrosoft\b/],
  ['Amazon', /\bAmazon\b/],
  ['Apple', /\bApple\b/],
  ['xAI', /\bxAI\b|\bGrok\b/],
  ['Mistral', /\bMistral\b/],
  ['DeepSeek', /\bDeepSeek\b/],
  ['Alibaba', /\bAlibaba\b|\bQwen\b/],
  ['Nvidia', /\b(?:Nvidia|NVIDIA)\b/],
];

interface Actors {
  named: string[];
  open: boolean;
  chasing: boolean;
  leading: boolean;
  newcomers: boolean;
  models: boolean;
}

const actorsIn = (words: string): Actors => {
  const low = words.toLowerCase();
  return {
    named: developers.filter(([, pattern]) => pattern.test(words)).map(([name]) => name),
    open: /\bopen[- ]?(?:source|weights?|models?)\b/.test(low),
    chasing:
      /\b(?:followers?|laggards?|lagging|legacy|weaker|smaller|less competitive|second-tier|challengers?|also-rans|rivals?|competitors?|trailing|everyone else|other labs)\b/.test(
        low,
      ),
    leading:
      /\b(?:leaders?|frontier (?:labs?|players?|companies)|incumbents?|top (?:ai )?labs?|pioneers?|big labs|closed)\b/.test(
        low,
      ),
    newcomers: relation.newcomers.test(low),
    models:
      /\b(?:llms?|language models?|frontier models?|ai models?|ai progress|scaling|ai capabilit\w+)\b/.test(
        low,
      ),
  };
};

export const actors = (reading: Reading): Actors => actorsIn(`${reading.ownWords} ${reading.claim}`);
/** Whether the passage, rather than the claim alone, is about open models. */
export const openAround = (reading: Reading): boolean =>
  actors(reading).open ||
  (reading.around.match(/\bopen[- ]?(?:source|weights?|models?)\b/g)?.length ?? 0) > 2;
export const chasersOf = (reading: Reading): string[] => {
  const named = actors(reading).named.filter((name) => !leaders.includes(name));
  return named.length ? named : chasers;
};

export const board = (measured: Omit<Measured, 'source' | 'fallback'> & Partial<Measured>): Measured => ({
  source: arena,
  fallback: index,
  lag: 14,
  ...measured,
});

/** Verbs that say the opposite of coming level: "lose", "fail to keep up". */
export const unsuccessful = (reading: Reading): boolean =>
  relation.fallBehind.test(reading.claim) !== reading.negated;

export const standIn = (id: string, measure: (reading: Reading) => Measured | null): StandIn => ({
  id,
  measure,
});
