// Firefox: all unit tests, and the end-to-end tests that need nothing of Chromium's alone. Where none is installed there is
// nothing to run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFirefox } from '../support/find-browsers.mjs';

/**
 * In `test/`. The others look into the browser by ways that WebDriver has not, are about one browser's own windows, or say
 * nothing of the page.
 */
const END_TO_END = [
  'e2e/cdn',
  'e2e/chat',
  'e2e/failover',
  'e2e/faults',
  'e2e/languages',
  'e2e/sign-in-session',
  'e2e/tabs',
  'long/regions-chat',
  'long/regions-document',
];

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

test('all unit tests in Firefox', { skip }, () => run('npx', ['wtr'], { UNIT_BROWSER: 'firefox' }));

for (const name of END_TO_END) {
  test(`in Firefox, end to end: ${name}`, { skip }, () =>
    run(process.execPath, ['--test', `test/${name}.test.mjs`], { E2E_BROWSER: 'firefox' }),
  );
}
