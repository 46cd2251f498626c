// The worked example of elements/verbs/README.md is carried out in a copy of the sources: a verb is one file, one line, and its words.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(join(root, 'elements/verbs/README.md'), 'utf8');

/** The blocks of code under markers that begin like this, with what the marker says. */
const blocks = (marker) =>
  [...readme.matchAll(new RegExp(`<!-- ${marker}(.*?) -->\\s*\`\`\`ts\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, said, code]) => ({ said: said.trim(), code }),
  );

/** Files with words of the controls: English, and each further language. */
const wordFiles = () => [
  'elements/contact-controls/en.ts',
  ...readdirSync(join(root, 'elements/lang'))
    .map((name) => `elements/lang/${name}`)
    .filter((path) => readFileSync(join(root, path), 'utf8').includes("'send-digits': ")),
];

describe('the example of a verb', () => {
  let copy;

  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'verb-'));
    for (const name of ['src', 'elements', 'tsconfig.json'])
      cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(
      join(copy, 'tsconfig.verbs.json'),
      JSON.stringify({ extends: './tsconfig.json', include: ['src', 'elements'], compilerOptions: { types: [] } }),
    );
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  /** Writes after a line of a file of the copy, and says whether that line was there. */
  const insertAfter = (path, line, text) => {
    const source = readFileSync(join(copy, path), 'utf8');
    const changed = source.replace(`${line}\n`, () => `${line}\n${text}`);
    assert.notEqual(changed, source, `${path} has the line ${line}`);
    writeFileSync(join(copy, path), changed);
  };

  /** What the compiler says of the copy. */
  const complaints = () => {
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.verbs.json'], {
        cwd: copy,
        encoding: 'utf8',
      });
      return [];
    } catch ({ stdout }) {
      return stdout.split('\n').filter((line) => line.includes('error TS'));
    }
  };

  it('does not compile before its words are there, and names the files that lack them', () => {
    const [{ said: path, code }] = blocks('file: ');
    writeFileSync(join(copy, path), code);
    insertAfter(
      'elements/verbs/index.ts',
      "import { mute } from './mute.js';",
      "import { pressStar } from './press-star.js';\n",
    );
    for (const { said, code: line } of blocks('line: ')) {
      const [, file, before] = /^(\S+), after "(.*)"$/.exec(said);
      insertAfter(file, before, line.replace(/^(?! )/gm, '  ').replace(/ +$/, ''));
    }
    const files = complaints().map((line) => line.split('(')[0]);
    assert.deepEqual([...new Set(files)].sort(), wordFiles().sort());
  });

  it('compiles once each language has its words', () => {
    const [{ code }] = blocks('words');
    for (const path of wordFiles()) {
      const source = readFileSync(join(copy, path), 'utf8');
      writeFileSync(
        join(copy, path),
        source.replace("'send-digits': ", () => `${code.trim()}\n'send-digits': `),
      );
    }
    assert.deepEqual(complaints(), []);
  });
});
