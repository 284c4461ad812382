import { baseline } from './baseline.ts';
import { brier } from './brier.ts';
import { logarithmic } from './logarithmic.ts';
import { orderedBrier } from './ordered.ts';
import type { Rule } from './rule.ts';
import { spherical } from './spherical.ts';

/** Every scoring rule, once. The property tests (proper, blind to renaming, within range) loop over this list. */
export const rules = { brier, orderedBrier, logarithmic, baseline, spherical } as const satisfies Record<
  string,
  Rule
>;
