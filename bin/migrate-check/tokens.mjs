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
 * @returns {{ kind: 'name' | 'text' | 'part' | 'mark', value: string, line: number }[]}
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
    // A part of a text, which goes on with what the script has computed.
    push(templates.includes(depth) || text.startsWith('${', at) ? 'part' : 'text', taken);
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

/** Scripts of a page, or of a component; what is data for scripts is none. */
const SCRIPT = /(<script\b(?![^>]*\btype\s*=\s*["']?[\w/.+-]*json)[^>]*>)([^]*?)<\/script/gi;

/** What is neither script nor markup that is shown. */
const NO_MARKUP = /<(script|style)\b[^>]*>[^]*?<\/\1|<!--[^]*?-->/gi;

/** Attributes that hold code: `onclick`, Vue's `@click`, `:title` and `v-if`, Angular's `(click)`, `[title]` and `*ngIf`. */
const CODE_ATTRIBUTE = /(\s(?:on\w+|[@:#*]\S+?|v-[\w.:-]+|\([\w.]+\)|\[[\w.]+\])\s*=\s*)("[^"]*"|'[^']*')/g;

/** Code between the lines, and in the attributes of Svelte. */
const BRACES = { svelte: /(\{[#:@/]?)([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g, others: /(\{\{)([^]*?)\}\}/g };

/** Where code stands in markup: `{ code, start }`. */
function* codeIn(text, file) {
  for (const { index, 1: tag, 2: code } of text.matchAll(SCRIPT)) yield { code, start: index + tag.length };
  // Of the same length, so that places stay right.
  const markup = text.replace(NO_MARKUP, (found) => found.replace(/[^\n]/g, ' '));
  for (const { index, 1: name, 2: value } of markup.matchAll(CODE_ATTRIBUTE))
    yield { code: value.slice(1, -1), start: index + name.length + 1 };
  const braces = /\.svelte$/i.test(file) ? BRACES.svelte : BRACES.others;
  for (const { index, 1: open, 2: code } of markup.matchAll(braces)) yield { code, start: index + open.length };
}

/**
 * The tokens of a file: of the scripts and of the code in attributes and between the lines, if it is markup.
 * @param {string} text
 * @param {string} file its name
 */
export function tokensOfFile(text, file) {
  const isMarkup = /\.(html?|vue|svelte)$/i.test(file) || /^\s*<(!doctype|html)/i.test(text);
  if (!isMarkup) return tokensOf(text);
  return [...codeIn(text, file)].flatMap(({ code, start }) => {
    const line = text.slice(0, start).split('\n').length;
    return [...tokensOf(code, line), { kind: 'mark', value: ';', line }];
  });
}
