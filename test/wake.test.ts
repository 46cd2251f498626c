// After sleep: nothing is said to be ready before the CCP has answered again, and a frame that stays dead is mended once.
import { expect } from '@open-wc/testing';
import type { CcpStatus, Connect } from '../src/index.js';
import { eventually } from './support/eventually.js';
import { closeFakeCcps, type FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { agentData, recordedData } from './support/snapshots.js';
import { closeTabs, openTabs, type Tab } from './support/tabs.js';

const EIGHT_HOURS = 8 * 3_600_000;
const AN_HOUR = 3_600_000;

/** An answer is overdue after a moment, and the next question comes at once. */
const IMPATIENT = { ccpSynTimeout: 1, ccpAckTimeout: 20, ccpLoadTimeout: AN_HOUR };
/** Nothing happens by itself. */
const PATIENT = { ccpSynTimeout: AN_HOUR, ccpAckTimeout: AN_HOUR, ccpLoadTimeout: AN_HOUR };

const realNow = Date.now;
const realOpen = window.open;
let windowsOpened = 0;

/** The computer sleeps: its clock goes on, timers and messages do not. */
function sleep(milliseconds = EIGHT_HOURS): void {
  Date.now = () => realNow() + milliseconds;
}

const MOMENTS: Readonly<Record<string, () => void>> = {
  'is looked at again': () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  'is online again': () => window.dispatchEvent(new Event('online')),
  'comes back from the cache': () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
};
const wake = MOMENTS['is online again'];

function setOnline(online: boolean | undefined): void {
  if (online === undefined) delete (navigator as { onLine?: boolean }).onLine;
  else Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online });
}

function statusesOf(connect: Connect): CcpStatus[] {
  const statuses: CcpStatus[] = [];
  connect.core.onStatusChange(({ status }) => statuses.push(status));
  return statuses;
}

const asked = ({ sentEvents }: FakeCcp): number => sentEvents.filter((event) => event === 'synchronize').length;

/** Lets a number of questions pass in silence. */
async function staySilent(ccp: FakeCcp, questions = 4): Promise<void> {
  const before = asked(ccp);
  while (asked(ccp) < before + questions) await ccp.next('synchronize');
}

