// The rows of the documented API that no look at a bundle can check: one test each, named by the row's id. Those that say
// something of Amazon's service or of the package are shown on the simulator, or stand in docs/differences.md with the reason.
import { expect } from '@open-wc/testing';
import type { Agent, BaseConnection, Callbacks, Connect, Contact } from '../src/index.js';
import { attachSimulator } from '../src/simulator/kit/simulator.js';
import { CCP_URL, closeFakeCcps, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';
import { agentData, voiceContact } from './support/snapshots.js';

const REFUSED = JSON.stringify({ type: 'InvalidStateException', message: 'Not now', statusCode: 400 });
const NUMBER = '+12065550100';

interface Scene {
  connect: Connect;
  agent: Agent;
  contact: Contact;
  connection: BaseConnection;
}

/** A row's command: how it is called, what it is on the wire, and the parameters that the row is about. */
interface CommandRow {
  row: string;
  method: string;
  call(scene: Scene, callbacks: Callbacks): unknown;
  params?: Record<string, unknown>;
}

/** Each gives two rows: `<row>callbacks.success` (or `params.success`) and `…failure`. */
const COMMANDS: CommandRow[] = [
  {
    row: 'property:connect.Agent.setConfiguration-callbacks.',
    method: 'updateAgentConfiguration',
    call: ({ agent }, callbacks) => agent.setConfiguration(agent.getConfiguration(), callbacks),
  },
  {
    row: 'property:connect.Agent.connect-params.',
    method: 'createOutboundContact',
    call: ({ agent, connect }, callbacks) => agent.connect(connect.Endpoint.byPhoneNumber(NUMBER), callbacks),
  },
  {
    row: 'property:connect.Contact.clear-callbacks.',
    method: 'clearContact',
    call: ({ contact }, callbacks) => contact.clear(callbacks),
  },
  {
    row: 'property:connect.Contact.complete-callbacks.',
    method: 'completeContact',
    call: ({ contact }, callbacks) => contact.complete(callbacks),
  },
  {
    row: 'property:connect.Contact.notifyIssue-callbacks.',
    method: 'notifyContactIssue',
    call: ({ contact }, callbacks) => contact.notifyIssue('code', 'text', callbacks),
  },
  {
    row: 'property:connect.Contact.addConnection-callbacks.',
    method: 'createAdditionalConnection',
    call: ({ contact, connect }, callbacks) => contact.addConnection(connect.Endpoint.byPhoneNumber(NUMBER), callbacks),
  },
  {
    row: 'property:connect.Contact.toggleActiveConnections-callbacks.',
    method: 'toggleActiveConnections',
    call: ({ contact }, callbacks) => contact.toggleActiveConnections(callbacks),
  },
  {
    row: 'property:connect.Contact.conferenceConnections-callbacks.',
    method: 'conferenceConnections',
    call: ({ contact }, callbacks) => contact.conferenceConnections(callbacks),
  },
  {
    row: 'property:connect.Connection.destroy-callbacks.',
    method: 'destroyConnection',
    call: ({ connection }, callbacks) => connection.destroy(callbacks),
  },
  {
    row: 'property:connect.Connection.sendDigits-callbacks.',
    method: 'sendDigits',
    call: ({ connection }, callbacks) => connection.sendDigits('1', callbacks),
  },
  {
    row: 'property:connect.Connection.hold-callbacks.',
    method: 'holdConnection',
    call: ({ connection }, callbacks) => connection.hold(callbacks),
  },
  {
    row: 'property:connect.Connection.resume-callbacks.',
    method: 'resumeConnection',
    call: ({ connection }, callbacks) => connection.resume(callbacks),
  },
];

/** Each gives one row, about what is sent. */
const ARGUMENTS: Required<CommandRow>[] = [
  {
    row: 'property:connect.Agent.setConfiguration-config',
    method: 'updateAgentConfiguration',
    call: ({ agent }, callbacks) =>
      agent.setConfiguration({ ...agent.getConfiguration(), extension: NUMBER, softphoneEnabled: false }, callbacks),
    params: { 'configuration.extension': NUMBER, 'configuration.softphoneEnabled': false },
  },
  {
    row: 'property:connect.Agent.setState-state',
    method: 'putAgentState',
    call: ({ agent }, callbacks) => agent.setState(agent.getAgentStates()[1], callbacks),
    params: { 'state.name': 'Lunch' },
  },
  {
    row: 'property:connect.Agent.connect-endpoint',
    method: 'createOutboundContact',
    call: ({ agent, connect }, callbacks) => agent.connect(connect.Endpoint.byPhoneNumber(NUMBER), callbacks),
    params: { 'endpoint.phoneNumber': NUMBER, 'endpoint.type': 'phone_number' },
  },
  {
    row: 'property:connect.Agent.getEndpoints-pageInfoIn',
    method: 'getEndpoints',
    call: ({ agent }, callbacks) =>
      agent.getEndpoints(
        ['arn:queue'],
        { failure: callbacks.failure, success: () => {} },
        { maxResults: 7, nextToken: 'n' },
      ),
    params: { maxResults: 7, nextToken: 'n' },
  },
  {
    row: 'property:connect.Contact.notifyIssue-issueCode',
    method: 'notifyContactIssue',
    call: ({ contact }, callbacks) => contact.notifyIssue('any code', 'text', callbacks),
    params: { issueCode: 'any code' },
  },
  {
    row: 'property:connect.Contact.notifyIssue-description',
    method: 'notifyContactIssue',
    call: ({ contact }, callbacks) => contact.notifyIssue('code', 'any text', callbacks),
    params: { description: 'any text' },
  },
  {
    row: 'property:connect.Contact.addConnection-endpoint',
    method: 'createAdditionalConnection',
    call: ({ contact, connect }, callbacks) => contact.addConnection(connect.Endpoint.byPhoneNumber(NUMBER), callbacks),
    params: { 'endpoint.phoneNumber': NUMBER },
  },
  {
    row: 'property:connect.Connection.sendDigits-digits',
    method: 'sendDigits',
    call: ({ connection }, callbacks) => connection.sendDigits('12#', callbacks),
    params: { digits: '12#' },
  },
];

/** A runtime with one connected call, in which the test plays the CCP. */
async function scene() {
  const connect = quietConnect();
  const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('c1', 'connected')] }));
  const agent = new connect.Agent();
  const contact = agent.getContacts()[0];
  return { ccp, scene: { connect, agent, contact, connection: contact.getInitialConnection()! } };
}

