// How demo/custom-ccp.html looks, as data: the boxes and colours of every part in every state. `node test/support/looks.mjs` writes
// test/long/looks.json anew, once what has changed has been looked at; test/long/looks.test.mjs compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveDemo } from '../../demo/serve.mjs';
import { boxFont } from './box-font.mjs';
import { launchChromium, PATIENCE } from './browser.mjs';

export const GOLDEN = new URL('../long/looks.json', import.meta.url);

export const THEMES = ['light', 'dark', 'brand'];

/** Languages and widths whose boxes are compared: colours do not depend on them. */
const LAYOUTS = [
  ['en', 200],
  ['en', 320],
  ['en', 480],
  ['en', 1200],
  ['ar', 320],
  ['ar', 1200],
];

/** What would differ between machines, browsers and moments: fonts, what browsers do for the looks of lines, and motion. */
const STILL = `* {
  animation: none !important;
  transition: none !important;
  hyphens: manual !important;
  text-wrap: wrap !important;
  text-rendering: geometricPrecision !important;
  font-feature-settings: 'rlig' 0, 'liga' 0, 'calt' 0 !important;
}`;

/** Runs in the page: functions on `window.looks`. */
function install(font, still) {
  const exhibits = () => [...document.querySelectorAll('.exhibits figure')];
  /** The element that an exhibit is about. */
  const shownIn = (figure) =>
    figure.querySelector('connect-agent-status, connect-contact-controls, ccp-still:only-child');
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen');
  const partsOf = (element) => [...element.shadowRoot.querySelectorAll('[part]')].filter(isSeen);
  const nameOf = (part) => part.getAttribute('part').trim().replace(/\s+/g, ' ');

  /** A colour as hexadecimal digits, whatever it is made of. */
  const hex = (color) => {
    const [red, green, blue, alpha = 1] = color.match(/-?[\d.]+(?:e-?\d+)?/g).map(Number);
    if (alpha === 0) return '-';
    const scale = color.startsWith('color(') ? 255 : 1;
    const digits = [red * scale, green * scale, blue * scale].map((value) =>
      Math.round(value).toString(16).padStart(2, '0'),
    );
    return digits.join('') + (alpha < 1 ? `/${alpha.toFixed(2)}` : '');
  };

  const settle = async () => {
    await Promise.all(exhibits().map((figure) => shownIn(figure).updateComplete));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  };

  const tokens = new CSSStyleSheet();

  window.looks = {
    async still() {
      const face = new FontFace(
        'Boxes',
        Uint8Array.from(atob(font), (character) => character.charCodeAt(0)),
        {
          weight: '1 1000',
        },
      );
      document.fonts.add(await face.load());
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(still);
      const roots = [...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot).filter(Boolean);
      for (const root of [document, ...roots]) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      }
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens];
      document.documentElement.style.setProperty('--connect-font', 'Boxes');
    },

    /** Sets the switches; a width that is none of theirs goes to the stages. */
    async set({ language, theme, width }) {
      if (theme) document.querySelector(`[name='theme'][value='${theme}']`).click();
      if (width) {
        document.querySelector(`[name='width'][value='${width > 480 ? 'full' : width}']`).click();
        for (const stage of document.querySelectorAll('.stage')) stage.style.inlineSize = `${width}px`;
      }
      if (language) {
        const select = document.querySelector('[name=language]');
        const words = () => shownIn(document.querySelector('#agent-unbound')).shadowRoot.textContent;
        const before = words();
        const isOther = select.value !== language;
        select.value = language;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        while (isOther && words() === before) await new Promise(requestAnimationFrame);
      }
      await settle();
    },

    /** The box of each part, from the element's upper left corner: `part x y width height`. */
    boxes() {
      return Object.fromEntries(
        exhibits().map((figure) => {
          const element = shownIn(figure);
          const origin = element.getBoundingClientRect();
          const boxOf = (part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [x - origin.x, y - origin.y, width, height].map(Math.round).join(' ');
          };
          const parts = partsOf(element).filter((part) => nameOf(part) !== 'icon');
          return [figure.id, [`host ${boxOf(element)}`, ...parts.map((part) => `${nameOf(part)} ${boxOf(part)}`)]];
        }),
      );
    },

    /** Text, ground and line of each kind of part, with how often each combination is seen. */
    colors() {
      const found = {};
      for (const figure of exhibits()) {
        const element = shownIn(figure);
        for (const part of [element, ...partsOf(element)]) {
          const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(part);
          const line = borderTopWidth === '0px' ? '-' : hex(borderTopColor);
          const key = `${element.localName} ${part === element ? 'host' : nameOf(part)}`;
          const looks = `${hex(color)} ${hex(backgroundColor)} ${line}`;
          found[key] ??= {};
          found[key][looks] = (found[key][looks] ?? 0) + 1;
        }
      }
      return Object.fromEntries(
        Object.entries(found)
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, looks]) => [
            key,
            Object.entries(looks)
              .map(([each, count]) => `${count}× ${each}`)
              .sort(),
          ]),
      );
    },

    /** The custom states, of those that there are, that each exhibit's element is in. */
    states(names) {
      return Object.fromEntries(
        exhibits().map((figure) => {
          const element = shownIn(figure);
          return [figure.id, names.filter((name) => element.matches(`:state(${name})`)).join(' ')];
        }),
      );
    },

    /** Whatever does not fit: text or boxes that stick out, targets that are too small or lie upon each other. */
    misfits() {
      const misfits = [];
      const say = (figure, part, text) => misfits.push(`${figure.id} ${nameOf(part) || part.localName}: ${text}`);
      for (const figure of exhibits()) {
        const element = shownIn(figure);
        const around = element.getBoundingClientRect();
        if (element.scrollWidth > Math.ceil(around.width)) misfits.push(`${figure.id} is wider inside than outside`);
        const parts = partsOf(element);
        for (const part of parts) {
          const { left, right, width } = part.getBoundingClientRect();
          if (width && (left < around.left - 1 || right > around.right + 1)) say(figure, part, 'sticks out');
          // Of icons and inline boxes, these are always 0.
          if (part.clientWidth && part.scrollWidth > part.clientWidth + 1)
            say(figure, part, 'has text that sticks out');
        }
        const targets = [...element.shadowRoot.querySelectorAll('button, input:not([type=radio]), summary')].filter(
          isSeen,
        );
        const boxes = targets.map((target) => target.getBoundingClientRect());
        for (const [index, target] of targets.entries()) {
          const box = boxes[index];
          if (Math.min(box.width, box.height) < 24) say(figure, target, `${box.width} by ${box.height} px`);
          const isOn = ({ left, right, top, bottom }) =>
            Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
            Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1;
          if (boxes.slice(index + 1).some(isOn)) say(figure, target, 'lies upon another one');
        }
      }
      return misfits;
    },

    /** Computed styles in some exhibits, as one text: whatever a token changes shows in it. */
    styles(ids, properties) {
      const read = (element) => {
        const style = getComputedStyle(element);
        return properties.map((property) => style.getPropertyValue(property)).join();
      };
      return ids.flatMap((id) => {
        const element = shownIn(document.getElementById(id));
        return [element, ...element.shadowRoot.querySelectorAll('*')].map(read);
      });
    },

    /** Sets a token for all, whatever the page says of it; `initial` as if nobody said anything. */
    setToken(name, value) {
      tokens.replaceSync(name ? `:root, ccp-still { ${name}: ${value} !important; }` : '');
    },
  };
}

