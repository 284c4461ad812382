/**
 * Writes manifest.json, from which Slack makes the app in one step (api.slack.com/apps, "From a manifest").
 *
 *     npx tsx scripts/slackManifest.ts                                   Socket Mode, into manifest.json
 *     npx tsx scripts/slackManifest.ts --url https://bot.example.org     signed HTTP, printed
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commands } from '../src/bot/commands/index.ts';
import { manifest } from '../src/bot/platforms/slack/manifest.ts';

const { values } = parseArgs({
  options: { url: { type: 'string' }, name: { type: 'string', default: 'Brierpatch' } },
});
const text = `${JSON.stringify(manifest(commands, { name: values.name, url: values.url ?? null }), null, 2)}\n`;
if (values.url === undefined) {
  const path = join(import.meta.dirname, '..', 'manifest.json');
  writeFileSync(path, text);
  console.log(`Wrote ${path}`);
} else console.log(text);
