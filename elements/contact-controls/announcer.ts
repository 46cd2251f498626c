// The live regions: what screen readers say, each text as a paragraph of its own, so that the same text twice is said twice.
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** Texts that are kept: enough that none goes before it is said. */
const KEPT = 4;

interface Announcement {
  readonly id: number;
  readonly text: string;
}

/** The live regions of one element. */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #urgent: readonly Announcement[] = [];
  #calm: readonly Announcement[] = [];
  #count = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What was said is not said again when the element is mounted again. */
  hostDisconnected(): void {
    this.#urgent = this.#calm = [];
  }

  /** Has a text said when the screen reader is done. */
  say(text: string): void {
    this.#calm = this.#with(this.#calm, text);
  }

  /** Has a text said at once. */
  interrupt(text: string): void {
    this.#urgent = this.#with(this.#urgent, text);
  }

  render(): TemplateResult {
    const region = (role: string, texts: readonly Announcement[]) => html`
      <div class="unseen" role=${role} aria-atomic="false">
        ${repeat(
          texts,
          ({ id }) => id,
          ({ text }) => html`<p>${text}</p>`,
        )}
      </div>
    `;
    return html`${region('alert', this.#urgent)}${region('status', this.#calm)}`;
  }

  #with(texts: readonly Announcement[], text: string): readonly Announcement[] {
    this.#host.requestUpdate();
    return [...texts.slice(1 - KEPT), { id: this.#count++, text }];
  }
}
