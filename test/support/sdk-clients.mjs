// The @amazon-connect packages as one classic script: they need a bundler, as their makers say.
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const CONTENTS = `
import * as activity from '@amazon-connect/activity';
import * as contact from '@amazon-connect/contact';
import * as core from '@amazon-connect/core';
import * as site from '@amazon-connect/site-streams';
import * as voice from '@amazon-connect/voice';
window.sdk = { ...activity, ...contact, ...core, ...site, ...voice };
`;

/** The script's text; it sets \`window.sdk\`. */
export function sdkClients() {
  const resolveDir = fileURLToPath(new URL('../..', import.meta.url));
  const { outputFiles } = buildSync({
    stdin: { contents: CONTENTS, resolveDir },
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
