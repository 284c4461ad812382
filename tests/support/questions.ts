import type { AskInput } from '../../src/markets/ask.ts';
import { type AuditReport, audit } from '../../src/markets/audit.ts';
import type { Db } from '../../src/markets/db.ts';
import { later } from './people.ts';

/** A binary question from `day0` to ten days later; tests say what is different. */
export const asking = (change: Partial<AskInput> = {}): AskInput => ({
  kind: 'binary',
  title: 'Will the bridge open in time?',
  criteria: 'YES if the city announces its opening on its website by the close, NO otherwise.',
  outcomes: [],
  edges: null,
  unit: null,
  scale: null,
  opensAt: null,
  closesAt: later(10),
  resolvesBy: later(12),
  tags: [],
  prior: null,
  hidden: null,
  private: false,
  condition: null,
  source: { articleId: null, origin: null, quote: null, speaker: null, practice: false },
  ...change,
});

/** What an audit of the whole database finds: nothing, in a sound one. */
export const differences = async (db: Db): Promise<AuditReport['differences']> =>
  (await audit(db)).differences;
