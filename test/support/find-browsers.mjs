// Finds the browsers that the tests run in.
import { accessSync, constants } from 'node:fs';
import { Launcher } from 'chrome-launcher';
import { carriedChromium, isCarried } from './carried-chromium.mjs';

/**
 * Path of the Chromium of the tests. First CHROME_PATH; then, where it can run, the one that comes with a package, so that
 * `npm test` is the same on every machine; else an installed Chrome or Chromium. With CHROMIUM=system the installed one
 * alone, as `.ci/run` has everything run once more.
 */
export async function findChromium() {
  const { CHROME_PATH: named, CHROMIUM: kind = 'carried' } = process.env;
  if (named) {
    accessSync(named, constants.X_OK); // chrome-launcher would pass over a wrong CHROME_PATH without a word
    return named;
  }
  if (!['carried', 'system'].includes(kind)) throw new Error(`CHROMIUM is carried or system, not ${kind}.`);
  if (kind === 'carried' && isCarried) return carriedChromium();
  const installed = installedChromium();
  if (installed) return installed;
  throw new Error('No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.');
}

function installedChromium() {
  try {
    return Launcher.getInstallations()[0];
  } catch (error) {
    if (error.code !== 'ERR_LAUNCHER_PATH_NOT_SET') throw error;
    return undefined;
  }
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Firefox (FIREFOX_PATH or the usual places), or undefined: then its runs are left out. */
export function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    accessSync(named, constants.X_OK);
    return named;
  }
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'].find(
    isExecutable,
  );
}

/** Launch arguments that every Chromium of the tests gets. Storage partitioning stays on, as users have it. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-gpu', // drawn by the processor all the same: a process fewer between the two
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--disable-features=WebRtcHideLocalIpsWithMdns', // names that only a network with multicast resolves
  '--autoplay-policy=no-user-gesture-required',
];
