// Firefox: all unit tests, and the end-to-end tests, but those that say why not. Where none is installed there is
// nothing to run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFirefox } from '../support/find-browsers.mjs';

/** In `test/`. */
const END_TO_END = [
  'e2e/cdn',
  'e2e/chat',
  'e2e/demo',
  'e2e/failover',
  'e2e/faults',
  'e2e/keep-alive',
  'e2e/languages',
  'e2e/network-cut',
  'e2e/sign-in',
  'e2e/sign-in-session',
  'e2e/tabs',
  'long/regions-chat',
  'long/regions-document',
];

/** Files of `test/e2e` that do not run in Firefox, with the reason; a new file is in one of the two lists. */
const NOT_IN_FIREFOX = {
  'e2e/agent-desktop': 'was not seen to end there; `long/firefox-desk` works the same page, by keyboard',
  'e2e/devices': 'names the devices that Chromium makes up',
  'e2e/kit-playwright': 'Playwright drives no Firefox but its own',
  'e2e/other-pages': 'was not run there yet',
  'e2e/ringer': 'whatever WebDriver asks of a page counts as a gesture there, so that no sound is ever blocked',
  'e2e/simulator-page': 'was not seen to end there',
  'e2e/sign-in-storage': 'storage access is given and taken by the protocol of Chromium',
  'e2e/tasks': 'was not run there yet',
};

const skip = findFirefox() ? false : 'No Firefox is installed: the tests run in Chromium alone.';

function run(command, args, environment) {
  // A runner that is run by another one would take itself for a part of it.
  const env = { ...process.env, ...environment };
  delete env.NODE_TEST_CONTEXT;
  const { status } = spawnSync(command, args, {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env,
    stdio: 'inherit',
  });
  assert.equal(status, 0);
}

test('every end-to-end test runs in Firefox, or it is said why not', () => {
  const files = readdirSync(new URL('../e2e/', import.meta.url)).map((name) => `e2e/${name.replace('.test.mjs', '')}`);
  const listed = [...END_TO_END.filter((name) => name.startsWith('e2e/')), ...Object.keys(NOT_IN_FIREFOX)];
  assert.deepEqual(files.sort(), listed.sort());
});

test('all unit tests in Firefox', { skip }, () => run('npx', ['wtr'], { UNIT_BROWSER: 'firefox' }));

for (const name of END_TO_END) {
  test(`in Firefox, end to end: ${name}`, { skip }, () =>
    run(process.execPath, ['--test', `test/${name}.test.mjs`], { E2E_BROWSER: 'firefox' }),
  );
}
