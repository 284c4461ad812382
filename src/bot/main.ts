import { pino } from 'pino';
import { seed } from '../../prisma/seed.ts';
import type { Reading } from '../markets/addArticle.ts';
import { Refusal } from '../markets/core/refusal.ts';
import { openDatabase } from '../markets/db.ts';
import type { App, Platform } from './app.ts';
import { commands } from './commands/index.ts';
import { ConfigError, type Environment, modelOf, readEnvironment } from './config.ts';
import { startDue } from './due.ts';
import { PortRefused, speakers, whoIs } from './platforms/playground/index.ts';
import { shardsOf, surfacesOf } from './surfaces.ts';

/** How often due work is looked for. */
const dueEveryMs = 5_000;

/** The running program. */
export interface Running {
  readonly app: App;
  readonly platforms: readonly Platform[];
  /** Stops receiving, finishes what was begun, closes the database. */
  stop(): Promise<void>;
}

/**
 * Puts the program together: database, surfaces, due work. A playground is filled with the catalogue and with practice
 * questions, so that no view is empty.
 *
 * @param say told, a line each, what whoever started it should know
 * @param fetching where pages may be fetched from, for tests that serve their own; by default public addresses alone
 */
export async function start(
  env: Environment,
  say: (line: string) => void,
  fetching: Pick<Reading, 'fetch'> = {},
): Promise<Running> {
  const log = pino({ level: env.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }));
  const propose = { model: modelOf(env) };
  const db = await openDatabase(env.DATABASE_URL);
  const app: App = { db, commands, log, clock: () => new Date(), reading: { ...fetching, propose } };
  const started: Platform[] = [];
  const stopAll = async (): Promise<void> => {
    for (const platform of started) await platform.stop();
    await db.close();
  };
  try {
    const { platforms, playground } = await surfacesOf(app, env);
    if (playground) {
      const { filled, questions, practice } = await seed(db, speakers.map(whoIs), app.clock());
      if (filled)
        say(`Filled a new playground with ${questions} questions and ${practice} practice questions.`);
    }
    for (const platform of platforms) {
      await platform.start();
      started.push(platform);
      say(
        playground === platform
          ? `The playground is at ${playground.address()}`
          : `${platform.name} is connected.`,
      );
    }
    const due = startDue(app, platforms, dueEveryMs);
    return {
      app,
      platforms,
      stop: async () => {
        await due.stop();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

/** Runs the program until it is told to stop (Ctrl-C or SIGTERM). What the operator got wrong is one sentence. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const settings = readEnvironment(env);
    const shards = await shardsOf(settings, process.argv[1] ?? '');
    if (shards) console.log(`Discord is served by ${shards.count} processes.`);
    const running = shards ?? (await start(settings, (line) => console.log(line)));
    const stop = () => {
      console.log('Stopping ...');
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error('Stopping failed.', error);
          process.exit(1);
        },
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof PortRefused || error instanceof Refusal))
      throw error;
    const hint = error instanceof Refusal ? error.hint : undefined;
    console.error([error.message, hint].filter(Boolean).join(' '));
    process.exitCode = 1;
  }
}
