import { randomUUID } from 'node:crypto';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type pg from 'pg';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

// https://www.postgresql.org/docs/current/datatype-character.html: "char" is what the catalogues keep one-letter codes in.
const catalogueChar = 18;
const text = 25;

/**
 * SQLite's adapter as the schema engine needs it: the engine hands a whole migration to `executeRaw`, which prepares one
 * statement and refuses several.
 */
export class MigrationSqlite extends PrismaBetterSqlite3 {
  override async connect(): Promise<SqlDriverAdapter> {
    return takingScripts(await super.connect());
  }
  override async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return takingScripts(await super.connectToShadowDb());
  }
}

function takingScripts(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const executeRaw = adapter.executeRaw.bind(adapter);
  return Object.assign(adapter, {
    executeRaw: async (query: SqlQuery): Promise<number> => {
      if (query.args.length > 0) return executeRaw(query);
      await adapter.executeScript(query.sql);
      return 0;
    },
  });
}

/**
 * PostgreSQL's adapter as the schema engine needs it. Adapter 7.10 cuts scripts at every semicolon, which no trigger
 * function survives, and refuses the type "char" in which PostgreSQL's catalogues answer; the server takes scripts whole,
 * in one transaction, and the engine is told which columns are single letters. Its own shadow database is the very same
 * database when it is given a URL, and is dropped while still connected to.
 */
export class MigrationPg extends PrismaPg {
  readonly #url: string;

  constructor(url: string) {
    super(url);
    this.#url = url;
  }
  override async connect(): Promise<Adapter> {
    return prepared(await super.connect());
  }
  override async connectToShadowDb(): Promise<Adapter> {
    const name = `shadow_${randomUUID().replaceAll('-', '_')}`;
    const main = await super.connect();
    await main.executeScript(`CREATE DATABASE ${name}`);
    const url = new URL(this.#url);
    url.pathname = name;
    const shadow = prepared(await new PrismaPg(url.href).connect());
    const close = shadow.dispose.bind(shadow);
    return Object.assign(shadow, {
      dispose: async (): Promise<void> => {
        await close();
        await main.executeScript(`DROP DATABASE ${name}`);
        await main.dispose();
      },
    });
  }
}

function prepared(adapter: Adapter): Adapter {
  const pool = adapter.underlyingDriver();
  const query = pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  // Of the last answer; the engine asks one thing at a time.
  let letters: readonly boolean[] = [];
  Object.defineProperty(pool, 'query', {
    value: async (...parameters: unknown[]) => {
      const result: pg.QueryArrayResult = await Reflect.apply(query, pool, parameters);
      const fields = result.fields ?? [];
      letters = fields.map((field) => field.dataTypeID === catalogueChar);
      for (const field of fields) if (field.dataTypeID === catalogueChar) field.dataTypeID = text;
      return result;
    },
  });
  return Object.assign(adapter, {
    queryRaw: async (asked: SqlQuery): Promise<SqlResultSet> => {
      const answer = await queryRaw(asked);
      const columnTypes = answer.columnTypes.map((type, i) => (letters[i] ? ColumnTypeEnum.Character : type));
      return { ...answer, columnTypes };
    },
    executeScript: async (script: string): Promise<void> => {
      await Reflect.apply(query, pool, [script]);
    },
  });
}
