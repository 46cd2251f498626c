// Hashes of the files in cdn/, for the attribute `integrity`. Run by the build it writes cdn/integrity.json; with `--docs`
// it prints how pages load the two bundles, and puts that between the markers in docs/bundles.md.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

const BASE = `https://unpkg.com/connect-ccp-elements@${version}/cdn`;
const MARKED = /(<!-- integrity: npm run sri -->\n)[^]*(<!-- \/integrity -->)/;

/** The hash of each script in cdn/, by its path there. */
export function integrity() {
  const folder = new URL('cdn/', root);
  const scripts = readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.js'))
    .sort();
  const hashOf = (name) =>
    createHash('sha384')
      .update(readFileSync(new URL(name, folder)))
      .digest('base64');
  return Object.fromEntries(scripts.map((name) => [name, `sha384-${hashOf(name)}`]));
}

/** How pages load the two bundles. */
export function snippet(hashes) {
  const script = (name, type = '') =>
    `<script${type} crossorigin src="${BASE}/${name}"\n  integrity="${hashes[name]}"></script>`;
  return [
    '```html',
    '<!-- API and elements -->',
    script('connect-ccp.min.js', ' type="module"'),
    '<!-- or the API alone, in place of amazon-connect-streams -->',
    script('connect-streams.min.js'),
    '```',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const hashes = integrity();
  if (process.argv.includes('--docs')) {
    const text = snippet(hashes);
    const page = new URL('docs/bundles.md', root);
    writeFileSync(
      page,
      readFileSync(page, 'utf8').replace(MARKED, (_, start, end) => start + text + end),
    );
    console.log(text);
  } else {
    writeFileSync(new URL('cdn/integrity.json', root), `${JSON.stringify(hashes, null, 2)}\n`);
  }
}
