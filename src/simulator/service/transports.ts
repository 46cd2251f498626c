// Answers to `createTransport`: addresses and tokens that look right and lead nowhere. docs/protocol.md, section 5.4.
import { CtiError } from '../ccp/cti-service-client.js';
import type { ServiceParts } from './service-parts.js';

/** Seconds for which a transport lives. */
const LIFETIME = 3_600;

/**
 * Makes a transport.
 * @param parts of the service.
 * @param params `transportType`, and what that type needs.
 * @throws CtiError if the type is unknown, or the contact of a chat token.
 */
export function createTransport(parts: ServiceParts, params: Readonly<Record<string, unknown>>): unknown {
  const { chats, clock, ids, contacts } = parts;
  const expiry = clock.shown(clock.now() + LIFETIME * 1000).toISOString();
  switch (params.transportType) {
    case 'web_socket': {
      const url = `wss://web-socket.simulator.invalid/?session=${ids.uuid()}`;
      return { webSocketTransport: { url, transportLifeTimeInSeconds: LIFETIME, expiry } };
    }
    case 'chat_token': {
      const contact = contacts.find(params.contactId);
      const { connectionId } = contacts.findConnection(contact, params.participantId);
      return { chatTokenTransport: { participantToken: chats.issueToken(contact.contactId, connectionId), expiry } };
    }
    case 'softphone': {
      const urls = ['turn:turn.simulator.invalid:3478?transport=udp'];
      const server = { urls, username: 'simulated', credential: `simulated-${ids.uuid()}` };
      return { softphoneTransport: { softphoneMediaConnections: [server] } };
    }
    case 'web_rtc':
      return { webRTCTransport: webRtcTransport(parts, params.contactId) };
    case 'agent_discovery':
      return { agentDiscoveryTransport: { presignedUrl: `https://discovery.simulator.invalid/${ids.uuid()}` } };
    default:
      throw new CtiError(
        'InvalidConfigurationException',
        `There is no transport of type ${String(params.transportType)}.`,
      );
  }
}

/** What a page's own video is made of. Its addresses lead nowhere. */
function webRtcTransport({ contacts, ids }: ServiceParts, contactId: unknown): object {
  contacts.findConnected(contactId, 'createTransport');
  const urls = ['audioFallbackUrl', 'audioHostUrl', 'eventIngestionUrl', 'signalingUrl', 'turnControlUrl'];
  return {
    attendee: { attendeeId: ids.uuid(), joinToken: `simulated-${ids.uuid()}` },
    meeting: {
      meetingId: ids.uuid(),
      mediaRegion: 'us-east-1',
      meetingFeatures: { Audio: { EchoReduction: 'AVAILABLE' } },
      mediaPlacement: Object.fromEntries(urls.map((name) => [name, `wss://${name.toLowerCase()}.simulator.invalid`])),
    },
  };
}
