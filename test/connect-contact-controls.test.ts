import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import { Workspace, type WorkspaceElement } from '../elements/contact-controls/workspace.js';
import { en } from './support/english.js';
import type { ConnectHoldRequestEvent } from '../elements/verbs/requests.js';
import type { Connect } from '../src/index.js';
import {
  announcements,
  button,
  buttonNames,
  connectedCall,
  consultation,
  controlNames,
  type ControlsScene,
  item,
  mountControls,
  parts,
  press,
  requests,
  soon,
  stateIs,
  usable,
  words,
} from './support/controls-scene.js';
import { mountCcp, simulatedCcpUrl, statusIs } from './support/simulated-ccp.js';

const mountAlone = () =>
  fixture<ConnectContactControlsElement>(html`<connect-contact-controls></connect-contact-controls>`);

describe('<connect-contact-controls>', () => {
  describe('renders and is accessible', () => {
    it('without a host, and says so', async () => {
      const controls = await mountAlone();
      expect(words(controls, 'idle')).to.contain(en.contactControls.unbound);
      expect(buttonNames(controls.renderRoot)).to.deep.equal([]);
      expect(controls.matches(':state(unbound)')).to.be.true;
      await expect(controls).to.be.accessible();
    });

    it('while its host loads', async () => {
      const controls = await mountAlone();
      const ccp = await mountCcp(simulatedCcpUrl({ state: 'Available' }));
      await controls.updateComplete;
      expect(words(controls, 'idle')).to.contain(en.status.loading.heading);
      await expect(controls).to.be.accessible();
      await ccp.ready;
      await soon(() => words(controls, 'idle').includes(en.contactControls.idle), 'idle');
    });

    it('idle: what happens here, and a number can be dialed', async () => {
      const { controls } = await mountControls();
      expect(words(controls, 'idle')).to.contain('No contacts');
      expect(button(controls, 'Dial')).to.exist;
      expect(controls.matches(':state(idle)')).to.be.true;
      await expect(controls).to.be.accessible();
    });

    it('idle, when the agent may not call out: no number field', async () => {
      const { controls } = await mountControls({ outboundCall: 'no' });
      expect(button(controls, 'Dial')).not.to.exist;
      await expect(controls).to.be.accessible();
    });

    it('a call that rings: who, queue, attributes, Accept and Reject', async () => {
      const { sim, controls } = await mountControls();
      await sim.incomingCall({ from: '+12065550100', queue: 'Support', attributes: { tier: 'gold' } });
      await usable(controls, 'Accept', '+12065550100');
      expect(words(controls, 'who')).to.equal('+12065550100');
      expect(words(controls, 'state')).to.equal('Incoming call');
      expect(words(controls, 'about')).to.contain('Support');
      expect(words(controls, 'attributes')).to.equal('tier gold');
      expect(controlNames(controls)).to.deep.equal(['Accept', 'Reject']);
      expect(controls.matches(':state(ringing)')).to.be.true;
      await expect(controls).to.be.accessible();
    });

    it('a call that is connected', async () => {
      const scene = await mountControls();
      await connectedCall(scene);
      const all = ['Mute', 'Hold', 'Keypad', 'Transfer', 'Add participant', 'End'];
      expect(controlNames(scene.controls)).to.deep.equal(all);
      expect(words(scene.controls, 'time')).to.match(/^0:0\d$/);
      expect(scene.controls.matches(':state(busy)')).to.be.true;
      await expect(scene.controls).to.be.accessible();
    });

    it('a call on hold, and muted', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await connectedCall(scene);
      await press(controls, 'Hold');
      await stateIs(controls, 'On hold');
      await press(controls, 'Mute');
      await usable(controls, 'Unmute');
      expect(controlNames(controls).slice(0, 2)).to.deep.equal(['Unmute', 'Resume']);
      await expect(controls).to.be.accessible();
    });

    it('a command that is pending', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await sim.latency(300);
      await press(controls, 'Hold');
      await soon(() => words(controls, 'outcome-pending') === 'Putting on hold…', 'the outcome');
      expect(button(controls, 'Hold')!.ariaBusy).to.equal('true');
      await expect(controls).to.be.accessible();
      await stateIs(controls, 'On hold');
    });

    it('the keypad', async () => {
      const scene = await mountControls();
      await connectedCall(scene);
      await press(scene.controls, 'Keypad');
      expect(parts(scene.controls, 'key').length).to.equal(12);
      await expect(scene.controls).to.be.accessible();
    });

    it('quick connects', async () => {
      const scene = await mountControls({ endpoints: '20' });
      await connectedCall(scene);
      await press(scene.controls, 'Transfer');
      await usable(scene.controls, 'Ann Lee');
      await expect(scene.controls).to.be.accessible();
    });

    it('a number that cannot be called', async () => {
      const { controls } = await mountControls();
      await press(controls, 'Dial');
      await soon(() => words(controls, 'problem'), 'the problem');
      await expect(controls).to.be.accessible();
    });

    it('a consultation: both parties, and what can be done with each', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await consultation(scene);
      expect(
        parts(controls, 'party').map((party) =>
          party.querySelector('strong')!.textContent.replace(/(?<=\d) (?=\d)/g, ''),
        ),
      ).to.deep.equal(['+12065550100', 'Ann Lee']);
      expect(buttonNames(parts(controls, 'parties')[0])).to.deep.equal([
        'Resume +12065550100',
        'Remove +12065550100',
        'Hold Ann Lee',
        'Remove Ann Lee',
      ]);
      expect(controlNames(controls)).to.deep.equal(['Mute', 'Hold', 'Keypad', 'Swap', 'Conference', 'Leave']);
      await expect(controls).to.be.accessible();
    });

    it('a conference', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await consultation(scene);
      await press(controls, 'Conference');
      await stateIs(controls, 'Conference');
      await soon(() => words(controls, 'outcome-confirmed') === 'Everyone is in the call', 'the outcome');
      await expect(controls).to.be.accessible();
    });

    it('after-call work', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await connectedCall(scene);
      await press(controls, 'End');
      await stateIs(controls, 'After-call work');
      await usable(controls, 'Done');
      expect(controlNames(controls)).to.deep.equal(['Done']);
      await expect(controls).to.be.accessible();
    });

    it('a call that was missed', async () => {
      const { sim, controls } = await mountControls();
      const contactId = await sim.incomingCall();
      await usable(controls, 'Accept');
      await sim.missed(contactId);
      await stateIs(controls, 'Missed');
      await expect(controls).to.be.accessible();
    });

    it('a command that has failed: what, why, and what to do', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await sim.fail('holdConnection', { status: 400, code: 'InvalidStateException', message: 'Not now.' });
      await press(controls, 'Hold');
      await soon(() => words(controls, 'outcome-failed'), 'the failure');
      expect(words(controls, 'outcome-failed'))
        .to.contain('Hold failed. Not now.')
        .and.to.contain('look at its state first');
      expect(words(controls, 'state')).to.equal('Connected');
      await expect(controls).to.be.accessible();
    });

    it('a queue callback: who is called back, and that they are being called', async () => {
      const { sim, controls } = await mountControls();
      const contactId = await sim.queuedCallback({ from: '+12065550142' });
      await stateIs(controls, 'Incoming callback');
      await expect(controls).to.be.accessible();
      await press(controls, 'Accept', '+12065550142');
      await stateIs(controls, 'Calling…');
      await soon(() => controlNames(controls).join() === 'End', 'the controls');
      await expect(controls).to.be.accessible();
      await sim.customerAnswers(contactId);
      await stateIs(controls, 'Connected');
    });

    it('a chat', async () => {
      const { sim, controls } = await mountControls();
      await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await stateIs(controls, 'Incoming chat');
      await expect(controls).to.be.accessible();
      const drawn = (place?: Element) => place?.querySelector('path')?.getAttribute('d');
      expect(drawn(button(controls, 'Accept')), 'no handset').to.equal(drawn(parts(controls, 'badge')[0]));
      await press(controls, 'Accept', 'Maria Lindqvist');
      await stateIs(controls, 'Connected');
      await soon(() => controlNames(controls).join() === 'Transfer,End', 'the controls');
      await expect(controls).to.be.accessible();
      await press(controls, 'End');
      await stateIs(controls, 'After-contact work');
      await expect(controls).to.be.accessible();
    });

    it('a task, paused and resumed', async () => {
      const { sim, controls } = await mountControls();
      await sim.incomingTask({ name: 'Refund request' });
      await press(controls, 'Accept', 'Refund request');
      await press(controls, 'Pause');
      await stateIs(controls, 'Paused');
      await expect(controls).to.be.accessible();
      await press(controls, 'Continue');
      await stateIs(controls, 'Connected');
    });

    it('several at once: one selected, and those that ring can be taken', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await sim.incomingTask({ name: 'Refund request' });
      await usable(controls, 'Accept', 'Maria Lindqvist');
      await usable(controls, 'Accept', 'Refund request');
      expect(item(controls, '+12065550100')!.ariaCurrent).to.equal('true');
      expect(buttonNames(item(controls, '+12065550100')!)).to.include.members(['Hold', 'End']);
      expect(parts(controls, 'contact').map(({ ariaCurrent }) => ariaCurrent)).to.deep.equal([null, null, 'true']);
      await expect(controls).to.be.accessible();
    });

    it('when the panel has stopped answering: says so, and no control can be used', async () => {
      const ccp = await mountCcp(simulatedCcpUrl({ state: 'Available' }));
      Object.assign(ccp, { ackTimeout: 200, synTimeout: 50 });
      await ccp.updateComplete;
      await ccp.ready;
      const controls = await mountAlone();
      const { attachSimulator } = await import('../src/simulator/kit/simulator.js');
      const sim = await attachSimulator(ccp);
      await sim.incomingCall();
      await usable(controls, 'Accept');
      await sim.silence(0);
      await statusIs(ccp, 'stale');
      await soon(() => words(controls, 'notice') === en.status.stale.heading, 'the notice');
      expect(button(controls, 'Accept')!.ariaDisabled).to.equal('true');
      await expect(controls).to.be.accessible();
      await sim.silence(-1);
      await usable(controls, 'Accept');
      sim.detach();
    });
  });

  describe('what it shows', () => {
    it('says Unknown where the service names nobody', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await sim.incomingChat({ customerName: '' });
      await usable(controls, 'Accept', 'Unknown');
      expect(words(controls, 'who')).to.equal('Unknown');
    });

    it('shows attributes as text, whatever they hold', async () => {
      const { sim, controls } = await mountControls();
      const value = '<img src=x onerror="window.wasRun = true">';
      await sim.incomingCall({ attributes: { note: value, empty: ' ' } });
      await usable(controls, 'Accept');
      expect(parts(controls, 'attribute-value')[0].textContent).to.equal(value);
      expect(controls.renderRoot.querySelector('img')).not.to.exist;
    });

    it('folds up many attributes', async () => {
      const { sim, controls } = await mountControls();
      await sim.incomingCall({ attributes: { a: '1', b: '2', c: '3', d: '4', e: '5' } });
      await usable(controls, 'Accept');
      const details = controls.renderRoot.querySelector('details')!;
      expect(details.open).to.be.false;
      expect(words(controls, 'attributes-summary')).to.equal('Attributes (5)');
    });

    it('selects a contact by its name, and the host follows', async () => {
      const scene = await mountControls();
      const { ccp, sim, controls } = scene;
      await connectedCall(scene);
      const chat = await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await press(controls, 'Maria Lindqvist');
      await soon(() => item(controls, 'Maria Lindqvist')!.ariaCurrent === 'true', 'selected');
      await soon(() => ccp.state.selectedContactId === chat, 'the host');
      expect(buttonNames(item(controls, '+12065550100')!)).to.deep.equal(['+12065550100', 'Mute', 'Hold', 'End']);
    });

    it('follows the host’s selection', async () => {
      const scene = await mountControls();
      const { ccp, sim, controls } = scene;
      const call = await connectedCall(scene);
      const chat = await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await usable(controls, 'Accept', 'Maria Lindqvist');
      for (const [id, who] of [
        [chat, 'Maria Lindqvist'],
        [call, '+12065550100'],
      ]) {
        ccp.selectContact(id);
        await soon(() => item(controls, who)?.ariaCurrent === 'true', who);
      }
    });

    it('selects what the agent accepts', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await press(controls, 'Accept', 'Maria Lindqvist');
      await soon(() => item(controls, 'Maria Lindqvist')!.ariaCurrent === 'true', 'selected');
    });

    it('renders one item when one contact of a hundred changes, and none when time goes by', async () => {
      const rendered: string[] = [];
      const proto = customElements.get('connect-contact-controls')!.prototype as {
        renderContact: (contact: { contactId: string }, view: unknown) => unknown;
      };
      const { renderContact } = proto;
      const { sim, controls } = await mountControls({ tasks: '100' });
      const names = Array.from({ length: 100 }, (_, count) => `Task ${count}`);
      const ids = await Promise.all(names.map((name) => sim.incomingTask({ name })));
      await soon(() => parts(controls, 'contact').length === 100, 'a hundred');
      proto.renderContact = function (contact, view) {
        rendered.push(contact.contactId);
        return renderContact.call(this, contact, view);
      };
      try {
        await sim.setAttributes(ids[42], { tier: 'gold' });
        await soon(() => rendered.length > 0, 'the change');
        const before = words(controls, 'time');
        await soon(() => words(controls, 'time') !== before, 'a second');
        await controls.updateComplete;
        expect(rendered).to.deep.equal([ids[42]]);
      } finally {
        proto.renderContact = renderContact;
      }
    });

    it('goes on counting through a jump of the system clock', async () => {
      const scene = await mountControls();
      await connectedCall(scene);
      const { now } = Date;
      Date.now = () => now() + 3_600_000;
      try {
        const before = words(scene.controls, 'time');
        await soon(() => words(scene.controls, 'time') !== before, 'a second');
        expect(words(scene.controls, 'time')).to.match(/^0:0\d$/);
      } finally {
        Date.now = now;
      }
    });
  });

  describe('requests', () => {
    it('leave it as cancelable events that document hears, and run once', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const contactId = await connectedCall(scene);
      const heard = oneEvent<ConnectHoldRequestEvent>(document, 'connect-hold-request');
      await press(controls, 'Hold');
      const event = await heard;
      expect(event.contactId).to.equal(contactId);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
      await stateIs(controls, 'On hold');
      const { calls } = await sim.truth();
      expect(calls.filter(({ operation }) => operation === 'holdConnection').length).to.equal(1);
    });

    it('do nothing when the page prevents them', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      controls.addEventListener('connect-hold-request', (event) => event.preventDefault(), { once: true });
      await press(controls, 'Hold');
      expect(words(controls, 'outcome')).not.to.contain('Putting on hold');
      await press(controls, 'Mute');
      await usable(controls, 'Unmute');
      const { calls } = await sim.truth();
      expect(calls.map(({ operation }) => operation)).not.to.include('holdConnection');
    });

    it('selecting can be prevented too', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      controls.addEventListener('connect-select-contact-request', (event) => event.preventDefault());
      await press(controls, 'Maria Lindqvist');
      expect(item(controls, '+12065550100')!.ariaCurrent).to.equal('true');
    });

    it('are made for single parties', async () => {
      const scene = await mountControls();
      const { controls } = scene;
      await consultation(scene);
      const heard = requests(controls);
      await press(controls, 'Swap');
      await stateIs(controls, 'Talking to +12065550100');
      await press(controls, 'Hold +12065550100');
      await stateIs(controls, 'On hold');
      await press(controls, 'Resume Ann Lee');
      await stateIs(controls, 'Talking to Ann Lee');
      await press(controls, 'Remove Ann Lee');
      await soon(() => parts(controls, 'party').length === 0, 'Ann Lee is gone');
      expect(heard).to.deep.equal(['swap', 'hold', 'resume', 'hang-up']);
      expect(words(controls, 'state')).to.equal('On hold');
    });

    it('leave: the others go on', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await consultation(scene);
      await press(controls, 'Leave');
      await stateIs(controls, 'After-call work');
      const { contacts } = await sim.truth();
      const states = (contacts[0].connections as { state: { type: string } }[]).map(({ state }) => state.type);
      expect(states).to.deep.equal(['disconnected', 'connected', 'connected']);
    });
  });

  describe('commands that do not go as they should', () => {
    it('hold “succeeds” with no change: not confirmed, said, and it can be tried again', async () => {
      const scene = await mountControls();
      const { ccp, controls } = scene;
      const contactId = await connectedCall(scene);
      const heard = announcements(controls);
      const { ConnectCommandEvent } = await import('../elements/host/events.js');
      for (const phase of ['pending', 'unconfirmed'] as const) {
        ccp.dispatchEvent(new ConnectCommandEvent({ operation: 'hold', contactId, phase }));
      }
      await controls.updateComplete;
      expect(words(controls, 'outcome-unconfirmed')).to.equal(en.contactControls.unconfirmed('Hold'));
      expect(heard).to.deep.equal(['Putting on hold…', en.contactControls.unconfirmed('Hold')]);
      await usable(controls, 'Hold');
      await expect(controls).to.be.accessible();
    });

    it('hold “fails” but the contact is on hold: it says on hold', async () => {
      const scene = await mountControls();
      const { ccp, sim, controls } = scene;
      const contactId = await connectedCall(scene);
      await sim.latency(100);
      await sim.fail('holdConnection', { status: 500 });
      await press(controls, 'Hold');
      const customer = new ccp.connect.Contact(contactId).getInitialConnection()!;
      await customer.hold();
      await stateIs(controls, 'On hold');
      await usable(controls, 'Resume');
      expect(words(controls, 'outcome')).to.equal('On hold');
    });

    it('what is confirmed is said long enough to be read, then goes; what has failed stays', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      await connectedCall(scene);
      await soon(() => words(controls, 'outcome-confirmed') === 'Accepted', 'the confirmation');
      const now = performance.now.bind(performance);
      performance.now = () => now() + 6000;
      try {
        await soon(() => words(controls, 'outcome') === '', 'the end of it');
        await sim.fail('holdConnection', { status: 400 });
        await press(controls, 'Hold');
        await soon(() => words(controls, 'outcome-failed'), 'the failure');
        const time = words(controls, 'time');
        performance.now = () => now() + 20_000;
        await soon(() => words(controls, 'time') !== time, 'the next second');
        expect(words(controls, 'outcome-failed')).to.contain('Hold failed');
        await press(controls, 'Mute');
        await soon(() => words(controls, 'outcome-confirmed') === 'Muted', 'the next confirmation');
        performance.now = () => now() + 30_000;
        await soon(() => words(controls, 'outcome') === '', 'the end of that');
      } finally {
        Reflect.deleteProperty(performance, 'now');
      }
    });

    it('a storm of unmutes, and a mute from elsewhere: shows what is so, and says it once', async () => {
      const scene = await mountControls();
      const { ccp, controls } = scene;
      await connectedCall(scene);
      const heard = announcements(controls);
      const agent = new ccp.connect.Agent();
      for (let count = 0; count < 50; count++) agent.unmute();
      agent.mute();
      await usable(controls, 'Unmute');
      await soon(() => heard.length > 0, 'said');
      for (let count = 0; count < 50; count++) agent.unmute();
      await usable(controls, 'Mute');
      await soon(() => heard.length > 1, 'said');
      expect(heard).to.deep.equal(['Muted', 'Unmuted']);
    });

    it('what has gone wrong is forgotten when the contact is in another state', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const contactId = await connectedCall(scene);
      await sim.fail('holdConnection', { status: 400 });
      await press(controls, 'Hold');
      await soon(() => words(controls, 'outcome-failed'), 'the failure');
      await sim.customerHangsUp(contactId);
      await stateIs(controls, 'After-call work');
      expect(words(controls, 'outcome')).to.equal('');
    });
  });

  describe('slots', () => {
    const withSlots = async (scene: ControlsScene, content: unknown) => {
      scene.controls.remove();
      scene.controls = await fixture<ConnectContactControlsElement>(
        html`<connect-contact-controls>${content}</connect-contact-controls>`,
      );
      return scene;
    };

    it('idle, details and actions show what the page puts there', async () => {
      const scene = await withSlots(
        await mountControls(),
        html`<p slot="idle">Have a break</p>
          <p slot="details">Customer since 1999</p>
          <button slot="actions">Take notes</button>`,
      );
      const { controls } = scene;
      const isShown = (name: string) => controls.querySelector(`[slot=${name}]`)!.getClientRects().length > 0;
      expect([isShown('idle'), isShown('details'), isShown('actions')]).to.deep.equal([true, false, false]);
      await connectedCall(scene);
      expect([isShown('idle'), isShown('details'), isShown('actions')]).to.deep.equal([false, true, true]);
      await expect(controls).to.be.accessible();
    });

    it('workspace gets the id and the media controller of the selected chat or task', async () => {
      const scene = await withSlots(await mountControls(), html`<section slot="workspace">Transcript</section>`);
      const { sim, controls } = scene;
      const workspace = controls.querySelector<WorkspaceElement>('[slot=workspace]')!;
      const chat = await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await press(controls, 'Accept');
      await soon(() => workspace.contactId === chat, 'the chat');
      expect(workspace.mediaController).to.be.instanceOf(Promise);
      expect(workspace.getClientRects().length).to.equal(1);
      expect(button(controls, 'Show panel')?.getClientRects().length ?? 0).to.equal(0);
      const task = await sim.incomingTask({ name: 'Refund request' });
      await press(controls, 'Accept', 'Refund request');
      await soon(() => workspace.contactId === task, 'the task');
      expect(await workspace.mediaController).to.deep.include({ contactId: task });
      await sim.incomingCall();
      await press(controls, '+12065550100');
      await soon(() => workspace.contactId === null, 'none');
      expect(workspace.mediaController).to.be.null;
    });

    it('workspace gets another media controller when the same contact is another runtime’s', async () => {
      const runtime = (name: string) =>
        ({
          Contact: class {
            getAgentConnection = () => ({ getMediaController: () => Promise.resolve(name) });
          },
        }) as unknown as Connect;
      const workspace = new Workspace();
      const slot = document.createElement('slot');
      const element = document.createElement('section') as Element as WorkspaceElement;
      slot.assignedElements = () => [element];
      slot.addEventListener('slotchange', workspace.slotted);
      slot.dispatchEvent(new Event('slotchange'));
      workspace.select('chat', runtime('first'));
      expect(await element.mediaController).to.equal('first');
      workspace.select('chat', runtime('second'));
      expect(await element.mediaController).to.equal('second');
    });

    it('while workspace is empty, Show panel shows a headless panel with the focus in it, until the contact ends', async () => {
      const { ccp, sim, controls } = await mountControls();
      ccp.headless = true;
      const chat = await sim.incomingChat({ customerName: 'Maria Lindqvist' });
      await press(controls, 'Accept');
      await press(controls, 'Show panel');
      await soon(() => ccp.offsetHeight > 100, 'the panel');
      expect(document.activeElement).to.equal(ccp);
      expect(ccp.renderRoot.querySelector('[part=frame]')!.hasAttribute('inert')).to.be.false;
      await expect(controls).to.be.accessible();
      await sim.customerHangsUp(chat);
      await soon(() => ccp.offsetHeight === 1, 'the panel is gone');
      await soon(() => document.activeElement === controls, 'the focus is back');
      expect(button(controls, 'Show panel')).not.to.exist;
    });
  });

  describe('life', () => {
    it('says an incoming contact though it is mounted while that rings', async () => {
      const scene = await mountControls();
      await scene.sim.incomingCall();
      await usable(scene.controls, 'Accept');
      const late = await mountAlone();
      const alert = late.renderRoot.querySelector('[role=alert]')!;
      expect(alert.textContent.trim()).to.equal('Incoming call from +12065550100, BasicQueue');
    });

    it('may be removed and mounted a hundred times: hears everything once, and leaves no timer', async () => {
      const scene = await mountControls();
      const { sim, controls } = scene;
      const parent = controls.parentElement!;
      await sim.incomingCall();
      await usable(controls, 'Accept');
      for (let round = 0; round < 100; round++) {
        controls.remove();
        parent.append(controls);
      }
      await press(controls, 'Accept');
      await stateIs(controls, 'Connected');
      const heard = announcements(controls);
      await press(controls, 'Hold');
      await stateIs(controls, 'On hold');
      await soon(() => heard.length === 2, 'the outcome');
      expect(heard).to.deep.equal(['Putting on hold…', 'On hold']);
      controls.remove();
      const clock = (globalThis as unknown as Record<symbol, { listeners: Set<unknown> }>)[
        Symbol.for('connect-ccp-elements.clock')
      ];
      expect(clock.listeners.size).to.equal(0);
      expect(controls.matches(':state(unbound)')).to.be.false;
    });
  });
});
