// What calls the agent while no sound may: the page's title, and a notification if the agent has allowed those before.

/** Milliseconds for which the title is one thing, then the other. */
const BLINK = 1_000;

/** Calls the agent without a sound. */
export class SilentAlert {
  #text: string | null = null;
  #title = '';
  #timer: ReturnType<typeof setInterval> | undefined;
  #notification: Notification | undefined;

  /**
   * Shows who rings, or with null nobody.
   * @param text what to show.
   * @param inTitle false where the page's title is somebody else's to change.
   */
  show(text: string | null, inTitle: boolean): void {
    if (text === this.#text) return;
    this.#hide();
    this.#text = text;
    if (text === null) return;
    this.#notify(text);
    if (!inTitle) return;
    this.#title = document.title;
    this.#blink(text);
    this.#timer = setInterval(() => this.#blink(text), BLINK);
  }

  /** A title that the page has set meanwhile is the one that comes back. */
  #blink(text: string): void {
    if (document.title !== text) this.#title = document.title;
    document.title = document.title === text ? this.#title : text;
  }

  #hide(): void {
    clearInterval(this.#timer);
    if (this.#text !== null && document.title === this.#text) document.title = this.#title;
    this.#notification?.close();
    this.#notification = undefined;
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
