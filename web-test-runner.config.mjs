import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { failuresLast } from './test/support/failures-last.mjs';
import { chromiumArguments, findChromium, findFirefox } from './test/support/find-browsers.mjs';
import { PATIENCE, TEST_PATIENCE } from './test/support/patience.mjs';

if (!existsSync('dist/simulator/ccp.html')) {
  throw new Error(
    'The unit tests use the simulated CCP of dist/simulator, which is not there. Run "npm run build" first.',
  );
}

const chromium = chromeLauncher({
  launchOptions: { executablePath: await findChromium(), headless: true, args: chromiumArguments },
  // A browser context of its own for each page: files that run side by side share no worker and no storage.
  createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
});

/** Made only where it is asked for: it runs as long as everything else together. */
const firefox = () =>
  chromeLauncher({
    puppeteer, // a puppeteer given by hand makes the report say "Firefox"
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      extraPrefsFirefox: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true },
    },
  });

export default {
  files: 'test/*.test.ts',
  nodeResolve: true,
  concurrency: 3, // half of what a file does is waiting
  browsers: [process.env.UNIT_BROWSER === 'firefox' ? firefox() : chromium],
  reporters: [defaultReporter(), failuresLast()],
  testFramework: { config: { timeout: TEST_PATIENCE } },
  browserStartTimeout: TEST_PATIENCE,
  testsStartTimeout: TEST_PATIENCE,
  testsFinishTimeout: 20 * TEST_PATIENCE, // of a whole file
  middleware: [
    // The same modules without one of them, as on a network that loses it.
    (context, next) => {
      const [, missing, path] = /^\/without\/([^/]+)(\/.*)$/.exec(context.url) ?? [];
      if (!path) return next();
      if (path.endsWith(`/${missing}`)) {
        context.status = 503;
        return undefined;
      }
      context.url = path;
      return next();
    },
    // The same modules under another address: a second copy of the library on one page.
    (context, next) => {
      context.url = context.url.replace(/^\/copy-2\//, '/');
      return next();
    },
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: './tsconfig.json',
      define: { MEASURED_PATIENCE: String(PATIENCE) }, // for test/support/patience.ts
    }),
  ],
  coverageConfig: {
    include: ['src/**/*.ts', 'elements/**/*.ts'],
    report: true,
    reportDir: 'coverage',
    reporters: ['lcov', 'text-summary'],
  },
};
