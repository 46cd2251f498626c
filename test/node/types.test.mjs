// Types and run time agree: what the declarations promise is there, and what is there is declared.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as library from '../../dist/src/index.js';

const declarations = fileURLToPath(new URL('../../dist/src/index.d.ts', import.meta.url));
const program = ts.createProgram([declarations], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  strict: true,
  types: [],
});
const checker = program.getTypeChecker();
const source = program.getSourceFile(declarations);
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));

const symbolNamed = (name) => exported.find((symbol) => symbol.name === name);
const resolved = (symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
const typeOf = (symbol) => checker.getTypeOfSymbolAtLocation(resolved(symbol), source);
const memberType = (type, name) => checker.getTypeOfSymbolAtLocation(checker.getPropertyOfType(type, name), source);

/** The names that a type declares; hard-private ones are nobody's. */
const declared = (type) =>
  checker
    .getPropertiesOfType(type)
    .map(({ name }) => name)
    .filter((name) => !/^(#|__#|__@)/.test(name));

/** The names on an object's own class and those above it, short of Object and Error. */
function membersOf(prototype) {
  const names = new Set();
  for (let at = prototype; at && ![Object.prototype, Error.prototype].includes(at); at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) if (name !== 'constructor') names.add(name);
  }
  return [...names];
}

function assertSame(what, inTypes, atRunTime) {
  const [types, runTime] = [new Set(inTypes), new Set(atRunTime)];
  const undeclared = [...runTime].filter((name) => !types.has(name)).sort();
  const missing = [...types].filter((name) => !runTime.has(name)).sort();
  assert.deepEqual({ undeclared, missing }, { undeclared: [], missing: [] }, what);
}

const connectType = typeOf(symbolNamed('connect'));

test('the values that the module exports', () => {
  const isValue = (symbol) =>
    resolved(symbol).flags & ts.SymbolFlags.Value && !symbol.declarations.some(ts.isTypeOnlyImportOrExportDeclaration);
  const values = exported.filter(isValue).map(({ name }) => name);
  assertSame('exports', values, Object.keys(library));
});

/** What another library or the page puts there: the types know of it, and it is not there by itself. */
const FROM_OUTSIDE = [
  'ChatSession',
  'TaskSession',
  // connect-rtc-js
  'AzureVDIStrategy',
  'CitrixVDIStrategy',
  'DCVWebRTCStrategy',
  'OmnissaVDIStrategy',
  'RTCErrors',
  'RTCSession',
];

test('connect', () => assertSame('connect', declared(connectType), [...Object.keys(library.connect), ...FROM_OUTSIDE]));

test('connect.core', () => {
  assertSame('connect.core', declared(memberType(connectType, 'core')), Object.keys(library.connect.core));
});

for (const enumName of Object.keys(library.connect).filter((name) => Object.isFrozen(library.connect[name]))) {
  const atRunTime = library.connect[enumName];
  const isEnum =
    typeof atRunTime === 'object' &&
    !Array.isArray(atRunTime) &&
    Object.values(atRunTime).every((value) => typeof value === 'string');
  if (!isEnum) continue;
  test(`the enum ${enumName}: keys and values`, () => {
    const type = memberType(connectType, enumName);
    const values = declared(type).map((key) => [key, memberType(type, key).value]);
    assert.deepEqual(Object.fromEntries(values), { ...atRunTime });
  });
}

/** Fields that instances have of their own, set by their constructors. */
const OWN_FIELDS = {
  Contact: ['contactId'],
  AgentSnapshot: ['agentData'],
  ContactSnapshot: ['contactId', 'contactData'],
  Connection: ['contactId', 'connectionId'],
  ChatConnection: ['contactId', 'connectionId'],
  TaskConnection: ['contactId', 'connectionId'],
  EmailConnection: ['contactId', 'connectionId'],
  Endpoint: Object.keys(new library.Endpoint({ emailAddress: 'a@b.example', displayName: 'A' })),
  SoftphoneError: Object.keys(new library.SoftphoneError('a', 'b', 'c')),
};

const CLASSES = ['Agent', 'AgentSnapshot', 'Contact', 'ContactSnapshot', 'Connection', 'VoiceConnection'];
for (const name of [
  ...CLASSES,
  'ChatConnection',
  'TaskConnection',
  'EmailConnection',
  'Endpoint',
  'SoftphoneError',
  'EventBus',
]) {
  test(`the members of ${name}`, () => {
    const [construct] = checker.getSignaturesOfType(memberType(connectType, name), ts.SignatureKind.Construct);
    const own = OWN_FIELDS[name === 'VoiceConnection' ? 'Connection' : name] ?? [];
    const atRunTime = [...membersOf(library.connect[name].prototype), ...own];
    assertSame(name, declared(checker.getReturnTypeOfSignature(construct)), atRunTime);
  });
}

test('the members of the log', () => {
  const [signature] = checker.getSignaturesOfType(memberType(connectType, 'getLog'), ts.SignatureKind.Call);
  const atRunTime = membersOf(Object.getPrototypeOf(library.connect.getLog()));
  assertSame('Logger', declared(checker.getReturnTypeOfSignature(signature)), atRunTime);
});

test('the web-socket manager', () => {
  const type = memberType(memberType(connectType, 'core'), 'getWebSocketManager');
  const [signature] = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
  const atRunTime = Object.keys(library.connect.core.getWebSocketManager());
  assertSame('WebSocketManager', declared(checker.getReturnTypeOfSignature(signature)), atRunTime);
});
