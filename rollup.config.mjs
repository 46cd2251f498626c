// Bundles what a page or a web server takes as single files, and what the package has as ES modules, out of those that tsc has put into build/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const { version, exports, sideEffects } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const banner = `/*! connect-ccp-elements ${version}, Apache-2.0 */`;

const resolve = () =>
  nodeResolve({
    exportConditions: ['production', 'browser', 'import', 'default'],
    ignoreSideEffectsForRoot: true,
  });
const minify = (module, { passes = 3, keep_classnames = true, ...format } = {}) =>
  terser({
    ecma: 2022,
    module,
    maxWorkers: 1,
    keep_classnames,
    // Tuned for the size after gzip, not before it. Arrows are safe: no function expression here is called with `new`.
    compress: { passes, pure_getters: true, inline: 1, sequences: false, unsafe_arrows: true },
    format: { comments: /^!/, ascii_only: true, quote_style: 1, ...format },
  });

/** What package.json says of the effects of modules, which it says of those that are published. */
const BUILD = fileURLToPath(new URL('build/', import.meta.url));
const treeshake = {
  moduleSideEffects: (id) => !id.startsWith(BUILD) || sideEffects.includes(`./dist/${id.slice(BUILD.length)}`),
};

/** A module that is no file. */
const virtual = (name, code) => ({
  name: 'virtual',
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load: (id) => (id === `\0${name}` ? code : null),
});

/** Copies files that need no bundling to where the bundle goes, style sheets without what only their readers need. */
const copy = (files, to) => ({
  name: 'copy',
  buildStart() {
    mkdirSync(to, { recursive: true });
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const isStyles = file.endsWith('.css');
      const smaller = isStyles ? transformSync(text, { loader: 'css', minify: true, charset: 'utf8' }).code : text;
      writeFileSync(`${to}/${file.split('/').at(-1)}`, smaller);
    }
  },
});

/** What reads numbers that are typed as people write them: far larger than the rest, and fetched with the first of them. */
const PHONE_NUMBERS = 'libphonenumber-js/min';

/** What looks into why a panel does not answer: fetched when one does not. The API's `diagnose` is in it too. */
const DOCTOR = fileURLToPath(new URL('build/elements/ccp/doctor.js', import.meta.url));
const DIAGNOSE = fileURLToPath(new URL('build/src/doctor/diagnose.js', import.meta.url));

/** What rings in the page: fetched where a host has `ringer`. */
const RINGER = fileURLToPath(new URL('build/elements/ringer/ringer.js', import.meta.url));

/** What keeps a panel beyond its element: fetched where a host has `keep-alive`. */
const KEPT = fileURLToPath(new URL('build/elements/ccp/kept-ccp.js', import.meta.url));

/** What chooses devices: fetched where an agent opens the choice, or has chosen before. */
const DEVICES = fileURLToPath(new URL('build/elements/devices/devices.js', import.meta.url));

/** Two regions behind one runtime are for the ES modules alone: here `<connect-global-ccp>` has two. */
const withoutResiliency = () => ({
  name: 'without-resiliency',
  transform: (code, id) =>
    id.endsWith('/resiliency/resilient-connect.js')
      ? { code: `export { createConnect as createResilientConnect } from '../connect.js';`, map: null }
      : null,
});

const BUNDLE = 'connect-ccp.min.js';
const VIEWS = 'views.min.js';

/** Puts into one file all that the bundle does not import at once: what the elements show. */
function lateModules(id, { getModuleInfo }) {
  const atOnce = new Set();
  const visit = (module) => {
    if (atOnce.has(module)) return;
    atOnce.add(module);
    getModuleInfo(module).importedIds.forEach(visit);
  };
  visit(fileURLToPath(new URL(elements.input, import.meta.url)));
  return atOnce.has(id) ? null : 'views';
}

/**
 * Has the bundle hand to that file what it needs of the bundle, Lit for one. Were it to import that by the bundle's name, it would
 * load the whole a second time wherever the page gives another address: with a query, or by a redirect to a version.
 */
