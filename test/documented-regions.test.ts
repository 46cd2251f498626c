// The rows of globalConnect that no look at a bundle can check: one test each, named by the row's id. Those that say something
// of Amazon's service or of the package stand in docs/differences.md.
import { expect } from '@open-wc/testing';
import type { Connect, GlobalInitOptions } from '../src/index.js';
import { createGlobalConnect, type GlobalConnect } from '../src/resiliency/global-connect.js';
import { attachSimulator, instanceArnOf, type Simulator } from '../src/simulator/kit/simulator.js';
import { eventually } from './support/eventually.js';
import { CCP_URL, makeContainer } from './support/fake-ccp.js';
import { answer, atEnd, embedRegions, endRegions, optionsWith, WEST_ARN } from './support/global-scene.js';
import { agentData } from './support/snapshots.js';
import { EAST, regionUrls, says, WEST } from './support/two-regions.js';

const ROW = 'initOption:globalConnect.core.initCCP-options.';

/** A window that the page has opened, and how. */
interface OpenedWindow {
  url: string;
  features: string;
  closed: boolean;
}

/** Takes the place of `window.open` until the test ends. Gives the windows that the page opens. */
function playWindows(): OpenedWindow[] {
  const opened: OpenedWindow[] = [];
  const { open } = window;
  window.open = (url, _name, features = '') => {
    const popup = { url: String(url), features, closed: false, focus() {}, close: () => void (popup.closed = true) };
    opened.push(popup);
    return popup as unknown as Window;
  };
  atEnd(() => (window.open = open));
  return opened;
}

/** Held by the page whose sign-in window is open. */
const LOCK = 'connect-login-popup-lock';

/** Embeds two regions that do not answer, until the window is there that asks the agent to sign in. */
async function signInWindow(part: Partial<GlobalInitOptions> = {}) {
  // The one of the test before may still be about to be let go.
  const isFree = async () => !(await navigator.locks.query()).held?.some(({ name }) => name === LOCK);
  await eventually(isFree, 'no page has a sign-in window');
  const opened = playWindows();
  const regions = await embedRegions({
    loginPopup: undefined,
    ccpLoadTimeout: 20,
    // The frames that the tests speak for stay.
    retry: { interval: 3_600_000 },
    ...part,
  });
  await eventually(() => opened.length > 0, 'a window opens');
  return { ...regions, opened };
}

/** Both CCPs answer and have data, as when the agent has signed in. */
async function signIn(regions: Awaited<ReturnType<typeof signInWindow>>): Promise<void> {
  await answer(regions);
  await regions.east.update(agentData());
  const { core } = (window as unknown as { connect: Connect }).connect;
  await eventually(() => core.getStatus() === 'ready', 'the active region is ready');
}

/** Resolves when the runtimes of both regions have a status. */
function bothBecome(status: string): [hook: (globalConnect: GlobalConnect) => void, come: Promise<unknown>] {
  const come: (() => void)[] = [];
  const both = Promise.all([0, 1].map(() => new Promise<void>((resolve) => come.push(resolve))));
  const hook = ({ core }: GlobalConnect) =>
    core.onInit((connect) => {
      const tell = come.pop()!;
      connect.core.onStatusChange((change) => change.status === status && tell());
      if (connect.core.getStatus() === status) tell();
    });
  return [hook, both];
}

