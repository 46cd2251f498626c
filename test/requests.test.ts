import { expect } from '@open-wc/testing';
import '../elements/connect-ccp.js';
import { ConnectCommandEvent } from '../elements/host/events.js';
import * as requests from '../elements/verbs/requests.js';
import { HostScene, THIRD } from './support/host-scene.js';
import { secondCopy } from './support/second-copy.js';

const {
  ConnectHoldRequestEvent,
  ConnectMuteRequestEvent,
  ConnectResumeRequestEvent,
  ConnectSendDigitsRequestEvent,
  ConnectSetAgentStateRequestEvent,
} = requests;

const contactId = 'c';
const connectionId = 'p';
const endpoint = THIRD;

/** Each request, its name, and its fields. */
const REQUESTS: readonly (readonly [requests.ConnectRequestEvent, string, Record<string, unknown>])[] = [
  [
    new ConnectSetAgentStateRequestEvent({ agentState: 'Lunch' }),
    'connect-set-agent-state-request',
    { agentState: 'Lunch', contactId: null },
  ],
  [new requests.ConnectAcceptRequestEvent({ contactId }), 'connect-accept-request', { contactId }],
  [new requests.ConnectRejectRequestEvent({ contactId }), 'connect-reject-request', { contactId }],
  [new requests.ConnectHangUpRequestEvent({ contactId }), 'connect-hang-up-request', { contactId, connectionId: null }],
  [
    new requests.ConnectHangUpRequestEvent({ contactId, connectionId }),
    'connect-hang-up-request',
    { contactId, connectionId },
  ],
  [new ConnectHoldRequestEvent({ contactId, connectionId }), 'connect-hold-request', { contactId, connectionId }],
  [new ConnectResumeRequestEvent({ contactId, connectionId }), 'connect-resume-request', { contactId, connectionId }],
  [new ConnectMuteRequestEvent({ contactId }), 'connect-mute-request', { contactId }],
  [new requests.ConnectUnmuteRequestEvent({ contactId }), 'connect-unmute-request', { contactId }],
  [
    new ConnectSendDigitsRequestEvent({ contactId, digits: '1#' }),
    'connect-send-digits-request',
    { contactId, digits: '1#' },
  ],
  [new requests.ConnectDialRequestEvent({ endpoint }), 'connect-dial-request', { endpoint, contactId: null }],
  [
    new requests.ConnectTransferRequestEvent({ contactId, endpoint }),
    'connect-transfer-request',
    { contactId, endpoint },
  ],
  [
    new requests.ConnectAddParticipantRequestEvent({ contactId, endpoint }),
    'connect-add-participant-request',
    { contactId, endpoint },
  ],
  [new requests.ConnectConferenceRequestEvent({ contactId }), 'connect-conference-request', { contactId }],
  [new requests.ConnectSwapRequestEvent({ contactId }), 'connect-swap-request', { contactId }],
  [new requests.ConnectClearRequestEvent({ contactId }), 'connect-clear-request', { contactId }],
  [new requests.ConnectSelectContactRequestEvent({ contactId }), 'connect-select-contact-request', { contactId }],
  [
    new requests.ConnectSetDeviceRequestEvent({ device: 'speaker', deviceId: 'headset' }),
    'connect-set-device-request',
    { device: 'speaker', deviceId: 'headset', contactId: null },
  ],
  [new requests.ConnectLoginRequestEvent(), 'connect-login-request', { contactId: null }],
  [new requests.ConnectLogoutRequestEvent(), 'connect-logout-request', { contactId: null }],
];

