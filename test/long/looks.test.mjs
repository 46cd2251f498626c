// How the elements look, in every state, by demo/custom-ccp.html: unchanged, fitting, readable, and as the tokens say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { serveDemo } from '../../demo/serve.mjs';
import { languages } from '../../scripts/languages.mjs';
import { launchChromium } from '../support/browser.mjs';
import { GOLDEN, openLooks, stateNames, takeLooks, THEMES } from '../support/looks.mjs';
import { recordStills } from '../support/stills.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const manifest = JSON.parse(read('../../dist/custom-elements.json'));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LANGUAGES = ['en', ...languages()];
const WIDTHS = [200, 320, 480, 1200];

/** All tokens by name, with their defaults. */
const tokens = new Map(
  manifest.modules
    .flatMap(({ declarations: [{ cssProperties }] }) => cssProperties)
    .map(({ name, default: value }) => [name, value]),
);

let browser;
let demo;
let page;

before(async () => {
  [browser, demo] = await Promise.all([launchChromium(), serveDemo({ port: 8460 })]);
  page = await openLooks(browser, demo);
});

after(async () => {
  await browser?.close();
  await demo?.close();
});

const set = (switches) => page.evaluate((wanted) => window.looks.set(wanted), switches);

/** What differs, numbers and colours that are as good as the same left out: another browser may round in another way. */
function differences(expected, found, path = []) {
  if (typeof expected === 'string' && typeof found === 'string') {
    return isSame(expected, found) ? [] : [`${path.join(' / ')}: ${expected}  →  ${found}`];
  }
  const keys = new Set([...Object.keys(expected ?? {}), ...Object.keys(found ?? {})]);
  if (keys.size === 0) return [];
  return [...keys].flatMap((key) => {
    if (expected?.[key] === undefined) return [`${[...path, key].join(' / ')} is new`];
    if (found?.[key] === undefined) return [`${[...path, key].join(' / ')} is gone`];
    return differences(expected[key], found[key], [...path, key]);
  });
}

/** The numbers in a line: pixels, or the channels of colours. */
const numbersIn = (text) =>
  [...text.matchAll(/\b[0-9a-f]{6}\b|-?\b\d+\b/g)].flatMap(([word]) =>
    /^[0-9a-f]{6}$/.test(word) ? word.match(/../g).map((channel) => parseInt(channel, 16)) : [Number(word)],
  );

function isSame(expected, found) {
  if (expected === found) return true;
  const words = (text) => text.replace(/\b[0-9a-f]{6}\b|-?\b\d+\b/g, '#');
  const [wanted, there] = [numbersIn(expected), numbersIn(found)];
  return words(expected) === words(found) && wanted.every((number, index) => Math.abs(number - there[index]) <= 1);
}

test('nothing has changed unnoticed: `node test/support/looks.mjs` takes what was looked at', async () => {
  const changes = differences(JSON.parse(readFileSync(GOLDEN, 'utf8')), await takeLooks(page, stateNames(manifest)));
  assert.deepEqual(changes.slice(0, 40), [], `${changes.length} differences`);
});

test('everything fits from 200 px up, in every language, with targets of 24 px', async () => {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      await set({ language, width });
      assert.deepEqual(await page.evaluate(() => window.looks.misfits()), [], `${language}, ${width} px`);
    }
  }
  await set({ language: 'en', width: 320 });
});

test('axe finds nothing, in light, dark and the brand', async () => {
  await page.evaluate(AXE);
  for (const theme of THEMES) {
    await set({ theme });
    const violations = await page.evaluate(async () => {
      const result = await window.axe.run(document, { iframes: false, resultTypes: ['violations'] });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
      );
    });
    assert.deepEqual(violations, [], theme);
  }
});

/** Exhibits in which every token is to be seen, and what is looked at there. */
const WHERE_TOKENS_SHOW = [
  ...['agent-missed', 'agent-acw', 'agent-question', 'agent-stale'],
  ...['contacts-none', 'contacts-incoming', 'contacts-hold', 'contacts-transfer', 'contacts-several'],
  ...['ccp-loading', 'ccp-signed-out', 'ccp-ready'],
];
const WHAT_TOKENS_CHANGE = [
  ...['color', 'background-color', 'border-top-color', 'border-start-start-radius', 'font-family', 'font-size'],
  ...['padding-inline-start', 'row-gap', 'min-height', 'width', 'height', 'box-shadow', 'color-scheme'],
  ...['outline-color', 'outline-width'],
];

/** What has to be under the pointer for a token to show. */
const UNDER_POINTER = {
  '--connect-accent-hover': '#agent-missed connect-agent-status >>> [part~=advice] button',
  '--connect-success-hover': '#contacts-incoming connect-contact-controls >>> [part~=control-accept]',
  '--connect-danger-hover': '#contacts-incoming connect-contact-controls >>> [part~=control-reject]',
};

/** A value of the same kind as the default that is not the default. */
function otherThan(name, value) {
  if (name === '--connect-color-scheme') return 'dark';
  if (name === '--connect-font') return 'monospace';
  if (name === '--connect-shadow') return '1px 2px 3px #010203';
  if (name === '--connect-icon-size') return '2em';
  return /#|color/.test(value) || name === '--connect-focus-color' ? '#123456' : '7px';
}

/** A default without the tokens that it is made of. */
const resolved = (value) => value.replace(/var\((--connect-[\w-]+)\)/g, (_, name) => resolved(tokens.get(name)));

/** Styles with a token set. */
async function stylesWith(name, value) {
  await page.evaluate((...token) => window.looks.setToken(...token), name, value);
  const styles = await page.evaluate((...what) => window.looks.styles(...what), WHERE_TOKENS_SHOW, WHAT_TOKENS_CHANGE);
  await page.evaluate(() => window.looks.setToken());
  return styles;
}

test('every token of the reference changes something, and its default is the one that is in force', async () => {
  await set({ theme: 'light' });
  // So that a ring is to be seen: the keyboard is used.
  await page.focus('#contacts-incoming connect-contact-controls >>> [part~=control-accept]');
  await page.keyboard.press('Tab');
  for (const [name, value] of tokens) {
    if (UNDER_POINTER[name]) await page.hover(UNDER_POINTER[name]);
    else await page.mouse.move(0, 0);
    const without = await stylesWith(name, 'initial');
    assert.notDeepEqual(await stylesWith(name, otherThan(name, value)), without, `${name} changes nothing`);
    // A keyword that stands for the page's own value can only be left out.
    if (value === 'inherit') continue;
    const changed = (await stylesWith(name, resolved(value))).filter((style, index) => style !== without[index]);
    assert.deepEqual(changed, [], `${name} is not ${value}`);
  }
});

test('the stills are what the simulator publishes', async () => {
  assert.deepEqual(await recordStills(browser, demo), JSON.parse(read('../../demo/stills.json')));
});
