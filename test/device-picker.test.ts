// The choice of devices in <connect-contact-controls>: what there is, what is chosen, what is kept.
import { expect } from '@open-wc/testing';
import type { ConnectContactControlsElement } from '../elements/contact-controls/element.js';
import { hashOf, MEMORY_KEY } from '../elements/devices/memory.js';
import type { ConnectSetDeviceRequestEvent } from '../elements/verbs/requests.js';
import type { Agent } from '../src/index.js';
import type { Simulator } from '../src/simulator/kit/simulator.js';
import {
  announcements,
  connectedCall,
  type ControlsScene,
  mountControls,
  parts,
  press,
  soon,
  usable,
} from './support/controls-scene.js';
import { FakeMicrophone } from './support/fake-microphone.js';

/** The list of a device, by its name. */
function list({ renderRoot }: ConnectContactControlsElement, name: string): HTMLSelectElement | undefined {
  const label = [...renderRoot.querySelectorAll('label')].find(({ textContent }) => textContent === name);
  return label?.control as HTMLSelectElement | undefined;
}

/** What can be chosen, the present choice in brackets. */
const choices = (select: HTMLSelectElement): string[] =>
  [...select.options].map(({ text, selected }) => (selected ? `[${text}]` : text));

/** What is said below a list. */
const noteOf = (select: HTMLSelectElement): string => {
  const note = (select.getRootNode() as ShadowRoot).getElementById(select.getAttribute('aria-describedby')!)!;
  return note.hidden ? '' : note.textContent;
};

