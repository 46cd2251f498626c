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

/** Stops of the tabulator from one end of a page to the other, at most. */
const STOPS = 120;

// These run in the page, so they know of nothing but each other.

/** The element at the end of a path of selectors: each but the last one names one in whose shadow root the next one looks. */
const elementAt = (path) =>
  path.reduce((root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);

/** As people read or hear it. */
const nameOf = (element) => (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim();

/** The button of this name, wherever in the document's shadow roots it is; null while there is none that can be used. */
function buttonNamed(name) {
  const look = (root) => {
    for (const one of root.querySelectorAll('*')) {
      const isIt = one.localName === 'button' && nameOf(one) === name && !one.disabled && one.ariaDisabled !== 'true';
      const found = isIt ? one : one.shadowRoot && look(one.shadowRoot);
      if (found?.checkVisibility()) return found;
    }
    return null;
  };
  return look(document);
}

/** An element, once it is brought into sight; null if it takes no place. */
function inSight(element) {
  element?.scrollIntoView({ block: 'center' });
  return element?.getBoundingClientRect().width ? element : null;
}

function nameOfFocused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ? nameOf(element).slice(0, 60) : '';
}

const IN_PAGES = `const elementAt = ${elementAt}; const nameOf = ${nameOf}; ${buttonNamed}; ${inSight}; ${nameOfFocused}`;

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

  /** Runs a function in the page, where it finds the functions of this file that are for pages. */
  evaluate(run, ...args) {
    return this.#post('execute/sync', { script: `${IN_PAGES}; return (${run}).apply(null, arguments)`, args });
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
    const element = await this.until((...selectors) => inSight(elementAt(selectors)), ...path);
    await this.#clickOn(element);
  }

  /** Presses the pointer on the button of this name, wherever in the document's shadow roots it is, as soon as it can be used. */
  async press(name) {
    await this.#clickOn(await this.until((wanted) => inSight(buttonNamed(wanted)), name));
  }

  /** In its middle, wherever the frame that has it is on the screen. */
  #clickOn(element) {
    const actions = [
      { type: 'pointerMove', origin: element, x: 0, y: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    return this.#post('actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  /** Goes to the button of this name by the tabulator, as soon as it can be used, and presses Enter. */
  async pressByKeys(name) {
    await this.until((wanted) => buttonNamed(wanted) !== null, name);
    const passed = [];
    for (let stop = 0; stop < STOPS; stop++) {
      const focused = await this.evaluate(nameOfFocused);
      if (focused === name) return this.keyboard.press('Enter');
      passed.push(focused);
      await this.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not come to ${name}: ${passed.join(', ')}`);
  }

  /**
   * What is asked from now on is asked in the document of a frame.
   * @param path selectors, as for `click`.
   */
  async enterFrame(...path) {
    await this.until((...selectors) => elementAt(selectors) !== null, ...path);
    const id = await this.evaluate((...selectors) => elementAt(selectors), ...path);
    await this.#post('frame', { id });
  }

  /** What is asked from now on is asked in the page itself. */
  leaveFrame() {
    return this.#post('frame', { id: null });
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
