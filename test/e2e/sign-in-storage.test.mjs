// Storage access in a browser that really blocks third-party cookies: the CCP keeps its session in a cookie, on another site
// than the page that embeds it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { launchChromium, PATIENCE } from '../support/browser.mjs';
import { closing, newInstance, openEmbeddingPage, signIn } from '../support/embedding-page.mjs';

let browser;
let demo;
/** The embedding page, on another site than the CCP: both names lead to this machine. */
let origin;

before(async () => {
  const args = ['--test-third-party-cookie-phaseout'];
  [browser, demo] = await Promise.all([launchChromium({ args, popupBlocker: true }), serveDemo({ port: 8540 })]);
  origin = new URL(demo.url).origin.replace('localhost', '127.0.0.1');
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const OPTIONS = {
  loginMode: 'manual',
  loginPopupAutoClose: true,
  ccpLoadTimeout: 1_000,
  retry: { limit: 1000 },
};

/** Opens the page with a CCP whose session is in a cookie. */
async function open(t, options = {}, on = undefined) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const parameters = { instance: newInstance(), signin: 'required', session: 'cookie', drawer: 'none' };
  const ccpUrl = `${demo.simulatorUrl}?${new URLSearchParams(parameters)}`;
  const opened = await openEmbeddingPage(context, origin, { options: { ...OPTIONS, ccpUrl, ...options }, on });
  return { ...opened, context };
}

/** What the agent answers when the browser asks whether the CCP may use its cookies in this page. */
async function answerBrowser(context, setting) {
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setPermission', {
    permission: { name: 'storage-access' },
    setting,
    origin,
    embeddedOrigin: new URL(demo.simulatorUrl).origin,
    browserContextId: context.id,
  });
  // The browser forgets the answer with the session that has given it: it stays open.
}

/** The frame's button. */
async function pressAllow(page) {
  const frame = await page.waitForFrame((candidate) => candidate.url().endsWith('/request-storage-access'));
  await frame.locator('aria/Allow[role="button"]').setTimeout(PATIENCE).click();
  return frame;
}

/** Signs in by the window. */
async function signInByWindow({ page, story, popups }) {
  await page.click('#sign-in');
  await story.until('popup');
  await signIn(popups[0]);
  await popups[0].waitForFunction(() => document.querySelector('.panel')?.textContent.includes('Offline'), {
    polling: 20,
    timeout: PATIENCE,
  });
}

test('without it the CCP does not see its own session, and the sign-in goes nowhere', async (t) => {
  const opened = await open(t);
  const { page, story, popups } = opened;
  await story.until('signed-out');
  await signInByWindow(opened);
  const tried = story.count('retry*');
  await story.until('retry*', tried + 2);
  assert.equal(story.count('ready'), 0);
  const [frame] = page.frames().slice(-1);
  assert.equal(await frame.evaluate(() => document.hasStorageAccess()), false);
  assert.equal(popups.length, 1);
});

test('with it the agent is asked in the panel, and the CCP starts once they have allowed it', async (t) => {
  const opened = await open(t, { storageAccess: { canRequest: true } }, 'element');
  const { page, story, popups, context } = opened;
  await story.until('storage-access-needed');
  assert.deepEqual(story.told, ['loading', 'storage-access-needed']);
  const box = await page.waitForSelector('connect-ccp >>> [part=status]');
  assert.match(await box.evaluate(({ textContent }) => textContent), /cookies/);
  // The browser wants a visit to the CCP first, and refuses.
  await pressAllow(page);
  const asked = await page.waitForFrame((candidate) => candidate.url().endsWith('/request-storage-access'));
  await asked.waitForFunction(() => document.querySelector('.hint')?.textContent.includes('refused'), { polling: 20 });
  assert.equal(story.statuses.at(-1), 'storage-access-needed');
  // Signing in is that visit; then the agent allows it.
  await signInByWindow(opened);
  await story.until('storage-access-needed', 2);
  await answerBrowser(context, 'granted');
  await page.bringToFront();
  const closed = closing(popups[0]);
  await pressAllow(page);
  await story.until('ready');
  await closed;
  assert.equal(popups.length, 1);
  assert.equal(await page.evaluate(() => window.connect.agent.initialized), true);
});

test('is asked by a click in the panel where nobody needs to sign in first', async (t) => {
  const { page, story, context } = await open(t, { storageAccess: { canRequest: true }, ccpLoadTimeout: 5_000 });
  await story.until('storage-access-needed');
  // Signed in elsewhere before, as the cookie has it.
  const ccp = await context.newPage();
  await ccp.goto(await page.evaluate(() => window.connect.core.getFrame().src.replace('/request-storage-access', '')));
  await signIn(ccp);
  await ccp.waitForFunction(() => document.querySelector('.panel')?.textContent.includes('Offline'), { polling: 20 });
  await page.bringToFront();
  await answerBrowser(context, 'granted');
  await pressAllow(page);
  await story.until('ready');
  assert.deepEqual(story.told, ['loading', 'storage-access-needed', 'loading', 'ready']);
  // From now on nobody is asked.
  story.told.length = 0;
  await page.reload();
  await story.until('ready');
  assert.deepEqual(story.told, ['loading', 'ready']);
});
