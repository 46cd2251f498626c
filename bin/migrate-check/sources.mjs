// What is read: the sources below a folder, one file, or a page and its own scripts. All of it is bounded.
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';

/** What is wrong with what was asked for, in words for who asked. */
export class SourceError extends Error {}

const EXTENSIONS = ['.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.html', '.htm', '.vue', '.svelte'];
const SKIPPED_FOLDERS = ['node_modules', '.git', 'bower_components', 'coverage'];
const MOST_BYTES = 4_000_000;
const MOST_FILES = 20_000;
const MOST_SCRIPTS = 100;

/** Milliseconds that a page or one of its scripts may take. */
const PATIENCE = 15_000;

const megabytes = (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`;
const tooLarge = (bytes) => `${megabytes(bytes)} is more than the ${megabytes(MOST_BYTES)} that are read of one file`;

/** True for amazon-connect-streams itself, or an add-on, of whatever build: its users are looked for, not the library. */
const isLibrary = (text) =>
  (text.includes('StreamMultiplexer') && text.includes('IFrameConduit')) ||
  (text.includes('amazon-connect-chatjs') && text.includes('createParticipantConnection') && text.includes('aws-sdk'));

/** Why a text is not read, or undefined. */
function reasonAgainst(text) {
  if (text.includes('\0')) return 'it is no text';
  if (isLibrary(text))
    return 'amazon-connect-streams or an add-on is in it; of a bundle with more in it name what that was made of';
  return undefined;
}

async function readFolder(folder) {
  const sources = [];
  const skipped = [];
  const waiting = [folder];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const entries = await readdir(at, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.includes(entry.name)) waiting.push(path);
        continue;
      }
      if (!entry.isFile() || !EXTENSIONS.includes(extname(entry.name).toLowerCase())) continue;
      if (/\.d\.[mc]?ts$/.test(entry.name)) continue;
      if (sources.length >= MOST_FILES)
        throw new SourceError(`${folder} has more than ${MOST_FILES} files: name a part of it.`);
      const name = relative(folder, path);
      const { size } = await stat(path);
      if (size > MOST_BYTES) {
        skipped.push({ name, why: tooLarge(size) });
        continue;
      }
      const text = await readFile(path, 'utf8');
      const why = reasonAgainst(text);
      if (why) skipped.push({ name, why });
      else sources.push({ name, text });
    }
  }
  return { sources, skipped };
}

async function readOneFile(path, size) {
  if (size > MOST_BYTES) throw new SourceError(`${path} cannot be read: ${tooLarge(size)}.`);
  const text = await readFile(path, 'utf8');
  const why = reasonAgainst(text);
  if (why) throw new SourceError(`${path} cannot be read: ${why}.`);
  return { sources: [{ name: path, text }], skipped: [] };
}

async function fetchText(url) {
  let answer;
  try {
    answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const why =
      error.name === 'TimeoutError' ? `no answer in ${PATIENCE / 1000} s` : (error.cause?.code ?? error.message);
    throw new SourceError(`${url} cannot be read: ${why}.`);
  }
  if (!answer.ok) throw new SourceError(`${url} cannot be read: it answers ${answer.status}.`);
  const parts = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new SourceError(`${url} cannot be read: it is larger than ${megabytes(MOST_BYTES)}.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function readPage(address) {
  const text = await fetchText(address);
  const sources = [{ name: address, text }];
  const skipped = [];
  const named = [...text.matchAll(/<script\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi)];
  const scripts = new Set(named.map(([, a, b, c]) => new URL((a ?? b ?? c).replaceAll('&amp;', '&'), address).href));
  for (const script of [...scripts].slice(0, MOST_SCRIPTS)) {
    if (new URL(script).origin !== new URL(address).origin) {
      skipped.push({ name: script, why: 'of another origin' });
      continue;
    }
    try {
      const found = await fetchText(script);
      const why = reasonAgainst(found);
      if (why) skipped.push({ name: script, why });
      else sources.push({ name: script, text: found });
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      skipped.push({ name: script, why: error.message });
    }
  }
  return { sources, skipped };
}

/**
 * Reads what was asked for.
 * @param {string} place a folder, a file or a web address.
 * @returns {Promise<{ sources: { name: string, text: string }[], skipped: { name: string, why: string }[] }>}
 * @throws SourceError if there is no such thing, or it cannot be read.
 */
export async function readSources(place) {
  if (/^https?:\/\//i.test(place)) {
    if (!URL.canParse(place)) throw new SourceError(`"${place}" is no web address.`);
    return readPage(new URL(place).href);
  }
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(place))
    throw new SourceError(`"${place}" cannot be read: write http:// or https://.`);
  let found;
  try {
    found = await stat(place);
  } catch (error) {
    throw new SourceError(
      error.code === 'ENOENT' ? `There is no "${place}".` : `"${place}" cannot be read: ${error.code}.`,
    );
  }
  return found.isDirectory() ? readFolder(place) : readOneFile(place, found.size);
}
