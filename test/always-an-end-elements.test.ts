// Every promise of the elements, of globalConnect, of the namespace and of the simulator's kit comes to an end too: against a CCP
// that never answers, and whatever they are given. What gives a promise and stands in no table fails.
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { ConnectAgentStatusElement } from '../elements/agent-status/element.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import '../elements/define.js';
import type { ConnectGlobalCcpElement } from '../elements/global-ccp/element.js';
import type { ConnectRequestEvent } from '../elements/host/requests.js';
import { CONTACT_VERBS, HOST_VERBS } from '../elements/verbs/index.js';
import { createGlobalConnect } from '../src/resiliency/global-connect.js';
import { attachSimulator } from '../src/simulator/kit/simulator.js';
import { CCP_URL, closeFakeCcps, FakeCcp, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeTimers } from './support/fake-timers.js';
import { optionsWith } from './support/global-scene.js';
import { PageErrors } from './support/page-errors.js';
import { call, isThenable, methodsOf, ODD } from './support/promise-sweep.js';
import { agentData, voiceContact } from './support/snapshots.js';

/** Longer than anything of ours may take: a telephone may ring for a minute and a half, and then the customer is fetched back. */
const LONG = 5 * 60_000;

/** What is looked at: an object, and where its own members end. */
interface Handle {
  readonly object: object;
  /** The first prototype that is not ours. */
  readonly upTo: object;
}

/** Methods that give a promise, with what they are given. `ends` waits for a person: it settles when its host goes. */
interface Row {
  readonly args: readonly unknown[];
  readonly ends?: 'with its host';
}

const ROW: Row = { args: [] };
const about = (contactId: string): Row => ({ args: [contactId] });

/** What is asked of a host, with all that any verb takes. */
function requestOf(verb: string): ConnectRequestEvent {
  const event = new Event(`connect-${verb}-request`, { bubbles: true, composed: true, cancelable: true });
  return Object.assign(event, {
    contactId: 'voice',
    connectionId: null,
    endpoint: '+12065550100',
    phoneNumber: '+12065550100',
    digits: '1',
    agentState: 'Lunch',
    device: 'speaker',
    deviceId: 'headset',
  });
}

const KIT =
  'incomingCall incomingChat incomingTask queuedCallback customerHangsUp customerAnswers thirdPartyAnswers thirdPartyHangsUp ' +
  'customerSays customerTypes taskEvent missed contactFails setAgentState setAttributes setConfiguration monitor fail latency ' +
  'expireSession denyAccess signIn signOut advance skew truth silence dropSocket softphoneError microphone softphone configured ' +
  'activeRegion impair reloadFrame answerParticipantService incomingPreview customerReads customerSendsFile customerChooses ' +
  'systemSays scan network expiration extensionError incomingEmail quickResponses ' +
  'customerVoice heard customersApart';

const TABLES = {
  host: {
    request: { args: [requestOf('hold')] },
    perform: { args: [requestOf('hold')] },
    logout: ROW,
    diagnose: ROW,
    showPanel: { ...about('voice'), ends: 'with its host' },
    openMiniPanel: ROW,
  },
  globalHost: {
    request: { args: [requestOf('hold')] },
    perform: { args: [requestOf('hold')] },
    logout: ROW,
    showPanel: about('voice'),
    openMiniPanel: ROW,
  },
  status: { setAgentState: { args: ['Lunch'] } },
  controls: {},
  globalCore: {},
  namespace: {
    fetch: { args: ['/nothing-answers', {}, 1, 1] },
    fetchWithTimeout: { args: ['/nothing-answers', 1_000] },
  },
  kit: Object.fromEntries(KIT.split(' ').map((name) => [name, ROW])),
} satisfies Readonly<Record<string, Readonly<Record<string, Row>>>>;

type Name = keyof typeof TABLES;

/** Not to be called in passing: what ends or starts a CCP, opens a window, or belongs to the browser's own dealings with an element. */
const NOT_IN_PASSING = new RegExp(
  `^(${[
    'constructor|terminate|login|initCCP|addNamespaceToLogs|createConnect|manage|detach|forgetDevices',
    'render|willUpdate|(first)?[uU]pdated?|(dis)?connected(Move)?Callback|hostsChanged|stateChanged',
    'attributeChangedCallback|getUpdateComplete|_\\w+|[A-Z]\\w*',
  ].join('|')})$`,
);

const ROUNDS = 50;

/** Resolves after a task of the browser, whatever stands in the place of its timers. */
const task = (): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

