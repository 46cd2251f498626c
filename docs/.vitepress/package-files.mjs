// The package's own files on the site, below /package: the bundles, the simulator, and the page that examples stand on. Nothing is
// fetched from elsewhere.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { llms, wholeText } from './contents.mjs';

const ROOT = new URL('../../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, ROOT));
const packageJson = () => JSON.parse(readFileSync(path('package.json'), 'utf8'));

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.txt': 'text/plain',
  '.md': 'text/plain',
};

/** Where on the site each folder or file of the repository is. */
const PLACES = {
  'package/cdn': 'cdn',
  'package/dist/simulator': 'dist/simulator',
  'package/stage.html': 'docs/.vitepress/stage/stage.html',
};

/** The page's script, with the simulator's kit in it. */
const stageScript = () =>
  buildSync({
    entryPoints: [path('docs/.vitepress/stage/stage.mjs')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'error',
  }).outputFiles[0].text;

/** What is made, by its place. */
const MADE = {
  'package/stage.js': stageScript,
  'llms.txt': () => llms(packageJson()),
  'llms-full.txt': wholeText,
};

/** The text at a place of the site; null if that is not one of these. */
function textAt(place) {
  if (Object.hasOwn(MADE, place)) return MADE[place]();
  const [start] = Object.keys(PLACES).filter((one) => place === one || place.startsWith(`${one}/`));
  const file = start && path(PLACES[start] + place.slice(start.length));
  return file && !place.includes('..') && existsSync(file) ? readFileSync(file) : null;
}

/** Serves these files while pages are being written. */
export const packageFiles = () => ({
  name: 'package-files',
  configureServer({ config, middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const place = pathname.startsWith(config.base) ? pathname.slice(config.base.length) : '';
      const text = textAt(place);
      if (text === null) return next();
      response.setHeader('Content-Type', `${TYPES[extname(place)] ?? 'application/octet-stream'}; charset=utf-8`);
      return response.end(text);
    });
  },
});

/** Puts these files into the folder of the site, and the texts of the pages beside the pages. */
export function writePackageFiles({ outDir, pages, srcDir }) {
  mkdirSync(join(outDir, 'package'), { recursive: true });
  for (const [place, from] of Object.entries(PLACES)) {
    cpSync(path(from), join(outDir, place), { recursive: true, filter: (name) => !name.endsWith('.map') });
  }
  for (const [place, make] of Object.entries(MADE)) writeFileSync(join(outDir, place), make());
  for (const page of pages) cpSync(join(srcDir, page), join(outDir, page));
}
