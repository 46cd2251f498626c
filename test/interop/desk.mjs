// An agent's desk: a page with a library and an embedded CCP, where scenarios act, wait, and compare with golden lists.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { PATIENCE } from '../support/browser.mjs';
import { expected, expectedOutcome } from './golden/index.mjs';
import { chatJs, THEIRS } from './libraries.mjs';
import { namer } from './names.mjs';

/** Polls by timer: tabs that are not in front have no animation frames. */
export const POLLING = { timeout: PATIENCE, polling: 10 };

/** Milliseconds after which workers ask for the agent's configuration again by themselves. */
const ASKS_AGAIN = 30_000;

/** Calls that workers make by themselves. */
const isOfWorker = ({ operation, params }) =>
  /^send(Client|Softphone)/.test(operation) ||
  (operation === 'createTransport' && params.transportType !== 'chat_token');

export class Desk {
  #library;
  #kind;
  #ccp;
  #page;
  #url;
  #scenario = '';
  #heard = 0; // lines that were compared already
  #called = 0; // calls that were compared already
  #named = namer();
  #complaints = [];
  #ordered = true;

  constructor({ library, kind, ccp, page, url }) {
    /** Plays the customer, the supervisor and the service; see ccps.mjs. */
    this.script = ccp.script;
    this.#library = library;
    this.#kind = kind;
    this.#ccp = ccp;
    this.#page = page;
    this.#url = url;
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    // The browser asks before it leaves a page of ours with a live call; scenarios mean it.
    page.on('dialog', (dialog) => dialog.accept());
  }

  /** Opens a page of its own context, with an agent of its own. */
  static async open({ browser, library, kind, ccp, url }) {
    const context = await browser.createBrowserContext();
    const desk = new Desk({ library, kind, ccp, page: await context.newPage(), url });
    await ccp.keep(context, url);
    await desk.page.bringToFront();
    await desk.embed();
    return desk;
  }

  get page() {
    return this.#page;
  }

  get library() {
    return this.#library;
  }

  /** What kind of CCP is embedded. */
  get kind() {
    return this.#kind;
  }

  get ccpFrame() {
    return this.#page.frames().find((frame) => frame.url().split('#')[0] === this.#ccp.url);
  }

  /** Loads the page, once more if it is there, and embeds the CCP. */
  async embed() {
    await this.#embedIn(this.#page);
    await this.#ccp.attach(this.#page);
    this.#heard = 0;
    await this.until(() => window.connect.agent.initialized);
  }

  /** Opens a tab beside the desk's own, with the same library and the same CCP. */
  async openTab() {
    const page = await this.#page.browserContext().newPage();
    await this.#embedIn(page);
    await page.waitForFunction(() => window.connect.agent.initialized, POLLING);
    await this.#page.bringToFront();
    return page;
  }

  async #embedIn(page) {
    await page.goto(this.#url);
    await page.evaluate((ccpUrl) => {
      window.connect.core.initCCP(document.getElementById('container'), {
        ccpUrl,
        loginPopup: false,
        softphone: { allowFramedSoftphone: true },
      });
      window.startRecording(window.connect);
    }, this.#ccp.url);
  }

  /** Loads ChatJS, whose requests the service behind the CCP answers. Most scenarios have to do without. */
  async loadChatJs() {
    await this.#ccp.answerParticipantService(this.#page);
    await this.#page.addScriptTag({ url: `/chat-js/${basename(chatJs)}` });
    if (this.#library !== THEIRS) return;
    // It asks for the contact's region by way of the SDK, which neither CCP answers, and gives up after this time only.
    await this.#page.evaluate(() => {
      const { setTimeout } = window;
      window.setTimeout = (run, delay, ...args) => setTimeout(run, delay === 30_000 ? 0 : delay, ...args);
    });
  }

  /** Loads the CCP's page again, behind the back of the page that embeds it. */
  async reloadCcp() {
    const acknowledged = () => window.wire.filter(({ event, data }) => event === 'acknowledge' && data?.id).length;
    const before = await this.#page.evaluate(acknowledged);
    await this.ccpFrame.evaluate(() => location.reload());
    await this.until((count) => {
      const ids = window.wire.filter(({ event, data }) => event === 'acknowledge' && data?.id);
      const last = window.wire.findLastIndex(({ event, data }) => event === 'acknowledge' && data?.id);
      return ids.length > count && window.wire.slice(last).some(({ event }) => event === 'agent::update');
    }, before);
  }

