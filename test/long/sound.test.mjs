// The sound of calls, measured at both ends: how loud the agent arrives at the customer, and the customer at the agent.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../support/browser.mjs';
import { serveFixtures } from '../support/doctor-server.mjs';
import { newInstance } from '../support/embedding-page.mjs';
import { openSoundPage } from '../support/sound-page.mjs';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchBrowser(), serveFixtures()]);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** How a call comes about, up to where both sides may talk. */
const CALLS = {
  async 'an inbound call'({ call, accept }) {
    await call();
    await accept();
  },
  async 'an outbound call'({ tab, wait, sim }) {
    await tab.evaluate(() => {
      const { connect } = window;
      return new connect.Agent().connect(connect.Endpoint.byPhoneNumber('+12065550100'));
    });
    await wait(() => (window.callId = new window.connect.Agent().getContacts()[0]?.contactId));
    await sim('customerAnswers', await tab.evaluate(() => window.callId));
  },
  async 'a callback'({ tab, call, accept, sim, wait }) {
    await call('queuedCallback');
    await accept();
    await wait(() => new window.connect.Contact(window.callId).getState().type === 'connecting');
    await sim('customerAnswers', await tab.evaluate(() => window.callId));
  },
  async 'a call that is accepted by itself'({ call }) {
    await call();
  },
};

describe('a softphone in the page', () => {
  for (const [name, begin] of Object.entries(CALLS)) {
    test(`carries ${name} both ways`, async (t) => {
      const parameters = name.includes('by itself') ? { autoAccept: 'true' } : {};
      const page = await openSoundPage(t, browser, server, { parameters });
      await begin(page);
      await page.hearsAgent();
      await page.agentHears();
      assert.equal(await page.run(() => window.connect.core.hasPageSound()), true);
      assert.deepEqual([await page.run(() => window.errors), page.complaints], [[], []]);
    });
  }

  test('mutes, holds, and ends with the call', async (t) => {
    const page = await openSoundPage(t, browser, server);
    await page.call();
    await page.accept();
    await page.hearsAgent();
    await page.run(() => new window.connect.Agent().mute());
    await page.hearsNothing();
    assert.equal(await page.run(() => window.connect.core.isMuted()), true);
    await page.run(() => new window.connect.Agent().unmute());
    await page.hearsAgent();
    await page.run(() => new window.connect.Contact(window.callId).getInitialConnection().hold());
    await page.hearsNothing();
    await page.agentHearsNothing();
    await page.run(() => new window.connect.Contact(window.callId).getInitialConnection().resume());
    await page.hearsAgent();
    await page.agentHears();
    await page.run(() => new window.connect.Contact(window.callId).getAgentConnection().destroy());
    await page.wait(() => !window.connect.core.hasPageSound());
  });

  test('outlives the reload, the replacement and the removal of the panel’s frame', async (t) => {
    const page = await openSoundPage(t, browser, server);
    await page.call();
    await page.accept();
    await page.hearsAgent();
    await page.run(() => window.sim.reloadFrame());
    await page.hearsAgent();
    await page.agentHears();
    assert.equal(await page.run(() => window.connect.core.carriesCall()), false);
    const isLoading = await page.run(() => window.connect.core.retry());
    assert.equal(isLoading, true);
    await page.wait(() => window.connect.core.getStatus() === 'ready');
    await page.hearsAgent();
    await page.run(() => new window.connect.Agent().mute());
    await page.hearsNothing();
    await page.run(() => window.connect.core.getFrame().remove());
    await page.agentHears();
    await page.run(() => new window.connect.Agent().unmute());
    await page.hearsAgent();
    await page.agentHears();
  });

  test('takes calls in one tab of two, and in the other once that is closed', async (t) => {
    const instance = newInstance();
    const first = await openSoundPage(t, browser, server, { instance });
    await first.wait(() => window.connect.core.getSoftphoneManager());
    const second = await openSoundPage(t, browser, server, { instance, context: first.context });
    await first.call();
    await first.accept();
    await first.hearsAgent();
    assert.equal(await second.run(() => window.connect.core.hasPageSound()), false);
    const id = await first.run(() => window.callId);
    await first.sim('customerHangsUp', id);
    await first.run(() => new window.connect.Contact(window.callId).clear());
    await first.tab.close();
    await second.wait(() => window.connect.core.getSoftphoneManager());
    await second.call();
    await second.accept();
    await second.hearsAgent();
    await second.agentHears();
  });

  test('is asked for in markup, and outlives the element', async (t) => {
    const page = await openSoundPage(t, browser, server, { kind: 'element' });
    await page.call();
    await page.accept();
    await page.hearsAgent();
    await page.agentHears();
    const state = () => document.querySelector('connect-ccp').matches(':state(audio-here)');
    await page.wait(state);
    await page.run(() => {
      const ccp = document.querySelector('connect-ccp');
      const next = ccp.cloneNode();
      ccp.remove();
      document.body.append(next);
      return next.ready;
    });
    await page.hearsAgent();
    await page.agentHears();
    await page.wait(state);
  });

  test('leaves the call to the panel’s frame, and says so, if it cannot be loaded', async (t) => {
    const page = await openSoundPage(t, browser, server, {
      kind: 'element',
      async before(tab) {
        await tab.setRequestInterception(true);
        tab.on('request', (request) => {
          if (request.url().endsWith('/cdn/softphone.min.js')) void request.abort();
          else void request.continue();
        });
      },
    });
    await page.wait(() => window.errors.includes('not-loaded'));
    await page.call();
    await page.accept();
    await page.hearsAgent();
    assert.equal((await page.sim('softphone')).holdsStream, true);
  });
});

test('the panel’s own softphone carries a call, too', async (t) => {
  const page = await openSoundPage(t, browser, server, { kind: 'framed' });
  await page.call();
  await page.accept();
  await page.hearsAgent();
  await page.run(() => new window.connect.Agent().mute());
  await page.hearsNothing();
});
