// What a mutant changes: for each node of a source, the texts that could stand in its place.
import ts from 'typescript';

const { SyntaxKind: Kind } = ts;

/** What is put in the place of an operator; the name says which family of faults it is of. */
const OPERATORS = new Map([
  [Kind.LessThanToken, { family: 'boundary', others: ['<=', '>='] }],
  [Kind.LessThanEqualsToken, { family: 'boundary', others: ['<', '>'] }],
  [Kind.GreaterThanToken, { family: 'boundary', others: ['>=', '<='] }],
  [Kind.GreaterThanEqualsToken, { family: 'boundary', others: ['>', '<'] }],
  [Kind.EqualsEqualsEqualsToken, { family: 'equality', others: ['!=='] }],
  [Kind.ExclamationEqualsEqualsToken, { family: 'equality', others: ['==='] }],
  [Kind.EqualsEqualsToken, { family: 'equality', others: ['!='] }],
  [Kind.ExclamationEqualsToken, { family: 'equality', others: ['=='] }],
  [Kind.PlusToken, { family: 'arithmetic', others: ['-'] }],
  [Kind.MinusToken, { family: 'arithmetic', others: ['+'] }],
  [Kind.AsteriskToken, { family: 'arithmetic', others: ['/'] }],
  [Kind.SlashToken, { family: 'arithmetic', others: ['*'] }],
  [Kind.PercentToken, { family: 'arithmetic', others: ['*'] }],
  [Kind.AmpersandAmpersandToken, { family: 'logical', others: ['||'] }],
  [Kind.BarBarToken, { family: 'logical', others: ['&&'] }],
  [Kind.QuestionQuestionToken, { family: 'logical', others: ['&&'] }],
]);

/** Methods that are easily taken for each other. */
const TWINS = new Map([
  ['min', 'max'],
  ['max', 'min'],
  ['some', 'every'],
  ['every', 'some'],
]);

const isText = (node) =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** Whether this is the condition of an `if`, a loop or a `? :`. */
export function isCondition(node) {
  const { parent } = node;
  return (
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node) ||
    ((ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node) ||
    (ts.isForStatement(parent) && parent.condition === node)
  );
}

const isLoop = (node) => ts.isIterationStatement(node, false);

const isPlaceToWrite = (node) =>
  (ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind >= Kind.FirstAssignment &&
    node.parent.operatorToken.kind <= Kind.LastAssignment) ||
  ((ts.isForOfStatement(node.parent) || ts.isForInStatement(node.parent)) && node.parent.initializer === node);

/** Whether another expression may stand here. */
function mayChange(node) {
  const { parent } = node;
  if (ts.isPropertyName(node) && 'name' in parent && parent.name === node) return false; // a key
  if (ts.isTaggedTemplateExpression(parent) && parent.template === node) return false;
  if (ts.isExpressionStatement(parent) && isText(node)) return false; // 'use strict'
  return !isPlaceToWrite(node);
}

/** The parts of a chain of `?.`, from its end to its beginning. */
function* links(chain) {
  for (let node = chain; node; node = node.expression) {
    if (node.questionDotToken) yield node.questionDotToken;
    if (!ts.isOptionalChain(node) && !ts.isNonNullExpression(node)) return;
  }
}

const isInChain = (node) =>
  (ts.isOptionalChain(node.parent) || ts.isNonNullExpression(node.parent)) &&
  node.parent.expression === node &&
  !node.parent.questionDotToken;

/**
 * The mutants of an expression.
 * @returns {{family: string, text: string}[]}
 */
export function changesOf(node, source) {
  if (!mayChange(node)) return [];
  const whole = node.getText(source);
  const at = node.getStart(source);
  const changes = [];
  const change = (family, text) => changes.push({ family, text });
  /** The same text with a part of it put differently. */
  const withPart = (part, text) => whole.slice(0, part.getStart(source) - at) + text + whole.slice(part.getEnd() - at);

  if (isCondition(node)) {
    if (!isLoop(node.parent)) change('condition', 'true');
    change('condition', 'false');
  }
  if (ts.isBinaryExpression(node)) {
    const { family, others = [] } = OPERATORS.get(node.operatorToken.kind) ?? {};
    const joinsTexts = family === 'arithmetic' && (isText(node.left) || isText(node.right));
    // The reverse of a whole condition dies with one of its two constants.
    const kept = isCondition(node)
      ? family === 'boundary'
        ? others.slice(0, 1)
        : family === 'equality'
          ? []
          : others
      : others;
    if (!joinsTexts && family) {
      const [left, right] = [node.left, node.right].map((side) => side.getText(source));
      for (const other of kept)
        change(family, family === 'logical' ? `(${left}) ${other} (${right})` : withPart(node.operatorToken, other));
    }
    const kind = node.operatorToken.kind;
    if (kind === Kind.PlusEqualsToken) change('arithmetic', withPart(node.operatorToken, '-='));
    if (kind === Kind.MinusEqualsToken) change('arithmetic', withPart(node.operatorToken, '+='));
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.ExclamationToken && !isCondition(node)) {
    change('boolean', node.operand.getText(source));
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const other = { [Kind.PlusPlusToken]: '--', [Kind.MinusMinusToken]: '++' }[node.operator];
    if (other) change('arithmetic', whole.replace(/\+\+|--/, other));
  }
  if (node.kind === Kind.TrueKeyword) change('boolean', 'false');
  if (node.kind === Kind.FalseKeyword) change('boolean', 'true');
  if (isText(node)) change('text', whole.length > 2 ? "''" : "'mutant'");
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) change('literal', '[]');
  if (ts.isObjectLiteralExpression(node) && node.properties.length > 0) change('literal', '({})');
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
    const body = node.body.getStart(source) - at;
    change('block', `${whole.slice(0, body)}undefined`);
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const twin = TWINS.get(node.expression.name.text);
    if (twin) change('method', withPart(node.expression.name, twin));
  }
  if ((ts.isOptionalChain(node) || ts.isNonNullExpression(node)) && !isInChain(node)) {
    for (const link of links(node)) {
      const next = source.text[link.getEnd()];
      change('chain', withPart(link, next === '(' || next === '[' ? '' : '.'));
    }
  }
  return changes;
}

/** Whether a chain of `?.` goes on beyond this node: what stands for it must not cut the chain. */
export const isPartOfChain = isInChain;

const CALLS_UP = (node) => ts.isCallExpression(node) && node.expression.kind === Kind.SuperKeyword;

/** Whether a program without this statement is one still. */
export function mayGo(node) {
  if (ts.isExpressionStatement(node)) return !CALLS_UP(node.expression) && !isText(node.expression);
  return ts.isThrowStatement(node) || (ts.isReturnStatement(node) && !node.expression);
}

/** Whether a block can be left empty as a whole: what a function, `catch` or `finally` does. */
export function mayBeEmpty(block) {
  const { parent } = block;
  if (block.statements.length < 2) return false;
  if (ts.isConstructorDeclaration(parent)) return false;
  return (
    ts.isFunctionLike(parent) ||
    ts.isCatchClause(parent) ||
    (ts.isTryStatement(parent) && parent.finallyBlock === block)
  );
}
