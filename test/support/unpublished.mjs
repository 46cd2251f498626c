// Lists in dist/.npmignore what no published entry needs: inner modules of the simulator, which is bundled, and types that
// nothing public names. The tests of this repository use them, so that they stay in dist/.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const IMPORTED = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.[^'"]+)\1/g;

/** The modules that a module or a declaration file names. */
function importsOf(file) {
  const isTypes = file.endsWith('.d.ts');
  return [...readFileSync(file, 'utf8').matchAll(IMPORTED)].map(([, , specifier]) =>
    join(dirname(file), isTypes ? specifier.replace(/\.js$/, '.d.ts') : specifier),
  );
}

const needed = new Set();
const waiting = Object.values(exports)
  .filter((target) => typeof target === 'object')
  .flatMap((target) => Object.values(target))
  .map((path) => join(root, path));
while (waiting.length > 0) {
  const file = waiting.pop();
  if (needed.has(file) || !existsSync(file)) continue;
  needed.add(file);
  waiting.push(...importsOf(file));
}

const unpublished = readdirSync(join(root, 'dist'), { recursive: true })
  .map((name) => join(root, 'dist', name))
  .filter((file) => /\.(js|d\.ts)$/.test(file) && !needed.has(file))
  .map((file) => `/${relative(join(root, 'dist'), file).split(sep).join('/')}`)
  .filter((path) => !path.startsWith('/simulator/'))
  .sort();
writeFileSync(join(root, 'dist/.npmignore'), `${unpublished.join('\n')}\n`);
