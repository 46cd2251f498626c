import { expect, fixture, html } from '@open-wc/testing';
import '../../../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../../../elements/ccp/element.js';
import { RING_TIME } from '../../../elements/commands/cold-transfer.js';
import * as requests from '../../../elements/verbs/requests.js';
import type { AgentData } from '../../../src/index.js';
import { eventually } from '../../support/eventually.js';
import { CCP_URL, FakeCcp } from '../../support/fake-ccp.js';
import { FakeTimers } from '../../support/fake-timers.js';
import { HostScene, idOf, stateOf, THIRD } from '../../support/host-scene.js';
import { agentData, voiceContact } from '../../support/snapshots.js';

let scene: HostScene | undefined;

async function ready(parameters: Record<string, string> = {}): Promise<HostScene> {
  scene = await HostScene.mount(parameters);
  return scene;
}

/** A request with a contact, for any verb that needs no more. */
const request = (verb: string, contactId: string | null) =>
  Object.assign(new Event(`connect-${verb}-request`), { contactId }) as requests.ConnectRequestEvent;

describe('commands of a host', () => {
  afterEach(() => {
    scene?.sim.detach();
    scene = undefined;
  });

  describe('against a service that works', () => {
    it('accept, hold, resume, mute, unmute, digits, end, clear: pending, then confirmed, each by one call', async () => {
      const { sim, ccp, phases, ...rest } = await ready();
      expect(rest.commands).to.deep.equal([]);
      const id = await sim.incomingCall();
      await scene!.until(id, (contact) => contact);
      expect(scene!.contact(id).can).to.deep.equal(['accept', 'reject']);
      await scene!.calls();
      const during: string[][] = [];
      ccp.addEventListener('connect-command', ({ phase }) => {
        if (phase === 'pending') during.push([...scene!.contact(id).pending]);
      });
      for (const verb of ['accept', 'hold', 'resume', 'mute', 'unmute']) {
        expect(await scene!.perform(request(verb, id)), verb).to.equal('confirmed');
      }
      await scene!.perform(new requests.ConnectSendDigitsRequestEvent({ contactId: id, digits: '12#' }));
      await scene!.perform(request('hang-up', id));
      expect(scene!.contact(id).can).to.deep.equal(['clear']);
      await scene!.perform(request('clear', id));
      expect(ccp.state.contacts).to.deep.equal([]);
      const verbs = ['accept', 'hold', 'resume', 'mute', 'unmute', 'send-digits', 'hang-up', 'clear'];
      expect(phases).to.deep.equal(verbs.flatMap((verb) => [`${verb} pending`, `${verb} confirmed`]));
      expect(during).to.deep.equal(verbs.map((verb) => [verb]));
      expect(await scene!.calls()).to.deep.equal([
        'acceptContact',
        'holdConnection',
        'resumeConnection',
        'sendDigits',
        'destroyConnection',
        'clearContact',
      ]);
    });

    it('reject', async () => {
      const { sim } = await ready();
      const id = await sim.incomingCall();
      await scene!.until(id, (contact) => contact);
      expect(await scene!.perform(request('reject', id))).to.equal('confirmed');
      expect(scene!.contact(id).can).to.deep.equal(['clear']);
    });

    it('a queue callback: accept calls the customer, who can be hung up on before they answer', async () => {
      const { sim } = await ready();
      const id = await sim.queuedCallback();
      await scene!.until(id, (contact) => contact?.ringing);
      expect(await scene!.perform(request('accept', id))).to.equal('confirmed');
      expect(scene!.contact(id).can).to.deep.equal(['hang-up']);
      await sim.customerAnswers(id);
      await scene!.until(id, (contact) => contact?.can.includes('hold'));
    });

    it('a task: hold pauses it, resume goes on', async () => {
      const { sim } = await ready();
      const id = await sim.incomingTask();
      await scene!.until(id, (contact) => contact);
      await scene!.perform(request('accept', id));
      expect(scene!.contact(id).can).to.deep.equal(['hold', 'transfer', 'hang-up']);
      expect(await scene!.perform(request('hold', id))).to.equal('confirmed');
      expect(scene!.contact(id).can).to.deep.equal(['resume', 'hang-up']);
      expect(await scene!.perform(request('resume', id))).to.equal('confirmed');
      expect(await scene!.perform(request('hang-up', id))).to.equal('confirmed');
    });

    it('a chat: no microphone, no keypad; a transfer hands it over in one step', async () => {
      const { sim, ccp } = await ready();
      const id = await sim.incomingChat();
      await scene!.until(id, (contact) => contact);
      await scene!.perform(request('accept', id));
      expect(scene!.contact(id).can).to.deep.equal(['transfer', 'hang-up']);
      const agent = new ccp.connect.Agent();
      const { endpoints } = await agent.getEndpoints(agent.getAllQueueARNs());
      const endpoint = endpoints.find(({ type }) => type === 'queue')!;
      await scene!.calls();
      const transfer = new requests.ConnectTransferRequestEvent({ contactId: id, endpoint });
      expect(await scene!.perform(transfer)).to.equal('confirmed');
      expect(await scene!.calls()).to.deep.equal(['createAdditionalConnection']);
    });

    it('a consultation: add, swap, join, put all on hold and back, hang up on one, leave the others', async () => {
      await ready();
      const id = await scene!.call();
      expect(scene!.contact(id).can).to.deep.equal([
        'hold',
        'mute',
        'send-digits',
        'transfer',
        'add-participant',
        'hang-up',
      ]);
      const add = new requests.ConnectAddParticipantRequestEvent({ contactId: id, endpoint: THIRD });
      expect(await scene!.perform(add)).to.equal('confirmed');
      expect(stateOf(scene!.contact(id), 'inbound')).to.equal('hold');
      await scene!.sim.thirdPartyAnswers(id);
      await scene!.until(id, (contact) => contact?.can.includes('swap'));
      const can = ['hold', 'mute', 'send-digits', 'swap', 'conference', 'leave'];
      expect(scene!.contact(id).can).to.deep.equal(can);

      await scene!.calls();
      expect(await scene!.perform(request('swap', id))).to.equal('confirmed');
      expect(stateOf(scene!.contact(id), 'outbound')).to.equal('hold');
      expect(await scene!.perform(request('conference', id))).to.equal('confirmed');
      expect(scene!.contact(id).can).to.deep.equal(['hold', 'mute', 'send-digits', 'leave']);
      expect(await scene!.perform(request('hold', id))).to.equal('confirmed');
      expect(scene!.contact(id).can).to.include('resume').and.to.include('conference');
      expect(await scene!.perform(request('resume', id))).to.equal('confirmed');
      expect(scene!.contact(id).can).to.include('hold').and.not.to.include('resume');

      const party = idOf(scene!.contact(id), 'outbound');
      const hold = new requests.ConnectHoldRequestEvent({ contactId: id, connectionId: party });
      expect(await scene!.perform(hold)).to.equal('confirmed');
      expect(stateOf(scene!.contact(id), 'inbound')).to.equal('connected');
      const resume = new requests.ConnectResumeRequestEvent({ contactId: id, connectionId: party });
      expect(await scene!.perform(resume)).to.equal('confirmed');
      expect(await scene!.perform(request('hang-up', id))).to.equal('confirmed');
      expect(scene!.phases.at(-1)).to.equal('leave confirmed');
      expect(await scene!.calls()).to.deep.equal([
        'toggleActiveConnections',
        'conferenceConnections',
        'holdConnection', // each party by itself …
        'holdConnection',
        'conferenceConnections', // … and back together
        'holdConnection',
        'resumeConnection',
        'destroyConnection',
      ]);
    });

    it('hangs up on one party, and the agent goes on with the other', async () => {
      await ready();
      const contactId = await scene!.consultation();
      const connectionId = idOf(scene!.contact(contactId), 'outbound');
      const hangUp = new requests.ConnectHangUpRequestEvent({ contactId, connectionId });
      expect(await scene!.perform(hangUp)).to.equal('confirmed');
      expect(scene!.phases.at(-1)).to.equal('hang-up confirmed');
      expect(scene!.contact(contactId).can).to.include('resume').and.to.include('hang-up');
    });

    it('dials', async () => {
      const { ccp } = await ready();
      const dial = new requests.ConnectDialRequestEvent({ endpoint: '+61 417 000 000' });
      expect(await scene!.perform(dial)).to.equal('confirmed');
      expect(ccp.state.contacts[0].phoneNumber).to.equal('+61417000000');
      expect(ccp.state.contacts[0].can).to.deep.equal(['hang-up']);
    });

    it('selects a contact', async () => {
      const { sim, ccp } = await ready();
      const id = await sim.incomingCall();
      await scene!.until(id, (contact) => contact);
      expect(await scene!.perform(request('select-contact', id))).to.equal('confirmed');
      expect(ccp.state.selectedContactId).to.equal(id);
    });

    describe('the agent’s state', () => {
      const toState = (agentState: string) => new requests.ConnectSetAgentStateRequestEvent({ agentState });

      it('is set by its name; a name that there is not fails and lists those that there are', async () => {
        const { ccp, commands } = await ready();
        expect(await scene!.perform(toState('Lunch'))).to.equal('confirmed');
        expect(ccp.state.agent!.state.name).to.equal('Lunch');
        expect(await scene!.perform(toState('Dinner'))).to.equal('failed');
        const { error, contactId } = commands.at(-1)!;
        expect(contactId).to.be.null;
        expect(error).to.include({ operation: 'set-agent-state', type: 'InvalidArgumentException' });
        expect(error!.message).to.contain('Dinner').and.to.contain('Available, ').and.to.contain('Lunch');
      });

      it('is set for after a live contact; the name of the present one takes that back', async () => {
        const { ccp, sim } = await ready();
        const id = await scene!.call();
        expect(await scene!.perform(toState('Lunch'))).to.equal('confirmed');
        expect(ccp.state.agent).to.nested.include({ 'state.name': 'Busy', 'nextState.name': 'Lunch' });
        expect(await scene!.perform(toState('Busy'))).to.equal('confirmed');
        expect(ccp.state.agent!.nextState).to.be.null;
        expect(await scene!.perform(toState('Lunch'))).to.equal('confirmed');
        expect(await scene!.perform(toState('Available'))).to.equal('confirmed');
        expect(ccp.state.agent!.nextState).to.be.null;
        await sim.customerHangsUp(id);
        await scene!.perform(request('clear', id));
        await eventually(() => ccp.state.agent!.state.name === 'Available', 'Available');
      });

      it('ends after-call work at once, with the state that the agent was in as well', async () => {
        const { ccp, sim } = await ready();
        const id = await scene!.call();
        await sim.customerHangsUp(id);
        await eventually(() => ccp.state.agent!.state.name === 'AfterCallWork', 'AfterCallWork');
        expect(await scene!.perform(toState('Available'))).to.equal('confirmed');
        expect(ccp.state.agent!.state.name).to.equal('Available');
        expect(ccp.state.contacts).to.deep.equal([]);
      });
    });

    it('sends nothing for what is so already', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.calls();
      const lately = new requests.ConnectSetAgentStateRequestEvent({ agentState: 'Available' });
      expect(await scene!.perform(lately)).to.equal('confirmed'); // a call covers it up, and there is no next state
      expect(await scene!.perform(request('unmute', id))).to.equal('confirmed');
      expect(await scene!.calls()).to.deep.equal([]);
    });

    it('renders other contacts anew in no way: theirs are the same objects', async () => {
      const { sim, ccp } = await ready({ chats: '3' });
      const ids = [await sim.incomingChat(), await sim.incomingChat(), await scene!.call()];
      await eventually(() => ccp.state.contacts.length === 3, 'three contacts');
      const before = ids.map((id) => scene!.contact(id));
      await scene!.perform(request('hold', ids[2]));
      expect(scene!.contact(ids[0]) === before[0]).to.be.true;
      expect(scene!.contact(ids[1]) === before[1]).to.be.true;
      expect(scene!.contact(ids[2]) === before[2]).to.be.false;
    });
  });

  describe('a cold transfer', () => {
    const transfer = (contactId: string) => new requests.ConnectTransferRequestEvent({ contactId, endpoint: THIRD });

    it('calls, waits for the answer, and leaves', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.calls();
      const ended = scene!.perform(transfer(id));
      await scene!.until(id, (contact) => stateOf(contact, 'outbound') === 'connecting');
      expect(scene!.contact(id).pending).to.deep.equal(['transfer']);
      await scene!.sim.thirdPartyAnswers(id);
      expect(await ended).to.equal('confirmed');
      expect(scene!.contact(id).state.type).to.equal('ended');
      expect(await scene!.calls()).to.deep.equal(['createAdditionalConnection', 'destroyConnection']);
    });

    it('goes back to the customer when nobody answers', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.calls();
      const ended = scene!.perform(transfer(id));
      await scene!.until(id, (contact) => stateOf(contact, 'outbound') === 'connecting');
      await scene!.sim.thirdPartyHangsUp(id);
      expect(await ended).to.equal('failed');
      expect(scene!.commands.at(-1)!.error!.message).to.contain('Nobody answered');
      expect(stateOf(scene!.contact(id), 'inbound')).to.equal('connected');
      expect(stateOf(scene!.contact(id), 'agent')).to.equal('connected');
      expect(scene!.contact(id).pending).to.deep.equal([]);
      expect(await scene!.calls()).to.deep.equal(['createAdditionalConnection', 'resumeConnection']);
    });

    it('stays with the customer when the service refuses the call', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.calls();
      await scene!.sim.fail('createAdditionalConnection', { status: 400, code: 'BadEndpointException' });
      expect(await scene!.perform(transfer(id))).to.equal('failed');
      expect(scene!.commands.at(-1)!.error!.type).to.equal('BadEndpointException');
      expect(stateOf(scene!.contact(id), 'inbound')).to.equal('connected');
      expect(await scene!.calls()).to.deep.equal(['createAdditionalConnection']);
    });

    it('leaves a customer on hold whom the agent had put there', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.perform(request('hold', id));
      const ended = scene!.perform(transfer(id));
      await scene!.until(id, (contact) => stateOf(contact, 'outbound') === 'connecting');
      await scene!.sim.thirdPartyHangsUp(id);
      expect(await ended).to.equal('failed');
      expect(stateOf(scene!.contact(id), 'inbound')).to.equal('hold');
    });

    it('says so when the customer leaves first, and hangs up on nobody', async () => {
      await ready();
      const id = await scene!.call();
      const ended = scene!.perform(transfer(id));
      await scene!.until(id, (contact) => stateOf(contact, 'outbound') === 'connecting');
      await scene!.calls();
      await scene!.sim.customerHangsUp(id);
      expect(await ended).to.equal('failed');
      expect(scene!.commands.at(-1)!.error!.message).to.contain('customer has left');
      expect(await scene!.calls()).to.deep.equal([]);
    });

    describe('to somebody whose telephone rings for ever', () => {
      const { setTimeout: real } = globalThis;
      afterEach(() => void (globalThis.setTimeout = real));

      /** The time for which it may ring is over soon after it has begun. */
      async function ringsForEver(id: string): Promise<string> {
        await scene!.calls();
        globalThis.setTimeout = ((run: () => void, time = 0) => real(run, time === RING_TIME ? 100 : time)) as never;
        return scene!.perform(transfer(id));
      }

      it('hangs up on them and goes back to the customer', async () => {
        await ready();
        const id = await scene!.call();
        expect(await ringsForEver(id)).to.equal('failed');
        expect(scene!.commands.at(-1)!.error!.message).to.contain('Nobody answered');
        expect(stateOf(scene!.contact(id), 'inbound')).to.equal('connected');
        expect(scene!.contact(id).pending).to.deep.equal([]);
        const wanted = ['createAdditionalConnection', 'destroyConnection', 'resumeConnection'];
        expect(await scene!.calls()).to.deep.equal(wanted);
      });

      it('does not say that the agent is with the customer where the service leaves them on hold', async () => {
        await ready();
        const id = await scene!.call();
        await scene!.sim.fail('resumeConnection', { how: 'ignored' });
        expect(await ringsForEver(id)).to.equal('unconfirmed');
        expect(stateOf(scene!.contact(id), 'inbound')).to.equal('hold');
        expect(scene!.contact(id).pending).to.deep.equal([]);
      });
    });

    it('may be taken back by hanging up on who is called', async () => {
      await ready();
      const contactId = await scene!.call();
      const ended = scene!.perform(transfer(contactId));
      await scene!.until(contactId, (contact) => stateOf(contact, 'outbound') === 'connecting');
      const connectionId = idOf(scene!.contact(contactId), 'outbound');
      await scene!.perform(new requests.ConnectHangUpRequestEvent({ contactId, connectionId }));
      expect(await ended).to.equal('failed');
      expect(stateOf(scene!.contact(contactId), 'inbound')).to.equal('connected');
    });
  });

  describe('against a service that lies', () => {
    it('hold “succeeds” and nothing changes: unconfirmed, and the state says what is', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.sim.fail('holdConnection', { how: 'ignored' });
      expect(await scene!.perform(request('hold', id))).to.equal('unconfirmed');
      expect(scene!.phases).to.deep.equal(['hold pending', 'hold unconfirmed']);
      expect(scene!.contact(id).can).to.include('hold').and.not.to.include('resume');
      expect(scene!.contact(id).pending).to.deep.equal([]);
      expect(await scene!.perform(request('hold', id))).to.equal('confirmed');
    });

    it('hold “fails” but the call is on hold: confirmed', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.sim.fail('holdConnection', { how: 'done' });
      expect(await scene!.perform(request('hold', id))).to.equal('confirmed');
      expect(scene!.phases).to.deep.equal(['hold pending', 'hold confirmed']);
      expect(scene!.contact(id).can).to.include('resume');
    });

    it('resume “succeeds” and nothing changes: unconfirmed', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.perform(request('hold', id));
      await scene!.sim.fail('resumeConnection', { how: 'ignored' });
      expect(await scene!.perform(request('resume', id))).to.equal('unconfirmed');
      expect(scene!.contact(id).can).to.include('resume');
    });

    it('a refusal is a failure, with what the service said', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.sim.fail('holdConnection', { status: 400, code: 'InvalidStateException', message: 'Not now.' });
      expect(await scene!.perform(request('hold', id))).to.equal('failed');
      expect(scene!.phases).to.deep.equal(['hold pending', 'hold failed']);
      expect(scene!.commands[1].error).to.include({ type: 'InvalidStateException', message: 'Not now.' });
    });

    it('the customer hangs up while a hold is on its way: it ends at once, unconfirmed', async () => {
      await ready();
      const id = await scene!.call();
      await scene!.sim.fail('holdConnection', { how: 'ignored' });
      const ended = scene!.perform(request('hold', id));
      await scene!.sim.customerHangsUp(id);
      expect(await ended).to.equal('unconfirmed');
    });
  });

  describe('on a wire that plays tricks', () => {
    let ccp: ConnectCcpElement;
    let fake: FakeCcp;
    let phases: string[];

    const onCall = (customer = 'connected', more: Partial<AgentData['snapshot']> = {}) => {
      const contact = voiceContact('call', 'connected');
      const connections = contact.connections.map((connection) =>
        connection.type === 'inbound' ? { ...connection, state: { ...connection.state, type: customer } } : connection,
      );
      return agentData({ contacts: [{ ...contact, connections }], ...more });
    };

    beforeEach(async () => {
      ccp = await fixture<ConnectCcpElement>(html`<connect-ccp ccp-url=${CCP_URL}></connect-ccp>`);
      fake = await new FakeCcp(ccp.connect, ccp).attach();
      await fake.acknowledge({ id: 'port-1' });
      await fake.update(onCall());
      phases = [];
      ccp.addEventListener('connect-command', ({ operation, phase }) => phases.push(`${operation} ${phase}`));
    });

    it('a response that never comes: unconfirmed', async () => {
      const timers = new FakeTimers();
      try {
        const ended = ccp.perform(request('hold', 'call'));
        await timers.advance(9_999);
        expect(phases).to.deep.equal(['hold pending']);
        await timers.advance(1);
        expect(await ended).to.equal('unconfirmed');
      } finally {
        timers.restore();
      }
    });

    it('a response that never comes, but the state shows the effect: confirmed', async () => {
      const ended = ccp.perform(request('hold', 'call'));
      await fake.nextRequest();
      await fake.update(onCall('hold'));
      expect(await ended).to.equal('confirmed');
    });

    it('a response after the effect changes nothing any more', async () => {
      const ended = ccp.perform(request('hold', 'call'));
      const sent = await fake.nextRequest();
      await fake.update(onCall('hold'));
      await ended;
      await fake.answer(sent, { err: { type: 'InternalServiceException', message: 'Late.' } });
      expect(phases).to.deep.equal(['hold pending', 'hold confirmed']);
    });

    it('an error before the effect: confirmed', async () => {
      const ended = ccp.perform(request('hold', 'call'));
      await fake.answer(await fake.nextRequest(), { err: { type: 'InternalServiceException', message: 'Sorry.' } });
      await fake.update(onCall('hold'));
      expect(await ended).to.equal('confirmed');
    });

    it('a storm of unmutes: one state, one event', async () => {
      await fake.say('agent::mute_toggle', { muted: true });
      expect(ccp.state.mute).to.be.true;
      const mutes: boolean[] = [];
      let changes = 0;
      ccp.subscribe(
        ({ mute }) => mute,
        (mute) => mutes.push(mute),
      );
      const ended = ccp.perform(request('unmute', 'call'));
      ccp.addEventListener('connect-contact-change', () => changes++);
      for (let time = 0; time < 50; time++) await fake.say('agent::mute_toggle', { muted: false });
      expect(await ended).to.equal('confirmed');
      expect(mutes).to.deep.equal([true, false]);
      expect(phases).to.deep.equal(['unmute pending', 'unmute confirmed']);
      expect(ccp.state.contacts[0].can).to.include('mute').and.not.to.include('unmute');
      expect(changes).to.equal(2); // muted no more, pending no more
    });

    it('what a listener asks for in turn is told after what it was told of, to everybody in the same order', async () => {
      const told: string[] = [];
      ccp.addEventListener('connect-contact-change', () => void ccp.perform(request('resume', 'call')), { once: true });
      ccp.addEventListener('connect-contact-change', ({ contact }) => {
        told.push(`${contact.connections[1].state} ${contact.pending.join()}`);
      });
      await fake.update(onCall('hold'));
      await fake.update(onCall('connected'));
      await Promise.resolve();
      expect(told).to.deep.equal(['hold ', 'hold resume', 'connected resume', 'connected ']);
    });

    it('a mute that nobody carries out: unconfirmed', async () => {
      const timers = new FakeTimers();
      try {
        const ended = ccp.perform(request('mute', 'call'));
        await timers.advance(5_000);
        expect(await ended).to.equal('unconfirmed');
        expect(ccp.state.mute).to.be.false;
      } finally {
        timers.restore();
      }
    });

    it('a host that is taken away: its commands end, and no timer is left', async () => {
      const timers = new FakeTimers();
      try {
        const ended = ccp.perform(request('hang-up', 'call'));
        ccp.remove();
        expect(await ended).to.equal('unconfirmed'); // no contact is there, which proves nothing
        expect(timers.pending.filter((due) => due <= 30_000)).to.deep.equal([]);
      } finally {
        timers.restore();
      }
    });

    it('a host that is not ready: failed, and says so', async () => {
      ccp.remove();
      expect(await ccp.perform(request('hold', 'call'))).to.equal('failed');
      expect(phases).to.deep.equal(['hold failed']);
    });
  });
});
