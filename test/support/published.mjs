// Makes of dist/ what is published. What no published entry needs is listed in dist/.npmignore: inner modules of the simulator,
// which is bundled, and types that nothing public names. The tests of this repository use them, so that they stay in dist/.
// What only tools read loses its indentation, and types that no entry exports lose their comments.
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

/** The declaration files of whose symbols an entry exports some by name. */
function exporting(file, found = new Set()) {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  for (const [, , specifier] of readFileSync(file, 'utf8').matchAll(/^export [^;]*? from (['"])(\.[^'"]+)\1/gms)) {
    exporting(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')), found);
  }
  return found;
}

const shown = new Set();
for (const target of Object.values(exports)) if (target.types) exporting(join(root, target.types), shown);
for (const file of needed) {
  if (!file.endsWith('.d.ts') || shown.has(file)) continue;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ *\/\*\*.*?\*\/\n/gms, ''));
}

for (const name of readdirSync(join(root, 'dist')).filter((one) => one.endsWith('.json'))) {
  const file = join(root, 'dist', name);
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
}
