// Signing in with the engine of Safari, by real clicks: it forgets a click as soon as another process has been asked anything.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { WebKitScreen, whyNoWebKit } from '../support/webkit/screen.mjs';

const skip = whyNoWebKit() ?? false;

describe('signing in, in WebKit', { skip, concurrency: 1 }, () => {
  let screen;
  let demo;

  before(async () => {
    [screen, demo] = await Promise.all([WebKitScreen.start(), serveDemo({ port: 8900 })]);
  });

  after(async () => {
    await screen?.stop();
    await demo?.close();
  });

  async function open(t) {
    const session = await screen.open();
    t.after(() => session.close());
    await session.goto(`${demo.url}sign-in.html`);
    return session;
  }

  const statusIs = (session, wanted) =>
    session.until((status) => document.querySelector('connect-ccp')?.status === status, wanted);

  /** Presses "Sign in" in the panel's place, as soon as it is there. */
  async function pressSignIn(session) {
    await session.until(() => document.querySelector('connect-ccp')?.shadowRoot.querySelector('[part=status] button'));
    await session.click('connect-ccp', '[part=status] button');
  }

  test('a click opens the window, and signing in there brings up the panel and closes it', async (t) => {
    const session = await open(t);
    const [page] = await session.windows();
    await pressSignIn(session);
    await statusIs(session, 'popup-open');
    const popup = (await session.windows()).find((handle) => handle !== page);
    assert.ok(popup, 'the window is there');
    await session.switchTo(popup);
    await session.click('button[type=submit]');
    await session.switchTo(page);
    await statusIs(session, 'ready');
    assert.deepEqual(await session.windows(), [page]);
  });

  test('another tab knows of the window before its agent clicks', async (t) => {
    const session = await open(t);
    const [first] = await session.windows();
    const second = await session.newWindow();
    await session.switchTo(second);
    await session.goto(`${demo.url}sign-in.html`);
    await session.switchTo(first);
    await pressSignIn(session);
    await statusIs(session, 'popup-open');
    assert.equal((await session.windows()).length, 3);
    await session.switchTo(second);
    await pressSignIn(session);
    await statusIs(session, 'popup-open');
    assert.equal((await session.windows()).length, 3, 'one window for both');
  });
});
