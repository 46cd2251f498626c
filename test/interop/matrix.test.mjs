// Every page library in every CCP: the same scenarios, the same golden lists.
import { after, before, describe, test } from 'node:test';
import { launchChromium, TEST_PATIENCE } from '../support/browser.mjs';
import { simulator, upstreamCcp } from './ccps.mjs';
import { Desk } from './desk.mjs';
import { serveEmbeddingPage } from './embedding-page.mjs';
import { libraries } from './libraries.mjs';
import agentCommands from './scenarios/agent-commands.mjs';
import agents from './scenarios/agents.mjs';
import callCommands from './scenarios/call-commands.mjs';
import chats from './scenarios/chats.mjs';
import endings from './scenarios/endings.mjs';
import monitoring from './scenarios/monitoring.mjs';
import otherCommands from './scenarios/other-commands.mjs';
import outbound from './scenarios/outbound.mjs';
import tabs from './scenarios/tabs.mjs';

const about = [agents, endings, outbound, monitoring, agentCommands, callCommands, otherCommands, chats, tabs];
const scenarios = Object.assign({}, ...about);

const kinds = [simulator, upstreamCcp];
let browser;
let pages; // by library, the server of the page that embeds
let ccps; // by kind, what starts CCPs

const byName = async (names, make) => new Map(await Promise.all(names.map(async (name) => [name, await make(name)])));

before(async () => {
  [browser, pages, ccps] = await Promise.all([
    launchChromium(),
    byName(Object.keys(libraries), (library) => serveEmbeddingPage(libraries[library])),
    byName(kinds, (kind) => kind.serve()),
  ]);
});

after(async () => {
  await browser?.close();
  for (const server of [...(pages?.values() ?? []), ...(ccps?.values() ?? [])]) await server.close();
});

// Side by side, since they mostly wait; within one of them, one after the other at the same desk.
describe('matrix', { concurrency: true }, () => {
  for (const kind of kinds) {
    for (const library of Object.keys(libraries)) {
      describe(`${library} in ${kind.name}`, { concurrency: 1 }, () => {
        let desk;

        after(() => desk?.close());

        for (const [scenario, run] of Object.entries(scenarios)) {
          test(`${library} in ${kind.name}: ${scenario}`, { timeout: TEST_PATIENCE }, async () => {
            if (run.fresh) {
              await desk?.close();
              desk = undefined;
            }
            desk ??= await Desk.open({
              browser,
              library,
              kind,
              ccp: await ccps.get(kind).start(),
              url: pages.get(library).url,
            });
            try {
              await (run.fresh ? desk.beginAtStart(scenario) : desk.begin(scenario));
              await run(desk);
              await desk.end();
            } catch (error) {
              await desk.close(); // what failed may have left something behind: the next one begins afresh
              desk = undefined;
              throw error;
            }
          });
        }
      });
    }
  }
});
