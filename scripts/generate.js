// Generates the two Prisma clients (SQLite and PostgreSQL) from the one schema, only when the schema has changed.
//
// Prisma's CLI insists on having a schema engine binary and would download one. `generate` never runs it, so any existing
// file will do, and PRISMA_SCHEMA_ENGINE_BINARY says which. Each engine's client needs its own provider line, so the
// PostgreSQL schema is the SQLite one with that line and the output folder replaced.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = join(root, 'src', 'generated');
const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
const require = createRequire(import.meta.url);
const prismaVersion = require('prisma/package.json').version;
const stamp = createHash('sha256').update(prismaVersion).update(schema).digest('hex');
const stampFile = join(generated, 'stamp');

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  mkdirSync(generated, { recursive: true });
  const postgres = schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('src/generated/sqlite', 'src/generated/postgres');
  const cli = join(dirname(require.resolve('prisma/package.json')), 'build', 'index.js');
  const postgresFile = join(generated, 'postgres.prisma');
  writeFileSync(postgresFile, postgres.replaceAll('"../src/generated/', '"./'));
  for (const file of [join(root, 'prisma', 'schema.prisma'), postgresFile]) {
    execFileSync(process.execPath, [cli, 'generate', '--schema', file], {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
      stdio: 'pipe',
    });
  }
  writeFileSync(stampFile, stamp);
}
