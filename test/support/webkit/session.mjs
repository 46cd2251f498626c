// As much of WebDriver (https://www.w3.org/TR/webdriver2/) as the tests in WebKitGTK need.
import { setTimeout as wait } from 'node:timers/promises';
import { PATIENCE, TEST_PATIENCE } from '../patience.mjs';

/** Keys by the names of `KeyboardEvent.key`, as WebDriver writes them. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  Shift: '\uE008',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

export class WebDriverSession {
  #url;

  constructor(url) {
    this.#url = url;
  }

  static async open(driver, capabilities) {
    const { sessionId } = await ask('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
    const session = new WebDriverSession(`${driver}/session/${sessionId}`);
    await session.#post('timeouts', { pageLoad: TEST_PATIENCE, script: TEST_PATIENCE, implicit: 0 });
    return session;
  }

  #post = (path, body = {}) => ask('POST', `${this.#url}/${path}`, body);

  goto(url) {
    return this.#post('url', { url });
  }

  setSize(width, height) {
    return this.#post('window/rect', { x: 0, y: 0, width, height });
  }

  /** Runs a function in the page. */
  evaluate(run, ...args) {
    return this.#post('execute/sync', { script: `return (${run}).apply(null, arguments)`, args });
  }

  /** Waits until a function in the page gives something that is true, and returns it. */
  async until(run, ...args) {
    for (const end = Date.now() + PATIENCE; ; await wait(50)) {
      const result = await this.evaluate(run, ...args);
      if (result) return result;
      if (Date.now() > end) throw new Error(`Not within ${PATIENCE} ms: ${run} ${JSON.stringify(args)}`);
    }
  }

  /**
   * Presses the pointer in the middle of an element.
   * @param path selectors: each but the last one names an element in whose shadow root the next one looks.
   */
  async click(...path) {
    const [x, y] = await this.until(
      (...selectors) => {
        const found = selectors.reduce(
          (root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector),
          document,
        );
        found?.scrollIntoView({ block: 'center' });
        const box = found?.getBoundingClientRect();
        return box?.width ? [box.x + box.width / 2, box.y + box.height / 2].map(Math.round) : null;
      },
      ...path,
    );
    const actions = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#post('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  /** The handles of all windows and tabs. */
  windows() {
    return ask('GET', `${this.#url}/window/handles`);
  }

  /** Opens a second window, and stays in the present one. Resolves to its handle. A second tab would be out of sight, where no pointer gets. */
  async newWindow() {
    return (await this.#post('window/new', { type: 'window' })).handle;
  }

  /** What is asked from now on is asked in another window. */
  switchTo(handle) {
    return this.#post('window', { handle });
  }

  /** Closes the present window. */
  closeWindow() {
    return ask('DELETE', `${this.#url}/window`);
  }

  /** By the names that @web/test-runner-commands knows from Puppeteer. */
  keyboard = {
    press: (key) => this.#keys([['keyDown', key], ['keyUp', key]]), // prettier-ignore
    down: (key) => this.#keys([['keyDown', key]]),
    up: (key) => this.#keys([['keyUp', key]]),
    type: (text) => this.#keys([...text].flatMap((key) => [['keyDown', key], ['keyUp', key]])), // prettier-ignore
  };

  #keys(strokes) {
    const actions = strokes.map(([type, key]) => ({ type, value: KEYS[key] ?? key }));
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  close() {
    return ask('DELETE', this.#url);
  }
}

async function ask(method, url, body) {
  const signal = AbortSignal.timeout(2 * TEST_PATIENCE); // a driver that has lost its browser never answers
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), signal });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
