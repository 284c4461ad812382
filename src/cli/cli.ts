import { Refusal } from '../markets/core/refusal.ts';

/** What a verb prints: the same result as a readable table, or as JSON with `--json`. */
export interface CliResult {
  json: unknown;
  text: string;
  /** 1 when the verb ran well and what it found is bad. */
  exitCode?: 1;
}

/** One verb of the command line. Throws `Refusal` on bad input: printed as one sentence, exit code 2. */
export type Verb = (args: string[]) => Promise<CliResult>;

/** Verbs are loaded on demand, so that `extract` never opens a database. */
const verbs: Record<string, () => Promise<Verb>> = {
  extract: async () => (await import('./extract.ts')).extract,
  calibration: async () => (await import('./calibration.ts')).calibration,
  crowd: async () => (await import('./crowd.ts')).crowd,
  score: async () => (await import('./score.ts')).score,
  register: async () => (await import('./register.ts')).register,
  audit: async () => (await import('./audit.ts')).audit,
  quote: async () => (await import('./quote.ts')).quote,
  simulate: async () => (await import('./simulate.ts')).simulate,
  practice: async () => (await import('./practice.ts')).practice,
  export: async () => (await import('./export.ts')).exportCsv,
};

/** Runs one verb and returns the exit code: 0, 1 for a bad finding, 2 for bad input. */
export async function cli(verb: string | undefined, args: string[]): Promise<number> {
  try {
    if (verb !== undefined && ['help', '--help', '-h'].includes(verb)) {
      process.stdout.write(
        `Verbs: ${Object.keys(verbs).join(', ')}. Each tells what it takes when it is given nothing.\n`,
      );
      return 0;
    }
    const load = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!load) {
      const known = Object.keys(verbs).join(', ');
      throw new Refusal(
        'not-understood',
        verb ? `There is no verb "${verb}".` : 'Name a verb.',
        `Verbs: ${known}.`,
      );
    }
    const run = await load();
    const result = await run(args.filter((a) => a !== '--json'));
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(result.json)}\n` : `${result.text}\n`);
    return result.exitCode ?? 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${[error.message, error.hint].filter(Boolean).join(' ')}\n`);
    return 2;
  }
}