/** Two simulated regions under globalConnect, and what the page hears, in order. */
async function simulatedRegions(activeRegion = EAST) {
  const urls = regionUrls({ both: { activeRegion } });
  const globalConnect = createGlobalConnect();
  const { core } = globalConnect;
  const container = makeContainer();
  const lines: string[] = [];
  const runtimes: Record<string, Connect> = {};
  const sims: Record<string, Simulator> = {};
  atEnd(() => {
    for (const sim of Object.values(sims)) sim.detach();
    core.terminate();
    container.remove();
  });
  core.onInit((connect, region) => {
    runtimes[region] = connect;
    connect.agent((agent) => agent.onStateChange(({ newState }) => lines.push(`${region} ${newState}`)));
    connect.contact((contact) => lines.push(`${region} ${contact.getType()}`));
  });
  core.onFailoverPending(({ nextActiveArn }) => lines.push(`pending ${nextActiveArn}`));
  core.onFailoverComplete(({ activeRegion: region }) => lines.push(`complete ${region}`));
  await new Promise((resolve, reject) =>
    core.initCCP(container, {
      ccpUrl: urls.east,
      region: EAST,
      instanceArn: instanceArnOf(EAST),
      loginUrl: urls.east,
      loginPopup: false,
      softphone: { allowFramedSoftphone: true },
      pollForFailover: true,
      standByRegion: { ccpUrl: urls.west, region: WEST, instanceArn: instanceArnOf(WEST) },
      getPrimaryRegion: (begin) => void begin().then(resolve, reject),
    }),
  );
  await says(lines, `${activeRegion} Available`);
  await says(lines, `${activeRegion === EAST ? WEST : EAST} Offline`);
  for (const region of [EAST, WEST]) sims[region] = await attachSimulator(runtimes[region]);
  const activate = async (region: string, soft = false) => {
    for (const one of [region, region === EAST ? WEST : EAST]) await sims[one].activeRegion(region, { soft });
  };
  return { core, lines, runtimes, sims, activate };
}

