// The simulator's worker: options, scripting channels, and the session messages to pages.
import { expect } from '@open-wc/testing';
import type { AgentData } from '../src/conduit/wire.js';
import type { ServiceTruth, SimulatorOptions } from '../src/simulator/channel/script-channel.js';
import { SimulatorWorker } from '../src/simulator/worker/simulator-worker.js';
import { CcpClient } from './support/ccp-client.js';

/** A page of the simulator: a port to the worker, and a scripting channel. */
class Page {
  readonly port: CcpClient;
  readonly script: CcpClient;
  #lastId = 0;

  constructor(worker: Pick<SimulatorWorker, 'connect'>, options: SimulatorOptions = {}) {
    this.port = CcpClient.to((port) => worker.connect(port));
    this.port.post({ simulator: 'options', options });
    const { port1, port2 } = new MessageChannel();
    this.script = new CcpClient(port1);
    this.port.post({ simulator: 'script', port: port2 }, [port2]);
  }

  becomeCcp(authToken: string): void {
    this.port.post({ simulator: 'ccp' });
    this.port.send('configure', { authToken });
  }

  /** The answer to a command: its result, or the message of its error. */
  async run(command: string, ...args: unknown[]): Promise<unknown> {
    this.#lastId += 1;
    this.script.post({ id: this.#lastId, command, args });
    const answer = await this.script.nextStrange('id');
    expect(answer.id).to.equal(this.#lastId);
    return 'error' in answer ? `Error: ${String(answer.error)}` : answer.result;
  }

  session(): Promise<Record<string, unknown>> {
    return this.port.nextStrange('simulator');
  }
}

describe('Simulator worker', () => {
  it('sets the instance up by the first options', async () => {
    const worker = new SimulatorWorker();
    const first = new Page(worker, { agentName: 'Ada', state: 'Lunch' });
    await first.run('truth');
    const second = new Page(worker, { agentName: 'Bob' });
    const { agent } = (await second.run('truth')) as ServiceTruth;
    expect([agent.name, agent.state.name]).to.eql(['Ada', 'Lunch']);
  });

  it('counts a port as a CCP only once it says that it is one', async () => {
    const worker = new SimulatorWorker();
    const scripting = new Page(worker);
    const page = new Page(worker);
    scripting.port.send('synchronize');
    await scripting.run('truth');
    page.becomeCcp('token');
    expect(await page.port.next('update_connected_ccps')).to.eql({ length: 1 });
    await page.port.next('agent::update');
    expect(scripting.port.events).to.eql([]);
    await page.run('signOut');
  });

  it('runs a call by script, and shows it on the wire', async () => {
    const page = new Page(new SimulatorWorker(), { state: 'Available' });
    page.becomeCcp('token');
    const contactId = await page.run('incomingCall', { from: '+12065550142', queue: 'Support' });
    const seen = (data: unknown) => (data as AgentData).snapshot.contacts[0]?.contactId === contactId;
    await page.port.next('agent::update', seen);
    const { err } = await page.port.ask('api', 'acceptContact', { contactId });
    expect(err).to.equal(null);
    const { agent, calls } = (await page.run('truth')) as ServiceTruth;
    expect([agent.state.name, calls.map(({ operation }) => operation)]).to.eql(['Busy', ['acceptContact']]);
    await page.run('setConfiguration', { name: 'Grace' });
    await page.port.next('agent::update', (data) => (data as unknown as AgentData).configuration.name === 'Grace');
    await page.run('signOut');
  });

  it('answers commands that fail', async () => {
    const page = new Page(new SimulatorWorker());
    expect(await page.run('fly')).to.match(/^Error: There is no command "fly".*incomingCall/);
    expect(await page.run('customerHangsUp', 'x')).to.match(/^Error: There is no contact "x"/);
    const broken = new Page(new SimulatorWorker(), { state: 'Asleep' });
    expect(await broken.run('truth')).to.match(/^Error: .*"Asleep"/);
  });

  it('tells every page when the session begins and ends', async () => {
    const worker = new SimulatorWorker();
    const [one, other] = [new Page(worker), new Page(worker)];
    one.becomeCcp('token');
    expect(await one.session()).to.eql({ simulator: 'session', signedIn: true });
    expect(await other.session()).to.eql({ simulator: 'session', signedIn: true });
    await one.run('signOut');
    await one.port.next('terminated');
    expect(await one.session()).to.include({ signedIn: false });
    expect(await other.session()).to.include({ signedIn: false });
    await one.run('signIn');
    expect(await one.session()).to.include({ signedIn: true });
    one.port.send('configure', { authToken: 'token' });
    await one.port.next('auth_fail');
    expect(await one.session()).to.include({ signedIn: false });
    one.port.send('configure', { authToken: 'another' });
    expect(await one.session()).to.include({ signedIn: true });
    await one.run('signOut');
  });
});

describe('Simulator worker: the web socket', () => {
  const GAIN = ['agent::websocket_connection_gained', 'webSocket::connection_gain', 'webSocket::connection_open'];
  const LOSS = ['webSocket::connection_close', 'agent::websocket_connection_lost', 'webSocket::connection_lost'];

  /** Events of the socket that a page has heard. */
  const socketEvents = ({ port }: Page) =>
    port.events.filter((event) => event.startsWith('webSocket::') || event.startsWith('agent::websocket'));

  async function twoTabs(): Promise<[Page, Page]> {
    const worker = new SimulatorWorker();
    const [one, other] = [new Page(worker, { state: 'Available' }), new Page(worker)];
    other.port.post({ simulator: 'ccp' });
    await other.port.next('acknowledge');
    one.becomeCcp('token'); // only now is the socket opened
    for (const { port } of [one, other]) await port.next('webSocket::connection_open');
    return [one, other];
  }

  it('brings to every tab what it is subscribed to', async () => {
    const [one, other] = await twoTabs();
    one.port.send('webSocket::subscribe', ['aws/chat']);
    await other.port.next('webSocket::subscription_update');
    const contactId = await other.run('incomingChat', { customerName: 'Kim' });
    await one.port.ask('api', 'acceptContact', { contactId });
    await one.run('customerSays', contactId, 'Hello');
    for (const { port } of [one, other]) {
      const hello = await port.next('webSocket::all_message', ({ content }) => String(content).includes('Hello'));
      expect(hello).to.include({ topic: 'aws/chat', contentType: 'application/json' });
    }
    await one.run('signOut');
  });

  it('is dropped for every tab, until it may be opened again; then it is subscribed again', async () => {
    const [one, other] = await twoTabs();
    one.port.send('webSocket::subscribe', ['aws/chat']);
    await one.port.next('webSocket::subscription_update');
    await other.run('dropSocket', Infinity);
    await one.port.settle(other.port);
    for (const page of [one, other]) expect(socketEvents(page).slice(-3)).to.eql(LOSS);
    await other.run('dropSocket');
    await one.port.next('webSocket::subscription_update');
    expect(socketEvents(one).slice(-4)).to.eql([...GAIN, 'webSocket::subscription_update']);
    await one.run('dropSocket', 60_000);
    await one.run('advance', 60_000);
    await one.port.next('webSocket::subscription_update');
    expect(await one.run('dropSocket', -1)).to.match(/^Error: dropSocket takes a number/);
    await one.run('signOut');
  });

  it('refuses a topic as it is told, and topics that there are not', async () => {
    const [one] = await twoTabs();
    await one.run('fail', 'aws/subscribe', { times: 1 });
    one.port.send('webSocket::subscribe', ['aws/chat']);
    await one.port.next('webSocket::subscription_update');
    one.port.send('webSocket::subscribe', ['nonsense']);
    const { content } = await one.port.next('webSocket::subscription_failure');
    expect(content).to.eql({ status: 'failure', topics: ['nonsense'] });
    await one.run('signOut');
  });

  it('cannot be opened where the service gives no address, and can be once it does', async () => {
    const page = new Page(new SimulatorWorker(), { state: 'Available' });
    await page.run('fail', 'createTransport', { times: 3 });
    page.becomeCcp('token');
    await page.port.next('webSocket::init_failure');
    await page.port.next('webSocket::connection_open');
    expect(socketEvents(page)).to.eql(['webSocket::init_failure', ...GAIN]);
    await page.run('signOut');
  });

  it('ends with the session, and is opened with the next', async () => {
    const [one] = await twoTabs();
    await one.run('signOut');
    await one.run('signIn');
    one.port.send('configure', { authToken: 'another' });
    await one.port.next('webSocket::connection_open');
    expect(socketEvents(one)).to.eql([...GAIN, ...GAIN]);
    await one.run('signOut');
  });
});

describe('Simulator worker script', () => {
  it('shares one agent among the pages of an instance, and nothing among instances', async () => {
    const url = new URL('../src/simulator/worker/worker-entry.ts', import.meta.url);
    const serve = (name: string) => ({
      connect: (port: MessagePort) => {
        const worker = new SharedWorker(url, { type: 'module', name });
        worker.port.onmessage = ({ data }: MessageEvent<unknown>) => port.postMessage(data);
        port.onmessage = ({ data, ports }) => worker.port.postMessage(data, [...ports]);
      },
    });
    const one = new Page(serve('one'), { state: 'Available' });
    const again = new Page(serve('one'));
    const other = new Page(serve('other'));
    one.becomeCcp('token');
    again.becomeCcp('token');
    await one.port.next('agent::update');
    await again.port.next('update_connected_ccps', ({ length }) => length === 2);
    const contactId = await again.run('incomingCall');
    await one.port.next(
      'agent::update',
      (data) => (data as unknown as AgentData).snapshot.contacts[0]?.contactId === contactId,
    );
    expect(((await other.run('truth')) as ServiceTruth).contacts).to.eql([]);
  });
});
