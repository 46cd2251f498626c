// Serves dist and cdn of the package, and a page with a panel on it, to browsers of this machine.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname } from 'node:path';

const ROOT = new URL('../../', import.meta.url);
/** Where the simulator's page is. */
export const PAGE = '/dist/simulator/ccp.html';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
};
/** Names under which a browser of this machine asks. Under any other a page of elsewhere could read along (DNS rebinding). */
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
/** Plain paths below the two folders: nothing hidden, nothing to be decoded, no way up. */
const SERVED = /^\/(?:dist|cdn)(?:\/[\w-][\w.-]*)+$/;
const HOST = '127.0.0.1';
const TRIES = 100;

const START = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>A simulated contact control panel</title>
  <link rel="icon" href="data:," />
  <style>
    :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
    body { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; margin: 1rem; align-items: start; }
    connect-ccp { --connect-ccp-block-size: 40rem; }
  </style>
  <script type="module" src="/cdn/connect-ccp.min.js"></script>
  <main>
    <h1>A simulated contact control panel</h1>
    <connect-agent-status></connect-agent-status>
    <connect-contact-controls></connect-contact-controls>
  </main>
  <connect-ccp ccp-url="${PAGE}?state=Available&drawer=open"></connect-ccp>
</html>
`;

async function answer({ url, headers: { host = '' } }, response) {
  if (!LOCAL_HOST.test(host)) return say(response, 403, `Only localhost is served, not ${JSON.stringify(host)}.`);
  const [path] = url.split('?');
  if (path === '/') return response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(START);
  const file = SERVED.test(path) ? await readFile(new URL(`.${path}`, ROOT)).catch(() => null) : null;
  if (!file) return say(response, 404, `There is nothing here. The simulator is at ${PAGE}.`);
  // A test's page, at another port, may import the simulator's kit from here.
  return response
    .writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain', 'Access-Control-Allow-Origin': '*' })
    .end(file);
}

function say(response, status, text) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

const listening = (port) =>
  new Promise((resolve, reject) => {
    const server = http.createServer((request, response) => void answer(request, response));
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(port, HOST, () => resolve(server));
  });

/**
 * Serves at a port, or at the next one that is free.
 * @param {number} from the port that is tried first.
 * @returns {Promise<{origin: string, close(): void}>}
 */
export async function serve(from) {
  for (let port = from; port < from + TRIES; port += 1) {
    const server = await listening(port);
    if (server) return { origin: `http://localhost:${port}`, close: () => server.close() };
  }
  throw new Error(`No free port from ${from} to ${from + TRIES}.`);
}
