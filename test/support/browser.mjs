// Starts a Chromium for the end-to-end tests, with the storage partitioning that users have, and reaches nothing outside.
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from './find-browsers.mjs';

const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** How long a test waits for anything, in milliseconds. */
export const PATIENCE = 10_000;

/**
 * @param {{args?: string[], popupBlocker?: boolean, pageCache?: boolean}} options `popupBlocker`, and `pageCache`, from
 *   which pages come back as they were left: as users have them; tools turn them off
 * @returns {Promise<import('puppeteer-core').Browser>}
 */
export async function launchChromium({ args = [], popupBlocker = false, pageCache = false } = {}) {
  return puppeteer.launch({
    executablePath: await findChromium(),
    args: [...chromiumArguments, LOOPBACK_ONLY, ...args],
    ignoreDefaultArgs: [
      ...(popupBlocker ? ['--disable-popup-blocking'] : []),
      ...(pageCache ? ['--disable-back-forward-cache'] : []),
    ],
  });
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
