// globalConnect: two regions on one page, each behind a frame that the test plays. Global Resiliency documentation; docs/protocol.md, section 10.1.
import { expect } from '@open-wc/testing';
import { type Connect, createConnect } from '../src/connect.js';
import { createGlobalConnect } from '../src/resiliency/global-connect.js';
import type { BeginRegions } from '../src/resiliency/global-options.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, FakeCcp, makeContainer } from './support/fake-ccp.js';
import {
  answer,
  atEnd,
  EAST_ARN,
  embedRegions,
  endRegions,
  frameOf,
  frameThere,
  optionsWith,
  type Regions,
  WEST_ARN,
} from './support/global-scene.js';
import { withResolvers } from './support/with-resolvers.js';
import { agentData, voiceContact } from './support/snapshots.js';

const page = globalThis as { connect?: unknown };

describe('globalConnect', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'connect');

  afterEach(() => {
    endRegions();
    delete page.connect;
    if (before) Object.defineProperty(globalThis, 'connect', before);
  });

  describe('what it is given', () => {
    const wrong: [what: string, part: object, message: string][] = [
      ['no getPrimaryRegion', { getPrimaryRegion: undefined }, 'getPrimaryRegion must be provided'],
      ['a getPrimaryRegion that is none', { getPrimaryRegion: 'us-east-1' }, 'getPrimaryRegion must be a function'],
      ['no other region', { standByRegion: undefined }, 'ccpBackupResource must be provided'],
      ['no address', { ccpUrl: undefined }, 'ccpUrl must be provided'],
      ['no region', { region: undefined }, 'region must be provided'],
      [
        'no address there',
        { standByRegion: { region: 'us-west-2', instanceArn: WEST_ARN } },
        'ccpUrl must be provided',
      ],
      ['no region there', { standByRegion: { ccpUrl: CCP_URL, instanceArn: WEST_ARN } }, 'region must be provided'],
      ['no sign-in address', { loginUrl: undefined }, 'loginUrl must be provided'],
      ['no ARN', { instanceArn: undefined }, 'primary ARN must be provided'],
      ['no ARN there', { standByRegion: { ccpUrl: CCP_URL, region: 'us-west-2' } }, 'backup ARN must be provided'],
    ];
    for (const [what, part, message] of wrong) {
      it(`throws a ValueError for ${what}`, () => {
        const { core } = createGlobalConnect();
        expect(() => core.initCCP(makeContainer(), optionsWith(part))).to.throw(message);
      });
    }

    it('throws for no container, and for a second call', async () => {
      const { globalConnect, container } = await embedRegions();
      expect(() => createGlobalConnect().core.initCCP(null as never, optionsWith())).to.throw(
        'containerDiv must be provided',
      );
      expect(() => globalConnect.core.initCCP(container, optionsWith())).to.throw('Two regions are embedded');
    });

    it('rejects a region that is none of the two, and a missing one where nothing is polled', async () => {
      for (const region of ['eu-west-1', undefined, null]) {
        const { core } = createGlobalConnect();
        atEnd(() => core.terminate());
        const outcome = await new Promise((resolve) => {
          const getPrimaryRegion = (begin: BeginRegions) => void begin(region).catch(resolve);
          core.initCCP(makeContainer(), optionsWith({ getPrimaryRegion, pollForFailover: false }));
        });
        expect((outcome as Error).message).to.contain('us-east-1 and us-west-2');
      }
    });

    it('tells each CCP who it is, after its settings, without functions', async () => {
      const { east, west } = await embedRegions({ softphone: { allowFramedSoftphone: true }, onViewContact() {} });
      await east.acknowledge({ id: 'east' });
      await west.acknowledge({ id: 'west' });
      await Promise.all([east.settle(), west.settle()]);
      const order = ['configure', 'disasterRecovery::init_disaster_recovery', 'outer_context_info', 'synchronize'];
      expect(east.sentEvents.filter((event) => order.includes(event))).to.deep.equal(order);
      const own = await east.next<Record<string, unknown>>('disasterRecovery::init_disaster_recovery');
      expect(own).to.include({ region: 'us-east-1', instanceArn: EAST_ARN, otherArn: WEST_ARN, isPrimary: true });
      expect(own).to.include({ pollForFailover: true, disasterRecoveryOn: true });
      expect(own).not.to.have.any.keys('getPrimaryRegion', 'standByRegion', 'onViewContact');
      const other = await west.next<Record<string, unknown>>('disasterRecovery::init_disaster_recovery');
      expect(other).to.include({ region: 'us-west-2', instanceArn: WEST_ARN, otherArn: EAST_ARN, isPrimary: false });
      expect(other).to.include({ loginPopup: false });
    });
  });

  describe('beginning', () => {
    it('calls getPrimaryRegion at once, and knows the regions when it has begun', () => {
      const { core } = createGlobalConnect();
      atEnd(() => core.terminate());
      expect(core.primaryRegion).to.equal(undefined);
      core.initCCP(
        makeContainer(),
        optionsWith({
          getPrimaryRegion: (begin) => {
            void begin('us-west-2');
            expect([core.primaryRegion, core.secondaryRegion]).to.deep.equal(['us-west-2', 'us-east-1']);
          },
        }),
      );
      expect(core.primaryRegion).to.equal('us-west-2');
    });

    it('gives up when it is told to', () => {
      const { core } = createGlobalConnect();
      atEnd(() => core.terminate());
      let told = 0;
      const container = makeContainer();
      core.initCCP(container, optionsWith({ getPrimaryRegion: (_begin, fail) => fail(() => told++) }));
      expect(told).to.equal(1);
      expect(container.querySelector('iframe')).to.equal(null);
    });

    it('resolves with the active region once its CCP has answered, not when the other has', async () => {
      const regions = await embedRegions();
      let settled = false;
      void regions.begun.then(() => (settled = true));
      await regions.west.acknowledge({ id: 'west' });
      expect(settled).to.equal(false);
      await regions.east.acknowledge({ id: 'east' });
      const connect = await regions.begun;
      expect(page.connect).to.equal(connect);
      expect(connect.core.getFrame()).to.equal(regions.east.frame);
    });

    it('calls the hooks once for each region, and lets them and the promise see every contact', async () => {
      const seen: string[] = [];
      const regions = await embedRegions({}, ({ core }) =>
        core.onInit((connect, region) => {
          seen.push(`init ${region}`);
          connect.contact((contact) => seen.push(`${region} ${contact.getContactId()}`));
        }),
      );
      const late = regions.begun.then((connect) =>
        connect.contact((contact) => seen.push(`then ${contact.getContactId()}`)),
      );
      await regions.west.acknowledge({ id: 'west' });
      await regions.west.update(agentData({ contacts: [voiceContact('c-west', 'connected')] }));
      expect(seen).to.deep.equal([]);
      await regions.east.acknowledge({ id: 'east' });
      await regions.east.update(agentData({ contacts: [voiceContact('c-east', 'connected')] }));
      await late;
      await eventually(() => seen.length === 5, 'both regions and the page have seen their contacts');
      expect(seen.slice(0, 2)).to.deep.equal(['init us-east-1', 'init us-west-2']);
      expect(seen.slice(2).sort()).to.deep.equal(['then c-east', 'us-east-1 c-east', 'us-west-2 c-west']);
    });

    it('lets nobody see a contact that waits in the region that stands by, though its CCP tells of it', async () => {
      const seen: string[] = [];
      const { east, west, begun } = await embedRegions({}, ({ core }) =>
        core.onInit((connect, region) =>
          connect.contact((contact) => seen.push(`${region} ${contact.getContactId()}`)),
        ),
      );
      await east.acknowledge({ id: 'east' });
      await west.acknowledge({ id: 'west' });
      await begun;
      // Its worker has not been told yet that it stands by.
      const contacts = [voiceContact('c-new', 'connecting'), voiceContact('c-begun', 'connected')];
      await west.update(agentData({ contacts }));
      await eventually(() => seen.length > 0, 'the region has seen what it still has to bring to an end');
      expect(seen).to.deep.equal(['us-west-2 c-begun']);
      await west.say('disasterRecovery::failover', { nextActiveArn: WEST_ARN });
      await west.update(agentData({ contacts }));
      expect(seen).to.deep.equal(['us-west-2 c-begun', 'us-west-2 c-new']);
    });

    it('resolves with the stand-by region if that one is active when the page loads', async () => {
      const complete: object[] = [];
      const regions = await embedRegions({}, ({ core }) => core.onFailoverComplete((event) => complete.push(event)));
      await regions.west.acknowledge({ id: 'west' });
      await regions.west.say('disasterRecovery::failover', { nextActiveArn: WEST_ARN });
      const connect = await regions.begun;
      expect(connect.core.getFrame()).to.equal(regions.west.frame);
      expect(complete).to.deep.equal([{ activeRegion: 'us-west-2', activeCcpUrl: `${CCP_URL}?west` }]);
    });

    it('takes hooks off again', async () => {
      const calls: string[] = [];
      const regions = await embedRegions({}, ({ core }) => {
        core.onInit(() => calls.push('init'))();
        core.onFailoverComplete(() => calls.push('complete'))();
        core.onFailoverPending(() => calls.push('pending'))();
        expect(() => core.onInit(null as never)).to.throw('f must be provided');
      });
      await answer(regions);
      await regions.east.say('disasterRecovery::failover_pending', { nextActiveArn: WEST_ARN });
      await regions.east.say('disasterRecovery::failover', { isPrimary: false });
      expect(calls).to.deep.equal([]);
      expect(regions.globalConnect.core.primaryRegion).to.equal('us-west-2');
    });
  });

  describe('failover', () => {
    /** Registers hooks that write down what they hear. */
    async function recorded(): Promise<Regions & { heard: string[] }> {
      const heard: string[] = [];
      const regions = await embedRegions({}, ({ core }) => {
        core.onFailoverPending(({ nextActiveArn }) => heard.push(`pending ${nextActiveArn}`));
        core.onFailoverComplete(({ activeRegion }) => heard.push(`complete ${activeRegion}`));
      });
      await answer(regions);
      return { ...regions, heard };
    }

    it('follows the CCP that says it is not the primary one any more', async () => {
      const { east, west, heard, container, globalConnect } = await recorded();
      await east.say('disasterRecovery::failover', { isPrimary: false });
      expect(heard).to.deep.equal(['complete us-west-2']);
      expect(globalConnect.core.primaryRegion).to.equal('us-west-2');
      expect((page.connect as Connect).core.getFrame()).to.equal(west.frame);
      expect(await west.next('disasterRecovery::suppress')).to.deep.equal({
        suppress: false,
        shouldSendFailoverDownstream: false,
      });
      const boxes = ['east', 'west'].map((which) => frameOf(container, which)!.parentElement!);
      expect(boxes.map(({ inert }) => inert)).to.deep.equal([true, false]);
      expect(boxes.map((box) => getComputedStyle(box).visibility)).to.deep.equal(['hidden', 'visible']);
      expect(boxes[1].clientHeight).to.equal(container.clientHeight);
    });

    it('moves once, though both CCPs speak of it, and back again', async () => {
      const { east, west, heard } = await recorded();
      await east.say('disasterRecovery::failover', { isPrimary: false, nextActiveArn: WEST_ARN });
      await west.say('disasterRecovery::failover', { nextActiveArn: WEST_ARN });
      await east.say('disasterRecovery::failover', { isPrimary: false });
      expect(heard).to.deep.equal(['complete us-west-2']);
      await west.say('disasterRecovery::failover', { isPrimary: false, nextActiveArn: EAST_ARN });
      expect(heard).to.deep.equal(['complete us-west-2', 'complete us-east-1']);
    });

    it('tells once of one that waits for the end of a call', async () => {
      const { east, heard } = await recorded();
      await east.say('disasterRecovery::failover_pending', { nextActiveArn: WEST_ARN });
      await east.say('disasterRecovery::failover_pending', { nextActiveArn: WEST_ARN });
      await east.say('disasterRecovery::failover', { isPrimary: false, nextActiveArn: WEST_ARN });
      expect(heard).to.deep.equal([`pending ${WEST_ARN}`, 'complete us-west-2']);
    });

    it('asks the active CCP, hard or softly, and waits for its word', async () => {
      const { east, heard, globalConnect } = await recorded();
      await east.update(agentData());
      await eventually(() => (page.connect as Connect).core.getStatus() === 'ready', 'the active region is ready');
      globalConnect.core.failover(true);
      expect(await east.next('disasterRecovery::suppress')).to.include({ suppress: true });
      expect(await east.next('disasterRecovery::set_offline')).to.deep.equal({ softFailover: true });
      expect(heard).to.deep.equal([]);
      await east.say('disasterRecovery::failover', { isPrimary: false });
      expect(heard).to.deep.equal(['complete us-west-2']);
    });

    it('does not wait for one that does not answer', async () => {
      const regions = await embedRegions();
      await regions.west.acknowledge({ id: 'west' });
      regions.globalConnect.core.failover();
      expect((await regions.begun).core.getFrame()).to.equal(regions.west.frame);
    });

    it('tells a CCP whose frame was loaded anew what it is by now', async () => {
      const { east, west } = await recorded();
      await east.say('disasterRecovery::failover', { isPrimary: false });
      const told = 'disasterRecovery::init_disaster_recovery';
      for (const [ccp, isPrimary] of [
        [east, false],
        [west, true],
      ] as const) {
        await ccp.next(told);
        await ccp.acknowledge({ id: 'another port' });
        expect(await ccp.next(told)).to.include({ isPrimary });
      }
    });

    it('a hook that throws stops no other', async () => {
      const heard: string[] = [];
      const regions = await embedRegions({}, ({ core }) => {
        core.onFailoverComplete(() => {
          throw new Error('a hook of the page');
        });
        core.onFailoverComplete(() => heard.push('complete'));
      });
      await answer(regions);
      const { error } = console;
      console.error = () => heard.push('console');
      await regions.east.say('disasterRecovery::failover', { isPrimary: false });
      console.error = error;
      expect(heard).to.deep.equal(['console', 'complete']);
    });
  });

  describe('additionalScripts', () => {
    interface ScriptPage {
      connect: Connect & { extras?: string[] };
      ran: string[];
      between: unknown[];
    }
    const scripts = globalThis as unknown as ScriptPage;
    const scriptOf = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

    it('run in order, before the frame is made, each with its region in window.connect and nobody else', async () => {
      scripts.ran = [];
      scripts.between = [];
      const note = (name: string) =>
        `(() => { (window.connect.extras ??= []).push('${name}'); window.connect = window.connect || {};
          ran.push('${name} ' + document.querySelectorAll('iframe[src*="ccp.html"]').length);
          queueMicrotask(() => between.push(window.connect)); })();`;
      const regions = await embedRegions({ additionalScripts: [scriptOf(note('one')), scriptOf(note('two'))] });
      const active = await answer(regions);
      expect(scripts.between).to.deep.equal([active, active, active, active]);
      const names = (connect: unknown) => (connect as ScriptPage['connect']).extras;
      expect(names(active)).to.deep.equal(['one', 'two']);
      await regions.east.say('disasterRecovery::failover', { isPrimary: false });
      expect(scripts.connect).not.to.equal(active);
      expect(names(scripts.connect)).to.deep.equal(['one', 'two']);
      expect(scripts.ran.filter((line) => line.startsWith('one'))).to.deep.equal(['one 0', 'one 0']);
      expect(document.querySelector('script[src^="blob:"]')).to.equal(null);
    });

    it('one that does not load is told in the log, and the others run', async () => {
      scripts.ran = [];
      const regions = await embedRegions({ additionalScripts: ['/nothing-here.js', scriptOf('ran.push("two")')] });
      const connect = await answer(regions);
      expect(scripts.ran).to.deep.equal(['two', 'two']);
      expect(connect.getLog().toString()).to.contain('/nothing-here.js of us-east-1 does not load');
    });
  });

  it('takes over what other scripts put on window.connect', async () => {
    const connect = await answer(await embedRegions());
    page.connect = { ChatSession: 'a session', core: 'not ours' };
    expect(page.connect).to.equal(connect);
    expect(connect).to.include({ ChatSession: 'a session' });
    expect(connect.core.initCCP).to.be.a('function');
  });

  it('saves a log for each region', async () => {
    const { core } = createGlobalConnect();
    expect(() => core.downloadLogs()).to.throw('call globalConnect.core.initCCP first');
    const regions = await embedRegions();
    await answer(regions);
    const saved: string[] = [];
    const listener = (event: Event): void => {
      const link = event.target as HTMLAnchorElement;
      if (!link.download) return;
      event.preventDefault();
      saved.push(link.download);
    };
    document.addEventListener('click', listener);
    regions.globalConnect.core.downloadLogs();
    regions.globalConnect.core.downloadLogs({ logName: 'shift' });
    document.removeEventListener('click', listener);
    expect(saved).to.deep.equal([
      'us-east-1-agent-log.txt',
      'us-west-2-agent-log.txt',
      'us-east-1-shift.txt',
      'us-west-2-shift.txt',
    ]);
  });

  it('leaves nothing behind, and begins anew', async () => {
    const own = { mine: true };
    page.connect = own;
    const regions = await embedRegions();
    await answer(regions);
    regions.globalConnect.core.terminate();
    expect(page.connect).to.equal(own);
    expect(regions.container.querySelector('iframe')).to.equal(null);
    expect(regions.globalConnect.core.primaryRegion).to.equal(undefined);
    const { promise, resolve } = withResolvers<Connect>();
    regions.globalConnect.core.initCCP(
      regions.container,
      optionsWith({ getPrimaryRegion: (begin) => resolve(begin()) }),
    );
    const east = await new FakeCcp(createConnect(), regions.container).attach(
      await frameThere(regions.container, 'east'),
    );
    await east.acknowledge({ id: 'east again' });
    expect(page.connect).to.equal(await promise);
  });
});