describe('after sleep', () => {
  beforeEach(() => {
    windowsOpened = 0;
    window.open = () => {
      windowsOpened++;
      return null;
    };
  });
  afterEach(() => {
    Date.now = realNow;
    window.open = realOpen;
    setOnline(undefined);
    closeFakeCcps();
  });

  for (const [moment, happens] of Object.entries(MOMENTS)) {
    it(`a page that ${moment} is stale until the CCP has answered a new question`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData(), { ...PATIENT, loginPopup: true });
      await ccp.next('synchronize');
      const statuses = statusesOf(connect);
      sleep();
      happens();
      expect(statuses).to.deep.equal(['stale']);
      await ccp.next('synchronize');
      await ccp.update(agentData());
      expect(connect.core.getStatus()).to.equal('stale');
      await ccp.acknowledge();
      expect(statuses).to.deep.equal(['stale', 'ready']);
      expect(windowsOpened).to.equal(0);
    });

    it(`a page that ${moment} without having slept asks at once, and stays what it was`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData(), PATIENT);
      await ccp.next('synchronize');
      const statuses = statusesOf(connect);
      sleep(60_000);
      happens();
      await ccp.next('synchronize');
      expect(statuses).to.deep.equal([]);
    });
  }

  it('a page that nobody tells finds out by its timers', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData(), { ...PATIENT, ccpSynTimeout: 20 });
    await ccp.acknowledge();
    const statuses = statusesOf(connect);
    sleep();
    await eventually(() => statuses.length > 0, 'stale');
    await ccp.acknowledge();
    expect(statuses).to.deep.equal(['stale', 'ready']);
  });

  it('a page that was not ready says nothing new', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData(), PATIENT);
    await ccp.say('terminated');
    const statuses = statusesOf(connect);
    sleep();
    wake();
    expect(statuses).to.deep.equal([]);
  });

  it('a CCP that stays silent gets a new frame, once, without a window and without being called signed out', async () => {
    const timers = new FakeTimers();
    try {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData(), { loginPopup: true });
      const statuses = statusesOf(connect);
      const dead = ccp.frame;
      timers.now += EIGHT_HOURS;
      wake();
      // An answer is overdue, and after a pause another one.
      await timers.advance(3_000 + 1_000 + 2_999);
      expect(connect.core.getFrame()).to.equal(dead);
      await timers.advance(1);
      const fresh = connect.core.getFrame();
      expect(fresh).not.to.equal(dead);
      expect(dead.isConnected).to.be.false;
      await ccp.attach();
      await timers.advance(60_000);
      expect(connect.core.getFrame()).to.equal(fresh);
      expect(statuses).to.deep.equal(['stale']);
      await ccp.acknowledge({ id: 'port-2' });
      await ccp.update(agentData());
      expect(connect.core.getStatus()).to.equal('ready');
      expect(windowsOpened).to.equal(0);
    } finally {
      timers.restore();
    }
  });

  for (const [why, data, isOnline] of [
    ['the agent has a contact', () => recordedData('inboundVoiceContactSoftphone'), true],
    ['the browser is offline', () => agentData(), false],
  ] as const) {
    it(`the frame stays while ${why}`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, data(), IMPATIENT);
      setOnline(isOnline);
      sleep();
      wake();
      await staySilent(ccp);
      expect(connect.core.getFrame()).to.equal(ccp.frame);
      expect(connect.core.getStatus()).to.equal('stale');
    });
  }

  it('the frame stays if there was no sleep, or if an answer has come since', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData(), IMPATIENT);
    await staySilent(ccp);
    expect(connect.core.getFrame()).to.equal(ccp.frame);
    sleep();
    wake();
    await ccp.acknowledge();
    expect(connect.core.getStatus()).to.equal('ready');
    await staySilent(ccp);
    expect(connect.core.getFrame()).to.equal(ccp.frame);
  });

  it('nothing listens any more once the CCP has ended', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData(), PATIENT);
    const statuses = statusesOf(connect);
    const before = asked(ccp);
    connect.core.stopCCP();
    sleep();
    Object.values(MOMENTS).forEach((happens) => happens());
    expect(statuses).to.deep.equal(['terminated']);
    expect(asked(ccp)).to.equal(before);
  });
});

describe('after sleep, on the simulator', () => {
  afterEach(() => {
    Date.now = realNow;
    closeTabs();
  });

  it('a CCP that answers is ready again at once, in every tab', async () => {
    const tabs = (await openTabs(2)) as [Tab, Tab];
    const statuses = tabs.map(({ connect }) => statusesOf(connect));
    sleep();
    wake();
    await eventually(() => tabs.every(({ connect }) => connect.core.getStatus() === 'ready'), 'ready');
    expect(statuses).to.deep.equal([
      ['stale', 'ready'],
      ['stale', 'ready'],
    ]);
  });

  it('a CCP that does not answer stays stale until it does', async () => {
    const [{ connect, sim }] = (await openTabs(1)) as [Tab];
    await sim.incomingChat();
    await eventually(() => new connect.Agent().getContacts().length === 1, 'the chat is there');
    await sim.silence(0);
    sleep();
    wake();
    expect(connect.core.getStatus()).to.equal('stale');
    await sim.silence(-1);
    await eventually(() => connect.core.getStatus() === 'ready', 'ready');
  });

  it('a session that has run out meanwhile is seen as such, and opens no window', async () => {
    const [{ connect, sim }] = (await openTabs(1)) as [Tab];
    await sim.expireSession();
    await eventually(() => connect.core.getStatus() === 'expired', 'expired');
    const statuses = statusesOf(connect);
    sleep();
    wake();
    await sim.truth();
    expect(statuses).not.to.include('ready');
  });
});
