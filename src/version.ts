// The versions that the library goes by.

/** Version of this package; a test holds it equal to that in package.json. */
export const VERSION = '0.1.0';

/** Major version of what copies of the library share on a page: only equal ones share. */
export const SHARED_MAJOR = 1;

/** Version of the Streams API that the runtime speaks, as the CCP is told. docs/protocol.md, section 2.5. */
export const STREAMS_VERSION = '2.28.2';
