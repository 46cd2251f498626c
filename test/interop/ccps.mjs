// The CCPs that are embedded. Both are served from 127.0.0.1, another site than the page's, and follow the same script.
import { randomUUID } from 'node:crypto';
import { serveDemo } from '../../demo/serve.mjs';
import { keepWorker } from '../support/keep-worker.mjs';
import { startUpstreamCcp } from './upstream-ccp/server.mjs';

/** How both services are set up: two pages of quick connects, and calls of many. */
const OPTIONS = { endpoints: 502, multiParty: true };

/** What a scenario can tell a service; see src/simulator/kit/simulator.ts. */
const VERBS = [
  'incomingCall',
  'incomingChat',
  'incomingTask',
  'queuedCallback',
  'customerHangsUp',
  'customerAnswers',
  'customerSays',
  'customerTypes',
  'thirdPartyAnswers',
  'thirdPartyHangsUp',
  'missed',
  'contactFails',
  'setAgentState',
  'monitor',
  'fail',
  'dropSocket',
  'advance',
  'truth',
];

const scriptOf = (tell) =>
  Object.fromEntries(VERBS.map((verb) => [verb, async (...args) => tell(verb, JSON.parse(JSON.stringify(args)))]));

/**
 * The simulator: our page and worker. Its script comes in through the page that embeds it.
 * `softphone` says that the CCP page answers to `mute`; `unknown` are operations of which the worker knows nothing.
 */
export const simulator = {
  name: 'the simulator',
  softphone: true,
  unknown: [],

  /** @returns {Promise<{start(): Promise<object>, close(): Promise<void>}>} */
  async serve() {
    const demo = await serveDemo({ port: 8500 });
    const ccp = demo.simulatorUrl.replace('localhost', '127.0.0.1');
    return {
      close: () => demo.close(),
      async start() {
        const query = new URLSearchParams({ instance: randomUUID(), drawer: 'none', ...OPTIONS });
        const url = `${ccp}?${query}`;
        let page;
        return {
          url,
          /** To be called once, before the page embeds the CCP. */
          keep: (context, pageUrl) => keepWorker(context, pageUrl, url),
          /** To be called whenever the page has embedded the CCP. */
          async attach(embeddingPage) {
            page = embeddingPage;
            await page.evaluate(async () => {
              const { attachSimulator } = await import('/api/simulator/simulator.js');
              window.simulator = await attachSimulator(document.querySelector('iframe'));
            });
          },
          answerParticipantService: () => page.evaluate(() => window.simulator.answerParticipantService()),
          script: scriptOf((verb, args) =>
            page.evaluate((name, given) => window.simulator[name](...given), verb, args),
          ),
          close: async () => {},
        };
      },
    };
  },
};

/** amazon-connect-streams as CCP page, as worker and as client of the service. */
export const upstreamCcp = {
  name: 'the upstream CCP',
  softphone: false,
  // not in the service model of the published bundle
  unknown: ['addNewConnection', 'transferContact'],

  async serve() {
    return {
      close: async () => {},
      async start() {
        const { url, service, close } = await startUpstreamCcp(OPTIONS);
        return {
          url,
          keep: async () => {},
          attach: async () => {},
          async answerParticipantService(page) {
            await page.exposeFunction('askParticipantService', (request) => service.participant(request));
            await page.evaluate(async (region) => {
              const { answerRequests } = await import('/api/simulator/kit/participant-bridge.js');
              answerRequests(window, region, window.askParticipantService);
            }, service.truth().agent.configuration.agentARN.split(':')[3]);
          },
          script: scriptOf((verb, args) => service[verb](...args)),
          close,
        };
      },
    };
  },
};
