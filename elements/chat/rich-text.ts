// The text of a message as nodes: links that lead somewhere safe, and the service's few marks. Nothing is ever made of markup.
import { readable } from './readable.js';

/** Where links may lead. */
const SCHEMES: readonly string[] = ['https:', 'mailto:', 'tel:'];

/** What looks like an address within a text. */
const ADDRESS = /(?:https:\/\/|mailto:|tel:)[^\s<>"'`{}|\\^]+/giu;

/** What ends a sentence is no part of the address before it. */
const TRAILING = '.,;:!?)]}»”’…*_';

/** A mark of the service's Markdown: a link, bold or italic text. */
const MARK =
  /\[([^\]\n]{1,500})\]\(([^\s()]{1,2000})\)|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|(?<![\p{L}\p{N}])_([^_\s][^_\n]*)_(?![\p{L}\p{N}])/gu;

const LIST_ITEM = /^\s{0,3}(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/u;

/** A link, if an address may be followed: its scheme is known, and it does not name somebody else before its host. */
function safeUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return SCHEMES.includes(url.protocol) && !url.username && !url.password ? url : null;
}

/** An address as people have to see it: where it leads to another host than it seems, as by letters that look alike, that is written out. */
function shown(url: URL, written: string): string {
  const isPlain = url.protocol !== 'https:' || written.toLowerCase().startsWith(`https://${url.hostname}`);
  return isPlain && !url.hostname.includes('xn--') ? written : url.href;
}

function link(url: URL, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url.href;
  anchor.textContent = text;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer nofollow';
  anchor.part = 'link';
  return anchor;
}

/** An address without what only ends the sentence that it stands in. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (TRAILING.includes(address[end - 1])) end--;
  return address.slice(0, end);
}

/** Text with the addresses in it as links. */
function linked(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found);
    const url = safeUrl(address);
    if (!url) continue;
    nodes.push(new Text(text.slice(from, index)), link(url, shown(url, address)));
    from = index + address.length;
  }
  nodes.push(new Text(text.slice(from)));
  return nodes.filter((node) => node.textContent !== '');
}

/** A link with words of its own says where it leads, unless its words do. */
function namedLink(words: string, address: string): Node[] | null {
  const url = safeUrl(address);
  if (!url) return null;
  const place = url.protocol === 'https:' ? url.hostname : url.pathname;
  const isSaid = words === place || words === address;
  return isSaid ? [link(url, shown(url, words))] : [link(url, words), new Text(` (${place})`)];
}

function marked(tag: 'strong' | 'em', text: string): Node {
  const element = document.createElement(tag);
  element.append(...inline(text));
  return element;
}

/** One line with its marks. */
function inline(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, words, address, bold, italic, alsoItalic] = match;
    const made =
      words !== undefined
        ? namedLink(words, address)
        : bold !== undefined
          ? [marked('strong', bold)]
          : [marked('em', italic ?? alsoItalic)];
    if (!made) continue;
    nodes.push(...linked(text.slice(from, match.index)), ...made);
    from = match.index + whole.length;
  }
  return [...nodes, ...linked(text.slice(from))];
}

function listOf(lines: readonly RegExpExecArray[]): HTMLElement {
  const [first] = lines;
  const list = document.createElement(first[2] === undefined ? 'ul' : 'ol');
  if (first[2] !== undefined) list.setAttribute('start', first[2]);
  for (const [, , , text] of lines) {
    const item = document.createElement('li');
    item.append(...inline(text));
    list.append(item);
  }
  return list;
}

function markdown(text: string): Node[] {
  const nodes: Node[] = [];
  let items: RegExpExecArray[] = [];
  const endList = (): void => {
    if (items.length > 0) nodes.push(listOf(items));
    items = [];
  };
  text.split('\n').forEach((line, index, all) => {
    const item = LIST_ITEM.exec(line);
    if (item) {
      if (items.length > 0 && (items[0][2] === undefined) !== (item[2] === undefined)) endList();
      items.push(item);
      return;
    }
    const isAfterList = items.length > 0;
    endList();
    if (index > 0 && !isAfterList) nodes.push(new Text('\n'));
    if (!(isAfterList && line === '') || index === all.length - 1) nodes.push(...inline(line));
  });
  endList();
  return nodes;
}

/**
 * Makes the nodes of a text.
 * @param text whatever somebody has sent.
 * @param isMarkdown true if the service says that it has marks.
 */
export const richText = (text: string, isMarkdown: boolean): Node[] =>
  isMarkdown ? markdown(readable(text)) : linked(readable(text));
