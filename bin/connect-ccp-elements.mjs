#!/usr/bin/env node
// The command of the package: what it can do, by name.
import { migrateCheck } from './migrate-check/command.mjs';

const COMMANDS = { 'migrate-check': migrateCheck };

const HELP = `connect-ccp-elements: Amazon Connect's contact control panel as web components.

  npx connect-ccp-elements migrate-check <folder, file or URL…> [--json]
      reads code that uses amazon-connect-streams, and says whether it can switch
`;

const [name, ...words] = process.argv.slice(2);
if (name === undefined || name === '--help' || name === '-h') {
  console.log(HELP);
} else if (Object.hasOwn(COMMANDS, name)) {
  process.exitCode = await COMMANDS[name](words);
} else {
  console.error(`There is no command "${name}".\n\n${HELP}`);
  process.exitCode = 2;
}
