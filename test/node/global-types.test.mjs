// What `import 'connect-ccp-elements/global.js'` declares: code that compiles with the declarations of amazon-connect-streams
// compiles with ours, and what ours promise is there at run time.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { connect } from '../../dist/src/index.js';

const { resolve } = createRequire(import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const OURS = path('../../dist/src/global.d.ts');
const THEIRS = resolve('amazon-connect-streams/src/index.d.ts');
const CHATJS = resolve('amazon-connect-chatjs/dist/index.d.ts');

const applications = readdirSync(path('../types'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => path(`../types/${name}`));
const exceptions = Object.keys(JSON.parse(readFileSync(path('../interop/exceptions.json'), 'utf8')).missing);

function programOf(files) {
  return ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    noEmit: true,
    types: [],
  });
}

function problemsOf(program) {
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const at = file ? `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ` : '';
    return `${at}${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** The namespace of a set of declarations: a checker, and what it exports by name. */
function namespaceOf(declarations) {
  const program = programOf([declarations]);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(declarations);
  const symbol = checker.getSymbolsInScope(source, ts.SymbolFlags.Namespace).find(({ name }) => name === 'connect');
  return { checker, source, exported: new Map(checker.getExportsOfModule(symbol).map((one) => [one.name, one])) };
}

const ours = namespaceOf(OURS);
const theirs = namespaceOf(THEIRS);
const isValue = (symbol) => Boolean(symbol.flags & ts.SymbolFlags.Value);
const isEnum = (symbol) => Boolean(symbol.flags & ts.SymbolFlags.Enum);

/** Amazon's library at run time: its declarations name things that it does not have. */
const peer = (() => {
  const page = { navigator: { userAgent: 'Chrome/120' }, location: {}, document: {}, addEventListener() {} };
  Object.assign(page, { window: page, self: page, console, setInterval: () => 0, setTimeout: () => 0 });
  runInContext(readFileSync(resolve('amazon-connect-streams'), 'utf8'), createContext(page));
  return page.connect;
})();

const isExcepted = (name) => exceptions.some((excepted) => name === excepted || name.startsWith(`${excepted}.`));

for (const [name, declarations] of Object.entries({ 'amazon-connect-streams': THEIRS, ours: OURS })) {
  test(`TypeScript applications compile with the declarations: ${name}`, () => {
    assert.ok(applications.length > 3);
    assert.deepEqual(problemsOf(programOf([declarations, ...applications])), []);
  });
}

test('those of ChatJS merge with ours', () => {
  assert.deepEqual(problemsOf(programOf([OURS, CHATJS, path('../types/chatjs/session.ts'), ...applications])), []);
});

test('tasks have the names that applications give them', () => {
  assert.deepEqual(problemsOf(programOf([OURS, path('../types/taskjs/create.ts')])), []);
});

test('lily and globalConnect are declared', () => {
  const names = ours.checker.getSymbolsInScope(ours.source, ts.SymbolFlags.Variable).map(({ name }) => name);
  for (const name of ['lily', 'globalConnect']) assert.ok(names.includes(name), name);
});

test('the values of the namespace are those of the run time', () => {
  const declared = [...ours.exported].filter(([, symbol]) => isValue(symbol)).map(([name]) => name);
  assert.deepEqual(declared.sort(), Object.keys(connect).sort(), 'declare it in src/global-types/namespace.ts');
});

test('enums have the members of the run time', () => {
  const enums = [...ours.exported].filter(([, symbol]) => isEnum(symbol));
  assert.ok(enums.length > 20);
  for (const [name, symbol] of enums) {
    const members = [...symbol.exports.values()].map((member) => [
      member.name,
      ours.checker.getConstantValue(member.valueDeclaration),
    ]);
    assert.deepEqual([name, Object.fromEntries(members)], [name, { ...connect[name] }]);
  }
});

test('what Streams declares as an enum is an enum here, with all members that are there at run time', () => {
  const missing = [];
  for (const [name, symbol] of theirs.exported) {
    if (!isEnum(symbol) || !peer[name]) continue;
    const mine = ours.exported.get(name);
    if (!mine || !isEnum(mine)) missing.push(name);
    else
      for (const key of symbol.exports.keys())
        if (!mine.exports.has(key) && key in peer[name]) missing.push(`${name}.${key}`);
  }
  assert.deepEqual(missing, []);
});

/** The members of the peer's namespace in whose declarations a name stands, as paths. */
function placesOf(name) {
  const places = [];
  const visit = (node, at) => {
    const owner = at.length < 2 && node.name && ts.isIdentifier(node.name) ? [...at, node.name.text] : at;
    if (ts.isIdentifier(node) && node.text === name && at[0] !== name) places.push(at);
    ts.forEachChild(node, (child) => visit(child, owner));
  };
  const [declaration] = theirs.source.statements.filter(ts.isModuleDeclaration);
  for (const statement of declaration.body.statements) {
    for (const named of statement.declarationList?.declarations ?? [statement]) visit(named, []);
  }
  return places;
}

/** Options of something that is in the list of exceptions under a name of its own. */
const PART_OF = { 'AppOptions.customViewsParams': 'connect.core.terminateCustomView' };

/** How the list of exceptions calls a member: of the run time's classes, and of the objects that interfaces stand for. */
function pathsOf([owner, member]) {
  if (!member) return [`connect.${owner}`];
  const part = PART_OF[`${owner}.${member}`];
  if (part) return [part];
  if (owner === 'Core') return [`connect.core.${member}`];
  if (owner === 'AgentApp') return [`connect.agentApp.${member}`];
  return [`connect.${owner}.prototype.${member}`];
}

/** True for a method that amazon-connect-streams declares and does not have. */
const isOnlyDeclared = ([owner, member]) =>
  Boolean(member && peer[owner]?.prototype) && !(member in peer[owner].prototype) && typeof peer[owner] === 'function';

const isPlaceExcused = (place) => pathsOf(place).some(isExcepted) || isOnlyDeclared(place);

/** True for what is in the list of exceptions, for types that nothing else uses, and for what Streams itself does not have. */
function isExcused(name, above = []) {
  if (isExcepted(`connect.${name}`)) return true;
  const symbol = theirs.exported.get(name);
  if (isValue(symbol)) return peer[name] === undefined;
  const places = placesOf(name).filter(([owner]) => !above.includes(owner));
  return places.every((place) => isPlaceExcused(place) || isExcused(place[0], [...above, name]));
}

test('every class, type and function of the namespace has ours, or stands in the list of exceptions', () => {
  assert.deepEqual(
    [...theirs.exported.keys()].filter((name) => !ours.exported.has(name) && !isExcused(name)),
    [],
  );
});

/** Members that amazon-connect-streams declares of objects and does not have at run time; nothing could call them. */
const ONLY_DECLARED = {
  WebSocketManager:
    'declared after the WebSocket of browsers; what core.getWebSocketManager() gives there has none of it',
};

test('every member of a class or of an interface has ours, or stands in the list of exceptions', () => {
  const missing = [];
  for (const [name, symbol] of theirs.exported) {
    const mine = ours.exported.get(name);
    if (!mine || isEnum(symbol) || name in ONLY_DECLARED || !(symbol.flags & ts.SymbolFlags.Type)) continue;
    const mineType = ours.checker.getDeclaredTypeOfSymbol(mine);
    if (symbol.flags & ts.SymbolFlags.TypeAlias) continue; // applications use them
    for (const { name: member } of theirs.checker.getPropertiesOfType(theirs.checker.getDeclaredTypeOfSymbol(symbol))) {
      if (ours.checker.getPropertyOfType(mineType, member)) continue;
      if (!isPlaceExcused([name, member])) missing.push(`${name}.${member}`);
    }
  }
  assert.deepEqual(missing, []);
});
