// The pseudo-locale: nothing that the elements show or say, in whatever state, is written into them.
import { expect, fixture, html } from '@open-wc/testing';
import { formatsFor } from '../../../elements/words/formats.js';
import { registerLanguage } from '../../../elements/words/languages.js';
import '../../../elements/connect-agent-status.js';
import '../../../elements/connect-ccp.js';
import '../../../elements/connect-global-ccp.js';
import type { ConnectAgentStatusElement } from '../../../elements/agent-status/element.js';
import type { ConnectCcpElement } from '../../../elements/ccp/element.js';
import type { ConnectContactControlsElement } from '../../../elements/contact-controls/element.js';
import type { ConnectGlobalCcpElement } from '../../../elements/global-ccp/element.js';
import { ConnectAcceptRequestEvent, ConnectHoldRequestEvent } from '../../../elements/verbs/requests.js';
import type { CcpStatus } from '../../../src/index.js';
import {
  announcements,
  buttonNames,
  mountControls,
  parts,
  press,
  soon,
  stateIs,
  usable,
  words,
} from '../../support/controls-scene.js';
import { FakeMicrophone } from '../../support/fake-microphone.js';
import { hardCoded, pseudo, spokenIn } from '../../support/pseudo-terms.js';
import { mountCcp, mountReadyCcp, simulatedCcpUrl } from '../../support/simulated-ccp.js';
import { EAST, mountReadyRegions, WEST } from '../../support/two-regions.js';

const terms = pseudo(formatsFor('en'));
const { commands, states, party } = terms.contactControls;

/** What the service gives: names, numbers, queues, states of the instance. */
const DATA = [
  '+12065550100',
  '+12065550101',
  'Basic queue',
  'Support',
  'Billing',
  'Ann Lee',
  'Maria',
  'Call back',
  'Jane Doe',
  'Available',
  'Lunch',
  'Training',
  'Offline',
  'New agent state',
  EAST,
  WEST,
];

/** Fails if an element shows or says anything of its own. */
function check(element: Element, what: string, data: readonly string[] = []): void {
  expect(hardCoded(spokenIn(element), [...DATA, ...data]), what).to.deep.equal([]);
}

/** The names of everything that the simulated service knows of. */
function namesIn({ state }: ConnectCcpElement): string[] {
  const { agent, contacts } = state;
  const ofContacts = contacts.flatMap(({ who, queue, phoneNumber, attributes, connections }) => [
    who,
    queue,
    phoneNumber,
    ...Object.entries(attributes).flat(),
    ...connections.map((connection) => connection.who),
  ]);
  return [agent?.name, ...(agent?.states.map(({ name }) => name) ?? []), ...ofContacts].filter(
    (name) => !!name,
  ) as string[];
}

