// Types and run time of the elements agree: their own members, and the events that the event map promises.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as library from '../../dist/elements/index.js';

const file = (path) => fileURLToPath(new URL(`../../dist/elements/${path}`, import.meta.url));
const program = ts.createProgram([file('index.d.ts')], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

/** The declarations of one module, by name. */
function exportsOf(path) {
  const source = program.getSourceFile(file(path));
  return new Map(
    checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((symbol) => [symbol.name, symbol]),
  );
}

const sorted = (names) => [...names].sort();

test('the members of ConnectCcpElement', () => {
  const { ConnectCcpElement } = library;
  assert.ok(ConnectCcpElement.observedAttributes.includes('ccp-url')); // makes Lit put the properties on the prototype
  const symbol = exportsOf('connect-ccp-element.d.ts').get('ConnectCcpElement');
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const declared = checker
    .getPropertiesOfType(type)
    .filter(({ declarations }) =>
      declarations.some((node) => node.getSourceFile().fileName === file('connect-ccp-element.d.ts')),
    )
    .map(({ name }) => name)
    .filter((name) => !/^(#|__#)/.test(name));
  const atRunTime = Object.getOwnPropertyNames(ConnectCcpElement.prototype).filter((name) => name !== 'constructor');
  assert.deepEqual(sorted(declared), sorted(atRunTime));
});

test('each attribute has its property, and each is in the README', async () => {
  const { readFile } = await import('node:fs/promises');
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const missing = library.ConnectCcpElement.observedAttributes.filter((name) => !readme.includes(`\`${name}\``));
  assert.deepEqual(missing, []);
});

test('the event map has each event class under the name that it is dispatched by', () => {
  const map = checker.getDeclaredTypeOfSymbol(exportsOf('events.d.ts').get('ConnectHostEventMap'));
  const promised = checker.getPropertiesOfType(map).map((property) => {
    const type = checker.getTypeOfSymbolAtLocation(property, program.getSourceFile(file('events.d.ts')));
    return [property.name.replaceAll('"', ''), type.symbol.name];
  });
  const dispatched = Object.entries(library)
    .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Event)
    .map(([name, EventClass]) => [new EventClass({ contactId: 'c' }).type, name]);
  assert.deepEqual(sorted(promised.map(String)), sorted(dispatched.map(String)));
});
