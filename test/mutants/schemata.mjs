// All mutants of a source in one text, each behind a switch: `globalThis.mutantIs(file, n)` says which one is on.
import ts from 'typescript';
import { changesOf, isPartOfChain, mayBeEmpty, mayGo } from './operators.mjs';

/**
 * @typedef {object} Mutant
 * @property {number} n its number in the file, from 1.
 * @property {number} line where it stands.
 * @property {string} family what kind of change it is.
 * @property {string} from what stands there.
 * @property {string} to what stands there in the mutant; empty if nothing does.
 */

/**
 * @param {string} file as the switch is to name it.
 * @param {string} text TypeScript.
 * @returns {{text: string, mutants: Mutant[]}} TypeScript again.
 */
export function schemataOf(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const mutants = [];

  function add(node, family, to) {
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    mutants.push({ n: mutants.length + 1, line, family, from: node.getText(source), to });
    return `mutantIs(${mutants.length})`;
  }

  /** The text of a node with the mutants of all that is in it. */
  function inner(node) {
    let out = '';
    let at = node.getStart(source);
    ts.forEachChild(node, (child) => {
      const start = child.getStart(source);
      if (start < at) return; // modifiers that are children twice
      out += text.slice(at, start) + write(child);
      at = child.getEnd();
    });
    return out + text.slice(at, node.getEnd());
  }

  function write(node) {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return node.getText(source);
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.getText(source);
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.getText(source);
    if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return node.getText(source);
    if (ts.isStatement(node) && !ts.isBlock(node) && mayGo(node)) {
      return `{ if (!${add(node, 'statement', '')}) { ${inner(node)} } }`;
    }
    if (ts.isBlock(node) && mayBeEmpty(node)) {
      const on = add(node, 'block', '{}');
      const body = inner(node).slice(1, -1);
      return ts.isFunctionLike(node.parent) ? `{ if (${on}) return; ${body}}` : `{ if (!${on}) {${body}} }`;
    }
    if (!ts.isExpression(node) || isPartOfChain(node)) return inner(node);
    const changes = changesOf(node, source);
    if (changes.length === 0) return inner(node);
    const switches = changes.map((change) => `${add(node, change.family, change.text)} ? (${change.text}) : `);
    return `(${switches.join('')}(${inner(node)}))`;
  }

  const body = inner(source);
  const head = `const mutantIs = (n) => globalThis.mutantIs?.(${JSON.stringify(file)}, n) ?? false; `;
  return { text: head + text.slice(0, source.getStart(source)) + body, mutants };
}
