// Serves the demo on one port and the simulated CCP on a second one: to the browser, two origins.
import http from 'node:http';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startDevServer } from '@web/dev-server';

/** The simulator's origin as it stands in the demo pages; replaced if another port had to be taken. */
const SIMULATOR_IN_PAGES = 'http://localhost:8001';
const FIRST_PORT = 8000;
/** Served to this machine alone; browsers find it under the name `localhost`. */
const HOST = '127.0.0.1';

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });

async function freePorts(from) {
  for (let port = from; port < from + 100; port += 2) {
    if ((await isFree(port)) && (await isFree(port + 1))) return [port, port + 1];
  }
  throw new Error(`No two free ports from ${from} to ${from + 100}; set PORT to begin elsewhere.`);
}

/**
 * Serves the repository: demo pages at /demo/, the simulator on the second port.
 * @param {{port?: number, watch?: boolean}} options `port` is the first one that is tried.
 * @returns {Promise<{url: string, simulatorUrl: string, close(): Promise<void>}>}
 */
export async function serveDemo({ port = Number(process.env.PORT) || FIRST_PORT } = {}) {
  const [pagePort, simulatorPort] = await freePorts(port);
  const simulatorOrigin = `http://localhost:${simulatorPort}`;
  const server = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
    autoExitProcess: false,
    config: {
      rootDir: fileURLToPath(new URL('..', import.meta.url)),
      hostname: HOST,
      port: pagePort,
      middleware: [
        (context, next) => {
          if (context.path === '/') context.redirect('/demo/');
          return next();
        },
      ],
      plugins: [
        {
          name: 'simulator-origin',
          transform(context) {
            if (!context.path.startsWith('/demo/') || !context.response.is('html')) return undefined;
            return { body: context.body.replaceAll(SIMULATOR_IN_PAGES, simulatorOrigin) };
          },
        },
      ],
    },
  });
  const simulator = http.createServer(server.koaApp.callback());
  await new Promise((resolve) => simulator.listen(simulatorPort, HOST, resolve));
  return {
    url: `http://localhost:${pagePort}/demo/`,
    simulatorUrl: `${simulatorOrigin}/dist/simulator/ccp.html`,
    async close() {
      simulator.closeAllConnections();
      await new Promise((resolve) => simulator.close(resolve));
      server.server?.closeAllConnections();
      await server.stop();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveDemo();
  console.log(`Demo with a simulated CCP: ${url}`);
}
