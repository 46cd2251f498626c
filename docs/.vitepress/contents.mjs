// The order of the pages, as docs/index.md lists them: what the site's menu and the texts for coding assistants go by.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const DOCS = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, DOCS), 'utf8');

/** The groups of pages: `{ title, pages: [{ title, path, about }] }`, paths from docs. */
export function contents() {
  return read('index.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf('\n')),
      pages: [...section.matchAll(/^\| \[(.+?)\]\((.+?\.md)\) \| (.*) \|$/gm)].map(([, title, path, about]) => ({
        title: title.replaceAll('`', ''),
        path,
        about,
      })),
    }));
}

/** The elements, by tag. */
export const elements = () =>
  readdirSync(new URL('elements/', DOCS))
    .filter((name) => name.startsWith('connect-'))
    .map((name) => basename(name, '.md'));

/** Paths of the pages that are made of the sources' types, `npm run reference:types`. */
export const types = () => {
  const folder = new URL('reference/', DOCS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .sort()
    .map((name) => `reference/${name}`);
};

const link = (path) => `/${path.replace(/(?:index)?\.md$/, '')}`;

/** The menu beside each page. */
export function sidebar() {
  const groups = contents().map(({ title, pages }) => ({
    text: title,
    items: pages.map((page) => ({
      text: page.title,
      link: link(page.path),
      ...(page.path === 'elements/index.md' && {
        items: elements().map((tag) => ({ text: tag, link: `/elements/${tag}` })),
      }),
    })),
  }));
  const typed = types().map((path) => ({ text: basename(path, '.md'), link: link(path) }));
  return typed.length > 0 ? [...groups, { text: 'Types', items: typed }] : groups;
}

/** What coding assistants read first: https://llmstxt.org. */
export function llms({ version }) {
  const lines = contents().flatMap(({ title, pages }) => [
    `## ${title}`,
    '',
    ...pages.flatMap((page) => [
      `- [${page.title}](${page.path}): ${page.about}`,
      ...(page.path === 'elements/index.md' ? elements().map((tag) => `- [<${tag}>](elements/${tag}.md)`) : []),
    ]),
    '',
  ]);
  return [
    `# connect-ccp-elements ${version}`,
    '',
    "> Amazon Connect's contact control panel (CCP) as web components, the Streams API in TypeScript in place of amazon-connect-streams, and a simulator that needs no AWS account.",
    '',
    'All of it in one file: [llms-full.txt](llms-full.txt).',
    '',
    ...lines,
  ].join('\n');
}

/** The pages one after the other, each under its path. */
export function wholeText() {
  const paths = contents().flatMap(({ pages }) =>
    pages.flatMap(({ path }) => [
      path,
      ...(path === 'elements/index.md' ? elements().map((tag) => `elements/${tag}.md`) : []),
    ]),
  );
  return paths
    .map((path) => `<!-- ${path} -->\n\n${read(path).replace(/^<!-- (?:run|types|sample|live).* -->\n\n?/gm, '')}`)
    .join('\n');
}
