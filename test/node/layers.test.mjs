// The direction of imports: each layer imports only those below it, as src/README.md draws them. Types and dynamic imports count too.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** From top to bottom. Layers on one line stand side by side and do not see each other. */
const LAYERS = [
  ['elements'],
  ['src/global.ts'],
  ['src/global-types'],
  ['src/global-types'],
  ['src/index.ts'],
  ['src/doctor.ts'],
  ['src/shared.ts'],
  ['src/resiliency'],
  ['src/connect.ts'],
  ['src/media', 'src/sdk'],
  ['src/api'],
  ['src/doctor'],
  ['src/embedding', 'src/agent', 'src/simulator'],
  ['src/softphone'],
  ['src/sign-in'],
  ['src/conduit'],
  ['src/events'],
  ['src/errors'],
  ['src/log'],
  ['src/text'],
  ['src/version.ts'],
];

/** The rooms of a layer that has some, likewise; files beside them are its entries, which see all. */
const ROOMS = {
  elements: [
    ['lang'],
    ['vocabulary'],
    ['ccp', 'global-ccp', 'agent-status', 'contact-controls', 'recent-contacts', 'wrap-up', 'mini-panel', 'app'],
    ['chat'],
    ['devices', 'ringer', 'alerts', 'numbers'],
    ['verbs'],
    ['conversations'],
    ['commands'],
    ['host'],
    ['base'],
    ['words'],
    ['looks', 'page'],
  ],
  'src/simulator': [['kit'], ['page', 'worker'], ['ui', 'service'], ['channel'], ['ccp']],
};

const files = ['src', 'elements'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const importsOf = (file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map(([, from, effect, late]) => from ?? effect ?? late);

/** Each file with those of the repository that it imports. */
const graph = new Map(
  files.map((file) => [
    file,
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => join(dirname(file), name).replace(/\.js$/, '.ts')),
  ]),
);

const rankOf = (ranks, name) => ranks.findIndex((names) => names.includes(name));

/**
 * The imports that do not point down.
 * @param {readonly (readonly string[])[]} ranks names from top to bottom.
 * @param {(file: string) => string | undefined} placeOf the name that a file belongs to; none for those that do not count.
 */
function climbs(ranks, placeOf) {
  const found = [];
  for (const [file, imports] of graph) {
    for (const target of imports) {
      const [from, to] = [placeOf(file), placeOf(target)];
      if (!from || !to || from === to) continue;
      if (rankOf(ranks, to) <= rankOf(ranks, from)) found.push(`${file} imports ${target}`);
    }
  }
  return found;
}

const layerOf = (file) =>
  LAYERS.flat().find((layer) => file === layer || file.startsWith(`${layer}/`)) ??
  assert.fail(`${file} is in no layer`);

test('every import points down', () => assert.deepEqual(climbs(LAYERS, layerOf), []));

for (const [layer, ranks] of Object.entries(ROOMS)) {
  const roomOf = (file) => {
    if (!file.startsWith(`${layer}/`)) return undefined;
    const [room, ...rest] = file.slice(layer.length + 1).split('/');
    return rest.length > 0 ? room : undefined;
  };

  test(`every room of ${layer} has its rank`, () => {
    const rooms = new Set(files.map(roomOf).filter(Boolean));
    assert.deepEqual([...rooms].sort(), ranks.flat().sort());
  });

  test(`every import between the rooms of ${layer} points down`, () => assert.deepEqual(climbs(ranks, roomOf), []));
}

test('no file imports itself by way of others', () => {
  const circles = [];
  const done = new Set();
  const visit = (file, path) => {
    if (path.includes(file)) return circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file)) return undefined;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    return done.add(file);
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(circles, []);
});

test('only elements import packages: lit, what reads typed numbers, and ChatJS where it is there; src imports none', () => {
  const foreign = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('.'))
      .filter(
        (name) => !(file.startsWith('elements/') && /^(lit|libphonenumber-js|amazon-connect-chatjs)($|\/)/.test(name)),
      )
      .map((name) => `${file} imports ${name}`),
  );
  assert.deepEqual(foreign, []);
});

test('the map in src/README.md has a line for each folder', () => {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const folders = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  const missing = [...folders('src'), ...folders('src/simulator'), ...folders('elements')].filter(
    (name) => !map.includes(`\`${name}/\``),
  );
  assert.deepEqual(missing, []);
});

test('every section of docs/protocol.md that a comment points at is there', () => {
  const sections = new Set(
    [...readFileSync(join(root, 'docs/protocol.md'), 'utf8').matchAll(/^#+ (\d+(?:\.\d+)?) /gm)].map(
      ([, number]) => number,
    ),
  );
  const dangling = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/protocol\.md, sections? ([\d., and]+)/g)].flatMap(
      ([, numbers]) =>
        (numbers.match(/\d+(?:\.\d+)?/g) ?? [])
          .filter((number) => !sections.has(number))
          .map((number) => `${file}: section ${number}`),
    ),
  );
  assert.deepEqual(dangling, []);
});

test('comments point at what is in the repository or public', () => {
  const lost = files.filter((file) =>
    /Documents? 00\d|[Pp]rotocol sections? \d/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(lost, []);
});
