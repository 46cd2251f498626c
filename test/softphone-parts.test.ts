// The parts of the page's softphone that need no call: what is read, what is counted, what is given up.
import { expect } from '@open-wc/testing';
import type { AgentData, ContactData } from '../src/conduit/wire.js';
import { EventBus } from '../src/events/event-bus.js';
import { Logger } from '../src/log/logger.js';
import { SpeechDetector } from '../src/softphone/input-level.js';
import { withOpusSettings } from '../src/softphone/opus.js';
import { PageSoftphone, type PageSoftphoneNeeds } from '../src/softphone/page-softphone.js';
import { strategyFor } from '../src/softphone/rtc-js.js';
import { softphoneCalls } from '../src/softphone/softphone-calls.js';
import { FAILURE_MEMBERS } from '../src/softphone/sound-failure.js';
import { SoundReport, totalsOf } from '../src/softphone/sound-report.js';
import { SoundSession } from '../src/softphone/sound-session.js';
import { withResolvers } from './support/with-resolvers.js';

const contact = (media: object | null, contactState = 'connecting', type = 'agent', initial = false): ContactData =>
  ({
    contactId: 'c1',
    type: 'voice',
    state: { type: contactState },
    connections: [{ connectionId: 'leg', type, initial, state: { type: 'connecting' }, softphoneMediaInfo: media }],
  }) as unknown as ContactData;

const quietLog = (): Logger =>
  new Logger({ console: { log() {}, info() {}, warn() {}, error() {}, debug() {} } as unknown as Console });

describe('what a snapshot says of calls through the browser', () => {
  const callConfigJson = JSON.stringify({
    signalingEndpoint: 'wss://signalling.example',
    iceServers: [{ urls: ['turn:relay.example'], username: 'a', credential: 'b' }, { urls: 7 }, null],
    useWebSocketProvider: true,
  });

  it('is read, also where it has come through HTML', () => {
    for (const text of [callConfigJson, callConfigJson.replaceAll('"', '&quot;')]) {
      const call = softphoneCalls([contact({ callConfigJson: text, callContextToken: 't', autoAccept: true })]).get(
        'c1',
      );
      expect(call).to.deep.equal({
        contactId: 'c1',
        connectionId: 'leg',
        contactType: 'voice',
        callContextToken: 't',
        iceServers: [{ urls: ['turn:relay.example'], username: 'a', credential: 'b' }],
        signalingEndpoint: 'wss://signalling.example',
        useWebSocketProvider: true,
        autoAccept: true,
        isTalking: false,
        isOnHold: false,
      });
    }
  });

  for (const [name, odd] of Object.entries({
    'no media': contact(null),
    'a contact that is over': contact({}, 'ended'),
    'a supervisor who listens': contact({}, 'connected', 'monitoring'),
  })) {
    it(`has no call in ${name}`, () => expect(softphoneCalls([odd]).size).to.equal(0));
  }

  it('is read as far as it makes sense', () => {
    for (const odd of ['', '{', '7', null, {}]) {
      expect(softphoneCalls([contact({ callConfigJson: odd })]).get('c1')).to.include({ signalingEndpoint: '' });
    }
  });
});

describe('what the media service is offered', () => {
  it('is packets of 20 ms without pauses', () => {
    const sdp = 'v=0\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10;useinbandfec=1\r\n';
    const lines = withOpusSettings(sdp).trim().split('\r\n');
    expect(lines).to.include('a=fmtp:111 usedtx=0;minptime=20;useinbandfec=1');
    expect(lines.slice(-2)).to.deep.equal(['a=ptime:20', 'a=maxptime:20']);
  });
});

describe('the report of a call', () => {
  const stats = (received: number, lost: number): RTCStatsReport =>
    new Map(
      [
        {
          id: 'in',
          type: 'inbound-rtp',
          kind: 'audio',
          packetsReceived: received,
          packetsLost: lost,
          audioLevel: 0.5,
          jitterBufferDelay: 4_800,
          jitterBufferEmittedCount: 96_000,
        },
        { id: 'out', type: 'outbound-rtp', kind: 'audio', packetsSent: received },
        { id: 'far', type: 'remote-inbound-rtp', kind: 'audio', packetsLost: 0, roundTripTime: 0.04 },
        { id: 'mic', type: 'media-source', kind: 'audio', audioLevel: 1 },
      ].map((entry) => [entry.id, entry]),
    );

  it('tells levels of 32 768, and how long one piece of sound has waited', () => {
    const [input, output] = totalsOf(stats(10, 1));
    expect(input).to.include({ softphoneStreamType: 'audio_input', audioLevel: 16_384, jitterBufferMillis: 50 });
    expect(output).to.include({ softphoneStreamType: 'audio_output', audioLevel: 32_768, roundTripTimeMillis: 40 });
  });

  it('has samples of what is new, once each, and the totals at its end', () => {
    const report = new SoundReport();
    report.done('gum');
    report.failed('userBusyFailure');
    report.take(totalsOf(stats(10, 1)));
    report.take(totalsOf(stats(60, 3)));
    expect(report.takeSamples().map(({ packetsCount, packetsLost }) => [packetsCount, packetsLost])).to.deep.equal([
      [50, 2],
      [50, 0],
    ]);
    expect(report.takeSamples()).to.be.empty;
    const { callStartTime, callEndTime, softphoneStreamStatistics, ...others } = report.finish();
    expect([callStartTime, callEndTime].every((time) => time instanceof Date)).to.be.true;
    expect(softphoneStreamStatistics.map(({ packetsCount }) => packetsCount)).to.deep.equal([60, 60]);
    const failures = FAILURE_MEMBERS.filter((member) => others[member]);
    expect(failures).to.deep.equal(['userBusyFailure']);
    expect(others).to.have.property('talkingTimeMillis', 0);
  });
});