/** Runs a command and has the CCP answer it. Gives which callback was called, how often, and with what. */
async function run({ method, call }: CommandRow, err: string | null) {
  const { ccp, scene: objects } = await scene();
  const told: unknown[][] = [];
  const settled = new Promise<void>((resolve) => {
    const hear = (name: string) => (value: unknown) => {
      told.push([name, value]);
      resolve();
    };
    call(objects, { success: hear('success'), failure: hear('failure') });
  });
  const request = await ccp.nextRequest();
  expect(request.method).to.equal(method);
  await ccp.answer(request, { data: {}, err });
  await settled;
  return { told, params: request.params };
}

describe('rows of the documented API', () => {
  afterEach(() => closeFakeCcps());

  for (const command of COMMANDS) {
    it(`${command.row}success: called once when it worked`, async () => {
      const { told } = await run(command, null);
      expect(told.map(([name]) => name)).to.deep.equal(['success']);
    });

    it(`${command.row}failure: called once, with the service's error, when it did not`, async () => {
      const { told } = await run(command, REFUSED);
      expect(told.map(([name]) => name)).to.deep.equal(['failure']);
      const text = JSON.parse(told[0][1] as string) as object;
      expect(text).to.include({ type: 'InvalidStateException', message: 'Not now' });
    });
  }

  for (const command of ARGUMENTS) {
    it(`${command.row}: reaches the service`, async () => {
      const { ccp, scene: objects } = await scene();
      command.call(objects, { failure: () => {} });
      const request = await ccp.nextRequest();
      expect(request.method).to.equal(command.method);
      for (const [path, value] of Object.entries(command.params)) {
        expect(request.params).to.have.nested.property(path, value);
      }
    });
  }

  it('property:connect.Agent.getEndpoints-callbacks.success: gets the endpoints under both names', async () => {
    const { ccp, scene: objects } = await scene();
    const data = new Promise<{ endpoints: unknown[]; addresses: unknown[] }>((success) => {
      void objects.agent.getEndpoints('arn:queue', { success });
    });
    await ccp.answer(await ccp.nextRequest(), { data: { endpoints: [{ name: 'Desk', endpointARN: 'arn:e' }] } });
    const { endpoints, addresses } = await data;
    expect(endpoints).to.equal(addresses);
    expect(endpoints[0]).to.be.instanceOf(objects.connect.Endpoint);
  });

  it('property:connect.Contact.getEventName-eventName and behaviour:connect.Contact.getEventName-format-002: event first', async () => {
    const { scene: objects } = await scene();
    expect(objects.contact.getEventName('contact::connected')).to.equal('contact::connected::c1');
    expect(() => objects.contact.getEventName('nonsense' as 'contact::connected')).to.throw('nonsense is not a valid');
  });

  it('property:connect.core.viewContact-contactId: is broadcast', async () => {
    const { ccp, scene: objects } = await scene();
    objects.connect.core.viewContact('c1');
    expect(await ccp.nextBroadcast('contact::view')).to.deep.equal({ contactId: 'c1' });
  });

  it('property:connect.core.initCCP-containerDiv: receives the frame, and nothing else of it is touched', async () => {
    const connect = quietConnect();
    const box = document.body.appendChild(document.createElement('div'));
    const other = box.appendChild(document.createElement('p'));
    await fakeCcp(connect, {}, box);
    expect([...box.children].map(({ localName }) => localName)).to.deep.equal(['p', 'iframe']);
    expect(box.firstChild).to.equal(other);
    box.remove();
  });

  it('initOption:connect.core.initCCP-options.ccpUrl: is the frame’s address, and required', async () => {
    const connect = quietConnect();
    expect(() => connect.core.initCCP(document.body, {} as { ccpUrl: string })).to.throw(
      'params.ccpUrl must be provided',
    );
    const ccp = await fakeCcp(connect);
    expect(ccp.frame.src).to.equal(CCP_URL);
  });

  it('initOption:connect.core.initCCP-options.region: is accepted without a warning', async () => {
    const connect = quietConnect();
    await fakeCcp(connect, { region: 'eu-central-1' });
    expect(
      connect
        .getLog()
        .getEntries()
        .filter((entry) => entry.getLevel() === 'WARN'),
    ).to.deep.equal([]);
  });

  it('behaviour:connect.core.initCCP-css-isolated: the page’s style sheets do not reach into the frame', async () => {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = 'body { color: rgb(1, 2, 3) }';
    const ccp = await fakeCcp(quietConnect());
    expect(getComputedStyle(ccp.window.document.body).color).not.to.equal('rgb(1, 2, 3)');
    sheet.remove();
  });

  it('behaviour:connect.core.initCCP-hideable: a rule of the page’s style sheet hides the frame, and the API goes on', async () => {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = '#hiding iframe { display: none }';
    const { ccp, scene: objects } = await scene();
    ccp.container.id = 'hiding';
    expect(getComputedStyle(ccp.frame).display).to.equal('none');
    void objects.agent.setState(objects.agent.getAgentStates()[1]);
    expect((await ccp.nextRequest()).method).to.equal('putAgentState');
    sheet.remove();
  });

  it('behaviour:connect.core.initCCP-framed-softphone-off: the CCP is told nothing of a framed softphone', async () => {
    const ccp = await fakeCcp(quietConnect());
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.settle();
    expect(ccp.sentEvents).not.to.include('configure');
  });

  it('behaviour:connect.Agent.getChannelConcurrency-boolean-like: numbers, of which 0 means off', async () => {
    const { scene: objects } = await scene();
    for (const amount of Object.values(objects.agent.getChannelConcurrency())) expect(amount).to.be.a('number');
    expect(objects.agent.getChannelConcurrency('NO_SUCH_CHANNEL')).to.equal(0);
  });

  it('behaviour:connect.Contact.getThirdPartyConnections-definition: neither the initial one nor the agent’s own', async () => {
    const { scene: objects } = await scene();
    expect(objects.contact.getThirdPartyConnections()).to.deep.equal([]);
    expect(objects.contact.getConnections().length).to.equal(2);
  });

  it('property:connect.Contact.destroy-callbacks.success is never called, -callbacks.failure says what to use', async () => {
    const { scene: objects } = await scene();
    const told = await new Promise((resolve) =>
      objects.contact.destroy({ success: () => resolve('success'), failure: (text) => resolve(text) }),
    );
    expect(told).to.contain('deprecated');
  });

  it('behaviour:blog-getState-missing: getState and getStatus, with their durations, are both there', async () => {
    const { scene: objects } = await scene();
    expect(objects.contact.getState()).to.deep.equal(objects.contact.getStatus());
    expect(objects.contact.getStatusDuration()).to.be.closeTo(objects.contact.getStateDuration(), 50);
  });

  it('behaviour:blog-onAccepted-no-argument: the callback gets the live contact all the same', async () => {
    const { ccp, scene: objects } = await scene();
    const accepted = new Promise<Contact>((resolve) => objects.contact.onAccepted(resolve));
    await ccp.say('contact::accepted::c1', { contactId: 'c1' });
    const contact = await accepted;
    expect(contact).to.be.instanceOf(objects.connect.Contact);
    expect(contact.isConnected()).to.be.true;
  });

  describe('shown on the simulator, which plays the service', () => {
    /** A runtime on a simulated CCP, and what plays the rest of the world. */
    async function simulated(ccpUrl = simulatedCcpUrl({ state: 'Available' })) {
      const connect = quietConnect();
      const box = document.body.appendChild(document.createElement('div'));
      connect.core.initCCP(box, { ccpUrl, loginMode: 'none' });
      const agent = await new Promise<Agent>((resolve) => connect.agent(resolve));
      const sim = await attachSimulator(connect);
      const stateIs = (name: string) =>
        new Promise<void>((resolve) => {
          const look = () => agent.getState().name === name && resolve();
          agent.onRefresh(look);
          look();
        });
      const end = () => {
        sim.detach();
        connect.core.stopCCP();
        box.remove();
      };
      return { connect, agent, sim, stateIs, end };
    }

    const failureOf = (command: Promise<unknown> | undefined): Promise<Error> =>
      command!.then(
        () => expect.fail('it worked'),
        (error: Error) => error,
      );

    it('behaviour:connect-multi-tab-sync: a state change in one reaches the others', async () => {
      const url = simulatedCcpUrl({ state: 'Available' });
      const [one, other] = [await simulated(url), await simulated(url)];
      await one.agent.setState('Lunch');
      await other.stateIs('Lunch');
      one.end();
      other.end();
    });

    it('behaviour:connect.Agent.setConfiguration-e164: an extension that is not E.164 makes the update fail', async () => {
      const { agent, end } = await simulated();
      const configuration = { ...agent.getConfiguration(), extension: '5550100', softphoneEnabled: false };
      expect(await failureOf(agent.setConfiguration(configuration))).to.include({
        type: 'InvalidConfigurationException',
      });
      end();
    });

    it('behaviour:connect.Agent.setConfiguration-two-fields: extension and softphone switch change, the name does not', async () => {
      const { agent, end } = await simulated();
      const changed = new Promise<void>((resolve) =>
        agent.onRefresh(() => agent.getExtension() === NUMBER && resolve()),
      );
      await agent.setConfiguration({ ...agent.getConfiguration(), extension: NUMBER, name: 'Somebody Else' });
      await changed;
      expect(agent.getName()).to.equal('Jane Doe');
      end();
    });

    it('behaviour:connect.Agent.setState-not-on-live-contact: refused on a live contact', async () => {
      const { agent, sim, stateIs, end } = await simulated();
      const id = await sim.incomingCall();
      await stateIs('PendingBusy');
      await agent.getContacts()[0].accept();
      await stateIs('Busy');
      expect(await failureOf(agent.setState('Lunch'))).to.include({ type: 'InvalidStateException' });
      await sim.customerHangsUp(id);
      end();
    });

    it('behaviour:ccp-AfterCallWork-returns-to-previous-state: clearing leads back to the state before the call', async () => {
      const { agent, sim, stateIs, end } = await simulated(simulatedCcpUrl({ state: 'Training' }));
      const id = await sim.incomingCall();
      await stateIs('PendingBusy');
      await agent.getContacts()[0].accept();
      await stateIs('Busy');
      await sim.customerHangsUp(id);
      await stateIs('AfterCallWork');
      await agent.getContacts()[0].clear();
      await stateIs('Training');
      end();
    });

    for (const state of ['FailedConnectAgent', 'FailedConnectCustomer']) {
      it(`behaviour:ccp-FailedConnect-returns-to-previous-state: ${state} is cleared to the state before`, async () => {
        const { agent, sim, stateIs, end } = await simulated(simulatedCcpUrl({ state: 'Training' }));
        const id = await sim.incomingCall();
        await stateIs('PendingBusy');
        await sim.contactFails(id, state);
        await stateIs(state);
        await agent.getContacts()[0].clear();
        await stateIs('Training');
        end();
      });
    }
  });
});
