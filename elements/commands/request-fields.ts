// What a request says, read field by field: its class does not count, for it may come from another copy of the library.
import type { EndpointLike } from '../../src/index.js';
import type { CommandTerms } from './terms.js';

/**
 * A field that is text.
 * @param request any request event.
 * @param name of the field.
 * @returns the text, or null if the request has none under this name.
 */
export function textField(request: object, name: string): string | null {
  const value: unknown = Reflect.get(request, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The contact that a request is about, or null. */
export const contactIdOf = (request: object): string | null => textField(request, 'contactId');

/** The party that a request is about, or null if it is about the whole contact. */
export const connectionIdOf = (request: object): string | null => textField(request, 'connectionId');

const isEndpointLike = (value: unknown): value is EndpointLike =>
  (typeof value === 'string' && value.trim() !== '') || (typeof value === 'object' && value !== null);

/**
 * Whom a request calls.
 * @throws Error in words if it names nobody.
 */
export function endpointOf(request: object, terms: CommandTerms): EndpointLike {
  const value: unknown = Reflect.get(request, 'endpoint');
  if (!isEndpointLike(value)) throw new Error(terms.nobodyToCall);
  return value;
}
