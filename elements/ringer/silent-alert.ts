// What calls the agent while no sound may: the page's title, and a notification if the agent has allowed those before.
import { PageTitle } from '../page/page-title.js';

/** Calls the agent without a sound. */
export class SilentAlert {
  readonly #title = new PageTitle();
  #text: string | null = null;
  #notification: Notification | undefined;

  /**
   * Shows who rings, or with null nobody.
   * @param text what to show.
   */
  show(text: string | null): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#title.show(text ?? '');
    this.#notification?.close();
    this.#notification = undefined;
    if (text !== null) this.#notify(text);
  }

  #notify(text: string): void {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    try {
      this.#notification = new Notification(text, { tag: 'connect-ringer' });
      this.#notification.onclick = () => window.focus();
    } catch {
      // Phones leave notifications to service workers: the title has to do.
    }
  }
}
