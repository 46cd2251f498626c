// Leaves in the manifest what is published, under the paths and names under which a page has it.
import { tokensOf } from './tokens.mjs';

/** A type that is one of several texts, such as `'manual' | 'auto'`; undefined if it is something else. */
function choiceOf(ts, type) {
  const isText = (part) => ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal);
  return ts.isUnionTypeNode(type) && type.types.every(isText)
    ? type.types.map(({ literal }) => `'${literal.text}'`).join(' | ')
    : undefined;
}

const isPublic = ({ name, privacy = 'public', kind, type }) =>
  privacy === 'public' && !name.startsWith('#') && (kind === 'method' || type !== undefined);

/** What the comment and the types of a method say, of which the analyzer loses a part. */
function signatureOf(ts, node) {
  const textOf = (tag) => ts.getTextOfJSDocComment(tag?.comment)?.replace(/\s+/g, ' ');
  const tags = ts.getJSDocTags(node).filter(ts.isJSDocParameterTag);
  return {
    throws: ts
      .getJSDocTags(node)
      .filter(({ tagName }) => tagName.text === 'throws')
      .map(textOf),
    return: { type: { text: node.type?.getText() ?? 'void' }, description: textOf(ts.getJSDocReturnTag(node)) },
    // One that is taken apart at once has its name in the comment alone.
    parameters: node.parameters.map(({ name, type, questionToken, initializer }, index) => ({
      name: ts.isIdentifier(name) ? name.text : (tags[index]?.name.getText() ?? 'options'),
      type: { text: type?.getText() ?? '' },
      optional: questionToken || initializer ? true : undefined,
      description: textOf(tags[index])?.replace(/^- /, ''),
    })),
  };
}

/** A method with all that is said of it. */
const withSignature = (method, { throws, ...signature }) => ({
  ...method,
  ...signature,
  description: [method.description, ...throws.map((text) => `Throws ${text}`)].join(' '),
});

/** The declaration of an element, as its own module publishes it. */
function publishedElement(declaration, spelledOut, signatures) {
  const { members, attributes = [], events, ...rest } = declaration;
  const own = (fact) => ({ ...fact, inheritedFrom: undefined });
  const typed = (fact) => (fact.type ? { ...fact, type: { text: spelledOut(fact.type.text) } } : fact);
  return {
    ...rest,
    superclass: { name: 'LitElement', package: 'lit' },
    members: members
      .filter(isPublic)
      .map((fact) => (fact.kind === 'method' ? withSignature(fact, signatures.of(fact, declaration)) : fact))
      .map(own)
      .map(typed),
    // Each attribute of this set is that of a property; others are only watched.
    attributes: attributes
      .filter(({ fieldName }) => fieldName)
      .map(own)
      .map(typed),
    // What the code dispatches under other names goes from one part to another.
    events: events.filter(({ name }) => name?.startsWith('connect-')).map(own),
    ...Object.fromEntries(['slots', 'cssParts', 'cssStates'].map((kind) => [kind, (rest[kind] ?? []).map(own)])),
    cssProperties: tokensOf(declaration.tagName),
  };
}

const moduleOf = ({ name, tagName, ...rest }) => {
  const path = `dist/elements/${tagName}.js`;
  const declaration = { name, module: path };
  return {
    kind: 'javascript-module',
    path,
    declarations: [{ name, tagName, ...rest }],
    exports: [
      { kind: 'js', name, declaration },
      { kind: 'custom-element-definition', name: tagName, declaration },
    ],
  };
};

/** Plugin of the analyzer. Only the four elements stay, each in the module that registers it. */
export function published() {
  const choices = new Map();
  const methods = new Map();
  const keyOf = (className, method) => `${className}.${method}`;
  const signatures = {
    of: ({ name, inheritedFrom }, declaration) =>
      methods.get(keyOf(declaration.name, name)) ?? methods.get(keyOf(inheritedFrom.name, name)),
  };
  const spelledOut = (text) => text.replace(/\w+/g, (name) => choices.get(name) ?? name);
  return {
    name: 'published',
    analyzePhase({ ts, node }) {
      const choice = ts.isTypeAliasDeclaration(node) && choiceOf(ts, node.type);
      if (choice) choices.set(node.name.text, choice);
      if (!ts.isMethodDeclaration(node) || !ts.isClassDeclaration(node.parent)) return;
      methods.set(keyOf(node.parent.name.text, node.name.getText()), signatureOf(ts, node));
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      const elements = manifest.modules
        .flatMap(({ declarations }) => declarations)
        .filter(({ tagName }) => tagName)
        .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
      // The first version that knows custom states.
      manifest.schemaVersion = '2.1.0';
      manifest.readme = 'README.md';
      manifest.modules = elements.map((element) => moduleOf(publishedElement(element, spelledOut, signatures)));
    },
  };
}
