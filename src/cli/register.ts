import { ConfigError, readEnvironment } from '../bot/config.ts';
import { registerDiscord } from '../bot/surfaces.ts';
import { Refusal } from '../markets/core/refusal.ts';
import type { Verb } from './cli.ts';
import { filesOf } from './files.ts';

const USAGE = 'Write: register. It takes DISCORD_TOKEN, and DISCORD_GUILD to register in one server alone.';

/** `register`: tells Discord which slash commands there are, if it does not know. Starting the program does it too. */
export const register: Verb = async (args) => {
  filesOf(args, 0, 0, USAGE);
  try {
    const done = await registerDiscord(readEnvironment(process.env));
    return {
      json: done,
      text: done.changed
        ? `${done.total} commands registered with Discord.`
        : `Discord has these ${done.total} commands already.`,
    };
  } catch (error) {
    if (error instanceof ConfigError) throw new Refusal('not-understood', error.message, USAGE);
    throw error;
  }
};
