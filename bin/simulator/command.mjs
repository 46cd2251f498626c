// simulator: serves the simulated contact control panel of the package, or copies it to where an application has its static files.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PAGE, serve } from './server.mjs';

const HELP = `simulator [--port <number>]
    serves the simulator on this machine alone, from port 8001 or the next one that is free
simulator --copy <folder>
    copies ccp.html and worker.js into that folder, which is made if it is not there`;

/** What a panel needs of the package, from dist/simulator. */
const FILES = ['ccp.html', 'worker.js'];
const FIRST_PORT = 8001;
const LAST_PORT = 65_535;

/**
 * Runs the command.
 * @param {string[]} words its arguments.
 * @returns {Promise<number>} the exit code: 0, or 2 for wrong arguments. A server goes on until it is ended.
 */
export async function simulator(words) {
  let options;
  try {
    const string = { type: 'string' };
    options = parseArgs({ args: words, options: { port: string, copy: string, help: { type: 'boolean' } } }).values;
  } catch (error) {
    return refuse(`${error.message}\n\n${HELP}`);
  }
  if (options.help) return say(HELP);
  if (options.copy !== undefined) return copy(options.copy);
  const port = Number(options.port ?? FIRST_PORT);
  if (!Number.isInteger(port) || port < 1 || port > LAST_PORT) {
    return refuse(`"${options.port}" is no port: take a number from 1 to ${LAST_PORT}.`);
  }
  const { origin } = await serve(port);
  return say(`A simulated contact control panel, on this machine alone:

  ${origin}/                    a page that shows it, with the elements around it
  ${origin}${PAGE}   its address, for ccp-url

It is set up by its address, such as ${PAGE}?state=Available&agent=Sam. End it by Ctrl+C.`);
}

function copy(folder) {
  if (folder === '') return refuse(`Into which folder is the simulator to be copied?\n\n${HELP}`);
  mkdirSync(folder, { recursive: true });
  for (const name of FILES) {
    copyFileSync(fileURLToPath(new URL(`../../dist/simulator/${name}`, import.meta.url)), join(folder, name));
  }
  return say(`${FILES.join(' and ')} are in ${folder}. Use the address at which ccp.html is served as ccp-url, or as
simulatorUrl(options, address). It is for tests and demos: leave it out of what you publish.`);
}

function say(text) {
  console.log(text);
  return 0;
}

function refuse(text) {
  console.error(text);
  return 2;
}
