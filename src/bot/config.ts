import { z } from 'zod';
import { type ModelSettings, modelSettings } from '../articles/index.ts';

const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();
const url = z.url({ protocol: /^https?$/ }).optional();

const portNumber = 'Write a port as a whole number from 0 to 65535';
const port = (usual: number) =>
  z.coerce.number(portNumber).int(portNumber).min(0, portNumber).max(65_535, portNumber).default(usual);

const environment = z.object({
  PORT: port(3000),
  DATABASE_URL: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PLAYGROUND: z.enum(['on', 'off']).optional(),
  DISCORD_TOKEN: text,
  DISCORD_API_URL: url,
  DISCORD_GUILD: text,
  /** Set by discord.js in each of several processes: which connection to Discord this one is. */
  SHARDS: text,
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_PORT: port(3001),
  SLACK_API_URL: url,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  SLACK_REDIRECT_URL: url,
  /** 32 bytes in base64: seals the tokens of workspaces that install by OAuth. */
  SECRET_KEY: text,
  // Read by articles/modelSettings.ts, which knows what they mean.
  MODEL_PROVIDER: text,
  MODEL_URL: text,
  MODEL_API_KEY: text,
  MODEL_NAME: text,
  MODEL_TIMEOUT_SECONDS: text,
  MODEL_MAX_INPUT_TOKENS: text,
  MODEL_MAX_OUTPUT_TOKENS: text,
  MODEL_MAX_COST_USD: text,
  MODEL_INPUT_USD_PER_MILLION: text,
  MODEL_OUTPUT_USD_PER_MILLION: text,
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
export function modelOf(env: Environment): ModelSettings | null {
  const own = Object.entries(env).flatMap(([name, value]) =>
    name.startsWith('MODEL_') && typeof value === 'string' ? [[name, value]] : [],
  );
  try {
    return modelSettings(Object.fromEntries(own));
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}
