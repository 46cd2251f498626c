// Serves the repository on two ports, with whatever headers an address asks for: pages and CCPs in which something is wrong.
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const HOST = '127.0.0.1';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * What an address may ask for, beside a file of the repository:
 *
 * - `?headers=<JSON>`: headers of the answer, such as `Content-Security-Policy`;
 * - `?slow=<milliseconds>`: an answer that takes its time;
 * - `/redirect?to=<address>`: an answer that leads elsewhere;
 * - `/around?src=<address>&allow=<permissions>`: a page around another one.
 */
async function answer(request, response, hold) {
  const url = new URL(request.url, 'http://localhost');
  const query = Object.fromEntries(url.searchParams);
  const headers = { 'Cache-Control': 'no-store', ...JSON.parse(query.headers ?? '{}') };
  if (query.slow) await hold(Number(query.slow));
  if (url.pathname === '/redirect') return response.writeHead(302, { ...headers, Location: query.to }).end();
  if (url.pathname === '/around') {
    const frame = `<iframe src="${query.src.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" allow="${query.allow ?? ''}">`;
    return response
      .writeHead(200, { ...headers, 'Content-Type': TYPES['.html'] })
      .end(`<!doctype html><title>Around</title>${frame}</iframe>`);
  }
  const file = new URL(`.${url.pathname}`, ROOT);
  const content = file.href.startsWith(ROOT.href) && (await readFile(fileURLToPath(file)).catch(() => null));
  if (!content) return response.writeHead(404, { ...headers, 'Content-Type': TYPES['.html'] }).end('Nothing is here.');
  return response
    .writeHead(200, { ...headers, 'Content-Type': TYPES[extname(url.pathname)] ?? 'text/plain' })
    .end(content);
}

async function listen(onRequest, hold) {
  const server = http.createServer((request, response) => {
    onRequest?.(request);
    answer(request, response, hold).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, HOST, resolve));
  return server;
}

/** @returns ports of the page and the CCP; `referrers`: what frames told the CCP of where they are, by its address. */
export async function serveFixtures() {
  const referrers = new Map();
  const scope = new AbortController();
  const hold = (milliseconds) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      scope.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const heard = ({ url, headers }) => {
    if (headers['sec-fetch-dest'] === 'iframe') referrers.set(url, headers.referer);
  };
  const [page, ccp] = await Promise.all([listen(undefined, hold), listen(heard, hold)]);
  return {
    pagePort: page.address().port,
    ccpPort: ccp.address().port,
    referrers,
    async close() {
      scope.abort();
      for (const server of [page, ccp]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
