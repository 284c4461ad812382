import type { OAuthConfig } from './workspaces.ts';

export interface SlackConfig {
  /** `xoxb-...`: one workspace. Without it `oauth` serves many. */
  readonly botToken?: string | undefined;
  /** `xapp-...`: Socket Mode, no address of one's own needed. Without it requests come over signed HTTP. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** For signed HTTP, and for the pages of an installation. Default 3000. */
  readonly port?: number | undefined;
  /** Address to listen on. Default: all. */
  readonly host?: string | undefined;
  /** `https://slack.com/api/`, or a counterpart. */
  readonly apiUrl: string;
  readonly oauth?: OAuthConfig | undefined;
}

export const defaultPort = 3000;
