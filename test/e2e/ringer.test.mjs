// The page's ringer where nothing stands in for the browser: its autoplay policy, and a module that does not come.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser, PATIENCE } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { newInstance } from '../support/embedding-page.mjs';
import { Story } from '../support/story.mjs';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchBrowser({ silent: true }), serveFixtures()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens a page with a host that rings. Nothing looks into the page: that would count as a gesture. */
async function open(t, { intercept } = {}) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const tab = await context.newPage();
  tab.setDefaultTimeout(PATIENCE);
  if (intercept) {
    await tab.setRequestInterception(true);
    tab.on('request', intercept);
  }
  const story = new Story();
  tab.on('console', (message) => {
    const [, told] = /^told: (.*)/.exec(message.text()) ?? [];
    if (told) story.hear(told);
  });
  const parameters = new URLSearchParams({ instance: newInstance(), drawer: 'none', state: 'Available' });
  const ccpUrl = `http://127.0.0.1:${server.ccpPort}/dist/simulator/ccp.html?${parameters}`;
  const ccp = JSON.stringify({ ringer: true, loadTimeout: PATIENCE, ccpUrl });
  await tab.goto(
    `http://localhost:${server.pagePort}/test/support/pages/doctor.html?${new URLSearchParams({ ccp, count: '1' })}`,
  );
  return { tab, story };
}

describe('the ringer', () => {
  test('a page that the agent has not touched says that it cannot be heard, until they press "Enable sound"', async (t) => {
    const { tab, story } = await open(t);
    await story.until('error sound-blocked');
    const button = await tab.waitForSelector('>>> .banner button');
    assert.equal(await button.evaluate((element) => element.textContent.trim()), 'Enable sound');
    await button.click();
    await tab.waitForFunction(() => document.querySelector('connect-ccp').state.error === null);
    assert.equal(await tab.$('>>> .banner'), null);
  });

  test('without its module the CCP rings', async (t) => {
    const { tab } = await open(t, {
      intercept: (request) => {
        if (request.url().endsWith('/cdn/ringer.min.js')) void request.abort();
        else void request.continue();
      },
    });
    // Outside a call the panel is loaded anew, with a ringtone of its own.
    await tab.waitForFunction(async () => {
      const ccp = document.querySelector('connect-ccp');
      if (ccp?.status !== 'ready') return false;
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      const sim = await attachSimulator(ccp);
      const { ringtones } = await sim.configured();
      sim.detach();
      return ringtones.voice.disabled === false;
    });
  });
});
