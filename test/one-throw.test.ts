// One that throws deafens nobody: whoever else listens hears everything, in the same order, and the fault is reported.
import { expect, fixtureCleanup } from '@open-wc/testing';
import { ConnectCcpElement } from '../elements/ccp/element.js';
import '../elements/connect-contact-controls.js';
import { attempt } from '../elements/page/attempt.js';
import { everySecond } from '../elements/page/page-clock.js';
import { watchHosts } from '../elements/host/registry.js';
import { announceHosts } from '../elements/host/registry.js';
import { registerTerms } from '../elements/words/languages.js';
import { registerLanguage, watchLanguage, withTerms } from '../elements/words/languages.js';
import '../elements/connect-agent-status.js';
import { ringFor, soundProblem } from '../elements/ringer/settings.js';
import { type ContactView, type HostState, INITIAL_STATE } from '../elements/host/state.js';
import { connect, createConnect } from '../src/index.js';
import { createGlobalConnect } from '../src/resiliency/global-connect.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, closeFakeCcps, FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { optionsWith } from './support/global-scene.js';
import { PageErrors } from './support/page-errors.js';
import { agentData, voiceContact } from './support/snapshots.js';

/** Throws, and counts. */
class Fault {
  count = 0;
  constructor(readonly mode: 'once' | 'always') {}

  readonly strike = (): void => {
    if (this.mode === 'once' && this.count > 0) return;
    this.count++;
    throw new Error(`fault ${this.count}`);
  };
}

/** A class of the page's own, whose methods fail. */
class PageHost extends ConnectCcpElement {
  readonly faults: Record<string, () => void> = {};
  protected override stateChanged(): void {
    this.faults.stateChanged?.();
  }
  override dispatchEvent(event: Event): boolean {
    this.faults[event.type]?.();
    return super.dispatchEvent(event);
  }
  override hostsChanged(): void {
    this.faults.hostsChanged?.();
    super.hostsChanged();
  }
}
customElements.define('page-host', PageHost);

const FACTS = [
  'connect-ready',
  'connect-status-change',
  'connect-agent-change',
  'connect-contact-added',
  'connect-contact-change',
  'connect-contact-removed',
  'connect-ringing',
] as const;

/** A host on a CCP that the test plays, and everything that its listeners hear. */
class Scene {
  readonly host = document.createElement('page-host') as PageHost;
  readonly lines: string[] = [];
  readonly logged: unknown[] = [];

  constructor() {
    this.host.ccpUrl = CCP_URL;
    this.host.connect.getLog().setEchoLevel('CRITICAL');
    this.host.connect.getLog().addSink((entry) => {
      if (entry.exception) this.logged.push(entry.exception.message);
    });
  }

  /** Everybody who is to hear everything; they come after those who throw, and some before them. */
  listen(): void {
    const { host, lines } = this;
    const say = (line: string): void => void lines.push(line);
    for (const fact of FACTS) host.addEventListener(fact, () => say(fact));
    host.subscribe(
      ({ contacts }) => contacts,
      (contacts) => say(`contacts ${contacts.map(({ state }) => state.type).join()}`),
    );
    host.subscribe(
      ({ agent }) => agent?.state.name,
      (name) => say(`agent ${name}`),
    );
    const { connect } = host;
    connect.agent((agent) => {
      agent.onStateChange(({ newState }) => say(`api state ${newState}`));
      agent.onRefresh(() => say('api refresh'));
      agent.onMuteToggle(({ muted }) => say(`api mute ${muted}`));
    });
    connect.contact((contact) => {
      say('api contact');
      contact.onConnected(() => say('api connected'));
      contact.onDestroy(() => say('api destroyed'));
      contact.onRefresh(() => say('api contact refresh'));
    });
    connect.core.onViewContact(() => say('api view'));
    connect.core.onStatusChange(({ status }) => say(`api status ${status}`));
    connect.core.onInitialized(() => say('api initialized'));
    connect.core.getEventBus().subscribeAll((_payload, name) => say(`all ${name}`));
  }

