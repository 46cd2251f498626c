// Serves the page that embeds a CCP: a container, a bundle under test, and the recorder.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, join, normalize, sep } from 'node:path';

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.map': 'application/json', '.css': 'text/css' };

const load = {
  classic: (src) => `<script src="${src}"></script>`,
  // a module need not write a global: its `connect` export, its default export or itself becomes window.connect
  module: (src) => `<script type="module">
      import * as bundle from '${src}';
      window.connect ??= bundle.connect ?? bundle.default ?? bundle;
    </script>`,
};

const html = (script) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Embedding page</title>
    <link rel="icon" href="data:,">
    <script src="/record.js"></script>
    ${script}
  </head>
  <body><div id="container" style="width:400px;height:600px"></div></body>
</html>
`;

/**
 * @param {{script: string, type?: 'classic'|'module', host?: string, port?: number, folders?: Record<string, string>}} options `script` is an absolute
 *   path; files beside it are served too, so that a module finds its chunks; `folders` maps path prefixes to more folders
 * @returns {Promise<{url: string, close(): Promise<void>}>}
 */
export async function serveEmbeddingPage({ script, type = 'classic', host = 'localhost', port = 0, folders = {} }) {
  const served = { '/bundle/': dirname(script), ...folders };
  const page = html(load[type](`/bundle/${basename(script)}`));

  const server = createServer(async (req, res) => {
    const pathname = decodeURIComponent(new URL(req.url, 'http://localhost').pathname);
    const send = (status, contentType, body) => {
      res.writeHead(status, { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'no-store' });
      res.end(body);
    };
    if (pathname === '/') return send(200, 'text/html', page);
    const prefix = Object.keys(served).find((candidate) => pathname.startsWith(candidate));
    const path = prefix
      ? normalize(join(served[prefix], pathname.slice(prefix.length)))
      : pathname === '/record.js' && join(import.meta.dirname, 'record.js');
    const extension = path && path.slice(path.lastIndexOf('.'));
    const inside = prefix ? path.startsWith(normalize(served[prefix] + sep)) : path;
    const allowed = inside && TYPES[extension];
    try {
      if (allowed) return send(200, TYPES[extension], await readFile(path));
    } catch (error) {
      if (error.code !== 'ENOENT') return send(500, 'text/plain', error.message);
    }
    send(404, 'text/plain', 'Not found');
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));

  return {
    url: `http://${host}:${server.address().port}/`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}
