// Takes out of what is published in dist/ what nobody sees: the line breaks of JSON, the comments of declarations
// that no entry exports, which no editor shows, where a comment says that a fact is from, and most of the indentation.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

for (const name of readdirSync(dist)) {
  if (!name.endsWith('.json')) continue;
  const file = join(dist, name);
  writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
}

const EXPORTED = /export (?:type )?(?:\*|\{[^}]*\}) from '(\.[^']+)\.js'/g;

const exported = new Set();
const waiting = Object.values(exports).flatMap(({ types }) => (types ? [join(root, types)] : []));
while (waiting.length > 0) {
  const file = waiting.pop();
  if (exported.has(file)) continue;
  exported.add(file);
  const shown = readFileSync(file, 'utf8').matchAll(EXPORTED);
  waiting.push(...[...shown].map(([, module]) => join(dirname(file), `${module}.d.ts`)));
}

/** What a comment says of where a fact is from, in a description of the wire that is not published. */
const SECTION = /;? [Pp]rotocol sections? \d[\d.]*(?:(?:,| and| to) \d[\d.]*)*\.(?=\s)/g;
const withoutSections = (text) => text.replace(SECTION, (found) => (found.startsWith(';') ? '.' : ''));

/** One character for each step, where tsc writes four. */
const indentedByTabs = (text) => text.replace(/^(?: {4})+/gm, (indent) => '\t'.repeat(indent.length / 4));

const printer = ts.createPrinter({ removeComments: true });
for (const name of readdirSync(dist, { recursive: true })) {
  const file = join(dist, name);
  if (!name.endsWith('.d.ts')) continue;
  const text = readFileSync(file, 'utf8');
  const isShown = exported.has(file);
  const source = () => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  writeFileSync(file, indentedByTabs(isShown ? withoutSections(text) : printer.printFile(source())));
}
