// Serves a CCP page, its worker and the published Streams bundle, with the CTI backend on the same port.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCtiBackend } from './cti-backend.mjs';
import { acceptWebSocket } from './web-socket.mjs';

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
 * @param {import('../../../dist/src/simulator/channel/script-channel.js').SimulatorOptions} options of the service
 * @returns {Promise<{url: string, service: ReturnType<typeof createCtiBackend>['service'], close(): Promise<void>}>}
 */
export async function startUpstreamCcp(options = {}) {
  const { handle, service } = createCtiBackend(options);
  // A path of its own per start: a shared worker left over from an earlier start on this port has another address.
  const base = `/${randomUUID()}/`;

  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url, 'http://localhost');
    const name = pathname.startsWith(base) ? pathname.slice(base.length) : '';
    if (!Object.hasOwn(files, name)) return handle(req, res);
    const [path, type] = files[name];
    const body = await readFile(path);
    res.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
    res.end(body);
  });
  const sockets = new Set();
  server.on('upgrade', (req, socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    acceptWebSocket(req, socket, service.openSocket);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}${base}ccp.html`,
    service,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
}