  /** A call from beginning to end. */
  async play(): Promise<void> {
    document.body.append(this.host);
    await this.host.updateComplete.catch(() => {});
    await eventually(() => this.host.connect.core.getFrame(), 'the frame');
    const ccp = await new FakeCcp(this.host.connect, document.body).attach();
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(agentData());
    await ccp.update(agentData({ contacts: [voiceContact('a', 'connecting')] }));
    await ccp.update(agentData({ contacts: [voiceContact('a', 'connected')] }));
    await ccp.say('agent::mute_toggle', { muted: true });
    await ccp.say('contact::view', { contactId: 'a' });
    const lunch = { name: 'Lunch', type: 'not_routable', startTimestamp: new Date() };
    await ccp.update(agentData({ state: lunch, contacts: [voiceContact('a', 'ended')] }));
    await ccp.update(agentData({ state: lunch }));
    await this.host.updateComplete.catch(() => {});
  }

  end(): void {
    this.host.remove();
    this.host.connect.core.terminate();
  }
}

type Door = readonly [name: string, open: (scene: Scene, strike: () => void) => void];

const DOORS: readonly Door[] = [
  ...FACTS.map((fact): Door => [`a listener of ${fact}`, ({ host }, strike) => host.addEventListener(fact, strike)]),
  ...FACTS.map((fact): Door => [`an own dispatchEvent of ${fact}`, ({ host }, strike) => (host.faults[fact] = strike)]),
  ['stateChanged of an own class', ({ host }, strike) => (host.faults.stateChanged = strike)],
  ['hostsChanged of an own class', ({ host }, strike) => (host.faults.hostsChanged = strike)],
  [
    'a selector of host.subscribe',
    ({ host }, strike) =>
      host.subscribe(
        () => strike(),
        () => {},
      ),
  ],
  ['a callback of host.subscribe', ({ host }, strike) => host.subscribe((state: HostState) => state, strike)],
  ['connect.agent', ({ host }, strike) => host.connect.agent(strike)],
  ['connect.contact', ({ host }, strike) => host.connect.contact(strike)],
  ...(['onRefresh', 'onStateChange', 'onRoutable', 'onNotRoutable', 'onMuteToggle'] as const).map((name): Door => [
    `agent.${name}`,
    ({ host }, strike) => host.connect.agent((agent) => void agent[name](strike)),
  ]),
  ...(['onRefresh', 'onConnecting', 'onConnected', 'onEnded', 'onDestroy'] as const).map((name): Door => [
    `contact.${name}`,
    ({ host }, strike) => host.connect.contact((contact) => void contact[name](strike)),
  ]),
  ...(['onInitialized', 'onStatusChange', 'onViewContact'] as const).map((name): Door => [
    `core.${name}`,
    ({ host }, strike) => host.connect.core[name](strike),
  ]),
  ['a subscriber of everything', ({ host }, strike) => host.connect.core.getEventBus().subscribeAll(strike)],
  ['onViewContact of the options', ({ host }, strike) => (host.options = { onViewContact: strike } as never)],
  [
    'a sink of the log',
    ({ host }, strike) => {
      host.connect.getLog().addSink(strike);
      host.connect.getLog().info('to be heard of');
    },
  ],
  [
    'a listener that throws what cannot be looked at',
    ({ host }, strike) =>
      host.connect.agent(
        (agent) =>
          void agent.onRefresh(() => {
            try {
              strike();
            } catch (error) {
              throw hostile(error);
            }
          }),
      ),
  ],
];

/** Something to throw whose members throw. */
const hostile = (error: unknown): unknown =>
  new Proxy(error as object, {
    get() {
      throw error;
    },
    getPrototypeOf() {
      throw error;
    },
  });