const handingOver = () => ({
  name: 'handing-over',
  async generateBundle(options, { [BUNDLE]: bundle, [VIEWS]: views }) {
    const find = (file, type) => this.parse(file.code).body.find((node) => node.type === type);
    const nameOf = ({ name, value }) => name ?? value;
    const replace = (file, { start, end }, text) =>
      (file.code = file.code.slice(0, start) + text + file.code.slice(end));

    const needs = find(views, 'ImportDeclaration');
    const makes = find(views, 'ExportNamedDeclaration');
    const made = makes.specifiers.map(({ exported, local }) => `${nameOf(exported)}:${nameOf(local)}`);
    replace(views, makes, `return{${made.join()}}}`);
    replace(views, needs, `export default([${needs.specifiers.map(({ local }) => nameOf(local)).join()}])=>{`);

    const exported = find(bundle, 'ExportNamedDeclaration');
    const handed = needs.specifiers.map(({ imported }) =>
      nameOf(exported.specifiers.find((one) => nameOf(one.exported) === nameOf(imported)).local),
    );
    const published = Object.keys(await import('./build/elements/index.js'));
    const kept = exported.specifiers.filter((one) => published.includes(nameOf(one.exported)));
    const list = kept.map(({ local, exported: name }) => `${nameOf(local)} as ${nameOf(name)}`);
    replace(bundle, exported, `export{${list.join()}};`);
    const call = `import('./${VIEWS}')`;
    bundle.code = bundle.code.replaceAll(call, '__load()');
    // Hoisted: an element that is on the page already asks for its view before the bundle has come to its end.
    bundle.code += `var __views;async function __load(){const{default:make}=await ${call};return __views??=make([${handed.join()}])}\n`;
  },
});

/** A module for `<script type="module">`: API and elements, Lit inside. */
const elements = {
  input: 'build/elements/cdn.js',
  external: [PHONE_NUMBERS, DOCTOR, DIAGNOSE, RINGER, KEPT, DEVICES],
  treeshake,
  preserveEntrySignatures: 'allow-extension',
  plugins: [resolve(), withoutResiliency()],
  output: {
    dir: 'cdn',
    entryFileNames: BUNDLE,
    chunkFileNames: VIEWS,
    manualChunks: lateModules,
    onlyExplicitManualChunks: true,
    format: 'es',
    banner,
    paths: {
      [PHONE_NUMBERS]: './phone-numbers.min.js',
      [DOCTOR]: './doctor.min.js',
      [DIAGNOSE]: './doctor.min.js',
      [RINGER]: './ringer.min.js',
      [KEPT]: './kept-ccp.min.js',
      [DEVICES]: './devices.min.js',
    },
    plugins: [minify(true, { passes: 1 }), handingOver()],
  },
};

/** Of that library, what `elements/contact-controls/phone-number.ts` calls. */
const PHONE_NUMBERS_ENTRY = `export {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from '${PHONE_NUMBERS}';`;

/** Where the metadata of a country have the ways to write numbers. */
const FORMATS = 4;

/** Reads numbers, and so needs none of the ways to write them: half of what is known of each country. */
const withoutFormats = () => ({
  name: 'without-formats',
  transform(code, id) {
    if (!id.endsWith('libphonenumber-js/metadata.min.json.js')) return null;
    const [before, json, after] = code.split(/(\{[^]*\})/);
    const metadata = JSON.parse(json);
    for (const country of [...Object.values(metadata.countries), ...Object.values(metadata.nonGeographic)]) {
      country[FORMATS] = 0;
    }
    return { code: before + JSON.stringify(metadata) + after, map: null };
  },
});

/** The languages that lie beside it. */
const LANGUAGES = ['ar', 'de', 'es', 'fr', 'ja', 'pt'];

/**
 * Takes the names out of a language's terms, which cost a third of its size: they stand in the order of the English ones, which
 * a test holds. The groups themselves, and errors, for which English has no words, keep their names.
 */
