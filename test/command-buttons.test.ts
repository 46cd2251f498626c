import { expect, fixture, html } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectRequestEvent } from '../elements/host/requests.js';
import { eventually } from './support/eventually.js';
import { HostScene } from './support/host-scene.js';
import { skipWithout } from './support/lacks.js';
import { statusIs } from './support/simulated-ccp.js';

const MUTE_PAGE = new URL('/test/support/pages/mute.html', location.href).href;

const box = document.createElement('div');

/** A button as a page writes it, in the page. */
function button(command: string, value = '', attributes = ''): HTMLButtonElement {
  box.innerHTML = `<button commandfor="ccp" command="${command}" value="${value}" ${attributes}>Go</button>`;
  return box.querySelector('button')!;
}

/** The names of the requests that the document hears, with what they are about. */
function hearRequests(): ConnectRequestEvent[] {
  const heard: ConnectRequestEvent[] = [];
  for (const verb of VERBS) {
    document.addEventListener(`connect-${verb}-request`, (event) => heard.push(event as ConnectRequestEvent), {
      signal: listening.signal,
    });
  }
  return heard;
}

const VERBS = 'accept reject hang-up hold resume mute unmute clear set-agent-state dial login logout'.split(' ');

let listening: AbortController;
let scene: HostScene;

async function mount(parameters: Record<string, string> = {}): Promise<void> {
  scene = await HostScene.mount(parameters);
  scene.ccp.id = 'ccp';
}

/** Presses a button and waits for the end of the command. */
async function press(command: string, value = ''): Promise<string> {
  const { length } = scene.phases;
  button(command, value).click();
  await eventually(() => scene.phases.slice(length).some((phase) => !phase.endsWith('pending')), command);
  return scene.phases.at(-1)!;
}

const ringing = async () => {
  const id = await scene.sim.incomingCall();
  await scene.until(id, (contact) => contact?.ringing);
  return id;
};

const performed = async (verb: string, contactId: string) => {
  await scene.ccp.perform(Object.assign(new Event(`connect-${verb}-request`), { contactId }));
};

interface ButtonCase {
  readonly command: string;
  readonly value?: string;
  /** What is the matter when it is pressed. */
  readonly given?: () => Promise<unknown>;
  /** What it ends with. */
  readonly end: string;
  /** What the service was asked for. */
  readonly calls: readonly string[];
}

/** Every command of the contract. */
const CASES: readonly ButtonCase[] = [
  { command: '--accept-contact', given: ringing, end: 'accept confirmed', calls: ['acceptContact'] },
  { command: '--reject-contact', given: ringing, end: 'reject confirmed', calls: ['rejectContact'] },
  { command: '--hang-up', given: () => scene.call(), end: 'hang-up confirmed', calls: ['destroyConnection'] },
  { command: '--hang-up', given: () => scene.consultation(), end: 'leave confirmed', calls: ['destroyConnection'] },
  { command: '--hold', given: () => scene.call(), end: 'hold confirmed', calls: ['holdConnection'] },
  {
    command: '--resume',
    given: async () => performed('hold', await scene.call()),
    end: 'resume confirmed',
    calls: ['resumeConnection'],
  },
  { command: '--mute', given: () => scene.call(), end: 'mute confirmed', calls: [] },
  { command: '--unmute', given: async () => performed('mute', await scene.call()), end: 'unmute confirmed', calls: [] },
  {
    command: '--clear-contact',
    given: async () => performed('hang-up', await scene.call()),
    end: 'clear confirmed',
    calls: ['clearContact'],
  },
  { command: '--set-available', end: 'set-agent-state confirmed', calls: ['putAgentState'] },
  {
    command: '--set-offline',
    given: async () => {
      await scene.sim.setAgentState('Available');
      await eventually(() => scene.ccp.state.agent?.state.name === 'Available', 'available');
    },
    end: 'set-agent-state confirmed',
    calls: ['putAgentState'],
  },
  { command: '--set-agent-state', value: 'Lunch', end: 'set-agent-state confirmed', calls: ['putAgentState'] },
  { command: '--dial', value: '+12065550100', end: 'dial confirmed', calls: ['createOutboundContact'] },
  { command: '--logout', end: 'logout confirmed', calls: [] },
];

