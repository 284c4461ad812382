import type { Vector } from '../types.ts';

/** A scoring rule: what one forecast of one question is worth once the outcome is known. */
export interface Rule {
  readonly name: string;
  /** One line about it, for help texts. */
  readonly about: string;
  /** Which end of the scale is good. */
  readonly better: 'lower' | 'higher';
  /** Whether the rule reads the order of the outcomes: renaming them then changes the score. */
  readonly ordered: boolean;
  /** Best and worst value that any forecast can get on a question with K outcomes, one of which happens. */
  best(outcomes: number): number;
  worst(outcomes: number): number;
  /**
   * The score of forecast `p` when the outcomes happen with weights `resolution` (usually a single 1).
   * Both have the same length K >= 2; callers have checked them.
   */
  score(p: Vector, resolution: Vector): number;
}
