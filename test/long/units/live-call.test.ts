// While a voice contact lives, nothing loads the frame anew but the clear word of the person or the page.
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../../../elements/define.js';
import type { ConnectCcpElement } from '../../../elements/ccp/element.js';
import type { ConnectErrorEvent } from '../../../elements/host/events.js';
import type { InitCcpOptions } from '../../../src/index.js';
import { attachSimulator } from '../../../src/simulator/simulator.js';
import { ConnectAcceptRequestEvent } from '../../../elements/verbs/requests.js';
import { eventually } from '../../support/eventually.js';
import { HostScene } from '../../support/host-scene.js';
import { CAN_MOVE, skipWithout } from '../../support/lacks.js';
import { copyWithout } from '../../support/second-copy.js';
import { EAST, mountReadyRegions, until } from '../../support/two-regions.js';
import { mountReadyCcp, simulatedCcpUrl } from '../../support/simulated-ccp.js';

const WAITS = 'waits-for-call';

/** Lets everything go by that follows from a change: rendering, and what is put off to the next task. */
async function settled(ccp: ConnectCcpElement): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await ccp.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** A host in a call, and what it has told. */
class CallScene {
  /** Errors by their codes. */
  readonly errors: ConnectErrorEvent['error'][] = [];
  readonly frame: HTMLIFrameElement;

  private constructor(
    readonly scene: HostScene,
    readonly contactId: string,
  ) {
    this.frame = this.ccp.connect.core.getFrame()!;
    this.ccp.addEventListener('connect-error', ({ error }) => this.errors.push(error));
  }

  static async begin(): Promise<CallScene> {
    const scene = await HostScene.mount();
    return new CallScene(scene, await scene.call());
  }

  get ccp(): ConnectCcpElement {
    return this.scene.ccp;
  }

  get told(): string[] {
    return this.errors.map(({ code }) => code).filter((code) => code === WAITS);
  }

  /** The same frame, in its place, with the call in it. */
  expectCall(): void {
    expect(this.ccp.connect.core.getFrame(), 'the frame of the call').to.equal(this.frame);
    expect(this.frame.isConnected, 'the frame is on the page').to.be.true;
    expect(this.ccp.status).to.equal('ready');
    expect(this.scene.contact(this.contactId).state.type).to.equal('connected');
  }

  /** The call ends. What has waited for that may load the frame anew before it has said that the customer has hung up. */
  async hangUp(): Promise<void> {
    await this.scene.sim.customerHangsUp(this.contactId).catch((error: Error) => {
      expect(error.message).to.contain('the CCP page was loaded again');
    });
  }

  /** The frame that has taken the place of the call's. */
  async newFrame(): Promise<void> {
    await eventually(() => this.ccp.connect.core.getFrame() !== this.frame, 'another frame');
    await this.ccp.ready;
  }
}

/** Settings that need a new frame: what each is set to, and the part of the message that names it. */
const CHANGES: readonly (readonly [name: string, change: (ccp: ConnectCcpElement) => void])[] = [
  ['ccpUrl', (ccp) => (ccp.ccpUrl = simulatedCcpUrl({ state: 'Available' }))],
  ['instanceUrl', (ccp) => (ccp.instanceUrl = new URL(ccp.ccpUrl).origin)],
  ['region', (ccp) => (ccp.region = 'eu-west-2')],
  ['loginUrl', (ccp) => (ccp.loginUrl = '/sign-in')],
  ['loginMode', (ccp) => (ccp.loginMode = 'none')],
  ['loginPopupAutoClose', (ccp) => (ccp.loginAutoClose = true)],
  ['softphone', (ccp) => (ccp.withoutRingtone = true)],
  ['softphone', (ccp) => (ccp.ringtoneUrl = '/ring.mp3')],
  ['ccpLoadTimeout', (ccp) => (ccp.loadTimeout = 7000)],
  ['ccpAckTimeout', (ccp) => (ccp.ackTimeout = 4000)],
  ['ccpSynTimeout', (ccp) => (ccp.synTimeout = 2000)],
  ['pageOptions', (ccp) => (ccp.options = { pageOptions: { enableAudioDeviceSettings: true } } as never)],
  ['chat', (ccp) => (ccp.ringer = true)],
];

/** What a framework writes at each render: equal options in another object, with functions made anew. */
const inline = (heard: string[], render: number) =>
  ({
    chat: { disableRingtone: true },
    softphone: { disableRingtone: false, VDIPlatform: null },
    features: { list: [{ deep: [1, 2, Number.NaN] }], when: () => render },
    onViewContact: () => heard.push(`render ${render}`),
  }) as Partial<InitCcpOptions> as InitCcpOptions;

