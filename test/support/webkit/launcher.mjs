// WebKitGTK for web-test-runner.
import { WebKitScreen } from './screen.mjs';

/** A window as large as those of the other browsers. */
const SIZE = [800, 700];

/** @implements {import('@web/test-runner-core').BrowserLauncher} */
class WebKitLauncher {
  name = 'WebKit';
  /** Whose keyboard @web/test-runner-commands is to use. */
  type = 'puppeteer';
  #free = [];
  #open = new Map();

  constructor(concurrency) {
    this.concurrency = concurrency;
  }

  async initialize() {
    this.#free = await Promise.all(Array.from({ length: this.concurrency }, () => WebKitScreen.start()));
  }

  async startSession(id, url) {
    const screen = this.#free.pop();
    const session = await screen.open();
    this.#open.set(id, { screen, session });
    await session.setSize(...SIZE);
    await session.goto(url);
  }

  isActive(id) {
    return this.#open.has(id);
  }

  getPage(id) {
    return this.#open.get(id).session;
  }

  getBrowserUrl() {
    return undefined;
  }

  startDebugSession() {
    throw new Error('WebKitGTK has no window here to look at.');
  }

  async stopSession(id) {
    const { screen, session } = this.#open.get(id);
    this.#open.delete(id);
    await session.close();
    this.#free.push(screen);
    return {};
  }

  async stop() {
    await Promise.all([...this.#open.values()].map(({ session }) => session.close().catch(() => {})));
    await Promise.all(
      [...this.#free, ...[...this.#open.values()].map(({ screen }) => screen)].map((one) => one.stop()),
    );
  }
}

/** @param {{concurrency?: number}} options how many files run side by side, each with a screen of its own. */
export const webkitLauncher = ({ concurrency = 2 } = {}) => new WebKitLauncher(concurrency);
