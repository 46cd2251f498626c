// Every block of code of the documents that a browser can run, run as it stands there: only addresses are replaced. What is not run
// here is checked in test/node/documents.test.mjs, which fails for a block that nobody runs.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { compile } from 'svelte/compiler';
import { complaintsOf, launchChromium, PATIENCE } from '../support/browser.mjs';
import { integrity } from '../../scripts/integrity.mjs';
import { bundled, codeOf, serveBlocks } from '../support/document-blocks.mjs';
import { Story } from '../support/story.mjs';

const POLLING = { timeout: PATIENCE, polling: 20 };
const BUNDLE = '<script type="module" src="/cdn/connect-ccp.min.js"></script>';
const PANEL = '<connect-ccp ccp-url="https://my-instance.my.connect.aws/ccp-v2/"></connect-ccp>';

let browser;
let server;

before(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveBlocks()]);
  server.pages.set('/silent.html', { body: '<!doctype html><title>Not a panel</title>' });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** The address of the simulator, on another origin than the page, with an instance of its own for each test. */
const simulator = (instance, more = '') =>
  `${server.origins[1]}/dist/simulator/ccp.html?instance=${instance}&state=Available&drawer=none${more}`;

/** The documents' addresses, and what they are here. */
function here(text, name) {
  const addresses = {
    'https://my-instance.my.connect.aws/ccp-v2/': simulator(name),
    'https://my-instance.my.connect.aws': server.origins[1],
    'https://my-other-instance.my.connect.aws/ccp-v2/': simulator(`${name}-2`, '&agent=Sam'),
    'https://east.my.connect.aws/ccp-v2/': simulator(`${name}-east`, '&region=us-east-1'),
    'https://west.my.connect.aws/ccp-v2/': simulator(`${name}-west`, '&region=us-west-2'),
    'https://sso.example/connect': simulator(`${name}-east`, '&signin=required'),
    'https://crm.example/': `${server.origins[1]}/inner`,
    "'https://crm.example'": `'${server.origins[0]}'`,
    'https://silent.example/': `${server.origins[1]}/silent.html`,
  };
  return Object.entries(addresses)
    .reduce((result, [from, to]) => result.replaceAll(from, to), text)
    .replace(/https:\/\/unpkg\.com\/connect-ccp-elements@[\d.]+\/dist\/simulator\/ccp\.html/g, simulator(name))
    .replace(/https:\/\/unpkg\.com\/connect-ccp-elements@[\d.]+\/cdn\//g, '/cdn/')
    .replace(/(src="\/cdn\/([\w./-]+)" integrity=")sha384-…/g, (_, start, file) => start + integrity()[file]);
}

/** What blocks call that is a page's own. */
function ownFunctions() {
  window.heard = [];
  const hear =
    (name) =>
    (...args) => {
      window.heard.push([name, ...args].map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '));
      return true;
    };
  for (const name of ['openCustomer', 'confirmTransfer', 'show', 'showUnread', 'queueForServer'])
    window[name] = hear(name);
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    window.violations.push(violatedDirective),
  );
}

/** A page made of a block, in a browser context of its own. */
class Desk {
  constructor(name, tab) {
    this.name = name;
    this.tab = tab;
    this.said = new Story();
    this.complaints = complaintsOf(tab);
    tab.on('console', (message) => this.said.hear(message.text()));
  }

  /** Opens a page with this markup. */
  async open(body, headers) {
    server.pages.set(`/${this.name}`, { body: here(body, this.name), headers });
    await this.tab.goto(`${server.origins[0]}/${this.name}`);
    return this;
  }

  /** Runs a script of the documents as a module; settles when it has run to its end. */
  async module(source, options) {
    const path = `/${this.name}.js`;
    server.pages.set(path, { body: await bundled(here(source, this.name), options) });
    await this.tab.evaluate((address) => import(address).then(() => {}), path);
    return this;
  }

  /** Waits until something is so in the page. */
  until(isSo, ...args) {
    return this.tab.waitForFunction(isSo, POLLING, ...args);
  }

  ready(selector = 'connect-ccp') {
    return this.until((host) => document.querySelector(host)?.status === 'ready', selector);
  }

  /** Takes hold of the simulator, at `window.sim`. */
  async attach(selector = 'connect-ccp') {
    await this.tab.evaluate(async (host) => {
      const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
      window.sim = await attachSimulator(document.querySelector(host));
    }, selector);
  }

  /** A call comes in. Resolves once the page knows it. */
  async ring() {
    const id = await this.tab.evaluate(() => window.sim.incomingCall({ from: '+12065550100' }));
    await this.until((contactId) => {
      const host = document.querySelector('connect-ccp');
      return !host?.state || host.state.contacts.some((one) => one.contactId === contactId);
    }, id);
    return id;
  }

  /** Waits until the service's own view of the first contact is in a state. */
  serviceHas(state) {
    return this.until(async (wanted) => {
      const { contacts } = await window.sim.truth();
      return contacts[0]?.state.type === wanted;
    }, state);
  }

  heard(text) {
    return this.until((wanted) => window.heard.some((line) => line.includes(wanted)), text);
  }

  /** Waits until an element shows a text, in its shadow root. */
  shows(selector, text) {
    return this.until(
      (css, wanted) => document.querySelector(css)?.shadowRoot?.textContent.includes(wanted),
      selector,
      text,
    );
  }

  /** Presses a button, in whatever shadow root: by script, for a tab in the background has no animation frames. */
  press(name) {
    return this.until((wanted) => {
      const all = (root) =>
        [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
      const button = all(document).find(
        (one) => one.matches('button') && !one.disabled && one.textContent.trim() === wanted,
      );
      button?.click();
      return button !== undefined;
    }, name);
  }

  hasSaid(text) {
    return this.said.until(`*${text}*`);
  }
}

/** Runs the block of this name. */
function run(name, story) {
  test(name, async (t) => {
    const context = await browser.createBrowserContext();
    t.after(() => context.close());
    const tab = await context.newPage();
    await tab.evaluateOnNewDocument(ownFunctions);
    const desk = new Desk(name, tab);
    await story(desk, codeOf(name));
    assert.deepEqual(
      desk.complaints.filter((line) => line.startsWith('error')),
      [],
    );
  });
}

/** A page with a panel that is ready, its simulator in hand. */
async function withPanel(desk, more = '') {
  await desk.open(`<!doctype html>${BUNDLE}${PANEL}${more}`);
  await desk.ready();
  await desk.attach();
}

describe('the blocks of the documents', { concurrency: 3 }, () => {
  for (const name of [
    'three-lines',
    'first-panel',
    'first-look',
    'own-instance',
    'agent-status',
    'contact-controls',
    'ccp',
  ]) {
    run(name, async (desk, code) => {
      await desk.open(code.includes('<script') ? code : `<!doctype html>${BUNDLE}${code}`);
      await desk.ready();
      await desk.attach();
      await desk.ring();
    });
  }

  run('from-npm', async (desk, code) => {
    await desk.open('<!doctype html><body></body>');
    await desk.module(code);
    await desk.ready();
  });

  run('own-panel', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    await desk.shows('connect-agent-status', 'Jane Doe');
    await desk.press('Call Ana');
    await desk.shows('connect-contact-controls', '(206) 555-0100');
  });

  run('integrity', async (desk, code) => {
    assert.match(code, /sha384-[\w+/=]{64}"/);
    await desk.open(`<!doctype html>${code}${PANEL}`);
    await desk.ready();
    assert.ok(await desk.tab.evaluate(() => document.querySelector('connect-ccp').connect === window.connect));
  });

  run('binding', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.shows('connect-agent-status[for=sales]', 'Jane Doe');
    await desk.shows('connect-agent-status[for=support]', 'Sam');
  });

  for (const name of ['events', 'first-events']) {
    run(name, async (desk, code) => {
      await desk.open(`<!doctype html>${BUNDLE}${PANEL}`);
      await desk.module(code);
      await desk.hasSaid('Jane Doe 0');
      await desk.attach();
      await desk.ring();
      await desk.heard('openCustomer +12065550100 {');
    });
  }

  run('subscribe', async (desk, code) => {
    await withPanel(desk, '<output id="waiting"></output>');
    await desk.module(code);
    const shown = () => desk.tab.$eval('#waiting', ({ textContent }) => textContent);
    assert.equal(await shown(), '0 waiting');
    await desk.ring();
    await desk.until(() => document.querySelector('#waiting').textContent === '1 waiting');
  });

  run('veto', async (desk, code) => {
    await withPanel(desk);
    await desk.module(`${code}
      import { ConnectAcceptRequestEvent, ConnectTransferRequestEvent } from 'connect-ccp-elements';
      Object.assign(window, { ConnectAcceptRequestEvent, ConnectTransferRequestEvent });`);
    const contactId = await desk.ring();
    await desk.tab.evaluate(async (id) => {
      const host = document.querySelector('connect-ccp');
      await host.request(new window.ConnectAcceptRequestEvent({ contactId: id }));
      void host.request(new window.ConnectTransferRequestEvent({ contactId: id, endpoint: '+12065550111' }));
    }, contactId);
    await desk.heard('confirmTransfer +12065550111');
    await desk.until(async () =>
      (await window.sim.truth()).calls.some((call) => call.operation === 'createAdditionalConnection'),
    );
  });

  run('request', async (desk, code) => {
    await withPanel(desk, '<button commandfor="ccp" command="--accept-contact">Answer</button>');
    await desk.tab.evaluate(() => (document.querySelector('connect-ccp').id = 'ccp'));
    await desk.ring();
    await desk.press('Answer');
    await desk.until(() => document.querySelector('connect-ccp').state.contacts[0]?.state.type === 'connected');
    await desk.module(code);
    await desk.hasSaid('confirmed');
  });

  run('keep-alive', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    const frame = await desk.tab.evaluateHandle(() => document.querySelector('connect-ccp').connect.core.getFrame());
    await desk.ring();
    const isSame = await desk.tab.evaluate(async (old) => {
      const before = document.querySelector('connect-ccp');
      location.hash = '#/other';
      await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      const ccp = document.querySelector('connect-ccp');
      return (
        ccp !== before &&
        ccp.status === 'ready' &&
        ccp.state.contacts.length === 1 &&
        ccp.connect.core.getFrame() === old
      );
    }, frame);
    assert.ok(isSame);
    await desk.shows('connect-contact-controls', '+12065550100');
  });

  run('set-device', async (desk, code) => {
    await withPanel(desk);
    await desk.tab.evaluate(() => window.sim.microphone('granted'));
    await desk.module(code);
    await desk.hasSaid('confirmed');
  });

  run('buttons', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    await desk.press('Lunch');
    await desk.until(() => document.querySelector('#ccp').state.agent.state.name === 'Lunch');
    await desk.ring();
    await desk.press('Answer');
    await desk.until(() => document.querySelector('#ccp').state.contacts[0]?.state.type === 'connected');
    await desk.press('Hang up');
    await desk.serviceHas('ended');
  });

  run('api', async (desk, code) => {
    await desk.open('<!doctype html><div id="panel"></div>');
    await desk.module(code);
    await desk.attach('iframe');
    await desk.ring();
    await desk.serviceHas('connected');
  });

  run('commands', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${PANEL}`);
    await desk.module(code);
    await desk.attach();
    await desk.until(async () => (await window.sim.truth()).contacts.length === 1);
  });

  run('logout', async (desk, code) => {
    await withPanel(desk);
    await desk.tab.evaluate(() => {
      const host = document.querySelector('connect-ccp');
      host.addEventListener('connect-status-change', () => window.heard.push(`is ${host.status}`));
      host.connect.agent((agent) => agent.onStateChange(({ newState }) => window.heard.push(`to ${newState}`)));
    });
    await desk.module(code);
    assert.deepEqual(await desk.tab.evaluate(() => window.heard.slice(0, 2)), ['to Offline', 'is signed-out']);
  });

  run('chat', async (desk, code) => {
    const chatJs = '<script src="/node_modules/amazon-connect-chatjs/dist/amazon-connect-chat.js"></script>';
    await desk.open(`<!doctype html>${chatJs}<div id="panel"></div>`);
    await desk.module(`${code}
      connect.contact((contact) => contact.onConnecting(() => contact.accept()));
      connect.core.initCCP(document.querySelector('#panel'), 'https://my-instance.my.connect.aws/ccp-v2/');`);
    await desk.attach('iframe');
    await desk.tab.evaluate(async () => {
      await window.sim.answerParticipantService();
      await window.sim.incomingChat({ customerName: 'Mei', message: 'Good morning' });
    });
    await desk.until(async () => JSON.stringify((await window.sim.truth()).transcripts).includes('Hello'));
    await desk.heard('Hello');
  });

  run('log', async (desk, code) => {
    await withPanel(desk);
    await desk.module(code);
    await desk.tab.evaluate(() => document.querySelector('connect-ccp').connect.getLog().warn('Call +12065550100'));
    await desk.heard('Call [phone]');
  });

  for (const name of ['two-regions', 'global-ccp']) {
    run(name, async (desk, code) => {
      await desk.open(`<!doctype html>${BUNDLE}${code}`);
      await desk.ready('connect-global-ccp');
      await desk.shows('connect-agent-status', 'Jane Doe');
      assert.equal(await desk.tab.evaluate(() => document.querySelector('#ccp').activeRegion), 'us-east-1');
      await desk.attach('connect-global-ccp');
      await desk.tab.evaluate(() => window.sim.activeRegion('us-west-2'));
      await desk.until(() => document.querySelector('#ccp').activeRegion === 'us-west-2');
    });
  }

  run('global-connect', async (desk, code) => {
    await desk.open('<!doctype html><div id="panel"></div>');
    await desk.module(`${code}
      window.moveOver = () => globalConnect.core.failover();
`);
    await desk.until(() => document.querySelectorAll('iframe').length === 2 && window.connect?.core.initialized);
    await desk.tab.evaluate(() => window.moveOver());
    await desk.hasSaid('The agent works in us-west-2.');
  });

  run('language-by-lang', async (desk, code) => {
    await desk.open(`<!doctype html>${code}<connect-agent-status></connect-agent-status>`);
    await desk.shows('connect-agent-status', 'Kein Panel verbunden');
  });

  run('language-by-script', async (desk, code) => {
    await desk.open(`<!doctype html><html lang="de">${code}<connect-agent-status></connect-agent-status>`);
    await desk.shows('connect-agent-status', 'Kein Panel verbunden');
  });

  run('language-by-import', async (desk, code) => {
    await desk.open('<!doctype html><html lang="de"><connect-agent-status></connect-agent-status>');
    await desk.module(code);
    await desk.shows('connect-agent-status', 'Kein Panel verbunden');
  });

  run('terms', async (desk, code) => {
    await withPanel(desk, '<connect-agent-status></connect-agent-status>');
    await desk.module(code);
    const contactId = await desk.ring();
    await desk.tab.evaluate(
      (id) => new (document.querySelector('connect-ccp').connect.Contact)(id).accept(),
      contactId,
    );
    await desk.serviceHas('connected');
    await desk.tab.evaluate((id) => window.sim.customerHangsUp(id), contactId);
    await desk.shows('connect-agent-status', 'Wrap-up');
  });

  run('looks', async (desk, code) => {
    await withPanel(desk, `<style>${code}</style><connect-contact-controls></connect-contact-controls>`);
    await desk.ring();
    await desk.press('Accept');
    await desk.until(() =>
      document.querySelector('connect-contact-controls').shadowRoot.querySelector('[part~=control-hang-up]'),
    );
    const looks = await desk.tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('connect-contact-controls');
      const { borderRadius, fontFamily } = getComputedStyle(shadowRoot.querySelector('[part~=control-hang-up]'));
      return { borderRadius, fontFamily };
    });
    assert.deepEqual(looks, { borderRadius: '999px', fontFamily: 'Georgia, serif' });
  });

  run('policy', async (desk, code) => {
    const [, policy] = /^Content-Security-Policy: (.*)\n$/.exec(here(code, desk.name));
    const controls =
      '<connect-agent-status></connect-agent-status><connect-contact-controls></connect-contact-controls>';
    await desk.open(`<!doctype html><html lang="en">${BUNDLE}${PANEL}${controls}`, {
      'content-security-policy': policy,
    });
    await desk.ready();
    await desk.attach();
    await desk.ring();
    await desk.press('Accept');
    await desk.serviceHas('connected');
    assert.deepEqual(await desk.tab.evaluate(() => window.violations), []);
  });

  run('chat-element', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    await desk.tab.evaluate(async () => {
      await window.sim.answerParticipantService();
      await window.sim.incomingChat({ customerName: 'Mei', message: 'Hello' });
    });
    await desk.press('Accept');
    await desk.serviceHas('connected');
    await desk.shows('connect-chat', 'Hello');
  });

  run('chat-desk', async (desk, code) => {
    const markup = codeOf('chat-element');
    await desk.open(`<!doctype html>${BUNDLE}${markup}<script type="module">${code}</script>`);
    await desk.ready();
    await desk.attach();
    await desk.tab.evaluate(async () => {
      await window.sim.answerParticipantService();
      window.contactId = await window.sim.incomingChat({ customerName: 'Mei' });
    });
    await desk.press('Accept');
    await desk.serviceHas('connected');
    await desk.tab.evaluate(() => window.sim.customerSays(window.contactId, 'Hello'));
    await desk.shows('connect-chat', 'Hello');
  });

  for (const name of ['mini-panel-element', 'recent-contacts-element', 'wrap-up-element']) {
    run(name, async (desk, code) => {
      await desk.open(`<!doctype html>${BUNDLE}${code}`);
      await desk.ready();
      await desk.attach();
      const tag = `connect-${name.replace('-element', '')}`;
      await desk.until((one) => document.querySelector(one).matches(':not(:state(unbound))'), tag);
      await desk.until((one) => document.querySelector(one).renderRoot?.childElementCount > 0, tag);
    });
  }

  run('app-element', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${PANEL}${code}`);
    await desk.until(() => document.querySelector('connect-app').renderRoot?.querySelector('[part=frame]'));
  });

  run('screen-pop', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    await desk.ring();
    await desk.until(() => document.querySelector('output').value === '+12065550100 for BasicQueue, no customer');
  });

  run('wrap-up', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    await desk.module(`import { ConnectClearRequestEvent } from 'connect-ccp-elements';
      window.events = { ConnectClearRequestEvent };`);
    const contactId = await desk.ring();
    await desk.press('Accept');
    await desk.serviceHas('connected');
    await desk.tab.evaluate((id) => window.sim.customerHangsUp(id), contactId);
    await desk.until(() => document.querySelector('connect-ccp').state.contacts[0]?.state.type === 'ended');
    await desk.tab.evaluate(() => (document.querySelector('#notes').value = 'Calls back in May'));
    await desk.tab.evaluate((id) => {
      const { ConnectClearRequestEvent } = window.events;
      document.querySelector('connect-contact-controls').dispatchEvent(new ConnectClearRequestEvent({ contactId: id }));
    }, contactId);
    await desk.until(() => document.querySelector('connect-ccp').state.contacts.length === 0);
    await desk.until(() => document.querySelector('#saved').textContent.endsWith('Calls back in May'));
  });

  run('import-map', async (desk, code) => {
    const own = code.replaceAll('/node_modules/connect-ccp-elements/', '/');
    await desk.open(`<!doctype html>${own}`);
    await desk.ready();
  });

  run('crm', async (desk, code) => {
    await desk.open(`<!doctype html>${BUNDLE}${code}`);
    await desk.ready();
    await desk.attach();
    await desk.ring();
    await desk.press('Accept');
    await desk.serviceHas('connected');
  });

  run('react', async (desk, code) => {
    await desk.open('<!doctype html><div id="app"></div>');
    const source = `
      import 'connect-ccp-elements/define.js';
      import { useRef, useState } from 'react';
      import { createRoot } from 'react-dom/client';
      const ccpUrl = 'https://my-instance.my.connect.aws/ccp-v2/';
      function App() {
        const ccp = useRef(null);
        const [contact, setContact] = useState(null);
        return <>${code}<output>{contact?.phoneNumber}</output></>;
      }
      createRoot(document.querySelector('#app')).render(<App />);`;
    await ringsIn(desk, source, { loader: 'tsx' });
  });

  run('vue', async (desk, code) => {
    await desk.open('<!doctype html><div id="app"></div>');
    const source = `
      import 'connect-ccp-elements/define.js';
      import { createApp, shallowRef, useTemplateRef } from 'vue/dist/vue.esm-bundler.js';
      const template = ${JSON.stringify(`${code}<output>{{ contact?.phoneNumber }}</output>`)};
      const ccpUrl = 'https://my-instance.my.connect.aws/ccp-v2/';
      const app = createApp({ template, setup: () => ({ ccpUrl, contact: shallowRef(null), ccp: useTemplateRef('ccp') }) });
      app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('connect-');
      app.mount('#app');`;
    await ringsIn(desk, source);
  });

  run('svelte', async (desk, code) => {
    await desk.open('<!doctype html><div id="app"></div>');
    const component = `<script>
        let { ccpUrl } = $props();
        let ccp;
        let contact = $state.raw(null);
      </script>${code}<output>{contact?.phoneNumber}</output>`;
    const { js } = compile(component, { generate: 'client', filename: 'App.svelte' });
    const source = `import 'connect-ccp-elements/define.js';
      import { mount } from 'svelte';
      ${js.code.replace('export default function', 'function')}
      mount(App, { target: document.querySelector('#app'), props: { ccpUrl: 'https://my-instance.my.connect.aws/ccp-v2/' } });`;
    await ringsIn(desk, source, { conditions: ['svelte', 'browser'] });
  });

  run('diagnose-element', async (desk, code) => {
    await desk.open(
      `<!doctype html>${BUNDLE}<connect-ccp login-mode="none" ccp-url="https://silent.example/"></connect-ccp>`,
    );
    await desk.module(code);
    await desk.hasSaid('no-answer');
  });

  run('diagnose-runtime', async (desk, code) => {
    await desk.open(
      `<!doctype html>${BUNDLE}<connect-ccp login-mode="none" ccp-url="https://silent.example/"></connect-ccp>`,
    );
    await desk.module(`${code}
      window.heard.push(code, ...origins, text);`);
    await desk.heard('no-answer');
    await desk.heard(server.origins[0]);
  });

  run('permissions', async (desk, code) => {
    // The page within stands on the simulator's origin here, its panel on the other one.
    const inner = `<!doctype html>${BUNDLE}${PANEL}`.replace(/ccp-url="[^"]+"/, () => {
      const address = simulator('permissions').replace(server.origins[1], server.origins[0]);
      return `ccp-url="${address}"`;
    });
    server.pages.set('/inner', { body: inner });
    await desk.open(`<!doctype html>${code}`);
    const frame = await (await desk.tab.waitForSelector('iframe')).contentFrame();
    await frame.waitForFunction(() => document.querySelector('connect-ccp')?.status === 'ready', POLLING);
    const panel = await (await frame.waitForSelector('connect-ccp >>> iframe')).contentFrame();
    assert.ok(await panel.evaluate(() => document.featurePolicy.allowsFeature('microphone')));
  });

  for (const name of ['classic-script', 'replaced-script']) {
    run(name, async (desk, code) => {
      await desk.open(`<!doctype html>${code}`);
      await desk.until(() => window.connect.core.getStatus() === 'ready');
      assert.equal(await desk.tab.evaluate(() => new window.connect.Agent().getName()), 'Jane Doe');
    });
  }
});

/** Runs an application around a panel, and waits until it shows who calls. */
async function ringsIn(desk, source, options) {
  await desk.module(source, options);
  await desk.ready();
  await desk.attach();
  await desk.ring();
  await desk.until(() => document.querySelector('output').textContent.trim() === '+12065550100');
}
