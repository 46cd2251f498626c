// A page that takes calls by itself, and the simulated CCP in it: what both of them hear is measured.
import { PATIENCE } from './browser.mjs';
import { newInstance } from './embedding-page.mjs';

const POLLING = { timeout: PATIENCE, polling: 100 };

/** Louder than this is speech; the fake microphone beeps once a second. */
export const HEARD = 0.05;
/** Quieter than this is nothing. */
export const SILENT = 0.001;

/** What the page does before anything. Runs in the page. */
async function begin({ ccpUrl, options, kind, bundle }) {
  const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
  const container = document.createElement('div');
  container.style.height = '300px';
  document.body.append(container);
  window.errors = [];
  if (kind === 'element') {
    container.addEventListener('connect-error', ({ error }) => window.errors.push(error.code), true); // facts do not bubble
    container.innerHTML = `<connect-ccp ccp-url="${ccpUrl}" softphone="page"></connect-ccp>`;
    await import(bundle);
    const [ccp] = container.children;
    await ccp.ready;
    window.connect = ccp.connect;
  } else {
    const { connect } = await import('/dist/src/index.js');
    window.connect = connect;
    connect.core.initCCP(container, {
      ccpUrl,
      loginPopup: false,
      softphone: { allowFramedSoftphone: kind === 'framed' },
    });
    if (kind === 'page') connect.core.initSoftphoneManager(options);
    await new Promise((resolve) => connect.agent(resolve));
  }
  window.connect.agent((agent) => agent.onSoftphoneError((error) => window.errors.push(error.getErrorType())));
  window.sim = await attachSimulator(window.connect);
  window.far = await window.sim.customersApart();
  window.hears = async () => (await window.far.heard(window.callId)).peak;
  /** How loud the customer arrives at the agent now, as the page's session counts it. */
  window.arrives = async () => {
    const { connect, callId } = window;
    const leg = new connect.Contact(callId).getAgentConnection().connectionId;
    const [input] = (await connect.core.getSoftphoneManager()?.getSession(leg)?.totals()) ?? [];
    return (input?.audioLevel ?? 0) / 32_768;
  };
}

let bundles = 0;

/**
 * Opens such a page.
 * @param {{kind?: 'page' | 'framed' | 'element', options?: object, parameters?: object, context?: object, instance?: string,
 *   before?: (tab: import('puppeteer-core').Page) => Promise<void>}} how
 */
export async function openSoundPage(t, browser, server, how = {}) {
  const { kind = 'page', options = {}, parameters = {}, instance = newInstance(), before } = how;
  const context = how.context ?? (await browser.createBrowserContext());
  if (!how.context) t.after(() => context.close());
  const query = new URLSearchParams({ instance, drawer: 'none', state: 'Available', ...parameters });
  const ccpUrl = `http://127.0.0.1:${server.ccpPort}/dist/simulator/ccp.html?${query}`;
  const tab = await context.newPage();
  const complaints = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  await before?.(tab);
  await tab.goto(`http://localhost:${server.pagePort}/test/support/pages/mute.html`);
  await tab.evaluate(begin, { ccpUrl, options, kind, bundle: `/cdn/connect-ccp.min.js?${(bundles += 1)}` });
  const wait = (predicate, ...args) => tab.waitForFunction(predicate, POLLING, ...args);
  return {
    tab,
    context,
    complaints,
    wait,
    /** Runs a command of the simulator. */
    sim: (command, ...args) => tab.evaluate((name, given) => window.sim[name](...given), command, args),
    /** Does something with the call. */
    run: (action) => tab.evaluate(action),
    /** A call arrives, and is the one that is measured. */
    async call(command = 'incomingCall') {
      await tab.evaluate(async (name) => (window.callId = await window.sim[name]()), command);
      await wait(() => window.connect.core.getAgentDataProvider().current.contacts.has(window.callId));
    },
    accept: () => tab.evaluate(() => new window.connect.Contact(window.callId).accept()),
    hearsAgent: () => wait((least) => window.hears().then((level) => level > least), HEARD),
    hearsNothing: () => wait((most) => window.hears().then((level) => level < most), SILENT),
    agentHears: () => wait((least) => window.arrives().then((level) => level > least), HEARD),
    agentHearsNothing: () => wait((most) => window.arrives().then((level) => level < most), SILENT),
  };
}