describe('a live call', () => {
  describe('is not cut by a setting', () => {
    for (const [name, change] of CHANGES) {
      it(`that needs a new frame: ${change.toString().slice(10, 60)} waits until the call is over, and says so`, async () => {
        const call = await CallScene.begin();
        change(call.ccp);
        await settled(call.ccp);
        call.expectCall();
        expect(call.told).to.deep.equal([WAITS]);
        expect(call.errors[0].message).to.contain(name);
        expect(call.ccp.state.error?.code).to.not.equal(WAITS);
        await call.hangUp();
        await call.newFrame();
      });
    }

    it('that is put back: nothing waits any more', async () => {
      const call = await CallScene.begin();
      call.ccp.region = 'eu-west-2';
      await settled(call.ccp);
      call.ccp.region = undefined;
      await settled(call.ccp);
      await call.hangUp();
      await eventually(() => call.ccp.state.contacts[0]?.state.type !== 'connected', 'the call is over');
      await settled(call.ccp);
      expect(call.ccp.connect.core.getFrame()).to.equal(call.frame);
    });

    it('that is written again and again: it is told once', async () => {
      const call = await CallScene.begin();
      for (const url of ['/ring.mp3', '/ring.mp3', '/ring.mp3']) {
        call.ccp.options = { softphone: { ringtoneUrl: url } } as never;
        await settled(call.ccp);
      }
      call.expectCall();
      expect(call.told).to.deep.equal([WAITS]);
    });

    it('managed, which would take it off its siblings too', async () => {
      const call = await CallScene.begin();
      call.ccp.managed = true;
      await settled(call.ccp);
      call.expectCall();
      expect(call.ccp.isCandidate).to.be.true;
      await call.hangUp();
      await eventually(() => call.ccp.status === 'idle', 'it waits for its coordinator');
      expect(call.ccp.isCandidate).to.be.false;
    });
  });

  describe('is not cut by an equal value', () => {
    it('options made anew at each render: the functions of the newest count', async () => {
      const heard: string[] = [];
      const ccp = await fixture<ConnectCcpElement>(
        html`<connect-ccp ccp-url=${simulatedCcpUrl()} .options=${inline(heard, 0)}></connect-ccp>`,
      );
      await ccp.ready;
      const frame = ccp.connect.core.getFrame();
      for (let render = 1; render < 4; render++) {
        ccp.options = inline(heard, render);
        await settled(ccp);
      }
      expect(ccp.connect.core.getFrame()).to.equal(frame);
      const { signal, abort } = withAbort();
      const viewed = new Promise((resolve) =>
        ccp.connect.core.getEventBus().subscribe('contact::view', resolve, { signal }),
      );
      ccp.connect.core.viewContact('a');
      await viewed;
      abort();
      expect(heard).to.deep.equal(['render 3']);
    });

    it('the same by another spelling: null, nothing, an empty object, a default, a relative address', async () => {
      const { ccp, sim } = await mountReadyCcp();
      const frame = ccp.connect.core.getFrame();
      const same: readonly (() => void)[] = [
        () => (ccp.options = {} as never),
        () => (ccp.options = { softphone: { allowFramedSoftphone: true } } as never),
        () => (ccp.options = null as never),
        () => (ccp.region = null as never),
        () => (ccp.loginMode = 'manual'),
        () => (ccp.ccpUrl = ccp.ccpUrl.replace(/^http:/, '')),
        () => (ccp.ccpUrl = new URL(ccp.ccpUrl, location.href) as never),
      ];
      for (const change of same) {
        change();
        await settled(ccp);
        expect(ccp.connect.core.getFrame(), change.toString()).to.equal(frame);
      }
      sim.detach();
    });

    it('an attribute that is removed and set again in one task', async () => {
      const call = await CallScene.begin();
      const url = call.ccp.ccpUrl;
      call.ccp.removeAttribute('ccp-url');
      call.ccp.setAttribute('ccp-url', url);
      call.ccp.toggleAttribute('without-softphone');
      call.ccp.toggleAttribute('without-softphone');
      await settled(call.ccp);
      call.expectCall();
      expect(call.told).to.deep.equal([]);
    });

    it('options that cannot be written as JSON', async () => {
      const circular: Record<string, unknown> = { big: 1n, map: new Map([['a', new Set([1])]]), when: new Date(0) };
      circular.itself = circular;
      const { ccp, sim } = await mountReadyCcp();
      ccp.options = { features: { ...circular } } as never;
      await settled(ccp);
      await ccp.ready;
      const frame = ccp.connect.core.getFrame();
      ccp.options = { features: { ...circular } } as never;
      await settled(ccp);
      expect(ccp.connect.core.getFrame()).to.equal(frame);
      sim.detach();
    });
  });

  it('is not cut by a ringer that does not load: the CCP rings by itself once the call is over', async () => {
    const { ConnectCcpElement: Deaf } = await copyWithout('ringer.ts');
    Deaf.define(undefined, 'connect-ccp-without-ringer');
    const ccp = document.createElement('connect-ccp-without-ringer') as ConnectCcpElement;
    ccp.ccpUrl = simulatedCcpUrl({ state: 'Available' });
    (await fixture(html`<div></div>`)).append(ccp);
    await ccp.ready;
    const sim = await attachSimulator(ccp);
    const contactId = await sim.incomingCall();
    await eventually(() => ccp.state.contacts.length, 'the call');
    await new ccp.connect.Contact(contactId).accept();
    await eventually(() => ccp.state.contacts[0]?.state.type === 'connected', 'the call is taken');
    const frame = ccp.connect.core.getFrame();
    const told: string[] = [];
    ccp.addEventListener('connect-error', ({ error }) => told.push(error.code));
    ccp.ringer = true;
    await eventually(() => told.includes(WAITS), 'it is told');
    await settled(ccp);
    // The setting is what the page has said; that it has come to nothing leaves the panel as it was.
    expect(ccp.ringer).to.be.true;
    expect(ccp.connect.core.getFrame()).to.equal(frame);
    expect(ccp.state.contacts[0].state.type).to.equal('connected');
    sim.detach();
  });

  describe('is not cut by retry()', () => {
    it('of the element, which says so, and does it when told by force', async () => {
      const call = await CallScene.begin();
      expect(call.ccp.retry()).to.be.false;
      await settled(call.ccp);
      call.expectCall();
      expect(call.told).to.deep.equal([WAITS]);
      expect(call.errors[0].message).to.contain('force');
      expect(call.ccp.retry({ force: true })).to.be.true;
      await call.newFrame();
    });

    it('of the API, likewise', async () => {
      const call = await CallScene.begin();
      const { core } = call.ccp.connect;
      expect(core.retry()).to.be.false;
      call.expectCall();
      expect(core.retry({ force: true })).to.be.true;
      await call.newFrame();
    });

    it('which by force brings what has waited into force', async () => {
      const call = await CallScene.begin();
      call.ccp.region = 'eu-west-2';
      await settled(call.ccp);
      call.ccp.retry({ force: true });
      await call.newFrame();
      const frame = call.ccp.connect.core.getFrame();
      expect(call.ccp.state.region).to.equal('eu-west-2');
      await settled(call.ccp);
      expect(call.ccp.connect.core.getFrame()).to.equal(frame);
    });
  });

  it('is not cut by initCCP called again', async () => {
    const call = await CallScene.begin();
    const { connect } = call.ccp;
    connect.getLog().setEchoLevel('CRITICAL');
    connect.core.initCCP(call.frame.parentElement!, { ccpUrl: simulatedCcpUrl(), region: 'eu-west-2' });
    connect.initCCP(document.body, simulatedCcpUrl());
    call.expectCall();
  });

  it('is not cut by moveBefore', async function () {
    skipWithout(this, CAN_MOVE, 'moveBefore');
    const call = await CallScene.begin();
    const place = call.ccp.parentElement!.appendChild(document.createElement('div'));
    (place as unknown as { moveBefore(node: Node, before: null): void }).moveBefore(call.ccp, null);
    await settled(call.ccp);
    call.expectCall();
  });

  describe('and the banner of a panel that does not answer', () => {
    async function staleCall(): Promise<CallScene> {
      const call = await CallScene.begin();
      await call.scene.sim.silence(0);
      await eventually(() => call.ccp.status === 'stale', 'stale');
      await call.ccp.updateComplete;
      return call;
    }
    const buttons = ({ ccp }: CallScene) => [...ccp.renderRoot.querySelectorAll<HTMLElement>('.status button')];
    const wordsOf = ({ ccp }: CallScene) => ccp.renderRoot.querySelector('[role=alertdialog]');

    it('asks before it is loaded again, with the focus on what changes nothing', async () => {
      const call = await staleCall();
      buttons(call)[0].focus();
      buttons(call)[0].click();
      await settled(call.ccp);
      expect(call.ccp.connect.core.getFrame()).to.equal(call.frame);
      expect(wordsOf(call)!.textContent).to.contain('call');
      const { activeElement } = call.ccp.shadowRoot!;
      expect(activeElement!.textContent.trim()).to.equal('Keep waiting');
      await expect(call.ccp).to.be.accessible();
      (activeElement as HTMLElement).click();
      await settled(call.ccp);
      expect(wordsOf(call)).to.equal(null);
      expect(call.ccp.connect.core.getFrame()).to.equal(call.frame);
      expect(call.ccp.shadowRoot!.activeElement!.textContent.trim()).to.equal('Load it again');
    });

    it('takes Escape for no', async () => {
      const call = await staleCall();
      buttons(call)[0].click();
      await settled(call.ccp);
      call.ccp.shadowRoot!.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
      );
      await settled(call.ccp);
      expect(wordsOf(call)).to.equal(null);
      expect(call.ccp.connect.core.getFrame()).to.equal(call.frame);
    });

    it('loads it when the agent says so', async () => {
      const call = await staleCall();
      buttons(call)[0].click();
      await settled(call.ccp);
      const yes = buttons(call).find((one) => one.matches('[part~=go]'))!;
      yes.click();
      await eventually(() => call.ccp.connect.core.getFrame() !== call.frame, 'another frame');
    });

    it('takes the question back when the panel answers again', async () => {
      const call = await staleCall();
      buttons(call)[0].click();
      await settled(call.ccp);
      expect(wordsOf(call)).to.not.equal(null);
      await call.scene.sim.silence(-1);
      await eventually(() => call.ccp.status === 'ready', 'ready');
      await settled(call.ccp);
      expect(wordsOf(call)).to.equal(null);
      call.expectCall();
    });
  });

  describe('in one of two regions is not cut', () => {
    /** Two regions with a call in the first one. */
    async function inCall() {
      const { global, lines, sim } = await mountReadyRegions();
      const contactId = await sim.incomingCall();
      await until(() => global.state.contacts.length > 0, 'the call');
      await global.request(new ConnectAcceptRequestEvent({ contactId }));
      await until(() => global.state.contacts[0]?.state.type === 'connected', 'the call is taken');
      const [east, west] = global.regions as ConnectCcpElement[];
      lines.length = 0;
      return { global, lines, sim, east, west, frame: east.connect.core.getFrame(), contactId };
    }

    const changes: readonly (readonly [name: string, change: (regions: Awaited<ReturnType<typeof inCall>>) => void])[] =
      [
        ['by without-polling of the coordinator', ({ global }) => (global.withoutPolling = true)],
        ['by login-url of the coordinator', ({ global }) => (global.loginUrl = '/sign-in')],
        ['by an attribute of the other region', ({ west }) => (west.instanceArn = `${west.instanceArn}0`)],
        ['by a coordinator that names other regions', ({ global }) => (global.htmlFor = 'a b')],
        ['by retry()', ({ global }) => expect(global.retry()).to.be.false],
        ['by an attribute of its own', ({ east }) => (east.loadTimeout = 9000)],
      ];
    for (const [name, change] of changes) {
      it(name, async () => {
        const regions = await inCall();
        const { east, frame, lines, sim, contactId } = regions;
        const told: string[] = [];
        east.addEventListener('connect-error', ({ error }) => told.push(error.code));
        change(regions);
        await regions.global.updateComplete;
        await settled(east);
        expect(east.connect.core.getFrame()).to.equal(frame);
        expect(east.state.contacts.map(({ state }) => state.type)).to.deep.equal(['connected']);
        expect(told).to.deep.equal([WAITS]);
        // A coordinator that names others stands for none; the call goes on in its region.
        const isLeft = regions.global.htmlFor;
        expect(lines.filter((line) => line.startsWith('removed'))).to.have.length(isLeft ? 1 : 0);
        if (name.includes('retry')) return sim.detach();
        await sim.inRegion(EAST).customerHangsUp(contactId);
        await until(() => east.connect.core.getFrame() !== frame, 'another frame');
        sim.detach();
      });
    }

    it('by a failover that the page forces, in the region that is left', async () => {
      const { global, east, frame, sim } = await inCall();
      global.failover();
      await until(() => global.activeRegion !== EAST, 'the other region');
      await settled(east);
      expect(east.connect.core.getFrame()).to.equal(frame);
      sim.detach();
    });
  });

  it('lets all else through: without a call a setting counts at once, and nothing is told', async () => {
    const { ccp, sim } = await mountReadyCcp();
    const frame = ccp.connect.core.getFrame();
    const statuses: string[] = [];
    ccp.addEventListener('connect-error', ({ error }) => statuses.push(error.code));
    const changed = oneEvent(ccp, 'connect-status-change');
    ccp.region = 'eu-west-2';
    await changed;
    await ccp.ready;
    expect(ccp.connect.core.getFrame()).to.not.equal(frame);
    expect(statuses).to.deep.equal([]);
    sim.detach();
  });
});

function withAbort(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
