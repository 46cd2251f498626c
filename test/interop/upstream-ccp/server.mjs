// Serves a CCP page, its worker, the published Streams bundle and the CTI backend on one port.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCtiBackend } from './cti-backend.mjs';

const require = createRequire(import.meta.url);

/** Path of upstream's bundle; it is served from node_modules and never copied. */
export const upstreamBundle = join(
  dirname(require.resolve('amazon-connect-streams/package.json')),
  'release/connect-streams.js',
);

const files = {
  'ccp.html': [join(import.meta.dirname, 'ccp.html'), 'text/html; charset=utf-8'],
  'ccp-page.js': [join(import.meta.dirname, 'ccp-page.js'), 'text/javascript; charset=utf-8'],
  'worker.js': [join(import.meta.dirname, 'worker.js'), 'text/javascript; charset=utf-8'],
  'connect-streams.js': [upstreamBundle, 'text/javascript; charset=utf-8'],
};

/**
 * `webSocket` says what happens to the worker's socket, which cannot open for want of TLS: 'silent' leaves it
 * connecting, 'refuse' closes it, upon which the worker reports its loss once and tries again and again.
 * @param {{port?: number, host?: string, webSocket?: 'silent'|'refuse',
 *   backend?: ReturnType<typeof createCtiBackend>}} options
 * @returns {Promise<{url: string, backend: ReturnType<typeof createCtiBackend>, close(): Promise<void>}>}
 */
export async function startUpstreamCcp({
  port = 0,
  host = '127.0.0.1',
  webSocket = 'silent',
  backend = createCtiBackend(),
} = {}) {
  // A path of its own per start: a shared worker left over from an earlier start on this port has another address.
  const base = `/${randomUUID()}/`;

  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url, 'http://localhost');
    const name = pathname.startsWith(base) ? pathname.slice(base.length) : '';
    if (!Object.hasOwn(files, name)) return backend.handle(req, res);
    const [path, type] = files[name];
    const body = await readFile(path);
    res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    res.end(body);
  });
  // A TLS greeting is no HTTP, and ends up here.
  const silent = new Set();
  server.on('clientError', (error, socket) => {
    if (webSocket === 'refuse' || error.code === 'ECONNRESET') return socket.destroy();
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));

  return {
    url: `http://${host}:${server.address().port}${base}ccp.html`,
    backend,
    async close() {
      backend.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const socket of silent) socket.destroy();
      await closed;
    },
  };
}
