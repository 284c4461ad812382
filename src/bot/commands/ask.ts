import { ask as open } from '../../markets/ask.ts';
import { askSeveral } from '../../markets/askSeveral.ts';
import { arg, limits, optional, plain } from '../args.ts';
import { command } from '../command.ts';
import { askedView } from '../views/asked.ts';
import { questionCard } from '../views/questionCard.ts';
import { askInput } from './askInput.ts';
import { whenOf } from './shared.ts';

export const ask = command({
  name: 'ask',
  about: 'Ask a question: yes or no, a choice (outcomes), a number or a date (range)',
  args: {
    title: arg.text('The question, in one sentence', {
      positional: 'rest',
      placeholder: 'Will it snow in Vienna by Christmas?',
    }),
    closes: arg.date('Until when forecasts are taken: 31 Dec, in 3 weeks, end of next year'),
    criteria: optional(
      arg.paragraph('How it will be resolved: source, edge cases, fallback', { maxLength: limits.criteria }),
    ),
    outcomes: optional(arg.text('For a choice: Apple; Google; Somebody else', { maxLength: 1000 })),
    tags: optional(arg.text('Tags: ai, chips', { maxLength: 200 })),
    resolves: optional(
      arg.date('When the answer should be known (default: when it closes)', { label: 'Answer expected' }),
    ),
    kind: optional(
      arg.choice('Kind of question (default: what the rest implies)', [
        ...plain('binary', 'choice', 'numeric', 'date'),
        { value: 'several', label: 'several: YES or NO for each outcome' },
      ]),
    ),
    range: optional(arg.text('For a number or a date: 0 to 100, Jan 2027 to Dec 2030', { maxLength: 100 })),
    edges: optional(arg.text('Instead of a range: where the bins meet, 10; 20; 50', { maxLength: 300 })),
    bins: optional(arg.integer('How many bins the range is cut into (default 8)', { min: 1, max: 18 })),
    unit: optional(arg.text('Unit of the number, such as GWh', { maxLength: 20 })),
    scale: optional(arg.choice('Spacing of the bins of a range', plain('linear', 'log'))),
    opens: optional(arg.date('From when forecasts are taken (default: now)')),
    prior: optional(arg.probability('Starting price: 20%, or A 50 B 30 C 20 (default: even)')),
    hidden: optional(
      arg.text('Hide crowd and market until one has forecast ("forecast") or until a date', {
        maxLength: 60,
      }),
    ),
    private: optional(arg.flag('Only for this channel')),
    condition: optional(arg.text('Annulled unless another question resolves so: Q3 YES', { maxLength: 100 })),
  },
  visibility: 'public',
  admin: false,
  examples: [
    '/ask Will it snow in Vienna by Christmas? closes:24 Dec 2028 tags:weather',
    '/ask Who ships first? closes:in 3 weeks outcomes:Apple; Google; Somebody else',
    '/ask How many GWh in 2028? closes:31 Dec 2028 range:0 to 100 unit:GWh',
    '/ask Who will open an office here? closes:31 Dec 2028 kind:several outcomes:Apple; Google',
  ],
  run: async (context, args) => {
    const when = whenOf(context);
    const input = await askInput(context, args);
    if (args.kind !== 'several')
      return questionCard(await open(context.db, context.call, input), when, 'everyone');
    return askedView(input.title, await askSeveral(context.db, context.call, input), when);
  },
});
