// <connect-global-ccp>: how it finds its two regions, leads them, stands for the active one, and lets them go.
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import '../elements/connect-global-ccp.js';
import { CcpController } from '../elements/host/ccp-controller.js';
import { BoundElement } from '../elements/host/bound-element.js';
import type { ConnectCcpElement } from '../elements/ccp/element.js';
import type { ConnectGlobalCcpElement } from '../elements/global-ccp/element.js';
import type { ConnectErrorEvent } from '../elements/host/events.js';
import { ConnectAcceptRequestEvent } from '../elements/verbs/requests.js';
import { connect as pageConnect } from '../src/index.js';
import { attachSimulator, type RegionsSimulator } from '../src/simulator/kit/simulator.js';
import { simulatedCcpUrl } from './support/simulated-ccp.js';
import {
  bothStand,
  EAST,
  EAST_ARN,
  mountReadyRegions,
  mountRegions,
  record,
  regionUrls,
  says,
  until,
  WEST,
  WEST_ARN,
} from './support/two-regions.js';

const page = globalThis as { connect?: unknown };

const wordsOf = (global: ConnectGlobalCcpElement) =>
  global.renderRoot.querySelector('[part~=notice]')!.textContent.trim();
const frameOf = (region: Element) => (region as ConnectCcpElement).renderRoot.querySelector('iframe');
const isSeen = (region: Element) => getComputedStyle(region).opacity !== '0';
const isInert = (region: Element) =>
  (region as ConnectCcpElement).renderRoot.querySelector('[part=frame]')!.hasAttribute('inert');

/** A sibling that tells what it is bound to. */
class TestSibling extends BoundElement {
  get controller(): CcpController {
    return this.ccp;
  }
}
customElements.define('region-sibling', TestSibling);

/** A region's element, that starts nothing until it is on the page. */
function makeRegion(region: string, ccpUrl: string, instanceArn?: string): ConnectCcpElement {
  return Object.assign(document.createElement('connect-ccp'), { region, ccpUrl, instanceArn });
}

