// What a page tells, and waits for more of it.
import { PATIENCE } from './browser.mjs';

/** Follows a page: what it has told, and a wait for more of it. */
export class Story {
  told = [];
  #waiting = [];

  hear(what) {
    this.told.push(what);
    for (const look of [...this.#waiting]) look();
  }

  /** Waits until the page has told something, `count` times in all. */
  until(what, count = 1) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`"${what}" was not told; there was: ${this.told.join(', ')}`)),
        PATIENCE,
      );
      const look = () => {
        if (this.count(what) < count) return;
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((one) => one !== look);
        resolve();
      };
      this.#waiting.push(look);
      look();
    });
  }

  /** How often the page has told something; `*` stands for any text. */
  count(what) {
    const parts = what.split('*').map((part) => part.replace(/[^\w ]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('[^]*')}$`);
    return this.told.filter((one) => pattern.test(one)).length;
  }

  /** All but the attempts, whose number depends on the machine. */
  get statuses() {
    return this.told.filter((one) => !one.startsWith('retry') && one !== 'popup');
  }
}
