// Names that the media service takes: UUIDs.
import { randomId } from '../conduit/random-id.js';

/** A name that nobody else has. Browsers make UUIDs on secure pages alone; others have no microphone either. */
export const uuid = (): string => (typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : randomId());
