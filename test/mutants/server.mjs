// Serves sources with all their mutants, and the page that runs tests on them.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startDevServer } from '@web/dev-server';
import everywhere from '../../web-test-runner.config.mjs';

const PAGE =
  '<!doctype html><html><head><meta charset="utf-8" /></head><body><script type="module" src="/test/mutants/page.mjs"></script></body></html>';

/** In the place of the web socket by which web-test-runner hears of its pages. */
const SOCKET = `
  export const sendMessage = () => {};
  export const sendMessageWaitForResponse = async ({ command, payload }) => ({ executed: true, result: await globalThis.testCommand(command, payload) });
`;

/**
 * @param {{rootDir: string, sources: Map<string, string>, patience: number}} options `sources`: what is served in the place of files, by their path
 * @returns {Promise<{url: string, stop(): Promise<void>}>}
 */
export async function serveMutants({ rootDir, sources, patience }) {
  const server = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    logStartMessage: false,
    config: {
      rootDir,
      nodeResolve: true,
      clearTerminalOnReload: false,
      middleware: [
        async (context, next) => {
          await next();
          // Thousands of runs of the same modules: each is fetched once.
          if (context.status === 200) context.set('cache-control', 'max-age=86400');
        },
        ...everywhere.middleware,
      ],
      plugins: [
        {
          name: 'mutants',
          async serve({ path, query }) {
            if (path === '/' && query.task) return { body: PAGE, type: 'html' };
            if (path === '/__web-dev-server__web-socket.js') return { body: SOCKET, type: 'js' };
            const body = sources.get(path.slice(1));
            return body === undefined ? undefined : { body, type: 'ts' };
          },
        },
        esbuildPlugin({
          ts: true,
          target: 'es2022',
          tsconfig: `${rootDir}/tsconfig.json`,
          define: { MEASURED_PATIENCE: String(patience) },
        }),
      ],
    },
  });
  const { port } = server.server.address();
  return { url: `http://localhost:${port}/`, stop: () => server.stop() };
}