describe('rows of globalConnect', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'connect');

  afterEach(() => {
    endRegions();
    delete (globalThis as { connect?: unknown }).connect;
    if (before) Object.defineProperty(globalThis, 'connect', before);
  });

  it('property:globalConnect.core.initCCP-containerDiv: receives both frames', async () => {
    const { container } = await embedRegions();
    expect(container.querySelectorAll('iframe')).to.have.length(2);
    expect(document.querySelectorAll('iframe[src*="/pages/ccp.html"]')).to.have.length(2);
    expect(() => createGlobalConnect().core.initCCP(undefined as never, optionsWith())).to.throw(
      'containerDiv must be provided',
    );
  });

  describe('the sign-in window', () => {
    it(`${ROW}loginUrl: is what the window opens, and required`, async () => {
      const { opened } = await signInWindow();
      expect(opened.map(({ url }) => url)).to.deep.equal([`${CCP_URL}?sign-in`]);
      expect(() => createGlobalConnect().core.initCCP(makeContainer(), optionsWith({ loginUrl: undefined }))).to.throw(
        'loginUrl must be provided',
      );
    });

    it(`${ROW}loginPopup: false opens no window`, async () => {
      const opened = playWindows();
      const [hook, unsigned] = bothBecome('signed-out');
      const regions = await embedRegions({ loginPopup: false }, hook);
      await answer(regions);
      for (const ccp of [regions.east, regions.west]) await ccp.say('terminated');
      await unsigned;
      expect(opened).to.deep.equal([]);
    });

    it(`${ROW}loginPopup: left out, one opens for both regions`, async () => {
      const regions = await signInWindow();
      await signIn(regions);
      expect(regions.opened).to.have.length(1);
    });

    it(`${ROW}loginPopupAutoClose: closes it when the agent is signed in`, async () => {
      const regions = await signInWindow({ loginPopupAutoClose: true });
      await signIn(regions);
      expect(regions.opened.map(({ closed }) => closed)).to.deep.equal([true]);
    });

    it(`${ROW}loginPopupAutoClose: without it, it stays`, async () => {
      const regions = await signInWindow();
      await signIn(regions);
      expect(regions.opened.map(({ closed }) => closed)).to.deep.equal([false]);
    });

    it(`${ROW}loginOptions.autoClose: closes it too`, async () => {
      const regions = await signInWindow({ loginOptions: { autoClose: true } });
      await signIn(regions);
      expect(regions.opened.map(({ closed }) => closed)).to.deep.equal([true]);
    });

    it(`${ROW}loginOptions: opens a window of its own; without them a tab`, async () => {
      const { opened } = await signInWindow({ loginOptions: {} });
      expect(opened[0].features).to.match(/height=578.*width=433|width=433.*height=578/);
      expect(opened[0].features).to.contain('top=0').and.to.contain('left=0');
      endRegions();
      expect((await signInWindow()).opened[0].features).to.equal('');
    });

    for (const name of ['height', 'width', 'top', 'left'] as const) {
      it(`${ROW}loginOptions.${name}: is the window’s`, async () => {
        const { opened } = await signInWindow({ loginOptions: { [name]: 321 } });
        expect(opened[0].features.split(/,\s*/)).to.include(`${name}=321`);
      });
    }
  });

  describe('settings reach the CCPs of both regions', () => {
    const settings: [path: string, value: unknown][] = [
      ['softphone', { allowFramedSoftphone: true, disableRingtone: true }],
      ['softphone.allowFramedSoftphone', true],
      ['softphone.disableRingtone', true],
      ['softphone.ringtoneUrl', 'https://example.com/ring.mp3'],
      ['softphone.allowFramedVideoCall', true],
      ['softphone.allowEarlyGum', false],
      ['pageOptions', { enableAudioDeviceSettings: true }],
      ['pageOptions.enableAudioDeviceSettings', true],
      ['pageOptions.enableVideoDeviceSettings', true],
      ['pageOptions.enablePhoneTypeSettings', false],
      ['shouldAddNamespaceToLogs', true],
    ];
    for (const [path, value] of settings) {
      it(`${ROW}${path}`, async () => {
        const [name, member] = path.split('.');
        const regions = await embedRegions({ [name]: member ? { [member]: value } : value });
        await answer(regions);
        for (const ccp of [regions.east, regions.west]) {
          expect(await ccp.next('configure')).to.have.deep.nested.property(path, value);
        }
      });
    }
  });

  describe('time-outs', () => {
    it(`${ROW}ccpLoadTimeout: from when on a CCP that says nothing is taken for a sign-in page`, async () => {
      const opened = playWindows();
      await embedRegions({ loginPopup: undefined, ccpLoadTimeout: 20 });
      await eventually(() => opened.length > 0, 'a window opens');
    });

    it(`${ROW}ccpSynTimeout: how often both CCPs are asked whether they are there`, async () => {
      const regions = await embedRegions({ ccpSynTimeout: 20 });
      await answer(regions);
      const start = performance.now();
      for (const ccp of [regions.east, regions.west]) {
        for (let round = 0; round < 10; round += 1) {
          await ccp.next('synchronize');
          await ccp.acknowledge();
        }
      }
      // By the default it would have taken ten seconds.
      expect(performance.now() - start).to.be.below(8_000);
    });

    it(`${ROW}ccpAckTimeout: how long both are given to answer`, async () => {
      const [hook, become] = bothBecome('stale');
      const regions = await embedRegions({ ccpSynTimeout: 20, ccpAckTimeout: 20 }, hook);
      await answer(regions);
      for (const ccp of [regions.east, regions.west]) await ccp.update(agentData());
      await become;
    });
  });

  it('property:globalConnect.core.downloadLogs-options.filterByLogLevel: leaves out what is below the level', async () => {
    const regions = await embedRegions();
    const connect = await answer(regions);
    connect.getLog().debug('a low voice');
    connect.getLog().info('a normal voice');
    const texts = async (options?: { filterByLogLevel: boolean }): Promise<string> => {
      const blobs: Blob[] = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => {
        blobs.push(blob as Blob);
        return createObjectURL.call(URL, blob);
      };
      const stay = (event: Event): void => event.preventDefault();
      document.addEventListener('click', stay);
      regions.globalConnect.core.downloadLogs(options);
      document.removeEventListener('click', stay);
      URL.createObjectURL = createObjectURL;
      expect(blobs).to.have.length(2);
      return (await Promise.all(blobs.map((blob) => blob.text()))).join('\n');
    };
    expect(await texts())
      .to.contain('a low voice')
      .and.to.contain('a normal voice');
    expect(await texts({ filterByLogLevel: true }))
      .to.contain('a normal voice')
      .and.not.to.contain('a low voice');
  });

  it('behaviour:globalConnect-suppresses-inactive: its contacts are not heard of until it is active', async () => {
    const { lines, sims, activate } = await simulatedRegions();
    lines.length = 0;
    await sims[WEST].incomingChat();
    await sims[EAST].incomingTask();
    await says(lines, `${EAST} task`);
    expect(lines).to.deep.equal([`${EAST} task`]);
    await activate(WEST);
    await says(lines, `${WEST} chat`);
    expect(lines.indexOf(`complete ${WEST}`)).to.be.below(lines.indexOf(`${WEST} chat`));
  });

  it('behaviour:globalConnect-waits-for-voice: pending, and complete once the call is over and cleared', async () => {
    const { core, lines, runtimes, sims, activate } = await simulatedRegions();
    const contactId = await sims[EAST].incomingCall();
    await says(lines, `${EAST} voice`);
    await new runtimes[EAST].Contact(contactId).accept();
    await says(lines, `${EAST} Busy`);
    lines.length = 0;
    await activate(WEST, true);
    await says(lines, `pending ${instanceArnOf(WEST)}`);
    await sims[EAST].customerHangsUp(contactId);
    await says(lines, `${EAST} AfterCallWork`);
    expect(core.primaryRegion).to.equal(EAST);
    await new runtimes[EAST].Contact(contactId).clear();
    await says(lines, `complete ${WEST}`);
    await says(lines, `${EAST} Offline`);
    expect(lines).to.deep.equal([
      `pending ${instanceArnOf(WEST)}`,
      `${EAST} AfterCallWork`,
      `${EAST} Available`,
      `complete ${WEST}`,
      `${EAST} Offline`,
    ]);
  });

  it('behaviour:globalConnect-initial-not-ccpUrl: complete at the start if the stand-by region is the active one', async () => {
    const { core, lines } = await simulatedRegions(WEST);
    await says(lines, `complete ${WEST}`);
    expect(lines.filter((line) => line.startsWith('complete'))).to.deep.equal([`complete ${WEST}`]);
    expect(core.primaryRegion).to.equal(WEST);
  });

  it('behaviour:globalConnect-min-size: the active CCP has all of a container of 320 by 460', async () => {
    const { container, east } = await embedRegions({}, () => {
      const box = document.body.lastElementChild as HTMLElement;
      box.style.cssText = 'width: 320px; height: 460px';
    });
    const { width, height } = east.frame.getBoundingClientRect();
    expect([width, height]).to.deep.equal([320, 460]);
    expect(container.scrollHeight).to.equal(460);
  });

  it('behaviour:globalConnect-css-isolated: style sheets end at the frames, and can hide them', async () => {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = '#global-box iframe { display: none } body { color: rgb(1, 2, 3) }';
    atEnd(() => sheet.remove());
    const { container, east } = await embedRegions();
    expect(getComputedStyle(east.window.document.body).color).not.to.equal('rgb(1, 2, 3)');
    container.id = 'global-box';
    expect(getComputedStyle(east.frame).display).to.equal('none');
  });

  it('behaviour:globalConnect-chatjs-late: scripts loaded at the start and after each failover find the active region', async () => {
    const text = 'window.connect = window.connect || {}; window.connect.ChatSession = { of: "this region" };';
    const src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const load = () =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = src;
        script.onload = resolve;
        document.body.appendChild(script);
        atEnd(() => script.remove());
      });
    let loaded: Promise<unknown> | undefined;
    const runtimes: Connect[] = [];
    const regions = await embedRegions({}, ({ core }) => {
      core.onInit((connect) => runtimes.push(connect));
      core.onFailoverComplete(() => {
        loaded = load();
      });
    });
    await answer(regions);
    await load();
    const [east, west] = runtimes;
    expect(east.ChatSession).to.deep.equal({ of: 'this region' });
    expect(west.ChatSession).to.equal(undefined);
    await regions.east.say('disasterRecovery::failover', { isPrimary: false, nextActiveArn: WEST_ARN });
    await loaded;
    expect(west.ChatSession).to.deep.equal({ of: 'this region' });
    expect(west.ChatSession).not.to.equal(east.ChatSession);
  });
});
