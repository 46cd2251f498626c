// A browser that is kept for many runs, and begun anew when a mutant has hung it.
import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../support/find-browsers.mjs';
import { TEST_PATIENCE } from '../support/patience.mjs';

export class MutantBrowser {
  #url;
  #browser;
  #page;
  #done = () => {};

  /** @param url of the server of `server.mjs`. */
  constructor(url) {
    this.#url = url;
  }

  /**
   * Runs a task of `page.mjs`.
   * @param limit milliseconds.
   * @returns what the page says; null if it says nothing in that time.
   */
  async run(task, limit) {
    const page = (this.#page ??= await this.#open());
    let timer;
    const told = new Promise((resolve) => {
      this.#done = resolve;
      timer = setTimeout(() => resolve(null), limit);
    });
    const address = `${this.#url}?wtr-session-id=mutants&task=${encodeURIComponent(JSON.stringify(task))}`;
    page.goto(address, { timeout: limit }).catch(() => {});
    const result = await told;
    clearTimeout(timer);
    if (result === null) await this.stop();
    else
      await page
        .evaluate(() => {
          localStorage.clear();
          sessionStorage.clear();
        })
        .catch(() => this.stop());
    return result && JSON.parse(result);
  }

  async #open() {
    this.#browser = await puppeteer.launch({
      executablePath: await findChromium(),
      args: chromiumArguments,
      timeout: TEST_PATIENCE,
    });
    const page = await this.#browser.newPage();
    page.on('dialog', (dialog) => dialog.accept());
    await page.exposeFunction('mutantsDone', (result) => this.#done(result));
    await page.exposeFunction('testCommand', (command, payload) => this.#command(page, command, payload));
    return page;
  }

  /** As much of @web/test-runner-commands as the tests use. */
  async #command(page, command, payload) {
    if (command !== 'send-keys') throw new Error(`No command ${command} here.`);
    const [[action, key]] = Object.entries(payload);
    await page.keyboard[action](key);
  }

  async stop() {
    const browser = this.#browser;
    this.#page = this.#browser = undefined;
    const gone = browser?.process();
    gone?.kill('SIGKILL');
    await browser?.close().catch(() => {});
  }
}