describe('in a pseudo-locale', () => {
  before(() => {
    registerLanguage('qps', pseudo);
    document.documentElement.lang = 'qps-ploc';
  });

  after(() => {
    document.documentElement.removeAttribute('lang');
  });

  describe('<connect-ccp>', () => {
    const STATUSES: readonly CcpStatus[] = [
      'idle',
      'loading',
      'signed-out',
      'popup-open',
      'popup-blocked',
      'storage-access-needed',
      'stale',
      'expired',
      'denied',
      'unreachable',
      'duplicate',
      'terminated',
    ];

    for (const status of STATUSES) {
      it(`has terms for the status ${status}`, async () => {
        const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp></connect-ccp>`);
        Object.defineProperty(ccp, 'status', { value: status });
        Object.defineProperty(ccp, 'state', { value: { ...ccp.state, status, error: null } });
        ccp.requestUpdate();
        await ccp.updateComplete;
        check(ccp, status);
        expect(ccp.renderRoot.querySelector('h2')!.textContent).to.contain('⟦');
      });
    }

    it('has terms for what is wrong with it, and for its frame', async () => {
      check(await fixture(html`<connect-ccp ccp-url=""></connect-ccp>`), 'no address');
      check(await fixture(html`<connect-ccp managed></connect-ccp>`), 'without a coordinator');
      const wrong = await fixture<ConnectCcpElement>(
        html`<connect-ccp ccp-url="ftp://example.com/ccp" .options=${{ nonsense: true }}></connect-ccp>`,
      );
      const { error } = wrong.state;
      expect(error?.code).to.equal('bad-option');
      check(wrong, 'bad option', [error!.message]);
      const ccp = await mountCcp(simulatedCcpUrl());
      const frame = ccp.renderRoot.querySelector('iframe')!;
      expect(frame.title).to.equal(terms.frameTitle);
      ccp.lang = 'en';
      await soon(() => frame.title === 'Contact control panel', 'the frame keeps its title');
    });

    it('has terms for a microphone that is blocked', async () => {
      const microphone = new FakeMicrophone();
      const restore = microphone.install();
      try {
        const { ccp } = await mountReadyCcp();
        microphone.set('denied');
        await soon(() => ccp.state.error, 'no error');
        await ccp.updateComplete;
        check(ccp, 'microphone');
        expect(ccp.renderRoot.querySelector('.banner')!.textContent).to.contain('⟦');
      } finally {
        restore();
      }
    });
  });

  describe('<connect-agent-status>', () => {
    async function mount(acwSeconds?: number) {
      const { ccp, sim } = await mountReadyCcp();
      const status = await fixture<ConnectAgentStatusElement>(
        html`<connect-agent-status acw-seconds=${acwSeconds ?? ''}></connect-agent-status>`,
      );
      const until = async (text: string) => {
        await soon(() => spokenIn(status).some((one) => one.includes(text)), `${text} is not said`);
        check(status, text, namesIn(ccp));
      };
      return { ccp, sim, status, until };
    }

    it('has terms without a host, ready, and for its menu', async () => {
      check(await fixture(html`<connect-agent-status for=""></connect-agent-status>`), 'unbound');
      const { status, until } = await mount();
      await until('Available');
      status.renderRoot.querySelector<HTMLElement>('#button')!.click();
      await until(terms.agentStatus.menuLabel);
    });

    it('has terms for a change that fails, of whatever type, and one that is not confirmed', async () => {
      const { sim, status, until } = await mount();
      for (const [code, text] of Object.entries(terms.errors)) {
        if (!/AccessDenied|BadEndpoint|InvalidState|Quota/.test(code)) continue;
        await sim.fail('putAgentState', { status: 400, code });
        status.setAgentState('Lunch');
        await until(text);
      }
      status.setAgentState('Nonsense');
      await soon(() => spokenIn(status).some((one) => one.includes('Nonsense')), 'nothing is said');
      check(status, 'no such state', ['Nonsense']);
    });

    it('has terms for a contact, the state after it, after-call work, its countdown and the question', async () => {
      const { ccp, sim, status, until } = await mount(30);
      const contactId = await sim.incomingCall({ from: '+12065550100' });
      await until(terms.agentStatus.systemStates.PendingBusy.name);
      await ccp.request(new ConnectAcceptRequestEvent({ contactId }));
      await until(terms.agentStatus.systemStates.Busy.name);
      status.setAgentState('Lunch');
      await until(terms.agentStatus.nextState('Lunch'));
      status.renderRoot.querySelector<HTMLElement>('[part~=cancel-next]')!.click();
      await soon(() => !status.renderRoot.querySelector('[part~=next]'), 'it is still there');
      await sim.customerHangsUp(contactId);
      await until(terms.agentStatus.systemStates.AfterCallWork.name);
      await soon(() => status.renderRoot.querySelector('[part=countdown]'), 'no countdown');
      check(status, 'countdown');
      status.acwSeconds = 1;
      await until(terms.agentStatus.isOver);
      status.setAgentState('Lunch');
      await until(terms.agentStatus.closesBecause('Lunch'));
    });

    for (const name of ['MissedCallAgent', 'FailedConnectAgent', 'BadAddressCustomer'] as const) {
      it(`has terms for a contact that ends in ${name}`, async () => {
        const { sim, until } = await mount();
        await sim.contactFails(await sim.incomingCall(), name);
        await until(terms.agentStatus.systemStates[name].help);
      });
    }

    it('has terms for a panel that cannot be used, and is not seen', async () => {
      const { ccp, status } = await mount();
      ccp.headless = true;
      for (const wrong of ['stale', 'expired', 'denied', 'signed-out'] as const) {
        for (const state of [ccp.state, { ...ccp.state, agent: null }]) {
          Object.defineProperty(ccp, 'status', { value: wrong, configurable: true });
          Object.defineProperty(ccp, 'state', { value: { ...state, status: wrong }, configurable: true });
          status.requestUpdate();
          await status.updateComplete;
          check(status, wrong, namesIn(ccp));
          delete (ccp as Partial<Record<'state', unknown>>).state;
        }
      }
    });
  });

  describe('<connect-contact-controls>', () => {
    /** The controls, watched: everything that is shown or said from now on. */
    async function mount(parameters: Record<string, string> = {}) {
      const scene = await mountControls(parameters);
      const heard = announcements(scene.controls);
      const look = (what: string, data: readonly string[] = []) => {
        const known = [...namesIn(scene.ccp), ...data];
        check(scene.controls, what, known);
        expect(hardCoded(heard, [...DATA, ...known]), `said: ${what}`).to.deep.equal([]);
      };
      const use = async (name: string, data: readonly string[] = []) => {
        await press(scene.controls, name);
        look(name, data);
      };
      return { ...scene, heard, look, use };
    }

    const type = (controls: ConnectContactControlsElement, kind: 'tel' | 'search', text: string) => {
      const field = controls.renderRoot.querySelector<HTMLInputElement>(`input[type=${kind}]`)!;
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };

    it('has terms without a host, without a contact, and for numbers that cannot be dialed', async () => {
      check(await fixture(html`<connect-contact-controls for=""></connect-contact-controls>`), 'unbound');
      const { controls, heard, look } = await mount();
      look('idle');
      for (const text of ['', 'abc', '0123', '+1', '+123456789012345678']) {
        const before = heard.length;
        type(controls, 'tel', text);
        await press(controls, commands.dial[0]);
        await soon(() => heard.length > before, `${text} is taken`);
        look(`number ${text}`);
      }
    });

    it('has terms for a call from its ring to its end', async () => {
      const { controls, sim, look, use } = await mount();
      const contactId = await sim.incomingCall({ from: '+12065550100', queue: 'Support' });
      await usable(controls, commands.accept[0]);
      look('incoming');
      await sim.setAttributes(contactId, { a: '1', b: '2', c: '3', d: '4', e: '' });
      await use(commands.accept[0]);
      await stateIs(controls, states.connected);
      await use(commands.hold[0]);
      await stateIs(controls, states.hold);
      look('held');
      await use(commands.resume[0]);
      await stateIs(controls, states.connected);
      await use(commands.mute[0]);
      await usable(controls, commands.unmute[0]);
      look('muted');
      await use(commands['send-digits'][0]);
      parts(controls, 'key')[4].click();
      await soon(() => words(controls, 'digits') === '5', 'no digit');
      look('digits');
      await use(commands['hang-up'][0]);
      await stateIs(controls, states.afterCall);
      look('after-call work');
      await use(commands.clear[0]);
      await soon(() => parts(controls, 'contact').length === 0, 'still there');
      look('cleared');
    });

    it('has terms for a transfer, its quick connects, and a conference', async () => {
      const { ccp, controls, sim, look, use } = await mount({ endpoints: '20' });
      const quickConnects = Array.from({ length: 21 }, (_, index) => `Contact ${index}`);
      const data = [
        ...quickConnects,
        'Ann Lee',
        'ann.lee',
        'Courier',
        'Front desk',
        'Support queue',
        'Bob Roy',
        'bob.roy',
      ];
      const contactId = await sim.incomingCall({ from: '+12065550100', queue: 'Support' });
      await use(commands.accept[0]);
      await stateIs(controls, states.connected);
      await sim.fail('getEndpoints', { status: 403, code: 'AccessDeniedException' });
      await use(commands.transfer[0]);
      await soon(() => words(controls, 'problem'), 'they loaded');
      look('quick connects that did not load');
      expect(words(controls, 'problem')).to.equal(
        terms.contactControls.loadingFailed(terms.errors.AccessDeniedException),
      );
      await press(controls, terms.contactControls.tryAgain);
      await soon(() => parts(controls, 'quick-connect').length > 0, 'none');
      const shown = () =>
        parts(controls, 'quick-connects')
          .flatMap(spokenIn)
          .filter((text) => /\p{L}/u.test(text) && !/⟦/.test(text));
      look('quick connects', [...data, ...shown()]);
      type(controls, 'search', 'nobody');
      await soon(() => words(controls, 'no-match'), 'somebody');
      look('no match', data);
      await use(commands.transfer[0], data);
      await use(commands['add-participant'][0], data);
      await soon(() => parts(controls, 'quick-connect').length > 0, 'none');
      await press(controls, 'Ann Lee');
      look('a chosen quick connect', [...data, ...shown()]);
      await press(controls, terms.contactControls.call);
      await stateIs(controls, states.callingParty('Ann Lee'));
      look('calling a third party', data);
      await sim.thirdPartyAnswers(contactId);
      await stateIs(controls, states.talkingTo('Ann Lee'));
      look('talking to a third party', data);
      await use(commands.swap[0], data);
      await stateIs(controls, states.talkingTo('+12065550100'));
      await use(commands.conference[0], data);
      await stateIs(controls, states.conference);
      look('conference', data);
      expect(buttonNames(controls.renderRoot)).to.include(party.removeParty('Ann Lee'));
      await press(controls, party.removeParty('Ann Lee'));
      await stateIs(controls, states.connected);
      look('one party removed', data);
      expect(ccp.state.contacts.length).to.equal(1);
    });

    it('has terms for what fails, of whatever type', async () => {
      const { ccp, controls, sim, heard, look, use } = await mount();
      await sim.incomingCall({ from: '+12065550100' });
      await use(commands.accept[0]);
      await stateIs(controls, states.connected);
      await sim.fail('holdConnection', { status: 400, code: 'InvalidStateException' });
      await use(commands.hold[0]);
      await soon(() => heard.some((text) => text.includes(terms.errors.InvalidStateException)), 'it did not fail');
      look('failed');
      const [{ contactId }] = ccp.state.contacts;
      await ccp.request(new ConnectHoldRequestEvent({ contactId, connectionId: 'nobody' }));
      look('nobody to hold');
    });

    it('has terms for chats and tasks, and several contacts', async () => {
      const { ccp, controls, sim, look, use } = await mount();
      ccp.headless = true;
      const chat = await sim.incomingChat({ customerName: 'Maria' });
      await usable(controls, commands.accept[0]);
      look('incoming chat');
      await use(commands.accept[0]);
      await stateIs(controls, states.connected);
      look('chat');
      await sim.incomingTask({ name: 'Call back' });
      await usable(controls, commands.accept[0], 'Call back');
      look('chat and task');
      await press(controls, commands.accept[0], 'Call back');
      await soon(() => ccp.state.contacts.every(({ ringing }) => !ringing), 'it rings');
      await controls.updateComplete;
      look('two contacts');
      await sim.customerHangsUp(chat);
      await soon(() => ccp.state.contacts.some(({ state }) => state.type === 'ended'), 'it goes on');
      await controls.updateComplete;
      look('one has ended');
    });
  });

  describe('<connect-global-ccp>', () => {
    it('has terms for what is wrong, and where the agent works', async () => {
      const wrong = await fixture<ConnectGlobalCcpElement>(html`<connect-global-ccp></connect-global-ccp>`);
      check(wrong, 'no region');
      check(await fixture(html`<connect-global-ccp for="nobody other"></connect-global-ccp>`), 'no such host', [
        'nobody',
      ]);
      const { global, sim } = await mountReadyRegions();
      check(global, 'ready');
      const contactId = await sim.incomingCall({ from: '+12065550100' });
      await global.request(new ConnectAcceptRequestEvent({ contactId }));
      global.failover({ soft: true });
      await soon(() => global.renderRoot.textContent.includes(terms.globalCcp.pending(WEST)), 'not pending');
      check(global, 'pending');
      await sim.customerHangsUp(contactId);
      global.failover();
      await soon(() => global.activeRegion === WEST, 'not moved');
      await global.updateComplete;
      check(global, 'complete');
    });
  });
});
