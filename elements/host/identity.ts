// What a page may say of who a contact is: checked when it says it, so that nothing else is ever shown.
import { ValueError } from '../../src/index.js';
import type { ContactIdentity } from './state.js';

const TEXTS = ['name', 'detail'] as const;

const LINKS = { href: ['https:', 'http:'], picture: ['https:', 'blob:'] } as const;

/**
 * An identity as it is published.
 * @param given what the page says.
 * @throws ValueError if a member is no text, or an address has a scheme that is not opened or shown.
 */
export function checkedIdentity(given: ContactIdentity): ContactIdentity {
  const identity: { -readonly [Member in keyof ContactIdentity]: ContactIdentity[Member] } = {};
  for (const member of [...TEXTS, 'href', 'picture'] as const) {
    const value: unknown = given[member];
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string')
      throw new ValueError(`identifyContact: ${member} has to be text, not ${typeof value}.`);
    identity[member] = value;
  }
  for (const member of ['href', 'picture'] as const) {
    const value = identity[member];
    if (value === undefined) continue;
    const address = URL.parse ? URL.parse(value, document.baseURI) : new URL(value, document.baseURI);
    if (!address || !(LINKS[member] as readonly string[]).includes(address.protocol)) {
      throw new ValueError(
        `identifyContact: ${member} has to begin with ${LINKS[member].join(' or ')}, unlike “${value}”.`,
      );
    }
    identity[member] = address.href;
  }
  return identity;
}
