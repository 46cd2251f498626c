// Builds contact and connection records in the service's own shape: times in epoch seconds, absent members null.
import { randomUUID } from 'node:crypto';

/** Time as the service writes it. */
export const now = () => Date.now() / 1000;

export const state = (type) => ({ timestamp: now(), type });

const emptyEndpoint = { agentLogin: null, endpointARN: null, name: null, phoneNumber: null, queue: null };

export const phoneEndpoint = (phoneNumber) => ({ ...emptyEndpoint, phoneNumber, type: 'phone_number' });

export const agentEndpoint = () => ({ ...emptyEndpoint, type: 'agent' });

/** The media leg of a softphone call. The signalling address is loopback, so a softphone that is tried cannot leave. */
export const softphoneMediaInfo = () => ({
  autoAccept: false,
  callConfigJson: JSON.stringify({
    iceServers: [],
    signalingEndpoint: 'wss://127.0.0.1:1/signalling',
    useWebSocketProvider: true,
  }),
  callContextToken: 'call-context-token',
  callType: 'audio_only',
  mediaLegContextToken: 'media-leg-context-token',
});

export const connection = (type, stateType, members = {}) => ({
  chatMediaInfo: null,
  connectionId: randomUUID(),
  endpoint: null,
  initial: false,
  monitoringInfo: null,
  mute: false,
  quickConnectName: null,
  softphoneMediaInfo: null,
  state: state(stateType),
  type,
  ...members,
});

export const contact = (type, stateType, connections, members = {}) => {
  const contactId = randomUUID();
  return {
    attributes: {},
    channelContext: null,
    connections,
    contactDuration: '0',
    contactFeatures: {
      attachmentsEnabled: null,
      messagingMarkdownEnabled: null,
      multiPartyConferenceEnabled: false,
    },
    contactId,
    description: null,
    initialContactId: contactId,
    initiationMethod: null,
    name: null,
    queue: null,
    queueTimestamp: now(),
    references: null,
    state: state(stateType),
    type,
    ...members,
  };
};

/** `{plan: 'gold'}` -> `{plan: {name: 'plan', value: 'gold'}}` */
export const attributes = (values = {}) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { name, value }]));
