#!/usr/bin/env node
// The one way in. Plain JavaScript, so that an old Node gets a sentence and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Brierpatch needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
await import('../scripts/generate.js');
const { register } = await import('tsx/esm/api');
register();
const [verb, ...args] = process.argv.slice(2);
if (verb === 'start') {
  const { main } = await import('../src/bot/main.ts');
  await main(process.env);
} else {
  const { cli } = await import('../src/cli/cli.ts');
  process.exitCode = await cli(verb, args);
}
