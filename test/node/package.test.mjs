// What npm would publish: every documented import resolves from it, all that is there is needed, and maps lead to sources beside them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import ts from 'typescript';
import { languages, published } from '../../scripts/languages.mjs';
import { documents, text } from '../support/document-blocks.mjs';
import { entriesOf } from '../support/entries.mjs';
import { installPacked } from '../support/packed.mjs';

/** Of the packed file, in bytes, source maps and sources in it. */
const LIMIT = 3_500_000;

const { application, folder, size, files } = installPacked({ after }, ['lit', 'libphonenumber-js']);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const entries = entriesOf(manifest);
const specifierOf = (entry) => entry.replace('.', manifest.name);
const inPackage = (path) => path.replace(/^\.\//, '');

test(`the packed file is smaller than ${LIMIT / 1000} kB`, () => assert.ok(size < LIMIT, `${size} bytes`));

/** The elements that have a page. */
const documentedTags = [...documents.keys()].flatMap(
  (path) => /^docs\/elements\/(connect-.+)\.md$/.exec(path)?.[1] ?? [],
);

test('the entries are the documented ones', () => {
  const documented = [
    ['', '/connect.js', '/define.js', '/global.js', '/simulator.js'],
    documentedTags.map((tag) => `/${tag}.js`),
    languages().map((tag) => `/lang/${tag}.js`),
  ].flat();
  const others = entries.map(([entry]) => entry.slice(1)).filter((entry) => !documented.includes(entry));
  assert.deepEqual(
    documented.filter((entry) => !entries.some(([name]) => name === `.${entry}`)),
    [],
  );
  assert.deepEqual(others, []);
});

test('every file that package.json names is packed, and types come first', () => {
  const named = [
    ...entries.flatMap(([, target]) => Object.values(target)),
    ...manifest.sideEffects.filter((path) => !path.includes('*')),
    manifest.customElements,
    manifest['web-types'],
    ...manifest.contributes.html.customData,
    ...manifest.contributes.css.customData,
  ].map(inPackage);
  assert.deepEqual(
    named.filter((path) => !files.includes(path)),
    [],
  );
  for (const [, target] of entries) assert.deepEqual(Object.keys(target), ['types', 'default']);
});

test('every import that the documents show is an entry', () => {
  const shown = [...text.matchAll(/(?:from |import )'(connect-ccp-elements[^']*)'|`(connect-ccp-elements\/[^`<]*)`/g)];
  const names = [...new Set(shown.map(([, imported, named]) => imported ?? named))];
  assert.ok(names.length > 0);
  const known = entries.map(([entry]) => specifierOf(entry));
  assert.deepEqual(
    names.filter((name) => !known.includes(name)),
    [],
  );
});

test('the command runs from what is packed', () => {
  const told = execFileSync(process.execPath, [join(folder, manifest.bin[manifest.name]), 'migrate-check', folder], {
    encoding: 'utf8',
  });
  assert.match(told, /^You can switch/);
});

test('every entry imports in Node', () => {
  const script = `for (const name of ${JSON.stringify(entries.map(([entry]) => specifierOf(entry)))}) await import(name);`;
  assert.doesNotThrow(() =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: application }),
  );
});

const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  // Errors of the declarations count too.
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

/** A program that imports every entry, as a user's compiler reads it. */
function programOf(moduleResolution) {
  const source = [
    ...entries.map(([entry], index) => `import * as entry${index} from '${specifierOf(entry)}';`),
    `export const all: object[] = [${entries.map((_, index) => `entry${index}`).join(', ')}];`,
    "export const url: string = document.createElement('connect-ccp').ccpUrl;",
  ].join('\n');
  const file = join(application, 'index.ts');
  writeFileSync(file, source);
  writeFileSync(join(application, 'package.json'), '{ "type": "module" }');
  const isNode = moduleResolution === ts.ModuleResolutionKind.NodeNext;
  const module = isNode ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext;
  return ts.createProgram([file], { ...OPTIONS, module, moduleResolution });
}

