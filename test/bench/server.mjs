// Serves the pages of the bench on two sites, localhost and 127.0.0.1, with the libraries under test from memory.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript' };

// Cross-origin isolation makes performance.now() count in 5 µs instead of 100.
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * @param {Record<string, string>} libraries source text of each library, by name
 * @returns {Promise<{page: string, ccp: string, close(): Promise<void>}>} addresses of the embedding page and of the CCP
 */
export async function serve(libraries) {
  const find = async (pathname) => {
    const [, name] = /^\/library\/(\w+)\.js$/.exec(pathname) ?? [];
    if (name) return libraries[name];
    const [, file] = /^\/pages\/([\w-]+\.\w+)$/.exec(pathname) ?? [];
    return file && readFile(new URL(`pages/${file}`, import.meta.url));
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const body = await find(pathname).catch(() => undefined);
    const type = TYPES[extname(pathname)] ?? 'text/plain';
    response.writeHead(body ? 200 : 404, { ...HEADERS, 'content-type': `${type}; charset=utf-8` });
    response.end(body ?? 'Not found');
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    page: `http://localhost:${port}/pages/page.html`,
    ccp: `http://127.0.0.1:${port}/pages/ccp.html`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}
