// The text of the documents: no block of code that nothing runs, no link, script or file that is not there, and blocks in TypeScript
// compile. What runs in a browser is in test/long/documents.test.mjs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { CommandErrorType } from '../../dist/src/index.js';
import { blocks, codeOf, documents, text } from '../support/document-blocks.mjs';

const ROOT = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const { name, version, scripts } = JSON.parse(read('package.json'));

/** Where the package lies once it is published. */
const PUBLISHED = `https://unpkg.com/${name}@${version}/`;

/** Documents for people, by their paths. */
const DOCUMENTS = [...documents.keys(), 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'src/README.md'];

/** Anchors of the headings in a text, as Git hosts and the documents' site make them. */
const anchorsIn = (document) =>
  [...document.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

test('every block says how it is run, under a name of its own', () => {
  assert.ok(blocks.length > 30);
  assert.equal((text.match(/^```/gm) ?? []).length, 2 * blocks.length, 'each has been found');
  assert.deepEqual(
    blocks.filter(({ kind }) => !kind).map(({ language, code }) => `${language}: ${code.split('\n')[0]}`),
    [],
  );
  const names = blocks.map(({ kind, name }) => `${kind} ${name}`);
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
});

test('every block of another kind than those that run in a browser is looked at here, or by the tests of the testing kit', () => {
  const browser = readFileSync(new URL('../long/documents.test.mjs', import.meta.url), 'utf8');
  const kit = readFileSync(new URL('../e2e/kit-playwright.test.mjs', import.meta.url), 'utf8');
  const here = ['two-commands', 'editor'];
  const loops = [...browser.matchAll(/for \(const name of \[([^\]]*)\]\) \{\s+run\(name,/g)].flatMap(([, names]) =>
    [...names.matchAll(/'([\w-]+)'/g)].map(([, one]) => one),
  );
  const isRun = ({ kind, name }) =>
    kind === 'sample'
      ? kit.includes(`'${name}':`)
      : kind === 'types'
        ? name in TYPED
        : here.includes(name) || browser.includes(`run('${name}'`) || loops.includes(name);
  assert.deepEqual(
    blocks.filter((block) => !isRun(block)).map(({ name }) => name),
    [],
  );
});

test('the README is one that people read to its end, and its links lead into the package from wherever it is shown', () => {
  const readme = read('README.md');
  assert.ok(Buffer.byteLength(readme) <= 15_000);
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
  assert.ok(links.length > 5);
  assert.deepEqual(
    links.filter((link) => !link.startsWith('https://')),
    [],
  );
});

test('every address of the package names its present version', () => {
  const versions = [...text.matchAll(new RegExp(`https://[\\w./-]+/${name}@([\\w.-]+)/`, 'g'))].map(([, one]) => one);
  assert.ok(versions.length > 10);
  assert.deepEqual(
    versions.filter((one) => one !== version),
    [],
  );
});

test('the two commands are there', () => {
  const lines = codeOf('two-commands').trim().split('\n');
  assert.equal(lines.length, 2);
  for (const line of lines) {
    const [, script] = /^npm ci && npm (\w+) +# /.exec(line) ?? assert.fail(line);
    assert.ok(scripts[script], line);
  }
});

test('the editor settings name files of the build', () => {
  const paths = Object.values(JSON.parse(codeOf('editor'))).flat();
  const missing = paths.filter(
    (path) => !existsSync(new URL(path.replace('./node_modules/connect-ccp-elements/', ''), ROOT)),
  );
  assert.equal(paths.length, 2);
  assert.deepEqual(missing, []);
});

for (const document of DOCUMENTS) {
  const source = read(document);

  test(`${document}: every script that it names is there`, () => {
    const named = [...source.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    assert.deepEqual(
      named.filter((name) => !scripts[name]),
      [],
    );
  });

  test(`${document}: every link leads somewhere`, () => {
    const links = [...source.replace(/^```[^]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
    const isThere = (link) => {
      const [path, anchor] = (link.startsWith(PUBLISHED) ? link.slice(PUBLISHED.length) : link).split('#');
      const base = link.startsWith(PUBLISHED) ? ROOT : new URL(document, ROOT);
      const target = path === '' ? base : new URL(path, base);
      return existsSync(target) && (!anchor || anchorsIn(readFileSync(target, 'utf8')).includes(anchor));
    };
    assert.deepEqual(
      links.filter((link) => (!/^https:/.test(link) || link.startsWith(PUBLISHED)) && !isThere(link)),
      [],
    );
  });

  test(`${document}: every file that it names is there`, () => {
    const paths = [...source.matchAll(/`((?:src|elements|test|demo|dist|cdn|\.ci)\/[\w./-]*\w)`/g)].map(
      ([, path]) => path,
    );
    assert.deepEqual(
      paths.filter((path) => !existsSync(new URL(path, ROOT)) && !existsSync(new URL(`${path}.ts`, ROOT))),
      [],
    );
  });
}

test('the pictures are small ones', () => {
  const pictures = [...read('README.md').matchAll(/!\[[^\]]+\]\(([^)]+\.webp)\)/g)];
  assert.ok(pictures.length > 0);
  for (const [, address] of pictures) {
    assert.ok(statSync(new URL(address.replace(PUBLISHED, ''), ROOT)).size < 100_000, address);
  }
});

const LIBRARY = "import type { ConnectCcpElement, ContactView } from 'connect-ccp-elements';";

/** Solid is no package of this repository; test/long/stacks.test.mjs compiles an application with the real one. */
const SOLID =
  "declare module 'solid-js' { export namespace JSX { interface IntrinsicElements {} interface HTMLAttributes<T> { class?: string } } }\n";

/** Each typed block with what it needs around it, by file. */
const TYPED = {
  language: {
    'language.ts': codeOf('language', 'types'),
    'nl.ts': "import type { Language } from 'connect-ccp-elements';\nexport declare const nl: Language;",
  },
  react: {
    'react.d.ts': codeOf('react', 'types'),
    'panel.tsx': `${LIBRARY}
      import type { RefObject } from 'react';
      declare const ccp: RefObject<ConnectCcpElement | null>;
      declare const ccpUrl: string;
      declare const setContact: (contact: ContactView) => void;
      export const panel = (${codeOf('react').trim()});
      // @ts-expect-error: no such attribute value
      export const mistake = <connect-ccp login-mode="sometimes" />;`,
  },
  solid: { 'solid.d.ts': codeOf('solid', 'types').replace(/^/, SOLID) },
  vue: { 'vue.d.ts': codeOf('vue', 'types') },
  svelte: { 'svelte.d.ts': codeOf('svelte', 'types') },
};

test('blocks in TypeScript compile', () => {
  const folder = fileURLToPath(new URL('test/', ROOT));
  const files = new Map(
    Object.values(TYPED).flatMap((sources) =>
      Object.entries(sources).map(([name, code]) => [join(folder, name), code]),
    ),
  );
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) =>
    files.has(file) ? ts.createSourceFile(file, files.get(file), ...rest) : getSourceFile.call(host, file, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  // Declarations of the blocks are checked too, which skipLibCheck would leave out.
  const own = [...files.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  });
  assert.deepEqual(
    own.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    [],
  );
});

test('SECURITY.md: every test that it names is there', () => {
  const rows = [...read('SECURITY.md').matchAll(/`(test\/[\w./-]+)`: ((?:"[^"]+"(?:, )?)+)/g)];
  const named = rows.flatMap(([, file, names]) => [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => [file, name]));
  assert.ok(named.length > 15);
  assert.deepEqual(
    named.filter(([file, name]) => !read(file).replaceAll("\\'", "'").includes(name)),
    [],
  );
});

/** The texts of a type that is one of several, as its declaration has them. */
const choicesOf = (path, name) => {
  const [, union] = new RegExp(`type ${name} =([^;]+);`).exec(read(path));
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, text]) => text);
};

test('the tables of errors and statuses have all that there are', () => {
  const errors = read('docs/errors.md');
  const codes = read('docs/troubleshooting.md');
  const missing = [
    ...Object.values(CommandErrorType).filter((type) => !errors.includes(`| \`${type}\` |`)),
    ...choicesOf('src/doctor/diagnosis.ts', 'DiagnosisCode').filter((code) => !codes.includes(`\n## \`${code}\`\n`)),
    ...choicesOf('src/doctor/diagnosis.ts', 'SilenceCause').filter((cause) => !codes.includes(`| \`${cause}\` |`)),
    ...choicesOf('elements/words/terms.ts', 'HostErrorCode').filter((code) => !errors.includes(`\`${code}\``)),
  ];
  assert.deepEqual(missing, []);
  const [, statuses] = /`status` is one of ([^;]+);/.exec(text);
  const told = [...statuses.matchAll(/`([\w-]+)`/g)].map(([, status]) => status);
  assert.deepEqual(told.sort(), choicesOf('src/sign-in/status.ts', 'CcpStatus').sort());
});
