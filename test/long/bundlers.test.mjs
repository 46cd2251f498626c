// A page that imports one element gets that element, whichever bundler makes it: the others are not in it, and it runs. The simulator
// rings in what a bundler has made, or says what to do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const { application, folder } = installPacked({ after }, ['lit', 'libphonenumber-js']);

/** What the page of an application imports, and what it does with it. */
const PAGES = {
  element: "import 'connect-ccp-elements/connect-agent-status.js';",
  api: "import { connect } from 'connect-ccp-elements';\nglobalThis.status = connect.core.getStatus();",
  simulator: `
    import 'connect-ccp-elements/define.js';
    import { attachSimulator, simulatorUrl } from 'connect-ccp-elements/simulator.js';
    globalThis.ring = async (page) => {
      const ccp = document.createElement('connect-ccp');
      ccp.ccpUrl = simulatorUrl({ state: 'Available' }, page);
      document.body.append(ccp);
      const sim = await attachSimulator(ccp);
      await sim.incomingCall({ from: '+12065550100' });
      return new Promise((resolve) => ccp.subscribe(({ contacts }) => contacts[0]?.phoneNumber, (number) => number && resolve(number)));
    };`,
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
      base: `/${basename(out)}/`,
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
        output: { path: out, publicPath: `/${basename(out)}/` },
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
    const { pathname } = new URL(url, 'http://localhost');
    const isFile = pathname !== '/';
    if (isFile && !existsSync(join(application, pathname))) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': pathname.endsWith('.js') ? 'text/javascript' : 'text/html' });
    return response.end(
      isFile
        ? readFileSync(join(application, pathname))
        : '<!doctype html><link rel="icon" href="data:,"><body></body>',
    );
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
  const outFolder = `out-${name}`;
  const out = join(application, outFolder);
  mkdirSync(out);
  await BUNDLERS[bundler](entry, out);
  const scripts = readdirSync(out, { recursive: true }).filter((file) => file.endsWith('.js'));
  const script = scripts.find((file) => basename(file).startsWith(name) || file === 'main.js');
  return {
    url: `/${outFolder}/${script}`,
    code: scripts.map((file) => readFileSync(join(out, file), 'utf8')).join('\n'),
  };
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

/** Those that put among the assets what a module names by `new URL(…, import.meta.url)`. */
const CARRIERS = ['vite', 'webpack'];

for (const bundler of Object.keys(BUNDLERS)) {
  describe(`the simulator, by ${bundler}`, () => {
    const isCarried = CARRIERS.includes(bundler);
    let built;
    before(async () => (built = await bundled(bundler, 'simulator')));

    test(isCarried ? 'rings as it is' : 'is not carried, which is said, with what to do', async (t) => {
      const { page, errors } = await run(t, built.url);
      const rings = page.evaluate(() => window.ring());
      if (isCarried) assert.equal(await rings, '+12065550100');
      else await assert.rejects(rings, /the bundler has not carried it.*npx connect-ccp-elements simulator --copy/);
      assert.deepEqual(errors, []);
    });

    test('rings from where the command of the package has copied it', async (t) => {
      const command = join(folder, 'bin/connect-ccp-elements.mjs');
      execFileSync(process.execPath, [command, 'simulator', '--copy', `copied-${bundler}`], { cwd: application });
      const { page } = await run(t, built.url);
      assert.equal(await page.evaluate((at) => window.ring(at), `/copied-${bundler}/ccp.html`), '+12065550100');
    });
  });
}
