import { z } from 'zod';
import type { ModelConfig } from './app.ts';

const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();
const url = z.url({ protocol: /^https?$/ }).optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PLAYGROUND: z.enum(['on', 'off']).optional(),
  DISCORD_TOKEN: text,
  DISCORD_API_URL: url,
  DISCORD_GUILD: text,
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  SLACK_API_URL: url,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_REDIRECT_URL: url,
  /** 32 bytes in base64: seals the tokens of workspaces that install by OAuth. */
  SECRET_KEY: text,
  MODEL_PROVIDER: z.enum(['openai-compatible', 'anthropic']).optional(),
  MODEL_API_KEY: text,
  MODEL_NAME: text,
  MODEL_BASE_URL: url,
});

export type Environment = z.infer<typeof environment>;

/** The environment has a value that cannot be meant. The message names each and says what would be right. */
export class ConfigError extends Error {}

/** Reads the settings of the whole program from the environment. Throws `ConfigError`, one line per wrong variable. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const read = environment.safeParse(given);
  if (read.success) return read.data;
  throw new ConfigError(
    read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join('\n'),
  );
}

/** The language model's settings, or null where none is configured: articles are then read by rules alone. */
export function modelOf(env: Environment): ModelConfig | null {
  if (!env.MODEL_API_KEY && !env.MODEL_NAME) return null;
  if (!env.MODEL_API_KEY || !env.MODEL_NAME) {
    throw new ConfigError('A language model needs both MODEL_API_KEY and MODEL_NAME.');
  }
  const provider = env.MODEL_PROVIDER ?? 'openai-compatible';
  if (provider === 'openai-compatible' && !env.MODEL_BASE_URL) {
    throw new ConfigError(
      'An OpenAI-compatible model needs MODEL_BASE_URL, e.g. the address that ends in /v1.',
    );
  }
  return { provider, baseUrl: env.MODEL_BASE_URL ?? null, apiKey: env.MODEL_API_KEY, model: env.MODEL_NAME };
}