/** The same with the browser's own invoker buttons, and with ours where there are none. */
for (const isNative of [true, false]) {
  describe(`command buttons ${isNative ? 'of the browser' : 'in a browser that has none'}`, () => {
    const { prototype } = HTMLButtonElement;
    const native = Object.getOwnPropertyDescriptor(prototype, 'commandForElement');

    before(function () {
      if (isNative) skipWithout(this, native !== undefined, 'invoker buttons');
      if (!isNative) Reflect.deleteProperty(prototype, 'commandForElement');
    });

    after(() => {
      if (native) Object.defineProperty(prototype, 'commandForElement', native);
    });

    beforeEach(() => {
      listening = new AbortController();
      document.body.append(box);
    });

    afterEach(() => {
      listening.abort();
      scene?.sim.detach();
      box.remove();
    });

    for (const { command, value, given, end, calls } of CASES) {
      it(`${command} ${value ?? ''} → ${end}`, async () => {
        await mount({ state: 'Offline' });
        await given?.();
        await scene.calls();
        const heard = hearRequests();
        expect(await press(command, value)).to.equal(end);
        expect(heard.length).to.equal(1);
        expect(await scene.calls()).to.deep.equal(calls);
      });
    }

    it('--login opens the sign-in window', async () => {
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp id="ccp" ccp-url=${MUTE_PAGE} load-timeout="50"></connect-ccp>`,
      );
      await statusIs(ccp, 'signed-out');
      const { open } = window;
      let opened = 0;
      window.open = () => {
        opened++;
        return null;
      };
      try {
        button('--login').click();
        await statusIs(ccp, 'popup-blocked');
        expect(opened).to.equal(1);
      } finally {
        window.open = open;
      }
    });

    it('can be prevented, like any request', async () => {
      await mount();
      await scene.call();
      await scene.calls();
      document.addEventListener('connect-hold-request', (event) => event.preventDefault(), { once: true });
      button('--hold').click();
      await Promise.resolve();
      expect(scene.phases).to.deep.equal([]);
      expect(await scene.calls()).to.deep.equal([]);
    });

    it('do nothing if the click is prevented, the button is disabled, or the command is unknown', async () => {
      await mount();
      await scene.call();
      const heard = hearRequests();
      const prevented = button('--hold');
      prevented.addEventListener('click', (event) => event.preventDefault());
      prevented.click();
      button('--hold', '', 'disabled').click();
      button('--fly').click();
      button('constructor').click();
      expect(heard).to.deep.equal([]);
    });

    it('work when something inside the button is clicked, and in the host’s shadow root alone', async () => {
      await mount();
      await scene.call();
      const heard = hearRequests();
      const outside = button('--hold');
      outside.innerHTML = '<b>Hold</b>';
      outside.querySelector('b')!.click();
      expect(heard.length).to.equal(1);
      const shadow = document.createElement('div');
      box.append(shadow);
      shadow.attachShadow({ mode: 'open' }).innerHTML = '<button commandfor="ccp" command="--resume">Resume</button>';
      shadow.shadowRoot!.querySelector('button')!.click();
      expect(heard.length).to.equal(1); // an id counts in its own tree
    });

    it('follow the host when it moves, and leave nothing behind when it goes', async () => {
      await mount();
      const { ccp } = scene;
      const heard = hearRequests();
      ccp.remove();
      button('--set-available').click();
      expect(heard.length).to.equal(0);
      const inner = document.createElement('div');
      box.append(inner);
      const root = inner.attachShadow({ mode: 'open' });
      root.innerHTML = '<button commandfor="ccp" command="--set-available">Available</button>';
      root.append(ccp);
      root.querySelector('button')!.click();
      expect(heard.length).to.equal(1);
      button('--set-available').click();
      expect(heard.length).to.equal(1);
      ccp.remove();
    });

    describe('which contact', () => {
      it('is the one that the value names', async () => {
        await mount({ chats: '2' });
        await scene.sim.incomingChat();
        const second = await scene.sim.incomingChat();
        await scene.until(second, (contact) => contact);
        const heard = hearRequests();
        await press('--accept-contact', second);
        expect(heard[0].contactId).to.equal(second);
      });

      it('is the one that rings, though another is selected', async () => {
        await mount();
        const call = await scene.call();
        scene.ccp.selectContact(call);
        await eventually(() => scene.ccp.state.selectedContactId === call, 'the call is selected');
        const chat = await scene.sim.incomingChat();
        await scene.until(chat, (contact) => contact?.ringing);
        const heard = hearRequests();
        await press('--accept-contact');
        expect(heard[0].contactId).to.equal(chat);
      });

      it('is never another than the selected one, to hang up on', async () => {
        await mount();
        await scene.call();
        const chat = await scene.sim.incomingChat();
        await scene.until(chat, (contact) => contact?.ringing);
        await performed('reject', chat);
        scene.ccp.selectContact(chat); // over, and to be cleared
        await eventually(() => scene.ccp.state.selectedContactId === chat, 'the chat is selected');
        await scene.calls();
        const heard = hearRequests();
        button('--hang-up').click();
        expect(heard[0].contactId).to.equal(chat);
      });

      it('is the first one that allows it, while none is selected', async () => {
        await mount();
        const chat = await scene.sim.incomingChat();
        await scene.until(chat, (contact) => contact?.ringing);
        const call = await scene.call();
        const heard = hearRequests();
        await press('--hold');
        expect(heard[0].contactId).to.equal(call);
      });

      it('is none if there is none: it fails, and says so', async () => {
        await mount();
        expect(await press('--hold')).to.equal('hold failed');
        expect(scene.commands.at(-1)!.error!.message).to.contain('No contact');
      });
    });
  });
}
