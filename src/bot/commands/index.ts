import type { AnyCommand } from '../command.ts';
import { ask } from './ask.ts';
import { forecast } from './forecast.ts';
import { help } from './help.ts';
import { question } from './question.ts';
import { questions } from './questions.ts';
import { withdraw } from './withdraw.ts';

/** Every command there is, in the order in which help shows them. */
export const commands: readonly AnyCommand[] = [help, questions, question, forecast, withdraw, ask];
