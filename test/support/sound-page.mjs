// A page that takes calls by itself, and the simulated CCP in it: what both of them hear is measured.
import { PATIENCE } from './browser.mjs';
import { newInstance } from './embedding-page.mjs';

const POLLING = { timeout: PATIENCE, polling: 100 };

/** Louder than this is speech; the fake microphone beeps once a second. */
export const HEARD = 0.05;
/** Quieter than this is nothing. */
export const SILENT = 0.001;

/** What the page does before anything: a runtime that takes calls, and a record of what it says and hears. Runs in the page. */
async function begin({ ccpUrl, options, framed }) {
  const { connect } = await import('/dist/src/index.js');
  const { attachSimulator } = await import('/dist/src/simulator/simulator.js');
  const container = document.createElement('div');
  container.style.height = '400px';
  document.body.append(container);
  Object.assign(window, { connect, container, errors: [], heard: [] });
  connect.core.initCCP(container, { ccpUrl, loginPopup: false, softphone: { allowFramedSoftphone: framed } });
  if (!framed) connect.core.initSoftphoneManager(options);
  await new Promise((resolve) => connect.agent(resolve));
  connect.agent((agent) => agent.onSoftphoneError((error) => window.errors.push(error.getErrorType())));
  window.sim = await attachSimulator(connect);
}

/** What arrives at the agent, as the page plays it: the loudest within a second. Runs in the page. */
async function arrives() {
  const { connect } = window;
  const [contact] = new connect.Agent().getContacts(connect.ContactType.VOICE);
  const session = connect.core.getSoftphoneManager()?.getSession(contact.getAgentConnection().connectionId);
  if (!session) return -1;
  let peak = 0;
  for (let look = 0; look < 10; look += 1) {
    const [input] = await session.totals();
    peak = Math.max(peak, (input?.audioLevel ?? 0) / 32768);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return peak;
}

/** Opens such a page. */
export async function openSoundPage(
  t,
  browser,
  server,
  { options = {}, parameters = {}, framed = false, instance = newInstance() } = {},
) {
  const context = await browser.createBrowserContext();
  t.after(() => context.close());
  const origin = `http://localhost:${server.pagePort}`;
  const ccpOrigin = `http://127.0.0.1:${server.ccpPort}`;
  const query = new URLSearchParams({ instance, drawer: 'none', state: 'Available', ...parameters });
  const ccpUrl = `${ccpOrigin}/dist/simulator/ccp.html?${query}`;
  const tab = await context.newPage();
  const complaints = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  if (process.env.LOUD) tab.on('console', (message) => console.log(message.type(), message.text()));
  await tab.goto(`${origin}/test/support/pages/mute.html`);
  await tab.evaluate(begin, { ccpUrl, options, framed });

  const heard = (id) => tab.evaluate((contactId) => window.sim.heard(contactId), id);
  return {
    tab,
    context,
    ccpUrl,
    complaints,
    /** Runs a command of the simulator. */
    sim: (command, ...args) => tab.evaluate((name, given) => window.sim[name](...given), command, args),
    /** Waits until the customer hears the agent. */
    hearsAgent: (id) =>
      tab.waitForFunction(
        async (contactId, least) => (await window.sim.heard(contactId)).peak > least,
        POLLING,
        id,
        HEARD,
      ),
    /** What the customer has heard at the most in two seconds. */
    async loudestAtCustomer(id) {
      await new Promise((resolve) => setTimeout(resolve, 2200 * 1));
      return (await heard(id)).peak;
    },
    /** Waits until the agent hears the customer. */
    hearsCustomer: () => tab.waitForFunction(`(${arrives})().then((level) => level > ${HEARD})`, POLLING),
    loudestAtAgent: () => tab.evaluate(arrives),
    /** Accepts the call. */
    accept: (id) => tab.evaluate((contactId) => new window.connect.Contact(contactId).accept(), id),
    wait: (predicate, ...args) => tab.waitForFunction(predicate, POLLING, ...args),
  };
}