describe('somebody who talks', () => {
  it('is known after a moment, and until they have been silent for a while', () => {
    const speech = new SpeechDetector();
    const take = (level: number, now: number) => speech.take(level, now);
    expect([take(0.3, 0), take(0, 100), take(0.3, 200), take(0.3, 300)]).to.deep.equal([false, false, false, true]);
    expect([take(0, 2_299), take(0, 2_300)]).to.deep.equal([true, false]);
    expect([take(0.3, 5_000), take(0.3, 5_100), take(0, 8_000), take(0.3, 8_100)]).to.deep.equal(Array(4).fill(false));
  });
});

describe('a virtual desktop', () => {
  it('needs connect-rtc-js, and a name that is known', () => {
    expect(() => strategyFor(undefined, 'CITRIX')).to.throw('needs connect-rtc-js');
    expect(() => strategyFor({}, 'toString')).to.throw('CITRIX, CITRIX_413, AWS_WORKSPACE, OMNISSA, AZURE');
    class DCVWebRTCStrategy {}
    expect(strategyFor({ DCVWebRTCStrategy }, 'AWS_WORKSPACE')).to.be.instanceOf(DCVWebRTCStrategy);
  });
});

describe('a softphone that does not load', () => {
  it('leaves the calls to the frame, at once and to each later one, and says so', async () => {
    const bus = new EventBus();
    const log = quietLog();
    let times = 0;
    const load = () => Promise.reject(new Error('lost'));
    const needs = { bus, log, load, agent: () => null, letFrameTakeCalls: () => (times += 1) };
    const softphone = new PageSoftphone(needs as unknown as PageSoftphoneNeeds);
    const told = new Promise((resolve) => bus.subscribe('ccp::sound', resolve));
    expect(softphone.place).to.be.null;
    softphone.init();
    expect(await told).to.deep.equal({ place: 'frame', isLive: false });
    expect([softphone.place, softphone.manager, times]).to.deep.equal(['frame', null, 1]);
    expect(log.getEntries().some((entry) => entry.getText().includes('softphone.min.js'))).to.be.true;
    bus.trigger('init');
    expect(times).to.equal(2);
    softphone.end();
    bus.trigger('init');
    expect([softphone.place, times]).to.deep.equal([null, 2]);
  });

  it('is told how the agent was when it was asked for, or the first after that', async () => {
    const data = (name: string) => ({ name }) as unknown as AgentData;
    for (const { before, meanwhile, told } of [
      { before: data('before'), meanwhile: data('later'), told: 'before' },
      { before: null, meanwhile: data('later'), told: 'later' },
      { before: null, meanwhile: null, told: undefined },
    ]) {
      const bus = new EventBus();
      let agent = before;
      const { promise, resolve } = withResolvers<AgentData | null>();
      const module = withResolvers<object>();
      const needs = { bus, log: quietLog(), load: () => module.promise, agent: () => agent };
      new PageSoftphone(needs as unknown as PageSoftphoneNeeds).init();
      for (const next of [meanwhile, data('last')]) {
        agent = next;
        if (next === meanwhile) bus.trigger('agent::refresh');
      }
      module.resolve({ startSoftphone: (_: unknown, first: AgentData | null) => resolve(first) });
      expect(((await promise) as unknown as { name: string } | null)?.name).to.equal(told);
    }
  });
});

describe('a call that is hung up while the agent is asked for the microphone', () => {
  for (const answer of ['that then comes', 'that is then refused'] as const) {
    it(`opens nothing any more, for a microphone ${answer}`, async () => {
      const told: string[] = [];
      const tell = (what: string) => () => void told.push(what);
      const asked = withResolvers<MediaStream | null>();
      const goodbye = withResolvers<void>();
      const session = new SoundSession({
        media: {
          contactId: 'a',
          connectionId: 'b',
          callContextToken: 'token',
          iceServers: [],
          signalingEndpoint: '',
          useWebSocketProvider: true,
        },
        // The service never answers the goodbye: for as long as it is waited for, the call is no longer and not yet over.
        socket: { whenOpen: () => Promise.resolve(), send: () => goodbye.resolve(), listen() {} },
        openMicrophone: () => asked.promise,
        isPersistent: false,
        allowExtendedPersistentConnection: false,
        browserId: 'c',
        line: null,
        listener: {
          microphone: tell('microphone'),
          invited: tell('invited'),
          sounds: tell('sounds'),
          connected: tell('connected'),
          failed: tell('failed'),
          ended: tell('ended'),
          kept: tell('kept'),
        },
      });
      const context = new AudioContext();
      const { stream } = context.createMediaStreamDestination();
      const started = session.start();
      void session.hangUp();
      await goodbye.promise;
      if (answer === 'that then comes') asked.resolve(stream);
      else asked.resolve(Promise.reject(new DOMException('No', 'NotAllowedError')));
      await started;
      expect(told).to.deep.equal([]);
      expect(session.localStream).to.equal(null);
      if (answer === 'that then comes') expect(stream.getAudioTracks()[0].readyState).to.equal('ended');
      await context.close();
    });
  }
});
