import type { Hit } from './cues.ts';
import {
  boilerplate,
  conditional,
  denied,
  embeddedQuestion,
  leadIn,
  question,
  rejectedBelief,
  unknown,
} from './guardClauses.ts';
import type { Context, Guard } from './guardContext.ts';
import {
  asExpected,
  comparison,
  goal,
  habit,
  meta,
  notTheVerb,
  ownIntention,
  undated,
  wished,
} from './guardMeanings.ts';
import { notReported, pastExpectation, pastForecast } from './guardReports.ts';

/** Every guard by name, the cheap ones first. */
const GUARDS: Readonly<Record<string, Guard>> = {
  question,
  undated,
  boilerplate,
  denied,
  notTheVerb,
  embeddedQuestion,
  conditional,
  habit,
  meta,
  ownIntention,
  rejectedBelief,
  unknown,
  pastExpectation,
  pastForecast,
  notReported,
  comparison,
  goal,
  asExpected,
  wished,
  leadIn,
};

const NAMED = Object.entries(GUARDS);

/** The name of the guard that refuses a cue where it stands, or null when it is a prediction. */
export function refusedBy(hit: Hit, context: Context): string | null {
  const { tokens } = context.sentence;
  const at = (i: number): string => tokens[i]?.lower ?? '';
  for (const [name, guard] of NAMED) if (guard(at, hit, context)) return name;
  return null;
}
