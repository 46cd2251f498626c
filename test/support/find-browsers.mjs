// Finds the browsers that the tests run in: an installed one first, then the Chromium that a registry package carries.
import { accessSync, constants, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Launcher } from 'chrome-launcher';

/**
 * Path of a Chromium: CHROME_PATH, an installed Chrome or Chromium, or the one inside @sparticuz/chromium
 * (Linux x64 only; it unpacks to the temporary folder on first use).
 */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    accessSync(named, constants.X_OK); // chrome-launcher would pass over a wrong CHROME_PATH without a word
    return named;
  }
  try {
    const [installed] = Launcher.getInstallations();
    if (installed) return installed;
  } catch (error) {
    if (error.code !== 'ERR_LAUNCHER_PATH_NOT_SET') throw error;
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'; // read at import: has it unpack its own libnss3 too
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    useFontsOf(tmpdir());
    return path;
  }
  throw new Error('No Chrome or Chromium found. Install one, or set CHROME_PATH to its executable.');
}

/**
 * Tells that Chromium where its fonts are: its own settings look for them in /tmp alone, and without any font it crashes
 * at the first text field.
 */
function useFontsOf(folder) {
  const settings = join(folder, 'connect-ccp-elements-fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  writeFileSync(settings, `<fontconfig>${folders}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`);
  delete process.env.FONTCONFIG_PATH;
  process.env.FONTCONFIG_FILE = settings;
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
  '--autoplay-policy=no-user-gesture-required',
];
