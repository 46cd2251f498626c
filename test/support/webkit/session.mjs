// As much of WebDriver (https://www.w3.org/TR/webdriver2/) as the tests in WebKitGTK need.
import { TEST_PATIENCE } from '../patience.mjs';

/** Keys by the names of `KeyboardEvent.key`, as WebDriver writes them. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
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
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
