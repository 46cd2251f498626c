// Bundles what a page or a web server takes as single files, out of the modules that tsc has put into dist/.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
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

/** Copies files that need no bundling to where the bundle goes. */
const copy = (files, to) => ({
  name: 'copy',
  buildStart() {
    mkdirSync(to, { recursive: true });
    for (const file of files) copyFileSync(file, `${to}/${file.split('/').at(-1)}`);
  },
});

/** A module for `<script type="module">`: API and elements, Lit inside. */
const elements = {
  input: 'dist/elements/cdn.js',
  plugins: [resolve()],
  output: { file: 'cdn/connect-ccp.min.js', format: 'es', banner, sourcemap: true, plugins: [minify(true)] },
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

export default [elements, streams, ...simulator];
