// The softphone of a page against the simulated media service: real peer connections, both ends measured.
import { expect } from '@open-wc/testing';
import { eventually } from '../../support/eventually.js';
import { SoundScene } from '../../support/sound-scene.js';

/** Louder than this is speech. */
const HEARD = 0.05;
/** Quieter than this is nothing. */
const SILENT = 0.001;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the softphone of a page', () => {
  let scene: SoundScene;

  async function begin(...[options, service]: [options?: object, service?: object]): Promise<SoundScene> {
    scene = new SoundScene(service);
    return scene.begin(options);
  }

  afterEach(async () => {
    await scene.manager?.destroySession('');
    scene.end();
  });

  const heardByCustomer = async (id: string) => (await scene.service.heard(id)).peak;

  const heardByAgent = async (id: string): Promise<number> => {
    const [input] = (await scene.manager?.getSession(scene.ownConnection(id))?.totals()) ?? [];
    return (input?.audioLevel ?? 0) / 32_768;
  };

  const customerHears = (id: string) =>
    eventually(async () => (await heardByCustomer(id)) > HEARD, 'the customer does not hear the agent');
  const agentHears = (id: string) =>
    eventually(async () => (await heardByAgent(id)) > HEARD, 'the agent does not hear the customer');

  it('is heard by the customer and hears them; muted, held and before it is accepted nobody hears', async () => {
    await begin();
    const id = scene.service.incomingCall();
    await scene.update();
    await scene.connected(id);
    expect(await heardByCustomer(id)).to.be.below(SILENT);
    await scene.act('acceptContact', id);
    await customerHears(id);
    await agentHears(id);

    scene.mute(true);
    await eventually(async () => (await heardByCustomer(id)) < SILENT, 'a muted agent is heard');
    expect((await scene.saying('agent::mute_toggle')).muted).to.be.true;
    scene.mute(false);
    await customerHears(id);
  });

  it('says what the wire is to hear, in that order, with these members', async () => {
    await begin();
    expect(scene.takeSaid()).to.deep.equal(['mute', 'subscribe', 'createTransport']);
    const id = await scene.call();
    await eventually(() => scene.said.some(({ what }) => what === 'rpc accept'), 'nothing was accepted');
    const [invite, accept] = ['rpc invite', 'rpc accept'].map(
      (what) => scene.said.find((one) => one.what === what)!.data,
    );
    expect(invite).to.have.keys('topic', 'connectionId', 'jsonRpcMsg');
    expect(invite.connectionId).to.equal(scene.ownConnection(id));
    const { jsonrpc, method, id: rpcId, params } = invite.jsonRpcMsg as Record<string, unknown>;
    expect({ jsonrpc, method, topic: invite.topic }).to.deep.equal({
      jsonrpc: '2.0',
      method: 'invite',
      topic: 'aws/softphone',
    });
    expect(rpcId).to.match(/^[0-9a-f-]{36}$/);
    const types = Object.fromEntries(Object.entries(params as object).map(([key, value]) => [key, typeof value]));
    expect(types).to.deep.equal({
      sdp: 'string',
      candidates: 'object',
      callContextToken: 'string',
      contactId: 'string',
      browserId: 'string',
      persistentConnection: 'boolean',
      iceRestart: 'boolean',
      allowExtendedPersistentConnection: 'boolean',
    });
    expect((accept.jsonRpcMsg as { params: object }).params).to.deep.equal({
      contactId: id,
      persistentConnection: false,
    });
    const order = scene.takeSaid().filter((what) => what !== 'sendSoftphoneCallMetrics');
    expect(order).to.deep.equal([
      'connection::session_init',
      'rpc invite',
      'agent::local_media_stream_created',
      'rpc accept',
    ]);

    scene.service.customerHangsUp(id);
    await scene.update();
    await scene.saying('agent::mute_toggle');
    const ending = scene.takeSaid().filter((what) => !/Metrics|stats/.test(what));
    expect(ending).to.deep.equal(['rpc bye', 'sendSoftphoneCallReport', 'softphone_report', 'agent::mute_toggle']);
  });

  it('answers the goodbye of the service, and is over', async () => {
    await begin();
    const id = await scene.call();
    const session = scene.manager!.getSession(scene.ownConnection(id))!;
    scene.takeSaid();
    scene.serve({
      connectionId: scene.ownConnection(id),
      jsonRpcMsg: { jsonrpc: '2.0', method: 'bye', id: 'goodbye', params: {} },
    });
    expect(session.hasEnded).to.be.true;
    const answer = await scene.saying('rpc answer');
    expect(answer.jsonRpcMsg).to.deep.equal({ jsonrpc: '2.0', result: {}, id: 'goodbye' });
    expect(scene.takeSaid()).not.to.include('rpc bye');
  });

  for (const { code, errorType } of [
    { code: 486, errorType: 'user_busy_error' },
    { code: 403, errorType: 'signalling_handshake_failure' },
    { code: 500, errorType: 'signalling_handshake_failure' },
    { code: 404, errorType: null },
  ]) {
    it(`tells ${errorType ?? 'nobody'} of ${code}`, async () => {
      await begin();
      scene.service.fail('invite', { code });
      const id = scene.service.incomingCall();
      await scene.update();
      await scene.saying('sendSoftphoneCallReport');
      const told = scene.said.filter(({ what }) => what === 'agent::softphone_error').map(({ data }) => data.errorType);
      expect(told).to.deep.equal(errorType ? [errorType] : []);
      expect(scene.manager!.getSession(scene.ownConnection(id))).to.be.undefined;
    });
  }

  it('tells microphone_not_shared of a microphone that is refused', async () => {
    await begin({ getUserMedia: () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError')) });
    scene.service.incomingCall();
    await scene.update();
    expect(await scene.saying('agent::softphone_error')).to.include({ errorType: 'microphone_not_shared' });
  });

  it('tells signalling_handshake_failure of a service that does not answer', async () => {
    await begin();
    scene.service.fail('invite', { how: 'ignored' });
    scene.service.incomingCall();
    await scene.update();
    expect(await scene.saying('agent::softphone_error')).to.include({ errorType: 'signalling_handshake_failure' });
  });

  it('tells ice_collection_timeout, with the addresses, of relays that cannot be reached', async () => {
    await begin();
    const urls = ['turn:127.0.0.1:9?transport=udp'];
    scene.config = { iceServers: [{ urls, username: 'agent', credential: 'secret' }] };
    scene.service.incomingCall();
    await scene.update();
    const error = await scene.saying('agent::softphone_error');
    expect(error).to.include({ errorType: 'ice_collection_timeout', endPointUrl: urls[0] });
  });

  it('takes no call while another tab does, and takes the next when that tab has gone', async () => {
    scene = new SoundScene();
    scene.isMaster = false;
    await scene.begin();
    const first = scene.service.incomingCall();
    await scene.update();
    await scene.act('acceptContact', first);
    scene.isMaster = true;
    await scene.update();
    await eventually(() => scene.manager, 'no manager was made');
    await wait(0);
    expect(scene.takeSaid()).not.to.include('connection::session_init');
    scene.service.customerHangsUp(first);
    await scene.act('clearContact', first);
    const second = await scene.call();
    await customerHears(second);
  });

  it('has the sound of a call that is accepted while the softphone is still being fetched', async () => {
    scene = new SoundScene();
    let id = '';
    await scene.begin({}, async () => {
      id = scene.service.incomingCall();
      await scene.update();
      await scene.act('acceptContact', id);
    });
    await customerHears(id);
    await agentHears(id);
  });

  it('has the sound of a call that is accepted while nobody knows which tab takes it', async () => {
    scene = new SoundScene();
    scene.isAnswering = false;
    await scene.begin();
    const id = scene.service.incomingCall();
    await scene.update();
    await scene.act('acceptContact', id);
    expect(scene.manager).to.be.null;
    scene.isAnswering = true;
    await scene.update();
    await customerHears(id);
  });

  it('leaves a call that was under way when the page asked for the softphone', async () => {
    scene = new SoundScene();
    const first = scene.service.incomingCall();
    await scene.service.call('acceptContact', { contactId: first }, { authToken: 'token' });
    await scene.begin();
    await scene.update();
    expect(scene.takeSaid()).not.to.include('connection::session_init');
    expect(scene.manager!.hasSound).to.be.false;
  });

  it('keeps a persistent connection for the next call, which begins without an invitation', async () => {
    scene = new SoundScene();
    scene.service.setConfiguration({ softphonePersistentConnection: true });
    await scene.begin();
    const first = await scene.call();
    await customerHears(first);
    scene.service.customerHangsUp(first);
    await scene.act('clearContact', first);
    await scene.saying('rpc disconnectContact');
    expect(scene.takeSaid()).not.to.include('rpc bye');
    const second = await scene.call();
    await customerHears(second);
    await agentHears(second);
    expect(scene.takeSaid()).to.include('rpc connectContact').and.not.include('rpc invite');
  });

  it('changes the microphone in a call', async () => {
    await begin();
    const id = await scene.call();
    await customerHears(id);
    const before = scene.manager!.getSession(scene.ownConnection(id))!.localStream!;
    const devices = await navigator.mediaDevices.enumerateDevices();
    const { deviceId } = devices.findLast(({ kind }) => kind === 'audioinput')!;
    scene.tell('configuration::set_microphone_device', { deviceId });
    expect(await scene.saying('configuration::microphone_device_changed')).to.deep.equal({ deviceId });
    expect(before.getTracks().every(({ readyState }) => readyState === 'ended')).to.be.true;
    await customerHears(id);
  });

  it('knows when somebody talks who is muted', async () => {
    await begin();
    const id = await scene.call();
    await customerHears(id);
    const told: boolean[] = [];
    scene.bus.subscribe<{ isTalking: boolean }>('ccp::talking_muted', ({ isTalking }) => told.push(isTalking));
    scene.mute(true);
    await eventually(() => told.length > 0, 'nobody was told');
    expect(told[0]).to.be.true;
    scene.mute(false);
    await eventually(() => told.at(-1) === false, 'it was not taken back');
  });

  it('leaves no track, connection or context after four calls', async () => {
    const open = { peers: new Set<RTCPeerConnection>(), tracks: new Set<MediaStreamTrack>() };
    const { mediaDevices } = navigator;
    await begin({
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        const stream = await mediaDevices.getUserMedia(constraints);
        for (const track of stream.getTracks()) open.tracks.add(track);
        return stream;
      },
    });
    for (let number = 0; number < 4; number += 1) {
      const id = await scene.call();
      await customerHears(id);
      scene.service.customerHangsUp(id);
      await scene.act('clearContact', id);
      await eventually(() => !scene.manager!.hasSound, 'the sound has not ended');
    }
    expect(open.tracks.size).to.equal(4);
    expect([...open.tracks].filter(({ readyState }) => readyState === 'live')).to.deep.equal([]);
  });
});
