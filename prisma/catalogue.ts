import { data } from './catalogue/data.ts';
import { articles, type CatalogueQuestion, entrySchema } from './catalogue/entry.ts';
import { frontier } from './catalogue/frontier.ts';
import { gap } from './catalogue/gap.ts';
import { moats } from './catalogue/moats.ts';
import { rock } from './catalogue/rock.ts';

/**
 * The questions that a new database starts with: ours in wording, drawn from the predictions of five articles, each with
 * criteria, a public source and a fallback. Read by zod, so that a badly formed entry stops the first test and not a user.
 */
export const catalogue: readonly CatalogueQuestion[] = entrySchema
  .array()
  .parse([...gap, ...frontier, ...moats, ...rock, ...data]);

/** The criteria as they are published: the rule, then where the answer is read, then what decides if that is gone. */
export const fullCriteria = (q: CatalogueQuestion): string =>
  `${q.criteria}\n\nSource: ${q.source}.\n\nFallback: ${q.fallback}`;

/** Where the question comes from, in words. */
export const origin = (q: CatalogueQuestion): string => `“${articles[q.article].title}”: ${q.place}`;
