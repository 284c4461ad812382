import { z } from 'zod';

/** Which language model to ask, and what one article may cost. */
export interface ModelSettings {
  provider: 'openai' | 'anthropic';
  /** Base of the endpoint; null means the provider's own. An OpenAI-compatible endpoint must say. */
  url: string | null;
  key: string | null;
  model: string;
  ceilings: ModelCeilings;
}

export interface ModelCeilings {
  /** For everything, the retry included. */
  milliseconds: number;
  inputTokens: number;
  outputTokens: number;
  /** US dollars for one article, the retry included; null where no prices are given. */
  cost: { limit: number; inputPerMillion: number; outputPerMillion: number } | null;
}

const amount = (otherwise: number) => z.coerce.number().positive().default(otherwise);

const environment = z.object({
  MODEL_PROVIDER: z.enum(['openai', 'anthropic']).default('openai'),
  MODEL_URL: z.url().optional(),
  MODEL_API_KEY: z.string().min(1).optional(),
  MODEL_NAME: z.string().min(1),
  MODEL_TIMEOUT_SECONDS: amount(60),
  MODEL_MAX_INPUT_TOKENS: amount(40_000),
  MODEL_MAX_OUTPUT_TOKENS: amount(8_000),
  MODEL_MAX_COST_USD: amount(0.25),
  MODEL_INPUT_USD_PER_MILLION: z.coerce.number().nonnegative().optional(),
  MODEL_OUTPUT_USD_PER_MILLION: z.coerce.number().nonnegative().optional(),
});

const openAi = 'https://api.openai.com/v1';

/**
 * Reads the settings from environment values (`MODEL_NAME` turns the model on; `MODEL_PROVIDER`, `MODEL_URL`,
 * `MODEL_API_KEY` and the ceilings are optional). Null where no model is named.
 *
 * @throws Error a sentence that names what cannot be read.
 */
export const modelSettings = (env: Readonly<Record<string, string | undefined>>): ModelSettings | null => {
  if (!env.MODEL_NAME) return null;
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(filled);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
    throw new Error(`I cannot read the language model's settings: ${names.join(', ')}.`);
  }
  const given = read.data;
  const priced =
    given.MODEL_INPUT_USD_PER_MILLION !== undefined && given.MODEL_OUTPUT_USD_PER_MILLION !== undefined
      ? {
          limit: given.MODEL_MAX_COST_USD,
          inputPerMillion: given.MODEL_INPUT_USD_PER_MILLION,
          outputPerMillion: given.MODEL_OUTPUT_USD_PER_MILLION,
        }
      : null;
  return {
    provider: given.MODEL_PROVIDER,
    url: given.MODEL_URL ?? (given.MODEL_PROVIDER === 'openai' ? openAi : null),
    key: given.MODEL_API_KEY ?? null,
    model: given.MODEL_NAME,
    ceilings: {
      milliseconds: given.MODEL_TIMEOUT_SECONDS * 1000,
      inputTokens: given.MODEL_MAX_INPUT_TOKENS,
      outputTokens: given.MODEL_MAX_OUTPUT_TOKENS,
      cost: priced,
    },
  };
};
