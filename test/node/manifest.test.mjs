// custom-elements.json says what is there, all of it and nothing private; editors and frameworks get their data from it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { validateCem } from '@wc-toolkit/cem-validator';
import ts from 'typescript';
import * as library from '../../dist/elements/index.js';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const elements = manifest.modules.map(({ declarations: [element] }) => element);
const sorted = (names) => [...names].sort();
const namesOf = (facts) => sorted(facts.map(({ name }) => name));

const sources = readdirSync(new URL('elements', root), { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(`elements/${name}`));

/** What `@ignore` keeps out: the elements say it to each other, or it is a reaction of the browser's. */
const BETWEEN_ELEMENTS = ['ccpUrl', 'connectedMoveCallback', 'hostsChanged', 'isCandidate', 'manage'];
const REACTIONS = ['attributeChangedCallback', 'connectedCallback', 'disconnectedCallback'];

const declarations = fileURLToPath(new URL('dist/elements/index.d.ts', root));
const program = ts.createProgram([declarations], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  types: [],
});
const checker = program.getTypeChecker();
const exported = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(declarations)))
    .map((symbol) => [symbol.name, symbol]),
);

/** The public members that the library itself declares for an element, by the types. */
function publicMembers(className) {
  const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(exported.get(className)));
  return checker
    .getPropertiesOfType(type)
    .filter(({ declarations: [node] }) => node.getSourceFile().fileName.includes('/dist/elements/'))
    .filter(
      ({ declarations: [node] }) =>
        !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.NonPublicAccessibilityModifier),
    )
    .map(({ name }) => name)
    .filter((name) => !/^(#|__#)/.test(name) && !REACTIONS.includes(name));
}

test('the manifest is a valid one', () => {
  assert.doesNotThrow(() =>
    validateCem(manifest, {
      packageJsonPath: fileURLToPath(new URL('package.json', root)),
      cemFileName: 'custom-elements.json',
      // Types are exported from the main entry, which is no module of an element.
      rules: { manifest: { exportTypes: 'off' } },
    }),
  );
});

test('it has the elements, each in the module that registers it', () => {
  assert.deepEqual(
    manifest.modules.map(({ path }) => path),
    [
      'agent-status',
      'app',
      'ccp',
      'chat',
      'contact-controls',
      'global-ccp',
      'mini-panel',
      'recent-contacts',
      'wrap-up',
    ].map((name) => `dist/elements/connect-${name}.js`),
  );
});

for (const { name, tagName, ...element } of elements) {
  const ElementClass = library[name];

  test(`${tagName}: attributes`, () => {
    const observed = ElementClass.observedAttributes.filter((attribute) => attribute !== 'id');
    assert.deepEqual(namesOf(element.attributes), sorted(observed));
  });

  test(`${tagName}: members, and none that is private`, () => {
    const listed = element.members.filter((member) => !member.static);
    const expected = publicMembers(name).filter(
      (member) => !BETWEEN_ELEMENTS.includes(member) || (member === 'ccpUrl' && tagName === 'connect-ccp'),
    );
    assert.deepEqual(namesOf(listed), sorted(expected));
  });

  test(`${tagName}: methods say what they take and give`, () => {
    const type = checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(exported.get(name)));
    for (const method of element.members.filter((member) => member.kind === 'method' && !member.static)) {
      const [declaration] = type.getProperty(method.name).declarations;
      const { parameters = [], return: result } = method;
      assert.equal(parameters.length, declaration.parameters.length, method.name);
      assert.deepEqual(
        parameters.filter((one) => !one.description || !/^\w+$/.test(one.name)),
        [],
        method.name,
      );
      assert.ok(result.type.text, method.name);
      // What a plain promise settles for is said above it.
      if (!/^(void|Promise<void>)$/.test(result.type.text)) assert.ok(result.description, method.name);
    }
  });

  test(`${tagName}: events have the classes that are dispatched`, () => {
    for (const event of element.events) {
      const EventClass = library[event.type.text];
      assert.equal(new EventClass({ contactId: 'c' }).type, event.name);
    }
  });

  test(`${tagName}: everything has a description`, () => {
    const kinds = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];
    const facts = [...kinds.flatMap((kind) => element[kind] ?? []), ...element.members];
    assert.deepEqual(namesOf(facts.filter(({ description }) => !description)), []);
  });
}

test('the custom properties are those of the style sheets', () => {
  const used = sources.flatMap((source) =>
    [...source.matchAll(/var\(\s*(--connect-[a-z-]+)/g)].map(([, name]) => name),
  );
  const documented = elements.flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name));
  assert.deepEqual(sorted(new Set(documented)), sorted(new Set(used)));
});

test('the parts are those of the templates', () => {
  const whole = (names) => names.split(' ').filter((name) => /^[a-z-]+[a-z]$/.test(name));
  const inTemplates = sources.flatMap((source) => [
    // What is made of something is said of the part that it comes with.
    ...[...source.matchAll(/ part="([^"]+)"/g)].flatMap(([, names]) => whole(names.replace(/\S*\$\{[^}]*\}\S*/g, ''))),
    ...[...source.matchAll(/\.part(?:\.add\(| = )'([a-z-]+)'|\.setAttribute\('part', '([a-z-]+)'\)/g)].map(
      ([, added, set]) => added ?? set,
    ),
    // Lines of a chat are made without templates, and boxes that tell something by one function.
    ...[...source.matchAll(/\bmake\('[a-z]+', [`']([^`']+)[`']|\b(?:tellingBox|button)\('([a-z -]+)'/g)].flatMap(
      ([, made, told]) => whole((made ?? told.split(' ')[0]).replace(/\S*\$\{[^}]*\}\S*/g, '')),
    ),
  ]);
  const parts = elements.flatMap(({ cssParts }) => cssParts);
  const inWords = parts.flatMap(({ description }) => [...description.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
  const named = [...namesOf(parts), ...inWords];
  assert.deepEqual(
    inTemplates.filter((name) => !named.includes(name)),
    [],
  );
  // These are handed over by the code: boxes that tell something are made by one function.
  const byCode = ['status', 'advice', 'notice', 'line'];
  assert.deepEqual(
    namesOf(parts).filter((name) => !inTemplates.includes(name) && !byCode.includes(name)),
    [],
  );
});

test('the slots are those of the templates, or of a status', () => {
  const inTemplates = sources.flatMap((source) =>
    [...source.matchAll(/<slot name="([a-z-]+)"/g)].map(([, name]) => name),
  );
  const statuses = elements.find(({ tagName }) => tagName === 'connect-ccp').cssStates.map(({ name }) => name);
  const documented = elements.flatMap(({ slots }) => slots.map(({ name }) => name)).filter(Boolean);
  assert.deepEqual(
    documented.filter((name) => !inTemplates.includes(name) && !statuses.includes(name)),
    [],
  );
  assert.deepEqual(
    inTemplates.filter((name) => !documented.includes(name)),
    [],
  );
});

test('the data for editors know every tag', () => {
  const tags = elements.map(({ tagName }) => tagName);
  assert.deepEqual(namesOf(JSON.parse(read('dist/html-data.json')).tags), tags);
  assert.deepEqual(namesOf(JSON.parse(read('dist/web-types.json')).contributions.html.elements), tags);
});
