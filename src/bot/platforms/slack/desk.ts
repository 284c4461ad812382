import type { Logger } from 'pino';
import type { App, Invocation } from '../../app.ts';
import type { View } from '../../view.ts';
import type { Metadata } from './metadata.ts';
import type { People } from './people.ts';
import type { Pictures } from './pictures.ts';
import type { SlackWords } from './words.ts';
import type { Workspaces } from './workspaces.ts';

/** What every listener of this platform works with. */
export interface Desk {
  readonly app: App;
  readonly log: Logger;
  readonly workspaces: Workspaces;
  readonly people: People;
  readonly forms: Metadata;
  readonly pictures: Pictures;
  /** The sections of one person's App Home. */
  readonly home: (who: Invocation['who']) => Promise<readonly View[]>;
  /** A workspace removed the app: forgets its installation. */
  readonly removed: (teamId: string) => Promise<void>;
  /** Origins that an answer may be sent to by response_url. */
  readonly origins: ReadonlySet<string>;
  readonly words: SlackWords;
  /** True the first time a delivery's key is seen. */
  readonly first: (key: string) => boolean;
  /** Work that a stop waits for. */
  readonly begun: Set<Promise<void>>;
}
