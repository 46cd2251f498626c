// Endpoint: what can be called, and what a connection leads to. docs/protocol.md, section 7.5.
import { isRecord, type Queue, type WireEndpoint } from '../conduit/wire.js';
import { ValueError } from '../errors/errors.js';
import { EndpointType } from './enums.js';
import { toDialledNumber } from './phone-number.js';

const SIP_ADDRESS = /^sip:([^@]+)@/;
const ANY_SIP_ADDRESS = /^\s*sips?:/i;

/** A phone number, a quick connect, an agent or a queue. */
export class Endpoint {
  readonly endpointARN: string | null;
  /** Alias of `endpointARN`. */
  readonly endpointId: string | null;
  /** An EndpointType value. */
  readonly type: string | null;
  readonly name: string | null;
  readonly phoneNumber: string | null;
  readonly agentLogin: string | null;
  readonly queue: string | Queue | null;
  /** Where an e-mail comes from or goes to; there for such endpoints alone. */
  readonly emailAddress?: string;
  /** The name that an e-mail gives of its sender; there for such endpoints alone. */
  readonly displayName?: string;

  /** @param fields any of an endpoint's fields; those left out become null, never undefined. */
  constructor(fields: WireEndpoint = {}) {
    this.endpointARN = fields.endpointId || fields.endpointARN || null;
    this.endpointId = this.endpointARN;
    this.type = fields.type || null;
    this.name = fields.name || null;
    this.phoneNumber = fields.phoneNumber || null;
    this.agentLogin = fields.agentLogin || null;
    this.queue = fields.queue || null;
    if (fields.emailAddress) this.emailAddress = fields.emailAddress;
    if (fields.displayName) this.displayName = fields.displayName;
  }

  /** The phone number without the SIP form that softphones are given; empty if there is none. */
  stripPhoneNumber(): string {
    const number = this.phoneNumber ?? '';
    return SIP_ADDRESS.exec(number)?.[1] ?? number;
  }

  /**
   * Makes an endpoint of a phone number.
   * @param phoneNumber the number, best in E.164 form such as `+12065550100`; it is read when somebody calls it.
   * @param name what to call it.
   */
  static byPhoneNumber(phoneNumber: string, name?: string): Endpoint {
    return new Endpoint({ type: EndpointType.PHONE_NUMBER, phoneNumber, name: name ?? null });
  }
}

/** What commands take as an endpoint: one of ours, one as the service sends it, or a phone number. */
export type EndpointLike = Endpoint | WireEndpoint | string;

/** The endpoint that goes over the wire: always these six keys. docs/protocol.md, section 5.3. */
export type SentEndpoint = Omit<Endpoint, 'endpointId' | 'emailAddress' | 'displayName' | 'stripPhoneNumber'>;

/**
 * Turns what a caller gave into the endpoint that is sent.
 * @param given an endpoint, or a phone number as text.
 * @throws ValueError if it is neither; a PhoneNumberError if it is a number that cannot be dialled, or not without guessing whose
 *   it is.
 */
export function toSentEndpoint(given: EndpointLike): SentEndpoint {
  if (typeof given === 'string') return toSentEndpoint(Endpoint.byPhoneNumber(given));
  if (!isRecord(given)) {
    throw new ValueError('endpoint must be an Endpoint or a phone number such as +12065550100');
  }
  const { endpointId, emailAddress: _address, displayName: _displayName, ...endpoint } = new Endpoint(given);
  const { type, phoneNumber, agentLogin, queue } = endpoint;
  if (!endpointId && !phoneNumber && !agentLogin && !queue) {
    throw new ValueError('endpoint names nothing to call: no phoneNumber, no endpointARN');
  }
  // The number of a quick connect is the service's own.
  const isDialled = (type === null || type === EndpointType.PHONE_NUMBER) && !endpointId && phoneNumber;
  if (!isDialled || ANY_SIP_ADDRESS.test(phoneNumber)) return endpoint;
  return { ...endpoint, phoneNumber: toDialledNumber(phoneNumber) };
}
