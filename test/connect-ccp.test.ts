import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectContactAddedEvent, ConnectErrorEvent, ConnectStatusChangeEvent } from '../elements/host/events.js';
import { connect, createConnect } from '../src/index.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, loadedWindow } from './support/fake-ccp.js';
import { mountCcp, mountReadyCcp, simulatedCcpUrl, statusIs } from './support/simulated-ccp.js';

const frameOf = (ccp: ConnectCcpElement) => ccp.renderRoot.querySelector('iframe');
const wordsOf = (ccp: ConnectCcpElement) => ccp.renderRoot.querySelector('[part~=status]')?.textContent.trim() ?? '';

/** A page of this server that does not speak the protocol, as a sign-in page does not. */
const MUTE_PAGE = new URL('/test/support/pages/mute.html', location.href).href;

describe('<connect-ccp>', () => {
  describe('renders and is accessible', () => {
    it('without an address, and says what it needs', async () => {
      const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp></connect-ccp>`);
      await ccp.updateComplete;
      expect(ccp.status).to.equal('idle');
      expect(wordsOf(ccp)).to.contain('ccp-url');
      await expect(ccp).to.be.accessible();
    });

    it('while it loads', async () => {
      const ccp = await mountCcp(simulatedCcpUrl());
      expect(ccp.status).to.equal('loading');
      expect(wordsOf(ccp)).to.contain('Loading');
      await expect(ccp).to.be.accessible();
    });

    it('when it is ready: the panel alone is seen', async () => {
      const { ccp } = await mountReadyCcp();
      await ccp.updateComplete;
      expect(wordsOf(ccp)).to.equal('');
      expect(ccp.renderRoot.querySelector('[part=frame]')!.hasAttribute('inert')).to.be.false;
      expect(ccp.matches(':state(ready)')).to.be.true;
      await expect(ccp).to.be.accessible();
    });

    it('when the panel answers but gives no data yet: the panel alone is seen', async () => {
      const ccp = await mountCcp(CCP_URL);
      const page = await loadedWindow(frameOf(ccp)!);
      page.say({ event: 'acknowledge', data: { id: 'port-1' } });
      const box = ccp.renderRoot.querySelector('[part=frame]')!;
      await eventually(() => !box.hasAttribute('inert'), 'the box can be used');
      expect(ccp.status).to.equal('loading');
      expect(wordsOf(ccp)).to.equal('');
    });

    it('when nobody is signed in: words, and a button', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp ccp-url=${MUTE_PAGE} load-timeout="50"></connect-ccp>`,
      );
      await statusIs(ccp, 'signed-out');
      expect(wordsOf(ccp)).to.contain('Most likely you are not signed in');
      expect(ccp.renderRoot.querySelector('button')!.textContent).to.equal('Sign in');
      await expect(ccp).to.be.accessible();
    });

    it('when the panel has stopped answering: words above the panel, which stays', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp ccp-url=${simulatedCcpUrl()} ack-timeout="200" syn-timeout="50"></connect-ccp>`,
      );
      await ccp.ready;
      const { attachSimulator } = await import('../src/simulator/kit/simulator.js');
      const sim = await attachSimulator(ccp);
      await sim.silence(0);
      await statusIs(ccp, 'stale');
      expect(wordsOf(ccp)).to.contain('stopped answering');
      expect(ccp.renderRoot.querySelector('[part=frame]')!.hasAttribute('inert')).to.be.false;
      await expect(ccp).to.be.accessible();
      await sim.silence(-1);
      await statusIs(ccp, 'ready');
      sim.detach();
    });

    it('when the page has ended it, and a click starts it again', async () => {
      const { ccp, sim } = await mountReadyCcp();
      sim.detach();
      ccp.terminate();
      await statusIs(ccp, 'terminated');
      await expect(ccp).to.be.accessible();
      ccp.renderRoot.querySelector('button')!.click();
      await statusIs(ccp, 'ready');
    });
  });

  describe('properties', () => {
    it('reports an address that is none, with what it should look like', async () => {
      const ccp = document.createElement('connect-ccp');
      const reported = oneEvent<ConnectErrorEvent>(ccp, 'connect-error');
      ccp.ccpUrl = 'ftp://example.com/ccp';
      document.body.append(ccp);
      const { error } = await reported;
      expect(error.code).to.equal('bad-option');
      expect(error.message).to.contain('ftp://example.com/ccp').and.to.contain('https://my-instance.my.connect.aws');
      ccp.remove();
    });

    it('starts anew when the address changes', async () => {
      const { ccp, sim } = await mountReadyCcp();
      sim.detach();
      const first = frameOf(ccp);
      ccp.ccpUrl = simulatedCcpUrl({ agent: 'Somebody Else' });
      await eventually(() => ccp.state.agent?.name === 'Somebody Else', 'the other agent');
      expect(frameOf(ccp)).not.to.equal(first);
      expect(ccp.renderRoot.querySelectorAll('iframe').length).to.equal(1);
    });

    for (const off of [false, true]) {
      it(`${off ? 'without-softphone: tells' : 'tells'} the CCP ${off ? 'not ' : ''}to take calls in its frame`, async () => {
        const told = new Promise((resolve) =>
          connect.core.getEventBus().subscribe('configuration::configure', resolve),
        );
        const ccp = await fixture<ConnectCcpElement>(
          html`<connect-ccp ?without-softphone=${off} ccp-url=${simulatedCcpUrl()}></connect-ccp>`,
        );
        expect(ccp.connect).to.equal(connect);
        expect(await told).to.have.nested.property('softphone.allowFramedSoftphone', !off);
      });
    }

    it('gives its frame a title, the permissions of a CCP, and a referrer', async () => {
      const frame = frameOf(await mountCcp(simulatedCcpUrl()))!;
      expect(frame.title).to.equal('Contact control panel');
      expect(frame.allow).to.contain('microphone').and.to.contain('autoplay');
      expect(frame.getAttribute('referrerpolicy')).to.equal('strict-origin-when-cross-origin'); // the property is empty before Chrome 149
    });

    it('at 200 px, has room for a button of one long word', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp style="inline-size: 200px"><b slot="idle" style="inline-size: 180px"></b></connect-ccp>`,
      );
      ccp.querySelector('b')!.style.display = 'block';
      const status = ccp.renderRoot.querySelector('[part=status]')!;
      expect(status.scrollWidth).to.be.at.most(status.clientWidth);
      expect(ccp.querySelector('b')!.getBoundingClientRect().width).to.equal(180);
    });

    it('does not squeeze its button where the words take more than the height', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp
          style="inline-size: 200px; --connect-ccp-block-size: 60px"
          ccp-url=${simulatedCcpUrl()}
        ></connect-ccp>`,
      );
      await ccp.ready;
      ccp.terminate();
      await statusIs(ccp, 'terminated');
      await ccp.updateComplete;
      ccp.style.setProperty('--connect-font-size', '30px');
      const button = ccp.renderRoot.querySelector('button')!;
      expect(button.scrollHeight).to.be.at.most(button.clientHeight);
    });

    it('headless: loaded and alive, neither seen nor reached by the keyboard', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp headless ccp-url=${simulatedCcpUrl()}></connect-ccp>`,
      );
      await ccp.ready;
      await ccp.updateComplete;
      expect(ccp.renderRoot.querySelector('[part=frame]')!.hasAttribute('inert')).to.be.true;
      expect(ccp.getBoundingClientRect().width).to.equal(1);
      expect(getComputedStyle(ccp).display).not.to.equal('none');
    });

    it('headless: what it says of its status is not reached by the keyboard either', async () => {
      const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp headless></connect-ccp>`);
      const status = ccp.renderRoot.querySelector('[part=status]')!;
      expect(getComputedStyle(status).visibility).to.equal('hidden');
      ccp.headless = false;
      await ccp.updateComplete;
      expect(getComputedStyle(status).visibility).to.equal('visible');
    });
  });

  describe('events', () => {
    it('reports each status, ready last, and settles its promise', async () => {
      const statuses: string[] = [];
      const hear = (event: Event) => statuses.push((event as ConnectStatusChangeEvent).current);
      document.addEventListener('connect-status-change', hear, true);
      const { ccp, sim } = await mountReadyCcp();
      document.removeEventListener('connect-status-change', hear, true);
      sim.detach();
      expect(statuses).to.deep.equal(['loading', 'ready']);
      expect(await ccp.ready).to.equal(ccp);
      expect(ccp.state.agent).to.deep.include({ name: 'Jane Doe' });
    });

    it('does not let its facts bubble, but a capturing listener on the document hears them', async () => {
      const { ccp, sim } = await mountReadyCcp();
      let bubbled = 0;
      let captured = 0;
      const count = () => bubbled++;
      document.addEventListener('connect-contact-added', count);
      document.addEventListener('connect-contact-added', () => captured++, { capture: true, once: true });
      const added = oneEvent<ConnectContactAddedEvent>(ccp, 'connect-contact-added');
      const contactId = await sim.incomingCall({ from: '+12065550100', attributes: { tier: 'gold' } });
      const event = await added;
      document.removeEventListener('connect-contact-added', count);
      expect([bubbled, captured]).to.deep.equal([0, 1]);
      expect(event.contactId).to.equal(contactId);
      expect(event.contact).to.deep.include({
        who: '+12065550100',
        phoneNumber: '+12065550100',
        ringing: true,
        attributes: { tier: 'gold' },
      });
      sim.detach();
    });

    it('publishes a deeply frozen state, in which a contact that did not change is the same object', async () => {
      const { ccp, sim } = await mountReadyCcp({ chats: '2' });
      await sim.incomingCall();
      await eventually(() => ccp.state.contacts.length === 1, 'one contact');
      const [call] = ccp.state.contacts;
      await sim.incomingChat();
      await eventually(() => ccp.state.contacts.length === 2, 'two contacts');
      expect(ccp.state.contacts).to.include(call);
      expect(Object.isFrozen(ccp.state.contacts)).to.be.true;
      expect(Object.isFrozen(call.attributes)).to.be.true;
      sim.detach();
    });

    it('says which contact is selected, until that is gone', async () => {
      const { ccp, sim } = await mountReadyCcp();
      const id = await sim.incomingCall();
      await eventually(() => ccp.state.contacts.length === 1, 'one contact');
      expect(ccp.state.selectedContactId).to.be.null;
      ccp.selectContact(id);
      await eventually(() => ccp.state.selectedContactId === id, 'it is selected');
      await sim.missed(id);
      await new ccp.connect.Contact(id).clear();
      await eventually(() => ccp.state.contacts.length === 0, 'no contact');
      expect(ccp.state.selectedContactId).to.be.null;
      sim.detach();
    });

    it('calls a subscriber at once with its part, then only when that part changes', async () => {
      const { ccp, sim } = await mountReadyCcp();
      const counts: number[] = [];
      const ended = new AbortController();
      ccp.subscribe(
        (state) => state.contacts.length,
        (count) => counts.push(count),
        { signal: ended.signal },
      );
      const id = await sim.incomingCall();
      await eventually(() => ccp.state.contacts.length === 1, 'one contact');
      await sim.setAttributes(id, { tier: 'gold' });
      await eventually(() => ccp.state.contacts[0]?.attributes.tier === 'gold', 'its attributes');
      ended.abort();
      await sim.customerHangsUp(id);
      await eventually(() => !ccp.state.contacts[0]?.ringing, 'it rings no more');
      expect(counts).to.deep.equal([0, 1]);
      sim.detach();
    });
  });

  describe('life', () => {
    it('takes its frame along when it is removed, and nothing of the CCP is heard any more', async () => {
      const { ccp, sim } = await mountReadyCcp();
      const { core } = ccp.connect;
      sim.detach();
      ccp.remove();
      expect(frameOf(ccp)).to.be.null;
      expect(core.getStatus()).to.equal('idle');
      expect(ccp.status).to.equal('idle');
    });

    it('may be removed while it loads', async () => {
      const ccp = await mountCcp(simulatedCcpUrl());
      ccp.remove();
      expect(ccp.status).to.equal('idle');
      document.body.append(ccp);
      await ccp.ready;
      ccp.remove();
    });

    it('may be removed and mounted twenty times: one frame each time, events once each', async () => {
      const { ccp, sim } = await mountReadyCcp();
      sim.detach();
      const parent = ccp.parentElement!;
      for (let round = 0; round < 20; round++) {
        ccp.remove();
        parent.append(ccp);
      }
      expect(ccp.renderRoot.querySelectorAll('iframe').length).to.equal(1);
      await ccp.ready;
      let added = 0;
      ccp.addEventListener('connect-contact-added', () => added++);
      const { attachSimulator } = await import('../src/simulator/kit/simulator.js');
      const again = await attachSimulator(ccp);
      await again.incomingCall();
      await eventually(() => ccp.state.contacts.length === 1, 'one contact');
      expect(added).to.equal(1);
      again.detach();
    });

    it('runs on the page’s default runtime, whose subscriptions outlive it and serve the next host', async () => {
      const seen: string[] = [];
      const called: string[] = [];
      const subscriptions = [
        connect.agent((agent) => called.push(agent.getName())),
        connect.core.getEventBus().subscribe(connect.AgentEvents.INIT, (agent) => seen.push(agent.getName())),
      ];
      const first = await mountReadyCcp({ agent: 'First Agent' });
      expect(first.ccp.connect).to.equal(connect);
      first.sim.detach();
      first.ccp.remove();
      const second = await mountReadyCcp({ agent: 'Second Agent' });
      expect(second.ccp.connect).to.equal(connect);
      expect(seen).to.deep.equal(['First Agent', 'Second Agent']);
      expect(called).to.deep.equal(['First Agent']); // once for each subscription, as in amazon-connect-streams
      for (const subscription of subscriptions) subscription.unsubscribe();
      second.sim.detach();
    });

    it('gives a second host a runtime of its own, and the two do not see each other', async () => {
      const first = await mountReadyCcp({ agent: 'First Agent' });
      const second = await mountReadyCcp({ agent: 'Second Agent' });
      expect(second.ccp.connect).not.to.equal(first.ccp.connect);
      await second.sim.incomingCall();
      await eventually(() => second.ccp.state.contacts.length === 1, 'one contact');
      expect(first.ccp.state.contacts).to.deep.equal([]);
      expect(new first.ccp.connect.Agent().getName()).to.equal('First Agent');
      expect(new second.ccp.connect.Agent().getName()).to.equal('Second Agent');
      first.sim.detach();
      second.sim.detach();
    });

    it('leaves a runtime alone that the page itself has started', async () => {
      const box = await fixture<HTMLElement>(html`<div style="height: 460px"></div>`);
      connect.core.initCCP(box, { ccpUrl: simulatedCcpUrl(), loginMode: 'none' });
      const ccp = await mountCcp(simulatedCcpUrl());
      expect(ccp.connect).not.to.equal(connect);
      await ccp.ready;
      connect.core.stopCCP();
    });

    it('loads nothing while another host shows the same CCP, and starts when that is gone', async () => {
      const url = simulatedCcpUrl();
      const first = await mountCcp(url);
      const errors: [EventTarget | null, string][] = [];
      const note = ({ target, error }: ConnectErrorEvent) => void errors.push([target, error.code]);
      document.addEventListener('connect-error', note, true);
      const second = await mountCcp(url);
      await statusIs(second, 'duplicate');
      await eventually(() => errors.length > 0, 'no connect-error');
      document.removeEventListener('connect-error', note, true);
      expect(errors).to.deep.equal([[second, 'embedded-twice']]);
      expect(frameOf(second)).to.be.null;
      expect(wordsOf(second)).to.contain('Another element');
      first.remove();
      await second.ready;
      expect(frameOf(second)).not.to.be.null;
    });
  });

  it('is registered once, whoever asks', () => {
    const elementClass = customElements.get('connect-ccp') as typeof ConnectCcpElement;
    elementClass.define();
    expect(customElements.get('connect-ccp')).to.equal(elementClass);
    expect(createConnect()).not.to.equal(connect);
  });
});