const withoutNames = () => ({
  name: 'without-names',
  transform(code, id) {
    if (!LANGUAGES.some((tag) => id.endsWith(`/lang/${tag}.js`))) return null;
    const edits = [];
    const visit = ({ properties }, isNamed) => {
      for (const { key, value, start } of properties) {
        if (!isNamed) edits.push([start, value.start, '']);
        if (value.type !== 'ObjectExpression') continue;
        const keepsNames = (key.name ?? key.value) === 'errors';
        if (!keepsNames) edits.push([value.start, value.start + 1, '['], [value.end - 1, value.end, ']']);
        visit(value, keepsNames);
      }
    };
    const declared = this.parse(code).body.find(({ type }) => type === 'ExportNamedDeclaration');
    visit(declared.declaration.declarations[0].init.body, true);
    edits.sort(([a], [b]) => b - a);
    for (const [start, end, text] of edits) code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
});

/** One module for each, which registers it. */
const languages = LANGUAGES.map((tag) => ({
  input: `build/elements/lang/${tag}.js`,
  treeshake,
  plugins: [resolve(), withoutNames()],
  output: {
    file: `cdn/lang/${tag}.min.js`,
    format: 'es',
    banner,
    plugins: [minify(true, { ascii_only: false })],
  },
}));

/** Lies beside it. */
const phoneNumbers = {
  input: 'phone-numbers',
  plugins: [virtual('phone-numbers', PHONE_NUMBERS_ENTRY), resolve(), withoutFormats()],
  output: {
    file: 'cdn/phone-numbers.min.js',
    format: 'es',
    banner: '/*! libphonenumber-js, MIT, Nikolay Kuchumov; metadata of libphonenumber, Apache-2.0, Google */',
    plugins: [minify(true)],
  },
};

const doctor = {
  input: DOCTOR,
  treeshake,
  plugins: [resolve()],
  output: { file: 'cdn/doctor.min.js', format: 'es', banner, plugins: [minify(true)] },
};

const ringer = {
  input: RINGER,
  treeshake,
  plugins: [resolve()],
  output: { file: 'cdn/ringer.min.js', format: 'es', banner, plugins: [minify(true)] },
};

const kept = {
  input: KEPT,
  treeshake,
  plugins: [resolve()],
  output: { file: 'cdn/kept-ccp.min.js', format: 'es', banner, plugins: [minify(true)] },
};

const devices = {
  input: DEVICES,
  treeshake,
  plugins: [resolve()],
  output: { file: 'cdn/devices.min.js', format: 'es', banner, plugins: [minify(true)] },
};

/** A classic script that sets `window.connect`, in place of amazon-connect-streams. */
const streams = {
  input: 'build/src/global.js',
  treeshake,
  plugins: [resolve()],
  output: { file: 'cdn/connect-streams.min.js', format: 'iife', banner, plugins: [minify(false, { passes: 1 })] },
};

/** The simulator's page, its worker and what both need, for any web server. */
const simulator = {
  input: { ccp: 'build/src/simulator/page/ccp-entry.js', worker: 'build/src/simulator/worker/worker-entry.js' },
  treeshake,
  plugins: [resolve(), copy(['src/simulator/page/ccp.html', 'src/simulator/page/ccp.css'], 'dist/simulator')],
  output: { dir: 'dist/simulator', chunkFileNames: 'shared.js', format: 'es', banner, plugins: [minify(true)] },
};

/** What package.json exports, and what has to be a module of its own. */
const ENTRIES = [
  ...Object.values(exports).flatMap(({ default: path }) => path?.match(/^\.\/dist\/(.+)\.js$/)[1] ?? []),
  // A bundler that meets a dynamic import keeps what it loads, unless nothing imports the module around it.
  'src/doctor',
  // It has to come before Lit, which a module that has both would import first.
  'elements/page/lit-marks',
];

/**
 * What the package has as ES modules: few files, which pack better than hundreds, and come in few steps where no bundler is.
 * What only one entry needs is in no other one's files.
 */
const modules = {
  input: Object.fromEntries(ENTRIES.map((name) => [name, `build/${name}.js`])),
  external: [/^lit($|\/)/, PHONE_NUMBERS],
  output: {
    dir: 'dist',
    format: 'es',
    chunkFileNames: 'parts/[name].js',
    // An import that binds nothing is one that some bundlers keep.
    hoistTransitiveImports: false,
    plugins: [minify(true, { keep_classnames: true, ascii_only: false, preserve_annotations: true })],
  },
};

export default [elements, ...languages, phoneNumbers, doctor, ringer, kept, devices, streams, simulator, modules];