/** Chooses as an agent does. */
function choose(select: HTMLSelectElement, text: string): void {
  select.value = [...select.options].find((option) => option.text === text)!.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const wordsOf = (controls: ConnectContactControlsElement): string =>
  parts(controls, 'panel')[0]?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('the choice of devices', () => {
  let browser: FakeMicrophone;
  let restore: () => void;
  let sims: Simulator[] = [];

  beforeEach(() => {
    localStorage.removeItem(MEMORY_KEY);
    browser = new FakeMicrophone();
    restore = browser.install();
  });
  afterEach(() => {
    restore();
    for (const sim of sims) sim.detach();
    sims = [];
    localStorage.removeItem(MEMORY_KEY);
  });

  async function mount(parameters: Record<string, string> = {}): Promise<ControlsScene> {
    const scene = await mountControls(parameters);
    sims.push(scene.sim);
    await scene.sim.microphone('granted');
    return scene;
  }

  /** Opens the choice. */
  async function open(controls: ConnectContactControlsElement): Promise<void> {
    await press(controls, 'Devices');
    await soon(
      () => parts(controls, 'panel').length === 1 && !!controls.shadowRoot!.activeElement?.closest('.panel'),
      'open',
    );
  }

  /** What is plugged in, or may be used, is another now. */
  async function play(sim: Simulator, what: 'granted' | 'denied' | 'missing'): Promise<void> {
    await sim.microphone(what);
    browser.mediaDevices.dispatchEvent(new Event('devicechange'));
  }

  /** What the agent's CCP has been told to use, and what it says that it uses. */
  function inUse({ ccp }: ControlsScene): string[] {
    const told: string[] = [];
    const agent = new ccp.connect.Agent();
    agent.onMicrophoneDeviceChanged(({ deviceId }) => told.push(`microphone ${deviceId}`));
    agent.onSpeakerDeviceChanged(({ deviceId }) => told.push(`speaker ${deviceId}`));
    agent.onRingerDeviceChanged(({ deviceId }) => told.push(`ringer ${deviceId}`));
    return told;
  }

  describe('renders and is accessible', () => {
    it('a list for each device, with what the CCP sees, and the system default', async () => {
      const { controls } = await mount();
      await open(controls);
      for (const name of ['Microphone', 'Speaker', 'Ringer']) {
        expect(choices(list(controls, name)!), name).to.deep.equal(['[System default]', 'Headset']);
      }
      expect((await usable(controls, 'Devices')).ariaExpanded).to.equal('true');
      await expect(controls).to.be.accessible();
    });

    it('no names: a sentence, and a button that asks for the microphone', async () => {
      const scene = await mount();
      const { controls, sim } = scene;
      await sim.microphone('denied');
      await open(controls);
      expect(list(controls, 'Microphone')).to.be.undefined;
      expect(wordsOf(controls)).to.contain('hides the names of devices until you allow the microphone');
      await expect(controls).to.be.accessible();
      let stopped = 0;
      Object.assign(browser.mediaDevices, {
        getUserMedia: async (constraints: MediaStreamConstraints) => {
          expect(constraints).to.deep.equal({ audio: true });
          await sim.microphone('granted');
          return { getTracks: () => [{ stop: () => stopped++ }] };
        },
      });
      await press(controls, 'Allow microphone');
      await soon(() => list(controls, 'Microphone'), 'names');
      expect(stopped).to.equal(1);
      await soon(
        () => controls.shadowRoot!.activeElement === list(controls, 'Microphone'),
        'the focus on the first list',
      );
    });

    it('a microphone that stays blocked: says what to do', async () => {
      const { controls, sim } = await mount();
      await sim.microphone('denied');
      await open(controls);
      const heard = announcements(controls);
      await press(controls, 'Allow microphone');
      await soon(() => wordsOf(controls).includes('The microphone is blocked'), 'the reason');
      expect(heard.join()).to.contain('The microphone is blocked');
    });

    it('a browser that leaves outputs out until the microphone is allowed: none is missed, and a call shows them', async () => {
      const scene = await mount();
      const { controls, ccp } = scene;
      await open(controls);
      choose(list(controls, 'Speaker')!, 'Headset');
      await soon(() => noteOf(list(controls, 'Speaker')!) === 'Speaker: Headset', 'confirmed');
      const { core } = ccp.connect;
      const named = core.getFrameMediaDevices;
      core.getFrameMediaDevices = () => Promise.resolve([{ deviceId: '', kind: 'audioinput', label: '', groupId: '' }]);
      browser.mediaDevices.dispatchEvent(new Event('devicechange'));
      await soon(() => wordsOf(controls).includes('hides the names'), 'hidden');
      expect(wordsOf(controls)).not.to.contain('Headset is not connected');
      expect(wordsOf(controls)).not.to.contain('gives no choice of speakers');
      core.getFrameMediaDevices = named;
      await connectedCall(scene);
      await soon(() => list(controls, 'Speaker'), 'the speakers');
      expect(choices(list(controls, 'Speaker')!)).to.deep.equal(['System default', '[Headset]']);
    });

    it('a browser without a choice of outputs says so, and shows no list for them', async () => {
      const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'setSinkId');
      Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
      const { controls } = await mount();
      await open(controls);
      expect(list(controls, 'Microphone')).not.to.be.undefined;
      expect(list(controls, 'Speaker')).to.be.undefined;
      expect(list(controls, 'Ringer')).to.be.undefined;
      expect(wordsOf(controls)).to.contain('This browser gives no choice of speakers');
      await expect(controls).to.be.accessible();
      if (native) Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', native);
    });

    it('in the language and direction of the page', async () => {
      await Promise.all([import('../elements/lang/de.js'), import('../elements/lang/ar.js')]);
      const { controls } = await mount();
      controls.lang = 'de';
      await open2(controls, 'Geräte');
      expect(list(controls, 'Lautsprecher')).not.to.be.undefined;
      controls.lang = 'ar';
      await soon(() => list(controls, 'مكبر الصوت'), 'Arabic');
      await expect(controls).to.be.accessible();
    });

    async function open2(controls: ConnectContactControlsElement, name: string): Promise<void> {
      await press(controls, name);
      await soon(() => controls.shadowRoot!.querySelector('select'), 'open');
    }
  });

  describe('who does not see it', () => {
    it('an agent with a desk phone, until they choose the softphone', async () => {
      const { controls, sim, ccp } = await mountControls({ softphone: 'false' });
      expect(parts(controls, 'devices')).to.deep.equal([]);
      await sim.setConfiguration({ softphoneEnabled: true });
      await sim.setAgentState('Offline');
      await soon(() => ccp.state.agent?.state.name === 'Offline', 'a new snapshot');
      await usable(controls, 'Devices');
      sim.detach();
    });

    it('an agent whose panel takes no calls, and one without a panel', async () => {
      const { controls, sim, ccp } = await mountControls();
      sim.detach();
      ccp.withoutSoftphone = true;
      await ccp.updateComplete;
      await ccp.ready;
      await controls.updateComplete;
      expect(parts(controls, 'devices')).to.deep.equal([]);
      ccp.remove();
      await controls.updateComplete;
      expect(parts(controls, 'devices')).to.deep.equal([]);
    });
  });

  describe('a choice', () => {
    it('is a request, then confirmed by the CCP, shown and said', async () => {
      const scene = await mount();
      const { controls, ccp } = scene;
      const told = inUse(scene);
      const heard = announcements(controls);
      const requests: string[] = [];
      document.addEventListener(
        'connect-set-device-request',
        ({ device, deviceId }) => requests.push(`${device} ${deviceId}`),
        { once: true },
      );
      const phases: string[] = [];
      ccp.addEventListener('connect-command', ({ operation, phase }) => phases.push(`${operation} ${phase}`));
      await open(controls);
      choose(list(controls, 'Speaker')!, 'Headset');
      await soon(() => noteOf(list(controls, 'Speaker')!) === 'Speaker: Headset', 'confirmed');
      expect(requests).to.deep.equal(['speaker headset']);
      expect(told).to.deep.equal(['speaker headset']);
      expect(phases).to.deep.equal(['set-device pending', 'set-device confirmed']);
      expect(choices(list(controls, 'Speaker')!)).to.deep.equal(['System default', '[Headset]']);
      expect(heard).to.deep.equal(['Speaker: Headset']);
    });

    it('that the page prevents changes nothing; the page may carry it out later', async () => {
      const scene = await mount();
      const { controls, ccp } = scene;
      const told = inUse(scene);
      let stopped: ConnectSetDeviceRequestEvent | undefined;
      controls.addEventListener(
        'connect-set-device-request',
        (event) => {
          event.preventDefault();
          stopped = event;
        },
        { once: true },
      );
      await open(controls);
      choose(list(controls, 'Microphone')!, 'Headset');
      await soon(() => choices(list(controls, 'Microphone')!)[0] === '[System default]', 'as before');
      expect(told).to.deep.equal([]);
      expect(localStorage.getItem(MEMORY_KEY)).to.be.null;
      expect(await ccp.perform(stopped!)).to.equal('confirmed');
      expect(told).to.deep.equal(['microphone headset']);
      await soon(() => choices(list(controls, 'Microphone')!)[1] === '[Headset]', 'as the CCP says');
    });

    it('that nobody confirms counts from the next call on, if it is the microphone; else it says so', async () => {
      const scene = await mount();
      const { controls, ccp } = scene;
      await open(controls);
      // A softphone ignores a microphone while nobody talks.
      const prototype = ccp.connect.Agent.prototype as Agent;
      prototype.setMicrophoneDevice = prototype.setSpeakerDevice = () => {};
      choose(list(controls, 'Microphone')!, 'Headset');
      choose(list(controls, 'Speaker')!, 'Headset');
      await soon(() => noteOf(list(controls, 'Microphone')!) === 'It is used from the next call on.', 'the microphone');
      await soon(() => noteOf(list(controls, 'Speaker')!).startsWith('Speaker: not confirmed.'), 'the speaker');
      for (const name of ['setMicrophoneDevice', 'setSpeakerDevice']) Reflect.deleteProperty(prototype, name);
    });

    it('is used again in each call', async () => {
      const scene = await mount();
      const { controls } = scene;
      await open(controls);
      choose(list(controls, 'Microphone')!, 'Headset');
      await soon(() => noteOf(list(controls, 'Microphone')!) === 'Microphone: Headset', 'confirmed');
      const told = inUse(scene);
      const heard = announcements(controls);
      await connectedCall(scene);
      await soon(() => told.includes('microphone headset'), 'asked for again');
      expect(heard.join()).not.to.contain('Headset');
    });

    it('made in another tab, or in the CCP itself, is shown', async () => {
      const { controls, ccp } = await mount();
      await open(controls);
      new ccp.connect.Agent().setRingerDevice('headset');
      await soon(() => choices(list(controls, 'Ringer')!)[1] === '[Headset]', 'shown');
      expect(localStorage.getItem(MEMORY_KEY)).to.be.null;
    });

    it('of a ringer is the page’s where that rings, unless the page has one of its own', async () => {
      const scene = await mount();
      const { controls, ccp } = scene;
      const told = inUse(scene);
      browser.devices = [
        { kind: 'audiooutput', deviceId: 'page-id', label: 'Desk speaker' },
        { kind: 'audioinput' },
      ] as unknown as typeof browser.devices;
      ccp.ringer = true;
      await ccp.ready;
      await sims[0].microphone('granted').catch(() => {});
      await soon(() => ccp.status === 'ready', 'ready');
      await open(controls);
      await soon(
        () => list(controls, 'Ringer') && choices(list(controls, 'Ringer')!).includes('Desk speaker'),
        'its devices',
      );
      choose(list(controls, 'Ringer')!, 'Desk speaker');
      await soon(() => ccp.ringerDevice === 'page-id', 'the page rings there');
      expect(told.filter((one) => one.startsWith('ringer'))).to.deep.equal([]);
      ccp.setAttribute('ringer-device', 'front-desk');
      browser.mediaDevices.dispatchEvent(new Event('devicechange'));
      await soon(() => !list(controls, 'Ringer'), 'no list');
      ccp.ringer = false;
    });
  });

  describe('is remembered', () => {
    /** What is stored when these were chosen. */
    async function chosen(scene: ControlsScene, device: string): Promise<void> {
      await open(scene.controls);
      choose(list(scene.controls, device)!, 'Headset');
      await soon(() => noteOf(list(scene.controls, device)!) === `${device}: Headset`, 'confirmed');
    }

    /** What the agent of a scene is known by. */
    async function hashIn({ ccp }: ControlsScene): Promise<string> {
      const { username } = new ccp.connect.Agent().getConfiguration();
      return (await hashOf(`${ccp.connect.core.getOrigin()} ${username}`))!;
    }

    it('for this agent at this instance, by id and name and nothing else; the default forgets it', async () => {
      const scene = await mount({ agent: 'Jo Doe' });
      await chosen(scene, 'Speaker');
      const stored = localStorage.getItem(MEMORY_KEY)!;
      const [[agent, choice]] = JSON.parse(stored) as [[string, unknown]];
      const { username } = new scene.ccp.connect.Agent().getConfiguration();
      expect(agent).to.equal(await hashIn(scene));
      expect(agent).to.match(/^[\da-f]{64}$/);
      for (const clear of [username, scene.ccp.connect.core.getOrigin()!]) expect(stored).not.to.contain(clear);
      expect(choice).to.deep.equal({ speaker: { id: 'headset', label: 'Headset' } });
      choose(list(scene.controls, 'Speaker')!, 'System default');
      await soon(() => localStorage.getItem(MEMORY_KEY) === null, 'forgotten');
    });

    it('and asked for when the agent signs in again, without a word', async () => {
      const scene = await mount();
      const { ccp, controls, sim } = scene;
      await chosen(scene, 'Speaker');
      await sim.expireSession();
      await soon(() => ccp.status === 'expired', 'expired');
      // Nothing of the agent is there until they have signed in.
      let told: string[] = [];
      ccp.connect.agent(() => void (told = inUse(scene)));
      const heard = announcements(controls);
      await sim.signIn();
      await soon(() => told.includes('speaker headset'), 'asked for');
      expect(heard.join()).not.to.contain('Headset');
    });

    it('and asked for once the frame was loaded anew', async () => {
      const scene = await mount();
      await chosen(scene, 'Speaker');
      const { ccp, controls, sim } = scene;
      const told = inUse(scene);
      const heard = announcements(controls);
      await sim.reloadFrame();
      await soon(() => told.includes('speaker headset'), 'asked for');
      expect(heard.join()).not.to.contain('Headset');
      expect(ccp.status).to.equal('ready');
    });

    it('and asked for though the panel has not said at first which devices there are', async () => {
      const scene = await mount();
      await chosen(scene, 'Speaker');
      const { ccp, controls } = scene;
      controls.remove();
      const told = inUse(scene);
      const { core } = ccp.connect;
      const inPanel = core.getFrameMediaDevices.bind(core);
      let asked = 0;
      core.getFrameMediaDevices = () => (asked++ === 0 ? Promise.reject(new Error('Timeout exceeded')) : inPanel());
      ccp.after(document.createElement('connect-contact-controls'));
      await soon(() => told.includes('speaker headset'), 'asked for');
      expect(asked).to.equal(2);
      ccp.nextElementSibling!.remove();
    });

    it('and asked for by the next element, as on another route, though nobody opens the choice', async () => {
      const scene = await mount();
      await chosen(scene, 'Speaker');
      const { ccp, controls } = scene;
      controls.remove();
      const told = inUse(scene);
      ccp.after(document.createElement('connect-contact-controls'));
      await soon(() => told.includes('speaker headset'), 'asked for');
      ccp.nextElementSibling!.remove();
    });

    it('and not asked for where another agent has signed in', async () => {
      const agent = await hashOf('https://elsewhere.example jo');
      const stored = JSON.stringify([[agent, { speaker: { id: 'headset', label: 'Headset' } }]]);
      localStorage.setItem(MEMORY_KEY, stored);
      const scene = await mount();
      const told = inUse(scene);
      await open(scene.controls);
      expect(choices(list(scene.controls, 'Speaker')!)).to.deep.equal(['[System default]', 'Headset']);
      expect(told).to.deep.equal([]);
      expect(localStorage.getItem(MEMORY_KEY)).to.equal(stored);
    });

    it('by name where the browser has given it another id', async () => {
      const scene = await mount();
      const agent = await hashIn(scene);
      const choice = { speaker: { id: 'an id of last week', label: 'Headset' } };
      localStorage.setItem(MEMORY_KEY, JSON.stringify([[agent, choice]]));
      const told = inUse(scene);
      await open(scene.controls);
      await soon(() => told.includes('speaker headset'), 'asked for by its name');
      expect(localStorage.getItem(MEMORY_KEY)).to.contain('"id":"headset"');
    });

    it('until somebody forgets it: forgetDevices() leaves nothing of anybody', async () => {
      const scene = await mount();
      await chosen(scene, 'Speaker');
      scene.controls.forgetDevices();
      expect(localStorage.getItem(MEMORY_KEY)).to.be.null;
      scene.controls.forgetDevices();
      choose(list(scene.controls, 'Speaker')!, 'System default');
      choose(list(scene.controls, 'Speaker')!, 'Headset');
      await soon(() => localStorage.getItem(MEMORY_KEY) !== null, 'a new choice is remembered');
    });

    it('of twenty agents, who have chosen last, and nobody by name as former versions did', async () => {
      const device = { speaker: { id: 'x', label: 'X' } };
      const hashes = await Promise.all(Array.from({ length: 30 }, (_, i) => hashOf(`agent ${i}`)));
      const stored = [['https://x.example jo@example.com', device], ...hashes.map((hash) => [hash, device])];
      localStorage.setItem(MEMORY_KEY, JSON.stringify(stored));
      const scene = await mount();
      await chosen(scene, 'Speaker');
      const kept = JSON.parse(localStorage.getItem(MEMORY_KEY)!) as [string, unknown][];
      expect(kept.map(([agent]) => agent)).to.deep.equal([...hashes.slice(-19), await hashIn(scene)]);
    });

    for (const [what, stored] of [
      ['is no JSON', '{'],
      ['is something else', '"all"'],
      ['has other members', '[["x", {"speaker": 7}]]'],
    ] as const) {
      it(`nothing, where what is stored ${what}`, async () => {
        localStorage.setItem(MEMORY_KEY, stored);
        const { controls } = await mount();
        await open(controls);
        expect(choices(list(controls, 'Speaker')!)).to.deep.equal(['[System default]', 'Headset']);
        choose(list(controls, 'Speaker')!, 'Headset');
        await soon(() => noteOf(list(controls, 'Speaker')!) === 'Speaker: Headset', 'confirmed');
      });
    }

    it('nothing, where the page may store nothing: the choice counts all the same', async () => {
      const { setItem, getItem } = Storage.prototype;
      Storage.prototype.setItem = Storage.prototype.getItem = () => {
        throw new DOMException('no', 'SecurityError');
      };
      try {
        const { controls } = await mount();
        await open(controls);
        choose(list(controls, 'Speaker')!, 'Headset');
        await soon(() => noteOf(list(controls, 'Speaker')!) === 'Speaker: Headset', 'confirmed');
      } finally {
        Object.assign(Storage.prototype, { setItem, getItem });
      }
    });
  });

  describe('devices that come and go', () => {
    it('are followed in the open lists', async () => {
      const { controls, sim } = await mount();
      await open(controls);
      await play(sim, 'missing');
      await soon(() => !list(controls, 'Microphone'), 'no microphone');
      // The focus was on it.
      expect(controls.shadowRoot!.activeElement).to.equal(list(controls, 'Speaker'));
      await play(sim, 'granted');
      await soon(() => list(controls, 'Microphone'), 'a microphone');
    });

    it('a chosen one that goes is given up for the default, and taken again when it is back; both are said', async () => {
      const scene = await mount();
      const { controls, sim } = scene;
      await open(controls);
      choose(list(controls, 'Microphone')!, 'Headset');
      await soon(() => noteOf(list(controls, 'Microphone')!) === 'Microphone: Headset', 'confirmed');
      const told = inUse(scene);
      const heard = announcements(controls);
      await play(sim, 'missing');
      await soon(() => told.includes('microphone '), 'the default');
      await soon(() => heard.includes('Headset is not connected. The system default is used.'), 'said');
      expect(noteOf(list(controls, 'Microphone')!)).to.contain('Headset is not connected');
      await play(sim, 'granted');
      await soon(() => told.includes('microphone headset'), 'taken again');
      await soon(() => heard.includes('Microphone: Headset'), 'said');
      expect(choices(list(controls, 'Microphone')!)).to.deep.equal(['System default', '[Headset]']);
    });

    it('a permission that goes is no device that goes', async () => {
      const scene = await mount();
      const { controls, sim } = scene;
      await open(controls);
      choose(list(controls, 'Microphone')!, 'Headset');
      await soon(() => noteOf(list(controls, 'Microphone')!) === 'Microphone: Headset', 'confirmed');
      const told = inUse(scene);
      await sim.microphone('denied');
      browser.set('denied');
      await soon(() => wordsOf(controls).includes('hides the names'), 'hidden');
      expect(told).to.deep.equal([]);
      await sim.microphone('granted');
      browser.set('granted');
      await soon(() => list(controls, 'Microphone'), 'seen again');
    });
  });

  describe('keyboard', () => {
    it('opens with the focus on the first list, and Escape leads back', async () => {
      const { controls } = await mount();
      const button = await usable(controls, 'Devices');
      button.focus();
      await open(controls);
      expect(controls.shadowRoot!.activeElement).to.equal(list(controls, 'Microphone'));
      list(controls, 'Microphone')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await soon(() => controls.shadowRoot!.activeElement === button, 'the focus on the button');
      expect(parts(controls, 'panel')).to.deep.equal([]);
      expect(button.ariaExpanded).to.equal('false');
    });

    it('asks the panel for one list at a time: its answers do not say which question they answer', async () => {
      const { ccp, controls } = await mount();
      await open(controls);
      const { core } = ccp.connect;
      const ask = core.getFrameMediaDevices;
      let [asked, waiting, most] = [0, 0, 0];
      core.getFrameMediaDevices = (timeout) => {
        asked += 1;
        most = Math.max(most, (waiting += 1));
        return ask(timeout).finally(() => (waiting -= 1));
      };
      for (let times = 0; times < 3; times += 1) browser.mediaDevices.dispatchEvent(new Event('devicechange'));
      await soon(() => asked > 1 && waiting === 0, 'the last answer');
      core.getFrameMediaDevices = ask;
      expect(most).to.equal(1);
      expect(choices(list(controls, 'Speaker')!)).to.deep.equal(['[System default]', 'Headset']);
    });

    it('keeps a list that is open as it is while the state changes', async () => {
      const { ccp, controls, sim } = await mount();
      await open(controls);
      const select = list(controls, 'Microphone')!;
      const [option] = select.options;
      await sim.setAgentState('Offline');
      await soon(() => ccp.state.agent?.state.name === 'Offline', 'offline');
      await controls.updateComplete;
      expect(select.isConnected).to.be.true;
      expect(select.options[0]).to.equal(option);
      expect(controls.shadowRoot!.activeElement).to.equal(select);
    });
  });

  it('a call makes known what the browser has told nobody of', async () => {
    const scene = await mount();
    const { controls, sim } = scene;
    await open(controls);
    await play(sim, 'denied');
    await soon(() => !list(controls, 'Speaker'), 'nothing known');
    await sim.microphone('granted');
    await connectedCall(scene);
    await soon(() => list(controls, 'Speaker'), 'known');
    expect(choices(list(controls, 'Speaker')!)).to.deep.equal(['[System default]', 'Headset']);
  });

  it('ends with its element: nothing listens any more', async () => {
    const { controls, ccp } = await mount();
    await open(controls);
    let asked = 0;
    const { core } = ccp.connect;
    const { getFrameMediaDevices } = core;
    core.getFrameMediaDevices = (timeout) => (asked++, getFrameMediaDevices(timeout));
    browser.mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(asked).to.equal(1);
    controls.remove();
    browser.mediaDevices.dispatchEvent(new Event('devicechange'));
    expect(asked).to.equal(1);
    core.getFrameMediaDevices = getFrameMediaDevices;
  });
});
