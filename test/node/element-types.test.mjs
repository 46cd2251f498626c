// Types and run time of the elements agree: their own members, and the events that the event map promises.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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

/** Each element class with the module that declares it. */
const elements = Object.entries(library)
  .filter(([name, value]) => typeof value === 'function' && /^Connect\w+Element$/.test(name) && value.tagName)
  .map(([name, ElementClass]) => ({
    name,
    ElementClass,
    module: `${ElementClass.tagName.replace('connect-', '')}/element.d.ts`,
  }));

test('there is a class for each of the documented tags', () => {
  const tags = elements.map(({ ElementClass }) => ElementClass.tagName);
  for (const tag of ['connect-ccp', 'connect-agent-status', 'connect-contact-controls']) assert.ok(tags.includes(tag));
});

for (const { name, ElementClass, module } of elements) {
  test(`the members of ${name}`, () => {
    assert.ok(ElementClass.observedAttributes.length > 0); // makes Lit put the properties on the prototype
    const type = checker.getDeclaredTypeOfSymbol(exportsOf(module).get(name));
    const declared = checker
      .getPropertiesOfType(type)
      .filter(({ declarations }) => declarations.some((node) => node.getSourceFile().fileName === file(module)))
      .map((member) => member.name)
      .filter((member) => !/^(#|__#)/.test(member));
    const atRunTime = Object.getOwnPropertyNames(ElementClass.prototype).filter((member) => member !== 'constructor');
    assert.deepEqual(sorted(declared), sorted(atRunTime));
  });

  test(`the attributes of ${name} are on its page`, async () => {
    const page = await readFile(new URL(`../../docs/elements/${ElementClass.tagName}.md`, import.meta.url), 'utf8');
    const own = ElementClass.observedAttributes.filter((attribute) => attribute !== 'id');
    assert.deepEqual(
      own.filter((attribute) => !page.includes(`\`${attribute}\``)),
      [],
    );
  });
}

test('the event maps have each event class under the name that it is dispatched by', () => {
  const promised = [
    ['host/events.d.ts', 'ConnectHostEventMap'],
    ['verbs/requests.d.ts', 'ConnectRequestEventMap'],
    ['wrap-up/request.d.ts', 'ConnectWrapUpEventMap'],
  ].flatMap(([module, map]) =>
    checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(exportsOf(module).get(map))).map((property) => {
      const type = checker.getTypeOfSymbolAtLocation(property, program.getSourceFile(file(module)));
      return [property.name.replaceAll('"', ''), type.symbol.name];
    }),
  );
  const dispatched = Object.entries(library)
    // The base class of all requests is for `instanceof`; nothing dispatches it.
    .filter(([name, value]) => value?.prototype instanceof Event && name !== 'ConnectRequestEvent')
    .map(([name, EventClass]) => [new EventClass({ contactId: 'c' }).type, name]);
  assert.deepEqual(sorted(promised.map(String)), sorted(dispatched.map(String)));
});
