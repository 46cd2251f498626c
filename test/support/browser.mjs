// Starts a browser for the end-to-end tests, with the storage partitioning that users have, and reaches nothing outside.
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium, findFirefox } from './find-browsers.mjs';
import { PATIENCE, TEST_PATIENCE } from './patience.mjs';

const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** Of several such arguments the last one counts. */
const SILENT = '--autoplay-policy=document-user-activation-required';

export { PATIENCE, TEST_PATIENCE };

/**
 * @param {{args?: string[], popupBlocker?: boolean, pageCache?: boolean, silent?: boolean, protocolTimeout?: number}} options
 *   `popupBlocker`, `pageCache`, from which pages come back as they were left, and `silent`, which is no sound without a
 *   gesture: as users have them; tools turn them off.
 *   `protocolTimeout`: how long a page may work on what it is asked for; 0: for ever
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchChromium({
  args = [],
  popupBlocker = false,
  pageCache = false,
  silent = false,
  protocolTimeout,
} = {}) {
  const browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: [...chromiumArguments, LOOPBACK_ONLY, ...(silent ? [SILENT] : []), ...args],
    protocolTimeout,
    timeout: TEST_PATIENCE,
    ignoreDefaultArgs: [
      ...(popupBlocker ? ['--disable-popup-blocking'] : []),
      ...(pageCache ? ['--disable-back-forward-cache'] : []),
    ],
  });
  return patient(browser);
}

/** What a Firefox of the tests is like: windows open by gestures alone, microphones need no word, nothing outside is reached. */
const FIREFOX_SETTINGS = {
  'dom.disable_open_during_load': true,
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'network.dns.localDomains': 'localhost',
  'network.proxy.type': 0,
};

/**
 * @param {{silent?: boolean}} options `silent`: no sound without a gesture, as users have it
 * @returns {Promise<import('puppeteer-core').Browser>} the installed Firefox
 */
export async function launchFirefox({ silent = false } = {}) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    timeout: TEST_PATIENCE,
    extraPrefsFirefox: { ...FIREFOX_SETTINGS, ...(silent ? { 'media.autoplay.default': 1 } : {}) },
  });
  return patient(browser);
}

/** Has every page that a test opens wait as tests do, whatever it waits for. */
function patient(browser) {
  const mend = (owner) => {
    const newPage = owner.newPage.bind(owner);
    owner.newPage = async () => {
      const page = await newPage();
      page.setDefaultTimeout(PATIENCE);
      return page;
    };
    return owner;
  };
  const newContext = browser.createBrowserContext.bind(browser);
  browser.createBrowserContext = async (options) => mend(await newContext(options));
  return mend(browser);
}

/** True where the end-to-end tests are to run in Firefox, as `test/long/firefox.test.mjs` has them do. */
export const isFirefox = process.env.E2E_BROWSER === 'firefox';

/** For tests that need nothing that one browser has alone: Chromium, or the Firefox that is asked for. */
export const launchBrowser = (options) => (isFirefox ? launchFirefox(options) : launchChromium(options));

/** Lets pages of an origin have the microphone; the Firefox of the tests asks nobody, and WebDriver has no word for it there. */
export async function allowMicrophone(context, origin) {
  if (!isFirefox) await context.overridePermissions(origin, ['microphone']);
}

/** Collects what a page complains of: errors, warnings and rejections. */
export function complaintsOf(page) {
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  return complaints;
}
