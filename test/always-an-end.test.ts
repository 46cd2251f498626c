// Every promise of the public API comes to an end, whatever the CCP does and whatever it is given.
import { expect } from '@open-wc/testing';
import { ConnectCcpElement } from '../elements/ccp/element.js';
import { ConnectGlobalCcpElement } from '../elements/global-ccp/element.js';
import { ConnectHoldRequestEvent } from '../elements/verbs/requests.js';
import '../elements/define.js';
import { type Connect, diagnose, logout } from '../src/index.js';
import { createGlobalConnect } from '../src/resiliency/global-connect.js';
import { attachSimulator } from '../src/simulator/kit/simulator.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, closeFakeCcps, FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { optionsWith } from './support/global-scene.js';
import { PageErrors } from './support/page-errors.js';
import { call, isThenable, methodsOf, ODD } from './support/promise-sweep.js';
import { agentData, voiceContact } from './support/snapshots.js';

/** Longer than anything of ours may take: the longest deadline of a command, twice. */
const LONG = 2 * 60_000;

const E164 = '+12065550100';

/** What the API gives out for one contact of the agent. */
interface Handles {
  readonly connect: Connect;
  readonly agent: object;
  readonly contact: object;
  readonly voice: object;
  readonly chat: object;
  readonly task: object;
  readonly email: object;
  readonly endpoint: object;
  readonly core: object;
}

type Handle = Exclude<keyof Handles, 'connect'>;

/** Methods that give a promise, with arguments that they can be sent with. */
const PROMISES: Readonly<Record<Handle, Readonly<Record<string, readonly unknown[]>>>> = {
  agent: {
    setState: ['Lunch'],
    setStatus: ['Lunch'],
    setConfiguration: [{ name: 'Jane' }],
    connect: [E164],
    getEndpoints: ['arn'],
    getAddresses: ['arn'],
    createTask: [{ name: 'Call back', endpoint: { type: 'queue', endpointARN: 'arn' } }],
    updateContact: [{ contactId: 'c', name: 'Call back' }],
    listTaskTemplates: [],
    getTaskTemplate: [{ id: 't' }],
    getNetworkConnectionStatus: [],
  },
  contact: {
    accept: [],
    reject: [],
    destroy: [],
    clear: [],
    complete: [],
    notifyIssue: ['code', 'text'],
    addConnection: [E164],
    addParticipant: [E164],
    transfer: [E164],
    toggleActiveConnections: [],
    conferenceConnections: [],
    pause: [],
    resume: [],
    updateMonitorParticipantState: ['barge'],
    silentMonitor: [],
    bargeIn: [],
    isPreviewMode: [],
    getPreviewConfiguration: [],
    engagePreviewContact: [],
    getInstanceDetails: [],
    startScreenSharing: [],
    stopScreenSharing: [],
  },
  voice: {
    destroy: [],
    sendDigits: ['1'],
    hold: [],
    resume: [],
    muteParticipant: [],
    unmuteParticipant: [],
    getMediaController: [],
    getVideoConnectionInfo: [],
    canResumeParticipant: [],
    getVoiceIdSpeakerId: [],
    getVoiceIdSpeakerStatus: [],
    optOutVoiceIdSpeaker: [],
    deleteVoiceIdSpeaker: [],
    updateVoiceIdSpeakerId: ['speaker'],
    evaluateSpeakerWithVoiceId: [],
    enrollSpeakerInVoiceId: [],
  },
  chat: { destroy: [], sendDigits: ['1'], hold: [], resume: [], getMediaController: [], getConnectionToken: [] },
  task: { destroy: [], sendDigits: ['1'], hold: [], resume: [], getMediaController: [] },
  email: { destroy: [], sendDigits: ['1'], hold: [], resume: [], getMediaController: [] },
  endpoint: {},
  core: { getFrameMediaDevices: [] },
};

/** What ends the CCP, and what is under all commands and not public: not to be called in passing. */
const NOT_IN_PASSING: readonly string[] = [
  'constructor',
  'command',
  'terminate',
  'stopCCP',
  'initCCP',
  'login',
  'retry',
];

