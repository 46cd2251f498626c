// The blocks of code of the README and of docs, and what is needed to run them: a server for pages made of them, and a bundler.
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = new URL('../../', import.meta.url);
const root = fileURLToPath(ROOT);

/** What people read: the README, and the pages of docs, by path. */
export const documents = new Map(
  [
    'README.md',
    ...['docs', 'docs/elements', 'docs/decisions'].flatMap((folder) =>
      readdirSync(new URL(folder, ROOT))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`),
    ),
  ].map((path) => [path, readFileSync(new URL(path, ROOT), 'utf8')]),
);

/** All of it, one after the other. */
export const text = [...documents.values()].join('\n');

/** A marker, which readers do not see, says what is done with the block below it. */
const BLOCK =
  /(?:^<!-- (?<kind>run|types|sample): (?<name>[\w.-]+) -->\n+(?:<!-- integrity[^\n]*\n)?)?^```(?<language>\w*)\n(?<code>[^]*?)^```$/gm;

/** Every block: `kind` is `run`, `types` or `sample`, or undefined if nothing is said. */
export const blocks = [...text.matchAll(BLOCK)].map(({ groups }) => groups);

/** The code of a block; of two with one name, that which runs. */
export function codeOf(name, kind = 'run') {
  const block = blocks.find((one) => one.name === name && one.kind === kind);
  if (!block) throw new Error(`The documents have no block "${name}".`);
  return block.code;
}

/** Makes a module of a block that imports the package by its name, as a user's bundler does. */
export async function bundled(contents, { loader = 'js', conditions = [], plugins = [] } = {}) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions,
    plugins,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webp': 'image/webp',
};

/**
 * Serves this repository, and what is put into `pages`, at two ports: to the browser, two origins.
 * @returns {Promise<{pages: Map<string, {body: string, headers?: object}>, origins: string[], close(): void}>}
 */
export async function serveBlocks() {
  const pages = new Map();
  const answer = ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const page = pages.get(pathname);
    const type = TYPES[extname(pathname)] ?? 'text/html; charset=utf-8';
    try {
      const body = page?.body ?? readFileSync(new URL(`.${pathname}`, ROOT));
      response.writeHead(200, { 'content-type': type, ...page?.headers }).end(body);
    } catch {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    }
  };
  const servers = [answer, answer].map((listener) => http.createServer(listener));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))));
  return {
    pages,
    origins: servers.map((server) => `http://localhost:${server.address().port}`),
    close() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
