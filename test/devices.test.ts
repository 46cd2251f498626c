// Devices: which ones calls use, which the CCP's frame sees, what its softphone suffers, and the page's watch of the microphone.
import { expect } from '@open-wc/testing';
import { type MicrophoneState, type SoftphoneError, SoftphoneErrorTypes, watchMicrophone } from '../src/index.js';
import { eventually } from './support/eventually.js';
import { closeFakeCcps, quietConnect, readyCcp } from './support/fake-ccp.js';
import { FakeMicrophone } from './support/fake-microphone.js';
import { agentData } from './support/snapshots.js';
import { closeTabs, openTabs, type Tab } from './support/tabs.js';

/** What a promise is rejected with, as text. */
const reasonOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'nothing',
    (error: unknown) => String(error),
  );

describe('the devices that calls use', () => {
  afterEach(closeTabs);

  for (const device of ['Speaker', 'Microphone', 'Ringer'] as const) {
    it(`a ${device.toLowerCase()} that is set in one tab is told to all`, async () => {
      const tabs = (await openTabs(2)) as [Tab, Tab];
      const heard = tabs.map(({ agent }) => new Promise((resolve) => agent[`on${device}DeviceChanged`](resolve)));
      tabs[1].agent[`set${device}Device`]('headset');
      expect(await Promise.all(heard)).to.deep.equal([{ deviceId: 'headset' }, { deviceId: 'headset' }]);
    });
  }
});

describe('getFrameMediaDevices', () => {
  afterEach(() => {
    closeTabs();
    closeFakeCcps();
  });

  it('lists what the frame sees, as plain objects', async () => {
    const [{ connect, sim }] = (await openTabs(1)) as [Tab];
    await sim.microphone('granted');
    const devices = await connect.core.getFrameMediaDevices();
    expect(devices[0]).to.deep.equal({
      deviceId: 'default',
      kind: 'audioinput',
      label: 'Default microphone',
      groupId: 'group default',
    });
    const kinds = async () => (await connect.core.getFrameMediaDevices()).map(({ kind }) => kind);
    expect(await kinds()).to.include('audiooutput');
    await sim.microphone('missing');
    expect(await kinds()).not.to.include('audioinput');
    await sim.microphone('denied');
    expect((await connect.core.getFrameMediaDevices()).every(({ label }) => label === '')).to.be.true;
    await sim.microphone('browser');
    expect(await connect.core.getFrameMediaDevices(5_000)).to.be.an('array');
    expect(await reasonOf(sim.microphone('loud' as never))).to.contain('browser, granted, denied, missing');
  });

  it('serves two callers at the same time', async () => {
    const [{ connect, sim }] = (await openTabs(1)) as [Tab];
    await sim.microphone('granted');
    const [one, other] = await Promise.all([connect.core.getFrameMediaDevices(), connect.core.getFrameMediaDevices()]);
    expect(one).to.have.length(4);
    expect(other).to.deep.equal(one);
  });

  it('fails when the frame says why it cannot tell, and when it says nothing in time', async () => {
    const connect = quietConnect();
    const ccp = await readyCcp(connect, agentData());
    const refused = reasonOf(connect.core.getFrameMediaDevices(60_000));
    await ccp.next('media_device_request');
    await ccp.say('media_device_response', { error: 'not allowed here' });
    expect(await refused).to.equal('Error: not allowed here');
    expect(await reasonOf(connect.core.getFrameMediaDevices(10))).to.equal('Error: Timeout exceeded');
    await ccp.say('media_device_response', []);
  });

  it('needs a CCP', () => {
    const connect = quietConnect();
    expect(() => connect.core.getFrameMediaDevices()).to.throw(connect.StateError);
  });
});

describe('onSoftphoneError', () => {
  afterEach(closeTabs);

  it('gives a SoftphoneError in every tab', async () => {
    const tabs = (await openTabs(2)) as [Tab, Tab];
    const heard = tabs.map(({ agent }) => new Promise<SoftphoneError>((resolve) => agent.onSoftphoneError(resolve)));
    const url = 'wss://signalling.example';
    await tabs[0].sim.softphoneError(SoftphoneErrorTypes.SIGNALLING_CONNECTION_FAILURE, 'No answer', url);
    for (const [index, error] of (await Promise.all(heard)).entries()) {
      expect(error).to.be.instanceOf(tabs[index].connect.SoftphoneError);
      expect(error.getErrorType()).to.equal('signalling_connection_failure');
      expect(error.getErrorMessage()).to.equal('No answer');
      expect(error.getEndPointUrl()).to.equal(url);
    }
  });

  for (const play of ['denied', 'missing'] as const) {
    it(`tells of a microphone that is ${play} when the next call arrives`, async () => {
      const [{ agent, sim }] = (await openTabs(1)) as [Tab];
      const errors: string[] = [];
      agent.onSoftphoneError((error) => errors.push(error.getErrorType()));
      await sim.microphone(play);
      await sim.incomingCall();
      await eventually(() => errors.length === 1, 'the error');
      expect(errors).to.deep.equal([SoftphoneErrorTypes.MICROPHONE_NOT_SHARED]);
    });
  }
});

