// The page that an example stands on, in a frame of its own: examples do not see each other, nor the site's styles.
import { attachSimulator, simulatorUrl } from '../../../dist/src/simulator/simulator.js';

const BUNDLE = new URL('cdn/connect-ccp.min.js', import.meta.url).href;
const SIMULATOR = new URL('dist/simulator/ccp.html', import.meta.url);
const PACKAGE = /https:\/\/unpkg\.com\/connect-ccp-elements@[\w.-]+\//g;
const PAGE = /https:\/\/unpkg\.com\/connect-ccp-elements@[\w.-]+\/dist\/simulator\/ccp\.html(\?[^"'\s]*)?/g;
const INSTANCE = /https:\/\/([\w-]+)\.my\.connect\.aws\/ccp-v2\/?/g;
/** Instances that are one region of two, by their names. */
const REGIONS = { east: 'us-east-1', west: 'us-west-2' };

const simulated = (_, name) => simulatorUrl({ state: 'Available', region: REGIONS[name] }, SIMULATOR);

/** An example with its addresses as they are here: a simulator in place of each instance, the site in place of a CDN. */
const here = (html) =>
  html
    .replace(PAGE, simulated)
    .replace(INSTANCE, simulated)
    .replace(PACKAGE, () => new URL('.', import.meta.url).href);

const host = () => document.querySelector('connect-global-ccp, connect-ccp');

let simulator;

/** The simulator behind the example's panel. */
async function attached() {
  if (!host()) throw new Error('There is no <connect-ccp> in this example.');
  simulator ??= attachSimulator(host()).then(async (one) => {
    // The requests of ChatJS on this page are answered by the simulator, too.
    await one.answerParticipantService();
    return one;
  });
  return simulator.catch((error) => {
    simulator = undefined;
    throw error;
  });
}

const newest = () => host()?.state?.contacts.at(-1)?.contactId;

/** What a customer can do, by name. */
const PLAYS = {
  call: (sim) => sim.incomingCall({ from: '+12065550100', attributes: { tier: 'gold' } }),
  chat: (sim) => sim.incomingChat({ customerName: 'Mei', message: 'Hello, is my parcel on its way?', replies: true }),
  task: (sim) => sim.incomingTask({ name: 'Call Ana back', description: 'About the invoice of May' }),
  end: (sim) => newest() && sim.customerHangsUp(newest()),
};

window.stage = {
  /** Shows an example in place of the last one. Its scripts run. */
  async show(html) {
    simulator = undefined;
    await import(BUNDLE);
    document.body.replaceChildren(document.createRange().createContextualFragment(here(html)));
  },
  /** Puts a style sheet into force in place of the last one. */
  style(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  },
  scheme: (scheme) => (document.documentElement.style.colorScheme = scheme),
  /** Has the customer do something. */
  async play(name) {
    const sim = await attached();
    await host().ready;
    await PLAYS[name](sim);
  },
  height: () => document.documentElement.offsetHeight,
};
