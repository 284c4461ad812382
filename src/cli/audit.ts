import { audit as recompute } from '../markets/audit.ts';
import { openDatabase } from '../markets/db.ts';
import type { Verb } from './cli.ts';
import { filesOf } from './files.ts';

const USAGE = 'Write: audit. It reads the database that DATABASE_URL names.';

/**
 * `audit`: recomputes every balance and position from the postings and compares. A database with a difference is a bug or was
 * written to by other hands, so the process then ends with exit code 1.
 */
export const audit: Verb = async (args) => {
  filesOf(args, 0, 0, USAGE);
  const db = await openDatabase(process.env.DATABASE_URL);
  try {
    const report = await recompute(db);
    const counted = Object.entries(report.checked)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ');
    return {
      ...(report.differences.length > 0 ? { exitCode: 1 } : {}),
      json: report,
      text:
        report.differences.length === 0
          ? `Everything agrees: ${counted}.`
          : [`${report.differences.length} differences in ${counted}:`, ...report.differences].join('\n'),
    };
  } finally {
    await db.close();
  }
};
