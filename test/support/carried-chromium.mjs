// The Chromiums that registry packages carry (Linux on x64): unpacked once, beside the package, ready to be started.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CACHE = new URL('../../node_modules/.cache/', import.meta.url);

/** True where that browser can run. */
export const isCarried = process.platform === 'linux' && process.arch === 'x64';

/** Its own settings look for fonts in /tmp alone, and without any font it crashes at the first text field. */
const FONTS = `<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Gives fonts and libraries to this browser alone: in the environment of the tests, other browsers would find them too. */
const START = `#!/bin/sh
here=$(dirname "$0")
export FONTCONFIG_FILE="$here/fonts.conf"
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
unset FONTCONFIG_PATH
exec "$here/chromium" "$@"
`;

/** The packages: that of the tests, and the oldest of those whose Chromium runs the library. */
const PACKAGES = { current: '@sparticuz/chromium', oldest: 'oldest-chromium' };

/**
 * Path of a command that starts such a Chromium. The first call unpacks it, which takes some seconds; several processes may
 * do so at a time.
 * @param {keyof typeof PACKAGES} which
 */
export async function carriedChromium(which = 'current') {
  const entry = import.meta.resolve(PACKAGES[which]);
  const { version } = JSON.parse(readFileSync(new URL(entry.replace(/\/build\/.*/, '/package.json'))));
  const place = new URL(`chromium-${version}/`, CACHE);
  const start = fileURLToPath(new URL('start', place));
  if (existsSync(start)) return start;
  // Under a name of our own first: whoever finds the folder finds it whole.
  const unpacked = new URL(`chromium-${version}-${process.pid}/`, CACHE);
  mkdirSync(unpacked, { recursive: true });
  await unpack(entry, fileURLToPath(unpacked));
  writeFileSync(new URL('fonts.conf', unpacked), FONTS);
  writeFileSync(new URL('start', unpacked), START, { mode: 0o755 });
  try {
    renameSync(unpacked, place);
  } catch (error) {
    if (!existsSync(start)) throw error;
    rmSync(unpacked, { recursive: true }); // another process was faster
  }
  return start;
}

/**
 * Has the package unpack into a folder. In a process of its own, since the package takes folder and extent from the
 * environment and changes that: by the second variable it unpacks the libraries too (NSS) that a bare machine lacks.
 */
const unpack = (entry, folder) =>
  promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', `(await import(${JSON.stringify(entry)})).default.executablePath()`],
    { env: { ...process.env, TMPDIR: folder.replace(/\/$/, ''), AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } },
  );