describe('<connect-global-ccp>', () => {
  let sims: RegionsSimulator[] = [];

  afterEach(() => {
    for (const sim of sims) sim.detach();
    sims = [];
  });

  async function ready(...parameters: Parameters<typeof mountReadyRegions>) {
    const scene = await mountReadyRegions(...parameters);
    sims.push(scene.sim);
    return scene;
  }

  describe('finds its regions', () => {
    it('inside of it: the first one is tried first', async () => {
      const { global } = await ready();
      expect([global.activeRegion, global.standbyRegion]).to.deep.equal([EAST, WEST]);
      expect(global.regions).to.deep.equal([...global.children]);
      expect(global.regions.map(({ connect }) => connect)).not.to.include(pageConnect);
    });

    it('by their ids, in that order, wherever they stand', async () => {
      const { east, west } = regionUrls({ both: { activeRegion: WEST } });
      const place = await fixture<HTMLElement>(html`
        <div>
          <connect-ccp id="east" managed region=${EAST} ccp-url=${east} instance-arn=${EAST_ARN}></connect-ccp>
          <p><connect-ccp id="west" managed region=${WEST} ccp-url=${west} instance-arn=${WEST_ARN}></connect-ccp></p>
        </div>
      `);
      const hosts = ['east', 'west'].map((id) => place.querySelector<ConnectCcpElement>(`#${id}`)!);
      await Promise.all(hosts.map((host) => host.updateComplete));
      expect(hosts.map(frameOf)).to.deep.equal([null, null]);
      expect(hosts.map(({ status }) => status)).to.deep.equal(['idle', 'idle']);
      const global = document.createElement('connect-global-ccp');
      global.setAttribute('for', 'west east');
      place.append(global);
      expect(global.regions).to.deep.equal([hosts[1], hosts[0]]);
      await bothStand(global, 'Available', 'Offline');
      expect(global.state).to.include({ region: WEST, status: 'ready' });
      expect(hosts.map(isSeen)).to.deep.equal([false, true]);
      global.remove();
      await Promise.all(hosts.map((host) => host.updateComplete));
      expect(hosts.map(frameOf)).to.deep.equal([null, null]);
      expect(hosts.map(({ status }) => status)).to.deep.equal(['idle', 'idle']);
    });

    it('in any order of definition: none starts before it', async () => {
      const { east, west } = regionUrls();
      for (const order of [
        ['connect-ccp', 'connect-global-ccp'],
        ['connect-global-ccp', 'connect-ccp'],
      ]) {
        const frame = await fixture<HTMLIFrameElement>(
          html`<iframe title="Page" src="/test/support/pages/mute.html"></iframe>`,
        );
        await until(() => frame.contentDocument?.title && frame.contentDocument.readyState === 'complete');
        const inner = frame.contentDocument!;
        inner.body.innerHTML = `<connect-global-ccp>
          <connect-ccp region="${EAST}" ccp-url="${east}" instance-arn="${EAST_ARN}"></connect-ccp>
          <connect-ccp region="${WEST}" ccp-url="${west}" instance-arn="${WEST_ARN}"></connect-ccp>
        </connect-global-ccp>`;
        const global = inner.querySelector('connect-global-ccp')!;
        const errors: string[] = [];
        global.addEventListener('connect-error', ({ error }) => errors.push(error.message));
        const define = async (name: string) => {
          const script = inner.createElement('script');
          script.type = 'module';
          script.src = `/elements/${name}.ts`;
          inner.head.append(script);
          await oneEvent(script, 'load');
        };
        await define(order[0]);
        const first = inner.querySelector('connect-ccp')!;
        expect(first.shadowRoot?.querySelector('iframe') ?? null, order.join()).to.equal(null);
        await define(order[1]);
        await bothStand(global, 'Available', 'Offline');
        expect(errors, order.join()).to.deep.equal([]);
        frame.remove();
      }
    });

    const wrong: [what: string, body: string, message: RegExp][] = [
      ['no region', '', /needs two <connect-ccp>, one for each region\. It has 0/],
      ['one region', '<connect-ccp region="a" ccp-url="/a"></connect-ccp>', /It has 1/],
      [
        'three regions',
        ['a', 'b', 'c'].map((name) => `<connect-ccp region="${name}" ccp-url="/${name}"></connect-ccp>`).join(''),
        /It has 3/,
      ],
      [
        'no region name',
        '<connect-ccp ccp-url="/a"></connect-ccp><connect-ccp region="b" ccp-url="/b"></connect-ccp>',
        /needs region/,
      ],
      [
        'no ARN',
        `<connect-ccp region="a" ccp-url="/a" instance-arn="${EAST_ARN}"></connect-ccp><connect-ccp region="b" ccp-url="/b"></connect-ccp>`,
        /needs instance-arn/,
      ],
      [
        'the same region twice',
        '<connect-ccp region="a" ccp-url="/a"></connect-ccp><connect-ccp region="a" ccp-url="/b"></connect-ccp>',
        /same region/,
      ],
    ];
    for (const [what, body, message] of wrong) {
      it(`says what is wrong: ${what}`, async () => {
        const global = document.createElement('connect-global-ccp');
        global.innerHTML = body;
        const reported = oneEvent<ConnectErrorEvent>(global, 'connect-error');
        document.body.append(global);
        const { error } = await reported;
        expect(error.code).to.equal('bad-regions');
        expect(error.message).to.match(message);
        await global.updateComplete;
        expect(wordsOf(global)).to.match(message);
        expect(() => global.failover()).to.throw(message);
        expect(global.querySelector('connect-ccp')?.renderRoot.querySelector('iframe') ?? null).to.equal(null);
        await expect(global).to.be.accessible();
        global.remove();
      });
    }

    it('says so if an id leads nowhere, and goes on when it does', async () => {
      const { east, west } = regionUrls();
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const first = Object.assign(makeRegion(EAST, east, EAST_ARN), { id: 'east', managed: true });
      const second = Object.assign(makeRegion(WEST, west, WEST_ARN), { id: 'elsewhere', managed: true });
      const global = Object.assign(document.createElement('connect-global-ccp'), { htmlFor: 'east west' });
      const reported = oneEvent<ConnectErrorEvent>(global, 'connect-error');
      place.append(first, second, global);
      expect((await reported).error.message).to.contain('no <connect-ccp id="west">');
      second.id = 'west';
      await bothStand(global, 'Available', 'Offline');
      expect(wordsOf(global)).to.equal(`Region: ${EAST}`);
      expect(global.state.error).to.equal(null);
    });

    it('waits in words in a region whose coordinator is not there', async () => {
      const region = await fixture<ConnectCcpElement>(
        html`<connect-ccp managed region=${EAST} ccp-url=${simulatedCcpUrl()}></connect-ccp>`,
      );
      await region.updateComplete;
      expect(region.renderRoot.querySelector('[part~=status]')!.textContent).to.contain('<connect-global-ccp>');
      expect(frameOf(region)).to.equal(null);
    });
  });

  describe('is a host', () => {
    it('whose state is that of the active region, and whose subscribers follow', async () => {
      const { global, lines, sim } = await ready({ east: { agent: 'East Agent' }, west: { agent: 'West Agent' } });
      const names: (string | undefined)[] = [];
      const ended = new AbortController();
      global.subscribe(
        ({ agent }) => agent?.name,
        (name) => names.push(name),
        { signal: ended.signal },
      );
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      expect(names).to.deep.equal(['East Agent', 'West Agent']);
      expect(global.state).to.include({ region: WEST });
      expect(Object.isFrozen(global.state.agent)).to.equal(true);
      expect(global.connect).to.equal(global.regions[1].connect);
      ended.abort();
      expect(global.matches(':state(ready)')).to.equal(true);
    });

    it('that siblings take for the page’s only one; they are never touched', async () => {
      const { global, lines, sim } = await ready();
      const [sibling, named] = [0, 1].map(() => document.createElement('region-sibling') as TestSibling);
      global.id = 'both';
      named.htmlFor = 'both';
      document.body.append(sibling, named);
      expect(sibling.controller.host).to.equal(global);
      expect(named.controller.host).to.equal(global);
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      expect(sibling.controller.host).to.equal(global);
      expect(sibling.controller.state.region).to.equal(WEST);
      sibling.remove();
      named.remove();
    });

    it('that carries requests out in the active region, and repeats their phases', async () => {
      const { global, lines, sim } = await ready();
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      await sim.setAgentState('Available');
      const contactId = await sim.incomingChat();
      await says(lines, 'ringing chat Customer');
      lines.length = 0;
      global.selectContact(contactId);
      await until(() => global.state.selectedContactId === contactId);
      expect(await global.request(new ConnectAcceptRequestEvent({ contactId }))).to.equal('confirmed');
      expect(lines.filter((line) => line.startsWith('accept'))).to.deep.equal(['accept pending', 'accept confirmed']);
      global.addEventListener('connect-accept-request', (event) => event.preventDefault(), { once: true });
      expect(await global.request(new ConnectAcceptRequestEvent({ contactId }))).to.equal(null);
    });

    it('whose connect is in window.connect, until it is removed', async () => {
      const own = {};
      page.connect = own;
      const { global, lines, sim } = await ready();
      expect(page.connect).to.equal(global.regions[0].connect);
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      expect(page.connect).to.equal(global.regions[1].connect);
      global.remove();
      expect(page.connect).to.equal(own);
      delete page.connect;
    });

    it('whose window.connect comes back to what it was, in whatever order two of them go', async () => {
      const own = {};
      page.connect = own;
      const { global: first } = await mountRegions();
      const { global: second } = await mountRegions();
      expect(page.connect).to.equal(second.connect);
      first.remove();
      expect(page.connect).to.equal(second.connect);
      second.remove();
      expect(page.connect).to.equal(own);
      delete page.connect;
    });

    it('that saves a log for each region', async () => {
      const { global } = await ready();
      const saved: string[] = [];
      const listener = (event: Event): void => {
        const { download } = event.target as HTMLAnchorElement;
        if (download) saved.push(download);
        event.preventDefault();
      };
      document.addEventListener('click', listener);
      global.downloadLogs({ logName: 'shift' });
      document.removeEventListener('click', listener);
      expect(saved).to.deep.equal([`${EAST}-shift.txt`, `${WEST}-shift.txt`]);
    });
  });

  describe('shows one region', () => {
    it('and keeps the other loaded, out of sight and out of the focus order; says where the agent is', async () => {
      const { global, lines, sim } = await ready();
      const frames = global.regions.map(frameOf);
      expect(global.regions.map(isSeen)).to.deep.equal([true, false]);
      expect(global.regions.map(isInert)).to.deep.equal([false, true]);
      expect(wordsOf(global)).to.equal(`Region: ${EAST}`);
      await expect(global).to.be.accessible();
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      await until(() => isSeen(global.regions[1]));
      expect(global.regions.map(isSeen)).to.deep.equal([false, true]);
      expect(global.regions.map(isInert)).to.deep.equal([true, false]);
      expect(global.regions.map(frameOf)).to.deep.equal(frames);
      expect(global.regions[0].matches(':state(standby)')).to.equal(true);
      expect(global.regions[1].matches(':state(standby)')).to.equal(false);
      await expect(global).to.be.accessible();
    });

    it('and announces what becomes of it, politely and in words', async () => {
      const { global, lines, sim } = await ready();
      const notice = global.renderRoot.querySelector('[part~=notice]')!;
      expect(notice.getAttribute('role')).to.equal('status');
      const contactId = await sim.incomingCall();
      await says(lines, 'ringing voice +12065550100');
      await global.request(new ConnectAcceptRequestEvent({ contactId }));
      await sim.activeRegion(WEST, { soft: true });
      await says(lines, `pending ${EAST} > ${WEST}`);
      await global.updateComplete;
      expect(wordsOf(global)).to.equal(`You move to ${WEST} when this call is over and cleared.`);
      await expect(global).to.be.accessible();
      await sim.customerHangsUp(contactId);
      await says(lines, 'agent AfterCallWork');
      await new global.connect.Contact(contactId).clear();
      await says(lines, `complete ${WEST}`);
      await global.updateComplete;
      expect(wordsOf(global)).to.contain(`You have moved to ${WEST}.`);
      expect(global.renderRoot.querySelector('[part~=notice]')).to.equal(notice);
      await sim.setAgentState('Available');
      await says(lines, 'agent Available');
      await until(() => wordsOf(global) === `Region: ${WEST}`);
    });

    it('and takes the focus along if it was in the one left', async () => {
      const { global, lines, sim } = await ready();
      frameOf(global.regions[0])!.focus();
      expect(document.activeElement).to.equal(global.regions[0]);
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      await until(() => document.activeElement === global.regions[1], 'the focus in the other panel');
    });

    it('and leaves the focus alone if it was elsewhere', async () => {
      const { global, lines, sim } = await ready();
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Notes" />`);
      field.focus();
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      await until(() => isSeen(global.regions[1]), 'the other panel');
      expect(document.activeElement).to.equal(field);
    });
  });

  describe('signs in once', () => {
    const { open } = window;
    let opened: (string | URL | undefined)[] = [];

    beforeEach(() => {
      opened = [];
      const popup = { closed: false, location: { href: 'about:blank' }, close() {}, focus() {} };
      window.open = (url) => {
        opened.push(url);
        return popup as unknown as Window;
      };
    });

    afterEach(() => void (window.open = open));

    it('by the first region’s window with its own sign-in address; the other one finds the session', async () => {
      const { global } = await mountRegions({
        both: { signin: 'required' },
        timeouts: { load: 300 },
        loginUrl: 'https://sso.example/connect',
      });
      const [east, west] = global.regions as unknown as ConnectCcpElement[];
      await until(() => east.status === 'signed-out', 'the first region is signed out');
      east.renderRoot.querySelector('button')!.click();
      await until(() => opened.length > 0, 'the window');
      expect(opened).to.deep.equal(['https://sso.example/connect']);
      west.login();
      global.login();
      for (const region of [east, west]) {
        const sim = await attachSimulator(region);
        await sim.signIn();
        sim.detach();
      }
      await bothStand(global, 'Available', 'Offline');
      expect(opened).to.deep.equal(['https://sso.example/connect']);
    });
  });

  describe('comes and goes', () => {
    it('twenty times: one frame for each region, facts once each', async () => {
      const { global, lines, sim } = await ready();
      sim.detach();
      const { parentElement } = global;
      for (let round = 0; round < 20; round++) {
        global.remove();
        expect([global.status, global.activeRegion]).to.deep.equal(['idle', null]);
        parentElement!.append(global);
      }
      expect(global.regions.map((region) => frameOf(region) && 1)).to.deep.equal([1, 1]);
      await bothStand(global, 'Available', 'Offline');
      lines.length = 0;
      const again = await attachSimulator(global);
      sims.push(again);
      await again.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      await bothStand(global, 'Offline', 'Offline');
      expect(lines).to.deep.equal(['agent Offline', `complete ${WEST}`]);
    });

    it('without a region it says so, with another one it goes on; a call in the one that stays is not touched', async () => {
      const { global, lines, sim } = await ready();
      const contactId = await sim.incomingCall();
      await says(lines, 'ringing voice +12065550100');
      await global.request(new ConnectAcceptRequestEvent({ contactId }));
      const [east, west] = global.regions;
      const frame = frameOf(east);
      lines.length = 0;
      west.remove();
      await says(lines, 'error bad-regions');
      expect(global.state.contacts).to.have.length(1);
      expect(() => global.failover()).to.throw('needs two');
      const url = regionUrls({ both: { state: 'Training' } }).west;
      const other = makeRegion(WEST, url, WEST_ARN);
      global.append(other);
      await until(() => other.state.agent?.state.name === 'Offline', 'the new region stands by');
      expect(frameOf(east)).to.equal(frame);
      expect(frameOf(west)).to.equal(null);
      expect(lines).to.deep.equal(['error bad-regions']);
      expect(wordsOf(global)).to.equal(`Region: ${EAST}`);
      await sim.activeRegion(WEST).catch(() => {}); // its simulator is that of the region that is gone
      global.failover();
      await says(lines, `complete ${WEST}`);
    });

    it('when the active region is removed nothing is left of it', async () => {
      const { global, lines } = await ready();
      const [east, west] = global.regions;
      east.remove();
      await says(lines, 'error bad-regions');
      expect(global.state).to.include({ status: 'idle', agent: null });
      expect(global.activeRegion).to.equal(null);
      global.prepend(east);
      await bothStand(global, 'Available', 'Offline');
      expect(global.regions).to.deep.equal([east, west]);
      expect([global.activeRegion, global.status]).to.deep.equal([EAST, 'ready']);
    });

    it('a region that is moved out of it is a host of its own', async () => {
      const { global } = await ready();
      const [, west] = global.regions;
      document.body.append(west);
      await until(() => west.status === 'ready');
      expect(isSeen(west)).to.equal(true);
      west.remove();
    });

    it('ended by the page, both begin again together, and a failover is still heard', async () => {
      const { global, lines, sim } = await ready();
      global.terminate();
      expect(global.regions.map(({ status }) => status)).to.deep.equal(['terminated', 'terminated']);
      global.retry();
      await until(() => global.regions.every(({ status }) => status === 'ready'));
      lines.length = 0;
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
    });

    it('leaves no listener on the page when it is gone', async () => {
      const { global, sim } = await ready();
      const lines = record(global);
      const [east] = global.regions;
      await sim.activeRegion(WEST);
      await says(lines, `complete ${WEST}`);
      lines.length = 0;
      global.remove();
      expect(lines.splice(0)).to.deep.equal(['status idle', 'agent unknown']);
      east.dispatchEvent(new Event('connect-command'));
      global.id = 'gone';
      expect(lines).to.deep.equal([]);
    });
  });
});
