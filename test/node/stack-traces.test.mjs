// Whoever uses the package can debug it: a stack trace leads to the TypeScript, and classes have the names that the documents use.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Loads a file in Node, has it throw, and returns what the page would see. */
function thrownBy(path) {
  const script = `
    const { connect = globalThis.connect } = await import(${JSON.stringify(join(root, path))});
    try {
      connect.core.initCCP(null, {});
    } catch ({ stack, constructor }) {
      console.log(JSON.stringify({ stack, error: constructor.name, agent: connect.Agent.name }));
    }`;
  const flags = ['--enable-source-maps', '--input-type=module'];
  return JSON.parse(execFileSync(process.execPath, [...flags, '-e', script], { encoding: 'utf8' }));
}

for (const path of [
  'dist/src/index.js',
  'dist/elements/index.js',
  'cdn/connect-ccp.min.js',
  'cdn/connect-panel.min.js',
  'cdn/connect-streams.min.js',
]) {
  test(path, () => {
    const { stack, error, agent } = thrownBy(path);
    const [, source, line] = /\(?([^\s(]+\.ts):(\d+):\d+\)?/.exec(stack) ?? assert.fail(stack);
    const file = source.replace('file://', '');
    assert.ok(file.startsWith(join(root, 'src/')) && existsSync(file), source);
    assert.match(readFileSync(file, 'utf8').split('\n')[line - 1], /\bthrow\b|new \w*Error\(/, `${source}:${line}`);
    assert.equal(error, 'ValueError');
    assert.equal(agent, 'Agent');
  });
}
