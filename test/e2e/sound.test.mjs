// The sound of calls, measured at both ends: how loud the agent arrives at the customer, and the customer at the agent.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { openSoundPage, SILENT } from '../support/sound-page.mjs';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixtures()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

describe('a softphone in the page', () => {
  test('carries an inbound call both ways', async (t) => {
    const page = await openSoundPage(t, browser, server);
    const id = await page.sim('incomingCall');
    await page.wait(() => window.connect.core.hasPageSound());
    await page.accept(id);
    await page.hearsAgent(id);
    await page.hearsCustomer();

    await page.tab.evaluate(() => new window.connect.Agent().mute());
    await page.wait(() => window.connect.core.isMuted());
    assert.ok((await page.loudestAtCustomer(id)) < SILENT);
    await page.tab.evaluate(() => new window.connect.Agent().unmute());
    await page.hearsAgent(id);
    assert.deepEqual(await page.tab.evaluate(() => window.errors), []);
    assert.deepEqual(page.complaints, []);
  });
});
