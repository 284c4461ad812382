import { Refusal } from '../markets/core/refusal.ts';
import type { Call } from '../markets/core/types.ts';
import type { Db } from '../markets/db.ts';
import { type ExportReceipt, exportAll } from '../markets/exportAll.ts';
import type { Vector } from '../scoring/types.ts';
import type { Verb } from './cli.ts';
import { withDatabase } from './database.ts';

const usage =
  'Write: export forecasts|questions [COMMUNITY]. What it prints is what `score FORECASTS.csv QUESTIONS.csv` reads.';

/** `export`: questions or forecasts of a community as CSV, in the columns that `score` reads, so that anybody can check scores. */
export const exportCsv: Verb = async (args) => {
  const [what, community, ...rest] = args;
  if ((what !== 'forecasts' && what !== 'questions') || rest.length > 0) {
    throw new Refusal('not-understood', 'Say what to export.', usage);
  }
  const receipt = await withDatabase(async (db) => exportAll(db, await operator(db, community)));
  return {
    json: what === 'forecasts' ? receipt.forecasts : receipt.questions,
    text: what === 'forecasts' ? forecastsCsv(receipt) : questionsCsv(receipt),
  };
};

/** Whoever runs commands on the machine holds the database in their hands. */
async function operator(db: Db, wanted: string | undefined): Promise<Call> {
  const all = await db.client.community.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  });
  const found = wanted === undefined && all.length === 1 ? all[0] : all.find((c) => String(c.id) === wanted);
  if (!found) {
    const list = all.map((c) => `${c.id} (${c.name})`).join(', ');
    throw new Refusal(
      'not-found',
      wanted === undefined ? `There are ${all.length} communities.` : `There is no community ${wanted}.`,
      all.length > 0 ? `Add the number of one: ${list}.` : 'The database is empty.',
    );
  }
  const actor = {
    communityId: found.id,
    memberId: 0,
    name: 'Operator',
    admin: true,
    mayAsk: true,
    channel: null,
  };
  return { actor, now: new Date(), key: 'cli' };
}

/** Of two outcomes the first alone, as people write it. */
const shown = (p: Vector | null): string =>
  p === null ? '' : p.length === 2 ? String(p[0] ?? '') : p.join('/');

function forecastsCsv({ forecasts }: ExportReceipt): string {
  return csv(
    ['question', 'member', 'at', 'probability', 'implied', 'reason'],
    forecasts.map((f) => [
      `Q${f.question}`,
      // Two members may have one name.
      words(`${f.member} #${f.memberId}`),
      f.at.toISOString(),
      shown(f.p),
      f.implied ? 'yes' : 'no',
      words(f.reason ?? ''),
    ]),
  );
}

function questionsCsv({ questions }: ExportReceipt): string {
  return csv(
    [
      'question',
      'resolution',
      'open',
      'close',
      'known',
      'ordered',
      'state',
      'kind',
      'outcomes',
      'tags',
      'title',
    ],
    questions.map((q) => [
      `Q${q.number}`,
      q.state === 'annulled' ? 'annulled' : shown(q.weights),
      q.opensAt.toISOString(),
      q.closesAt.toISOString(),
      q.knownAt?.toISOString() ?? '',
      q.ordered ? 'yes' : 'no',
      q.state,
      q.kind,
      words(q.outcomes.join(' | ')),
      words(q.tags.join(' ')),
      words(q.title),
    ]),
  );
}

/** RFC 4180, with line feeds. */
const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows]
    .map((row) =>
      row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\n');

/** Words that a member chose must not become a formula where the file is opened (https://owasp.org/www-community/attacks/CSV_Injection). */
const words = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