describe('always an end, of', () => {
  let timers: FakeTimers | undefined;
  let errors: PageErrors;
  const real = { open: window.open, fetch: window.fetch };

  beforeEach(() => {
    errors = new PageErrors();
    window.open = () => null;
    window.fetch = () => new Promise(() => {}); // never answers, and hears of no signal
  });

  afterEach(async () => {
    timers?.restore();
    timers = undefined;
    Object.assign(window, real);
    document.querySelectorAll('connect-ccp, connect-global-ccp').forEach((one) => one.remove());
    closeFakeCcps();
    await errors.settled();
    errors.restore();
  });

  const contacts = [voiceContact('voice', 'connected')];

  async function handles(): Promise<Record<Name, Handle>> {
    const page = await fixture<HTMLElement>(html`
      <div>
        <connect-ccp headless ccp-url=${CCP_URL}></connect-ccp>
        <connect-global-ccp></connect-global-ccp>
        <connect-agent-status></connect-agent-status>
        <connect-contact-controls></connect-contact-controls>
      </div>
    `);
    const [host, globalHost, status, controls] = page.children as unknown as [
      ConnectCcpElement,
      ConnectGlobalCcpElement,
      ConnectAgentStatusElement,
      ConnectContactControlsElement,
    ];
    status.forElement = controls.forElement = host;
    host.connect.getLog().setEchoLevel('CRITICAL');
    const ccp = await new FakeCcp(host.connect, host).attach();
    await ccp.acknowledge({ id: 'port-1' });
    await ccp.update(agentData({ contacts }));
    // What is loaded when it is needed is there.
    await Promise.all([
      import('../elements/ccp/doctor.js'),
      import('../src/doctor.js'),
      import('../src/doctor/diagnose.js'),
    ]);
    const namespace = quietConnect();
    await readyCcp(namespace, agentData({ contacts }));
    const globalConnect = createGlobalConnect();
    const box = page.appendChild(document.createElement('div'));
    globalConnect.core.initCCP(box, optionsWith());
    const elements = { host, globalHost, status, controls };
    const ours = { globalCore: globalConnect.core, namespace, kit: await silentKit(page) };
    const wrap = (objects: Record<string, object>, upTo: object) =>
      Object.entries(objects).map(([name, object]) => [name, { object, upTo }] as const);
    return Object.fromEntries([
      ...wrap(elements, LitElement.prototype),
      ...wrap(ours, Object.prototype),
    ]) as unknown as Record<Name, Handle>;
  }

  /** The kit on a page that lets itself be attached to, and then says nothing. */
  async function silentKit(page: HTMLElement): Promise<object> {
    const frame = document.createElement('iframe');
    frame.src = CCP_URL;
    page.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.contentWindow!.addEventListener('message', ({ ports }) =>
      ports[0]?.postMessage({ simulator: 'attached', page: 1 }),
    );
    return attachSimulator(frame);
  }

  /** Which of some promises settle within a long time. */
  async function unsettled(promises: readonly (readonly [name: string, promise: PromiseLike<unknown>])[]) {
    const pending = new Set(promises.map(([name]) => name));
    for (const [name, promise] of promises) {
      const done = (): void => void pending.delete(name);
      promise.then(done, done);
    }
    // Modules that are loaded on the way come by tasks, not by timers.
    for (let round = 0; round < ROUNDS; round++) {
      await timers!.advance(LONG / ROUNDS);
      await task();
    }
    return [...pending];
  }

  it('all that give a promise: they stand in the table', async () => {
    const all = await handles();
    timers = new FakeTimers();
    const missing: string[] = [];
    const unused: string[] = [];
    for (const [handle, rows] of Object.entries(TABLES) as [Name, Record<string, Row>][]) {
      const giving = methodsOf(all[handle].object, all[handle].upTo, (name) => NOT_IN_PASSING.test(name)).filter(
        (name) => {
          const given = [[], rows[name]?.args ?? [], ...ODD.map((odd) => [odd])];
          const gives = given.map((args) => call(all[handle].object, name, args)).filter(isThenable);
          for (const promise of gives) promise.then(undefined, () => {});
          return gives.length > 0;
        },
      );
      missing.push(...giving.filter((name) => !(name in rows)).map((name) => `${handle}.${name}`));
      unused.push(
        ...Object.keys(rows)
          .filter((name) => !giving.includes(name))
          .map((name) => `${handle}.${name}`),
      );
    }
    expect(missing, 'give a promise and stand in no table').to.deep.equal([]);
    expect(unused, 'stand in the table and give none').to.deep.equal([]);
  });

  for (const [handle, rows] of Object.entries(TABLES) as [Name, Record<string, Row>][]) {
    for (const [name, { args, ends }] of Object.entries(rows)) {
      it(`${handle}.${name}: without an answer, and with whatever it is given`, async () => {
        const all = await handles();
        timers = new FakeTimers();
        const { object } = all[handle];
        const calls: [string, unknown][] = [[name, call(object, name, args)]];
        for (const [index, odd] of ODD.entries()) {
          calls.push([`${name}(odd ${index})`, call(object, name, [odd])]);
          calls.push([`${name}(…, odd ${index})`, call(object, name, [...args, odd])]);
        }
        const promises = calls.filter((one): one is [string, Promise<unknown>] => isThenable(one[1]));
        expect(promises, 'it gives a promise').to.not.be.empty;
        if (ends) (all.host.object as HTMLElement).remove();
        expect(await unsettled(promises)).to.deep.equal([]);
      });
    }
  }

  for (const verb of [...CONTACT_VERBS, ...Object.keys(HOST_VERBS)]) {
    it(`host.request of ${verb}: without an answer`, async () => {
      const { host } = await handles();
      timers = new FakeTimers();
      const promise = (host.object as ConnectCcpElement).request(requestOf(verb));
      expect(await unsettled([[verb, promise]])).to.deep.equal([]);
    });
  }
});
