// Every agent state and every contact event of the documents is reached, by a simulated service and over the wire.
import { expect } from '@open-wc/testing';
import { type Agent, AgentErrorStates, type Connect, type Contact } from '../src/index.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { quietConnect } from './support/fake-ccp.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';

interface Desk {
  connect: Connect;
  agent: Agent;
  sim: Simulator;
  /** Waits until the agent has a state. */
  stateIs(name: string): Promise<void>;
  /** Waits for a contact, and for the next of its events of a kind. */
  contact(): Promise<Contact>;
}

let end = (): void => {};

/** A runtime on a simulated CCP of its own. */
async function desk(parameters: Record<string, string> = {}): Promise<Desk> {
  const connect = quietConnect();
  const box = document.body.appendChild(document.createElement('div'));
  connect.core.initCCP(box, { ccpUrl: simulatedCcpUrl({ state: 'Available', ...parameters }), loginMode: 'none' });
  const agent = await new Promise<Agent>((resolve) => connect.agent(resolve));
  const sim = await attachSimulator(connect);
  end = () => {
    sim.detach();
    connect.core.stopCCP();
    box.remove();
  };
  return {
    connect,
    agent,
    sim,
    stateIs: (name) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (agent.getState().name === name) resolve();
        };
        agent.onRefresh(look);
        look();
      }),
    contact: () => new Promise((resolve) => connect.contact(resolve)),
  };
}

type EventOf =
  `on${'Incoming' | 'Pending' | 'Connecting' | 'Accepted' | 'Missed' | 'Ended' | 'Destroy' | 'ACW' | 'Connected' | 'Error' | 'Refresh'}`;

/** The next event of a kind: what its callback is given. */
const next = (contact: Contact, event: EventOf): Promise<Contact> => new Promise((resolve) => contact[event](resolve));

