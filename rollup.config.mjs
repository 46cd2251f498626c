// Bundles what a page or a web server takes as single files, out of the modules that tsc has put into dist/.
import { readFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { languages } from './scripts/languages.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! connect-ccp-elements ${version}, Apache-2.0 */`;
const PHONE_LIBRARY = '/*! libphonenumber-js, MIT, Nikolay Kuchumov; metadata of libphonenumber, Apache-2.0, Google */';

/** The path of a module, as rollup has it. */
const pathOf = (module) => fileURLToPath(new URL(`dist/${module}`, import.meta.url));

/** Reads the source map that tsc has put beside a module, so that those of the bundles lead to the TypeScript. */
const sourceMaps = () => ({
  name: 'source-maps',
  load: (id) =>
    id.startsWith(pathOf(''))
      ? { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) }
      : null,
});

/**
 * Makes one file of the simulator's page, its script and its style sheet: whatever copies the page, a bundler too, has all of it. They
 * are not allowed by their hashes, for many a development server writes into the scripts of the pages that it serves.
 */
const onePage = (page, sheet) => ({
  name: 'one-page',
  generateBundle(_, files) {
    const [script] = Object.values(files).filter(({ type }) => type === 'chunk');
    delete files[script.fileName];
    const code = script.code.replaceAll('</script', '<\\/script');
    const style = readFileSync(sheet, 'utf8');
    const source = replaced(readFileSync(page, 'utf8'), [
      ["script-src 'self'", "script-src 'self' 'unsafe-inline'"],
      ["style-src 'self'", "style-src 'self' 'unsafe-inline'"],
      ['<link rel="stylesheet" href="ccp.css" />', `<style>${style}</style>`],
      ['<script type="module" src="ccp.js"></script>', `<script type="module">${code}</script>`],
    ]);
    this.emitFile({ type: 'asset', fileName: basename(page), source });
  },
});

/** A text with each of these changes made; what is to be changed has to be there, once. */
function replaced(text, changes) {
  return changes.reduce((result, [from, to]) => {
    const [before, after, ...more] = result.split(from);
    if (after === undefined || more.length > 0) throw new Error(`The simulator's page should have this once: ${from}`);
    return before + to + after;
  }, text);
}

/**
 * Lit gives `Symbol` a member that engines will have one day, and does not load on a page that has frozen its built-ins. Nothing here
 * uses decorators, for which that member is meant. Of the same length, so that positions in source maps stay right.
 */
const sparingSymbol = () => ({
  name: 'sparing-symbol',
  transform(code, id) {
    if (!id.endsWith('/reactive-element.js')) return null;
    const [before, after] = code.split('Symbol.metadata??=Symbol("metadata")');
    if (after === undefined)
      this.error('Lit sets Symbol.metadata otherwise than before: see that a frozen page loads it');
    return { code: `${before}Symbol.metadata${' '.repeat(21)}${after}`, map: null };
  },
});

const plugins = [sourceMaps(), sparingSymbol(), nodeResolve({ browser: true, exportConditions: ['production'] })];

/** The path of a source as a map has it, the same wherever packages are installed. */
const fromHere = (source, map) => {
  const [, inPackages] = /.*[\\/]node_modules[\\/](.+)/.exec(source) ?? [];
  return inPackages
    ? relative(dirname(map), fileURLToPath(new URL(`node_modules/${inPackages}`, import.meta.url)))
    : source;
};

/** What every file has in common. Classes keep their names, which users see in stack traces and in `constructor.name`. */
const output = {
  banner,
  sourcemap: true,
  sourcemapPathTransform: fromHere,
  plugins: [terser({ maxWorkers: 1, keep_classnames: true, format: { comments: 'some' } })],
};

/**
 * What a page may never need: files of their own beside the bundles, each of which is fetched when it is needed. Each holds all that it
 * needs: were it to import a bundle, that would run a second time wherever the page has it under another address.
 */
const FETCHED = {
  /** Why a panel does not answer. The API's `diagnose` is in it too. */
  doctor: 'elements/ccp/doctor.js',
  /** Rings in the page: where a host has `ringer`. */
  ringer: 'elements/ringer/ringer.js',
  /** Keeps a panel beyond its element: where a host has `keep-alive`. */
  'kept-ccp': 'elements/ccp/kept-ccp.js',
  /** The choice of devices: where an agent opens it, or has chosen before. */
  devices: 'elements/devices/devices.js',
  /** Takes calls in the page: where a page, or a host with `softphone="page"`, asks for it. */
  softphone: 'src/softphone/softphone.js',
  /** Conversations: where there is a <connect-chat>, or something is to be said in a chat. */
  chat: 'elements/chat/view.js',
  /** Reads numbers that are typed as people write them: with the first that is. */
  'phone-numbers': 'elements/numbers/phone-library.js',
};

/** Which of these files has a module that a bundle imports on demand. */
const addresses = {
  ...Object.fromEntries(Object.entries(FETCHED).map(([name, module]) => [pathOf(module), `./${name}.min.js`])),
  [pathOf('src/doctor/diagnose.js')]: './doctor.min.js',
  [pathOf('elements/conversations/conversations.js')]: './chat.min.js',
};

/** ChatJS, for pages that have none: fetched by what needs it. */
const CHAT_JS = 'amazon-connect-chatjs';
const CHAT_JS_LICENSE = '/*! amazon-connect-chatjs, Apache-2.0, Amazon.com, Inc. */';

/** A module for `<script type="module">`, Lit inside. */
const bundle = (name, module) => ({
  input: pathOf(module),
  external: Object.keys(addresses),
  plugins,
  output: { ...output, file: `cdn/${name}.min.js`, format: 'es', paths: addresses },
});

/** A file that a bundle fetches. */
const fetched = (name, module) => ({
  input: pathOf(module),
  external: [CHAT_JS],
  plugins,
  output: {
    ...output,
    paths: { [CHAT_JS]: './chat-session.min.js' },
    file: `cdn/${name}.min.js`,
    format: 'es',
    ...(name === 'phone-numbers' && { banner: PHONE_LIBRARY }),
  },
});

/** ChatJS as it is published: a script that puts itself on `window.connect`, here for an import. */
const chatSession = {
  input: fileURLToPath(import.meta.resolve(CHAT_JS)),
  context: 'globalThis',
  output: { ...output, sourcemap: false, banner: CHAT_JS_LICENSE, file: 'cdn/chat-session.min.js', format: 'es' },
};

/** A classic script that sets `window.connect` and `window.globalConnect`, in place of amazon-connect-streams. */
const streams = {
  input: pathOf('src/global.js'),
  external: Object.keys(addresses),
  plugins,
  output: { ...output, file: 'cdn/connect-streams.min.js', format: 'iife', paths: addresses },
};

/** The simulator's page, and its worker, for any web server. */
const simulator = [
  {
    input: { ccp: pathOf('src/simulator/page/ccp-entry.js') },
    plugins: [...plugins, onePage('src/simulator/page/ccp.html', 'src/simulator/page/ccp.css')],
    output: { ...output, dir: 'dist/simulator', format: 'es' },
  },
  {
    input: pathOf('src/simulator/worker/worker-entry.js'),
    plugins,
    output: { ...output, file: 'dist/simulator/worker.js', format: 'es' },
  },
];

export default [
  bundle('connect-ccp', 'elements/cdn.js'),
  bundle('connect-panel', 'elements/panel.js'),
  streams,
  chatSession,
  ...Object.entries(FETCHED).map(([name, module]) => fetched(name, module)),
  ...languages().map((tag) => fetched(`lang/${tag}`, `elements/lang/${tag}.js`)),
  ...simulator,
];