  /** Waits for a condition in the page. */
  until(condition, ...args) {
    return this.#wait(condition, POLLING, args);
  }

  /** Waits for what a CCP may find out only when it asks its service the next time, which it does twice a minute. */
  untilAskedAgain(condition, ...args) {
    return this.#wait(condition, { ...POLLING, timeout: ASKS_AGAIN + POLLING.timeout }, args);
  }

  async #wait(condition, options, args) {
    try {
      await this.#page.waitForFunction(condition, options, ...args);
    } catch (error) {
      throw new Error(`${error.message} Waited for: ${condition} ${JSON.stringify(args)}`, { cause: error });
    }
  }

  /** For a scenario that looks at the very beginning: nothing has been done at this desk yet. */
  beginAtStart(scenario) {
    this.#scenario = scenario;
  }

  /** Has the agent available and without contacts, and begins a new list. */
  async begin(scenario) {
    this.#scenario = scenario;
    this.#ordered = true;
    const { agent } = await this.script.truth();
    if (agent.state.name !== 'Available') await this.script.setAgentState('Available');
    await this.until(
      () => window.stage.agent.getState().name === 'Available' && window.stage.agent.getContacts().length === 0,
    );
    await this.rest();
    await this.#page.evaluate(() => void (window.arrived.length = window.outcomes.length = 0));
    await this.calls();
  }

  /** Looks whether anything more has come, and what became of each command. */
  async end() {
    if (this.#ordered) {
      // Updates come in order: when the page has heard of this one, everything before it has come.
      const { agent } = await this.script.truth();
      await this.script.setAgentState('Offline');
      await this.hears(['agent.onOffline Offline', `agent.onStateChange ${agent.state.name}>Offline`], 'the end');
    }
    const outcomes = await this.#page.evaluate(() => window.outcomes);
    for (const { name, wanted, success, failure } of outcomes) {
      assert.deepEqual({ success, failure }, expectedOutcome(name, wanted, this.#library), `${name}, ${wanted}`);
    }
    assert.deepEqual(this.#complaints, []);
  }

  /** For scenarios about something else: what the page hears from now on is not compared. */
  disregardOrder() {
    this.#ordered = false;
  }

  /** Passes over what the page has heard. */
  async rest() {
    this.#heard = await this.#page.evaluate(() => window.lines.length);
  }

  /** Does something, and waits until the page has heard what the golden list has under this name. */
  async step(name, action) {
    const result = await action();
    await this.hears(expected({ scenario: this.#scenario, step: name, library: this.#library }), name);
    return result;
  }

  /** Waits until as many lines have come as are expected, and compares. */
  async hears(lines, step) {
    const wanted = this.#heard + lines.length;
    const waited = this.#page.waitForFunction((count) => window.lines.length >= count, POLLING, wanted);
    await waited.catch(() => {}); // the comparison says what is missing
    const heard = await this.#page.evaluate((from) => window.lines.slice(from), this.#heard);
    this.#heard += heard.length;
    assert.deepEqual(heard, lines, `${this.#scenario}: ${step}`);
  }

  /** Waits for something that has no place in the order. */
  arrives(wanted) {
    return this.until(
      (members) => window.arrived.some((one) => Object.keys(members).every((key) => one[key] === members[key])),
      wanted,
    );
  }

  /** Runs a command that works. */
  async does(command, name = String(command)) {
    const { success, failure } = await this.#run(command, { name, wanted: 'success' });
    assert.equal(failure, undefined, name);
    return success;
  }

  /** Runs a command that is refused. Returns the failure as text. */
  async fails(command, name = String(command)) {
    const { failure } = await this.#run(command, { name, wanted: 'failure' });
    assert.equal(typeof failure, 'string', `${name} did not fail`);
    return failure;
  }

  /** Runs a command that is refused, and that has no callback for it. */
  failsUnheard(command, name = String(command)) {
    return this.#run(command, { name, wanted: 'unheard' });
  }

  #run(command, options) {
    return this.#page.evaluate(`window.run(${command}, ${JSON.stringify(options)})`);
  }

  /** Calls that the service has received since the last time, ids replaced by who they stand for. */
  async calls() {
    const { calls, contacts } = await this.script.truth();
    this.#named.learn(contacts);
    const ofPage = calls.filter((call) => !isOfWorker(call));
    const fresh = ofPage.slice(this.#called);
    this.#called = ofPage.length;
    return fresh.map(({ operation, params }) => [operation, this.#named.replace(params)]);
  }

  async close() {
    await this.#page.browserContext().close();
    await this.#ccp.close();
  }
}
