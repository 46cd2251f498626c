// The page's own ringer: what a user hears of it, when it stops, who rings, and what calls the agent while no sound may.
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RegionLead } from '../elements/host/region-lead.js';
import '../elements/connect-ccp.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import { attachSimulator, type Simulator } from '../src/simulator/kit/simulator.js';
import { Ears } from './support/ears.js';
import { eventually } from './support/eventually.js';
import { skipWithout } from './support/lacks.js';
import { PATIENCE } from './support/patience.js';
import { simulatedCcpUrl, statusIs } from './support/simulated-ccp.js';
import { closeTabs, openTab } from './support/tabs.js';

const SOUND = 'https://sounds.example/ring.mp3';
const OTHER = 'https://sounds.example/chat.mp3';

/** False on a machine without an output for sound, for which Firefox waits: what follows on its word cannot be seen there. */
async function hasOutput(): Promise<boolean> {
  const context = new AudioContext();
  const runs = context.resume().then(() => true);
  const hasGivenUp = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE / 5));
  try {
    return await Promise.race([runs, hasGivenUp]);
  } finally {
    void context.close();
  }
}

/** A ring as loud as it goes, on the browser's own device. */
const TONE = { what: 'tone', volume: 1, device: '' };

describe('the ringer', () => {
  const { title } = document;
  let ears: Ears;
  let sims: Simulator[] = [];

  beforeEach(() => {
    ears = new Ears();
    ears.install();
  });
  afterEach(() => {
    for (const ccp of document.querySelectorAll('connect-ccp')) ccp.remove();
    closeTabs();
    for (const sim of sims) sim.detach();
    sims = [];
    ears.restore();
    document.title = title;
  });

  /** A host that rings, and is ready. */
  async function mount(
    properties: Partial<ConnectCcpElement> = {},
    ccpUrl = simulatedCcpUrl({ state: 'Available' }),
  ): Promise<{ ccp: ConnectCcpElement; sim: Simulator; codes: string[] }> {
    const ccp = await fixture<ConnectCcpElement>(html`<connect-ccp ringer></connect-ccp>`);
    const codes: string[] = [];
    ccp.addEventListener('connect-error', ({ error }) => codes.push(error.code));
    Object.assign(ccp, { ...properties, ccpUrl });
    await ccp.updateComplete;
    codes.splice(0); // there was no address yet
    await ccp.ready;
    const sim = await attachSimulator(ccp);
    sims.push(sim);
    return { ccp, sim, codes };
  }

  const hears = (...sounds: unknown[]): Promise<void> =>
    eventually(
      () => JSON.stringify(ears.heard) === JSON.stringify(sounds),
      `hears ${JSON.stringify(ears.heard)}, not ${JSON.stringify(sounds)}`,
    );

  const stateIs = (ccp: ConnectCcpElement, contactId: string, state: string | undefined): Promise<void> =>
    eventually(
      () => ccp.state.contacts.find((contact) => contact.contactId === contactId)?.state.type === state,
      `the contact is ${state}`,
    );

  const banner = (ccp: ConnectCcpElement): string =>
    ccp.renderRoot.querySelector('.banner')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  it('is off unless it is asked for', async () => {
    const { ccp, sim } = await mount({ ringer: false });
    const { ringtones } = await sim.configured();
    expect(ringtones.voice.disabled).to.not.equal(true);
    await stateIs(ccp, await sim.incomingCall(), 'connecting');
    expect(ears.begun).to.equal(0);
  });

  it('rings with a tone of its own, and the CCP is silent on every channel, whatever the options say', async () => {
    const loud = { disableRingtone: false };
    const options = { softphone: loud, chat: loud, task: loud, ringtone: { voice: { disabled: false } } };
    const { sim } = await mount({ options: options as never });
    const { ringtones } = await sim.configured();
    const { autoAcceptTone, ...channels } = ringtones;
    expect(autoAcceptTone).to.be.an('object');
    expect(Object.keys(channels)).to.have.length(6);
    for (const [channel, { disabled }] of Object.entries(channels)) expect(disabled, channel).to.equal(true);
    expect(ears.heard).to.deep.equal([]);
    await sim.incomingCall();
    await hears(TONE);
  });

  const ENDS: Record<string, (sim: Simulator, ccp: ConnectCcpElement, contactId: string) => unknown> = {
    'is accepted': (_, ccp, contactId) => new ccp.connect.Contact(contactId).accept(),
    'is rejected': (_, ccp, contactId) => new ccp.connect.Contact(contactId).reject(),
    'is missed': (sim, _, contactId) => sim.missed(contactId),
    'is given up by the customer': (sim, _, contactId) => sim.customerHangsUp(contactId),
  };
  for (const [what, end] of Object.entries(ENDS)) {
    it(`stops with the first snapshot in which the contact ${what}`, async () => {
      const { ccp, sim } = await mount();
      const contactId = await sim.incomingCall();
      await hears(TONE);
      const after = new Promise<unknown>((resolve) =>
        ccp.subscribe(
          ({ contacts }) => contacts.some(({ ringing }) => ringing),
          (rings) => {
            if (!rings) resolve(ears.heard);
          },
        ),
      );
      await end(sim, ccp, contactId);
      expect(await after).to.deep.equal([]);
      expect(ears.begun).to.equal(1);
    });
  }

  it('does not ring for a call that the agent makes, holds or transfers', async () => {
    const { ccp, sim } = await mount();
    const contactId = await sim.incomingCall();
    await hears(TONE);
    await new ccp.connect.Contact(contactId).accept();
    await hears();
    await new ccp.connect.Contact(contactId).addConnection('+12065550120');
    await sim.thirdPartyAnswers(contactId);
    await new ccp.connect.Contact(contactId).getAgentConnection()!.destroy();
    await eventually(() => !ccp.state.contacts.some(({ state }) => state.type === 'connected'), 'transferred');
    expect(ears.heard).to.deep.equal([]);
    expect(ears.begun).to.equal(1);
  });

  for (const [what, end] of Object.entries({
    'is removed': (ccp: ConnectCcpElement) => ccp.remove(),
    'is terminated': (ccp: ConnectCcpElement) => ccp.terminate(),
    'rings no longer by its attribute': (ccp: ConnectCcpElement) => ccp.removeAttribute('ringer'),
  })) {
    it(`stops when its host ${what}`, async () => {
      const { ccp, sim } = await mount();
      await sim.incomingCall();
      await hears(TONE);
      end(ccp);
      await ccp.updateComplete;
      expect(ears.heard).to.deep.equal([]);
    });
  }

  it('stops when the session has ended: nobody would tell it to', async () => {
    const { ccp, sim } = await mount();
    await sim.incomingCall();
    await hears(TONE);
    await sim.expireSession();
    await statusIs(ccp, 'expired');
    expect(ears.heard).to.deep.equal([]);
  });

  it('rings once for two contacts, until neither rings', async function () {
    // It rings for as long as all this takes: a context that has nowhere to play is given up before.
    skipWithout(this, await hasOutput(), 'an output for sound');
    const { ccp, sim } = await mount();
    const task = await sim.incomingTask();
    await hears(TONE);
    const chat = await sim.incomingChat();
    await stateIs(ccp, chat, 'connecting');
    expect(ears.heard).to.deep.equal([TONE]);
    await new ccp.connect.Contact(task).accept();
    await stateIs(ccp, task, 'connected');
    expect(ears.heard).to.deep.equal([TONE]);
    expect(ears.begun).to.equal(1);
    await new ccp.connect.Contact(chat).accept();
    await hears();
  });

  it('follows volume, device and URL while it rings', async () => {
    const { ccp, sim } = await mount({ ringerVolume: 0.5 });
    await sim.incomingCall();
    await hears({ ...TONE, volume: 0.5 });
    ccp.setAttribute('ringer-volume', '0.25');
    await hears({ ...TONE, volume: 0.25 });
    ccp.setAttribute('ringer-device', 'headset');
    await hears({ what: 'tone', volume: 0.25, device: 'headset' });
    expect(ears.begun).to.equal(1);
    ccp.setAttribute('ringer-url', SOUND);
    await hears({ what: SOUND, volume: 0.25, device: 'headset' });
    ccp.setAttribute('ringer-volume', '7');
    await hears({ what: SOUND, volume: 1, device: 'headset' });
    expect(ears.begun).to.equal(2);
    ccp.setAttribute('ringer-volume', '0');
    await hears();
    ccp.removeAttribute('ringer-volume');
    ccp.removeAttribute('ringer-url');
    await hears({ ...TONE, device: 'headset' });
    ccp.setAttribute('ringer-volume', 'loud');
    await ccp.updateComplete;
    await hears({ ...TONE, device: 'headset' });
  });

  it('has settings of its own for each channel; a silent one is passed over', async () => {
    const { ccp, sim } = await mount({
      ringerUrl: SOUND,
      ringerVolume: 0.8,
      ringerChannels: { chat: { url: OTHER, volume: 0.3 }, task: { volume: 0 } },
    });
    const task = await sim.incomingTask();
    await stateIs(ccp, task, 'connecting');
    expect(ears.heard).to.deep.equal([]);
    const chat = await sim.incomingChat();
    await hears({ what: OTHER, volume: 0.3, device: '' });
    ccp.ringerChannels = { chat: { device: 'speaker' }, task: { volume: 0 } };
    await hears({ what: SOUND, volume: 0.8, device: 'speaker' });
    await new ccp.connect.Contact(chat).reject();
    await hears();
  });

  it('rings with its own sound where the address leads to none, and where it did without the device', async () => {
    ears.broken.add(SOUND);
    const { sim } = await mount({ ringerUrl: SOUND, ringerDevice: 'unplugged' });
    await sim.incomingCall();
    await hears(TONE);
  });

  describe('where the browser lets the page make no sound', () => {
    before(async function () {
      skipWithout(this, await hasOutput(), 'an output for sound');
    });

    beforeEach(() => {
      ears.isBlocked = true;
    });

    for (const ringerUrl of ['', SOUND]) {
      it(`says so before a contact comes, offers the sound, and rings after a gesture${ringerUrl && ', a file too'}`, async () => {
        const { ccp, sim, codes } = await mount({ ringerUrl });
        await eventually(() => codes.length > 0, 'told');
        expect(codes).to.deep.equal(['sound-blocked']);
        await ccp.updateComplete;
        expect(banner(ccp)).to.contain('blocked').and.to.contain('Enable sound');
        await expect(ccp).to.be.accessible();
        const contactId = await sim.incomingCall({ from: '+12065550123' });
        await eventually(() => document.title.includes('🔔 +12065550123'), `the title is ${document.title}`);
        expect(ears.heard).to.deep.equal([]);
        ears.isBlocked = false;
        ccp.renderRoot.querySelector<HTMLButtonElement>('.banner button')!.click();
        await hears({ ...TONE, what: ringerUrl || 'tone' });
        await eventually(() => ccp.state.error === null, 'mended');
        await ccp.updateComplete;
        expect(banner(ccp)).to.equal('');
        expect(codes).to.deep.equal(['sound-blocked']);
        await sim.customerHangsUp(contactId);
        await eventually(() => document.title === title, `the title is ${document.title}`);
      });
    }

    it('takes any touch of the page for a gesture, and leaves the ring to another tab until then', async () => {
      const { ccp, codes } = await mount();
      await eventually(() => codes.length === 1, 'told');
      await navigator.locks.request(`connect-ringer ${ccp.ccpUrl}`, () => {});
      ears.isBlocked = false;
      await sendKeys({ press: 'Shift' });
      await eventually(() => ccp.state.error === null, 'mended');
    });

    it('asks the browser again for each contact: it may have changed its mind unseen', async () => {
      const { ccp, sim, codes } = await mount();
      await eventually(() => codes.length === 1, 'told');
      ears.isBlocked = false;
      await sim.incomingCall();
      await hears(TONE);
      expect(ccp.state.error).to.be.null;
    });

    it('says it in the title until the contact is gone, and keeps a title that the page sets meanwhile', async () => {
      const { sim } = await mount();
      const contactId = await sim.incomingCall();
      await eventually(() => document.title.startsWith('🔔'), 'says it');
      document.title = 'New';
      await eventually(() => document.title.startsWith('🔔'), 'says it again');
      await sim.customerHangsUp(contactId);
      await eventually(() => document.title === 'New', `the title is ${document.title}`);
    });

    for (const permission of ['granted', 'default'] as const) {
      it(`${permission === 'granted' ? 'notifies' : 'does not notify, nor ask'} where notifications are ${permission}`, async () => {
        const RealNotification = window.Notification;
        const shown: string[] = [];
        let open = 0;
        class FakeNotification {
          static permission = permission;
          static requestPermission(): void {
            throw new Error('asked');
          }
          constructor(text: string) {
            shown.push(text);
            open++;
          }
          close(): void {
            open--;
          }
        }
        window.Notification = FakeNotification as never;
        try {
          const { sim } = await mount();
          const contactId = await sim.incomingCall({ from: '+12065550123' });
          await eventually(() => document.title.startsWith('🔔'), 'says it');
          if (permission === 'granted') await eventually(() => shown.length > 0, 'notified');
          expect(shown.length).to.equal(permission === 'granted' ? 1 : 0);
          if (permission === 'granted') expect(shown[0]).to.contain('+12065550123');
          await sim.customerHangsUp(contactId);
          await eventually(() => document.title === title && open === 0, 'over');
        } finally {
          window.Notification = RealNotification;
        }
      });
    }
  });

  describe('never twice', () => {
    it('for two hosts that ring at the same time: the other goes on when the first is done', async () => {
      const one = await mount();
      const other = await mount();
      const contactId = await one.sim.incomingCall();
      await hears(TONE);
      const second = await other.sim.incomingCall();
      await stateIs(other.ccp, second, 'connecting');
      expect(ears.heard).to.deep.equal([TONE]);
      await one.sim.customerHangsUp(contactId);
      await eventually(() => ears.begun === 2, 'the other rings');
      expect(ears.heard).to.deep.equal([TONE]);
      await other.sim.customerHangsUp(second);
      await hears();
    });

    it('for two regions: the one where the agent does not work is silent', async () => {
      const { ccp, sim } = await mount();
      let isActive = true;
      const lead: RegionLead = {
        isActive: () => isActive,
        optionsFor: () => ({ ccpUrl: ccp.ccpUrl }),
        begins: () => {},
        login: () => {},
        logout: () => Promise.resolve(),
      };
      ccp.manage(lead);
      await ccp.ready;
      await sim.incomingCall();
      await hears(TONE);
      isActive = false;
      ccp.manage(lead);
      await hears();
      expect(ccp.state.contacts.map(({ ringing }) => ringing)).to.deep.equal([true]);
      isActive = true;
      ccp.manage(lead);
      await hears(TONE);
    });

    it('for an agent in two tabs: the one without the sound of calls is silent, and rings once it has that', async () => {
      const ccpUrl = simulatedCcpUrl({ state: 'Available' });
      const tab = await openTab(ccpUrl);
      const { ccp, sim } = await mount({}, ccpUrl);
      await eventually(() => ccp.matches(':state(audio-elsewhere)'), 'elsewhere');
      const contactId = await sim.incomingCall();
      await stateIs(ccp, contactId, 'connecting');
      await ccp.updateComplete;
      expect(ears.heard).to.deep.equal([]);
      tab.close();
      await hears(TONE);
    });

    it('for an agent in two tabs where none has the sound of calls: the first one rings, until it is gone', async () => {
      const ccpUrl = simulatedCcpUrl({ state: 'Available', softphone: 'false' });
      let leave!: () => void;
      const otherTab = new Promise<void>((resolve) => (leave = resolve));
      void navigator.locks.request(`connect-ringer ${ccpUrl}`, () => otherTab);
      const { ccp, sim } = await mount({}, ccpUrl);
      await stateIs(ccp, await sim.incomingCall(), 'connecting');
      await ccp.updateComplete;
      expect(ears.heard).to.deep.equal([]);
      leave();
      await hears(TONE);
    });
  });
});