/**
 * Opens the page, still and with its functions on `window.looks`.
 * @param {import('puppeteer-core').Browser} browser
 * @param {{url: string}} demo
 */
export async function openLooks(browser, demo) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1400, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.evaluateOnNewDocument(() => {
    // Time stands still in the page, not in its frames: what counts down would come to another stage.
    if (window !== window.top) return;
    const [date, moment] = [Date.now(), performance.now()];
    Date.now = () => date;
    performance.now = () => moment;
  });
  await page.goto(`${demo.url}custom-ccp.html`);
  await page.waitForSelector('#customer button:enabled', { timeout: PATIENCE });
  await page.evaluate(install, boxFont().toString('base64'), STILL);
  await page.evaluate(() => window.looks.still());
  return page;
}

/** All that is compared. */
export async function takeLooks(page, stateNames) {
  const set = (switches) => page.evaluate((wanted) => window.looks.set(wanted), switches);
  const boxes = {};
  await set({ theme: 'light' });
  for (const [language, width] of LAYOUTS) {
    await set({ language, width });
    boxes[`${language} ${width}`] = await page.evaluate(() => window.looks.boxes());
  }
  await set({ language: 'en', width: 320 });
  const colors = {};
  for (const theme of THEMES) {
    await set({ theme });
    colors[theme] = await page.evaluate(() => window.looks.colors());
  }
  const states = await page.evaluate((names) => window.looks.states(names), stateNames);
  return { states, colors, boxes };
}

/** Names of all custom states that the manifest has. */
export function stateNames(manifest) {
  const names = manifest.modules.flatMap(({ declarations: [{ cssStates }] }) => cssStates.map(({ name }) => name));
  return [...new Set(names)].sort();
}

/** One line for each exhibit or part: a change is read as easily as it is seen. */
export function written(value, depth = 0) {
  const indent = '  '.repeat(depth + 1);
  const isLine = typeof value !== 'object' || Array.isArray(value);
  if (isLine) return JSON.stringify(value);
  const lines = Object.entries(value).map(
    ([key, each]) => `${indent}${JSON.stringify(key)}: ${written(each, depth + 1)}`,
  );
  return `{\n${lines.join(',\n')}\n${'  '.repeat(depth)}}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'));
  const [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8460 })]);
  try {
    const looks = await takeLooks(await openLooks(browser, demo), stateNames(manifest));
    writeFileSync(GOLDEN, `${written(looks)}\n`);
  } finally {
    await browser.close();
    await demo.close();
  }
}