describe('requests', () => {
  for (const [event, name, fields] of REQUESTS) {
    it(`${event.constructor.name} ${JSON.stringify(fields)}`, () => {
      expect(event.type).to.equal(name);
      expect(event).to.include({ bubbles: true, composed: true, cancelable: true, ...fields });
    });
  }

  describe('at a host', () => {
    let scene: HostScene;
    let id: string;

    beforeEach(async () => {
      scene = await HostScene.mount();
      id = await scene.call();
      await scene.calls();
    });

    afterEach(() => scene.sim.detach());

    it('are dispatched by host.request, and carried out', async () => {
      const heard: Event[] = [];
      document.addEventListener('connect-hold-request', (event) => heard.push(event), { once: true });
      const event = new ConnectHoldRequestEvent({ contactId: id });
      expect(await scene.ccp.request(event)).to.equal('confirmed');
      expect(heard).to.deep.equal([event]);
    });

    it('are not carried out if somebody prevents them', async () => {
      document.addEventListener('connect-hold-request', (event) => event.preventDefault(), { once: true });
      expect(await scene.ccp.request(new ConnectHoldRequestEvent({ contactId: id }))).to.be.null;
      expect(await scene.calls()).to.deep.equal([]);
      expect(scene.phases).to.deep.equal([]);
    });

    it('are carried out later by a page that has asked first', async () => {
      let confirmed: Promise<unknown> | undefined;
      document.addEventListener(
        'connect-hold-request',
        (event) => {
          event.preventDefault();
          confirmed = Promise.resolve().then(() => scene.ccp.perform(event));
        },
        { once: true },
      );
      expect(await scene.ccp.request(new ConnectHoldRequestEvent({ contactId: id }))).to.be.null;
      expect(await confirmed).to.equal('confirmed');
      expect(await scene.calls()).to.deep.equal(['holdConnection']);
    });

    it('can be replaced by others', async () => {
      let replaced: Promise<unknown> | undefined;
      document.addEventListener(
        'connect-hold-request',
        (event) => {
          event.preventDefault();
          replaced = scene.ccp.request(new ConnectMuteRequestEvent({ contactId: event.contactId }));
        },
        { once: true },
      );
      await scene.ccp.request(new ConnectHoldRequestEvent({ contactId: id }));
      expect(await replaced).to.equal('confirmed');
      expect(scene.ccp.state.mute).to.be.true;
      expect(await scene.calls()).to.deep.equal([]);
    });

    it('run once, though a listener carries them out by itself without preventing them', async () => {
      document.addEventListener('connect-hold-request', (event) => void scene.ccp.perform(event), { once: true });
      const event = new ConnectHoldRequestEvent({ contactId: id });
      expect(await scene.ccp.request(event)).to.equal('confirmed');
      expect(await scene.perform(event)).to.equal('confirmed'); // long after
      expect(await scene.calls()).to.deep.equal(['holdConnection']);
      expect(scene.phases).to.deep.equal(['hold pending', 'hold confirmed']);
    });

    it('run once while the same is pending: two clicks are one command', async () => {
      const first = scene.perform(new ConnectHoldRequestEvent({ contactId: id }));
      const second = scene.perform(new ConnectHoldRequestEvent({ contactId: id }));
      expect(await Promise.all([first, second])).to.deep.equal(['confirmed', 'confirmed']);
      expect(await scene.calls()).to.deep.equal(['holdConnection']);
      await scene.perform(new ConnectResumeRequestEvent({ contactId: id }));
      await scene.perform(new ConnectHoldRequestEvent({ contactId: id }));
      expect(await scene.calls()).to.deep.equal(['resumeConnection', 'holdConnection']);
    });

    it('never swallow a digit', async () => {
      await Promise.all(
        [...'1123#'].map((digits) => scene.perform(new ConnectSendDigitsRequestEvent({ contactId: id, digits }))),
      );
      const { calls } = await scene.sim.truth();
      const sent = calls.filter(({ operation }) => operation === 'sendDigits');
      expect(sent.map(({ params }) => (params as { digits: string }).digits).join('')).to.equal('1123#');
    });

    it('of two different states of the agent are two commands', async () => {
      const [first, second] = ['Lunch', 'Offline'].map((agentState) =>
        scene.perform(new ConnectSetAgentStateRequestEvent({ agentState })),
      );
      await Promise.all([first, second]);
      expect(await scene.calls()).to.deep.equal(['putAgentState', 'putAgentState']);
      expect(scene.ccp.state.agent!.nextState!.name).to.equal('Offline');
    });

    it('may be of another copy of the library, or no more than an event with the fields', async () => {
      const copy = await secondCopy();
      expect(await scene.perform(new copy.ConnectHoldRequestEvent({ contactId: id }))).to.equal('confirmed');
      const plain = Object.assign(new Event('connect-resume-request'), { contactId: id });
      expect(await scene.perform(plain)).to.equal('confirmed');
    });

    it('fail if they make no sense, and say why', async () => {
      const cases: readonly (readonly [Event, string])[] = [
        [new ConnectHoldRequestEvent({ contactId: 'gone' }), 'over'],
        [new ConnectHoldRequestEvent({ contactId: null }), 'No contact'],
        [new ConnectResumeRequestEvent({ contactId: id }), 'Nobody is on hold'],
        [new ConnectSendDigitsRequestEvent({ contactId: id, digits: 'hello' }), 'digits must be'],
        [new requests.ConnectDialRequestEvent({ endpoint: '(020) 555' }), '+12065550100'],
        [new requests.ConnectDialRequestEvent({ endpoint: '555' }), 'has a call already'],
        [new requests.ConnectTransferRequestEvent({ contactId: id, endpoint: '(020) 555' }), '+12065550100'],
        [new Event('connect-fly-request'), 'no command “fly”'],
      ];
      for (const [event, words] of cases) {
        const phase = await scene.perform(event as requests.ConnectRequestEvent);
        expect(phase, event.type).to.equal('failed');
        expect(scene.commands.at(-1)!.error!.message, event.type).to.contain(words);
        expect(scene.commands.at(-1)!.error!.name).to.equal('CommandError');
      }
      // Bare digits may be a number of the service's: it is the service that says no.
      expect(await scene.calls()).to.deep.equal(['createOutboundContact']);
    });
  });

  it('have their phases told by an event that does not bubble but is composed', () => {
    const event = new ConnectCommandEvent({ operation: 'hold', contactId, phase: 'pending' });
    expect(event).to.include({ type: 'connect-command', bubbles: false, composed: true, error: null });
  });
});