type Watched = NonNullable<NonNullable<Parameters<typeof watchMicrophone>[1]>['navigator']>;

describe('watchMicrophone', () => {
  /** Watches, and lists what it tells. */
  function watch(navigator: unknown, signal?: AbortSignal) {
    const told: MicrophoneState[] = [];
    watchMicrophone((state) => told.push(state), { signal, navigator: navigator as Watched });
    const comes = (...states: MicrophoneState[]): Promise<void> =>
      eventually(() => told.length >= states.length, `${told.join()}, not ${states.join()}`).then(() => {
        expect(told).to.deep.equal(states);
      });
    return { told, comes };
  }

  it('tells how it stands, and each change of permission or devices', async () => {
    const microphone = new FakeMicrophone();
    const { comes } = watch(microphone);
    await comes('granted');
    microphone.set('denied');
    await comes('granted', 'denied');
    microphone.set('prompt');
    await comes('granted', 'denied', 'prompt');
    microphone.plug('audiooutput');
    await comes('granted', 'denied', 'prompt', 'missing');
    microphone.plug('audioinput', 'audiooutput');
    await comes('granted', 'denied', 'prompt', 'missing', 'prompt');
    expect(microphone.asked).to.deep.equal(['microphone']);
  });

  it('says nothing of changes that make no difference; a microphone that is denied is not missing', async () => {
    const microphone = new FakeMicrophone();
    microphone.permission.state = 'denied';
    const { comes } = watch(microphone);
    await comes('denied');
    microphone.plug();
    microphone.plug('audioinput', 'audioinput');
    microphone.set('granted');
    await comes('denied', 'granted');
  });

  it('tells of the newest look only', async () => {
    const microphone = new FakeMicrophone();
    const { comes } = watch(microphone);
    await comes('granted');
    let answerLate!: (devices: { kind: string }[]) => void;
    microphone.mediaDevices.enumerateDevices = () => new Promise((resolve) => (answerLate = resolve));
    microphone.plug();
    const overtaken = answerLate;
    microphone.plug();
    answerLate([]);
    await comes('granted', 'missing');
    overtaken([{ kind: 'audioinput' }]);
    microphone.set('denied');
    answerLate([]);
    await comes('granted', 'missing', 'denied');
  });

  for (const [what, permissions] of [
    ['without a microphone permission', { query: () => Promise.reject(new TypeError('microphone')) }],
    ['without permissions', undefined],
  ] as const) {
    it(`a browser ${what} tells whether there is one`, async () => {
      const microphone = new FakeMicrophone();
      const { comes } = watch({ permissions, mediaDevices: microphone.mediaDevices });
      await comes('unknown');
      microphone.plug();
      await comes('unknown', 'missing');
    });
  }

  it('a page that is not secure says what it knows: nothing', async () => {
    await watch({}).comes('unknown');
    const devices = Object.assign(new EventTarget(), { enumerateDevices: () => Promise.reject(new Error('no')) });
    await watch({ mediaDevices: devices }).comes('unknown');
  });

  it('ends with its signal, at any moment', async () => {
    const early = new AbortController();
    const microphone = new FakeMicrophone();
    const { told } = watch(microphone, early.signal);
    early.abort();
    const late = new AbortController();
    const { comes } = watch(microphone, late.signal);
    await comes('granted');
    late.abort();
    microphone.set('denied');
    await watch(microphone).comes('denied');
    await comes('granted');
    expect(told).to.deep.equal([]);
  });

  it('works on the real browser, without a prompt', async () => {
    const told = await new Promise<MicrophoneState>((resolve) => watchMicrophone(resolve));
    expect(['granted', 'prompt', 'denied', 'missing', 'unknown']).to.include(told);
  });
});
