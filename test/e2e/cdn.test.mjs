// The single files from another origin, with their hashes: in any order, each more than once, one runtime and one set of elements.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { SourceMap } from 'node:module';
import { basename, extname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { entriesOf } from '../support/entries.mjs';
import { complaintsOf, isFirefox, launchBrowser, PATIENCE } from '../support/browser.mjs';

const ROOT = new URL('../../', import.meta.url);
const HASHES = JSON.parse(readFileSync(new URL('cdn/integrity.json', ROOT), 'utf8'));
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };

/** What the unbundled modules import by name. */
const IMPORTS = {
  lit: '/node_modules/lit/index.js',
  'lit/': '/node_modules/lit/',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  'lit-html/': '/node_modules/lit-html/',
  'lit-element/': '/node_modules/lit-element/',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/node_modules/@lit/reactive-element/',
};

const EMPTY_PAGE = `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;

let browser;
let server;
/** The page's own origin, and the one that the files come from. */
let here;
let cdn;

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(EMPTY_PAGE);
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(pathname)],
    ...(pathname.startsWith('/cdn/') && { 'Access-Control-Allow-Origin': '*' }),
  });
  response.end(readFileSync(new URL(`.${pathname}`, ROOT)));
}

before(async () => {
  server = http.createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  here = `http://localhost:${port}/`;
  cdn = `http://127.0.0.1:${port}/cdn/`;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function openPage(t) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = complaintsOf(page);
  await page.evaluateOnNewDocument(() => {
    window.defined = [];
    const { define } = CustomElementRegistry.prototype;
    CustomElementRegistry.prototype.define = function (name, ...rest) {
      window.defined.push(name);
      return define.call(this, name, ...rest);
    };
  });
  await page.goto(here);
  return { page, complaints };
}

const MODULE = 'connect-ccp.min.js';
const SCRIPT = 'connect-streams.min.js';

/** Loads a file by a tag, as pages do; rejects if the browser refuses it. */
const load = (page, file, integrity = HASHES[file.split('?')[0]]) =>
  page.evaluate(
    (src, hash, type) =>
      new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { type, crossOrigin: '', integrity: hash });
        script.addEventListener('load', resolve);
        script.addEventListener('error', () => reject(new Error(`refused: ${src}`)));
        script.src = src;
        document.head.append(script);
      }),
    cdn + file,
    integrity,
    file.startsWith(MODULE) ? 'module' : '',
  );

describe('files from another origin', () => {
  // A browser runs a module once for each address: the second copy has another.
  const copies = [`${MODULE}?copy=2`, SCRIPT];
  for (const order of [
    [MODULE, SCRIPT, ...copies],
    [SCRIPT, MODULE, ...copies],
    [MODULE, copies[0], SCRIPT, SCRIPT],
    [SCRIPT, SCRIPT, MODULE, copies[0]],
  ]) {
    test(`${order.join(', ')}: one runtime, one registration, no complaint`, async (t) => {
      const { page, complaints } = await openPage(t);
      for (const file of order) await load(page, file);
      const seen = await page.evaluate(
        async (addresses) => {
          const modules = await Promise.all(addresses.map((address) => import(address)));
          return {
            isOne: modules.every(({ connect }) => connect === window.connect),
            isUsable: window.connect.core.getStatus(),
            defined: window.defined.toSorted(),
          };
        },
        [cdn + MODULE, cdn + copies[0]],
      );
      assert.deepEqual(seen, {
        isOne: true,
        isUsable: 'idle',
        defined: [
          'connect-agent-status',
          'connect-app',
          'connect-ccp',
          'connect-chat',
          'connect-contact-controls',
          'connect-global-ccp',
          'connect-mini-panel',
          'connect-recent-contacts',
          'connect-wrap-up',
        ],
      });
      assert.deepEqual(complaints, []);
    });
  }

  test('a file that is not the one that was built is refused', async (t) => {
    const { page } = await openPage(t);
    for (const [file, other] of [
      [MODULE, SCRIPT],
      [SCRIPT, MODULE],
    ]) {
      await assert.rejects(load(page, file, HASHES[other]), /refused/);
    }
    assert.equal(await page.evaluate(() => 'connect' in window || window.defined.length), 0);
  });
});

