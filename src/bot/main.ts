import { pino } from 'pino';
import { openDatabase } from '../markets/db.ts';
import type { App, Platform } from './app.ts';
import { commands } from './commands/index.ts';
import { ConfigError, type Environment, modelOf, readEnvironment } from './config.ts';
import { PortRefused, playgroundPlatform } from './platforms/playground/index.ts';

/** The running program. */
export interface Running {
  readonly app: App;
  readonly platforms: readonly Platform[];
  /** What to tell whoever started it, a line each. */
  readonly greeting: readonly string[];
  /** Stops receiving, finishes what was begun, closes the database. */
  stop(): Promise<void>;
}

/** Puts the program together: database, surfaces whose tokens are set (the playground where none is). */
export async function start(env: Environment): Promise<Running> {
  const log = pino({ level: env.LOG_LEVEL }, pino.destination({ dest: 2, sync: true }));
  const app: App = {
    db: await openDatabase(env.DATABASE_URL),
    commands,
    log,
    clock: () => new Date(),
    model: modelOf(env),
  };
  const playground = playgroundPlatform(app, env.PORT);
  const platforms: Platform[] = [playground];
  for (const platform of platforms) await platform.start();
  return {
    app,
    platforms,
    greeting: [`The playground is at http://127.0.0.1:${playground.port()}/`],
    stop: async () => {
      for (const platform of platforms) await platform.stop();
      await app.db.close();
    },
  };
}

/** Runs the program until it is told to stop (Ctrl-C or SIGTERM). What the operator got wrong is one sentence. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const running = await start(readEnvironment(env));
    for (const line of running.greeting) console.log(line);
    const stop = () => {
      console.log('Stopping ...');
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          running.app.log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof PortRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
