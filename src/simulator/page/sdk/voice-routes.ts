// What the clients can ask of calls, and have done with them.
import { SdkRefusal } from '../../ccp/sdk-channel.js';
import type { ConnectionData, ContactData } from '../../../conduit/wire.js';
import {
  type FoundParticipant,
  initialConnection,
  isCall,
  OVER,
  type SdkDesk,
  type SdkParams,
  type SdkRoutes,
} from './desk.js';

/** What is dialled before a number of each country that the simulator knows. */
const CALLING_CODES: Readonly<Record<string, string>> = {
  us: '+1',
  ca: '+1',
  gb: '+44',
  de: '+49',
  fr: '+33',
  es: '+34',
  it: '+39',
  jp: '+81',
  au: '+61',
};

/** How voices are made clearer; `NONE`: not at all. */
export const ENHANCEMENT_MODES: readonly string[] = ['VOICE_ISOLATION', 'NOISE_SUPPRESSION', 'NONE'];

const isOnHold = ({ state }: ConnectionData): boolean => state.type === 'hold';

/**
 * True if a participant who is on hold can be taken off it: unless another call of the agent lives.
 * @param contacts all of the agent's.
 */
export function canResume(contacts: readonly ContactData[], { contact, connection }: FoundParticipant): boolean {
  const others = contacts.filter((other) => other !== contact && isCall(other) && !OVER.includes(other.state.type));
  const isLive = (other: ContactData): boolean =>
    other.connections.some(({ state, initial }) => initial && state.type === 'connected');
  return isOnHold(connection) && !others.some(isLive);
}

/** Makes the routes. `paths` is where the page's files are. */
export function voiceRoutes(desk: SdkDesk, paths: string): SdkRoutes {
  const toParticipant = (operation: string) => async (params: SdkParams) => {
    await desk.act(operation, desk.participant(params));
    return {};
  };
  const toSelf = (operation: string) => async (params: SdkParams) => {
    await desk.act(operation, desk.self(params));
    return {};
  };
  const phoneNumber = (params: SdkParams): object => {
    const number = initialConnection(desk.contact(params))?.endpoint?.phoneNumber;
    if (!number) throw new SdkRefusal('noResult', 'The contact has no phone number.');
    return { phoneNumber: number };
  };

  async function call({ phoneNumber: number, options }: SdkParams): Promise<object> {
    const { queueARN, relatedContactId } = (options ?? {}) as SdkParams;
    const known = desk.contacts.map(({ contactId }) => contactId);
    const endpoint = { type: 'phone_number', phoneNumber: number };
    await desk.ask('createOutboundContact', { endpoint, queueARN, relatedContactId });
    return desk.shown(({ snapshot }) => {
      const made = snapshot.contacts.find(({ contactId }) => !known.includes(contactId));
      return made && { contactId: made.contactId };
    });
  }

  function countries(): object {
    const names = new Intl.DisplayNames(['en'], { type: 'region' });
    return (desk.data.configuration.dialableCountries ?? []).map((code) => ({
      countryCode: code,
      callingCode: CALLING_CODES[code] ?? '',
      label: names.of(code.toUpperCase()) ?? code,
    }));
  }

  async function enhance({ voiceEnhancementMode: mode }: SdkParams): Promise<object> {
    if (!ENHANCEMENT_MODES.includes(String(mode))) {
      throw new SdkRefusal('invalidRequest', `The mode ${String(mode)} is unknown.`);
    }
    const configuration = { ...desk.data.configuration, voiceEnhancementMode: mode };
    await desk.ask('updateAgentConfiguration', { configuration });
    desk.reload();
    return {};
  }

  return {
    'contact/getPhoneNumber': phoneNumber,
    'voice/getInitialCustomerPhoneNumber': phoneNumber,
    'voice/listDialableCountries': countries,
    'voice/createOutboundCall': call,
    'voice/getOutboundCallPermission': () => ({
      outboundCallPermission: desk.data.configuration.permissions?.includes('outboundCall') ?? false,
    }),
    'voice/conferenceParticipants': async (params) => {
      await desk.ask('conferenceConnections', { contactId: desk.contact(params).contactId });
      return {};
    },
    'voice/holdParticipant': toParticipant('holdConnection'),
    'voice/resumeParticipant': toParticipant('resumeConnection'),
    'voice/holdSelf': toSelf('holdConnection'),
    'voice/resumeSelf': toSelf('resumeConnection'),
    'voice/isParticipantOnHold': (params) => ({ isOnHold: isOnHold(desk.participant(params).connection) }),
    'voice/isSelfOnHold': (params) => ({ isOnHold: isOnHold(desk.self(params).connection) }),
    'voice/canResumeSelf': (params) => ({ canResumeSelf: canResume(desk.contacts, desk.self(params)) }),
    'voice/canResumeParticipant': (params) => ({
      canResumeParticipant: canResume(desk.contacts, desk.participant(params)),
    }),
    'voice/getVoiceEnhancementMode': () => ({
      voiceEnhancementMode: desk.data.configuration.voiceEnhancementMode ?? 'NONE',
    }),
    'voice/setVoiceEnhancementMode': enhance,
    'voice/getVoiceEnhancementPaths': () => ({
      voiceEnhancementPaths: Object.fromEntries(
        ['processors', 'workers', 'wasm', 'models'].map((name) => [name, `${paths}voice-enhancement/${name}/`]),
      ),
    }),
  };
}
