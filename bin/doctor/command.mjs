// doctor: what a code means that a panel shows, as docs/troubleshooting.md has it.
import { readFileSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const PAGE = `https://unpkg.com/${name}@${version}/docs/troubleshooting.md`;

/** The sections of the page that are about a code, by code. */
function sections() {
  const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');
  const parts = page.split(/^## `([\w-]+)`$/m).slice(1);
  return new Map(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, forReading(parts[index + 1])]] : [])));
}

/** Without what only programs read. */
const forReading = (text) => text.replace(/^<!-- .* -->\n\n?/gm, '').trim();

/**
 * Runs the command.
 * @param {string[]} words its arguments: a code, or none.
 * @returns {Promise<number>} the exit code: 0, or 2 if there is no such code.
 */
export async function doctor([code, ...more]) {
  const known = sections();
  const codes = [...known.keys()];
  const list = `A panel that does not come shows one of these codes, as does its event connect-error:

${codes.map((one) => `  ${one}`).join('\n')}

npx ${name} doctor <code> says what it means and what to do. On a page: await document.querySelector('connect-ccp').diagnose().
All of them: ${PAGE}`;
  if (code === undefined || code === '--help') {
    console.log(list);
    return 0;
  }
  if (!known.has(code) || more.length > 0) {
    console.error(`There is no code "${[code, ...more].join(' ')}".\n\n${list}`);
    return 2;
  }
  console.log(`${code}\n\n${known.get(code)}\n\n${PAGE}#${code}`);
  return 0;
}
