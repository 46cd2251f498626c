// What happens to the sound of calls when things come in another order than they mostly do: late, twice, or while something else is under way.
import { expect } from '@open-wc/testing';
import type { RtcJs } from '../../../src/softphone/rtc-js.js';
import { eventually } from '../../support/eventually.js';
import { SoundScene } from '../../support/sound-scene.js';
import { withResolvers } from '../../support/with-resolvers.js';

/** Louder than this is speech. */
const HEARD = 0.05;
/** Quieter than this is nothing. */
const SILENT = 0.001;

describe('the softphone of a page, when things come in another order', () => {
  let scene: SoundScene;

  afterEach(() => scene.end());

  /** Every microphone that was opened, and what holds it back until it is let. */
  function microphones() {
    const tracks: MediaStreamTrack[] = [];
    const waiting: (() => void)[] = [];
    const { mediaDevices } = navigator;
    return {
      tracks,
      waiting,
      /** False: each waits until it is let. */
      isOpen: true,
      live: () => tracks.filter(({ readyState }) => readyState === 'live').length,
      async getUserMedia(this: void, constraints: MediaStreamConstraints): Promise<MediaStream> {
        const stream = await mediaDevices.getUserMedia(constraints);
        tracks.push(...stream.getTracks());
        if (!given.isOpen) {
          const { promise, resolve } = withResolvers<undefined>();
          waiting.push(() => resolve(undefined));
          await promise;
        }
        return stream;
      },
    };
  }
  let given: ReturnType<typeof microphones>;

  beforeEach(() => (given = microphones()));

  async function begin(isPersistent = false): Promise<void> {
    scene = new SoundScene();
    scene.service.setConfiguration({ softphonePersistentConnection: isPersistent });
    await scene.begin({ getUserMedia: (constraints: MediaStreamConstraints) => given.getUserMedia(constraints) });
  }

  const said = (what: string): number => scene.said.filter((one) => one.what === what).length;

  const level = async (id: string): Promise<number> => (await scene.service.heard(id)).peak;

  /** The customer has gone, and the agent's desk is clear. */
  async function gone(id: string): Promise<void> {
    scene.service.customerHangsUp(id);
    await scene.act('clearContact', id);
  }

  const HOW_IT_ENDS: Record<string, (id: string) => Promise<void> | void> = {
    'the customer has gone': gone,
    'the agent is signed out': () => scene.tell('terminated'),
    'the page ends the softphone': () => scene.end(),
  };
  for (const [name, end] of Object.entries(HOW_IT_ENDS)) {
    it(`closes a microphone that is given when ${name}, and asks nobody for the call`, async () => {
      given.isOpen = false;
      await begin();
      const id = scene.service.incomingCall();
      await scene.update();
      await eventually(() => given.waiting.length === 1, 'the microphone was not asked for');
      await end(id);
      given.waiting[0]();
      await eventually(() => given.live() === 0, 'the microphone stays open');
      await eventually(() => !scene.manager!.hasSound, 'the call has not ended');
      expect(said('rpc invite') + said('rpc bye')).to.equal(0);
    });
  }

  it('says goodbye once, however often the page hears that the call is over', async () => {
    await begin();
    scene.service.fail('bye', { how: 'ignored' });
    const id = await scene.call();
    scene.service.customerHangsUp(id);
    for (let time = 0; time < 3; time += 1) await scene.update();
    await eventually(() => !scene.manager!.hasSound, 'the call has not ended');
    expect(said('rpc bye')).to.equal(1);
    expect(said('softphone_report')).to.equal(1);
  });

  it('says goodbye before anything is waited for, since the CCP may go with it', async () => {
    await begin();
    await scene.call();
    scene.manager!.terminate();
    expect(said('rpc bye')).to.equal(1);
    await eventually(() => given.live() === 0, 'the microphone stays open');
  });

  it('keeps the microphone that was chosen while the first one was still asked for', async () => {
    given.isOpen = false;
    await begin();
    const id = scene.service.incomingCall();
    await scene.update();
    await eventually(() => given.waiting.length === 1, 'the microphone was not asked for');
    given.isOpen = true;
    scene.tell('configuration::set_microphone_device', { deviceId: 'default' });
    await scene.saying('configuration::microphone_device_changed');
    const chosen = given.tracks[1];
    given.waiting[0]();
    await scene.act('acceptContact', id);
    await scene.connected(id);
    const { localStream } = scene.manager!.getSession(scene.ownConnection(id))!;
    expect(localStream?.getTracks()).to.deep.equal([chosen]);
    expect(given.live()).to.equal(1);
    await eventually(async () => (await level(id)) > HEARD, 'the customer does not hear the agent');
  });

  it('waits for a web socket that is lost, and then asks for the call', async () => {
    await begin();
    scene.bus.trigger('webSocket::connection_lost');
    const id = scene.service.incomingCall();
    await scene.update();
    await eventually(() => given.tracks.length === 1, 'the microphone was not opened');
    await scene.act('acceptContact', id);
    expect(said('rpc invite')).to.equal(0);
    scene.bus.trigger('webSocket::connection_gain');
    await scene.connected(id);
    await eventually(async () => (await level(id)) > HEARD, 'the customer does not hear the agent');
  });

  for (const isPersistent of [false, true]) {
    it(`keeps the agent muted when the microphone changes, ${isPersistent ? 'on a line that is kept' : 'on a line of its own'}`, async () => {
      await begin(isPersistent);
      const id = await scene.call();
      await eventually(async () => (await level(id)) > HEARD, 'the customer does not hear the agent');
      scene.mute(true);
      await eventually(async () => (await level(id)) < SILENT, 'a muted agent is heard');
      scene.tell('configuration::set_microphone_device', { deviceId: 'default' });
      await scene.saying('configuration::microphone_device_changed');
      const session = scene.manager!.getSession(scene.ownConnection(id))!;
      expect(session.isMuted).to.be.true;
      expect(session.localStream!.getAudioTracks().map(({ enabled }) => enabled)).to.deep.equal([false]);
      expect(given.live()).to.equal(1);
      scene.mute(false);
      await eventually(async () => (await level(id)) > HEARD, 'the customer does not hear the agent again');
    });
  }

  it('leaves nothing of a kept line when the softphone ends', async () => {
    const Peer = RTCPeerConnection;
    const peers: RTCPeerConnection[] = [];
    window.RTCPeerConnection = class extends Peer {
      constructor(config?: RTCConfiguration) {
        super(config);
        peers.push(this);
      }
    };
    try {
      await begin(true);
      const id = await scene.call();
      await gone(id);
      await scene.saying('rpc disconnectContact');
      expect(peers.some(({ connectionState }) => connectionState === 'connected')).to.be.true;
      scene.manager!.terminate();
      const ours = peers.filter(
        (peer) => peer.getSenders().length > 0 && peer.getConfiguration().iceCandidatePoolSize === 1,
      );
      expect(ours.map(({ signalingState }) => signalingState)).to.deep.equal(['closed']);
    } finally {
      window.RTCPeerConnection = Peer;
    }
  });

  it('looks for another way once, whoever notices that the way of a kept line is lost', async () => {
    const Peer = RTCPeerConnection;
    const peers: RTCPeerConnection[] = [];
    window.RTCPeerConnection = class extends Peer {
      constructor(config?: RTCConfiguration) {
        super(config);
        peers.push(this);
      }
    };
    try {
      await begin(true);
      const id = await scene.call();
      const [ours] = peers.filter((peer) => peer.getConfiguration().iceCandidatePoolSize === 1);
      Object.defineProperty(ours, 'connectionState', { configurable: true, get: () => 'failed' });
      ours.dispatchEvent(new Event('connectionstatechange'));
      ours.dispatchEvent(new Event('connectionstatechange'));
      await eventually(() => said('rpc invite') === 2, 'nobody looks for another way');
      const { jsonRpcMsg } = await scene.saying('rpc invite');
      expect((jsonRpcMsg as { params: object }).params).to.include({ iceRestart: true, contactId: id });
      delete (ours as { connectionState?: unknown }).connectionState;
      await eventually(() => ours.signalingState === 'stable', 'there is no answer');
      await eventually(async () => (await level(id)) > HEARD, 'the customer does not hear the agent');
      expect(said('rpc invite')).to.equal(2);
    } finally {
      window.RTCPeerConnection = Peer;
    }
  });

  describe('with connect-rtc-js', () => {
    /** Stands in for a session of connect-rtc-js: notes what it is asked, and connects at once. */
    class StandIn {
      static readonly made: StandIn[] = [];
      static fails = false;
      readonly asked: string[] = [];
      readonly given: readonly unknown[];
      mediaStream?: MediaStream;
      echoCancellation?: boolean;
      onLocalStreamAdded?: (session: StandIn, stream: MediaStream) => void;
      onRemoteStreamAdded?: (session: StandIn, stream: MediaStream) => void;
      onSignalingStarted?: () => void;
      onSessionConnected?: () => void;
      onSessionFailed?: (session: StandIn, reason: unknown) => void;
      onSessionDestroyed?: (session: StandIn, report: unknown) => void;

      constructor(...args: readonly unknown[]) {
        this.given = args;
        StandIn.made.push(this);
      }

      connect(): void {
        this.asked.push('connect');
        if (StandIn.fails) {
          this.onSessionFailed?.(this, 'busy');
          return this.onSessionDestroyed?.(this, {});
        }
        this.onLocalStreamAdded?.(this, this.mediaStream!);
        this.onSignalingStarted?.();
        this.onSessionConnected?.();
      }

      hangup(): void {
        this.asked.push('hangup');
        void Promise.resolve().then(() => this.onSessionDestroyed?.(this, { talkingTimeMillis: 7 }));
      }

      pauseLocalAudio = (): void => void this.asked.push('pause');

      resumeLocalAudio = (): void => void this.asked.push('resume');
    }

    beforeEach(async () => {
      StandIn.made.length = 0;
      StandIn.fails = false;
      await begin();
      scene.rtcJs = { RTCSession: StandIn, RTCErrors: { USER_BUSY: 'busy' } } as unknown as RtcJs;
    });

    it('has its session made as that wants it, muted, and ended once', async () => {
      const id = await scene.call();
      const [session] = StandIn.made;
      expect(session.given.slice(4, 6)).to.deep.equal([id, scene.ownConnection(id)]);
      expect(said('agent::local_media_stream_created')).to.equal(1);
      scene.mute(true);
      scene.mute(false);
      expect(session.asked).to.deep.equal(['connect', 'pause', 'resume']);
      scene.service.customerHangsUp(id);
      for (let time = 0; time < 2; time += 1) await scene.update();
      await eventually(() => !scene.manager!.hasSound, 'the call has not ended');
      expect(session.asked.filter((one) => one === 'hangup')).to.have.length(1);
      expect((await scene.saying('softphone_report')).report).to.deep.equal({ talkingTimeMillis: 7 });
    });

    it('tells its failure by our names', async () => {
      StandIn.fails = true;
      scene.service.incomingCall();
      await scene.update();
      expect(await scene.saying('agent::softphone_error')).to.include({ errorType: 'user_busy_error' });
      expect(scene.manager!.hasSound).to.be.false;
    });

    it('is over where the microphone is refused, and never connects', async () => {
      given.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
      scene.service.incomingCall();
      await scene.update();
      expect(await scene.saying('agent::softphone_error')).to.include({ errorType: 'microphone_not_shared' });
      await eventually(() => !scene.manager!.hasSound, 'the call has not ended');
      expect(StandIn.made[0].asked).to.deep.equal([]);
    });

    it('closes a microphone that is given when the call is over, and never connects', async () => {
      given.isOpen = false;
      const id = scene.service.incomingCall();
      await scene.update();
      await eventually(() => given.waiting.length === 1, 'the microphone was not asked for');
      await gone(id);
      given.waiting[0]();
      await eventually(() => given.live() === 0, 'the microphone stays open');
      expect(scene.manager!.hasSound).to.be.false;
      expect(StandIn.made[0].asked).to.deep.equal([]);
    });
  });
});
