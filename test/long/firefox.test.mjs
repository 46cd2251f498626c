// The unit tests once more, in Firefox. Where none is installed there is nothing to run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFirefox } from '../support/find-browsers.mjs';

if (findFirefox()) {
  test('all unit tests in Firefox', () => {
    const { status } = spawnSync('npx', ['wtr'], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      env: { ...process.env, UNIT_BROWSER: 'firefox' },
      stdio: 'inherit',
    });
    assert.equal(status, 0);
  });
} else {
  console.log('No Firefox is installed: the unit tests run in Chromium alone.');
}
