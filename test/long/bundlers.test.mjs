// A page that imports one element gets that element, whichever bundler makes it: the others are not in it, and it runs.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { chromiumArguments, findChromium } from '../support/find-browsers.mjs';
import { installPacked } from '../support/packed.mjs';

const { application } = installPacked({ after }, ['lit', 'libphonenumber-js']);

/** What the page of an application imports, and what it does with it. */
const PAGES = {
  element: "import 'connect-ccp-elements/connect-agent-status.js';",
  api: "import { connect } from 'connect-ccp-elements';\nglobalThis.status = connect.core.getStatus();",
};

/** Each writes one page's script, `entry`, into the folder `out`. */
const BUNDLERS = {
  async rollup(entry, out) {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve()] });
    await bundle.write({ dir: out, format: 'es' });
  },
  async vite(entry, out) {
    await vite({
      root: application,
      configFile: false,
      logLevel: 'error',
      build: { outDir: out, minify: false, modulePreload: false, rollupOptions: { input: entry } },
    });
  },
  webpack: (entry, out) =>
    new Promise((resolve, reject) => {
      const options = {
        context: application,
        entry,
        mode: 'production',
        devtool: false,
        output: { path: out },
        optimization: { minimize: false },
      };
      webpack(options, (error, stats) => {
        if (error ?? stats.hasErrors()) reject(error ?? new Error(stats.toString()));
        else resolve();
      });
    }),
  async esbuild(entry, out) {
    await esbuild.build({ entryPoints: [entry], bundle: true, format: 'esm', outdir: out, logLevel: 'error' });
  },
};

/** What only the other elements have: their classes, the tags that they register, and what reads numbers. */
const OTHERS = [
  /ConnectContactControlsElement/,
  /ConnectCcpElement/,
  /ConnectGlobalCcpElement/,
  /['"]connect-contact-controls['"]/,
  /['"]connect-ccp['"]/,
  /libphonenumber/,
];

let browser;
let server;

before(async () => {
  browser = await puppeteer.launch({ executablePath: await findChromium(), args: chromiumArguments });
  server = http.createServer(({ url }, response) => {
    const isScript = url.endsWith('.js');
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? readFileSync(join(application, url)) : '<!doctype html><link rel="icon" href="data:,">');
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** Has a page bundled. Returns where its script is, and what all scripts hold that came of it. */
async function bundled(bundler, page) {
  const name = `${page}-${bundler}`;
  const entry = join(application, `${name}.js`);
  writeFileSync(entry, PAGES[page]);
  const folder = `out-${name}`;
  const out = join(application, folder);
  mkdirSync(out);
  await BUNDLERS[bundler](entry, out);
  const scripts = readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.js'));
  const script = scripts.find((file) => basename(file).startsWith(name) || file === 'main.js');
  return { url: `/${folder}/${script}`, code: scripts.map((file) => readFileSync(join(out, file), 'utf8')).join('\n') };
}

/** Runs a script in an empty page; returns the page and what it complains of. */
async function run(t, url) {
  const page = await browser.newPage();
  t.after(() => page.close());
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const { port } = server.address();
  await page.goto(`http://localhost:${port}/`);
  // What webpack makes is a classic script.
  await page.addScriptTag({ url, type: url.endsWith('/main.js') ? '' : 'module' });
  return { page, errors };
}

for (const bundler of Object.keys(BUNDLERS)) {
  describe(bundler, () => {
    test('one element comes without the others, and runs', async (t) => {
      const { url, code } = await bundled(bundler, 'element');
      assert.match(code, /ConnectAgentStatusElement/);
      assert.deepEqual(
        OTHERS.filter((other) => other.test(code)),
        [],
      );
      const { page, errors } = await run(t, url);
      const seen = await page.evaluate(async () => {
        const element = document.body.appendChild(document.createElement('connect-agent-status'));
        await element.updateComplete;
        const defined = ['ccp', 'agent-status', 'contact-controls', 'global-ccp'].filter((name) =>
          customElements.get(`connect-${name}`),
        );
        return { defined, text: element.shadowRoot.querySelector('[part~="state"]').textContent.trim() };
      });
      assert.deepEqual(seen.defined, ['agent-status']);
      assert.notEqual(seen.text, '');
      assert.deepEqual(errors, []);
    });

    test('the API by name comes without elements and without Lit', async (t) => {
      const { url, code } = await bundled(bundler, 'api');
      assert.doesNotMatch(code, /Connect\w+Element|litHtmlVersions/);
      const { page, errors } = await run(t, url);
      assert.equal(await page.evaluate(() => window.status), 'idle');
      assert.deepEqual(errors, []);
    });
  });
}
