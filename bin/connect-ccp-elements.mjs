#!/usr/bin/env node
// The command of the package: what it can do, by name.
import { readFileSync } from 'node:fs';
import { doctor } from './doctor/command.mjs';
import { migrateCheck } from './migrate-check/command.mjs';
import { simulator } from './simulator/command.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const COMMANDS = { simulator, doctor, 'migrate-check': migrateCheck };

const HELP = `connect-ccp-elements ${version}: Amazon Connect's contact control panel as web components.

  npx connect-ccp-elements simulator [--port <number>]
      serves a simulated contact control panel on this machine, to be used as ccp-url, and a page that shows it
  npx connect-ccp-elements simulator --copy <folder>
      copies its page and its worker to where your static files are
  npx connect-ccp-elements doctor [<code>]
      says what a code means that a panel shows, such as no-answer, and what to do
  npx connect-ccp-elements migrate-check <folder, file or URL…> [--json]
      reads code that uses amazon-connect-streams, and says whether it can switch

The documentation: https://unpkg.com/connect-ccp-elements@${version}/docs/index.md
`;

const [name, ...words] = process.argv.slice(2);
if (name === undefined || name === '--help' || name === '-h') {
  console.log(HELP);
} else if (name === '--version' || name === '-v') {
  console.log(version);
} else if (Object.hasOwn(COMMANDS, name)) {
  process.exitCode = await COMMANDS[name](words);
} else {
  console.error(`There is no command "${name}".\n\n${HELP}`);
  process.exitCode = 2;
}
