// Bundles what a page or a web server takes as single files, out of the modules that tsc has put into dist/.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! connect-ccp-elements ${version}, Apache-2.0 */`;

const resolve = () => nodeResolve({ exportConditions: ['production', 'browser', 'import', 'default'] });
const minify = (module) =>
  terser({
    ecma: 2022,
    module,
    maxWorkers: 1,
    compress: { passes: 3, pure_getters: true },
    format: { comments: /^!/, ascii_only: true },
  });

/** Smaller text for one part of a template; parts of style sheets that are not whole are left as they are. */
const smaller = {
  html: (text) => text.replace(/\s+/g, ' ').replace(/> </g, '><'),
  svg: (text) => text.replace(/\s+/g, ' ').replace(/> </g, '><'),
  css: (text, isWhole) => (isWhole ? transformSync(text, { loader: 'css', minify: true }).code.trim() : text),
};

/** Takes out of Lit's templates what only their readers need: indentation, and comments of style sheets. */
const minifyTemplates = () => ({
  name: 'minify-templates',
  transform(code, id) {
    if (!id.includes('/dist/elements/')) return null;
    const edits = [];
    const visit = (node) => {
      if (node?.type === 'TaggedTemplateExpression' && Object.hasOwn(smaller, node.tag.name)) {
        const { quasis } = node.quasi;
        for (const { start, end } of quasis) {
          edits.push([start, end, smaller[node.tag.name](code.slice(start, end), quasis.length === 1)]);
        }
      }
      for (const child of Object.values(node ?? {})) if (typeof child === 'object') visit(child);
    };
    visit(this.parse(code));
    // From the end, so that the places of the others stay right.
    edits.sort(([a], [b]) => b - a);
    for (const [start, end, text] of edits) code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
});

/** Copies files that need no bundling to where the bundle goes. */
const copy = (files, to) => ({
  name: 'copy',
  buildStart() {
    mkdirSync(to, { recursive: true });
    for (const file of files) copyFileSync(file, `${to}/${file.split('/').at(-1)}`);
  },
});

/** What reads numbers that are typed as people write them: far larger than the rest, and fetched with the first of them. */
const PHONE_NUMBERS = 'libphonenumber-js/min';

/** What looks into why a panel does not answer: fetched when one does not. The API's `diagnose` is in it too. */
const DOCTOR = fileURLToPath(new URL('dist/elements/base/doctor.js', import.meta.url));
const DIAGNOSE = fileURLToPath(new URL('dist/src/login/diagnose.js', import.meta.url));

/** A module for `<script type="module">`: API and elements, Lit inside. */
const elements = {
  input: 'dist/elements/cdn.js',
  external: [PHONE_NUMBERS, DOCTOR, DIAGNOSE],
  plugins: [resolve(), minifyTemplates()],
  output: {
    file: 'cdn/connect-ccp.min.js',
    format: 'es',
    banner,
    sourcemap: true,
    paths: { [PHONE_NUMBERS]: './phone-numbers.min.js', [DOCTOR]: './doctor.min.js', [DIAGNOSE]: './doctor.min.js' },
    plugins: [minify(true)],
  },
};

/** These lie beside it. */
const phoneNumbers = {
  input: PHONE_NUMBERS,
  plugins: [resolve()],
  output: {
    file: 'cdn/phone-numbers.min.js',
    format: 'es',
    banner: '/*! libphonenumber-js, MIT, Nikolay Kuchumov; metadata of libphonenumber, Apache-2.0, Google */',
    plugins: [minify(true)],
  },
};

const doctor = {
  input: DOCTOR,
  plugins: [resolve()],
  output: { file: 'cdn/doctor.min.js', format: 'es', banner, plugins: [minify(true)] },
};

/** A classic script that sets `window.connect`, in place of amazon-connect-streams. */
const streams = {
  input: 'dist/src/global.js',
  plugins: [resolve()],
  output: { file: 'cdn/connect-streams.min.js', format: 'iife', banner, sourcemap: true, plugins: [minify(false)] },
};

/** The simulator's page and its worker, for any web server. */
const simulator = ['ccp', 'worker'].map((name) => ({
  input: `dist/src/simulator/${name}-entry.js`,
  plugins: [
    resolve(),
    ...(name === 'ccp' ? [copy(['src/simulator/ccp.html', 'src/simulator/ccp.css'], 'dist/simulator')] : []),
  ],
  output: { file: `dist/simulator/${name}.js`, format: 'es', banner, plugins: [minify(true)] },
}));

export default [elements, phoneNumbers, doctor, streams, ...simulator];
