// A thread of without-page.mjs: as much of a browser as modules need to load, as much of mocha as the tests use.
import { parentPort, workerData as task } from 'node:worker_threads';

class Nothing extends EventTarget {}
const element = () =>
  Object.assign(new Nothing(), { content: {}, style: {}, append() {}, remove() {}, setAttribute() {} });
const stubs = {
  window: globalThis,
  self: globalThis,
  top: globalThis,
  parent: globalThis,
  location: new URL('http://localhost/'),
  HTMLElement: class HTMLElement extends Nothing {},
  Element: Nothing,
  Node: Nothing,
  Document: Nothing,
  ShadowRoot: class {},
  CSSStyleSheet: class {},
  HTMLIFrameElement: Nothing,
  customElements: { define() {}, get() {}, whenDefined: () => new Promise(() => {}) },
  document: Object.assign(new Nothing(), {
    createTreeWalker: () => ({}),
    createElement: element,
    createComment: element,
    importNode: element,
    head: element(),
    body: element(),
    documentElement: element(),
    querySelector: () => null,
    querySelectorAll: () => [],
    visibilityState: 'visible',
  }),
  reportError: (error) => {
    throw error;
  },
};
const pageEvents = new EventTarget();
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) {
  stubs[name] = pageEvents[name].bind(pageEvents);
}
for (const [name, value] of Object.entries(stubs)) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

let reached = new Map();
globalThis.mutantIs = task.mutant
  ? (file, n) => file === task.mutant[0] && n === task.mutant[1]
  : (file, n) => {
      let numbers = reached.get(file);
      if (!numbers) reached.set(file, (numbers = new Set()));
      numbers.add(n);
      return false;
    };
function takeReached() {
  const taken = Object.fromEntries([...reached].map(([file, numbers]) => [file, [...numbers]]));
  reached = new Map();
  return taken;
}

const newSuite = (title, above) => ({
  title,
  above,
  entries: [],
  before: [],
  after: [],
  beforeEach: [],
  afterEach: [],
});
const root = newSuite('', null);
let suite = root;
globalThis.describe = (title, fill) => {
  const outer = suite;
  suite = newSuite(outer.title ? `${outer.title} ${title}` : title, outer);
  outer.entries.push(suite);
  fill.call({ timeout() {} });
  suite = outer;
};
globalThis.it = (title, run) => suite.entries.push({ title: `${suite.title} ${title}`.trim(), run });
for (const hook of ['before', 'after', 'beforeEach', 'afterEach']) globalThis[hook] = (run) => suite[hook].push(run);

const tests = [];
const failures = [];
const common = [];

class Skipped extends Error {}
const context = { timeout() {}, test: { fullTitle: () => '' }, skip() { throw new Skipped(); } }; // prettier-ignore

async function inTime(run) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('not in time')), task.timeout);
  });
  try {
    await Promise.race([run.call(context), late]);
  } finally {
    clearTimeout(timer);
  }
}
const { setTimeout, clearTimeout } = globalThis;

let uncaught = null;
process.on('uncaughtException', (error) => (uncaught ??= error));
process.on('unhandledRejection', (error) => (uncaught ??= error));

const wanted = task.titles && new Set(task.titles);
const hasWanted = ({ entries }) =>
  entries.some((one) => (one.entries ? hasWanted(one) : !wanted || wanted.has(one.title)));
const isOver = () => task.mutant && failures.length > 0;

async function runTest({ title, run }, hooksBefore, hooksAfter) {
  common.push(takeReached());
  uncaught = null;
  const began = performance.now();
  let fault = null;
  try {
    for (const hook of hooksBefore) await inTime(hook);
    await inTime(run);
  } catch (error) {
    fault = error;
  }
  for (const hook of hooksAfter) await inTime(hook).catch((error) => (fault ??= error));
  fault ??= uncaught;
  if (fault instanceof Skipped) return takeReached();
  if (fault) failures.push({ title, message: String(fault?.message).slice(0, 200) });
  tests.push({ title, ms: performance.now() - began, passed: !fault, reached: [takeReached()] });
}

async function runSuite(one, hooksBefore, hooksAfter) {
  if (!hasWanted(one)) return;
  const inner = [...hooksBefore, ...one.beforeEach];
  const outer = [...one.afterEach, ...hooksAfter];
  try {
    for (const hook of one.before) await inTime(hook);
  } catch (error) {
    if (!(error instanceof Skipped)) failures.push({ title: one.title, message: String(error?.message) });
    return;
  }
  for (const entry of one.entries) {
    if (isOver()) break;
    if (entry.entries) await runSuite(entry, inner, outer);
    else if (!wanted || wanted.has(entry.title)) await runTest(entry, inner, outer);
  }
  for (const hook of one.after) await inTime(hook).catch(() => {});
}

try {
  (0, eval)(task.code);
  await runSuite(root, [], []);
} catch (error) {
  failures.push({ title: 'the file', message: String(error?.message) });
}
common.push(takeReached());
parentPort.postMessage({ tests, common, failures });