describe('one that throws deafens nobody', () => {
  let errors: PageErrors;
  let expected: readonly string[];

  /** Has the page's default runtime, which keeps its subscriptions over many hosts: each other host has one of its own. */
  const first = document.createElement('page-host') as PageHost;
  after(() => first.remove());

  before(async () => {
    document.body.append(first);
    expect(first.connect).to.equal(connect);
    const scene = new Scene();
    expect(scene.host.connect).not.to.equal(connect);
    scene.listen();
    await scene.play();
    scene.end();
    expected = [...scene.lines];
    expect(expected).to.include.members([...FACTS, 'api connected', 'api destroyed', 'api mute true', 'api view']);
  });

  beforeEach(() => (errors = new PageErrors()));
  afterEach(() => {
    errors.restore();
    closeFakeCcps();
    fixtureCleanup();
  });

  /** What others hear: an own class that fails in telling a fact keeps that one to itself. */
  const heard = (lines: readonly string[], silent = '') => lines.filter((line) => line !== silent);

  for (const [name, open] of DOORS) {
    it(`${name}, always`, async () => {
      const scene = new Scene();
      const fault = new Fault('always');
      open(scene, fault.strike);
      scene.listen();
      await scene.play();
      scene.end();
      if (!name.startsWith('hostsChanged')) expect(fault.count, 'it has thrown').to.be.above(0);
      const silent = name.startsWith('an own dispatchEvent') ? name.split(' ').at(-1)! : '';
      expect(heard(scene.lines, silent)).to.deep.equal(heard(expected, silent));
      const isReportedElsewhere = name.startsWith('a sink');
      if (fault.count > 0 && !isReportedElsewhere) {
        expect(errors.thrown.length + scene.logged.length, 'it is reported').to.be.above(0);
      }
    });
  }

  it('all of them once, together', async () => {
    const scene = new Scene();
    const faults = DOORS.filter(([name]) => !name.startsWith('an own dispatchEvent')).map(([, open]) => {
      const fault = new Fault('once');
      open(scene, fault.strike);
      return fault;
    });
    scene.listen();
    await scene.play();
    scene.end();
    expect(heard(scene.lines)).to.deep.equal(heard(expected));
    expect(faults.filter(({ count }) => count === 0).length, 'all but hostsChanged have thrown').to.be.below(2);
  });

  describe('what stands in the slot workspace', () => {
    class Workspace extends HTMLElement {
      told: unknown[] = [];
      strike: (() => void) | undefined;
      set contactId(contactId: string | null) {
        this.strike?.();
        this.told.push(contactId);
      }
      set mediaController(controller: unknown) {
        this.strike?.();
        this.told.push(controller === null ? null : 'controller');
      }
    }
    customElements.define('page-workspace', Workspace);

    it('that throws when it is told of a chat keeps it from nobody else, and the controls go on', async () => {
      const scene = new Scene();
      const [bad, good] = [new Workspace(), new Workspace()];
      const fault = new Fault('always');
      bad.strike = fault.strike;
      const controls = document.createElement('connect-contact-controls');
      controls.forElement = scene.host;
      for (const one of [bad, good]) controls.append(Object.assign(one, { slot: 'workspace' }));
      document.body.append(scene.host, controls);
      await scene.host.updateComplete;
      await eventually(() => scene.host.connect.core.getFrame(), 'the frame');
      const ccp = await new FakeCcp(scene.host.connect, document.body).attach();
      await ccp.acknowledge({ id: 'port-1' });
      const chat = { ...voiceContact('a', 'connected'), type: 'chat' };
      await ccp.update(agentData({ contacts: [chat] }));
      await eventually(() => good.told.includes('a') && good.told.includes('controller'), 'the other one is told');
      await ccp.update(agentData({ contacts: [{ ...chat, state: { type: 'ended', timestamp: new Date() } }] }));
      await eventually(() => controls.renderRoot.textContent?.includes('Done'), 'the controls go on');
      await ccp.update(agentData());
      await eventually(() => good.told.at(-1) === null, 'the other one is told of the end');
      expect(fault.count).to.be.above(1);
      expect(errors.thrown.length).to.equal(fault.count);
      controls.remove();
      scene.end();
    });
  });

  it('options of a host that cannot be read are told of, and the next ones are taken', async () => {
    const scene = new Scene();
    const { host } = scene;
    const told: string[] = [];
    host.addEventListener('connect-error', ({ error }) => told.push(`${error.code}: ${error.message}`));
    host.options = Object.defineProperty({}, 'style', { enumerable: true, get: fail }) as never;
    document.body.append(host);
    await host.updateComplete;
    expect(told).to.deep.equal(['bad-option: a fault']);
    host.requestUpdate();
    await host.updateComplete;
    expect(told).to.have.length(1);
    host.options = { style: 'border: 0' } as never;
    await host.updateComplete;
    expect(host.connect.core.getFrame()).not.to.be.null;
    scene.end();
  });

  describe('what a page chooses of the ringer', () => {
    const ringing = { ...INITIAL_STATE, contacts: [{ type: 'voice', ringing: true } as ContactView] };
    const none = { ringer: true, ringerUrl: undefined, ringerVolume: undefined, ringerDevice: undefined };
    const throwing = (name: string) => Object.defineProperty({}, name, { enumerable: true, get: fail });

    for (const [what, ringerChannels] of [
      ['settings of a channel that cannot be read', throwing('voice')],
      ['a volume that cannot be read', { voice: throwing('volume') }],
      ['an address that cannot be read', { voice: throwing('url') }],
    ] as const) {
      it(`${what}: it rings as for all channels, and the fault is reported`, () => {
        const properties = { ...none, ringerChannels };
        expect(ringFor(ringing, properties)).to.include({ url: '', volume: 1, device: '' });
        expect(soundProblem(properties)).to.be.null;
        expect(errors.thrown.map(String)).to.include('Error: a fault');
      });
    }

    const VOLUMES: readonly (readonly [what: string, given: unknown, volume: number])[] = [
      ['a word', 'loud', 1],
      ['text', '0.5', 0.5],
      ['a large integer', 1n, 1],
      ['a symbol', Symbol('v'), 1],
      ['an object', {}, 1],
      ['NaN', NaN, 1],
      ['infinite', Infinity, 1],
      ['above the most', 7, 1],
    ];
    for (const [what, given, volume] of VOLUMES) {
      it(`a volume that is ${what} is ${volume}, never silence`, () => {
        const properties = { ...none, ringerVolume: given as number, ringerChannels: undefined };
        expect(ringFor(ringing, properties)?.volume).to.equal(volume);
      });
    }
  });

  describe('words of the page’s own', () => {
    it('that throw, or say nothing, leave their place to those that they stand for', async () => {
      const fault = new Fault('always');
      registerTerms('x-faulty', {
        agentStatus: { stateIs: fault.strike, timeInState: () => undefined, unbound: 'Nobody' },
      });
      const page = document.body.appendChild(document.createElement('div'));
      page.lang = 'x-faulty';
      const status = page.appendChild(document.createElement('connect-agent-status'));
      status.forElement = null;
      await status.updateComplete;
      expect(status.renderRoot.textContent).to.include('Nobody');
      page.remove();
      const terms = withTerms({ said: (what: string) => `Own: ${what}` }, { said: fault.strike });
      expect(terms.said('a')).to.equal('Own: a');
      expect(errors.thrown.length).to.equal(fault.count);
    });

    it('a language that throws leaves the others, and elements are shown in English', async () => {
      const fault = new Fault('always');
      registerLanguage('xx', fault.strike as never);
      const page = document.body.appendChild(document.createElement('div'));
      page.lang = 'xx';
      const status = page.appendChild(document.createElement('connect-agent-status'));
      await status.updateComplete;
      expect(status.renderRoot.textContent?.trim()).not.to.be.empty;
      expect(fault.count).to.be.above(0);
      expect(errors.thrown.length).to.equal(fault.count);
      page.remove();
    });
  });

  it('connect.agent that is called late: its caller has the fault, and both are subscribed', async () => {
    const connect = quietConnect();
    await readyCcp(connect, agentData());
    const fault = new Fault('once');
    expect(() => connect.agent(fault.strike)).to.throw('fault 1');
    let calls = 0;
    connect.agent(() => calls++);
    expect([fault.count, calls]).to.deep.equal([1, 1]);
    expect(connect.core.getEventBus().getSubscriptions('agent::init')).to.have.length(2);
  });

  for (const [name, listen, tell] of [
    ['the registry of hosts', watchHosts, announceHosts],
    ['languages', (listener: () => void) => watchLanguage(document.body, listener), () => registerTerms('x-test', {})],
  ] as const) {
    it(`a listener of ${name}`, () => {
      const fault = new Fault('always');
      let heard = 0;
      const ends = [listen(fault.strike), listen(() => heard++)];
      tell();
      for (const end of ends) end();
      expect([fault.count, heard, errors.thrown.length]).to.deep.equal([1, 1, 1]);
    });
  }

  it('a listener of the clock', async () => {
    const fault = new Fault('once');
    let heard = 0;
    const ends = [everySecond(fault.strike), everySecond(() => heard++)];
    await eventually(() => heard > 0, 'the clock');
    for (const end of ends) end();
    expect([fault.count, errors.thrown.length]).to.deep.equal([1, 1]);
  });

  it('callbacks of commands: one of each command, and the fault is logged', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData({ contacts: [voiceContact('a', 'connected')] }));
    const fault = new Fault('always');
    const ended: string[] = [];
    const contact = new connect.Contact('a');
    contact.clear({ success: fault.strike, failure: () => ended.push('failure') });
    contact.clear({ success: () => ended.push('success'), failure: fault.strike });
    contact.clear({ failure: fault.strike });
    await ccp.answer(await ccp.nextRequest(), { data: {} });
    await ccp.answer(await ccp.nextRequest(), { data: {} });
    await ccp.answer(await ccp.nextRequest(), { err: { type: 'InvalidStateException' } });
    await eventually(() => fault.count === 2, 'both have thrown');
    expect(ended).to.deep.equal(['success']);
    expect(
      connect
        .getLog()
        .toString()
        .match(/A callback of/g),
    ).to.have.length(2);
  });

  for (const [name, options] of [
    ['isPrimary', { disasterRecoveryOn: true, isPrimary: () => fail() }],
    ['toJSON of an option', { pageOptions: { toJSON: () => fail() } }],
    ['an option that contains itself', { pageOptions: circular() }],
  ] as const) {
    it(`${name}: the CCP is greeted all the same, and its data are heard`, async () => {
      const connect = quietConnect();
      const ccp = await readyCcp(connect, agentData(), options as never);
      await ccp.settle();
      expect(ccp.sentEvents).to.include('outer_context_info');
      expect(connect.agent.initialized).to.be.true;
      expect(connect.core.initialized).to.be.true;
      expect(
        connect
          .getLog()
          .getEntries()
          .some(({ exception }) => exception),
      ).to.be.true;
    });
  }

  it('what the data are held back for fails: they come through', async () => {
    const connect = createConnect({ holdDataUntil: Promise.reject(new Error('a fault')) });
    connect.getLog().setEchoLevel('CRITICAL');
    await readyCcp(connect, agentData());
    expect(connect.agent.initialized).to.be.true;
  });

  it('getPrimaryRegion: globalConnect can begin again', () => {
    const globalConnect = createGlobalConnect();
    const box = document.createElement('div');
    const begin = () => globalConnect.core.initCCP(box, optionsWith({ getPrimaryRegion: () => fail() }));
    expect(begin).to.throw('a fault');
    expect(begin).to.throw('a fault');
    globalConnect.core.terminate();
  });

  it('attempt() reports what was thrown', () => {
    attempt(() => fail());
    expect(errors.thrown.map(String)).to.deep.equal(['Error: a fault']);
  });
});

function fail(): never {
  throw new Error('a fault');
}

function circular(): object {
  const one: Record<string, unknown> = {};
  one.itself = one;
  return one;
}
