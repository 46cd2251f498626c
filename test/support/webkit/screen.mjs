// A screen of its own with one WebKitGTK on it. `:focus` holds in the active window alone, so browsers that run side by side
// need a screen each.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PATIENCE } from '../patience.mjs';
import { WebDriverSession } from './session.mjs';

const PACKAGES = 'webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb openbox';
const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const BROWSER_ARGUMENTS = ['--automation', '--enable-mock-capture-devices=true', '--enable-media-stream=true'];

/** Software draws; other ways need a graphics card. */
const DRAWING = { WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1', NO_AT_BRIDGE: '1' };

/** Why WebKitGTK cannot run on this machine; null if it can. */
export function whyNoWebKit() {
  const folders = process.env.PATH.split(delimiter);
  const missing = ['WebKitWebDriver', 'Xvfb', 'openbox'].filter(
    (name) => !folders.some((folder) => isThere(join(folder, name))),
  );
  if (!isThere(BROWSER)) missing.push(BROWSER);
  return missing.length > 0 ? `WebKitGTK needs ${missing.join(', ')}; in Debian: apt-get install ${PACKAGES}` : null;
}

function isThere(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export class WebKitScreen {
  #processes = [];
  #url;
  /** Name of the display, for `import -display … -window root picture.png`: the driver's own pictures never come. */
  display;

  /** Starts display, window manager and driver. */
  static async start() {
    const reason = whyNoWebKit();
    if (reason) throw new Error(reason);
    const screen = new WebKitScreen();
    try {
      await screen.#start();
    } catch (error) {
      await screen.stop();
      throw error;
    }
    return screen;
  }

  async #start() {
    this.display = `:${await this.#startDisplay()}`;
    const env = { ...process.env, ...DRAWING, DISPLAY: this.display };
    this.#run('openbox', [], { env });
    const port = await freePort();
    this.#url = `http://127.0.0.1:${port}`;
    this.#run('WebKitWebDriver', [`--port=${port}`], { env });
    for (const end = Date.now() + PATIENCE; ; await wait(50)) {
      const answer = await fetch(`${this.#url}/status`).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > end) throw new Error('WebKitWebDriver does not answer.');
    }
  }

  /** Number of a display that is free: Xvfb finds one, and says so when it is ready. */
  #startDisplay() {
    const display = this.#run('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    return new Promise((resolve, reject) => {
      display.stdio[3].once('data', (number) => resolve(String(number).trim()));
      display.once('exit', () => reject(new Error('Xvfb has ended.')));
    });
  }

  #run(command, args, options) {
    // The driver hands the page's console on: web-test-runner has it anyway.
    const child = spawn(command, args, { stdio: 'ignore', ...options });
    this.#processes.push(child);
    return child;
  }

  /** Opens a window; there is one at a time. */
  open() {
    const webkit = { binary: BROWSER, args: BROWSER_ARGUMENTS };
    return WebDriverSession.open(this.#url, { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': webkit });
  }

  async stop() {
    for (const child of this.#processes.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    }
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