describe('always an end', () => {
  let timers: FakeTimers | undefined;

  afterEach(() => {
    timers?.restore();
    timers = undefined;
    closeFakeCcps();
    document.querySelectorAll('connect-ccp, connect-global-ccp').forEach((one) => one.remove());
  });

  /** Handles on a CCP that says nothing more. */
  async function handles(): Promise<Handles & { ccp: FakeCcp }> {
    const connect = quietConnect();
    const contacts = (['chat', 'task', 'email'] as const).map((type) => ({
      ...voiceContact(type, 'connected'),
      type,
    }));
    const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('voice', 'connected'), ...contacts] }));
    const connectionOf = (id: string) => new connect.Contact(id).getAgentConnection()!;
    return {
      ccp,
      connect,
      agent: new connect.Agent(),
      contact: new connect.Contact('voice'),
      voice: connectionOf('voice'),
      chat: connectionOf('chat'),
      task: connectionOf('task'),
      email: connectionOf('email'),
      endpoint: connect.Endpoint.byPhoneNumber(E164),
      core: connect.core,
    };
  }

  /** Which of some promises settle within a long time. */
  async function unsettled(promises: readonly (readonly [name: string, promise: PromiseLike<unknown>])[]) {
    const pending = new Set(promises.map(([name]) => name));
    for (const [name, promise] of promises) {
      const done = (): void => void pending.delete(name);
      promise.then(done, done);
    }
    await timers!.advance(LONG);
    return [...pending];
  }

  it('every method that gives a promise stands in the table', async () => {
    const all = await handles();
    timers = new FakeTimers();
    const missing: string[] = [];
    for (const [handle, rows] of Object.entries(PROMISES) as [Handle, Record<string, readonly unknown[]>][]) {
      for (const name of methodsOf(all[handle], Object.prototype, (name) => NOT_IN_PASSING.includes(name))) {
        const given = ODD.map((odd) => call(all[handle], name, [odd]));
        const gives = [call(all[handle], name, []), ...given].filter(isThenable);
        for (const promise of gives) promise.then(undefined, () => {});
        if (gives.length > 0 && !(name in rows)) missing.push(`${handle}.${name}`);
      }
    }
    expect(missing).to.deep.equal([]);
  });

  for (const [handle, rows] of Object.entries(PROMISES) as [Handle, Record<string, readonly unknown[]>][]) {
    for (const [name, args] of Object.entries(rows)) {
      it(`${handle}.${name}: without an answer, and with whatever it is given`, async () => {
        const all = await handles();
        timers = new FakeTimers();
        const calls: [string, unknown][] = [[`${name}(${args.join()})`, call(all[handle], name, args)]];
        for (const [index, odd] of ODD.entries()) {
          const label = `odd ${index}`;
          calls.push([`${name}(${label})`, call(all[handle], name, [odd])]);
          calls.push([`${name}(…, ${label})`, call(all[handle], name, [...args, odd])]);
          calls.push([`${name}(…, null, ${label})`, call(all[handle], name, [...args, null, odd])]);
          calls.push([`${name}(…, {timeout: ${label}})`, call(all[handle], name, [...args, { timeout: odd }])]);
        }
        const promises = calls.filter((one): one is [string, Promise<unknown>] => isThenable(one[1]));
        expect(promises, 'it gives a promise').to.not.be.empty;
        expect(await unsettled(promises)).to.deep.equal([]);
      });
    }
  }

  describe('getEndpoints', () => {
    /** Answers each request until the test ends. */
    async function answering(ccp: FakeCcp, page: (asked: number) => object): Promise<void> {
      for (let asked = 0; ; asked++) await ccp.answer(await ccp.nextRequest(), { data: page(asked) });
    }
    const one = { name: 'A', type: 'queue', endpointARN: 'arn' };
    const messageOf = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'it succeeded',
        (error: Error) => error.message,
      );

    it('a page that is named again is the end', async () => {
      const { connect, ccp } = await handles();
      void answering(ccp, () => ({ endpoints: [one], nextToken: 'again' }));
      expect(await messageOf(new connect.Agent().getEndpoints('arn'))).to.contain('names a page again');
      expect(ccp.sentEvents.filter((event) => event === 'api_request').length).to.be.below(4);
    });

    it('so is a page that is named again after others, and the first one', async () => {
      const { connect, ccp } = await handles();
      void answering(ccp, (asked) => ({ endpoints: [], nextToken: ['b', 'c', 'b'][asked % 3] }));
      expect(await messageOf(new connect.Agent().getEndpoints('arn'))).to.contain('names a page again');
    });

    it('so are more pages than there can be', async () => {
      const { connect, ccp } = await handles();
      void answering(ccp, (asked) => ({ endpoints: [one], nextToken: `page ${asked}` }));
      expect(await messageOf(new connect.Agent().getEndpoints('arn'))).to.contain('more than 1000 pages');
    });

    it('200 000 endpoints are given, in one page and in several', async () => {
      const { connect, ccp } = await handles();
      const many = Array.from({ length: 200_000 }, () => one);
      const whole = new connect.Agent().getEndpoints('arn');
      await ccp.answer(await ccp.nextRequest(), { data: { endpoints: many, nextToken: null } });
      expect((await whole).endpoints).to.have.length(200_000);
      const half = new connect.Agent().getEndpoints(['arn'], null, {
        endpoints: (await whole).endpoints,
        maxResults: 7,
      })!;
      const first = await ccp.nextRequest();
      expect(first.params).to.include({ maxResults: 7, nextToken: null });
      await ccp.answer(first, { data: { endpoints: [one], nextToken: 'b' } });
      const second = await ccp.nextRequest();
      expect(second.params).to.deep.include({ maxResults: 7, nextToken: 'b', queueARNs: ['arn'] });
      await ccp.answer(second, { data: { endpoints: [one, null, 'text'] } });
      expect((await half).addresses).to.have.length(200_002);
    });
  });

  describe('logout', () => {
    const real = window.fetch;
    afterEach(() => (window.fetch = real));

    it('ends when the service does not answer', async () => {
      const { connect } = await handles();
      window.fetch = () => new Promise(() => {});
      timers = new FakeTimers();
      expect(await unsettled([['logout', logout(connect)]])).to.deep.equal([]);
    });

    it('ends when the CCP does not', async () => {
      const { connect } = await handles();
      window.fetch = () => Promise.resolve(new Response());
      timers = new FakeTimers();
      const both = [
        ['logout', logout(connect)],
        ['with a state', logout(connect, { setState: 'Offline' })],
        ['with an odd one', logout(connect, { setState: NaN as never })],
      ] as const;
      expect(await unsettled(both)).to.deep.equal([]);
    });
  });

  it('diagnose ends, whatever its time-out', async () => {
    const { connect } = await handles();
    for (const timeout of ODD) await diagnose(connect, { timeout: timeout as number });
    await diagnose(quietConnect());
  });

  it('attachSimulator ends at a page that is none', async () => {
    const { connect } = await handles();
    timers = new FakeTimers();
    const tries = ODD.map(
      (timeout, index) => [`try ${index}`, attachSimulator(connect, { timeout: timeout as number })] as const,
    );
    const pending = new Set(tries.map(([name]) => name));
    for (const [name, promise] of tries) promise.then(undefined, () => pending.delete(name));
    await timers.advance(3_600_000);
    expect([...pending]).to.deep.equal([]);
  });

  describe('globalConnect', () => {
    it('begin() ends with terminate(), before and after', async () => {
      const globalConnect = createGlobalConnect();
      let begin!: (region?: string) => Promise<unknown>;
      const box = document.body.appendChild(document.createElement('div'));
      globalConnect.core.initCCP(box, optionsWith({ getPrimaryRegion: (given) => (begin = given) }));
      const begun = begin();
      globalConnect.core.terminate();
      for (const promise of [begun, begin()]) {
        const ended = await promise.then(
          () => 'begun',
          (error: Error) => error.message,
        );
        expect(ended).to.contain('terminate');
      }
      box.remove();
    });

    const WAITERS: readonly (readonly [string, (begin: () => Promise<unknown>) => unknown])[] = [
      ['nobody takes its promise', (begin) => void begin()],
      ['an async function waits for it', async (begin) => void (await begin())],
    ];
    for (const [what, getPrimaryRegion] of WAITERS) {
      it(`begin() is no unhandled rejection at terminate(), where ${what}`, async () => {
        const errors = new PageErrors();
        const globalConnect = createGlobalConnect();
        const box = document.body.appendChild(document.createElement('div'));
        globalConnect.core.initCCP(box, optionsWith({ getPrimaryRegion: getPrimaryRegion }));
        globalConnect.core.terminate();
        await errors.settled();
        errors.restore();
        expect(errors.rejected).to.deep.equal([]);
        box.remove();
      });
    }

    it('begin() with a region that is none is one, where nobody takes its promise', async () => {
      const errors = new PageErrors();
      const globalConnect = createGlobalConnect();
      const box = document.body.appendChild(document.createElement('div'));
      globalConnect.core.initCCP(box, optionsWith({ getPrimaryRegion: (begin) => void begin('mars-north-1') }));
      await errors.settled();
      errors.restore();
      globalConnect.core.terminate();
      expect(errors.rejected.map(String).join()).to.contain('primaryRegion must be one of');
      box.remove();
    });
  });

  describe('ready', () => {
    const outcome = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'ready',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    async function answer(host: ConnectCcpElement): Promise<FakeCcp> {
      await eventually(() => host.connect.core.getFrame(), 'the frame');
      const ccp = await new FakeCcp(host.connect, document.body).attach();
      await ccp.acknowledge({ id: 'port' });
      await ccp.update(agentData());
      return ccp;
    }

    it('taken before it is on the page, before it has an address, and before a change of its settings', async () => {
      const host = new ConnectCcpElement();
      const taken = [host.ready];
      document.body.append(host);
      taken.push(host.ready);
      await host.updateComplete;
      taken.push(host.ready);
      host.ccpUrl = CCP_URL;
      taken.push(host.ready);
      await host.updateComplete;
      taken.push(host.ready);
      host.region = 'eu-west-2';
      await host.updateComplete;
      taken.push(host.ready);
      await answer(host);
      expect(await Promise.all(taken)).to.deep.equal(taken.map(() => host));
    });

    it('taken before, at and after terminate(): it rejects, and the next one is for the next start', async () => {
      const host = new ConnectCcpElement();
      host.ccpUrl = CCP_URL;
      document.body.append(host);
      await host.updateComplete;
      const before = host.ready;
      host.terminate();
      expect(await outcome(before)).to.contain('StateError: The panel was ended');
      expect(await outcome(host.ready)).to.contain('StateError: The panel was ended');
      host.retry();
      const next = host.ready;
      await answer(host);
      expect(await outcome(next)).to.equal('ready');
    });

    it('taken before and after the element is removed: it rejects, and the next one is for the next insertion', async () => {
      const host = new ConnectCcpElement();
      host.ccpUrl = CCP_URL;
      document.body.append(host);
      await host.updateComplete;
      const before = host.ready;
      host.remove();
      expect(await outcome(before)).to.contain('StateError: The element was removed');
      expect(await outcome(host.ready)).to.contain('StateError: The element was removed');
      document.body.append(host);
      const next = host.ready;
      await answer(host);
      expect(await outcome(next)).to.equal('ready');
    });

    it('is kept over a move', async () => {
      const host = new ConnectCcpElement();
      host.ccpUrl = CCP_URL;
      document.body.append(host);
      await host.updateComplete;
      const taken = host.ready;
      document.body.prepend(host);
      await answer(host);
      expect(await outcome(taken)).to.equal('ready');
    });

    it('of two regions, without any', async () => {
      const host = new ConnectGlobalCcpElement();
      document.body.append(host);
      const taken = host.ready;
      host.remove();
      expect(await outcome(taken)).to.contain('StateError');
    });

    it('that nobody waits for is no unhandled rejection', async () => {
      const errors = new PageErrors();
      const host = new ConnectCcpElement();
      document.body.append(host);
      void host.ready;
      host.remove();
      await errors.settled();
      errors.restore();
      expect(errors.rejected).to.deep.equal([]);
    });
  });

  it('the methods of hosts that give a promise, on a CCP that says nothing', async () => {
    const host = new ConnectCcpElement();
    host.ccpUrl = CCP_URL;
    document.body.append(host);
    await host.updateComplete;
    await eventually(() => host.connect.core.getFrame(), 'the frame');
    const ccp = await new FakeCcp(host.connect, document.body).attach();
    await ccp.acknowledge({ id: 'port' });
    await ccp.update(agentData({ contacts: [voiceContact('a', 'connected')] }));
    await host.ready;
    const real = window.fetch;
    window.fetch = () => new Promise(() => {});
    // By then what carries commands out has loaded.
    await host.perform({ type: 'connect-nothing-request', contactId: null } as never);
    timers = new FakeTimers();
    const panel = host.showPanel('a');
    const pending = await unsettled([
      ['perform', host.perform(new ConnectHoldRequestEvent({ contactId: 'a' }))],
      ['request', host.request(new ConnectHoldRequestEvent({ contactId: 'a' }))],
      ['perform nothing', host.perform({ type: 'connect-nothing-request', contactId: null } as never)],
      ['logout', host.logout()],
      ['showPanel of nobody', host.showPanel('nobody')],
    ]);
    expect(pending).to.deep.equal([]);
    window.fetch = real;
    timers.restore();
    timers = undefined;
    host.terminate();
    await panel;
  });
});