for (const kind of ['NodeNext', 'Bundler']) {
  test(`the types of every entry resolve without an error: ${kind}`, () => {
    const program = programOf(ts.ModuleResolutionKind[kind]);
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    assert.deepEqual(problems, []);
  });
}

/** The modules of the repository, by their paths. */
const modules = files.filter((path) => /^(src|elements)\/.+(?<!\.d)\.ts$/.test(path));
/** What they know of a package that a page may not have. */
const declarations = files.filter((path) => /^(src|elements)\/.+\.d\.ts$/.test(path));

/** What the files of cdn/ and the simulator's page are made of, beside the entries of the package. */
const BUNDLED = ['elements/cdn', 'elements/panel', 'src/simulator/page/ccp-entry', 'src/simulator/worker/worker-entry'];

test('every module is one that an entry needs', () => {
  const roots = [
    ...entries.map(([, target]) => target.default.replace(/^\.\/dist\//, '').replace(/\.js$/, '')),
    ...BUNDLED,
  ];
  const program = ts.createProgram(
    roots.map((module) => join(folder, `${module}.ts`)),
    { ...OPTIONS, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  );
  const needed = program.getSourceFiles().map(({ fileName }) => fileName.replace(`${folder}/`, ''));
  assert.ok(modules.length > 200);
  assert.deepEqual(
    modules.filter((path) => !needed.includes(path)),
    [],
  );
});

/** The command of the package. */
const commands = readdirSync(new URL('../../bin/', import.meta.url), { recursive: true })
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => `bin/${name.replaceAll('\\', '/')}`);

test('nothing is packed but those, what is made of them, and what tools and people read', () => {
  const made = modules.flatMap((path) =>
    ['.js', '.js.map', '.d.ts', '.d.ts.map'].map((end) => `dist/${path.slice(0, -3)}${end}`),
  );
  const bundles = Object.keys(JSON.parse(readFileSync(join(folder, 'cdn/integrity.json'), 'utf8'))).map(
    (name) => `cdn/${name}`,
  );
  const simulator = ['ccp.html', 'ccp.js.map', 'worker.js', 'worker.js.map'].map((name) => `dist/simulator/${name}`);
  const known = new Set([
    ...modules,
    ...declarations,
    ...made,
    ...bundles.flatMap((path) => [path, `${path}.map`]),
    ...simulator,
    ...['ccp.html', 'ccp.css'].map((name) => `src/simulator/page/${name}`),
    ...['custom-elements', 'web-types', 'html-data', 'css-data'].map((name) => `dist/${name}.json`),
    ...['cdn/integrity.json', 'dist/elements/framework-types.d.ts', 'dist/migration.json'],
    ...commands,
    ...documents.keys(),
    ...['docs/agent-desktop.webp', 'docs/chat.webp'],
    ...['package.json', 'LICENSE', ...['', 'src/'].map((at) => `${at}README.md`), 'CHANGELOG.md'],
  ]);
  assert.deepEqual(
    files.filter((path) => !known.has(path) && !/^(src|elements)\/[\w-]+\/README\.md$/.test(path)),
    [],
  );
  assert.deepEqual(
    made.filter((path) => !files.includes(path)),
    [],
  );
});

test('every source map leads to sources that are packed, or has them in it', () => {
  const maps = files.filter((path) => path.endsWith('.map'));
  assert.ok(maps.length > 400);
  const lost = maps.flatMap((path) => {
    const { sources, sourcesContent = [] } = JSON.parse(readFileSync(join(folder, path), 'utf8'));
    assert.ok(sources.length > 0 || path.endsWith('.d.ts.map'), path);
    return sources.filter((source, index) => !sourcesContent[index] && !files.includes(join(path, '..', source)));
  });
  assert.deepEqual(lost, []);
});

test('the list of languages is that of their files: `npm run build` writes it', () => {
  assert.equal(readFileSync(new URL('../../elements/words/published.ts', import.meta.url), 'utf8'), published());
});
