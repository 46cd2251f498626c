// The simulator's worker: options, scripting channels, and the session messages to pages.
import { expect } from '@open-wc/testing';
import type { AgentData } from '../src/conduit/wire.js';
import type { ServiceTruth, SimulatorOptions } from '../src/simulator/script-channel.js';
import { SimulatorWorker } from '../src/simulator/simulator-worker.js';
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

describe('Simulator worker script', () => {
  it('shares one agent among the pages of an instance, and nothing among instances', async () => {
    const url = new URL('../src/simulator/worker-entry.ts', import.meta.url);
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
