import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { nameOf as stateNameFor } from '../elements/agent-status/state-words.js';
import '../elements/connect-agent-status.js';
import '../elements/connect-ccp.js';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import { en } from './support/english.js';
import type { ConnectSetAgentStateRequestEvent } from '../elements/verbs/requests.js';
import { connect } from '../src/index.js';
import type { Simulator } from '../src/simulator/kit/simulator.js';
import { eventually as soon } from './support/eventually.js';
import { CCP_URL, FakeCcp } from './support/fake-ccp.js';
import { agentData } from './support/snapshots.js';
import { mountCcp, mountReadyCcp, simulatedCcpUrl, statusIs } from './support/simulated-ccp.js';

interface Scene {
  ccp: ConnectCcpElement;
  sim: Simulator;
  status: ConnectAgentStatusElement;
}

const HOUR = 3_600_000;

/** A page of this server that does not speak the protocol, as a sign-in page does not. */
const MUTE_PAGE = new URL('/test/support/pages/mute.html', location.href).href;

const part = (status: ConnectAgentStatusElement, name: string) =>
  status.renderRoot.querySelector<HTMLElement>(`[part~=${name}]`);
const words = (status: ConnectAgentStatusElement, name: string) =>
  part(status, name)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const nameOf = (status: ConnectAgentStatusElement) => words(status, 'state-name').replace(/^State: /, '');
const button = (status: ConnectAgentStatusElement) => part(status, 'state')!;
const said = (status: ConnectAgentStatusElement) => status.renderRoot.querySelector('[role=status]')!.textContent;
const focused = (status: ConnectAgentStatusElement) => status.shadowRoot!.activeElement as HTMLElement | null;
const buttonIn = (status: ConnectAgentStatusElement, name: string, text: string) =>
  [...status.renderRoot.querySelectorAll<HTMLElement>(`[part~=${name}] button`)].find(
    (one) => one.textContent.trim() === text,
  )!;

/** The time that is shown, in seconds. */
function secondsShown(status: ConnectAgentStatusElement): number {
  return words(status, 'time')
    .split(':')
    .reduce((total, number) => total * 60 + Number(number), 0);
}

const options = (status: ConnectAgentStatusElement) =>
  [...status.renderRoot.querySelectorAll<HTMLElement>('[role=menuitemradio]')].map((one) => one.textContent.trim());

/** Opens the menu. */
async function open(status: ConnectAgentStatusElement): Promise<void> {
  button(status).click();
  await status.updateComplete;
}

/** Opens the menu and chooses a state. */
async function choose(status: ConnectAgentStatusElement, name: string): Promise<void> {
  await open(status);
  buttonIn(status, 'menu', name).click();
  await status.updateComplete;
}

/** Presses a key where the focus is. Returns false if its default action was prevented. */
async function press(status: ConnectAgentStatusElement, key: string): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
  const isDefault = focused(status)!.dispatchEvent(event);
  await status.updateComplete;
  return isDefault;
}

async function stateIs(status: ConnectAgentStatusElement, name: string): Promise<void> {
  await soon(() => nameOf(status) === name, `state is ${nameOf(status)}, not ${name}`);
}

/** A ready host, and the element beside it. */
async function mount(parameters: Record<string, string> = {}): Promise<Scene> {
  const { ccp, sim } = await mountReadyCcp(parameters);
  const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
  return { ccp, sim, status };
}

/** The element while its agent talks. Resolves to the contact's id. */
async function call({ ccp, sim, status }: Scene): Promise<string> {
  const contactId = await sim.incomingCall({ from: '+12065550100' });
  await stateIs(status, 'Incoming contact');
  await new ccp.connect.Contact(contactId).accept();
  await stateIs(status, 'On a contact');
  return contactId;
}

/** The element while its agent is in after-call work. */
async function afterCallWork(scene: Scene): Promise<string> {
  const contactId = await call(scene);
  await scene.sim.customerHangsUp(contactId);
  await stateIs(scene.status, 'After-call work');
  return contactId;
}

