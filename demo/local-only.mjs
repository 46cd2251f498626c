// Who is served and with what: browsers of this machine alone, and files of the folders that the pages need. Behind it
// stands a server for developers, which by itself gives any file of the machine to whoever asks.
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Names under which a browser of this machine asks. Under any other a page of elsewhere could read along (DNS rebinding). */
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** `test`: pages of the tests. Packages may stand anywhere: whoever installs them may link `node_modules` or what is in it. */
const FOLDERS = ['demo', 'dist', 'cdn', 'test', 'node_modules'];
const LINKS_LEAD_ANYWHERE = ['node_modules'];

/** Addresses that are no files. */
const PLACES = ['/', '/favicon.ico', '/sso', '/logout', '/docs/'];

/** What is wrong with a request, as status and words; null if it may be answered. */
function refusal({ url, headers: { host = '' } }, root) {
  if (!LOCAL_HOST.test(host)) return [403, `Only localhost is served, not ${JSON.stringify(host)}.`];
  const path = pathOf(url);
  if (path === null) return [400, 'This is not the address of a file.'];
  if (PLACES.includes(path) || isServed(path, root)) return null;
  return [404, `There is nothing here. Files are served from ${FOLDERS.join(', ')}.`];
}

/** Path of a request, decoded; null for all that could be read as another path by somebody else. */
function pathOf(target) {
  const [encoded] = target.split('?', 1);
  let path;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  // No absolute address or other host, nothing to be decoded once more, no separator of Windows, no file that is hidden,
  // and no way up.
  const isPlain = path.startsWith('/') && !/\/[/.]|[\\%#\0]/.test(path);
  return isPlain ? path : null;
}

function isServed(path, root) {
  const folder = path.split('/', 2)[1];
  if (!FOLDERS.includes(folder)) return false;
  if (LINKS_LEAD_ANYWHERE.includes(folder)) return true;
  try {
    const home = realpathSync(join(root, folder));
    return `${realpathSync(join(root, path))}${sep}`.startsWith(home + sep);
  } catch {
    return false; // not there
  }
}

/**
 * Lets through what may be answered.
 * @param {string} root path of the repository.
 * @param {import('node:http').RequestListener} listener answers everything else.
 * @returns {import('node:http').RequestListener}
 */
export const localOnly = (root, listener) => (request, response) => {
  const refused = refusal(request, root);
  if (!refused) return listener(request, response);
  const [status, words] = refused;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
  return response.end(`${words}\n`);
};
