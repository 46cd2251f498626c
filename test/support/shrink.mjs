// Takes out of the scripts in build/ what only readers need: comments, which users find in the declarations beside them, and
// indentation, in Lit's templates too, where no bundler would find it. Classes keep their names, which
// stack traces and profiles show; nothing is moved between modules.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { minify_sync } from 'terser';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../build/', import.meta.url));

const smallerMarkup = (text) => text.replace(/\s+/g, ' ').replace(/> </g, '><');

/** Smaller text for one part of a template; parts of style sheets that are not whole are left as they are. */
const smaller = {
  html: smallerMarkup,
  svg: smallerMarkup,
  // An escape such as `\b7` of CSS would be read as one of JavaScript.
  css: (text, isWhole) =>
    isWhole ? transformSync(text, { loader: 'css', minify: true, charset: 'utf8' }).code.trim() : text,
};

/** The texts of a template, as places in the source without the characters that enclose them. */
function partsOf(template) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [[template.getStart() + 1, template.end - 1]];
  const { head, templateSpans } = template;
  return [
    [head.getStart() + 1, head.end - 2],
    ...templateSpans.map(({ literal }) => [literal.getStart() + 1, literal.end - (ts.isTemplateTail(literal) ? 1 : 2)]),
  ];
}

function shrinkTemplates(code) {
  const edits = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && Object.hasOwn(smaller, node.tag.getText())) {
      const parts = partsOf(node.template);
      for (const [start, end] of parts) {
        edits.push([start, end, smaller[node.tag.getText()](code.slice(start, end), parts.length === 1)]);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022, true));
  // From the end, so that the places of the others stay right.
  edits.sort(([a], [b]) => b - a);
  for (const [start, end, text] of edits) code = code.slice(0, start) + text + code.slice(end);
  return code;
}

for (const name of readdirSync(root, { recursive: true })) {
  if (!name.endsWith('.js')) continue;
  const file = join(root, name);
  const { code } = minify_sync(shrinkTemplates(readFileSync(file, 'utf8')), {
    parse: { module: true },
    compress: { passes: 2, keep_classnames: true, keep_fnames: true, inline: false, reduce_funcs: false },
    mangle: { module: true, keep_classnames: true },
    // Bundlers read the annotations; a line for each statement is no longer than a semicolon.
    format: { preserve_annotations: true, semicolons: false },
  });
  writeFileSync(file, code);
}
