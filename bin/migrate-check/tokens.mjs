// Splits sources into tokens: names, texts and marks. It knows JavaScript and TypeScript well enough for chains of members, and
// never fails: what it does not understand is a mark.

const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/uy;
const NUMBER = /\d[\w.]*/y;
const TEXT = /'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\/|<!--[^]*?-->/y;
const REGEX = /\/(?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
const MARK = /\?\.|=>|\.\.\.|[^]/y;

/** After these a line begins a pattern; after a name, a number or a closing bracket it divides. */
const BEFORE_PATTERN = new Set([
  '(',
  ',',
  '=',
  ':',
  '[',
  '!',
  '&',
  '|',
  '?',
  '{',
  '}',
  ';',
  '=>',
  'return',
  'typeof',
  'case',
]);

/**
 * The tokens of a script.
 * @param {string} text
 * @param {number} line number of its first line
 * @returns {{ kind: 'name' | 'text' | 'mark', value: string, line: number }[]}
 */
export function tokensOf(text, line = 1) {
  const tokens = [];
  const templates = []; // depth of brackets at which each open template goes on
  let depth = 0;
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return undefined;
    at += found.length;
    return found;
  };
  const push = (kind, value) => tokens.push({ kind, value, line });
  const count = (taken) => {
    for (const letter of taken) if (letter === '\n') line++;
  };
  const template = () => {
    const start = at;
    while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
    const taken = text.slice(start, at);
    push('text', taken);
    count(taken);
    if (text[at] === '`') at++;
    else if (at < text.length) {
      at += 2;
      templates.push(depth);
    }
  };
  while (at < text.length) {
    const letter = text[at];
    if (letter === '\n') line++;
    if (/\s/.test(letter)) {
      at++;
      continue;
    }
    const comment = take(COMMENT);
    if (comment !== undefined) {
      count(comment);
      continue;
    }
    const name = take(NAME);
    if (name !== undefined) {
      push('name', name);
      continue;
    }
    if (take(NUMBER) !== undefined) {
      push('mark', '0');
      continue;
    }
    const quoted = take(TEXT);
    if (quoted !== undefined) {
      push('text', quoted.slice(1, -1));
      count(quoted);
      continue;
    }
    const before = tokens.at(-1)?.value ?? '(';
    if (letter === '/' && BEFORE_PATTERN.has(before) && take(REGEX) !== undefined) {
      push('mark', '/');
      continue;
    }
    if (letter === '`') {
      at++;
      template();
      continue;
    }
    if (letter === '}' && templates.at(-1) === depth) {
      templates.pop();
      at++;
      template();
      continue;
    }
    if (letter === '{') depth++;
    if (letter === '}') depth--;
    push('mark', take(MARK));
  }
  return tokens;
}

/**
 * The tokens of a file: of the scripts in it, if it is markup.
 * @param {string} text
 * @param {string} file its name
 */
export function tokensOfFile(text, file) {
  const isMarkup = /\.(html?|vue|svelte)$/i.test(file) || /^\s*<(!doctype|html)/i.test(text);
  if (!isMarkup) return tokensOf(text);
  return [...text.matchAll(/<script\b[^>]*>([^]*?)<\/script/gi)].flatMap((found) => {
    const start = found.index + found[0].indexOf('>') + 1;
    return tokensOf(found[1], text.slice(0, start).split('\n').length);
  });
}
