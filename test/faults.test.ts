// What may go wrong between page and panel in a shift: each fault with the end that it should come to, and nothing lost.
import { expect, fixtureCleanup } from '@open-wc/testing';
import type { ConnectCommandEvent } from '../elements/index.js';
import type { Contact } from '../src/index.js';
import { createConnect } from '../src/connect.js';
import { button, parts } from './support/controls-scene.js';
import { eventually } from './support/eventually.js';
import { closeFakeCcps, type FakeCcp, fakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { complaints, desk } from './support/faults-scene.js';
import { CAN_MOVE, skipWithout } from './support/lacks.js';
import { LOAD, scene, WATCH } from './support/sign-in-scene.js';
import { mountCcp, mountReadyCcp, simulatedCcpUrl, statusIs } from './support/simulated-ccp.js';
import { agentData, voiceContact } from './support/snapshots.js';
import { closeTabs, openTab, talk } from './support/tabs.js';

const AN_HOUR = 3_600_000;
/** Nothing happens by itself. */
const PATIENT = { ccpSynTimeout: AN_HOUR, ccpAckTimeout: AN_HOUR, ccpLoadTimeout: AN_HOUR };
/** An answer is overdue after a moment. */
const IMPATIENT = { ccpSynTimeout: 1, ccpAckTimeout: 20, ccpLoadTimeout: AN_HOUR };

const talking = () => agentData({ contacts: [voiceContact('a', 'connected')] });

/** A runtime in a call, with a diary of the call's life. */
async function inCall(options: object = PATIENT) {
  const connect = quietConnect();
  const told: string[] = [];
  connect.contact((contact: Contact) => {
    told.push('init');
    contact.onConnected(() => told.push('connected'));
    contact.onEnded(() => told.push('ended'));
    contact.onDestroy(() => told.push('destroyed'));
  });
  connect.core.onStatusChange(({ status }) => told.push(status));
  const ccp = await readyCcp(connect, talking(), options);
  told.length = 0;
  return { connect, ccp, told };
}

const said = (ccp: FakeCcp, event: string): number => ccp.sentEvents.filter((one) => one === event).length;

afterEach(() => {
  fixtureCleanup();
  closeFakeCcps();
});

describe('a panel in mid-call', () => {
  it('that falls silent and comes back: what happened meanwhile is told once, in order', async () => {
    const { connect, ccp, told } = await inCall(IMPATIENT);
    await eventually(() => connect.core.getStatus() === 'stale', 'stale');
    expect(new connect.Contact('a').isConnected()).to.be.true;
    await ccp.acknowledge();
    await ccp.update(agentData());
    await ccp.acknowledge();
    expect(told.filter((line) => !['stale', 'ready'].includes(line))).to.deep.equal(['ended', 'destroyed']);
    expect(told[0]).to.equal('stale');
  });

  it('whose frame Amazon’s own page loads again: it is told who embeds it, and the call is not told twice', async () => {
    const { connect, ccp, told } = await inCall();
    const { frame } = ccp;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    ccp.window.location.reload();
    await loaded;
    await ccp.attach();
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(talking());
    expect(connect.core.getFrame()).to.equal(frame);
    expect(connect.core.portStreamId).to.equal('port-2');
    expect(told).to.deep.equal([]);
    await ccp.settle();
    expect(ccp.sentEvents.slice(-5)).to.include.members(['outer_context_info', 'synchronize']);
  });

  it('that another agent takes over: the first one’s call is gone, and nobody is told that it ended', async () => {
    const { connect, ccp, told } = await inCall();
    await ccp.say('terminated');
    await ccp.acknowledge({ id: 'port-2' });
    await ccp.update(agentData({ contacts: [voiceContact('b', 'connecting')] }, { name: 'Kim', username: 'kim' }));
    expect(told).to.deep.equal(['signed-out', 'loading', 'init', 'ready']);
    expect(new connect.Agent().getName()).to.equal('Kim');
    expect(new connect.Agent().getContacts().map((contact) => contact.getContactId())).to.deep.equal(['b']);
  });

  it('that shows another agent, though nobody has signed out: as if they had', async () => {
    const { connect, ccp, told } = await inCall();
    const agents: string[] = [];
    connect.agent((agent) => agents.push(agent.getName()));
    const signedIn: string[] = [];
    connect.core.getEventBus().subscribe(connect.AgentEvents.INIT, (agent) => signedIn.push(agent.getName()));
    const kim = { name: 'Kim', username: 'kim' };
    await ccp.update(agentData({ contacts: [voiceContact('b', 'connecting')] }, kim));
    await ccp.update(agentData({ contacts: [voiceContact('b', 'connecting')] }, kim));
    expect(told).to.deep.equal(['init']);
    expect(agents).to.deep.equal(['Jane Doe']); // once for each subscription: what it has subscribed goes on with the next agent
    expect(signedIn).to.deep.equal(['Kim']);
    expect(() => new connect.Contact('a').getState()).to.throw(connect.StateError);
    expect(connect.core.getStatus()).to.equal('ready');
  });

  it('that comes back after another agent has signed in, whose session ran out: nothing of the first one is left', async () => {
    const { ccp, played, controls } = await desk(talking());
    await played.say('auth_fail');
    expect(ccp.status).to.equal('expired');
    await played.acknowledge({ id: 'port-2' });
    await played.update(agentData({}, { name: 'Kim', username: 'kim' }));
    expect([ccp.status, ccp.state.agent?.name]).to.deep.equal(['ready', 'Kim']);
    expect(ccp.state.contacts).to.deep.equal([]);
    await controls.updateComplete;
    expect(parts(controls, 'contact')).to.have.lengthOf(0);
  });

  it('whose computer sleeps for eight hours: stale until it answers, in the same frame, and the end is told once', async () => {
    const timers = new FakeTimers();
    try {
      const { connect, ccp, told } = await inCall({});
      const { frame } = ccp;
      timers.now += 8 * AN_HOUR;
      window.dispatchEvent(new Event('online'));
      await timers.advance(60_000);
      expect(told).to.deep.equal(['stale']);
      expect(connect.core.getFrame()).to.equal(frame);
      await ccp.acknowledge();
      await ccp.update(agentData());
      expect(told).to.deep.equal(['stale', 'ready', 'ended', 'destroyed']);
    } finally {
      timers.restore();
    }
  });

  it('in a tab in the background, where timers run once a minute: nothing is said', async () => {
    const timers = new FakeTimers();
    try {
      const { ccp, told } = await inCall({});
      for (let minute = 0; minute < 60; minute++) {
        await ccp.next('synchronize');
        // The browser lets the page's timers run late; the answer has long been there.
        await ccp.acknowledge();
        timers.now += 60_000;
        await timers.advance(0);
      }
      expect(told).to.deep.equal([]);
    } finally {
      timers.restore();
    }
  });

  it('whose answer to the page comes twice is greeted once', async () => {
    const { ccp } = await inCall();
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.settle();
    expect(said(ccp, 'outer_context_info')).to.equal(1);
  });
});

describe('a frame', () => {
  const { open } = window;
  let timers: FakeTimers;
  let windows: number;

  beforeEach(() => {
    timers = new FakeTimers();
    windows = 0;
    window.open = () => {
      windows++;
      return null;
    };
  });

  afterEach(() => {
    timers.restore();
    window.open = open;
  });

  /** Embeds a page that has not loaded yet: it comes as soon as the test waits for it. */
  function slowFrame() {
    const connect = quietConnect();
    const statuses: string[] = [];
    let frames = 1;
    connect.core.onStatusChange(({ status }) => statuses.push(status));
    connect.core.onFrameRetry(() => (frames += 1));
    const comes = fakeCcp(connect, { loginPopup: true });
    return { connect, comes, said: () => ({ statuses, frames, windows }) };
  }

  it('that loads after 60 s is waited for, without a window or a second frame, and the panel is ready', async () => {
    const { connect, comes, said } = slowFrame();
    await timers.advance(60_000);
    expect(said()).to.deep.equal({ statuses: ['loading'], frames: 1, windows: 0 });
    const ccp = await comes;
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(talking());
    expect(said()).to.deep.equal({ statuses: ['loading', 'ready'], frames: 1, windows: 0 });
    expect(new connect.Contact('a').isConnected()).to.be.true;
  });

  it('that never loads is no sign-out: nothing opens, nothing piles up, and it can be asked for again', async () => {
    const { connect, said } = slowFrame();
    await timers.advance(AN_HOUR);
    expect(said()).to.deep.equal({ statuses: ['loading'], frames: 1, windows: 0 });
    expect(timers.pending).to.deep.equal([]);
    const first = connect.core.getFrame();
    connect.core.retry();
    expect(connect.core.getFrame()).to.not.equal(first);
    expect(first!.isConnected).to.be.false;
  });
});

describe('an answer', () => {
  it('that comes twice settles one command once', async () => {
    const { connect, ccp } = await inCall();
    const ends: string[] = [];
    new connect.Contact('a').complete({ success: () => ends.push('success'), failure: () => ends.push('failure') });
    const request = await ccp.nextRequest();
    await ccp.answer(request, { data: {} });
    await ccp.answer(request, { err: { type: 'InvalidStateException' } });
    expect(ends).to.deep.equal(['success']);
  });

  it('that comes after terminate changes nothing: the command had ended with it', async () => {
    const { connect, ccp } = await inCall();
    const ends: string[] = [];
    new connect.Contact('a').complete({ success: () => ends.push('success'), failure: () => ends.push('failure') });
    const request = await ccp.nextRequest();
    connect.core.terminate();
    await Promise.resolve();
    await ccp.answer(request, { data: {} });
    expect(ends).to.deep.equal(['failure']);
  });

  const refusals: readonly [name: string, err: unknown, type: string][] = [
    ['401', { type: 'UnauthorizedException', message: 'no', statusCode: 401 }, 'UnauthorizedException'],
    ['403', { type: 'AccessDeniedException', message: 'no', statusCode: 403 }, 'AccessDeniedException'],
    ['429', '{"type":"ThrottlingException","message":"slowly"}', 'ThrottlingException'],
    ['500', '{"type":"InternalServiceException","message":""}', 'InternalServiceException'],
    ['a time-out', '{"type":"TimeoutException","message":"Request timed out"}', 'TimeoutException'],
    ['a JSON text that is none', '{"type":', 'UnknownException'],
    ['bytes', new Uint8Array([1]), 'UnknownException'],
    ['a number', 7, 'UnknownException'],
  ];
  for (const [name, err, type] of refusals) {
    it(`of ${name} fails the command with words, and the call goes on`, async () => {
      const { connect, ccp, told } = await inCall();
      const command = new connect.Contact('a').complete();
      await ccp.answer(await ccp.nextRequest(), { err });
      const error = (await command.then(
        () => null,
        (reason: unknown) => reason,
      )) as { type: string; message: string };
      expect(error).to.be.instanceOf(connect.CommandError);
      expect(error.message).to.not.include('[object');
      expect(error.type).to.equal(type);
      await ccp.update(talking());
      expect(told).to.deep.equal([]);
    });
  }
});

describe('a sign-in window', () => {
  it('that is left open an hour stays one, and signs in at the end', async () => {
    const timers = new FakeTimers();
    try {
      const { signIn, popups, changes, scope } = scene({ loginPopup: true });
      await timers.advance(LOAD);
      signIn.loadTimedOut();
      await timers.advance(AN_HOUR);
      expect(popups).to.have.lengthOf(1);
      expect(popups[0].closed).to.be.false;
      signIn.acknowledged(true);
      signIn.dataArrived();
      await timers.advance(WATCH);
      expect(changes.at(-1)).to.equal('ready');
      scope.abort();
      expect(timers.pending).to.deep.equal([]);
    } finally {
      timers.restore();
    }
  });
});

describe('a host', () => {
  /** True if the browser would ask before it leaves the page. */
  const isGuarded = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('that is removed in mid-call takes frame, call and guard along', async () => {
    const { ccp, sim } = await mountReadyCcp();
    const id = await sim.incomingCall();
    await eventually(() => ccp.state.contacts.length === 1, 'it rings');
    await new ccp.connect.Contact(id).accept();
    await eventually(isGuarded, 'guarded');
    ccp.remove();
    expect(ccp.state.contacts).to.deep.equal([]);
    expect(ccp.status).to.equal('idle');
    expect(ccp.connect.core.getFrame()).to.equal(null);
    expect(isGuarded()).to.be.false;
  });

  it('that is removed while somebody signs in closes nothing of theirs twice, and can come back', async () => {
    const { ccp, played } = await desk(agentData());
    const parent = ccp.parentElement!;
    await played.say('terminated');
    expect(ccp.status).to.equal('signed-out');
    ccp.remove();
    expect(ccp.status).to.equal('idle');
    parent.append(ccp);
    expect(ccp.status).to.equal('loading');
    await played.attach();
    await played.acknowledge({ id: 'port-2' });
    await played.update(agentData());
    expect(ccp.status).to.equal('ready');
  });

  it('that is moved by append in mid-call has the call again, once', async () => {
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const keeper = await openTab(ccpUrl);
    const id = await talk(keeper);
    const ccp = await mountCcp(ccpUrl);
    await ccp.ready;
    const elsewhere = ccp.parentElement!.appendChild(document.createElement('div'));
    elsewhere.append(ccp);
    await statusIs(ccp, 'ready');
    expect(ccp.state.contacts.map(({ contactId, state }) => [contactId, state.type])).to.deep.equal([
      [id, 'connected'],
    ]);
    expect(ccp.renderRoot.querySelectorAll('iframe')).to.have.lengthOf(1);
    expect(keeper.connect.core.getStatus()).to.equal('ready');
    closeTabs();
  });

  type Movable = HTMLElement & { moveBefore(node: Node, before: Node | null): void };

  /** True if a frame in a shadow root lives on when its host is moved: Firefox 153 keeps those of the document alone. */
  function keepsFrames(): boolean {
    const [from, to, host] = Array.from({ length: 3 }, () => document.createElement('div') as unknown as Movable);
    document.body.append(from, to);
    from.append(host);
    const frame = document.createElement('iframe');
    host.attachShadow({ mode: 'open' }).append(frame);
    Object.assign(frame.contentWindow!, { isTheSame: true });
    to.moveBefore(host, null);
    const isKept = 'isTheSame' in (frame.contentWindow ?? {});
    from.remove();
    to.remove();
    return isKept;
  }

  it('that is moved by moveBefore where the browser loads its frame anew has the call again, once', async function () {
    skipWithout(this, CAN_MOVE && !keepsFrames(), 'a moveBefore that loads frames anew');
    const ccpUrl = simulatedCcpUrl({ state: 'Available' });
    const keeper = await openTab(ccpUrl);
    const id = await talk(keeper);
    const ccp = await mountCcp(ccpUrl);
    await ccp.ready;
    const port = ccp.connect.core.portStreamId;
    const lost: string[] = [];
    ccp.addEventListener('connect-contact-removed', ({ contactId }) => lost.push(contactId));
    (ccp.parentElement!.appendChild(document.createElement('div')) as unknown as Movable).moveBefore(ccp, null);
    await eventually(() => ccp.connect.core.portStreamId !== port, 'the panel answers anew');
    await statusIs(ccp, 'ready');
    expect(ccp.state.contacts.map(({ contactId }) => contactId)).to.deep.equal([id]);
    expect(lost).to.deep.equal([]);
    closeTabs();
  });

  it('that is moved by moveBefore in mid-call keeps frame and call', async function () {
    skipWithout(this, CAN_MOVE && keepsFrames(), 'a moveBefore that keeps frames');
    const { ccp, sim } = await mountReadyCcp();
    await sim.incomingCall();
    await eventually(() => ccp.state.contacts.length === 1, 'it rings');
    const { state } = ccp;
    const frame = ccp.connect.core.getFrame();
    const elsewhere = ccp.parentElement!.appendChild(document.createElement('div'));
    (elsewhere as unknown as Movable).moveBefore(ccp, null);
    expect(ccp.parentElement).to.equal(elsewhere);
    expect(ccp.state).to.equal(state);
    expect(ccp.connect.core.getFrame()).to.equal(frame);
    await sim.customerHangsUp(state.contacts[0].contactId);
    await eventually(() => ccp.state.contacts[0]?.state.type !== 'connecting', 'the panel still speaks');
  });
});

/**
 * Every text in something, its getters and those of its classes included; but for the cause of an error, which is the
 * service's own answer for whoever asks for it.
 */
function textsIn(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value) || value instanceof Node || value instanceof Window) return '';
  seen.add(value);
  const names = new Set<string>();
  for (let one: object | null = value; one && one !== Object.prototype; one = Object.getPrototypeOf(one) as object)
    for (const name of Object.getOwnPropertyNames(one)) if (name !== 'cause') names.add(name);
  return [...names].map((name) => `${name}: ${textsIn((value as Record<string, unknown>)[name], seen)}`).join();
}

