// Serves the demo on one port and the simulated CCP on a second one: to the browser, two origins.
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { startDevServer } from '@web/dev-server';
import { localOnly } from './local-only.mjs';

/** The simulator's addresses as they stand in the demo pages: its origin, and its page with or without parameters. */
const SIMULATORS_IN_PAGES = /http:\/\/(localhost|127\.0\.0\.1):8001(?:(\/dist\/simulator\/ccp\.html)(\?)?)?/g;
/** Pages that are copied from documents to the letter, and so have nothing that plays a customer. */
const SAMPLES = /\/sample-[a-z]+\.html$/;
const PLAYER = `  <!-- Added by demo/serve.mjs: a customer to talk to. -->
    <script type="module" src="play.js"></script>
  </body>`;
const FIRST_PORT = 8000;
/** Served to this machine alone; browsers find it under the name `localhost`. */
const HOST = '127.0.0.1';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A server that listens at a port; null if that is taken. */
const listening = (listener, port) =>
  new Promise((resolve, reject) => {
    const server = http.createServer(listener);
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(port, HOST, () => resolve(server));
  });

const closed = (server) => {
  server?.closeAllConnections();
  return new Promise((resolve) => (server ? server.close(resolve) : resolve()));
};

/** Two servers at two ports that follow each other. They are taken as they are found: others may look for some at the same time. */
async function twoServers(listener, from) {
  for (let port = from; port < from + 100; port += 2) {
    const servers = await Promise.all([listening(listener, port), listening(listener, port + 1)]);
    if (servers.every(Boolean)) return servers;
    await Promise.all(servers.map(closed));
  }
  throw new Error(`No two free ports from ${from} to ${from + 100}; set PORT to begin elsewhere.`);
}

/**
 * What a static page cannot do for itself, beside the simulator's page:
 *
 * - `?signin=coop`: a sign-in page that cuts the link to the page which has opened its window;
 * - `/sso?to=<address>`: a sign-in page of somebody else, as with SAML, that leads to the simulator's; with `&at-once` it
 *   redirects there without a word;
 * - `/logout`: ends the session that is kept in a cookie;
 * - `?slow=<milliseconds>`: a page that takes its time.
 */
async function signInPages(context, next) {
  const { path, query } = context;
  if (query.slow) await new Promise((resolve) => setTimeout(resolve, Number(query.slow)));
  if (query.signin === 'coop') context.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (path === '/sso') return singleSignOn(context);
  if (path === '/logout') return logout(context);
  return next();
}

function singleSignOn(context) {
  const to = URL.canParse(context.query.to) ? new URL(context.query.to) : null;
  const isOfThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(to?.hostname);
  // By its scheme an address may be code, whatever host it names.
  if (!isOfThisMachine || !['http:', 'https:'].includes(to.protocol)) {
    context.status = 400;
    context.body = 'to: an http address of this machine';
    return;
  }
  if ('at-once' in context.query) {
    context.redirect(to.href);
    return;
  }
  const href = to.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  context.type = 'html';
  context.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Single sign-on</title>
    <link rel="icon" href="/demo/favicon.svg"><link rel="stylesheet" href="/demo/demo.css">
    <main><h1>Single sign-on</h1><p>Somebody else's sign-in page.</p><p><a href="${href}">Go on to the panel</a></p></main></html>`;
}

function logout(context) {
  const sessions = (context.get('cookie') ?? '').split('; ').filter((cookie) => cookie.startsWith('connect-simulator'));
  const gone = 'Path=/; SameSite=None; Secure; Max-Age=0';
  context.set(
    'Set-Cookie',
    sessions.map((cookie) => `${cookie.split('=')[0]}=; ${gone}`),
  );
  context.status = 204;
}

/**
 * A demo page as it is served: with the simulator's port if another one had to be taken, and with the parameters of its own
 * address handed on to the simulator, as in `/demo/events.html?signin=required&latency=300`.
 */
function servedPage({ body, path, querystring }, simulatorPort) {
  const query = new URLSearchParams(querystring).toString();
  const text = body.replace(SIMULATORS_IN_PAGES, (_, host, page = '', rest = '') => {
    const parameters = page && query ? `?${query}${rest && '&'}` : rest;
    return `http://${host}:${simulatorPort}${page}${parameters}`;
  });
  return SAMPLES.test(path) ? text.replace('</body>', PLAYER) : text;
}

/**
 * Serves the repository: demo pages at /demo/, the simulator on the second port.
 * @param {{port?: number}} options `port` is the first one that is tried.
 * @returns {Promise<{url: string, simulatorUrl: string, close(): Promise<void>}>}
 */
export async function serveDemo({ port = Number(process.env.PORT) || FIRST_PORT } = {}) {
  const documents = documentsServer(() => simulator.address().port + 1);
  const { koaApp, stop } = await developersServer(() => simulator.address().port, documents);
  const [pages, simulator] = await twoServers(localOnly(ROOT, koaApp.callback()), port);
  return {
    url: `http://localhost:${pages.address().port}/demo/`,
    simulatorUrl: `http://localhost:${simulator.address().port}/dist/simulator/ccp.html`,
    async close() {
      await Promise.all([closed(pages), closed(simulator), stop(), documents.close()]);
    },
  };
}

/** The site of the documents, at the port after the simulator's or one that follows: made when somebody opens it. */
function documentsServer(port) {
  let opened;
  const start = async () => {
    const { createServer } = await import('vitepress');
    const server = await createServer(fileURLToPath(new URL('../docs/', import.meta.url)), {
      host: 'localhost',
      port: port(),
    });
    await server.listen();
    return server;
  };
  return {
    async open() {
      opened ??= start();
      return (await opened).resolvedUrls.local[0];
    },
    close: async () => (await opened)?.close(),
  };
}

/** What answers, without a port of its own: it would listen to the whole network. */
async function developersServer(simulatorPort, documents) {
  const server = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
    autoExitProcess: false,
    config: {
      rootDir: ROOT,
      middlewareMode: true,
      middleware: [
        (context, next) => {
          if (context.path === '/') return context.redirect('/demo/');
          if (context.path === '/favicon.ico') return context.redirect('/demo/favicon.svg');
          if (context.path === '/docs/') return documents.open().then((url) => context.redirect(url));
          return next();
        },
        signInPages,
      ],
      plugins: [
        {
          name: 'served-page',
          transform(context) {
            if (!context.path.startsWith('/demo/') || !context.response.is('html')) return undefined;
            return { body: servedPage(context, simulatorPort()) };
          },
        },
      ],
    },
  });
  return { koaApp: server.koaApp, stop: () => server.stop() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemo();
  console.log(`Demo with a simulated CCP: ${url}\nThe documents, alive: ${new URL('/docs/', url)}`);
}
