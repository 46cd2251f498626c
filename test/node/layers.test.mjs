// The direction of imports: each layer imports only those below it, as src/README.md draws them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** From top to bottom. Layers on one line stand side by side and do not see each other. */
const LAYERS = [
  ['elements'],
  ['src/global.ts'],
  ['src/global-types'],
  ['src/index.ts'],
  ['src/doctor.ts'],
  ['src/shared.ts'],
  ['src/resiliency'],
  ['src/connect.ts'],
  ['src/media'],
  ['src/api'],
  ['src/doctor'],
  ['src/embedding', 'src/agent', 'src/simulator'],
  ['src/sign-in'],
  ['src/conduit'],
  ['src/events'],
  ['src/errors'],
  ['src/log'],
  ['src/text'],
  ['src/version.ts'],
];

const files = ['src', 'elements'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

const layerOf = (file) =>
  LAYERS.flat().find((layer) => file === layer || file.startsWith(`${layer}/`)) ??
  assert.fail(`${file} is in no layer`);

const rankOf = (layer) => LAYERS.findIndex((layers) => layers.includes(layer));

function importsOf(file) {
  const source = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g;
  return [...source.matchAll(pattern)].map((match) => match[1] ?? match[2]);
}

const resolved = (file, specifier) => relative(root, join(root, dirname(file), specifier)).replace(/\.js$/, '.ts');

test('every import points down', () => {
  const upward = [];
  for (const file of files) {
    const from = layerOf(file);
    for (const specifier of importsOf(file).filter((name) => name.startsWith('.'))) {
      const to = layerOf(resolved(file, specifier));
      if (from !== to && rankOf(to) <= rankOf(from)) upward.push(`${file} imports ${specifier} (${to})`);
    }
  }
  assert.deepEqual(upward, []);
});

test('only elements import packages: lit, and what reads typed numbers; src imports none', () => {
  const foreign = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('.'))
      .filter((name) => !(file.startsWith('elements/') && /^(lit|libphonenumber-js)($|\/)/.test(name)))
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(foreign, []);
});

test('the map in src/README.md has a line for each folder', () => {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const missing = folders.map(({ name }) => name).filter((name) => !map.includes(`\`${name}/\``));
  assert.deepEqual(missing, []);
});