describe('secrets', () => {
  const TOKEN = 'QVFJREFIaG-participant-token-that-nobody-may-see';
  const NUMBER = '+12065550137';

  it('are in no DOM event: no token at all, and the number only where the page is told of the contact itself', async () => {
    const told: Event[] = [];
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('connect-')) told.push(event);
      return dispatchEvent.call(this, event);
    };
    try {
      const [agentLeg, customerLeg] = voiceContact('a', 'connected').connections;
      const call = (state: string) =>
        voiceContact('a', state, {
          connections: [
            { ...agentLeg, softphoneMediaInfo: { ...agentLeg.softphoneMediaInfo, callContextToken: TOKEN } },
            {
              ...customerLeg,
              endpoint: { type: 'phone_number', phoneNumber: NUMBER },
              chatMediaInfo: { connectionData: JSON.stringify({ ConnectionCredentials: { ConnectionToken: TOKEN } }) },
            },
          ],
        });
      const { ccp, played, controls } = await desk(agentData());
      await played.update(agentData({ contacts: [call('connecting')] }));
      await played.update(agentData({ contacts: [call('connected')] }));
      await controls.updateComplete;
      button(controls, 'Hold')!.click();
      const err = { type: 'InvalidStateException', message: `no, ${NUMBER}`, authToken: TOKEN, url: `?t=${TOKEN}` };
      await played.answer(await played.nextRequest(), { err });
      await eventually(() => told.some((event) => (event as ConnectCommandEvent).phase === 'failed'), 'it has failed');
      await played.update(agentData());
      await played.say('auth_fail');
      ccp.remove();
      const about = new Set(told.filter((event) => textsIn(event).includes(NUMBER)).map(({ type }) => type));
      expect([...about].sort()).to.deep.equal([
        'connect-contact-added',
        'connect-contact-change',
        'connect-contact-removed',
        'connect-ringing',
      ]);
      expect(told.map(({ type }) => type)).to.include.members(['connect-hold-request', 'connect-command']);
      expect(told.filter((event) => textsIn(event).includes(TOKEN))).to.deep.equal([]);
      // What tells of a customer is for whoever listens at the host itself.
      expect(told.filter(({ type, bubbles }) => about.has(type) && bubbles)).to.deep.equal([]);
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
    }
  });

  it('are in no entry that another page has the CCP broadcast, and none of these keeps more than a little', async () => {
    const { ccp, played } = await desk(agentData());
    const long = `${NUMBER} ?sid=${TOKEN} ${'x y '.repeat(100_000)}`;
    const names = ['loggerId', 'tabId', 'contextLayer', 'agentResourceId', 'text', 'component', 'level', 'time'];
    for (let i = 0; i < 20; i++) {
      const entry = Object.fromEntries(names.map((name) => [name, `${i} ${long}`]));
      await played.say('log', {
        ...entry,
        objects: [{ [long]: long }, long],
        exception: { type: long, message: long },
      });
    }
    const log = ccp.connect.getLog();
    await eventually(() => log.getEntries().filter(({ text }) => text.startsWith('19 ')).length === 1, 'it is kept');
    const kept = JSON.stringify(log.getEntries());
    expect(kept.length).to.be.below(2_000_000);
    for (const secret of [NUMBER, NUMBER.slice(2), TOKEN]) expect(kept).not.to.contain(secret);
    ccp.remove();
  });

  it('are heard by whoever captures: the facts about a contact, which do not bubble', async () => {
    const facts = ['connect-contact-added', 'connect-contact-change', 'connect-contact-removed', 'connect-ringing'];
    const captured = new Set<string>();
    const bubbled: Event[] = [];
    const listening = new AbortController();
    for (const fact of facts) {
      const capture = (event: Event) => void (textsIn(event).includes(NUMBER) && captured.add(event.type));
      document.addEventListener(fact, capture, { capture: true, signal: listening.signal });
      document.addEventListener(fact, (event) => void bubbled.push(event), { signal: listening.signal });
    }
    const [agentLeg, customerLeg] = voiceContact('a', 'connected').connections;
    const endpoint = { type: 'phone_number', phoneNumber: NUMBER };
    const call = (state: string) => voiceContact('a', state, { connections: [agentLeg, { ...customerLeg, endpoint }] });
    const { ccp, played } = await desk(agentData());
    for (const state of ['connecting', 'connected']) await played.update(agentData({ contacts: [call(state)] }));
    await played.update(agentData());
    await eventually(() => captured.has('connect-contact-removed'), 'the contact is gone');
    expect([...captured].sort()).to.deep.equal(facts);
    expect(bubbled).to.deep.equal([]);
    listening.abort();
    ccp.remove();
  });

  it('are in no log, error, event of failure or storage: neither tokens nor the customer’s number', async () => {
    const heard = complaints(['debug', 'log', 'info', 'warn', 'error']);
    try {
      const connect = createConnect();
      connect.getLog().setEchoLevel('TRACE');
      const [agentLeg, customerLeg] = voiceContact('a', 'connected').connections;
      const softphoneMediaInfo = {
        ...agentLeg.softphoneMediaInfo,
        callContextToken: TOKEN,
        mediaLegContextToken: TOKEN,
      };
      const contact = voiceContact('a', 'connected', {
        connections: [
          { ...agentLeg, softphoneMediaInfo },
          {
            ...customerLeg,
            endpoint: { type: 'phone_number', phoneNumber: NUMBER },
            chatMediaInfo: { connectionData: JSON.stringify({ ConnectionCredentials: { ConnectionToken: TOKEN } }) },
          },
        ],
      });
      const ccp = await readyCcp(connect, agentData({ contacts: [contact] }), PATIENT);
      const call = new connect.Contact('a');
      connect
        .getLog()
        .error('About %s', NUMBER)
        .withObject({ call: contact, authToken: TOKEN, url: `https://x/?token=${TOKEN}` });
      const failed: unknown[] = [];
      for (const command of [
        () => call.complete(),
        () => new connect.Agent().connect(connect.Endpoint.byPhoneNumber(NUMBER)),
      ]) {
        const settled = command().catch((error: unknown) => failed.push(error));
        const request = await ccp.nextRequest();
        await ccp.answer(request, {
          err: { type: 'InvalidStateException', message: `no, ${NUMBER}`, authToken: TOKEN },
        });
        await settled;
      }
      void call.complete(); // nobody takes its failure: it is logged
      await ccp.answer(await ccp.nextRequest(), { err: JSON.stringify({ type: 'x', message: 'no', token: TOKEN }) });
      await Promise.resolve();
      const kept = JSON.stringify(connect.getLog().getEntries());
      const told = `${failed.map((error) => `${String(error)} ${JSON.stringify(error)}`).join()} ${heard.found.join()}`;
      const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
      for (const text of [kept, told, stored]) {
        expect(text).to.not.include(TOKEN);
        expect(text).to.not.include(NUMBER);
      }
      expect(kept).to.include('About');
      expect(failed).to.have.lengthOf(2);
    } finally {
      heard.end();
    }
  });
});