describe('two regions', () => {
  for (const file of [MODULE, 'connect-panel.min.js', SCRIPT]) {
    test(`${file} has both forms`, async (t) => {
      const { page } = await openPage(t);
      const seen = await page.evaluate(async (address) => {
        const { connect = window.connect, globalConnect = window.globalConnect } = await import(address);
        const container = document.body.appendChild(document.createElement('div'));
        connect.core.initCCP(container, {
          ccpUrl: 'https://one.example/ccp-v2/',
          secondaryCCPUrl: 'https://two.example/ccp-v2/',
          loginUrl: 'https://one.example/login',
          loginPopup: false,
          enableGlobalResiliency: true,
        });
        return {
          frames: [...container.querySelectorAll('iframe')].map(({ src }) => new URL(src).host),
          newer: Object.keys(connect.globalResiliency).includes('onFailoverCompleted'),
          older: typeof globalConnect.core.initCCP,
        };
      }, cdn + file);
      assert.deepEqual(seen, { frames: ['one.example', 'two.example'], newer: true, older: 'function' });
    });
  }
});

describe('an import leaves the window as it is', () => {
  const modules = entriesOf(JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')))
    .filter(([entry]) => entry !== './global.js')
    .map(([, target]) => target.default);
  for (const module of [...modules, `./cdn/${MODULE}`]) {
    test(module, async (t) => {
      const { page, complaints } = await openPage(t);
      const [before, now] = await page.evaluate(async (path) => {
        const keys = Object.keys(window);
        await import(path);
        return [keys, Object.keys(window)];
      }, module);
      assert.deepEqual(now, before);
      assert.deepEqual(complaints, []);
    });
  }
});

describe('what a page throws leads to its source', () => {
  /** Where the topmost line of a stack trace comes from, by the source map of the file that it names. */
  function sourceOf(stack) {
    const [, path, line, column] = /https?:\/\/[^/]+\/([\w./-]+\.js):(\d+):(\d+)/.exec(stack);
    const map = JSON.parse(readFileSync(new URL(`${path}.map`, ROOT), 'utf8'));
    const { originalSource, originalLine } = new SourceMap(map).findEntry(line - 1, column - 1);
    const source = new URL(originalSource, new URL(path, ROOT));
    return { source, line: readFileSync(source, 'utf8').split('\n')[originalLine] };
  }

  const modules = ['dist/src/index.js', 'dist/elements/index.js', 'cdn/connect-ccp.min.js', 'cdn/connect-panel.min.js'];
  for (const path of [...modules, 'cdn/connect-streams.min.js']) {
    test(path, async (t) => {
      const { page } = await openPage(t);
      const thrown = await page.evaluate(async (module) => {
        const { connect = window.connect, ConnectCcpElement } = await import(module);
        try {
          connect.core.initCCP(document.body);
          return undefined;
        } catch ({ stack, constructor }) {
          return { stack, error: constructor.name, element: ConnectCcpElement?.name };
        }
      }, `./${path}`);
      assert.equal(thrown.error, 'ValueError');
      if (path.includes('streams') || path.includes('src')) assert.equal(thrown.element, undefined);
      else assert.equal(thrown.element, 'ConnectCcpElement');
      const { source, line } = sourceOf(thrown.stack);
      assert.ok(source.href.startsWith(new URL('src/', ROOT).href) && basename(source.pathname).endsWith('.ts'));
      // The topmost line is where the error is made; in Firefox, in the class of the error itself.
      assert.match(line, isFirefox ? /super\(/ : /new ValueError\(/);
    });
  }
});
