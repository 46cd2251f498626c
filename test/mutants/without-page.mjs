// Many tests need no page: those are run in Node first, where a mutant costs milliseconds. What they do not notice, a browser has to.
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const THREAD = fileURLToPath(new URL('without-page-thread.mjs', import.meta.url));

/** What of @open-wc/testing needs no page. */
const TESTING = `
  export { expect, assert } from '@esm-bundle/chai';
  export * as chai from '@esm-bundle/chai';
  export const html = () => '';
  export const fixture = () => Promise.reject(new Error('no page'));
  export const fixtureCleanup = () => {};
  export const aTimeout = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  export const nextFrame = () => aTimeout(16);
  export const oneEvent = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
  export async function waitUntil(isSo, what, { interval = 10, timeout = 1000 } = {}) {
    for (const end = Date.now() + timeout; !(await isSo()); await aTimeout(interval)) {
      if (Date.now() > end) throw new Error(what);
    }
  }
`;

/** Bundles of test files for Node, with all mutants in them. */
export class WithoutPage {
  #bundles = new Map();
  #rootDir;
  #sources;
  #patience;

  constructor({ rootDir, sources, patience }) {
    this.#rootDir = rootDir;
    this.#sources = sources;
    this.#patience = patience;
  }

  /**
   * Runs a task of `page.mjs`.
   * @param limit milliseconds.
   * @returns what the tests say; null if they say nothing in that time.
   */
  async run(task, limit) {
    let bundle = this.#bundles.get(task.file);
    if (!bundle) this.#bundles.set(task.file, (bundle = this.#bundle(task.file)));
    const code = await bundle;
    const worker = new Worker(THREAD, { workerData: { ...task, code }, stdout: true, stderr: true });
    let timer;
    const result = await new Promise((resolve) => {
      worker.once('message', resolve);
      worker.once('error', (error) =>
        resolve({ tests: [], common: [], failures: [{ title: 'the file', message: String(error) }] }),
      );
      timer = setTimeout(() => resolve(null), limit);
    });
    clearTimeout(timer);
    await worker.terminate();
    return result;
  }

  async #bundle(file) {
    const { outputFiles } = await build({
      entryPoints: [this.#rootDir + file],
      absWorkingDir: this.#rootDir,
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      logLevel: 'silent',
      tsconfig: `${this.#rootDir}/tsconfig.json`,
      define: { MEASURED_PATIENCE: String(this.#patience), 'import.meta.url': '"http://localhost/test/bundle.js"' },
      plugins: [
        {
          name: 'mutants',
          setup: (building) => {
            building.onResolve({ filter: /^@open-wc\/testing$/ }, () => ({ path: 'testing', namespace: 'testing' }));
            building.onLoad({ filter: /.*/, namespace: 'testing' }, () => ({
              contents: TESTING,
              resolveDir: this.#rootDir,
            }));
            building.onLoad({ filter: /\.ts$/ }, ({ path }) => {
              const contents = this.#sources.get(path.slice(this.#rootDir.length + 1));
              return contents === undefined ? undefined : { contents, loader: 'ts' };
            });
          },
        },
      ],
    });
    return outputFiles[0].text;
  }
}
