// Applications of stacks that the repository itself has no use for, around the packed package: Solid, Angular with strict templates,
// Lightning Web Components, Next and Nuxt with pages made on the server. Their types hold, they are built, and a simulated call is taken
// in them. Their tools are installed once, as test/long/stacks/package-lock.json has them.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { complaintsOf, launchChromium, PATIENCE } from '../support/browser.mjs';
import { unpackInto } from '../support/packed.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STACKS = fileURLToPath(new URL('stacks/', import.meta.url));
const APPLICATIONS = fileURLToPath(new URL('apps/', import.meta.url));
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
/** Tools ask nobody outside. */
const QUIET = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', CI: '1' };

/** The folder of an application with all of these packages, as somebody has it who has installed them; made if it is not there. */
function installedApplication() {
  const lock = readFileSync(join(STACKS, 'package-lock.json'));
  const folder = join(ROOT, 'node_modules/.cache/stacks', createHash('sha256').update(lock).digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const beside = `${folder}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(STACKS, name), join(beside, name));
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['ci', ...quietly], { cwd: beside, stdio: 'inherit' });
  renameSync(beside, folder);
  return folder;
}

const application = installedApplication();
unpackInto(application);

/** Runs a tool of the application's packages; rejects with what it has printed if it fails. */
async function run(tool, args, folder) {
  try {
    await promisify(execFile)(process.execPath, [join(application, 'node_modules', tool), ...args], {
      cwd: join(application, folder),
      env: QUIET,
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    throw new Error(`${tool} ${args.join(' ')}\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

/** How each is checked and built, and which folder of it is served then. */
const APPS = {
  solid: {
    async build() {
      await run('typescript/bin/tsc', ['-p', '.'], 'solid');
      await run('vite/bin/vite.js', ['build', '--base', './', '--logLevel', 'error'], 'solid');
    },
    page: '/solid/dist/index.html',
  },
  angular: {
    async build() {
      await run('@angular/compiler-cli/bundles/src/bin/ngc.js', ['-p', '.'], 'angular');
      await run('vite/bin/vite.js', ['build', '--base', './', '--logLevel', 'error'], 'angular');
    },
    page: '/angular/dist/index.html',
  },
  lwc: {
    async build() {
      await run('rollup/dist/bin/rollup', ['-c', 'rollup.config.mjs', '--silent'], 'lwc');
    },
    page: '/lwc/index.html',
  },
  next: {
    build: () => run('next/dist/bin/next', ['build'], 'next'),
    root: 'next/out',
    onServer: /<connect-ccp[^>]*headless[^]*<connect-contact-controls/,
  },
  nuxt: {
    build: () => run('nuxt/bin/nuxt.mjs', ['generate'], 'nuxt'),
    root: 'nuxt/.output/public',
    onServer: /<connect-ccp[^>]*headless[^]*<connect-contact-controls/,
  },
};

let browser;
before(async () => (browser = await launchChromium()));
after(() => browser?.close());

/** Serves a folder at two ports, to the browser two origins; gives their addresses. */
async function serve(t, root) {
  const answer = ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = join(root, pathname.replace(/\/$/, '/index.html'));
    if (!existsSync(file) || statSync(file).isDirectory())
      return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    return response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  };
  const servers = [answer, answer].map((listener) => http.createServer(listener));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))));
  t.after(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });
  return servers.map((server) => `http://localhost:${server.address().port}`);
}

/** The address of an application's page; where it does not bring the simulator itself, with that on another origin. */
async function addressOf(t, name, { root, page }) {
  const [origin, other] = await serve(t, join(application, root ?? ''));
  if (root) return `${origin}/`;
  const ccp = `${other}/node_modules/connect-ccp-elements/dist/simulator/ccp.html?instance=${name}&drawer=none`;
  return `${origin}${page}?ccp=${encodeURIComponent(ccp)}`;
}

for (const [name, app] of Object.entries(APPS)) {
  describe(name, () => {
    before(async () => {
      cpSync(join(APPLICATIONS, name), join(application, name), { recursive: true });
      await app.build();
    });
    after(() => rmSync(join(application, name), { recursive: true, force: true }));

    test('an agent takes a call', async (t) => {
      const context = await browser.createBrowserContext();
      t.after(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const complaints = complaintsOf(page);
      await page.goto(await addressOf(t, name, app));

      const shows = (text) =>
        page.waitForFunction(
          (wanted) => {
            const all = (root) =>
              [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
            return (
              all(document)
                .find((one) => one.matches('output'))
                ?.textContent.trim() === wanted
            );
          },
          {},
          text,
        );
      await shows('nobody, 0 accepted');
      await page.locator('aria/Call[role="button"]').click();
      await shows('+12065550100 connecting, 0 accepted');
      await page.locator('aria/Accept[role="button"]').click();
      await shows('+12065550100 connected, 1 accepted');
      const settings = await (
        await page.$('connect-ccp, >>> connect-ccp')
      ).evaluate(({ headless, loadTimeout, className }) => ({
        headless,
        loadTimeout,
        className,
      }));
      assert.deepEqual(
        { ...settings, className: settings.className.split(' ')[0] },
        { headless: true, loadTimeout: 20_000, className: 'panel' },
      );
      assert.deepEqual(complaints, []);
    });

    if (app.onServer) {
      test('its tags are in the page before any script has run', () => {
        assert.match(readFileSync(join(application, app.root, 'index.html'), 'utf8'), app.onServer);
      });
    }
  });
}
