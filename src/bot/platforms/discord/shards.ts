import { REST, Routes, ShardingManager } from 'discord.js';
import { z } from 'zod';
import { ConfigError } from '../../config.ts';

/** Discord insists on several connections from 2,500 servers on; this leaves time to move. */
const serversForShards = 2000;
/** Discord admits one new connection every five seconds. */
const betweenShards = 5500;

const application = z.object({ approximate_guild_count: z.number().optional() });
const gateway = z.object({ shards: z.number().int().positive() });

export interface ShardConfig {
  readonly token: string;
  readonly apiUrl: string;
  /** True when the database is a server that several processes may use. */
  readonly sharedDatabase: boolean;
  /** Script that starts the program, and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  /** Milliseconds between two shards, for tests. */
  readonly between?: number;
}

export interface Shards {
  readonly count: number;
  /** Asks every process to finish, and waits until all have. */
  stop(): Promise<void>;
}

/**
 * Starts one process for each connection that Discord recommends, when the bot is in so many servers that it needs several;
 * discord.js tells each which servers are its own, and starts it again should it die. Null when one process is enough, as it
 * is for nearly everyone.
 *
 * @throws ConfigError when several processes are needed and the database is a file
 */
export async function startShards(config: ShardConfig): Promise<Shards | null> {
  const rest = new REST({ api: config.apiUrl, version: '10' }).setToken(config.token);
  // A token that is refused, or Discord out of reach, is told by the connection that is tried next.
  const asked = await rest.get(Routes.currentApplication()).catch(() => ({}));
  const { approximate_guild_count: servers = 0 } = application.parse(asked);
  if (servers < serversForShards) return null;
  if (!config.sharedDatabase)
    throw new ConfigError(
      `Brierpatch is in about ${servers} servers. From ${serversForShards} on it runs as several processes, which need ` +
        'PostgreSQL: set DATABASE_URL to postgresql://...',
    );
  const { shards: count } = gateway.parse(await rest.get(Routes.gatewayBot()));
  const manager = new ShardingManager(config.script, {
    token: config.token,
    totalShards: count,
    shardArgs: [...config.args],
    mode: 'process',
  });
  await manager.spawn({ delay: config.between ?? betweenShards, timeout: 120_000 });
  return {
    count,
    async stop() {
      manager.respawn = false;
      const ended = manager.shards.map((shard) => {
        const child = shard.process;
        if (child === null || child === undefined) return Promise.resolve();
        const end = new Promise<void>((resolve) => child.once('exit', () => resolve()));
        // SIGTERM: the process finishes what it began.
        shard.kill();
        return end;
      });
      await Promise.all(ended);
    },
  };
}
