// The worker's polling for the active region: what each poll makes it say, and what it does when it is not answered.
import { expect } from '@open-wc/testing';
import { CtiError } from '../src/simulator/ccp/cti-service-client.js';
import { CcpWorker } from '../src/simulator/ccp/shared-worker.js';
import { createCtiService } from '../src/simulator/service/cti-service.js';
import { instanceArnOf } from '../src/simulator/service/traffic-distribution.js';
import { CcpClient } from './support/ccp-client.js';

const EAST = instanceArnOf('us-east-1');
const WEST = instanceArnOf('us-west-2');
const INIT = { instanceArn: EAST, otherArn: WEST, authToken: 'token' };
const FAILOVER = 'disasterRecovery::failover';
const FORCE_OFFLINE = 'disasterRecovery::force_offline';

let running: CcpWorker[] = [];

/** A worker in the east, whose polls are answered one by one. */
function start({ fail = 0 } = {}) {
  const service = createCtiService();
  const troubles: string[] = [];
  const asked: string[] = [];
  let answer: unknown = { InstanceArn: EAST, TerminateActiveContacts: true };
  const told: (() => void)[] = [];
  const worker = new CcpWorker({
    service,
    regionPolling: {
      pause: 1,
      discover: (url) => {
        asked.push(url);
        if (fail-- > 0) return Promise.reject(new CtiError('', 'outdated', 403));
        for (const tell of told.splice(0)) tell();
        return Promise.resolve(answer);
      },
    },
    onError: (error) => troubles.push((error as Error).message),
  });
  running.push(worker);
  const connect = () => CcpClient.to((port) => worker.connect(port));
  return {
    service,
    worker,
    troubles,
    asked,
    connect,
    /** From now on this is what a poll is told; resolves when one has been. */
    async tell(active: unknown, isHard: unknown = true): Promise<void> {
      answer = { InstanceArn: active, TerminateActiveContacts: isHard };
      for (let polls = 0; polls < 2; polls++) await new Promise<void>((resolve) => told.push(resolve));
    },
  };
}

/** A worker that has a CCP and polls. */
async function polling() {
  const world = start();
  const ccp = world.connect();
  ccp.send('disasterRecovery::init_dr_polling', INIT);
  expect(await ccp.next(FAILOVER)).to.eql({ nextActiveArn: EAST });
  return { ...world, ccp };
}

afterEach(() => {
  for (const worker of running) worker.terminate();
  running = [];
});

const drEvents = (ccp: CcpClient) => ccp.heard.filter(({ event }) => event.startsWith('disasterRecovery::'));

describe('Polling for the active region', () => {
  it('says at first that the region is the active one, and then nothing as long as it is', async () => {
    const { ccp, tell } = await polling();
    await tell(EAST);
    await ccp.settle();
    expect(drEvents(ccp)).to.have.length(1);
  });

  it('sends a region to stand by at once if the first poll says so, though calls might be brought to their end', async () => {
    const { connect, tell } = start();
    const told = tell(WEST, false);
    const ccp = connect();
    ccp.send('disasterRecovery::init_dr_polling', INIT);
    await told;
    expect(await ccp.next(FORCE_OFFLINE)).to.eql({ softFailover: false, nextActiveArn: WEST });
    await ccp.settle();
    expect(drEvents(ccp)).to.have.length(1);
  });

  for (const isHard of [true, false]) {
    it(`sends it to stand by ${isHard ? 'at once' : 'when calls are over'} if a later poll says so, and once`, async () => {
      const { ccp, tell } = await polling();
      await tell(WEST, isHard);
      expect(await ccp.next(FORCE_OFFLINE)).to.eql({ softFailover: !isHard, nextActiveArn: WEST });
      await tell(WEST, isHard);
      await ccp.settle();
      expect(drEvents(ccp)).to.have.length(2);
    });
  }

  it('keeps a new window in the region where the others wait for the end of a call, and no longer', async () => {
    const { ccp, connect, tell } = await polling();
    await tell(WEST, false);
    const second = connect();
    second.send('disasterRecovery::init_dr_polling', INIT);
    expect(await second.next(FAILOVER)).to.eql({ nextActiveArn: EAST });
    ccp.send(FORCE_OFFLINE, { offline: false, nextActiveArn: WEST });
    expect(await second.next(FAILOVER)).to.eql({ isPrimary: false, nextActiveArn: WEST });
    const third = connect();
    const before = tell(WEST, false);
    third.send('disasterRecovery::init_dr_polling', INIT);
    await before;
    await third.settle();
    expect(drEvents(third)).to.eql([]);
  });

  it('looks for a new window once, and does not poll twice as often for it', async () => {
    const { asked, connect, tell } = await polling();
    await tell(EAST);
    const second = connect();
    second.send('disasterRecovery::init_dr_polling', INIT);
    expect(await second.next(FAILOVER)).to.eql({ nextActiveArn: EAST });
    expect(new Set(asked).size).to.equal(1);
  });

  it('asks for a new address when the old one is refused', async () => {
    const { asked, connect, troubles } = start({ fail: 1 });
    const ccp = connect();
    ccp.send('disasterRecovery::init_dr_polling', INIT);
    await ccp.next(FAILOVER);
    expect(new Set(asked.slice(0, 2)).size).to.equal(2);
    expect(troubles).to.eql([]);
  });

  it('reports what makes no sense, and goes on', async () => {
    const { ccp, tell, troubles } = await polling();
    await tell('arn:of:somebody:else');
    await tell(WEST, 'yes');
    await tell(WEST);
    await ccp.next(FORCE_OFFLINE);
    expect(new Set(troubles).size).to.equal(2);
  });

  it('stands by if it gets no address', async () => {
    const { connect, service, troubles } = start();
    service.fail('createTransport', { status: 500 });
    const ccp = connect();
    ccp.send('configure', { authToken: 'token' });
    ccp.send('disasterRecovery::init_dr_polling', INIT);
    await ccp.next('agent::update');
    expect(troubles).to.have.length(1);
    service.incomingCall();
    await ccp.settle();
    service.advance(0);
    await ccp.settle();
    const { snapshot } = ccp.heard.findLast(({ event }) => event === 'agent::update')!.data as {
      snapshot: { contacts: unknown[] };
    };
    expect(snapshot.contacts).to.eql([]);
  });

  it('ends with the session', async () => {
    const { asked, worker, tell } = await polling();
    await tell(EAST);
    worker.terminate();
    const before = asked.length;
    const other = await polling();
    await other.tell(EAST); // time in which it would have polled
    expect(asked.length).to.equal(before);
  });
});
