// Serves the page that embeds a CCP: a container, a page library under test, the recorder, and the scripting API.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chatJs } from './libraries.mjs';

const html = (script) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Embedding page</title>
    <link rel="icon" href="data:,">
    <script src="/page/record.js"></script>
    <script src="/page/stage.js"></script>
    <script src="/bundle/${script}"></script>
    <script src="/page/task-js.js"></script>
  </head>
  <body><div id="container" style="width:400px;height:600px"></div></body>
</html>
`;

/**
 * @param {string} bundle absolute path of a classic script that sets window.connect
 * @returns {Promise<{url: string, close(): Promise<void>}>}
 */
export async function serveEmbeddingPage(bundle) {
  const folders = {
    '/bundle/': dirname(bundle),
    '/chat-js/': dirname(chatJs),
    '/page/': join(import.meta.dirname, 'page'),
    '/api/': fileURLToPath(new URL('../../dist/src', import.meta.url)),
  };
  const page = html(basename(bundle));

  const server = createServer(async (req, res) => {
    const pathname = decodeURIComponent(new URL(req.url, 'http://localhost').pathname);
    const send = (status, contentType, body) => {
      res.writeHead(status, { 'content-type': `${contentType}; charset=utf-8`, 'cache-control': 'no-store' });
      res.end(body);
    };
    if (pathname === '/') return send(200, 'text/html', page);
    const prefix = Object.keys(folders).find((candidate) => pathname.startsWith(candidate));
    const path = prefix && normalize(join(folders[prefix], pathname.slice(prefix.length)));
    const allowed = path?.endsWith('.js') && path.startsWith(normalize(folders[prefix] + sep));
    try {
      if (allowed) return send(200, 'text/javascript', await readFile(path));
    } catch (error) {
      if (error.code !== 'ENOENT') return send(500, 'text/plain', error.message);
    }
    send(404, 'text/plain', 'Not found');
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, 'localhost', resolve));

  return {
    url: `http://localhost:${server.address().port}/`,
    close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    },
  };
}
