// keep-alive: a panel that outlives its element, as single-page applications need it that make elements anew on each route.
import { expect, fixture, html } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import '../elements/connect-contact-controls.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import { connect } from '../src/index.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { eventually } from './support/eventually.js';
import { simulatedCcpUrl, statusIs } from './support/simulated-ccp.js';

const holders = () => [...document.querySelectorAll<HTMLElement>('[data-connect-ccp=kept]')];
const isGuarded = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('keep-alive', () => {
  let route: HTMLElement;
  let sims: Simulator[] = [];
  let warnings: string[] = [];
  const { warn } = console;

  beforeEach(async () => {
    route = await fixture(html`<main></main>`);
    console.warn = (text: unknown) => warnings.push(String(text));
  });
  afterEach(() => {
    console.warn = warn;
    for (const sim of sims) sim.detach();
    for (const ccp of document.querySelectorAll('connect-ccp')) ccp.terminate();
    expect(holders()).to.deep.equal([]);
    sims = [];
    warnings = [];
  });

  /** Goes to a route, which has an element of its own. */
  function visit(ccpUrl: string, attributes = 'headless keep-alive'): ConnectCcpElement {
    // As frameworks do it: the new one is complete when it is inserted.
    const template = document.createElement('template');
    template.innerHTML = `<connect-ccp ${attributes}></connect-ccp>`;
    const ccp = document.importNode(template.content, true).firstElementChild as ConnectCcpElement;
    ccp.setAttribute('ccp-url', ccpUrl);
    route.replaceChildren(ccp);
    return ccp;
  }

  async function open(parameters: Record<string, string> = {}, attributes?: string) {
    const ccpUrl = simulatedCcpUrl({ state: 'Available', ...parameters });
    const ccp = visit(ccpUrl, attributes);
    await ccp.ready;
    const sim = await attachSimulator(ccp);
    sims.push(sim);
    return { ccp, ccpUrl, sim, frame: ccp.connect.core.getFrame()! };
  }

  /** A call that the agent talks on. */
  async function call({ ccp, sim }: { ccp: ConnectCcpElement; sim: Simulator }): Promise<string> {
    const contactId = await sim.incomingCall({ from: '+12065550100' });
    await eventually(() => ccp.state.contacts.length === 1, 'a call');
    await new ccp.connect.Contact(contactId).accept();
    await eventually(() => ccp.state.contacts[0].state.type === 'connected', 'connected');
    return contactId;
  }

  describe('renders and is accessible', () => {
    it('in a holder at the end of the page: displayed, but neither seen nor reached', async () => {
      const { ccp, frame } = await open();
      const [holder] = holders();
      expect(holder.parentElement).to.equal(document.body);
      expect(frame.parentElement).to.equal(holder);
      expect(holder.inert).to.be.true;
      expect(holder.ariaHidden).to.equal('true');
      expect(getComputedStyle(holder).display).to.equal('block');
      expect(getComputedStyle(holder).visibility).to.equal('visible');
      expect(holder.getBoundingClientRect().width).to.equal(1);
      await expect(ccp).to.be.accessible();
      await expect(holder).to.be.accessible();
    });

    it('over the place of its element for a contact that needs the panel, wherever that goes', async () => {
      const { ccp, sim } = await open({ tasks: '5' });
      const contactId = await sim.incomingTask();
      await eventually(() => ccp.state.contacts.length === 1, 'a task');
      const done = ccp.showPanel(contactId);
      await eventually(() => document.activeElement === ccp, 'the focus at the panel');
      const [holder] = holders();
      expect(holder.inert).to.be.false;
      const box = ccp.renderRoot.querySelector('[part=frame]')!;
      const isThere = () =>
        JSON.stringify(holder.getBoundingClientRect()) === JSON.stringify(box.getBoundingClientRect());
      await eventually(isThere, 'over its place');
      expect(holder.getBoundingClientRect().height).to.be.above(500);
      document.body.style.paddingBlockStart = '120px';
      await eventually(isThere, 'over its place, further down');
      document.body.style.paddingBlockStart = '';
      const task = new ccp.connect.Contact(contactId);
      await task.accept();
      await task.getAgentConnection()!.destroy();
      await eventually(() => ccp.state.contacts[0]?.state.type === 'ended', 'the task is over');
      await done;
      expect(holder.inert).to.be.true;
      expect(holder.getBoundingClientRect().width).to.equal(1);
    });
  });

  describe('a route change in a call', () => {
    it('neither loads the panel anew nor ends the call: the next element has all of it at once', async () => {
      const scene = await open();
      const { ccp, ccpUrl, frame, sim } = scene;
      let loads = 0;
      frame.addEventListener('load', () => loads++);
      const contactId = await call(scene);
      new ccp.connect.Agent().mute();
      await eventually(() => ccp.state.mute, 'muted');
      ccp.selectContact(contactId);
      await eventually(() => ccp.state.selectedContactId === contactId, 'selected');
      const before = ccp.state;
      const port = ccp.connect.core.portStreamId;
      const { connect: runtime } = ccp;

      const told: string[] = [];
      document.addEventListener('connect-contact-removed', () => told.push('removed'), true);
      route.replaceChildren();
      expect(ccp.status).to.equal('idle');
      expect(runtime.core.getStatus()).to.equal('ready');
      const next = visit(ccpUrl);
      expect(next.connect).to.equal(runtime);
      expect(next.status).to.equal('ready');
      expect(next.matches(':state(ready)')).to.be.true;
      expect(next.state).to.deep.equal(before);
      expect(await next.ready).to.equal(next);
      expect(next.connect.core.getFrame()).to.equal(frame);
      await sim.customerHangsUp(contactId);
      await eventually(() => next.state.contacts[0].state.type === 'ended', 'the end of the call, at the next element');
      expect(next.connect.core.portStreamId).to.equal(port);
      expect(loads).to.equal(0);
      expect(holders().length).to.equal(1);
    });

    it('has bound siblings go on with the call, and its controls work', async () => {
      const controls = await fixture<ConnectContactControlsElement>(
        html`<connect-contact-controls></connect-contact-controls>`,
      );
      const scene = await open();
      await call(scene);
      visit(scene.ccpUrl);
      await controls.updateComplete;
      const hold = [...controls.renderRoot.querySelectorAll('button')].find(({ textContent }) =>
        /Hold/.test(textContent),
      )!;
      hold.click();
      await eventually(() => /On hold/.test(controls.renderRoot.textContent), 'on hold');
    });

    it('keeps asking before the page is left, and still says that the sound is here', async () => {
      const scene = await open();
      await call(scene);
      await eventually(isGuarded, 'a guard');
      await eventually(() => scene.ccp.matches(':state(audio-here)'), 'the sound is here');
      route.replaceChildren();
      expect(isGuarded()).to.be.true;
      expect(scene.ccp.matches(':state(audio-here)')).to.be.false;
      const next = visit(scene.ccpUrl);
      expect(isGuarded()).to.be.true;
      expect(next.matches(':state(audio-here)')).to.be.true;
      next.terminate();
      expect(isGuarded()).to.be.false;
    });

    it('leaves the runtime to the panel: a script that uses the page’s default one goes on', async () => {
      const seen: string[] = [];
      const subscription = connect.contact((contact) => seen.push(contact.getContactId()));
      const { ccpUrl, sim, ccp } = await open();
      expect(ccp.connect).to.equal(connect);
      route.replaceChildren();
      const contactId = await sim.incomingCall();
      await eventually(() => seen.includes(contactId), 'a call on no route');
      // A host for another CCP does not get it.
      const other = visit(simulatedCcpUrl());
      expect(other.connect).not.to.equal(connect);
      other.terminate();
      const next = visit(ccpUrl);
      expect(next.connect).to.equal(connect);
      expect(next.state.contacts.map((contact) => contact.contactId)).to.deep.equal([contactId]);
      subscription.unsubscribe();
    });

    it('may come while the panel loads', async () => {
      const ccpUrl = simulatedCcpUrl();
      const ccp = visit(ccpUrl);
      await eventually(() => ccp.status === 'loading', 'loading');
      const next = visit(ccpUrl);
      await next.ready;
      expect(holders().length).to.equal(1);
    });

    it('may come before the panel has begun to load', async () => {
      const ccpUrl = simulatedCcpUrl();
      visit(ccpUrl);
      const next = visit(ccpUrl);
      await next.ready;
      expect(holders().length).to.equal(1);
    });

    it('a hundred times: one frame, and no listener more', async () => {
      const { ccpUrl, frame } = await open();
      let listeners = 0;
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      for (const target of [window, document]) {
        target.addEventListener = (...all: Parameters<typeof addEventListener>) => {
          listeners++;
          const [, , options] = all;
          const signal = typeof options === 'object' ? options.signal : undefined;
          if (signal) addEventListener.call(signal, 'abort', () => listeners--);
          addEventListener.apply(target, all);
        };
        target.removeEventListener = (...all: Parameters<typeof removeEventListener>) => {
          listeners--;
          removeEventListener.apply(target, all);
        };
      }
      for (let round = 0; round < 100; round++) visit(ccpUrl);
      for (const target of [window, document] as Partial<Document>[]) {
        delete target.addEventListener;
        delete target.removeEventListener;
      }
      expect(listeners).to.be.within(-1, 1);
      expect(holders().length).to.equal(1);
      const last = route.querySelector('connect-ccp')!;
      expect(last.connect.core.getFrame()).to.equal(frame);
      let count = 0;
      last.connect.agent(() => count++);
      expect(count).to.equal(1);
    });
  });

  describe('properties', () => {
    it('the element may be moved: nothing is loaded anew', async () => {
      const { ccp, frame } = await open();
      const elsewhere = document.createElement('section');
      route.append(elsewhere);
      elsewhere.append(ccp);
      expect(ccp.status).to.equal('ready');
      await ccp.updateComplete;
      expect(ccp.connect.core.getFrame()).to.equal(frame);
    });

    it('without headless: a warning, and the panel ends with the element', async () => {
      const { ccp } = await open({}, 'keep-alive');
      await eventually(() => warnings.join().includes('keep-alive needs headless'), 'a warning');
      expect(holders()).to.deep.equal([]);
      const { core } = ccp.connect;
      ccp.remove();
      expect(core.getStatus()).to.equal('idle');
    });

    it('taken off while the panel is kept: it ends with the element', async () => {
      const { ccp, ccpUrl, frame } = await open();
      ccp.keepAlive = false;
      await ccp.updateComplete;
      expect(ccp.connect.core.getFrame()).to.equal(frame);
      ccp.remove();
      expect(holders()).to.deep.equal([]);
      await visit(ccpUrl).ready;
    });

    it('headless taken off while the panel is kept: it is seen at the place of the element, with no other load', async () => {
      const { ccp, frame } = await open();
      ccp.headless = false;
      await ccp.updateComplete;
      const [holder] = holders();
      expect(holder.inert).to.be.false;
      expect(holder.getBoundingClientRect().height).to.be.above(500);
      expect(ccp.connect.core.getFrame()).to.equal(frame);
    });

    it('reports settings that differ from those of the panel, which hold', async () => {
      const { ccpUrl, frame } = await open();
      visit(ccpUrl);
      expect(warnings).to.deep.equal([]);
      const next = visit(ccpUrl, 'headless keep-alive without-ringtone');
      expect(warnings.join()).to.contain('other settings');
      expect(next.connect.core.getFrame()).to.equal(frame);
    });

    it('another address ends the panel of the one before', async () => {
      const { ccp } = await open();
      ccp.ccpUrl = simulatedCcpUrl({ agent: 'Somebody Else' });
      await eventually(() => ccp.state.agent?.name === 'Somebody Else', 'the other agent');
      expect(holders().length).to.equal(1);
    });

    it('a second element with the same address waits, and takes the panel over when the first is gone', async () => {
      const { ccp, ccpUrl, frame } = await open();
      const second = document.createElement('connect-ccp');
      second.headless = second.keepAlive = true;
      second.ccpUrl = ccpUrl;
      route.append(second);
      await statusIs(second, 'duplicate');
      ccp.remove();
      expect(second.status).to.equal('ready');
      expect(second.connect.core.getFrame()).to.equal(frame);
    });

    it('the next element needs no keep-alive to take the panel over; without it the panel ends there', async () => {
      const { ccpUrl, frame } = await open();
      const next = visit(ccpUrl, 'headless');
      expect(next.status).to.equal('ready');
      expect(next.connect.core.getFrame()).to.equal(frame);
      next.remove();
      expect(holders()).to.deep.equal([]);
    });
  });

  describe('the end', () => {
    it('comes with terminate(), and a click starts it again', async () => {
      const { ccp } = await open();
      ccp.terminate();
      expect(ccp.status).to.equal('terminated');
      expect(holders()).to.deep.equal([]);
      ccp.retry();
      await ccp.ready;
      expect(holders().length).to.equal(1);
    });

    it('comes with terminate() of an element that was removed, or of the runtime', async () => {
      const first = await open();
      first.ccp.remove();
      first.ccp.terminate();
      expect(holders()).to.deep.equal([]);
      const second = await open();
      second.ccp.remove();
      second.ccp.connect.core.terminate();
      expect(holders()).to.deep.equal([]);
    });

    it('comes when the page removes the holder: the next element loads the panel', async () => {
      const { ccpUrl, ccp } = await open();
      ccp.remove();
      holders()[0].remove();
      const next = visit(ccpUrl);
      expect(next.status).to.equal('idle');
      await next.ready;
      expect(holders().length).to.equal(1);
    });

    it('leaves nothing behind of options that are none', async () => {
      const ccp = visit('ftp://example.com/ccp');
      await eventually(() => ccp.state.error?.code === 'bad-option', 'the error');
      expect(holders()).to.deep.equal([]);
    });
  });
});
