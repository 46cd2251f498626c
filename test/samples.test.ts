// Samples of the documents, run as classic scripts, in sloppy and in strict mode.
import { expect } from '@open-wc/testing';
import type { Agent, AgentConfiguration } from '../src/index.js';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { agentData } from './support/snapshots.js';

/** What a sample finds on its page. */
interface SamplePage {
  agent?: Agent;
  told?: (outcome: string) => void;
}

/** Runs text as a classic script of this page. */
function runScript(text: string): void {
  const script = document.createElement('script');
  script.textContent = text;
  document.body.append(script);
  script.remove();
}

/** Streams documentation, "Overview", `agent.setConfiguration()`, with the comma and the brace that it lacks. */
const EDIT_CONFIGURATION = `
  var config = agent.getConfiguration();
  config.extension = "+18005550100";
  config.softphoneEnabled = false;
  agent.setConfiguration(config, {
     success: function() { told("success"); },
     failure: function(err) { told("failure " + err); }
  });`;

describe('samples of the documents', () => {
  const page = window as SamplePage;

  afterEach(() => {
    delete page.agent;
    delete page.told;
    closeFakeCcps();
  });

  for (const mode of ['sloppy', 'strict']) {
    it(`editing what getConfiguration() returns and handing it to setConfiguration() works in ${mode} mode`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData({}, { extension: '', softphoneEnabled: true }));
      page.agent = new connect.Agent();
      const outcome = new Promise<string>((resolve) => (page.told = resolve));
      runScript(`(function () { ${mode === 'strict' ? '"use strict";' : ''} ${EDIT_CONFIGURATION} })()`);

      const request = await ccp.nextRequest();
      expect(request.method).to.equal('updateAgentConfiguration');
      const sent = request.params.configuration as AgentConfiguration;
      expect(sent).to.include({ extension: '+18005550100', softphoneEnabled: false, name: page.agent.getName() });
      // The library's own data wait for the service to say so.
      expect(page.agent.getExtension()).to.equal('');
      expect(page.agent.isSoftphoneEnabled()).to.be.true;

      await ccp.answer(request, { data: {} });
      expect(await outcome).to.equal('success');
      await ccp.next('reload_agent_configuration');
    });
  }
});
