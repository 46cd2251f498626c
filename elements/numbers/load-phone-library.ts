// Fetches the library that knows the rules of each country for phone numbers.

/** What is used of the library. */
export type PhoneLibrary = typeof import('./phone-library.js');

/**
 * Fetches the library; the browser has it from then on.
 * @returns rejects where it does not load, so that it can be tried again.
 */
export const loadPhoneLibrary = (): Promise<PhoneLibrary> => import('./phone-library.js');
