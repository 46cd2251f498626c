// What npm would publish: nothing but what the entries need, small enough, and every documented import resolves from it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { build } from 'esbuild';
import ts from 'typescript';
import { installPacked } from '../support/packed.mjs';

/** Of the packed file, in bytes. */
const LIMIT = 400_000;

const { application, folder, size, files } = installPacked({ after }, ['lit', 'libphonenumber-js']);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const entries = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object');
const specifierOf = (entry) => entry.replace('.', manifest.name);
const inPackage = (path) => path.replace(/^\.\//, '');

test(`the packed file is smaller than ${LIMIT / 1000} kB`, () => assert.ok(size < LIMIT, `${size} bytes`));

test('the entries are the documented ones', () => {
  const documented = [
    ['', '/connect.js', '/define.js', '/global.js', '/simulator.js'],
    ['ccp', 'agent-status', 'contact-controls', 'global-ccp'].map((name) => `/connect-${name}.js`),
    ['ar', 'de', 'es', 'fr', 'ja', 'pt'].map((tag) => `/lang/${tag}.js`),
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

test('every import that the README shows is an entry', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const shown = [
    ...readme.matchAll(/(?:from |import )'(connect-ccp-elements[^']*)'|`(connect-ccp-elements\/[^`<]*)`/g),
  ];
  const names = [...new Set(shown.map(([, imported, named]) => imported ?? named))];
  assert.ok(names.length > 0);
  const known = entries.map(([entry]) => specifierOf(entry));
  assert.deepEqual(
    names.filter((name) => !known.includes(name)),
    [],
  );
});

test('every entry imports in Node', () => {
  const script = `for (const name of ${JSON.stringify(entries.map(([entry]) => specifierOf(entry)))}) await import(name);`;
  assert.doesNotThrow(() =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: application }),
  );
});

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
  return ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: isNode ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
    moduleResolution,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    // Errors of the declarations count too.
    skipLibCheck: false,
    noEmit: true,
    types: [],
  });
}

for (const kind of ['NodeNext', 'Bundler']) {
  test(`the types of every entry resolve without an error: ${kind}`, () => {
    const program = programOf(ts.ModuleResolutionKind[kind]);
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    assert.deepEqual(problems, []);
  });
}

test('nothing is packed that no entry needs', async () => {
  const program = programOf(ts.ModuleResolutionKind.Bundler);
  const { metafile } = await build({
    entryPoints: entries.map(([, target]) => join(folder, target.default)),
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    external: ['lit', 'lit/*', 'libphonenumber-js'],
    outdir: join(application, 'unused'),
    write: false,
    metafile: true,
  });
  const needed = new Set([
    ...program.getSourceFiles().map(({ fileName }) => fileName.replace(`${folder}/`, '')),
    ...Object.keys(metafile.inputs),
    ...['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'],
    ...['custom-elements', 'web-types', 'html-data', 'css-data'].map((name) => `dist/${name}.json`),
    ...['ccp.html', 'ccp.css', 'ccp.js', 'shared.js', 'worker.js'].map((name) => `dist/simulator/${name}`),
    'cdn/integrity.json',
    ...Object.keys(JSON.parse(readFileSync(join(folder, 'cdn/integrity.json'), 'utf8'))).map((name) => `cdn/${name}`),
  ]);
  assert.deepEqual(
    files.filter((file) => !needed.has(file)),
    [],
  );
});