describe('<connect-agent-status>', () => {
  describe('renders and is accessible', () => {
    it('without a host, and says so', async () => {
      const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
      expect(nameOf(status)).to.equal(en.agentStatus.unbound);
      expect(button(status).getAttribute('aria-disabled')).to.equal('true');
      expect(status.matches(':state(unbound)')).to.be.true;
      await expect(status).to.be.accessible();
    });

    it('while its host loads, and when it is ready', async () => {
      const ccp = await mountCcp(simulatedCcpUrl({ state: 'Available' }));
      const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
      expect(nameOf(status)).to.equal(en.status.loading.heading);
      await expect(status).to.be.accessible();
      await ccp.ready;
      await stateIs(status, 'Available');
      expect(words(status, 'name')).to.equal('Jane Doe');
      expect(said(status)).to.equal('State: Available');
      expect(status.matches(':state(ready):state(routable)')).to.be.true;
      await expect(status).to.be.accessible();
    });

    it('when nobody is signed in: the host itself says more, unless it is headless; then a button opens the sign-in', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp ccp-url=${MUTE_PAGE} load-timeout="50"></connect-ccp>`,
      );
      const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
      await statusIs(ccp, 'signed-out');
      await stateIs(status, 'Sign in to take contacts');
      expect(part(status, 'status')).to.be.null;
      ccp.headless = true;
      await ccp.updateComplete;
      status.requestUpdate();
      await status.updateComplete;
      expect(words(status, 'status')).to.contain(en.status['signed-out'].text);
      await expect(status).to.be.accessible();
      const asked = oneEvent(document, 'connect-login-request');
      document.addEventListener('connect-login-request', (event) => event.preventDefault(), { once: true });
      buttonIn(status, 'status', 'Sign in').click();
      await asked;
    });

    it('when its host has stopped answering: the last state, and that it may be old', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp ccp-url=${simulatedCcpUrl()} ack-timeout="200" syn-timeout="50"></connect-ccp>`,
      );
      const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
      await ccp.ready;
      const { attachSimulator } = await import('../src/simulator/kit/simulator.js');
      const sim = await attachSimulator(ccp);
      await sim.silence(0);
      await soon(() => words(status, 'status').includes('Connection lost'), 'the loss is shown');
      expect(said(status)).to.equal('Connection lost');
      expect(words(status, 'name')).to.equal('Jane Doe');
      expect(button(status).getAttribute('aria-disabled')).to.equal('true');
      await expect(status).to.be.accessible();
      await sim.silence(-1);
      await soon(() => part(status, 'status') === null, 'the loss is over');
      sim.detach();
    });

    it('with its menu open', async () => {
      const { sim, status } = await mount();
      await open(status);
      expect(options(status)).to.deep.equal(['Available', 'Lunch', 'Training', 'Offline']);
      await expect(status).to.be.accessible();
      status.style.inlineSize = '320px';
      const [box, above] = [part(status, 'menu')!, button(status)].map((one) => one.getBoundingClientRect());
      expect([box.left, box.right], 'stands under its button').to.deep.equal([above.left, above.right]);
      sim.detach();
    });

    it('during a contact, with a next state', async () => {
      const scene = await mount();
      await call(scene);
      await choose(scene.status, 'Lunch');
      await soon(() => part(scene.status, 'next'), 'the next state is shown');
      await expect(scene.status).to.be.accessible();
      scene.sim.detach();
    });

    it('in after-call work, counted down, while it asks', async () => {
      const scene = await mount();
      scene.status.acwSeconds = 60;
      await afterCallWork(scene);
      await expect(scene.status).to.be.accessible();
      await choose(scene.status, 'Lunch');
      expect(part(scene.status, 'question')).not.to.be.null;
      await expect(scene.status).to.be.accessible();
      scene.sim.detach();
    });

    it('after a missed contact', async () => {
      const { sim, status } = await mount();
      await sim.missed(await sim.incomingCall());
      await stateIs(status, 'Missed contact');
      expect(status.matches(':state(error)')).to.be.true;
      await expect(status).to.be.accessible();
      sim.detach();
    });

    it('after a change that failed', async () => {
      const { sim, status } = await mount();
      status.setAgentState('Bio-Break');
      await soon(() => part(status, 'notice'), 'the failure is shown');
      await expect(status).to.be.accessible();
      sim.detach();
    });
  });

  describe('states in words', () => {
    it('has words for every state that the service sets, and what has happened for every error', () => {
      const { systemStates } = en.agentStatus;
      const states = Object.values(connect.AgentAvailStates);
      const errors = Object.values(connect.AgentErrorStates);
      expect(Object.keys(systemStates)).to.include.members([...states, ...errors]);
      for (const error of errors) expect(systemStates[error].help, error).to.match(/\.$/);
    });

    it('shows each error state with what has happened and the way out, which works', async () => {
      const { sim, status } = await mount();
      for (const error of Object.values(connect.AgentErrorStates)) {
        await sim.contactFails(await sim.incomingCall(), error);
        const { name, help } = en.agentStatus.systemStates[error];
        await stateIs(status, name);
        expect(words(status, 'advice')).to.contain(help).and.to.contain(en.agentStatus.wayOut);
        expect(said(status)).to.equal(`State: ${name} ${help}`);
        buttonIn(status, 'advice', 'Go to Available').click();
        await stateIs(status, 'Available');
        expect(part(status, 'advice')).to.be.null;
      }
      sim.detach();
    });

    it('shows calls that are made, and callbacks that wait', async () => {
      const { ccp, sim, status } = await mount();
      await new ccp.connect.Agent().connect('+12065550101');
      await stateIs(status, 'Calling the customer');
      const [contact] = new ccp.connect.Agent().getContacts();
      await sim.customerHangsUp(contact.getContactId());
      await contact.clear();
      await stateIs(status, 'Available');
      await sim.queuedCallback();
      await stateIs(status, 'Callback waiting');
      sim.detach();
    });

    it('keeps the name of a state that agents choose, though the service has one of that name', () => {
      const state = { name: 'Busy', type: 'not_routable', since: 0 };
      const agent = { name: '', state, nextState: null, states: [state], permissions: [], countries: [] };
      const nameFor = (name: string, type: string) => stateNameFor({ name, type }, agent, en.agentStatus);
      expect(nameFor('Busy', 'not_routable')).to.equal('Busy');
      expect(nameFor('Busy', 'system')).to.equal('On a contact');
      expect(nameFor('SomethingNew', 'system')).to.equal('Something new');
    });
  });

  describe('time', () => {
    it('runs, and is the server’s: a skew of either sign does not show', async () => {
      for (const skew of [HOUR, -HOUR]) {
        const { ccp, sim, status } = await mount({ skew: String(skew) });
        await sim.setAgentState('Lunch');
        await stateIs(status, 'Lunch');
        expect(secondsShown(status)).to.be.at.most(1);
        await soon(() => secondsShown(status) === 2, 'two seconds have passed');
        sim.detach();
        ccp.remove();
        status.remove();
      }
    });

    it('goes on where it was when the server’s clock is set', async () => {
      const { ccp, sim, status } = await mount();
      const before = secondsShown(status);
      const refreshed = new Promise<void>((resolve) => {
        const subscription = new ccp.connect.Agent().onRefresh(() => {
          if (Math.abs(ccp.connect.core.getSkew()) < HOUR / 2) return;
          subscription.unsubscribe();
          resolve();
        });
      });
      await sim.skew(HOUR);
      await sim.incomingChat();
      await refreshed;
      await status.updateComplete;
      expect(secondsShown(status) - before).to.be.within(0, 3);
      sim.detach();
    });

    for (const jump of [HOUR, -HOUR]) {
      it(`is right through a jump of the system clock by ${jump / HOUR} hour`, async () => {
        // A snapshot would bring the worker's clock, which does not jump with the page's here; and nothing sleeps. Listens before
        // the library does: a window calls its listeners in the order in which they came.
        let isDeaf = false;
        const unheard = (event: Event): void => (isDeaf ? event.stopImmediatePropagation() : undefined);
        const events = ['message', 'visibilitychange', 'resume', 'pageshow', 'online'];
        for (const type of events) addEventListener(type, unheard, true);
        const { sim, status } = await mount();
        await stateIs(status, 'Available');
        isDeaf = true;
        const started = performance.now();
        const before = secondsShown(status);
        const { now } = Date;
        Date.now = () => now() + jump;
        try {
          // A slow machine paints late: in step is what comes to be, and an hour more or less never does.
          const passed = () => (performance.now() - started) / 1000;
          const isInStep = () => Math.abs(secondsShown(status) - before - passed()) <= 1;
          await soon(() => secondsShown(status) > before + 1 && isInStep(), 'the time goes on, in step');
          status.requestUpdate();
          await status.updateComplete;
          expect(secondsShown(status) - before).to.be.at.most(passed() + 2);
        } finally {
          Date.now = now;
          for (const type of events) removeEventListener(type, unheard, true);
        }
        sim.detach();
      });
    }

    it('is not announced each second', async () => {
      const { sim, status } = await mount();
      const live = status.renderRoot.querySelector('[role=status]')!;
      let changes = 0;
      const observer = new MutationObserver(() => changes++);
      observer.observe(live, { subtree: true, childList: true, characterData: true });
      const before = secondsShown(status);
      await soon(() => secondsShown(status) >= before + 2, 'two seconds have passed');
      observer.disconnect();
      expect(changes).to.equal(0);
      sim.detach();
    });
  });

  describe('changing the state', () => {
    it('asks by an event that document hears, is pending until the service shows it, and says both', async () => {
      const { sim, status } = await mount();
      await sim.latency(200);
      const asked = oneEvent<ConnectSetAgentStateRequestEvent>(document, 'connect-set-agent-state-request');
      await choose(status, 'Lunch');
      const event = await asked;
      expect([event.agentState, event.target]).to.deep.equal(['Lunch', status]);
      expect(nameOf(status)).to.equal('Available');
      expect(words(status, 'state')).to.contain('Changing to Lunch…');
      expect(said(status)).to.equal('Changing to Lunch…');
      expect(button(status).getAttribute('aria-disabled')).to.equal('true');
      await expect(status).to.be.accessible();
      await stateIs(status, 'Lunch');
      await soon(() => said(status) === 'State: Lunch', 'the state is announced');
      await soon(() => button(status).getAttribute('aria-disabled') === 'false', 'it can be changed again');
      sim.detach();
    });

    it('does nothing when the page prevents it, until the page carries it out', async () => {
      const { ccp, sim, status } = await mount();
      let held: ConnectSetAgentStateRequestEvent | undefined;
      const hold = (event: ConnectSetAgentStateRequestEvent) => {
        event.preventDefault();
        held = event;
      };
      document.addEventListener('connect-set-agent-state-request', hold, { once: true });
      await choose(status, 'Lunch');
      expect(words(status, 'state')).not.to.contain('Changing');
      expect(await ccp.perform(held!)).to.equal('confirmed');
      await stateIs(status, 'Lunch');
      const { calls } = await sim.truth();
      expect(calls.filter(({ operation }) => operation === 'putAgentState')).to.have.length(1);
      sim.detach();
    });

    it('tells who has asked by the page what came of it', async () => {
      const { sim, status } = await mount();
      expect(await status.setAgentState('Training')).to.equal('confirmed');
      expect(await status.setAgentState('Bio-Break')).to.equal('failed');
      const prevent = (event: Event) => event.preventDefault();
      document.addEventListener('connect-set-agent-state-request', prevent, { once: true });
      expect(await status.setAgentState('Lunch')).to.equal(null);
      await sim.latency(200);
      const first = status.setAgentState('Lunch');
      expect(await status.setAgentState('Available'), 'another is under way').to.equal(null);
      expect(await first).to.equal('confirmed');
      status.forElement = null;
      expect(await status.setAgentState('Available'), 'no host').to.equal(null);
      sim.detach();
    });

    it('takes a state’s name; one that does not exist is an error that lists those that do', async () => {
      const { sim, status } = await mount();
      status.setAgentState('Training');
      await stateIs(status, 'Training');
      status.setAgentState('Bio-Break');
      await soon(() => part(status, 'notice'), 'the error is shown');
      expect(words(status, 'notice')).to.contain('Bio-Break').and.to.contain('Available, Lunch, Training, Offline');
      expect(said(status)).to.contain('Available, Lunch, Training, Offline');
      buttonIn(status, 'notice', 'Dismiss').click();
      await status.updateComplete;
      expect(part(status, 'notice')).to.be.null;
      expect(focused(status)).to.be.null;
      sim.detach();
    });

    it('says why the service has refused, and tries again', async () => {
      const { sim, status } = await mount();
      await sim.fail('putAgentState', { status: 429, message: 'Slow down.' });
      await choose(status, 'Lunch');
      await soon(() => part(status, 'notice'), 'the refusal is shown');
      expect(words(status, 'notice')).to.contain('Could not change to Lunch.').and.to.contain('Slow down.');
      expect(said(status)).to.contain('Slow down.');
      expect(nameOf(status)).to.equal('Available');
      const again = buttonIn(status, 'notice', 'Try again');
      again.focus();
      again.click();
      await stateIs(status, 'Lunch');
      expect(part(status, 'notice')).to.be.null;
      expect(focused(status)).to.equal(button(status));
      sim.detach();
    });

    it('says that a change is not confirmed when the service agrees but does nothing', async () => {
      const { sim, status } = await mount();
      await sim.fail('putAgentState', { how: 'ignored' });
      await choose(status, 'Lunch');
      await soon(() => part(status, 'notice'), 'it is shown');
      expect(words(status, 'notice')).to.contain(en.agentStatus.unconfirmed('Lunch'));
      expect(said(status)).to.equal(en.agentStatus.unconfirmed('Lunch'));
      expect(nameOf(status)).to.equal('Available');
      await expect(status).to.be.accessible();
      sim.detach();
    });

    it('does not ask for the state that the agent is in', async () => {
      const { sim, status } = await mount();
      await choose(status, 'Available');
      expect((await sim.truth()).calls.some(({ operation }) => operation === 'putAgentState')).to.be.false;
      expect(part(status, 'menu')).to.be.null;
      sim.detach();
    });

    it('shows what somebody else does, too', async () => {
      const { ccp, sim, status } = await mount();
      await sim.setAgentState('Training');
      await stateIs(status, 'Training');
      expect(said(status)).to.equal('State: Training');
      await sim.latency(200);
      const { ConnectSetAgentStateRequestEvent: Request } = await import('../elements/verbs/requests.js');
      const done = ccp.request(new Request({ agentState: 'Lunch' }));
      await status.updateComplete;
      expect(words(status, 'state')).to.contain('Changing your state…');
      expect(await done).to.equal('confirmed');
      await stateIs(status, 'Lunch');
      sim.detach();
    });
  });

  describe('next state', () => {
    it('is enqueued during a contact, shown and announced, and takes effect after it', async () => {
      const scene = await mount();
      const { ccp, sim, status } = scene;
      const contactId = await call(scene);
      await open(status);
      expect(part(status, 'menu')!.getAttribute('aria-label')).to.equal('Change state after this contact');
      expect(words(status, 'menu-caption')).to.equal('Change state after this contact');
      buttonIn(status, 'menu', 'Lunch').click();
      await soon(() => words(status, 'next').includes('Next: Lunch'), 'the next state is shown');
      expect(said(status)).to.equal('Next: Lunch');
      expect(nameOf(status)).to.equal('On a contact');
      await open(status);
      expect(status.renderRoot.querySelector('[aria-checked=true]')!.textContent.trim()).to.equal('Lunch');
      await press(status, 'Escape');
      await sim.customerHangsUp(contactId);
      await stateIs(status, 'After-call work');
      await new ccp.connect.Contact(contactId).clear();
      await stateIs(status, 'Lunch');
      expect(part(status, 'next')).to.be.null;
      sim.detach();
    });

    it('can be canceled; the focus stays', async () => {
      const scene = await mount();
      const { sim, status } = scene;
      await call(scene);
      await choose(status, 'Lunch');
      await soon(() => part(status, 'next'), 'the next state is shown');
      const cancel = buttonIn(status, 'next', 'Cancel next');
      cancel.focus();
      cancel.click();
      await soon(() => part(status, 'next') === null, 'there is none any more');
      expect(said(status)).to.equal(en.agentStatus.noNextState);
      expect(focused(status)).to.equal(button(status));
      expect((await sim.truth()).agent.nextState).to.be.null;
      sim.detach();
    });

    it('is another one when another is chosen: the last one counts', async () => {
      const scene = await mount();
      await call(scene);
      await choose(scene.status, 'Offline');
      await soon(() => words(scene.status, 'next').includes('Next: Offline'), 'Offline is next');
      await soon(() => button(scene.status).getAttribute('aria-disabled') === 'false', 'it can be changed again');
      await choose(scene.status, 'Training');
      await soon(() => words(scene.status, 'next').includes('Next: Training'), 'Training is next');
      scene.sim.detach();
    });
  });

  describe('after-call work', () => {
    it('asks before a change that closes the contact, with the focus on the answer that changes nothing', async () => {
      const scene = await mount();
      const { sim, status } = scene;
      const contactId = await afterCallWork(scene);
      await choose(status, 'Lunch');
      const question = part(status, 'question')!;
      expect(question.getAttribute('role')).to.equal('alertdialog');
      expect(words(status, 'question')).to.contain('Close the contact with +12065550100?').and.to.contain('Lunch');
      expect(focused(status)!.textContent.trim()).to.equal('Keep working');
      expect((await sim.truth()).calls.some(({ operation }) => operation === 'putAgentState')).to.be.false;

      focused(status)!.click();
      await status.updateComplete;
      expect(part(status, 'question')).to.be.null;
      expect(focused(status)).to.equal(button(status));

      await choose(status, 'Lunch');
      expect(await press(status, 'Escape')).to.be.false;
      expect(part(status, 'question')).to.be.null;
      expect(focused(status)).to.equal(button(status));
      expect((await sim.truth()).contacts.map((contact) => contact.contactId)).to.deep.equal([contactId]);

      await choose(status, 'Lunch');
      buttonIn(status, 'question', 'Close and go to Lunch').click();
      await stateIs(status, 'Lunch');
      expect((await sim.truth()).contacts).to.deep.equal([]);
      expect(focused(status)).to.equal(button(status));
      sim.detach();
    });

    it('asks when the page sets the state by name, too', async () => {
      const scene = await mount();
      const { sim, status } = scene;
      await afterCallWork(scene);
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Notes" />`);
      field.focus();
      status.setAgentState('Lunch');
      await status.updateComplete;
      expect(nameOf(status)).to.equal('After-call work');
      expect(focused(status)).to.equal(part(status, 'stay'));
      part(status, 'stay')!.click();
      await status.updateComplete;
      expect(document.activeElement).to.equal(field);
      sim.detach();
    });

    it('tells the page what the agent has answered', async () => {
      const scene = await mount();
      const { sim, status } = scene;
      await afterCallWork(scene);
      const refused = status.setAgentState('Lunch');
      await status.updateComplete;
      part(status, 'stay')!.click();
      expect(await refused).to.equal(null);
      const replaced = status.setAgentState('Training');
      const granted = status.setAgentState('Lunch');
      expect(await replaced).to.equal(null);
      await status.updateComplete;
      buttonIn(status, 'question', 'Close and go to Lunch').click();
      expect(await granted).to.equal('confirmed');
      sim.detach();
    });

    it('asks for a chat that has ended, if nothing else goes on', async () => {
      const { ccp, sim, status } = await mount();
      const contactId = await sim.incomingChat({ customerName: 'Mia Wong' });
      await soon(() => ccp.state.contacts.length === 1, 'the chat is there');
      await new ccp.connect.Contact(contactId).accept();
      await soon(() => ccp.state.contacts[0].state.type === 'connected', 'the chat goes on');
      await sim.customerHangsUp(contactId);
      await soon(() => ccp.state.contacts[0].state.type === 'ended', 'the chat has ended');
      await choose(status, 'Lunch');
      expect(words(status, 'question')).to.contain('Mia Wong');
      await new ccp.connect.Contact(contactId).clear();
      await soon(() => part(status, 'question') === null, 'there is nothing to ask any more');
      expect(focused(status)).to.equal(button(status));
      sim.detach();
    });

    it('counts down, says when little is left and when it is over, and does nothing', async () => {
      const scene = await mount();
      const { sim, status } = scene;
      status.setAttribute('acw-seconds', '120');
      await afterCallWork(scene);
      expect(words(status, 'countdown')).to.match(/^(2:00|1:5\d) left$/);
      await sim.advance(95_000);
      await soon(() => said(status).endsWith('of after-call work left'), 'little is left');
      expect(said(status)).to.match(/^2\d seconds/);
      await sim.advance(40_000);
      await soon(() => said(status) === en.agentStatus.isOver, 'it is over');
      expect(words(status, 'countdown')).to.match(/^Time is over by 0:\d\d$/);
      await expect(status).to.be.accessible();
      expect(nameOf(status)).to.equal('After-call work');
      expect((await sim.truth()).calls.some(({ operation }) => operation === 'putAgentState')).to.be.false;
      status.acwSeconds = undefined;
      await status.updateComplete;
      expect(part(status, 'countdown')).to.be.null;
      sim.detach();
    });
  });

  describe('keyboard', () => {
    it('opens the menu at the present state, and goes round', async () => {
      const { sim, status } = await mount({ state: 'Lunch' });
      button(status).focus();
      expect(await press(status, 'ArrowDown')).to.be.false;
      expect(focused(status)!.textContent.trim()).to.equal('Lunch');
      expect(button(status).getAttribute('aria-expanded')).to.equal('true');
      const seen: string[] = [];
      for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowDown']) {
        expect(await press(status, key)).to.be.false;
        seen.push(focused(status)!.textContent.trim());
      }
      expect(seen).to.deep.equal(['Training', 'Offline', 'Available', 'Offline', 'Available', 'Lunch']);
      sim.detach();
    });

    it('opens it at the last state with the arrow up', async () => {
      const { sim, status } = await mount();
      button(status).focus();
      await press(status, 'ArrowUp');
      expect(focused(status)!.textContent.trim()).to.equal('Offline');
      sim.detach();
    });

    it('finds a state by its first letters', async () => {
      const { sim, status } = await mount();
      button(status).focus();
      await press(status, 'ArrowDown');
      for (const [typed, found] of [
        ['t', 'Training'],
        ['r', 'Training'],
        ['x', 'Training'],
      ]) {
        await press(status, typed);
        expect(focused(status)!.textContent.trim()).to.equal(found);
      }
      // What was typed is forgotten when the menu closes.
      await press(status, 'Escape');
      await press(status, 'ArrowDown');
      await press(status, 'L');
      expect(focused(status)!.textContent.trim()).to.equal('Lunch');
      sim.detach();
    });

    const typed: [keys: string, found: string][] = [
      ['on l', 'On Lunch'],
      ['on b', 'On Break'],
      ['ON L', 'On Lunch'],
      ['çay', 'Çay Molası'],
    ];
    for (const [keys, found] of typed) {
      it(`finds a state with a blank in its name: “${keys}”, and chooses nothing`, async () => {
        const ccp = await mountCcp(CCP_URL);
        const fake = await new FakeCcp(ccp.connect, ccp).attach();
        await fake.acknowledge({ id: 'port-1' });
        const names = ['Available', 'On Break', 'On Lunch', 'Çay Molası', 'Offline'];
        const agentStates = names.map((name, index) => ({ name, type: index ? 'not_routable' : 'routable' }));
        await fake.update(agentData({}, { agentStates }));
        const status = await fixture<ConnectAgentStatusElement>(html`<connect-agent-status></connect-agent-status>`);
        let asked = 0;
        status.addEventListener('connect-set-agent-state-request', () => asked++);
        await open(status);
        expect(options(status).length).to.equal(5);
        await soon(() => focused(status)?.role === 'menuitemradio', 'the focus in the menu');
        for (const key of keys) await press(status, key);
        expect(focused(status)!.textContent.trim()).to.equal(found);
        expect(asked).to.equal(0);
        expect(part(status, 'menu')).to.exist;
      });
    }

    it('chooses by the blank where no word is typed', async () => {
      const { sim, status } = await mount();
      button(status).focus();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'End' });
      await sendKeys({ press: ' ' });
      await stateIs(status, 'Offline');
      sim.detach();
    });

    it('closes it with Escape and Tab, with the focus on the button', async () => {
      const { sim, status } = await mount();
      let heard = 0;
      const hear = () => heard++;
      document.addEventListener('keydown', hear);
      button(status).focus();
      for (const [key, isDefault] of [
        ['Escape', false],
        ['Tab', true],
      ] as const) {
        await press(status, 'ArrowDown');
        heard = 0;
        expect(await press(status, key)).to.equal(isDefault);
        expect(part(status, 'menu')).to.be.null;
        expect(focused(status)).to.equal(button(status));
        expect(heard).to.equal(isDefault ? 1 : 0);
      }
      document.removeEventListener('keydown', hear);
      sim.detach();
    });

    it('closes it when the state can no longer be changed', async () => {
      const { ccp, sim, status } = await mount();
      await open(status);
      sim.detach();
      ccp.terminate();
      await soon(() => part(status, 'menu') === null, 'the menu is closed');
      expect(nameOf(status)).to.equal(en.status.terminated.heading);
      expect(focused(status)).to.equal(button(status));
    });

    it('closes it when a pointer goes down elsewhere, and by a second click', async () => {
      const { sim, status } = await mount();
      for (const elsewhere of [document.body, part(status, 'name')!]) {
        await open(status);
        elsewhere.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
        await status.updateComplete;
        expect(part(status, 'menu')).to.be.null;
      }
      await open(status);
      button(status).click();
      await status.updateComplete;
      expect(part(status, 'menu')).to.be.null;
      sim.detach();
    });
  });

  describe('slots', () => {
    it('shows what the page puts beside the name, below everything, and in the question', async () => {
      const { ccp, sim } = await mountReadyCcp();
      const status = await fixture<ConnectAgentStatusElement>(
        html`<connect-agent-status
          ><b slot="start">JD</b><b slot="end">Team A</b><b slot="question">Save</b></connect-agent-status
        >`,
      );
      const isSeen = (name: string) => status.querySelector<HTMLElement>(`[slot=${name}]`)!.getClientRects().length > 0;
      expect(['start', 'end', 'question'].map(isSeen)).to.deep.equal([true, true, false]);
      await afterCallWork({ ccp, sim, status });
      await choose(status, 'Lunch');
      expect(isSeen('question')).to.be.true;
      sim.detach();
    });
  });

  describe('looks', () => {
    it('fits into 200 px and into a flex row, with targets of 24 px and more', async () => {
      const scene = await mount({ agent: 'Maximiliane Hohenstein-Oberkirchen' });
      const { status } = scene;
      status.acwSeconds = 100;
      await afterCallWork(scene);
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.append(status);
      await choose(status, 'Lunch');
      for (const width of [200, 320, 700]) {
        box.style.inlineSize = `${width}px`;
        expect(status.scrollWidth, `at ${width} px`).to.be.at.most(width);
        for (const target of status.renderRoot.querySelectorAll('button')) {
          const { height, width: wide } = target.getBoundingClientRect();
          expect(Math.min(height, wide), target.textContent).to.be.at.least(24);
        }
      }
      box.style.inlineSize = '700px';
      box.style.display = 'flex';
      expect(status.getBoundingClientRect().width).to.be.within(200, 700);
      scene.sim.detach();
    });

    it('keeps the answers of a question inside its box where a word takes all of 200 px', async () => {
      const scene = await mount();
      const { status } = scene;
      await afterCallWork(scene);
      await choose(status, 'Lunch');
      status.style.setProperty('--connect-font', 'monospace');
      status.style.setProperty('--connect-font-size', '30px');
      status.style.inlineSize = '200px';
      const box = part(status, 'question')!;
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      scene.sim.detach();
    });

    it('a state on a contact differs from an available one by its shape too', async () => {
      const scene = await mount();
      const look = () => {
        const { backgroundImage, borderRadius } = getComputedStyle(part(scene.status, 'dot')!);
        return `${backgroundImage} ${borderRadius}`;
      };
      const available = look();
      await afterCallWork(scene);
      expect(look()).not.to.equal(available);
      scene.sim.detach();
    });

    it('follows the tokens of the page', async () => {
      const { sim, status } = await mount();
      status.style.setProperty('--connect-surface', 'rgb(1, 2, 3)');
      expect(getComputedStyle(part(status, 'base')!).backgroundColor).to.equal('rgb(1, 2, 3)');
      sim.detach();
    });

    it('takes tokens from a box around it, and the color-scheme that is in force there', async () => {
      const { sim, status } = await mount();
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.append(status);
      const base = getComputedStyle(part(status, 'base')!);
      const light = base.backgroundColor;
      box.style.colorScheme = 'dark';
      expect(base.backgroundColor).not.to.equal(light);
      status.style.setProperty('--connect-color-scheme', 'light');
      expect(base.backgroundColor).to.equal(light);
      box.style.setProperty('--connect-radius', '7px');
      box.style.setProperty('--connect-text', 'rgb(10, 20, 30)');
      expect([base.borderStartStartRadius, base.color]).to.deep.equal(['7px', 'rgb(10, 20, 30)']);
      sim.detach();
    });

    it('tells what designers ask for by custom states', async () => {
      const scene = await mount();
      const is = (name: string) => scene.status.matches(`:state(${name})`);
      expect(['routable', 'acw', 'next-state', 'changing'].map(is)).to.deep.equal([true, false, false, false]);
      await afterCallWork(scene);
      expect([is('acw'), is('system'), is('routable')]).to.deep.equal([true, true, false]);
      scene.sim.detach();
    });
  });

  describe('life', () => {
    it('may be removed and mounted a hundred times: nothing is left behind', async () => {
      const { ccp, sim, status } = await mount();
      const page = globalThis as unknown as Record<symbol, { listeners: Set<unknown> } | undefined>;
      const clock = page[Symbol.for('connect-ccp-elements.clock')]!;
      const hosts = page[Symbol.for('connect-ccp-elements.hosts')]!;
      const signals: AbortSignal[] = [];
      const subscribe = ccp.subscribe.bind(ccp);
      ccp.subscribe = (selector, callback, settings) => {
        signals.push(settings!.signal!);
        subscribe(selector, callback, settings);
      };
      const parent = status.parentElement!;
      await open(status);
      for (let round = 0; round < 100; round++) {
        status.remove();
        parent.append(status);
        await status.updateComplete;
      }
      expect(nameOf(status)).to.equal('Available');
      expect([clock.listeners.size, hosts.listeners.size]).to.deep.equal([1, 1]);
      expect(signals.filter(({ aborted }) => !aborted)).to.have.length(signals.length / 100);
      status.remove();
      await status.updateComplete;
      expect([clock.listeners.size, hosts.listeners.size]).to.deep.equal([0, 0]);
      expect(signals.every(({ aborted }) => aborted)).to.be.true;
      sim.detach();
    });

    it('closes its menu and forgets its question when it is removed', async () => {
      const scene = await mount();
      const { status } = scene;
      await afterCallWork(scene);
      await choose(status, 'Lunch');
      await open(status);
      const parent = status.parentElement!;
      status.remove();
      await status.updateComplete;
      parent.append(status);
      await stateIs(status, 'After-call work');
      expect(part(status, 'menu')).to.be.null;
      expect(part(status, 'question')).to.be.null;
      scene.sim.detach();
    });

    it('follows its host away, and another one in its place', async () => {
      const { ccp, sim, status } = await mount();
      sim.detach();
      ccp.remove();
      await status.updateComplete;
      expect(nameOf(status)).to.equal(en.agentStatus.unbound);
      expect(said(status)).to.equal(en.agentStatus.unbound);
      const other = await mountReadyCcp({ agent: 'Somebody Else', state: 'Training' });
      await stateIs(status, 'Training');
      expect(words(status, 'name')).to.equal('Somebody Else');
      other.sim.detach();
    });
  });
});
