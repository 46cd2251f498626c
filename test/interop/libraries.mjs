// The page libraries that are compared; each is a classic script that sets window.connect.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { upstreamBundle } from './upstream-ccp/server.mjs';

export const OURS = 'connect-ccp-elements';
export const THEIRS = 'amazon-connect-streams';

export const libraries = {
  [OURS]: fileURLToPath(new URL('../../cdn/connect-streams.min.js', import.meta.url)),
  [THEIRS]: upstreamBundle,
};

/** ChatJS: it is the same for both. */
export const chatJs = createRequire(import.meta.url).resolve('amazon-connect-chatjs');