describe('on the simulator', () => {
  afterEach(() => end());

  describe('the agent reaches', () => {
    for (const [name, type] of [
      ['Available', 'routable'],
      ['Lunch', 'not_routable'],
      ['Offline', 'offline'],
    ]) {
      it(`${name}, of type ${type}, by choice`, async () => {
        const { agent, stateIs } = await desk({ state: name === 'Training' ? 'Available' : 'Training' });
        await agent.setState(name);
        await stateIs(name);
        expect(agent.getState().type).to.equal(type);
      });
    }

    it('PendingBusy, Busy and AfterCallWork in the life of a call', async () => {
      const { agent, sim, stateIs, contact } = await desk();
      const coming = contact();
      const id = await sim.incomingCall();
      await stateIs('PendingBusy');
      await (await coming).accept();
      await stateIs('Busy');
      const afterCallWork = new Promise<Agent>((resolve) => agent.onAfterCallWork(resolve));
      await sim.customerHangsUp(id);
      expect((await afterCallWork).getState()).to.include({ name: 'AfterCallWork', type: 'system' });
    });

    it('CallingCustomer while an outbound call rings', async () => {
      const { agent, stateIs } = await desk();
      await agent.connect('+12065550100');
      await stateIs('CallingCustomer');
    });

    for (const state of Object.values(AgentErrorStates)) {
      it(`the error state ${state}, with agent.onError`, async () => {
        const { agent, sim, stateIs } = await desk();
        const failed = new Promise<Agent>((resolve) => agent.onError(resolve));
        const id = await sim.incomingCall();
        await stateIs('PendingBusy');
        await sim.contactFails(id, state);
        expect((await failed).getState()).to.include({ name: state, type: 'error' });
      });
    }

    it('a next state during a call, and its withdrawal', async () => {
      const { agent, sim, stateIs, contact } = await desk();
      const coming = contact();
      await sim.incomingCall();
      await (await coming).accept();
      await stateIs('Busy');
      const enqueued = new Promise<Agent>((resolve) => agent.onEnqueuedNextState(resolve));
      await agent.setState('Lunch', null, { enqueueNextState: true });
      expect((await enqueued).getNextState()).to.include({ name: 'Lunch' });
      const cleared = new Promise<Agent>((resolve) => agent.onClearedNextState(resolve));
      await agent.getContacts()[0].getAgentConnection()!.destroy();
      await stateIs('AfterCallWork');
      await agent.getContacts()[0].clear();
      expect((await cleared).getState().name).to.equal('Lunch');
    });
  });

  describe('a contact has', () => {
    it('onConnecting, onAccepted, onConnected, onACW, onEnded, onDestroy in an answered call', async () => {
      const { connect, sim, contact } = await desk();
      const coming = contact();
      const id = await sim.incomingCall();
      const call = await coming;
      const accepted = next(call, 'onAccepted');
      const connected = next(call, 'onConnected');
      await call.accept();
      expect(await accepted).to.be.instanceOf(connect.Contact);
      await connected;
      const afterCallWork = next(call, 'onACW');
      const ended = next(call, 'onEnded');
      await sim.customerHangsUp(id);
      await Promise.all([afterCallWork, ended]);
      const destroyed = next(call, 'onDestroy');
      await call.clear();
      const last = await destroyed;
      expect(last.getAgentConnection()!.getState().type).to.equal('disconnected');
      expect(last.isInbound()).to.be.true;
    });

    it('onConnecting when it begins to ring, heard by who subscribes in connect.contact', async () => {
      const { connect, sim } = await desk();
      const ringing = new Promise<Contact>((resolve) => connect.contact((call) => call.onConnecting(resolve)));
      const id = await sim.incomingCall();
      expect((await ringing).getContactId()).to.equal(id);
    });

    it('onIncoming, then onConnecting once it is accepted, in a queue callback', async () => {
      const { connect, sim } = await desk();
      const incoming = new Promise<Contact>((resolve) => connect.contact((call) => call.onIncoming(resolve)));
      await sim.queuedCallback({ from: '+12065550100' });
      const callback = await incoming;
      expect(callback.getType()).to.equal('queue_callback');
      const connecting = next(callback, 'onConnecting');
      await callback.accept();
      await connecting;
    });

    it('onMissed after onEnded in a missed call', async () => {
      const { sim, contact } = await desk();
      const coming = contact();
      const id = await sim.incomingCall();
      const call = await coming;
      const order: string[] = [];
      call.onEnded(() => order.push('ended'));
      const missed = next(call, 'onMissed');
      await sim.missed(id);
      await missed;
      expect(order).to.deep.equal(['ended']);
    });

    it('onError in a failed one', async () => {
      const { sim, contact } = await desk();
      const coming = contact();
      const id = await sim.incomingCall();
      const failed = next(await coming, 'onError');
      await sim.contactFails(id, 'FailedConnectCustomer');
      expect((await failed).getState().type).to.equal('error');
    });

    it('onRefresh when its attributes change', async () => {
      const { sim, contact } = await desk();
      const coming = contact();
      const id = await sim.incomingCall();
      const call = await coming;
      const changed = new Promise<void>((resolve) =>
        call.onRefresh((now) => {
          if (now.getAttributes().tier?.value === 'gold') resolve();
        }),
      );
      await sim.setAttributes(id, { tier: 'gold' });
      await changed;
    });

    it('its whole life as a task too, in which it can be paused', async () => {
      const { sim, contact } = await desk();
      const coming = contact();
      await sim.incomingTask({ name: 'Write back' });
      const task = await coming;
      expect(task.getName()).to.equal('Write back');
      const connected = next(task, 'onConnected');
      await task.accept();
      await connected;
      const paused = new Promise<void>((resolve) =>
        task.onRefresh((now) => {
          if (now.getState().type === 'paused') resolve();
        }),
      );
      await task.pause();
      await paused;
      let isConnectedAgain = false;
      task.onConnected(() => (isConnectedAgain = true));
      const goesOn = new Promise<void>((resolve) =>
        task.onRefresh((now) => {
          if (now.getState().type === 'connected') resolve();
        }),
      );
      await task.resume();
      await goesOn;
      expect(isConnectedAgain, 'connected once').to.be.false;
    });
  });
});
