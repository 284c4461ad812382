import type { Call } from '../markets/core/types.ts';
import { enterCommunity } from '../markets/enter.ts';
import { suggest } from '../markets/suggest.ts';
import type { App } from './app.ts';
import type { Arg, Choice } from './command.ts';
import type { CompletionRequest } from './handle.ts';
import { readPeriod } from './parse/dates.ts';
import { readProbability } from './parse/probability.ts';
import { day, moment, statedPercent } from './views/format.ts';
import type { When } from './when.ts';

/** What an argument of each kind is completed with. Dates and probabilities are shown as they would be understood. */
export async function completions(
  app: App,
  request: CompletionRequest,
  wanted: Arg,
): Promise<readonly Choice[]> {
  switch (wanted.kind) {
    case 'choice':
      return matching(wanted.choices ?? [], request.typed);
    case 'flag':
      return matching(
        [
          { value: 'yes', label: 'yes' },
          { value: 'no', label: 'no' },
        ],
        request.typed,
      );
    case 'probability':
      return request.typed.trim() === '' ? [] : [probability(request.typed.trim())];
    case 'question':
    case 'draft':
    case 'member':
    case 'outcome':
    case 'tag':
      return fromService(app, request, wanted.kind);
    case 'date':
      return request.typed.trim() === '' ? [] : [await date(app, request)];
    case 'text':
    case 'paragraph':
    case 'points':
    case 'integer':
    case 'file':
      return [];
  }
}

const matching = (choices: readonly Choice[], typed: string): readonly Choice[] => {
  const t = typed.trim().toLowerCase();
  return choices.filter((c) => c.value.toLowerCase().includes(t) || c.label.toLowerCase().includes(t));
};

const probability = (typed: string): Choice => {
  const p = readProbability(typed);
  return { value: typed, label: statedPercent(p) };
};

async function entered(app: App, request: CompletionRequest): Promise<{ call: Call; when: When }> {
  const now = app.clock();
  const { actor, settings } = await enterCommunity(app.db, { ...request.who, now });
  return { call: { actor, now, key: '' }, when: { now, timeZone: settings.timeZone } };
}

async function date(app: App, request: CompletionRequest): Promise<Choice> {
  const { when } = await entered(app, request);
  const { start, end } = readPeriod(request.typed, when);
  const last = new Date(end.getTime() - 60_000);
  if (end <= start) return { value: request.typed, label: moment(start, when) };
  const days = end.getTime() - start.getTime() > 26 * 3_600_000;
  return {
    value: request.typed,
    label: days ? `${day(start, when)} to ${day(last, when)}` : day(start, when),
  };
}

async function fromService(
  app: App,
  request: CompletionRequest,
  what: 'question' | 'draft' | 'member' | 'outcome' | 'tag',
): Promise<readonly Choice[]> {
  const number = /^Q?(\d{1,9})$/i.exec(request.args.question?.trim() ?? '')?.[1];
  const { call } = await entered(app, request);
  if (what === 'draft' && !call.actor.admin) return [];
  return suggest(app.db, call, {
    what,
    text: request.typed,
    question: number === undefined ? null : Number(number),
  });
}
