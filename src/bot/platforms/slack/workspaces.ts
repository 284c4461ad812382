import { type Installation, type InstallationQuery, type InstallationStore, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Sealer } from './seal.ts';

/** Where sealed installations are kept: one text a workspace. */
export interface SealedStore {
  save(teamId: string, sealed: string): Promise<void>;
  find(teamId: string): Promise<string | null>;
  remove(teamId: string): Promise<void>;
}

export interface OAuthConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the `state` that guards an installation against forgery. */
  readonly stateSecret: string;
  /** 32 bytes in hex or base64: encrypts tokens at rest. */
  readonly key: string;
  readonly store: SealedStore;
  readonly redirectUri?: string;
}

const installationSchema = z.object({
  team: z.object({ id: z.string(), name: z.string().optional() }),
  bot: z.object({ token: z.string() }),
});

/** Bolt's installation store over ours: what is kept is sealed and bound to its workspace. */
export function installationStore(store: SealedStore, seals: Sealer): InstallationStore {
  const team = (query: InstallationQuery<boolean>): string => {
    if (query.teamId === undefined)
      throw new Error('Brierpatch is installed in workspaces, not in organisations');
    return query.teamId;
  };
  return {
    async storeInstallation(installation) {
      const id = installation.team?.id;
      if (id === undefined || installation.isEnterpriseInstall === true)
        throw new Error('Brierpatch is installed in workspaces, not in organisations');
      await store.save(id, seals.seal(JSON.stringify(installation), id));
    },
    async fetchInstallation(query) {
      const id = team(query);
      const sealed = await store.find(id);
      if (sealed === null) throw new Error(`Workspace ${id} has no installation`);
      const installation: Installation<'v2', boolean> = JSON.parse(seals.open(sealed, id));
      return installation;
    },
    async deleteInstallation(query) {
      await store.remove(team(query));
    },
  };
}

/** A workspace and the clients that may act in it. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** For answers: waits out a rate limit and tries again, twice at most. */
  readonly client: webApi.WebClient;
  /** For what the outbox sends: tells of a rate limit at once, so that the outbox may wait instead. */
  readonly poster: webApi.WebClient;
}

export interface Workspaces {
  /** Null: not installed there (any more), or no team named where there are many. */
  get(teamId: string | null): Promise<Workspace | null>;
  forget(teamId: string): void;
}

/** Slack's client tries ten times within half an hour unless told otherwise. */
const answering = { retries: 2, minTimeout: 250, maxTimeout: 1000 } as const;

export function workspace(
  id: string,
  name: string,
  token: string,
  options: webApi.WebClientOptions,
): Workspace {
  return {
    id,
    name,
    client: new webApi.WebClient(token, { ...options, retryConfig: answering }),
    poster: new webApi.WebClient(token, {
      ...options,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
  };
}

const remembered = 60_000;

/** Many workspaces: the token of each is unsealed when needed and remembered for a minute. */
export function installed(
  store: InstallationStore,
  options: webApi.WebClientOptions,
  now: () => number,
): Workspaces {
  const known = new Map<string, { readonly workspace: Workspace; readonly until: number }>();
  return {
    async get(teamId) {
      if (teamId === null) return null;
      const fresh = known.get(teamId);
      if (fresh !== undefined && fresh.until > now()) return fresh.workspace;
      const query = { teamId, enterpriseId: undefined, isEnterpriseInstall: false } as const;
      const found = installationSchema.safeParse(await store.fetchInstallation(query).catch(() => null));
      if (!found.success) return null;
      const { team, bot } = found.data;
      const opened = workspace(team.id, team.name ?? team.id, bot.token, options);
      known.set(teamId, { workspace: opened, until: now() + remembered });
      return opened;
    },
    forget: (teamId) => void known.delete(teamId),
  };
}
